/// The same thing in several articles: its tellings, and where they part.
///
/// The way in is [Comparison]. Everything here is pure and deterministic: the same accounts and
/// ties give the same things in the same order, in whatever order the accounts came. Rejected
/// findings are left out. Nothing here judges: it says what differs, and by which rule.
@NullMarked
package org.tellings.compare;

import org.jspecify.annotations.NullMarked;
