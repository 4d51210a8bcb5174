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

/// Finds, among things with bags of words, those that share two words with a bag and may share
/// enough: at least half of the lighter one's weight. A word weighs at most 1.
///
/// Of each bag the rarest words are looked up until what is left, and one word more, weighs less
/// than half: a bag that shares half must share two of them (prefix filtering; Chaudhuri, Ganti and
/// Kaushik, ICDE 2006). What was met there, and all that is left, must come to enough. How rare
/// words are is counted anew when the number of things has doubled; what is found does not depend
/// on it.
final class Kindred<T> {

  private static final double HALF = 0.5;
  private static final double SLACK = 1e-9;
  private static final int SHARED = 2;

  private final Enough enough;
  private final Map<FindingId, Integer> slots = new HashMap<>();
  private final List<@Nullable T> things = new ArrayList<>();
  private final List<Bag> bags = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final Map<Long, Postings> having = new HashMap<>();
  private final Map<Long, Postings> rare = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();
  private int counted;

  // of each slot: its weight, and how much of it lies outside its rarest words
  private double[] totals = new double[64];
  private double[] rests = new double[64];

  // of each slot that the question at hand met: how often, with what weight
  private int[] hits = new int[64];
  private double[] met = new double[64];
  private int[] touched = new int[64];

  /// How much two bags must share at least to be handed on.
  interface Enough {

    /// `lighter` and `heavier` are what they weigh; at least half of `lighter`.
    double of(double lighter, double heavier);
  }

  /// The slots that have a word, and what it weighs there.
  private static final class Postings {
    int[] slots = new int[2];
    double[] weights = new double[2];
    int size;

    void add(int slot, double weight) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
      }
      slots[size] = slot;
      weights[size++] = weight;
    }

    void remove(int slot) {
      for (var i = 0; i < size; i++) {
        if (slots[i] == slot) {
          size--;
          slots[i] = slots[size];
          weights[i] = weights[size];
          return;
        }
      }
    }
  }

  Kindred(Enough enough) {
    this.enough = enough;
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
    if (slot == hits.length) {
      hits = Arrays.copyOf(hits, slot * 2);
      met = Arrays.copyOf(met, slot * 2);
      totals = Arrays.copyOf(totals, slot * 2);
      rests = Arrays.copyOf(rests, slot * 2);
      touched = new int[slot * 2];
    }
    totals[slot] = bag.weight;
    slots.put(id, slot);
    for (var i = 0; i < bag.words.length; i++) {
      add(having, bag, i, slot);
    }
    if (slots.size() > 2 * counted) {
      count();
    } else {
      putRare(slot);
    }
  }

  void remove(FindingId id) {
    var slot = slots.remove(id);
    if (slot == null) {
      return;
    }
    var bag = bags.get(slot);
    for (var word : bag.words) {
      remove(having, word, slot);
    }
    for (var i : rarest(bag)) {
      remove(rare, bag.words[i], slot);
    }
    taken.clear(slot);
    things.set(slot, null);
  }

  /// Hands every thing that may share enough to `taker`, once, and others too, in no order.
  void near(Bag bag, Consumer<T> taker) {
    var rarest = rarest(bag);
    var rest = bag.weight;
    var count = 0;
    for (var i : rarest) {
      count = meet(having, bag, i, count);
      rest -= bag.weights[i];
    }
    for (var k = 0; k < count; k++) {
      var slot = touched[k];
      if (hits[slot] >= SHARED && totals[slot] >= bag.weight) {
        var left = Math.min(rest, totals[slot] - met[slot]);
        hand(slot, left, bag.weight, totals[slot], taker);
      }
      hits[slot] = 0;
    }
    count = 0;
    for (var i = 0; i < bag.words.length; i++) {
      count = meet(rare, bag, i, count);
    }
    for (var k = 0; k < count; k++) {
      var slot = touched[k];
      if (hits[slot] >= SHARED && totals[slot] < bag.weight) {
        var left = Math.min(rests[slot], bag.weight - met[slot]);
        hand(slot, left, totals[slot], bag.weight, taker);
      }
      hits[slot] = 0;
    }
  }

  private void hand(int slot, double left, double lighter, double heavier, Consumer<T> taker) {
    var thing = things.get(slot);
    if (thing != null && met[slot] + left >= enough.of(lighter, heavier) - SLACK) {
      taker.accept(thing);
    }
  }

  private int meet(Map<Long, Postings> index, Bag bag, int i, int before) {
    var postings = index.get(bag.words[i]);
    if (postings == null) {
      return before;
    }
    var count = before;
    for (var k = 0; k < postings.size; k++) {
      var slot = postings.slots[k];
      var both = Math.min(bag.weights[i], postings.weights[k]);
      if (hits[slot]++ == 0) {
        touched[count++] = slot;
        met[slot] = both;
      } else {
        met[slot] += both;
      }
    }
    return count;
  }

  private static void add(Map<Long, Postings> index, Bag bag, int i, int slot) {
    index.computeIfAbsent(bag.words[i], _ -> new Postings()).add(slot, bag.weights[i]);
  }

  private static void remove(Map<Long, Postings> index, long word, int slot) {
    var postings = index.get(word);
    if (postings != null) {
      postings.remove(slot);
      if (postings.size == 0) {
        index.remove(word);
      }
    }
  }

  private void putRare(int slot) {
    var bag = bags.get(slot);
    rests[slot] = bag.weight;
    for (var i : rarest(bag)) {
      add(rare, bag, i, slot);
      rests[slot] -= bag.weights[i];
    }
  }

  private void count() {
    counted = slots.size();
    counts.clear();
    having.forEach((word, postings) -> counts.put(word, postings.size));
    rare.clear();
    taken.stream().forEach(this::putRare);
  }

  /// The places of the rarest words of a bag, without which, and without one more, less than half
  /// of its weight is left.
  private int[] rarest(Bag bag) {
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
    var rarest = new int[count];
    for (var i = 0; i < count; i++) {
      rarest[i] = (int) order[i];
    }
    return rarest;
  }
}
