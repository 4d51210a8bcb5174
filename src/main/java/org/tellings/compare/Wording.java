package org.tellings.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.tellings.model.FindingId;

/// One article's telling of an utterance: the quotation as printed there, beside the fullest.
///
/// `parts` are its quotes in order: one, or several when the quotation is interrupted or goes on in
/// the next paragraph. `kept` is the share of the fullest's words that stand here, from 0 to 1.
/// `changes` say where it parts from the fullest, by place; `runs` show both word by word. Both are
/// empty for the fullest itself, and `runs` for an indirect quote, which is not compared word by
/// word.
public record Wording(
    List<Telling> parts, Reach reach, double kept, List<Difference> changes, List<Run> runs) {

  public Wording {
    parts = List.copyOf(parts);
    changes = List.copyOf(changes);
    runs = List.copyOf(runs);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a quotation without a quote");
    }
    if (!(kept >= 0 && kept <= 1)) {
      throw new IllegalArgumentException("not from 0 to 1: " + kept);
    }
  }

  /// How much of the utterance a telling carries.
  public enum Reach {
    /// Nothing of the fullest is cut.
    FULL,
    /// Some of it is cut or left out.
    PART,
    /// In the outlet's own words.
    INDIRECT
  }

  /// The first quote, which names the telling.
  public Telling first() {
    return parts.getFirst();
  }

  public FindingId id() {
    return first().kept().id();
  }

  /// The words of all parts, with a blank between two.
  public String text() {
    return parts.stream().map(Telling::text).collect(Collectors.joining(" "));
  }

  /// Whether words inside the marks were changed without brackets or ellipsis.
  public boolean isSilentlyAltered() {
    return changes.stream().anyMatch(change -> change.type().isSilent());
  }
}
