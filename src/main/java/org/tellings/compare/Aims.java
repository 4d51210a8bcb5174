package org.tellings.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.Senses.Found;

/// What a figure is for, by the small words behind it, and on which side of a vote it stands.
final class Aims {

  private static final Set<String> FOR = Set.of("for", "on", "into", "towards", "toward");

  private static final Set<String> SUMS =
      Set.of("bill", "budget", "spending", "outlay", "costs", "expenses", "price");

  /// What stands behind what it is for.
  private static final Set<String> ENDS =
      Set.of(
          "for", "on", "into", "next", "last", "this", "in", "by", "from", "since", "over",
          "during", "and", "after", "before", "when", "at", "with", "is", "was", "are", "were");

  private static final int LONGEST = 6;

  /// Words that may stand between a figure and “of them”.
  private static final int BESIDE = 2;

  private static final Set<String> BEFORE_WHOLE =
      Set.of("the", "its", "their", "his", "her", "all", "those");

  private static final Set<String> PARTING = Set.of("of", "among");

  private Aims() {}

  /// “£3m for housing”, “on its servers”; not how long. `at` is the first word behind the figure.
  static Set<String> of(List<Word> words, int at, int last) {
    return of(words, at, last, FOR);
  }

  /// The same behind a word for a sum: “its bill for computing was $3bn”. Words `first` to `from`
  /// stand before the figure.
  static Set<String> before(List<Word> words, int first, int from) {
    for (var i = first; i + 2 < from; i++) {
      if (SUMS.contains(words.get(i).low())) {
        return of(words, i + 1, from, Set.of("for", "on"));
      }
    }
    return Set.of();
  }

  private static Set<String> of(List<Word> words, int at, int last, Set<String> small) {
    Set<String> aims = new TreeSet<>();
    if (at >= last || !small.contains(words.get(at).low())) {
      return aims;
    }
    for (var k = at + 1; k < Math.min(last, at + 1 + LONGEST); k++) {
      var word = words.get(k);
      if (word.comma() || k > at + 1 && ENDS.contains(word.low())) {
        break;
      }
      if (!word.isNumber() && !Measure.isIdle(word.stem()) && !Times.isLength(word.stem())) {
        aims.add(word.stem());
      }
    }
    return aims;
  }

  /// The scopes that are told; “of them”, “half of” are of the figure only when they stand beside
  /// it.
  ///
  /// “A third of what it holds” is of the whole.
  static Set<String> scopes(
      List<Found> senses, List<Word> words, int from, int to, boolean percent) {
    Set<String> scopes = new TreeSet<>();
    for (var found : senses) {
      var isFigure = found.from() >= from && found.to() <= to; // “almost an hour” is no rate
      if (found.type().equals("scope")
          && !isFigure
          && !(percent && isPartitive(words, found) && found.from() == to)
          && (!isPartitive(words, found)
              || found.from() <= to + BESIDE && found.to() >= from - BESIDE)) {
        scopes.add(found.name());
      }
    }
    return scopes;
  }

  /// “24 of the 49 seats”, “of the injured nine are …”, “of the £530m the state pays £320m”: the
  /// figure is a part. In percent it is a part of what the percent are of.
  static boolean isOfThe(List<Word> words, int first, int from, int to, boolean percent) {
    if (percent) {
      return false;
    }
    if (to + 2 < words.size()
        && words.get(to).low().equals("of")
        && BEFORE_WHOLE.contains(words.get(to + 1).low())
        && words.get(to + 2).isNumber()) {
      return true;
    }
    return from > first + 2
        && words.get(first).low().equals("of")
        && BEFORE_WHOLE.contains(words.get(first + 1).low());
  }

  private static boolean isPartitive(List<Word> words, Found found) {
    return found.name().equals("part")
        && found.to() - found.from() > 1
        && (PARTING.contains(words.get(found.from()).low())
            || PARTING.contains(words.get(found.to() - 1).low()));
  }

  /// “Voted against”, “287 against”, “with 311 in favour”; words `from` to `to` are the figure.
  static Optional<String> side(List<Word> words, int first, int last, int from, int to) {
    for (var i = Math.max(first, from - 4); i < Math.min(last, to + 5); i++) {
      var low = words.get(i).low();
      var before = i == first ? "" : words.get(i - 1).low();
      var voted = before.equals("vote") || before.equals("voted") || before.equals("voting");
      if (low.equals("opposed") || low.equals("against") && (voted || i == to)) {
        return Optional.of("against");
      }
      if (low.equals("for") && voted || low.startsWith("favo") && before.equals("in")) {
        return Optional.of("for");
      }
    }
    return Optional.empty();
  }
}
