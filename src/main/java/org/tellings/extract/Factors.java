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

  /// What “times as” is told of without a second “as” behind it.
  private static final Set<String> MEASURES =
      Set.of(
          "much",
          "many",
          "likely",
          "big",
          "large",
          "high",
          "fast",
          "long",
          "strong",
          "heavy",
          "expensive",
          "wide",
          "tall",
          "deadly",
          "common",
          "powerful",
          "great",
          "quickly",
          "often");

  /// How things compare: “four times lighter”, “a third cheaper”.
  private static final Set<String> COMPARATIVES =
      Set.of(
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
          "shorter",
          "heavier",
          "lighter",
          "stronger",
          "weaker",
          "richer",
          "poorer",
          "taller",
          "wider",
          "better",
          "worse",
          "thicker",
          "thinner",
          "denser",
          "deeper",
          "brighter",
          "hotter",
          "colder",
          "deadlier",
          "likelier",
          "quicker");

  /// Who does so pays twice what another does.
  private static final Set<String> PAID =
      Set.of(
          "pay", "pays", "paid", "paying", "cost", "costs", "costing", "earn", "earns", "earned",
          "spend", "spends", "spent", "charge", "charges", "charged", "worth");

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
    return words.is(i, "twice") && isMultiple(i, i + 1) || words.is(i, "double") && isDouble(i)
        ? new Found(i + 1, TWO, whole(i + 1))
        : null;
  }

  /// “Is double the average”, “nearly double the rate”: not “to double the rate”.
  private boolean isDouble(int i) {
    var approximation = Approximations.before(words, i);
    var at = (approximation == null ? i : approximation.from()) - 1;
    var isLed =
        words.is(i + 1, "the")
            || words.is(i + 1, "that")
            || words.is(i + 1, "what")
            || words.isAny(i + 1, Sort.POSSESSIVE.bit);
    return isLed
        && isMultiple(i, i + 1)
        && (words.is(at, Sort.BE) || approximation != null && at >= 0 && words.mark(at) == ',');
  }

  private static @Nullable Found found(int to, String digits) {
    return digits.indexOf('.') == digits.lastIndexOf('.')
        ? new Found(to, new BigDecimal(digits), -1)
        : null;
  }

  /// Whether something moves before or behind: the aim may be twofold, too.
  private boolean isOfMove(int i, int to) {
    for (var k = i - 1; k >= Math.max(0, i - NEAR) && words.isWord(k); k--) {
      if (Movements.isMove(words, k) || words.low(k).startsWith("multipl")) {
        return true;
      }
    }
    return Movements.isMove(words, to);
  }

  /// Whether the words behind “twice” or “times” take something so often: “the size”, “as much”,
  /// “its value”, “more likely”; not “a week”, nor “Three times the engineer wrote”. `first` is
  /// where the factor begins.
  boolean isMultiple(int first, int i) {
    if (words.is(i, "as")) {
      return words.isWord(i + 1)
          && (MEASURES.contains(words.low(i + 1)) || words.is(i + 2, "as") && isPlain(i + 1));
    }
    if (isMore(words, i)) {
      return words.is(i + 1, "than") || words.isWord(i + 1) && isPlain(i + 1);
    }
    if (isComparative(words, i)) {
      return true;
    }
    if (words.is(i, "that") || words.is(i, "what")) {
      var isMoment = words.isWord(i + 1) && MOMENTS.contains(words.low(i + 1));
      return words.is(i + 1, "of")
          || !isMoment && isValued(first)
          || words.is(i, "what") && words.isWord(first - 1) && PAID.contains(words.low(first - 1));
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

  private boolean isPlain(int i) {
    return !words.isAny(i, Things.STOPS | Sort.ARTICLE.bit);
  }

  /// Whether something is, moves or comes to so many times what follows: not “said twice that”.
  private boolean isValued(int first) {
    var approximation = Approximations.before(words, first);
    var at = (approximation == null ? first : approximation.from()) - 1;
    return words.is(at, Sort.BE)
        || words.is(at, "to")
        || words.is(at, "at")
        || words.isPossessive(at)
        || at >= 0 && Movements.isMove(words, at);
  }

  static boolean isMore(Words words, int i) {
    return words.is(i, "more") || words.is(i, "less") || words.is(i, "fewer");
  }

  /// “Higher”, “cheaper”.
  static boolean isComparative(Words words, int i) {
    return words.isWord(i) && COMPARATIVES.contains(words.low(i)) && !words.isCapital(i);
  }

  /// Where the noun behind “the” or “its” begins; -1 where there is none.
  int whole(int i) {
    return words.is(i, "the") || words.isAny(i, Sort.POSSESSIVE.bit) ? i + 1 : -1;
  }
}
