package org.tellings.compare;

import java.util.List;
import java.util.Set;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.Senses.Found;

/// The words around a figure that tell of it: `first` to `last`, the end excluded.
///
/// “While”, “but”, a semicolon and the like begin another clause, of which nothing is taken. What
/// says who tells it (“…, the company says”) stands outside, and so does what a list tells of
/// another figure of the same unit (“a bridge at £412m, a tunnel at £890m”).
record Clause(int first, int last) {

  private static final Set<String> BREAKS = Set.of("while", "whereas", "but", "although", "though");

  /// Words in “…, the company says” at most.
  private static final int TAG = 6;

  static Clause of(List<Word> words, List<Found> senses, int from, int to) {
    var first = from;
    while (first > 0 && !isBreak(words, first)) {
      first--;
    }
    var last = Math.min(to, words.size());
    while (last < words.size() && !isBreak(words, last)) {
      last++;
    }
    return new Clause(first, tag(words, senses, to, last));
  }

  /// The clause without what tells of other figures of the unit: what stands before a comma or
  /// “and” that parts it from the figure before, and behind one that parts it from the next.
  /// `others` are where those figures begin and end, in words.
  Clause without(List<Word> words, List<int[]> others, int from, int to) {
    var low = first;
    var high = last;
    for (var other : others) {
      if (other[1] <= from && other[0] >= first) {
        var cut = cut(words, other[1], from);
        low = cut < 0 ? low : Math.max(low, cut);
      } else if (other[0] >= to && other[0] < last) {
        var cut = cut(words, to, other[0]);
        high = cut < 0 ? high : Math.min(high, cut);
      }
    }
    return new Clause(low, high);
  }

  /// Where a new item of a list begins, which has a word of its own before its figure; -1 where
  /// none does.
  private static int cut(List<Word> words, int from, int to) {
    for (var i = from; i < to; i++) {
      if ((words.get(i).comma() || words.get(i).low().equals("and"))
          && words.subList(i, to).stream()
              .anyMatch(w -> !Measure.isIdle(w.stem()) && !w.isNumber())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBreak(List<Word> words, int i) {
    return words.get(i).mark() == ';' || BREAKS.contains(words.get(i).low());
  }

  /// Where “…, the company says” begins; `last` when nothing of the kind stands at the end.
  private static int tag(List<Word> words, List<Found> senses, int to, int last) {
    for (var i = last - 1; i >= Math.max(to, last - TAG); i--) {
      if (words.get(i).isNumber()) {
        return last;
      }
      if (words.get(i).comma()) {
        var comma = i;
        return senses.stream().noneMatch(f -> f.type().equals("moment") && f.from() >= comma)
                && senses.stream()
                    .anyMatch(
                        found ->
                            MeasureReader.isTelling(found)
                                && found.from() >= comma
                                && (found.to() == last || found.from() == comma))
            ? comma
            : last;
      }
    }
    return last;
  }
}
