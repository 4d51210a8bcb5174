package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Whether what another library says of two findings can stand beside what is said here, through
/// others too.
final class TiesMerging {

  private final Map<FindingId, FindingId> groups = new HashMap<>();
  private final List<Tie> apart = new ArrayList<>();

  TiesMerging(List<Tie> ties) {
    ties.forEach(this::add);
  }

  private void add(Tie tie) {
    if (tie.same()) {
      groups.put(group(tie.one()), group(tie.other()));
    } else {
      apart.add(tie);
    }
  }

  void add(Edit.Tied edit) {
    edit.after().ifPresent(this::add);
  }

  private FindingId group(FindingId id) {
    var at = id;
    while (!groups.getOrDefault(at, at).equals(at)) {
      at = groups.getOrDefault(at, at);
    }
    return at;
  }

  /// True when these two can be the same (or not) with all that was said so far.
  boolean fits(Edit.Tied edit, boolean same) {
    var tie = edit.after().or(edit::before).orElseThrow();
    var one = group(tie.one());
    var other = group(tie.other());
    if (!same) {
      return !one.equals(other);
    }
    return apart.stream()
        .noneMatch(
            t -> {
              var a = group(t.one());
              var b = group(t.other());
              return a.equals(one) && b.equals(other) || a.equals(other) && b.equals(one);
            });
  }
}
