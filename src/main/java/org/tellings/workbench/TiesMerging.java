package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Whether what another library says of two findings can stand beside what is said here, through
/// others too.
final class TiesMerging {

  private final Map<FindingId, FindingId> groups = new HashMap<>();
  private final List<Tie> apart = new ArrayList<>();
  private final Map<Set<FindingId>, Tie> ties = new LinkedHashMap<>();

  TiesMerging(List<Tie> ties) {
    ties.forEach(tie -> this.ties.put(pair(tie), tie));
    group();
  }

  private static Set<FindingId> pair(Tie tie) {
    return Set.of(tie.one(), tie.other());
  }

  private static Tie tie(Edit.Tied edit) {
    return edit.after().or(edit::before).orElseThrow();
  }

  private void group() {
    groups.clear();
    apart.clear();
    ties.values().forEach(this::group);
  }

  private void group(Tie tie) {
    if (tie.same()) {
      groups.put(group(tie.one()), group(tie.other()));
    } else {
      apart.add(tie);
    }
  }

  /// Takes what is said of two findings now, in the place of what was.
  void put(Edit.Tied edit) {
    forget(edit);
    edit.after()
        .ifPresent(
            tie -> {
              ties.put(pair(tie), tie);
              group(tie);
            });
  }

  /// Forgets what is said of these two.
  void forget(Edit.Tied edit) {
    if (ties.remove(pair(tie(edit))) != null) {
      group();
    }
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
    var tie = tie(edit);
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
