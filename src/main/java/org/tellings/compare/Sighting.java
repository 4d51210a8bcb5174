package org.tellings.compare;

import java.util.Optional;
import org.tellings.model.Span;

/// An unnamed source as one article brings it in: its words, how many they claim, where they say it
/// stands, and why it is not named, if that is told.
///
/// `count` is empty for a plural without a number. `head` is the noun in lower case, as `person`;
/// empty for “a third”. `credited`: it stands behind “according to”, “citing” or the like, not as
/// the subject of a verb.
record Sighting(
    Span span,
    String text,
    String head,
    Optional<Integer> count,
    Optional<String> position,
    Optional<String> reason,
    boolean credited) {

  Sighting because(Optional<String> told) {
    return new Sighting(span, text, head, count, position, told, credited);
  }
}
