/// Everything the user owns, in one SQLite file, with the journal of edits and the ledger of
/// intakes.
///
/// The way in: `Library`. The trap: SQLite has one writer; all writing goes through one connection.
@NullMarked
package org.tellings.store;

import org.jspecify.annotations.NullMarked;
