/// The command palette: go to anything, run any command.
package org.tellings.ui.palette;
