package org.tellings.compare;

import java.util.List;
import java.util.Optional;

/// One source that is not named, with every place that brings it in.
///
/// `text` is the wording of the earliest telling; where it has no noun (“a third”) with that of the
/// source before it in the article. `count` is how many persons the wording claims, empty for a
/// plural without a number; `position` where it says they stand, `reason` why they are not named,
/// if that is told. Several tellings are one source when their wording is the same and they hand on
/// the same words. `only` are the ids of the propositions that this source tells and no named one
/// affirms; `confirmed` is who affirms the others. `single` is where an article that brings in
/// several without a number speaks of one only (“sources”, then “the source”). Tellings begin with
/// the earliest and are never empty.
public record Unnamed(
    String id,
    String text,
    Optional<Integer> count,
    Optional<String> position,
    Optional<String> reason,
    List<Passage.Place> tellings,
    List<String> only,
    List<Confirmed> confirmed,
    Optional<Passage.Place> single) {

  public Unnamed {
    tellings = List.copyOf(tellings);
    only = List.copyOf(only);
    confirmed = List.copyOf(confirmed);
    if (tellings.isEmpty()) {
      throw new IllegalArgumentException("an unnamed source nobody brings in");
    }
  }

  /// A proposition of this source that a named one affirms: whose words, in the earliest such
  /// telling, and whether that was printed on a later day than the source was first brought in;
  /// empty where a day is not known, or it is the same.
  public record Confirmed(
      String proposition, String by, Telling telling, Optional<Boolean> later) {}
}
