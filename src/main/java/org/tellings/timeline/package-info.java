/// What happened when, as several articles tell it, and which of their dates cannot be so.
///
/// The way in is [Timeline]. Everything here is pure and deterministic: the same accounts and the
/// same word of people give the same events in the same order, in whatever order the accounts came.
/// When a thing happened and when it was printed are two things and are never mixed.
@NullMarked
package org.tellings.timeline;

import org.jspecify.annotations.NullMarked;
