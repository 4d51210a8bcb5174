package org.tellings.compare;

import java.util.List;
import java.util.Optional;
import org.tellings.model.FindingId;

/// One thing somebody said, with every telling of it.
///
/// `speaker` is whom most articles name; empty when none does. `tellings` begin with the earliest
/// and are never empty; most utterances have one. `fullest`, `earliest` and `mostPrinted` are the
/// first quotes of three of them: the longest wording, the first by publication, and the wording
/// that most outlets print. The id is made of the earliest telling, so that it stays when later
/// articles come.
public record Utterance(
    String id,
    Optional<String> speaker,
    FindingId fullest,
    FindingId earliest,
    FindingId mostPrinted,
    List<Wording> tellings) {

  public Utterance {
    tellings = List.copyOf(tellings);
    if (tellings.isEmpty()) {
      throw new IllegalArgumentException("an utterance nobody tells");
    }
  }

  /// The telling of a quote; any of its parts will do.
  public Optional<Wording> telling(FindingId quote) {
    return tellings.stream()
        .filter(t -> t.parts().stream().anyMatch(part -> part.kept().id().equals(quote)))
        .findFirst();
  }

  /// The telling with the fullest wording.
  public Wording fullestTelling() {
    return telling(fullest).orElseThrow();
  }

  /// The outlets that carry it, in order of name; unknown outlets are left out.
  public List<String> outlets() {
    return tellings.stream()
        .map(t -> t.first().outlet())
        .filter(outlet -> outlet.isKnown())
        .map(outlet -> outlet.name())
        .distinct()
        .sorted()
        .toList();
  }

  /// Whether some telling changes words inside the marks and does not show it.
  public boolean isSilentlyAltered() {
    return tellings.stream().anyMatch(Wording::isSilentlyAltered);
  }
}
