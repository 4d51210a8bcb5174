/// The same things for other programs.
///
/// The way in: [org.tellings.export.Exporters]. The trap: field names and order are a promise, see
/// `docs/manual/cli.md`.
@NullMarked
package org.tellings.export;

import org.jspecify.annotations.NullMarked;
