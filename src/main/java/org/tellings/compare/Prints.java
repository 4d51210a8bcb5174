package org.tellings.compare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/// Where each print stands: articles, by slot, and places in them.
///
/// A table of numbers alone, since there are some three hundred prints to an article. A print that
/// more than `MOST` articles have tells nothing and is passed over.
final class Prints {

  /// Articles that may have a print before it counts for nothing.
  static final int MOST = 60;

  private int[] heads = filled(1 << 12);
  private long[] print = new long[1 << 10];
  private int[] slot = new int[1 << 10];
  private int[] place = new int[1 << 10];
  private int[] next = new int[1 << 10];
  private int size;
  private int free = -1;
  private int live;

  /// How often a print stands here, for those that stand more than `MOST` times.
  private static final class Often {
    int articles;
  }

  private final Map<Long, Often> often = new HashMap<>();

  /// Takes one place of a print.
  interface Taker {
    void at(int slot, int place);
  }

  private static int[] filled(int length) {
    var table = new int[length];
    Arrays.fill(table, -1);
    return table;
  }

  /// Puts the prints of a tape in; `touched` is told of the slots whose prints stopped counting.
  void put(Tape tape, IntConsumer touched) {
    var before = 0L;
    var prints = sorted(tape);
    for (var i = 0; i < prints.length; i++) {
      var isFirst = i == 0 || prints[i] != before;
      before = prints[i];
      var much = often.get(before);
      if (much != null) {
        much.articles += isFirst ? 1 : 0;
      }
    }
    for (var i = 0; i < tape.prints.length; i++) {
      add(tape.prints[i], tape.slot, tape.places[i]);
    }
    for (var one : prints) {
      if (!often.containsKey(one)) {
        count(one);
      }
    }
    crossed(prints, MOST + 1, touched);
  }

  /// Takes the prints of a tape out; `touched` is told of the slots whose prints count again.
  void take(Tape tape, IntConsumer touched) {
    for (var i = 0; i < tape.prints.length; i++) {
      remove(tape.prints[i], tape.slot, tape.places[i]);
    }
    var prints = sorted(tape);
    for (var one : prints) {
      if (often.remove(one) != null) {
        count(one);
      }
    }
    crossed(prints, MOST, touched);
  }

  private static long[] sorted(Tape tape) {
    var prints = tape.prints.clone();
    Arrays.sort(prints);
    return prints;
  }

  private void crossed(long[] prints, int line, IntConsumer touched) {
    for (var i = 0; i < prints.length; i++) {
      if (i > 0 && prints[i] == prints[i - 1]) {
        continue;
      }
      var much = often.get(prints[i]);
      if (much != null ? much.articles == line : line <= MOST && places(prints[i]) >= line) {
        var slots = slots(prints[i]);
        if (slots.cardinality() == line) {
          slots.stream().forEach(touched);
        }
      }
    }
  }

  /// Notes how often a print stands here when it is more than `MOST` times.
  private void count(long one) {
    var places = places(one);
    if (places > MOST) {
      var much = new Often();
      much.articles = slots(one).cardinality();
      often.put(one, much);
    }
  }

  /// All places of a print, when it counts.
  void each(long one, Taker taker) {
    var much = often.get(one);
    if (much != null && much.articles > MOST) {
      return;
    }
    for (var e = heads[bucket(one)]; e >= 0; e = next[e]) {
      if (print[e] == one) {
        taker.at(slot[e], place[e]);
      }
    }
  }

  private int places(long one) {
    var places = 0;
    for (var e = heads[bucket(one)]; e >= 0; e = next[e]) {
      places += print[e] == one ? 1 : 0;
    }
    return places;
  }

  private BitSet slots(long one) {
    var slots = new BitSet();
    for (var e = heads[bucket(one)]; e >= 0; e = next[e]) {
      if (print[e] == one) {
        slots.set(slot[e]);
      }
    }
    return slots;
  }

  private int bucket(long one) {
    return (int) (one ^ (one >>> 32)) & (heads.length - 1);
  }

  private void add(long one, int where, int at) {
    if (live >= heads.length) {
      grow();
    }
    var e = free >= 0 ? free : size;
    if (free >= 0) {
      free = next[e];
    } else if (size++ == print.length) {
      print = Arrays.copyOf(print, e * 2);
      slot = Arrays.copyOf(slot, e * 2);
      place = Arrays.copyOf(place, e * 2);
      next = Arrays.copyOf(next, e * 2);
    }
    print[e] = one;
    slot[e] = where;
    place[e] = at;
    next[e] = heads[bucket(one)];
    heads[bucket(one)] = e;
    live++;
  }

  private void remove(long one, int where, int at) {
    var before = -1;
    for (var e = heads[bucket(one)]; e >= 0; e = next[e]) {
      if (print[e] == one && slot[e] == where && place[e] == at) {
        if (before < 0) {
          heads[bucket(one)] = next[e];
        } else {
          next[before] = next[e];
        }
        next[e] = free;
        free = e;
        live--;
        return;
      }
      before = e;
    }
  }

  private void grow() {
    var old = heads;
    heads = filled(old.length * 4);
    for (var head : old) {
      var e = head;
      while (e >= 0) {
        var after = next[e];
        next[e] = heads[bucket(print[e])];
        heads[bucket(print[e])] = e;
        e = after;
      }
    }
  }
}
