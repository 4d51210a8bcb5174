package org.tellings.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;

/// Parts of a whole in words: “a third of the ferries”, “two-fifths of the crews”, “one in five”.
final class Fractions {

  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("half", 2),
          Map.entry("third", 3),
          Map.entry("quarter", 4),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10));

  private static final Set<Integer> ROUND = Set.of(10, 20, 100);

  private final Words words;
  private final Numbers numbers;

  Fractions(Words words, Numbers numbers) {
    this.words = words;
    this.numbers = numbers;
  }

  /// A part in percent: tokens up to `to`; `whole` is where the words for the whole begin.
  record Part(int to, BigDecimal percent, int whole) {}

  /// Whether a part can begin here; cheap.
  boolean mayBegin(int i) {
    return words.is(i, "a")
        || words.is(i, "half")
        || words.is(i, Sort.WORDED)
        || words.isNumber(i)
        || words.isWord(i) && words.low(i).indexOf('-') > 0;
  }

  /// The part that begins at token `i`; null when none does.
  @Nullable Part at(int i) {
    var low = words.low(i);
    var dash = low.indexOf('-');
    if (words.is(i, "half")) {
      var whole = words.is(i + 1, "of") ? i + 2 : i + 1;
      var led =
          words.is(i + 1, "of") && !words.is(i + 2, "a")
              || words.is(i + 1, "the")
              || words.isAny(i + 1, Sort.POSSESSIVE.bit);
      if (!led && isStep(i, i + 1)) {
        return part(1, 2, i + 1, -1);
      }
      return led && !words.is(i + 2, "way") && !isOfTwo(i - 1) ? part(1, 2, i + 1, whole) : null;
    }
    if (dash > 0) {
      var upper = Numbers.ones(low.substring(0, dash));
      var lower = parts(low.substring(dash + 1), upper);
      return lower > upper ? of(i, upper, lower, i + 1) : null;
    }
    if (words.is(i, "a")) {
      var lower = parts(words.low(Math.min(i + 1, words.size() - 1)), 1);
      return lower > 2 ? of(i, 1, lower, i + 2) : null;
    }
    var first = numbers.at(i);
    if (first == null
        || first.to() != i + 1
        || first.scaled()
        || first.percent()
        || !isWhole(first.value())) {
      return null;
    }
    var upper = first.value().intValue();
    if (first.isWorded() && i + 1 < words.size()) {
      var lower = parts(words.low(i + 1), upper);
      if (lower > upper) {
        return of(i, upper, lower, i + 2);
      }
    }
    return ratio(i, upper);
  }

  /// “The second half of the game” is no part told by a number.
  private boolean isOfTwo(int i) {
    return words.is(i, "first")
        || words.is(i, "second")
        || words.is(i, "latter")
        || words.is(i, "other")
        || words.is(i, "better");
  }

  /// “One in five”, “one out of three”, “nine in 10”, “one in 250”: not “two in three days”.
  private @Nullable Part ratio(int i, int upper) {
    var out = words.is(i + 1, "out") && words.is(i + 2, "of");
    if (!out && !words.is(i + 1, "in") || words.is(i - 1, Sort.NUMBERED)) {
      return null;
    }
    var at = out ? i + 3 : i + 2;
    var second = numbers.at(at);
    if (second == null
        || second.scaled() && second.value().intValue() > 1_000_000
        || second.currency() != null
        || second.percent()
        || !isWhole(second.value())
        || second.to() != at + 1) {
      return null;
    }
    var lower = second.value().intValue();
    var isYear = lower >= 1500 && lower < 2100;
    var round =
        upper == 1 ? lower >= 3 && !isYear : lower >= 3 && lower <= 6 || ROUND.contains(lower);
    return upper > 0 && round && upper < lower && !words.is(at + 1, Sort.UNIT)
        ? part(upper, lower, at + 1, at + 1)
        : null;
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  /// A third counts only as a part of something, or where words say how exact it is and nothing
  /// follows: not “a third ship”, nor “a quarter of a million”.
  private @Nullable Part of(int i, int upper, int lower, int to) {
    if (words.mark(to) != 0 && words.mark(to) != '-' && Approximations.before(words, i) != null) {
      return part(upper, lower, to, -1);
    }
    if (isStep(i, to) || isCompared(to) || isSome(i, to)) {
      return part(upper, lower, to, -1);
    }
    if (!words.is(to, "of") || words.is(to + 1, "a") || words.is(to + 1, "an")) {
      return null;
    }
    return part(upper, lower, to, to + 1);
  }

  /// “Cut by a fifth”, “a fall of two-thirds”: no noun follows.
  private boolean isStep(int i, int to) {
    var approximation = Approximations.before(words, i);
    var at = (approximation == null ? i : approximation.from()) - 1;
    var isTold =
        words.is(at, "by")
            || words.is(at, "of") && words.isAny(at - 1, Sort.UP.bit | Sort.DOWN.bit)
            || at == i - 1
                && words.isAny(at, Sort.UP.bit | Sort.DOWN.bit)
                && (words.is(to, "to") || words.mark(to) == '.' || words.mark(to) == ',');
    return isTold
        && !isClock(at, to)
        && !(words.is(at, "by") && isOfOther(at, to))
        && (to >= words.size()
            || words.mark(to) != 0 && words.mark(to) != '-'
            || words.isAny(to, ENDING) && !words.is(to, "of") && !words.is(to, "past")
            || words.is(to, "last")
            || words.is(to, "this"));
  }

  /// “Out by a quarter to nine”: a time, unless something moves.
  private boolean isClock(int at, int to) {
    var hour = numbers.at(to + 1);
    return words.is(to - 1, "quarter")
        && words.is(to, "to")
        && hour != null
        && hour.to() == to + 2
        && hour.currency() == null
        && !hour.scaled()
        && !hour.percent()
        && hour.value().compareTo(BigDecimal.valueOf(12)) <= 0
        && !isMoved(at);
  }

  /// “Won a first title, followed by a third in 2019”: one more of them, unless something moves.
  private boolean isOfOther(int at, int to) {
    if (words.is(to - 1, "half") || words.is(to - 1, "quarter") || isMoved(at)) {
      return false;
    }
    for (var k = at - 1; k >= Math.max(0, at - FAR) && !Sentences.ends(words, k); k--) {
      if (OTHERS.contains(words.low(k))) {
        return true;
      }
    }
    return false;
  }

  private boolean isMoved(int at) {
    for (var k = at - 1; k >= Math.max(0, at - FAR) && words.isWord(k); k--) {
      if (Movements.isMove(words, k) && !words.is(k, "up") && !words.is(k, "down")) {
        return true;
      }
    }
    return words.is(at - 1, "up") || words.is(at - 1, "down");
  }

  private static final int FAR = 8;

  /// What is done by one more, or has been so often.
  private static final Set<String> OTHERS =
      Set.of(
          "won",
          "win",
          "wins",
          "winning",
          "followed",
          "follows",
          "joined",
          "scored",
          "hit",
          "beaten",
          "caused",
          "killed",
          "led",
          "made");

  private static final long ENDING =
      Sort.PREPOSITION.bit
          | Sort.CONJUNCTION.bit
          | Sort.CLAUSE.bit
          | Sort.ADVERB.bit
          | Sort.AUXILIARY.bit;

  /// “A third were women”, “about a quarter said no”.
  private boolean isSome(int i, int to) {
    return words.is(to, "were")
        || words.is(to, "are")
        || words.is(to, "have")
        || words.isAny(to, Sort.SPEECH.bit | Sort.AUXILIARY.bit)
            && Approximations.before(words, i) != null;
  }

  /// “A third more”, “a quarter less”, “a fifth higher than”: not “a third faster train”.
  private boolean isCompared(int to) {
    return Factors.isMore(words, to)
        || Factors.isComparative(words, to)
            && (!words.isWord(to + 1)
                || words.isAny(to + 1, Things.STOPS | Sort.WEEKDAY.bit)
                || words.is(to + 1, "last"));
  }

  private static Part part(int upper, int lower, int to, int whole) {
    var percent =
        BigDecimal.valueOf(100L * upper)
            .divide(BigDecimal.valueOf(lower), new MathContext(4))
            .stripTrailingZeros();
    return new Part(to, percent.scale() < 0 ? percent.setScale(0) : percent, whole);
  }

  /// Into how many parts the word divides; 0 when it is no such word. More than one take a plural.
  private static int parts(String word, int upper) {
    if (upper < 1) {
      return 0;
    }
    if (upper == 1) {
      return PARTS.getOrDefault(word, 0);
    }
    return word.endsWith("s") ? PARTS.getOrDefault(word.substring(0, word.length() - 1), 0) : 0;
  }
}
