package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;

/// Finds, among things with bags of words, those that share two words with a bag and may share half
/// of the lighter one's weight, and misses none. A word weighs at most 1.
///
/// Of each bag the rarest words are looked up until what is left, and one word more, weighs less
/// than half: a bag that shares half must share two of them (prefix filtering; Chaudhuri, Ganti and
/// Kaushik, ICDE 2006). How rare words are is counted anew when the number of things has doubled;
/// what is found does not depend on it.
final class Kindred<T> {

  private static final double HALF = 0.5;
  private static final double SLACK = 1e-9;
  private static final int SHARED = 2;

  private final Map<FindingId, Integer> slots = new HashMap<>();
  private final List<@Nullable T> things = new ArrayList<>();
  private final List<Bag> bags = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final Postings having = new Postings();
  private final Postings rare = new Postings();
  private final Map<Long, Integer> counts = new HashMap<>();
  private int counted;

  // of each slot: the last question that met it, and how often
  private int[] asked = new int[64];
  private int[] hits = new int[64];
  private int question;

  /// Slots by word.
  private static final class Postings {
    private final Map<Long, int[]> lists = new HashMap<>(); // the first number is the length

    void add(long word, int slot) {
      var list = lists.computeIfAbsent(word, _ -> new int[3]);
      if (list[0] + 1 == list.length) {
        list = Arrays.copyOf(list, list.length * 2);
        lists.put(word, list);
      }
      list[++list[0]] = slot;
    }

    void remove(long word, int slot) {
      var list = lists.get(word);
      for (var i = 1; list != null && i <= list[0]; i++) {
        if (list[i] == slot) {
          list[i] = list[list[0]--];
          if (list[0] == 0) {
            lists.remove(word);
          }
          return;
        }
      }
    }

    int @Nullable [] of(long word) {
      return lists.get(word);
    }
  }

  void put(FindingId id, T thing, Bag bag) {
    var slot = taken.nextClearBit(0);
    taken.set(slot);
    if (slot == things.size()) {
      things.add(thing);
      bags.add(bag);
    } else {
      things.set(slot, thing);
      bags.set(slot, bag);
    }
    if (slot == asked.length) {
      asked = Arrays.copyOf(asked, slot * 2);
      hits = Arrays.copyOf(hits, slot * 2);
    }
    slots.put(id, slot);
    for (var word : bag.words) {
      having.add(word, slot);
    }
    if (slots.size() > 2 * counted) {
      count();
    } else {
      for (var word : rarest(bag)) {
        rare.add(word, slot);
      }
    }
  }

  void remove(FindingId id) {
    var slot = slots.remove(id);
    if (slot == null) {
      return;
    }
    var bag = bags.get(slot);
    for (var word : bag.words) {
      having.remove(word, slot);
    }
    for (var word : rarest(bag)) {
      rare.remove(word, slot);
    }
    taken.clear(slot);
    things.set(slot, null);
  }

  /// Hands every thing that may share half to `taker`, once, and others too, in no order.
  void near(Bag bag, Consumer<T> taker) {
    question++;
    for (var word : rarest(bag)) {
      meet(having.of(word), bag.weight, true, taker);
    }
    question++;
    for (var word : bag.words) {
      meet(rare.of(word), bag.weight, false, taker);
    }
  }

  private void meet(int @Nullable [] list, double weight, boolean heavier, Consumer<T> taker) {
    if (list == null) {
      return;
    }
    for (var i = 1; i <= list[0]; i++) {
      var slot = list[i];
      if (asked[slot] != question) {
        asked[slot] = question;
        hits[slot] = 0;
      }
      if (++hits[slot] == SHARED && heavier == bags.get(slot).weight >= weight) {
        var thing = things.get(slot);
        if (thing != null) {
          taker.accept(thing);
        }
      }
    }
  }

  private void count() {
    counted = slots.size();
    counts.clear();
    having.lists.forEach((word, list) -> counts.put(word, list[0]));
    rare.lists.clear();
    taken.stream()
        .forEach(
            slot -> {
              for (var word : rarest(bags.get(slot))) {
                rare.add(word, slot);
              }
            });
  }

  /// The rarest words of a bag, without which, and without one more, less than half of its weight
  /// is left.
  private long[] rarest(Bag bag) {
    var size = bag.words.length;
    var order = new long[size]; // count, then place
    for (var i = 0; i < size; i++) {
      order[i] = (long) counts.getOrDefault(bag.words[i], 0) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    var left = bag.weight;
    var count = 0;
    while (count < size && left + 1 >= HALF * bag.weight - SLACK) {
      left -= bag.weights[(int) order[count++]];
    }
    var rarest = new long[count];
    for (var i = 0; i < count; i++) {
      rarest[i] = bag.words[(int) order[i]];
    }
    return rarest;
  }
}
