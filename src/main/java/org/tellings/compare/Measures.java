package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;

/// Measures by what they may have in common: unit, property and thing counted with each mark; or
/// the value, where it has three digits, with each name.
///
/// Far apart in time, those whose values are neither equal nor a rounding of each other are passed
/// over. Not safe for use from several threads.
final class Measures {

  static final int NEAR_DAYS = 10;
  private static final int DIGITS = 3;
  private static final int UNDATED = Integer.MIN_VALUE;

  private final Map<FindingId, Integer> slots = new HashMap<>();
  private final BitSet taken = new BitSet();
  private final List<@Nullable Seat<Measure, Quantity>> seats = new ArrayList<>();
  private final Map<Long, Postings> marked = new HashMap<>();
  private final Map<Long, Postings> valued = new HashMap<>();

  // of each slot: the hash of unit, property and thing counted, the day, the value
  private long[] kinds = new long[64];
  private int[] days = new int[64];
  private Size[] sizes = new Size[64];

  // of each slot that the question at hand met: what its marks shared with those asked for come to
  private int[] met = new int[64];
  private int[] touched = new int[64];

  /// Takes one measure, and what the marks it shares with the one asked for come to.
  interface Taker {
    void of(Seat<Measure, Quantity> other, int shared);
  }

  /// The slots that have a key; in the lowest bit whether the mark counts two there.
  private static final class Postings {
    int[] entries = new int[2];
    int size;

    void add(int slot, int count) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = slot << 1 | count - 1;
    }

    void remove(int slot) {
      for (var i = 0; i < size; i++) {
        if (entries[i] >> 1 == slot) {
          entries[i] = entries[--size];
          return;
        }
      }
    }
  }

  void put(FindingId id, Seat<Measure, Quantity> seat) {
    var slot = taken.nextClearBit(0);
    taken.set(slot);
    if (slot == seats.size()) {
      seats.add(seat);
    } else {
      seats.set(slot, seat);
    }
    if (slot == kinds.length) {
      kinds = Arrays.copyOf(kinds, slot * 2);
      days = Arrays.copyOf(days, slot * 2);
      sizes = Arrays.copyOf(sizes, slot * 2);
      met = Arrays.copyOf(met, slot * 2);
      touched = new int[slot * 2];
    }
    slots.put(id, slot);
    var measure = seat.node();
    kinds[slot] = kind(measure);
    days[slot] = day(measure);
    sizes[slot] = Size.of(measure.plain());
    var marks = measure.marks();
    for (var i = 0; i < marks.words().length; i++) {
      marked
          .computeIfAbsent(key(kinds[slot], marks.words()[i]), _ -> new Postings())
          .add(slot, marks.counts()[i]);
    }
    for (var key : values(measure)) {
      valued.computeIfAbsent(key, _ -> new Postings()).add(slot, 1);
    }
  }

  void remove(FindingId id) {
    var slot = slots.remove(id);
    if (slot == null) {
      return;
    }
    var seat = at(slot);
    seats.set(slot, null);
    taken.clear(slot);
    for (var mark : seat.node().marks().words()) {
      remove(marked, key(kinds[slot], mark), slot);
    }
    values(seat.node()).forEach(key -> remove(valued, key, slot));
  }

  private static void remove(Map<Long, Postings> index, long key, int slot) {
    var postings = index.get(key);
    if (postings != null) {
      postings.remove(slot);
      if (postings.size == 0) {
        index.remove(key);
      }
    }
  }

  /// Hands over every measure here whose marks shared with these come to `least`, each once; to one
  /// more where nothing tells what either measures.
  void near(Measure measure, int least, Taker taker) {
    var kind = kind(measure);
    var day = day(measure);
    var size = Size.of(measure.plain());
    var marks = measure.marks();
    var count = 0;
    for (var i = 0; i < marks.words().length; i++) {
      var postings = marked.get(key(kind, marks.words()[i]));
      if (postings == null) {
        continue;
      }
      var counts = marks.counts()[i];
      for (var k = 0; k < postings.size; k++) {
        var slot = postings.entries[k] >> 1;
        if (isTooFar(day, size, slot)) {
          continue;
        }
        if (met[slot] == 0) {
          touched[count++] = slot;
        }
        met[slot] += Math.max(counts, 1 + (postings.entries[k] & 1));
      }
    }
    var bare = isBare(measure) ? 1 : 0; // and so are all of its kind
    for (var k = 0; k < count; k++) {
      var slot = touched[k];
      if (met[slot] - bare >= least) {
        hand(slot, met[slot] - bare, taker);
      }
      met[slot] = 0;
    }
    nearByValue(measure, kind, least, taker);
  }

  /// Those of another kind; of one kind, what shares nothing by kind and mark shares nothing.
  private void nearByValue(Measure measure, long kind, int least, Taker taker) {
    Set<Integer> seen = new HashSet<>();
    for (var key : values(measure)) {
      var postings = valued.get(key);
      for (var k = 0; postings != null && k < postings.size; k++) {
        var slot = postings.entries[k] >> 1;
        if (kinds[slot] != kind && seen.add(slot)) {
          var other = at(slot).node();
          var bare = isBare(measure) || isBare(other) ? 1 : 0;
          var shared = measure.marks().shared(other.marks()) - bare;
          if (shared >= least) {
            hand(slot, shared, taker);
          }
        }
      }
    }
  }

  private void hand(int slot, int shared, Taker taker) {
    taker.of(at(slot), shared);
  }

  private Seat<Measure, Quantity> at(int slot) {
    var seat = seats.get(slot);
    if (seat == null) {
      throw new IllegalStateException("no measure at " + slot);
    }
    return seat;
  }

  private static boolean isBare(Measure measure) {
    return measure.property().isEmpty() && measure.head().isEmpty();
  }

  private boolean isTooFar(int day, Size size, int slot) {
    return day != UNDATED
        && days[slot] != UNDATED
        && Math.abs(day - days[slot]) > NEAR_DAYS
        && size.isOff(sizes[slot]);
  }

  private static int day(Measure measure) {
    return measure.day().isEmpty() ? UNDATED : Math.toIntExact(measure.day().getAsLong());
  }

  private static long kind(Measure measure) {
    return Saying.hash(
        Units.measure(measure.plain().unit()) + "|" + measure.property() + "|" + measure.head());
  }

  private static long key(long kind, long mark) {
    return kind * 31 + mark;
  }

  private static Set<Long> values(Measure measure) {
    var high = measure.figure().high();
    if (high.precision() < DIGITS || Values.digits(high) < DIGITS) {
      return Set.of();
    }
    var printed = measure.figure().unit() + "=" + Quantities.value(measure) + "|";
    Set<Long> keys = new HashSet<>();
    measure.holders().forEach(word -> keys.add(Saying.hash(printed + word)));
    measure.codes().forEach(word -> keys.add(Saying.hash(printed + word)));
    return keys;
  }
}
