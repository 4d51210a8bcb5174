package org.tellings.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// What two articles share; `runs` are without quotations at their ends.
final class Pair {
  final Tape one;
  final Tape other;
  final List<Match> matches;
  final List<Run> runs = new ArrayList<>();
  final double share;
  final double back;
  final int words;

  Pair(Tape one, Tape other, List<Match> matches) {
    this.one = one;
    this.other = other;
    this.matches = matches;
    var here = new BitSet();
    var there = new BitSet();
    for (var match : matches) {
      here.set(match.one(), match.one() + match.length());
      there.set(match.other(), match.other() + match.length());
      trimmed(one, other, match).ifPresent(runs::add);
    }
    if (one != other
        && runs.size() == 1
        && Stock.isTurn(runs.getFirst().one(), runs.getFirst().other())) {
      runs.clear();
    }
    words = runs.stream().mapToInt(run -> run.one().length()).sum();
    share = (double) here.cardinality() / one.size();
    back = (double) there.cardinality() / other.size();
  }

  /// Which of the two was first, worked out when asked.
  Direction direction() {
    return one == other
        ? new Direction(Optional.of(one.article.id()), "It stands twice in one article.")
        : Direction.of(one, other, share, back);
  }

  /// Two stretches with the same words.
  record Run(Stretch one, Stretch other) {}

  /// A match without the words at its ends that both print as a quotation, and without the few
  /// words that say whose it is; empty when fewer than eight words outside quotations are left, or
  /// stock wording. In one article quotations count.
  private static Optional<Run> trimmed(Tape one, Tape other, Match match) {
    var from = 0;
    var to = match.length();
    if (one != other) {
      while (from < to && isQuoted(one, other, match, from)) {
        from++;
      }
      while (to > from && isQuoted(one, other, match, to - 1)) {
        to--;
      }
      from = afterSaying(one, other, match, from, to);
      to = beforeSaying(one, other, match, from, to);
      var own = 0;
      for (var i = from; i < to; i++) {
        own += isQuoted(one, other, match, i) ? 0 : 1;
      }
      if (own < Passages.LEAST
          || Stock.is(one, match.one() + from, match.one() + to)
          || isBesideQuotation(one, other, match, from, to)
              && Stock.isSaying(one, match.one() + from, match.one() + to)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Run(
            new Stretch(one, match.one() + from, match.one() + to),
            new Stretch(other, match.other() + from, match.other() + to)));
  }

  /// Whether both print a quotation before or behind what is left.
  private static boolean isBesideQuotation(Tape one, Tape other, Match match, int from, int to) {
    return match.one() + from > 0
            && match.other() + from > 0
            && isQuoted(one, other, match, from - 1)
        || isQuoted(one, other, match, to);
  }

  /// Without a short run of own words at the end that follows a quotation of both, as “said Rory
  /// Pask of the builders” does, and without that quotation.
  private static int beforeSaying(Tape one, Tape other, Match match, int from, int to) {
    var end = to;
    while (end > from && to - end < Passages.LEAST && !isQuoted(one, other, match, end - 1)) {
      end--;
    }
    if (end == from || end == to || !isQuoted(one, other, match, end - 1)) {
      return to;
    }
    while (end > from && isQuoted(one, other, match, end - 1)) {
      end--;
    }
    return end;
  }

  /// The same at the beginning.
  private static int afterSaying(Tape one, Tape other, Match match, int from, int to) {
    var start = from;
    while (start < to && start - from < Passages.LEAST && !isQuoted(one, other, match, start)) {
      start++;
    }
    if (start == to || start == from || !isQuoted(one, other, match, start)) {
      return from;
    }
    while (start < to && isQuoted(one, other, match, start)) {
      start++;
    }
    return start;
  }

  private static boolean isQuoted(Tape one, Tape other, Match match, int i) {
    return one.quoted.get(match.one() + i) && other.quoted.get(match.other() + i);
  }
}
