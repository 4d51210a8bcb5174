package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;

/// Finds, among things with bags of words, those that may share at least half of the lighter one's
/// weight with a bag, and misses none.
///
/// Of each bag the rarest words are looked up until what is left weighs less than half: a bag that
/// shares half must share one of them (prefix filtering, Chaudhuri, Ganti and Kaushik, ICDE 2006).
/// How rare words are is counted anew when the number of things has doubled; what is found does not
/// depend on it.
final class Kindred<T> {

  private static final double HALF = 0.5;
  private static final double SLACK = 1e-9;

  private static final class Entry<T> {
    final T thing;
    final Bag bag;
    int seen;

    Entry(T thing, Bag bag) {
      this.thing = thing;
      this.bag = bag;
    }
  }

  private final Map<FindingId, Entry<T>> entries = new HashMap<>();
  private final Map<Long, List<Entry<T>>> having = new HashMap<>();
  private final Map<Long, List<Entry<T>>> rare = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();
  private int counted;
  private int asked;

  void put(FindingId id, T thing, Bag bag) {
    var entry = new Entry<>(thing, bag);
    entries.put(id, entry);
    for (var word : bag.words) {
      having.computeIfAbsent(word, _ -> new ArrayList<>(1)).add(entry);
    }
    if (entries.size() > 2 * counted) {
      count();
    } else {
      for (var word : rarest(bag)) {
        rare.computeIfAbsent(word, _ -> new ArrayList<>(1)).add(entry);
      }
    }
  }

  void remove(FindingId id) {
    var entry = entries.remove(id);
    if (entry == null) {
      return;
    }
    for (var word : entry.bag.words) {
      drop(having, word, entry);
    }
    for (var word : rarest(entry.bag)) {
      drop(rare, word, entry);
    }
  }

  /// Hands every thing that may share half to `taker`, once, and others too.
  void near(Bag bag, Consumer<T> taker) {
    asked++;
    for (var word : bag.words) {
      each(rare.get(word), taker);
    }
    for (var word : rarest(bag)) {
      each(having.get(word), taker);
    }
  }

  private void each(@Nullable List<Entry<T>> list, Consumer<T> taker) {
    if (list == null) {
      return;
    }
    for (var entry : list) {
      if (entry.seen != asked) {
        entry.seen = asked;
        taker.accept(entry.thing);
      }
    }
  }

  private static <T> void drop(Map<Long, List<Entry<T>>> index, long word, Entry<T> entry) {
    index.computeIfPresent(
        word,
        (_, list) -> {
          list.remove(entry);
          return list.isEmpty() ? null : list;
        });
  }

  private void count() {
    counted = entries.size();
    counts.clear();
    having.forEach((word, list) -> counts.put(word, list.size()));
    rare.clear();
    for (var entry : entries.values()) {
      for (var word : rarest(entry.bag)) {
        rare.computeIfAbsent(word, _ -> new ArrayList<>(1)).add(entry);
      }
    }
  }

  /// The rarest words of a bag, without which less than half of its weight is left.
  private long[] rarest(Bag bag) {
    var size = bag.words.length;
    var order = new Integer[size];
    for (var i = 0; i < size; i++) {
      order[i] = i;
    }
    Arrays.sort(
        order,
        (a, b) -> {
          var byCount = Integer.compare(count(bag.words[a]), count(bag.words[b]));
          return byCount != 0 ? byCount : Integer.compare(a, b);
        });
    var left = bag.weight;
    var taken = 0;
    while (taken < size && left >= HALF * bag.weight - SLACK) {
      left -= bag.weights[order[taken++]];
    }
    var rarest = new long[taken];
    for (var i = 0; i < taken; i++) {
      rarest[i] = bag.words[order[i]];
    }
    return rarest;
  }

  private int count(long word) {
    return counts.getOrDefault(word, 0);
  }
}
