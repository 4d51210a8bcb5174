package org.tellings.compare;

/// A run of words that stands in two tapes, or twice in one: from `one` and from `other` on,
/// `length` words.
///
/// In one tape `one` is before `other`. Between two tapes `one` lies in that of the lesser article
/// id.
record Match(int one, int other, int length) {}
