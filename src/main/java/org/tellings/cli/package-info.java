/// The workbench from a terminal.
///
/// The way in: [org.tellings.cli.Cli]. One class a command.
@NullMarked
package org.tellings.cli;

import org.jspecify.annotations.NullMarked;
