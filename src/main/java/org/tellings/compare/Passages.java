package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tellings.model.ArticleId;
import org.tellings.model.Tie;

/// Finds wording of eight words or more that stands in several articles, or twice in one.
///
/// Quotations that both articles print do not count, and boilerplate is listed apart. A person's
/// ties are between findings, and passages are made of none, so ties change nothing here.
final class Passages implements Grouping<Passage> {

  /// Words running that make a passage, outside quotations.
  static final int LEAST = 8;

  private final Map<ArticleId, Tape> tapes = new HashMap<>();
  private final List<Tape> slots = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Prints prints = new Prints();
  private final BitSet stale = new BitSet();
  private final Copies copies = new Copies();

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var slot = taken.nextClearBit(0);
    taken.set(slot);
    var tape = new Tape(account, slot, numbers);
    while (slots.size() <= slot) {
      slots.add(tape);
    }
    slots.set(slot, tape);
    tapes.put(tape.article.id(), tape);
    prints.put(tape, stale::set);
    stale.set(slot);
  }

  @Override
  public void leave(ArticleId article) {
    var tape = tapes.remove(article);
    if (tape == null) {
      return;
    }
    prints.take(tape, stale::set);
    copies.leave(tape);
    taken.clear(tape.slot);
    stale.clear(tape.slot);
  }

  @Override
  public void tie(Collection<Tie> ties) {
    // there is nothing a tie could say of passages
  }

  @Override
  public List<Passage> things() {
    return copies().passages();
  }

  /// What pairs of articles have of each other.
  List<Overlap> overlaps() {
    return copies().overlaps();
  }

  /// Wording that was left out because outlets print it under or over many articles.
  List<Passage> boilerplate() {
    return copies().boilerplate();
  }

  private Copies copies() {
    var done = new BitSet();
    stale.stream()
        .forEach(
            slot -> {
              match(slots.get(slot), done);
              done.set(slot);
            });
    stale.clear();
    return copies;
  }

  /// Lays an article beside all that were not laid beside it already.
  private void match(Tape tape, BitSet done) {
    var found = new Diagonals[slots.size()];
    for (var i = 0; i < tape.prints.length; i++) {
      var at = tape.places[i];
      prints.each(
          tape.prints[i],
          (slot, place) -> {
            if (done.get(slot) || slot == tape.slot && place <= at) {
              return;
            }
            var diagonals = found[slot];
            if (diagonals == null) {
              diagonals = new Diagonals();
              found[slot] = diagonals;
            }
            if (!diagonals.hold(at, place)) {
              diagonals.add(grow(tape, at, slots.get(slot), place));
            }
          });
    }
    for (var other : copies.partners(tape)) {
      if (!done.get(other.slot) && found[other.slot] == null) {
        copies.drop(tape, Copies.lesser(tape, other), Copies.greater(tape, other));
      }
    }
    for (var slot = 0; slot < found.length; slot++) {
      var diagonals = found[slot];
      if (diagonals != null) {
        keep(tape, slots.get(slot), diagonals.matches);
      }
    }
  }

  /// Matches with one other article. Those with the same distance between their two places come in
  /// order, and only the last can hold the next print.
  private static final class Diagonals {
    final List<Match> matches = new ArrayList<>(2);
    private int[] distances = new int[4];
    private int[] ends = new int[4];
    private int size;

    boolean hold(int at, int place) {
      var i = find(place - at);
      return i >= 0 && at < ends[i];
    }

    private int find(int distance) {
      var i = size - 1;
      while (i >= 0 && distances[i] != distance) {
        i--;
      }
      return i;
    }

    void add(Match match) {
      var distance = match.other() - match.one();
      var i = find(distance);
      if (i < 0) {
        if (size == ends.length) {
          distances = Arrays.copyOf(distances, size * 2);
          ends = Arrays.copyOf(ends, size * 2);
        }
        i = size++;
        distances[i] = distance;
      }
      ends[i] = match.one() + match.length();
      if (match.length() >= LEAST) {
        matches.add(match);
      }
    }
  }

  private static Match grow(Tape tape, int at, Tape other, int place) {
    var back = 0;
    while (at - back > 0
        && place - back > 0
        && tape.words[at - back - 1] == other.words[place - back - 1]) {
      back++;
    }
    var end = 0;
    while (at + end < tape.size()
        && place + end < other.size()
        && tape.words[at + end] == other.words[place + end]) {
      end++;
    }
    return new Match(at - back, place - back, back + end);
  }

  private void keep(Tape tape, Tape other, List<Match> runs) {
    var one = Copies.lesser(tape, other);
    var swap = one != tape;
    var list =
        runs.size() == 1 && tape != other && !swap
            ? List.copyOf(runs)
            : runs.stream()
                .filter(run -> tape != other || run.one() + run.length() <= run.other())
                .map(run -> swap ? new Match(run.other(), run.one(), run.length()) : run)
                .sorted(Comparator.comparingInt(Match::one).thenComparingInt(Match::other))
                .toList();
    if (list.isEmpty()) {
      copies.drop(tape, one, Copies.greater(tape, other));
    } else {
      copies.put(tape, one, Copies.greater(tape, other), list);
    }
  }
}
