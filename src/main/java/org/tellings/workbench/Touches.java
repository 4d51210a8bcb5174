package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tellings.model.Edit;
import org.tellings.model.Waiting;
import org.tellings.store.Library;
import org.tellings.store.Moment;

/// When each thing was touched in a library, by its key (see [Leaves]), and what it was before.
///
/// Told by the library itself, or by a pack of it. Where the library took something over from the
/// one that asks, the two have it in common again.
final class Touches {

  /// A merge: the mark of what was merged, and whether what it did stands.
  record Merge(String mark, boolean stands) {}

  private final Map<String, TreeMap<Long, Edit>> touches;
  private final Map<Long, Merge> merges;

  /// `touches` has for each key, by the moments, edits that begin with what it was before; `merges`
  /// the moments at which another library was merged, or that was undone or done again.
  Touches(Map<String, TreeMap<Long, Edit>> touches, Map<Long, Merge> merges) {
    this.touches = touches;
    this.merges = merges;
  }

  /// All that happened to the steps of a library.
  static Touches of(Library l, List<Moment> moments) {
    Map<String, TreeMap<Long, Edit>> touches = new LinkedHashMap<>();
    Map<Long, List<Long>> momentsOf = new HashMap<>();
    Map<Long, String> marks = new HashMap<>();
    Set<Long> undone = new HashSet<>();
    for (var m : moments) {
      if (m.did() == Moment.Did.INTO
          || m.did() == Moment.Did.JOINED
          || m.did() == Moment.Did.SAVED) {
        continue;
      }
      var edit = l.moments().edit(m);
      var isBack = m.did() == Moment.Did.UNDONE;
      Leaves.of(isBack ? edit.inverse() : edit)
          .forEach(
              e ->
                  touches
                      .computeIfAbsent(Leaves.key(e), _ -> new TreeMap<>())
                      .putIfAbsent(m.number(), e));
      var mark = mark(edit);
      if (mark.isPresent()) {
        marks.put(m.step(), mark.get());
        momentsOf.computeIfAbsent(m.step(), _ -> new ArrayList<>()).add(m.number());
        if (isBack) {
          undone.add(m.step());
        } else {
          undone.remove(m.step());
        }
      }
    }
    Map<Long, Merge> merges = new TreeMap<>();
    momentsOf.forEach(
        (step, numbers) ->
            numbers.forEach(
                number ->
                    merges.put(
                        number, new Merge(marks.getOrDefault(step, ""), !undone.contains(step)))));
    return new Touches(touches, merges);
  }

  /// The mark of what a step merged; empty for any other step.
  static Optional<String> mark(Edit edit) {
    return edit instanceof Edit.Together t
        ? t.edits().stream()
            .flatMap(
                e -> e instanceof Edit.Waits w ? w.after().stream() : java.util.stream.Stream.of())
            .filter(w -> w.why() == Waiting.Why.MERGED)
            .map(Waiting::body)
            .findFirst()
        : Optional.empty();
  }

  /// The keys of all that was ever touched.
  Set<String> keys() {
    return touches.keySet();
  }

  /// The touches of each key, by the moments.
  Map<String, TreeMap<Long, Edit>> all() {
    return touches;
  }

  Map<Long, Merge> merges() {
    return merges;
  }

  /// Whether it ever took over what stood in the library that asks.
  boolean hasMerged(Asking asking) {
    return merges.values().stream()
        .anyMatch(merge -> merge.stands() && asking.moment(merge.mark()) > 0);
  }

  /// The library that asks: what it had at a moment of its own.
  interface Asking {
    /// The moment of a mark; 0 for that of another library.
    long moment(String mark);

    /// What a thing was there, by its key, at a moment.
    Optional<Object> at(long moment, String key);
  }

  /// What was touched after a moment (0: ever) and since it was last taken over from the library
  /// that asks, by its key: the first edit of then, which begins with what the two had in common.
  ///
  /// Where a merge made something of what both had said, the two have in common what the library
  /// that asks had then. A merge that was undone took nothing over.
  Map<String, Edit> since(long moment, Asking asking) {
    Map<String, Edit> since = new LinkedHashMap<>();
    touches.forEach(
        (key, all) -> {
          Optional<Edit> first = Optional.empty();
          for (var touch : all.tailMap(moment, false).entrySet()) {
            var edit = touch.getValue();
            var from =
                Optional.ofNullable(merges.get(touch.getKey()))
                    .filter(Merge::stands)
                    .map(merge -> asking.moment(merge.mark()))
                    .orElse(0L);
            if (from > 0) {
              var theirs = asking.at(from, key);
              first =
                  isAlike(edit, Leaves.after(edit), theirs)
                      ? Optional.empty()
                      : Optional.of(Leaves.with(edit, theirs, Leaves.after(edit)));
            } else if (first.isEmpty()) {
              first = Optional.of(edit);
            }
          }
          first.ifPresent(edit -> since.put(key, edit));
        });
    return since;
  }

  /// A code given has another number of the codebook in each library.
  private static boolean isAlike(Edit edit, Optional<Object> one, Optional<Object> other) {
    return one.equals(other) || edit instanceof Edit.Coded && one.isPresent() && other.isPresent();
  }

  /// What a thing was at a moment, where `now` is what it is.
  Optional<Object> at(long moment, String key, Optional<Object> now) {
    return Optional.ofNullable(touches.get(key))
        .map(all -> all.higherEntry(moment))
        .map(next -> Leaves.before(next.getValue()))
        .orElse(now);
  }

  /// Whether a thing ever was so before it was touched, other than by a merge that was undone.
  boolean had(String key, Optional<Object> value) {
    return Optional.ofNullable(touches.get(key)).stream()
        .flatMap(all -> all.entrySet().stream())
        .filter(touch -> stands(touch.getKey()))
        .map(Map.Entry::getValue)
        .anyMatch(edit -> isAlike(edit, Leaves.before(edit), value));
  }

  /// The keys that were touched by more than a merge that was undone.
  Set<String> standing() {
    Set<String> keys = new HashSet<>();
    touches.forEach(
        (key, all) -> {
          if (all.keySet().stream().anyMatch(this::stands)) {
            keys.add(key);
          }
        });
    return keys;
  }

  private boolean stands(long moment) {
    return Optional.ofNullable(merges.get(moment)).map(Merge::stands).orElse(true);
  }

  /// The keys that were touched by merges of a mark that stand.
  Set<String> by(Predicate<String> mark) {
    Set<String> keys = new HashSet<>();
    touches.forEach(
        (key, all) -> {
          if (all.keySet().stream()
              .flatMap(moment -> Optional.ofNullable(merges.get(moment)).stream())
              .anyMatch(merge -> merge.stands() && mark.test(merge.mark()))) {
            keys.add(key);
          }
        });
    return keys;
  }
}
