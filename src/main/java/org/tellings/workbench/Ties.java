package org.tellings.workbench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// What people said of pairs of findings, so changed that it never contradicts itself.
///
/// Findings that are said to be the same, directly or through others, are one group. No tie says of
/// two findings of one group that they are not the same.
final class Ties {

  private record Pair(FindingId one, FindingId other) {
    static Pair of(FindingId a, FindingId b) {
      return a.toString().compareTo(b.toString()) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private final Map<Pair, Boolean> before = new HashMap<>();
  private final Map<Pair, Boolean> now = new HashMap<>();

  Ties(List<Tie> ties) {
    ties.forEach(tie -> before.put(Pair.of(tie.one(), tie.other()), tie.same()));
    now.putAll(before);
  }

  /// All these tell the same thing, and so do those said to be the same as one of them.
  void merge(List<FindingId> ids) {
    chain(ids);
    var group = group(ids.getFirst());
    now.entrySet()
        .removeIf(
            tie ->
                !tie.getValue()
                    && group.contains(tie.getKey().one())
                    && group.contains(tie.getKey().other()));
  }

  /// These tell something else than the rest; each side keeps together what was said to be one.
  void split(List<FindingId> off, List<FindingId> rest) {
    var apart = Set.copyOf(off);
    for (var id : off) {
      var group = group(id);
      now.keySet()
          .removeIf(
              pair ->
                  group.contains(pair.one())
                      && group.contains(pair.other())
                      && apart.contains(pair.one()) != apart.contains(pair.other()));
      chain(group.stream().filter(one -> !apart.contains(one)).toList());
      chain(group.stream().filter(apart::contains).toList());
    }
    for (var one : off) {
      for (var other : rest) {
        now.put(Pair.of(one, other), false);
      }
    }
  }

  /// Ties findings to one group, each to the next by name.
  private void chain(List<FindingId> ids) {
    var sorted = new ArrayList<>(ids);
    sorted.sort((a, b) -> a.toString().compareTo(b.toString()));
    for (var i = 1; i < sorted.size(); i++) {
      now.put(Pair.of(sorted.get(i - 1), sorted.get(i)), true);
    }
  }

  /// A finding with all that are said to be the same as it.
  private Set<FindingId> group(FindingId id) {
    var group = new HashSet<FindingId>(Set.of(id));
    var waiting = new ArrayDeque<FindingId>(group);
    while (!waiting.isEmpty()) {
      var one = waiting.remove();
      now.forEach(
          (pair, same) -> {
            if (same && pair.one().equals(one) && group.add(pair.other())) {
              waiting.add(pair.other());
            }
            if (same && pair.other().equals(one) && group.add(pair.one())) {
              waiting.add(pair.one());
            }
          });
    }
    return group;
  }

  /// What has changed since the beginning, in a stable order.
  List<Edit> edits() {
    var pairs =
        new TreeSet<Pair>(
            (a, b) -> (a.one() + " " + a.other()).compareTo(b.one() + " " + b.other()));
    pairs.addAll(before.keySet());
    pairs.addAll(now.keySet());
    List<Edit> edits = new ArrayList<>();
    for (var pair : pairs) {
      var was = tie(before, pair);
      var is = tie(now, pair);
      if (!was.equals(is)) {
        edits.add(new Edit.Tied(was, is));
      }
    }
    return edits;
  }

  private static Optional<Tie> tie(Map<Pair, Boolean> ties, Pair pair) {
    return Optional.ofNullable(ties.get(pair)).map(same -> new Tie(pair.one(), pair.other(), same));
  }
}
