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

/// Finds, among things with bags of words, those that share two words with a bag and are like it.
/// Those that are like share at least half of the lighter one's weight.
///
/// Of each bag the rarest words are looked up until what is left, and one word more, weighs less
/// than half: a bag that shares half must share two of them (prefix filtering; Chaudhuri, Ganti and
/// Kaushik, ICDE 2006). What was met there, and all that is left, must come to enough. How rare
/// words are is counted anew when the number of things has doubled; what is found does not depend
/// on it.
final class Kindred<T> {

  private static final double SLACK = 1e-9;
  private static final int WEIGHT_BITS = 24;
  private static final long HIT = 1L << WEIGHT_BITS;
  private static final long QUESTION = HIT << 2;
  private static final int SHARED = 2;

  private final Enough enough;
  private final Like like;
  private final Map<FindingId, Integer> slots = new HashMap<>();
  private final List<@Nullable T> things = new ArrayList<>();
  private final List<Bag> bags = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final Map<Long, Postings> having = new HashMap<>();
  private final Map<Long, Postings> rare = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();
  private int counted;

  // the words of all bags, one after the other, and where those of each slot begin and end
  private long[] words = new long[1 << 10];
  private int used;
  private int[] from = new int[64];
  private int[] to = new int[64];

  // of each slot: its weight, and how much of it lies outside its rarest words
  private int[] totals = new int[64];
  private int[] rests = new int[64];

  // of each slot, what the last question that met it found, from the highest bits: the question's
  // number, whether once or more often, with what weight; and the slots that the one at hand met
  // twice
  private long[] met = new long[64];
  private int[] twice = new int[64];
  private long question;

  /// How much two bags must share at least to be like.
  interface Enough {

    /// `lighter` and `heavier` are what they weigh; at least half of `lighter`.
    double of(int lighter, int heavier);
  }

  /// Whether two bags of these weights with so much in common are like.
  interface Like {
    boolean of(Bag.Common common, int one, int other);
  }

  /// The slots that have a word, and in the three lowest bits what it weighs there.
  private static final class Postings {
    private static final int BITS = 3;

    int[] entries = new int[2];
    int size;

    void add(int slot, int weight) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = slot << BITS | weight;
    }

    void remove(int slot) {
      for (var i = 0; i < size; i++) {
        if (slot(entries[i]) == slot) {
          entries[i] = entries[--size];
          return;
        }
      }
    }

    static int slot(int entry) {
      return entry >>> BITS;
    }

    static int weight(int entry) {
      return entry & (1 << BITS) - 1;
    }
  }

  Kindred(Enough enough, Like like) {
    this.enough = enough;
    this.like = like;
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
    if (slot == met.length) {
      met = Arrays.copyOf(met, slot * 2);
      totals = Arrays.copyOf(totals, slot * 2);
      rests = Arrays.copyOf(rests, slot * 2);
      from = Arrays.copyOf(from, slot * 2);
      to = Arrays.copyOf(to, slot * 2);
      twice = new int[slot * 2];
    }
    totals[slot] = bag.weight;
    if (used + bag.words.length > words.length) {
      layAgain();
    } else {
      lay(slot, bag);
    }
    slots.put(id, slot);
    for (var word : bag.words) {
      add(having, word, slot);
    }
    if (slots.size() > 2 * counted) {
      count();
    } else {
      putRare(slot);
    }
  }

  private void lay(int slot, Bag bag) {
    from[slot] = used;
    System.arraycopy(bag.words, 0, words, used, bag.words.length);
    used += bag.words.length;
    to[slot] = used;
  }

  /// The words of all slots taken, without those of the bags that went.
  private void layAgain() {
    var live = 0;
    for (var one = taken.nextSetBit(0); one >= 0; one = taken.nextSetBit(one + 1)) {
      live += bags.get(one).words.length;
    }
    words = new long[2 * live];
    used = 0;
    for (var one = taken.nextSetBit(0); one >= 0; one = taken.nextSetBit(one + 1)) {
      lay(one, bags.get(one));
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

  /// Hands every thing that is like to `taker`, once, in no order.
  void near(Bag bag, Consumer<T> taker) {
    var rarest = rarest(bag);
    var rest = bag.weight;
    var count = 0;
    question += QUESTION;
    for (var i : rarest) {
      count = meet(having, bag.words[i], count);
      rest -= Bag.weight(bag.words[i]);
    }
    for (var k = 0; k < count; k++) {
      var slot = twice[k];
      if (totals[slot] >= bag.weight) {
        var here = weight(slot);
        var most = here + Math.min(rest, totals[slot] - here);
        if (2 * most >= bag.weight && most >= enough.of(bag.weight, totals[slot]) - SLACK) {
          hand(slot, bag, taker);
        }
      }
    }
    count = 0;
    question += QUESTION;
    for (var word : bag.words) {
      count = meet(rare, word, count);
    }
    for (var k = 0; k < count; k++) {
      var slot = twice[k];
      if (totals[slot] < bag.weight) {
        var here = weight(slot);
        var most = here + Math.min(rests[slot], bag.weight - here);
        if (2 * most >= totals[slot] && most >= enough.of(totals[slot], bag.weight) - SLACK) {
          hand(slot, bag, taker);
        }
      }
    }
  }

  private int weight(int slot) {
    return (int) (met[slot] & HIT - 1);
  }

  private void hand(int slot, Bag bag, Consumer<T> taker) {
    var common = bag.common(words, from[slot], to[slot]);
    if (common.words() >= SHARED && like.of(common, bag.weight, totals[slot])) {
      var thing = things.get(slot);
      if (thing != null) {
        taker.accept(thing);
      }
    }
  }

  private int meet(Map<Long, Postings> index, long packed, int before) {
    var postings = index.get(Bag.word(packed));
    if (postings == null) {
      return before;
    }
    var weight = Bag.weight(packed);
    var count = before;
    for (var k = 0; k < postings.size; k++) {
      var slot = Postings.slot(postings.entries[k]);
      var both = Math.min(weight, Postings.weight(postings.entries[k]));
      var was = met[slot];
      if (was < question) {
        met[slot] = question + HIT + both;
      } else if (was < question + SHARED * HIT) {
        twice[count++] = slot;
        met[slot] = was + HIT + both;
      } else {
        met[slot] = was + both;
      }
    }
    return count;
  }

  private static void add(Map<Long, Postings> index, long packed, int slot) {
    index.computeIfAbsent(Bag.word(packed), _ -> new Postings()).add(slot, Bag.weight(packed));
  }

  private static void remove(Map<Long, Postings> index, long packed, int slot) {
    var word = Bag.word(packed);
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
      add(rare, bag.words[i], slot);
      rests[slot] -= Bag.weight(bag.words[i]);
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
      order[i] = (long) counts.getOrDefault(Bag.word(bag.words[i]), 0) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    var left = bag.weight;
    var count = 0;
    while (count < size && 2 * (left + Bag.FULL) >= bag.weight) {
      left -= Bag.weight(bag.words[(int) order[count++]]);
    }
    var rarest = new int[count];
    for (var i = 0; i < count; i++) {
      rarest[i] = (int) order[i];
    }
    return rarest;
  }
}
