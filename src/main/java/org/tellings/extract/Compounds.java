package org.tellings.extract;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Numbers.Amount;

/// Ages, and numbers that share a word with their unit: “42-year-old”, “five-year”, “1.8
/// billion-mile”.
final class Compounds {

  private static final BigDecimal OLDEST = BigDecimal.valueOf(115);
  private static final BigDecimal ONE_AND_A_HALF = new BigDecimal("1.5");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int LONGEST = 40;

  /// What is told of by halves: “a half-cent tax”.
  private static final Set<String> HALVED =
      Set.of("cent", "point", "mile", "hour", "inch", "tonne", "ton", "pint", "acre", "degree");

  private final Words words;
  private final Numbers numbers;

  Compounds(Words words, Numbers numbers) {
    this.words = words;
    this.numbers = numbers;
  }

  /// A value with its unit, from token `from` up to `to`; `counted` is what is counted, where it is
  /// part of the word: the page of “seven-page”.
  record Found(
      int from, int to, BigDecimal value, String unit, Optional<String> counted, boolean isAge) {

    static Found of(int from, int to, BigDecimal value, String unit, boolean isAge) {
      var isCount = PARTS.contains(unit);
      return new Found(
          from,
          to,
          value,
          isCount ? "count" : unit,
          isCount ? Optional.of(unit) : Optional.empty(),
          isAge);
    }

    String rule() {
      return isAge ? "figure.age/1" : counted.isPresent() ? "figure.count/4" : "figure.unit/2";
    }
  }

  /// What things have so many of: “a seven-page memo”, “the two-bedroom flat”.
  private static final Set<String> PARTS =
      Set.of(
          "page",
          "bed",
          "bedroom",
          "storey",
          "story",
          "member",
          "person",
          "man",
          "woman",
          "judge",
          "room",
          "car",
          "game",
          "match",
          "goal",
          "candidate",
          "team",
          "vehicle",
          "home",
          "country",
          "nation",
          "course",
          "lane",
          "song",
          "episode",
          "chapter",
          "item",
          "question",
          "cylinder",
          "seat",
          "vessel",
          "ship",
          "truck");

  /// What begins at token `i`; null when no age and no such word does. `behindName` says whether
  /// the name of a person ends before the comma or the verb that stands before it.
  @Nullable Found at(int i, boolean behindName) {
    if (words.isNumber(i) || words.is(i, Sort.WORDED)) {
      var amount = numbers.at(i);
      return amount == null || amount.currency() != null || amount.percent() || isTied(i)
          ? null
          : behind(amount, behindName);
    }
    if (words.is(i, "a") || words.is(i, "an")) {
      return one(i);
    }
    return words.isWord(i) && words.low(i).indexOf('-') > 0 ? within(i) : null;
  }

  /// “Almost an hour”, “more than a year”, “a year and a half”: not “more than a year ago”.
  private @Nullable Found one(int i) {
    if (!words.is(i + 1, Sort.UNIT) || !UnitNames.isTime(words.low(i + 1))) {
      return null;
    }
    var joined = joined(i, BigDecimal.ONE, i + 1);
    if (joined != null) {
      return joined;
    }
    var half = words.is(i + 2, "and") && words.is(i + 3, "a") && words.is(i + 4, "half");
    var to = half ? i + 5 : i + 2;
    var isTold = half || Approximations.before(words, i) != null;
    return isTold && !words.is(to, "ago") && !words.is(to, "later") && !words.is(to, "earlier")
        ? Found.of(i, to, half ? ONE_AND_A_HALF : BigDecimal.ONE, words.low(i + 1), false)
        : null;
  }

  /// How many of the next smaller a time has.
  private record Smaller(String unit, int times) {}

  private static final Map<String, Smaller> SMALLER =
      Map.of(
          "year", new Smaller("month", 12),
          "week", new Smaller("day", 7),
          "day", new Smaller("hour", 24),
          "hour", new Smaller("minute", 60),
          "minute", new Smaller("second", 60));

  /// “Six years and four months”, “an hour and 20 minutes”, in the smaller unit; null where what
  /// has the unit at token `at` is not told so, or dates something: “… later”.
  private @Nullable Found joined(int from, BigDecimal value, int at) {
    var smaller = SMALLER.get(UnitNames.singular(words.low(at)));
    if (smaller == null
        || !words.is(at + 1, "and")
        || words.is(from - 1, "between")
        || value.scale() > 0
        || value.signum() <= 0) {
      return null;
    }
    var second = numbers.at(at + 2);
    if (second == null
        || second.currency() != null
        || second.percent()
        || second.scaled()
        || second.value().scale() > 0
        || second.value().signum() <= 0
        || second.value().compareTo(BigDecimal.valueOf(smaller.times())) >= 0) {
      return null;
    }
    var to = second.to() + 1;
    return words.isWord(to - 1)
            && UnitNames.singular(words.low(to - 1)).equals(smaller.unit())
            && !words.is(to, Sort.LASTING)
            && !words.is(to, "of")
        ? Found.of(
            from,
            to,
            value.multiply(BigDecimal.valueOf(smaller.times())).add(second.value()),
            smaller.unit(),
            false)
        : null;
  }

