package org.tellings.extract;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;

/// How many times as much: “grew tenfold”, “a 10-fold rise”, “twice the size”, “four times the
/// average”.
final class Factors {

  /// The unit of a factor.
  static final String TIMES = "times";

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final String FOLD = "fold";
  private static final int NEAR = 3;

  /// What “times as” is told of, besides “much” and “many”: any word but these.
  private static final Set<String> NO_MEASURE = Set.of("a", "an", "the", "well", "they", "he");

  private static final Set<String> MOMENTS =
      Set.of("day", "week", "month", "year", "next", "following", "previous", "last", "same");

  private final Words words;

  Factors(Words words) {
    this.words = words;
  }

  /// A factor up to token `to`; `whole` is where the words for what is taken so often begin, or -1.
  record Found(int to, BigDecimal value, int whole) {}

  /// What begins at token `i`; null when no factor in words does.
  @Nullable Found at(int i) {
    if (words.isNumber(i)) {
      var isFold =
          words.mark(i + 1) == '-' && words.isGlued(i + 1) && words.is(i + 2, FOLD)
              || words.is(i + 1, FOLD);
      var to = words.is(i + 1, FOLD) ? i + 2 : i + 3;
      var low = words.low(i);
      return isFold && low.length() < 6 && low.indexOf(',') < 0 && isOfMove(i, to)
          ? found(to, low)
          : null;
    }
    if (!words.isWord(i)) {
      return null;
    }
    var low = words.low(i);
    if (low.endsWith(FOLD)) {
      var stem = low.substring(0, low.length() - FOLD.length());
      var times = stem.equals("hundred") ? 100 : Numbers.ones(stem.replace("-", ""));
      return times > 1 && isOfMove(i, i + 1)
          ? new Found(i + 1, BigDecimal.valueOf(times), -1)
          : null;
    }
    return words.is(i, "twice") && isMultiple(i, i + 1)
        ? new Found(i + 1, TWO, whole(i + 1))
        : null;
  }

  private static @Nullable Found found(int to, String digits) {
    return digits.indexOf('.') == digits.lastIndexOf('.')
        ? new Found(to, new BigDecimal(digits), -1)
        : null;
  }

  /// Whether something moves before or behind: the aim may be twofold, too.
  private boolean isOfMove(int i, int to) {
    for (var k = i - 1; k >= Math.max(0, i - NEAR) && words.isWord(k); k--) {
      if (words.isAny(k, Sort.UP.bit | Sort.DOWN.bit) || words.low(k).startsWith("multipl")) {
        return true;
      }
    }
    return words.isAny(to, Sort.UP.bit | Sort.DOWN.bit);
  }

  /// Whether the words behind “twice” or “times” take something so often: “the size”, “as much”,
  /// “its value”, “more likely”; not “a week”, nor “Three times the engineer wrote”. `first` is
  /// where the factor begins.
  boolean isMultiple(int first, int i) {
    if (words.is(i, "as")) {
      return words.isWord(i + 1) && !NO_MEASURE.contains(words.low(i + 1));
    }
    if (words.is(i, "more") || words.is(i, "less") || words.is(i, "fewer")) {
      return words.isWord(i + 1) && !words.is(i, "and");
    }
    if (words.isWord(i) && words.low(i).length() > 4 && words.low(i).endsWith("er")) {
      return isComparative(words.low(i)) && !words.isCapital(i);
    }
    if (words.is(i, "that") || words.is(i, "what")) {
      return true;
    }
    var isFirst = first == 0 || Sentences.ends(words, first - 1) || isMark(first - 1);
    return !isFirst
        && (words.is(i, "the") || words.isAny(i, Sort.POSSESSIVE.bit))
        && words.isWord(i + 1)
        && !MOMENTS.contains(words.low(i + 1));
  }

  private boolean isMark(int i) {
    return words.mark(i) != 0 && words.mark(i) != ',';
  }

  private static boolean isComparative(String low) {
    return Set.of(
            "bigger",
            "larger",
            "higher",
            "lower",
            "cheaper",
            "faster",
            "slower",
            "smaller",
            "greater",
            "longer",
            "heavier",
            "stronger",
            "richer",
            "taller",
            "wider",
            "better",
            "worse",
            "thicker",
            "denser",
            "brighter",
            "hotter",
            "deadlier",
            "likelier")
        .contains(low);
  }

  /// Where the noun behind “the” or “its” begins; -1 where there is none.
  int whole(int i) {
    return words.is(i, "the") || words.isAny(i, Sort.POSSESSIVE.bit) ? i + 1 : -1;
  }
}
