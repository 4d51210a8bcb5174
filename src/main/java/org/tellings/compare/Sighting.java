package org.tellings.compare;

import java.util.Optional;
import org.tellings.model.Span;

/// An unnamed source as one article brings it in: its words, how many they claim, where they say it
/// stands, and why it is not named, if that is told.
///
/// `text` are its words, with those of the source before it where they have no noun of their own.
/// `count` is empty for a plural without a number. `head` is the noun in lower case, as `person`;
/// empty for “a third”. `credited`: it stands behind “according to”, “citing” or the like, not as
/// the subject of a verb. `single`: where the article later speaks of one only (“sources”, then
/// “the source said”).
record Sighting(
    Span span,
    String text,
    String head,
    Optional<Integer> count,
    Optional<String> position,
    Optional<String> reason,
    boolean credited,
    Optional<Span> single) {

  Sighting because(Optional<String> told) {
    return new Sighting(span, text, head, count, position, told, credited, single);
  }

  Sighting butOne(Span later) {
    return new Sighting(span, text, head, count, position, reason, credited, Optional.of(later));
  }

  /// With the source before it of which it is one more: “A third (after “two officials”)”.
  Sighting behind(Sighting before) {
    return new Sighting(
        span,
        text + " (after “" + before.text + "”)",
        head,
        count,
        position,
        reason,
        credited,
        single);
  }

  /// Whether the words claim several persons without saying how many.
  boolean isSeveral() {
    return count.isEmpty() && !head.isEmpty();
  }
}
