package org.tellings.workbench;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One step of the journal: its number, when (ISO instant), who, in words, whether it is undone
/// now, and what it changed.
public record Step(
    long number, String when, String coder, String words, boolean undone, List<Change> changes) {

  /// Fields that `words` tell already, or that follow from others.
  private static final Set<String> TOLD =
      Set.of(
          "state",
          "present",
          "start",
          "end",
          "rule",
          "publishedRule",
          "updatedRule",
          "capturedRule");

  public Step {
    changes = List.copyOf(changes);
  }

  /// One published field of a finding or article (`id`; empty for the codebook) that was changed.
  /// Empty: cannot say, or there was none.
  public record Change(String id, String field, Optional<String> from, Optional<String> to) {

    /// "speaker: Ada Ortiz → Ada Lund"; each value at most 60 characters, "—" for none.
    public String inWords() {
      return field + ": " + shown(from) + " → " + shown(to);
    }

    private static String shown(Optional<String> value) {
      var one = value.orElse("—").replace('\n', ' ');
      return one.length() <= 60 ? one : one.substring(0, 59) + "…";
    }
  }

  /// The changes that a reader of `words` does not know yet.
  public List<Change> telling() {
    return changes.stream().filter(change -> !TOLD.contains(change.field())).toList();
  }
}
