package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;

/// Finds, among things with bags of words, those that share words with a bag, and how much: for
/// each word of the bag it goes through all things that have it, and adds up.
final class Kindred<T> {

  private final Map<FindingId, Integer> slots = new HashMap<>();
  private final List<@Nullable T> things = new ArrayList<>();
  private final List<Bag> bags = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final Map<Long, Postings> having = new HashMap<>();

  // of each slot that was met: what it shares so far
  private int[] shared = new int[64];
  private double[] weights = new double[64];
  private double[] specifics = new double[64];
  private int[] met = new int[64];

  /// Takes a thing with what it shares.
  interface Taker<T> {

    /// `words` are counted; `specific` is the `weight` of all but plain words, which count for
    /// less.
    void take(T thing, int words, double weight, double specific);
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
    if (slot == shared.length) {
      shared = Arrays.copyOf(shared, slot * 2);
      weights = Arrays.copyOf(weights, slot * 2);
      specifics = Arrays.copyOf(specifics, slot * 2);
      met = new int[slot * 2];
    }
    slots.put(id, slot);
    for (var i = 0; i < bag.words.length; i++) {
      having.computeIfAbsent(bag.words[i], _ -> new Postings()).add(slot, bag.weights[i]);
    }
  }

  void remove(FindingId id) {
    var slot = slots.remove(id);
    if (slot == null) {
      return;
    }
    for (var word : bags.get(slot).words) {
      var postings = having.get(word);
      if (postings != null) {
        postings.remove(slot);
        if (postings.size == 0) {
          having.remove(word);
        }
      }
    }
    taken.clear(slot);
    things.set(slot, null);
  }

  /// Hands every thing that shares `least` words or more to `taker`, in no order.
  void near(Bag bag, int least, Taker<T> taker) {
    var count = 0;
    for (var i = 0; i < bag.words.length; i++) {
      var postings = having.get(bag.words[i]);
      if (postings != null) {
        count = add(postings, bag.weights[i], bag.part(i), count);
      }
    }
    for (var i = 0; i < count; i++) {
      var slot = met[i];
      var thing = things.get(slot);
      if (thing != null && shared[slot] >= least) {
        taker.take(thing, shared[slot], weights[slot], specifics[slot]);
      }
      shared[slot] = 0;
    }
  }

  private int add(Postings postings, double weight, double part, int before) {
    var count = before;
    for (var i = 0; i < postings.size; i++) {
      var slot = postings.slots[i];
      var both = Math.min(weight, postings.weights[i]);
      if (shared[slot]++ == 0) {
        met[count++] = slot;
        weights[slot] = both;
        specifics[slot] = part * both;
      } else {
        weights[slot] += both;
        specifics[slot] += part * both;
      }
    }
    return count;
  }
}
