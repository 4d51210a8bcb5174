/// The workbench in a window.
///
/// The way in: [org.tellings.ui.App]. The trap: nothing slow on the screen's thread.
@NullMarked
package org.tellings.ui;

import org.jspecify.annotations.NullMarked;