  private boolean isTied(int i) {
    var mark = words.mark(i - 1);
    return words.isGlued(i) && (mark == 0 || "/:#.-–@_=$£€".indexOf(mark) >= 0);
  }

  /// A number in a token of its own: the unit stands in what follows.
  private @Nullable Found behind(Amount amount, boolean behindName) {
    var end = amount.to();
    var dash = words.mark(end) == '-' && words.isGlued(end) && words.isGlued(end + 1) ? 1 : 0;
    var at = end + dash;
    if (words.isWord(at) && words.low(at).indexOf('-') > 0) {
      var low = words.low(at);
      var scale = scale(low);
      var found = rest(amount.from(), at, scale == 0 ? low : low.substring(low.indexOf('-') + 1));
      return found == null
          ? null
          : Found.of(
              found.from(),
              found.to(),
              amount.value().scaleByPowerOfTen(scale),
              found.unit(),
              found.isAge());
    }
    if (dash == 0 && words.isWord(at)) {
      var joined = amount.scaled() ? null : joined(amount.from(), amount.value(), at);
      if (joined != null) {
        return joined;
      }
      var unit = UnitNames.singular(words.low(at));
      if (UnitNames.isTime(unit) && words.is(at + 1, "old")) {
        return Found.of(amount.from(), at + 2, amount.value(), unit, true);
      }
      if (unit.equals("year") && words.is(at + 1, "of") && words.is(at + 2, "age")) {
        return Found.of(amount.from(), at + 3, amount.value(), unit, true);
      }
    }
    var told = isAged(amount.from()) || isOf(amount.from(), behindName) && isEnd(end);
    var goesOn = words.is(end, "to") || words.is(end, "and") || words.is(end, Sort.UNIT);
    return told
            && !goesOn
            && !amount.scaled()
            && amount.value().signum() > 0
            && amount.value().compareTo(OLDEST) < 0
            && amount.value().scale() <= 0
            && !(isDash(words.mark(end)) && words.isGlued(end))
        ? Found.of(amount.from(), end, amount.value(), "year", true)
        : null;
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—';
  }

  /// “Ada Ortiz, 44,”, “Ada Ortiz was 44.”, “she was 44.”
  private boolean isOf(int i, boolean behindName) {
    return behindName || isBe(words, i - 1) && (words.is(i - 2, "he") || words.is(i - 2, "she"));
  }

  private boolean isEnd(int i) {
    var mark = words.mark(i);
    return mark == ',' || mark == '.' || words.is(i, "when");
  }

  /// “Was” or “turned”.
  static boolean isBe(Words words, int i) {
    return words.is(i, "was") || words.is(i, "is") || words.is(i, "turned") || words.is(i, "turns");
  }

  /// “Aged 44”, “at the age of 44”, “at age 44”.
  private boolean isAged(int i) {
    return words.is(i - 1, "aged")
        || words.is(i - 1, "age") && !words.is(i - 2, "the")
        || words.is(i - 1, "of") && words.is(i - 2, "age") && !words.is(i - 3, "old");
  }

  private static int scale(String low) {
    return low.startsWith("million-") ? 6 : low.startsWith("billion-") ? 9 : 0;
  }

  /// `five-year`, `twenty-five-mile`: the number is part of the word.
  private @Nullable Found within(int i) {
    var low = words.low(i);
    if (low.length() > LONGEST) {
      return null;
    }
    var dash = low.indexOf('-');
    var half = low.startsWith("half-") ? low.substring(dash + 1) : "";
    if (HALVED.contains(half)) {
      return Found.of(i, i + 1, HALF, half, false);
    }
    var value = Numbers.ones(low.substring(0, dash));
    var next = low.indexOf('-', dash + 1);
    if (value >= 20 && next > 0) {
      var ones = Numbers.ones(low.substring(dash + 1, next));
      value += ones > 0 && ones < 10 ? ones : 0;
      dash = ones > 0 && ones < 10 ? next : dash;
    }
    if (value < 2) {
      return null;
    }
    var scale = scale(low.substring(dash + 1));
    var rest = scale == 0 ? dash + 1 : low.indexOf('-', dash + 1) + 1;
    var part = scale == 0 ? low.substring(rest) : "";
    if (PARTS.contains(part)) {
      return words.isWord(i + 1) && !words.isAny(i + 1, Things.STOPS)
          ? Found.of(i, i + 1, BigDecimal.valueOf(value), part, false)
          : null;
    }
    var found = rest(i, i, low.substring(rest));
    return found == null
        ? null
        : Found.of(
            i,
            i + 1,
            BigDecimal.valueOf(value).scaleByPowerOfTen(scale),
            found.unit(),
            found.isAge());
  }

  /// The unit that a word's last part tells; the value is nought.
  private @Nullable Found rest(int from, int at, String rest) {
    var isAge = rest.endsWith("-old") || rest.endsWith("-olds");
    var end =
        isAge ? rest.lastIndexOf('-') : rest.endsWith("-long") ? rest.length() - 5 : rest.length();
    var word = rest.substring(0, end);
    if ((Lexicon.sorts(word) & Sort.UNIT.bit) == 0) {
      return null;
    }
    var unit = UnitNames.singular(word);
    return isAge && !UnitNames.isTime(unit) || unit.length() < 3
        ? null
        : Found.of(from, at + 1, BigDecimal.ZERO, unit, isAge);
  }
}
