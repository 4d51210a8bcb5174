/// What all screens share: background tasks, commands with their keys, glyphs, the words on the
/// screen.
package org.tellings.ui.kit;
