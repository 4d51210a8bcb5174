package org.tellings.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Numbers.Amount;
import org.tellings.model.Finding.Figure;

/// What a number is a number of: money, a part, a unit, things counted, or a level reached.
final class NumberSense {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// Of one hyphen with a number, yet nothing counted: “two-way”, “24-7”.
  private static final Set<String> UNCOUNTED =
      Set.of(
          "way",
          "fold",
          "time",
          "times",
          "off",
          "plus",
          "odd",
          "ish",
          "something",
          "star",
          "and",
          "the",
          "old",
          "olds",
          "thirds",
          "quarters",
          "fifths");

  /// What a price or an index does at a level.
  private static final Set<String> STANDS =
      Set.of(
          "close",
          "closed",
          "closing",
          "closes",
          "trade",
          "traded",
          "trading",
          "trades",
          "settled",
          "settling",
          "finished",
          "finishing",
          "stood",
          "stands",
          "ended");

  private static final int LONGEST_NAME = 4;

  private final Words words;
  private final Numbers numbers;
  private final UnitReader units;
  private final Things things;
  private final Factors factors;

  NumberSense(Words words, Numbers numbers, UnitReader units, Things things) {
    this.words = words;
    this.numbers = numbers;
    factors = new Factors(words);
    this.units = units;
    this.things = things;
  }

  /// A unit: its word, where the figure ends with it, and the words for what is counted.
  record Unit(String word, int to, String rule, int measuresFrom, int measuresTo) {

    Unit endingAt(int end) {
      return new Unit(word, end, rule, measuresFrom, measuresTo);
    }
  }

  /// The unit of a number, or of a range, that ends before token `end`; `figures` are those before.
  /// Null when it is no figure.
  @Nullable Unit of(Amount low, @Nullable Amount high, int end, List<Figure> figures) {
    var last = high == null ? low : high;
    if (last.percent()) {
      return percent(last, end);
    }
    var money = money(low, last, end);
    if (money != null) {
      return money;
    }
    var found = units.at(end);
    if (found == null) {
      return count(low, last, end, figures);
    }
    var time = UnitNames.isTime(found.name());
    var isDate = words.is(found.to(), Sort.LASTING) && !words.is(found.to() + 1, "than");
    if (time && (isDate || isLast(low.from() - 1)) || last.isWorded() && isOne(last)) {
      return null;
    }
    var from = isOfWords(found, end) ? end : -1;
    var ofThing = from < 0 && words.is(found.to(), "of") && !words.is(found.to() + 1, "age");
    return new Unit(
        rated(found.name(), found.to()),
        found.to(),
        "figure.unit/2",
        ofThing ? found.to() + 1 : from,
        ofThing ? -1 : found.to());
  }

  /// “One mile”, “one day” are seldom meant as figures.
  private static boolean isOne(Amount amount) {
    return amount.value().compareTo(BigDecimal.ONE) == 0;
  }

  /// “GPU hours”: the words before the unit tell what is measured.
  private boolean isOfWords(UnitReader.Found found, int end) {
    return found.word() > end
        && words.isWord(end)
        && words.low(found.word()).endsWith("s")
        && !words.is(end, "degrees");
  }

  private String rated(String unit, int to) {
    var divisor = units.rate(to);
    return divisor.isEmpty() ? unit : UnitNames.rate(unit, divisor);
  }

  private Unit percent(Amount last, int end) {
    var points =
        words.low(last.to() - 1).equals("percentage")
            || words.is(end, "points")
            || words.is(end, "point");
    var inside = words.is(end - 1, "points") || words.is(end - 1, "point");
    var to = points && words.low(end).startsWith("point") ? end + 1 : end;
    return new Unit(
        inside || points ? "percentage point" : "percent",
        to,
        "figure.percent/2",
        after(to, "of"),
        -1);
  }

  private @Nullable Unit money(Amount low, Amount last, int end) {
    var currency = low.currency() != null ? low.currency() : last.currency();
    var to = end;
    if (currency == null) {
      var whose = end + 1 < words.size() && Currencies.isWhose(words.low(end), words.low(end + 1));
      if (!whose && (!words.is(end, Sort.MONEY) || words.is(end, "won"))) {
        return null;
      }
      to = whose ? end + 2 : end + 1;
      currency =
          whose
              ? Currencies.of(words.low(end), words.low(end + 1))
              : Currencies.code(words.low(end));
    }
    var divisor = units.price(words.is(to, "u.s.") ? to + 1 : to, last.scaled());
    return new Unit(
        divisor.isEmpty() ? currency : UnitNames.rate(currency, divisor),
        to,
        "figure.money/3",
        after(to, "in", "of", "worth"),
        -1);
  }

  private boolean isLast(int i) {
    return words.is(i, "last")
        || words.is(i, "past")
        || words.is(i, "next")
        || words.is(i, "previous");
  }

  /// A count is told when it is large, scaled, marked by thousands, approximated or of many things.
  private @Nullable Unit count(Amount low, Amount last, int end, List<Figure> figures) {
    if (isPart(last, end)) {
      return new Unit("count", end + 2, "figure.count/4", end + 1, end + 2);
    }
    if (words.is(end, "times") && factors.isMultiple(low.from(), end + 1)) {
      return new Unit(Factors.TIMES, end + 1, "figure.factor/1", factors.whole(end + 1), -1);
    }
    var many = units.many(end);
    if (!many.isEmpty()) {
      return new Unit(UnitNames.rate("count", many), end, "figure.count/4", -1, -1);
    }
    var of = words.is(end, "of") && isSeveral(last) ? whole(end + 1) : -1;
    if (of > 0) {
      return new Unit("count", end, "figure.count/4", of, things.end(of));
    }
    var first = words.is(end, "more") ? end + 1 : size(end);
    var noun = things.end(first);
    var large = last.value().compareTo(HUNDRED) >= 0;
    var plural = noun > first && things.isPlural(noun - 1);
    var approximated =
        Approximations.before(words, low.from()) != null
            || Approximations.after(words, end) != null;
    var told =
        last.scaled()
            || last.thousands()
            || large && noun > first && (plural || !words.isCapital(first))
            || approximated && (noun > first || large || last.value().compareTo(BigDecimal.TEN) > 0)
            || plural && last.value().compareTo(BigDecimal.ONE) > 0;
    if (isYear(last) && !approximated && !last.scaled() && !last.thousands()) {
      return null;
    }
    if (!told && isBare(low, last, end, figures)) {
      return new Unit("count", end, "figure.count/4", -1, -1);
    }
    if (!told) {
      return isLevel(low, figures) ? new Unit("count", end, "figure.level/1", -1, -1) : null;
    }
    return new Unit("count", end, "figure.count/4", plural ? first : -1, noun);
  }

  /// Past the size of what is counted: “eight million 250ml bottles”.
  private int size(int i) {
    var unit = words.isNumber(i) ? units.at(i + 1) : null;
    return unit == null ? i : unit.to();
  }

  private static boolean isSeveral(Amount amount) {
    return amount.value().compareTo(BigDecimal.ONE) > 0;
  }

  /// Where the noun begins of which so many are told: “133 of the 200 workers”, “two of my five
  /// people”, “four of the judges”; -1 where none does.
  private int whole(int i) {
    var at = i;
    while (words.isAny(at, Sort.ARTICLE.bit | Sort.POSSESSIVE.bit)
        || words.is(at, "these")
        || words.is(at, "those")) {
      at++;
    }
    var isLed = at > i;
    if (isLed && words.isWord(at) && words.isPossessive(at + 1)) {
      at += 2; // two of the firm's six directors
    }
    at += words.is(at, "about") || words.is(at, "some") ? 1 : 0;
    while (!isLed && at < i + LONGEST_NAME && words.isCapital(at)) {
      if (words.isPossessive(++at)) {
        at++;
        isLed = true;
      }
    }
    if (words.isNumber(at) || words.is(at, Sort.WORDED)) {
      var number = numbers.at(at);
      if (number == null || number.currency() != null || number.percent() || number.scaled()) {
        return -1;
      }
      at = number.to();
      isLed = true;
    }
    var noun = isLed ? things.end(at) : at;
    return noun > at && things.isPlural(noun - 1) && !words.is(noun - 1, Sort.UNIT) ? at : -1;
  }

  /// A number whose noun stands before or is left out: “37 are missing”, “three were killed”,
  /// “compared with 290 in 2015”.
  private boolean isBare(Amount low, Amount last, int end, List<Figure> figures) {
    if (!isSeveral(last) || last.value().scale() > 0) {
      return false;
    }
    var isCounted = !figures.isEmpty() && figures.getLast().unit().equals("count");
    var near = isCounted && isNear(figures.getLast(), low.from());
    var before = low.from() - 1;
    if (words.is(before, "with") && words.is(before - 1, "compared")
        || words.is(before, "from")
            && (words.is(before - 1, "up") || words.is(before - 1, "down"))) {
      return near && !words.isWord(end) || near && words.isAny(end, Things.STOPS);
    }
    var isFirst =
        before < 0
            || Sentences.ends(words, before)
            || words.mark(before) == ','
            || words.mark(before) == ';'
            || words.isAny(before, Sort.CONJUNCTION.bit | Sort.SPEECH.bit)
            || words.is(before, "that")
            || words.is(before, "while")
            || words.is(before, "whom")
            || words.is(before, "another");
    return isFirst
        && (near || !last.isWorded())
        && (words.is(end, "were") || words.is(end, "are") || near && words.is(end, "have"))
        && words.isWord(end + 1)
        && !words.isAny(end + 1, Sort.ARTICLE.bit | Sort.CONJUNCTION.bit);
  }

  /// Whether a figure stands before token `i` in the same sentence.
  private boolean isNear(Figure figure, int i) {
    var from = words.at(figure.span().end());
    for (var k = from; k < i; k++) {
      if (k - from > 30 || Sentences.ends(words, k)) {
        return false;
      }
    }
    return true;
  }

  /// “A 16-page report”: digits, a hyphen and a noun before another.
  private boolean isPart(Amount last, int end) {
    return words.mark(end) == '-'
        && words.isGlued(end)
        && words.isGlued(end + 1)
        && words.isWord(end + 1)
        && words.isWord(end + 2)
        && words.isNumber(last.to() - 1)
        && !words.isCapital(end + 1)
        && words.low(end + 1).length() > 2
        && words.low(end + 1).chars().allMatch(Character::isLetter)
        && !UNCOUNTED.contains(words.low(end + 1))
        && !words.isAny(end + 1, Things.STOPS)
        && last.value().compareTo(BigDecimal.ONE) > 0;
  }

  /// “Fell 0.4 % to 13176”, “traded at 132.86”: a number that was reached.
  private boolean isLevel(Amount low, List<Figure> figures) {
    var first = low.from();
    if (low.digits() > 4 && low.digits() < 10 && low.value().scale() <= 0) {
      return words.is(first - 1, Sort.BE) || words.is(first - 1, "at") || words.is(first - 1, "to");
    }
    if (low.isWorded()
        || low.digits() == 0
        || low.value().scale() <= 0 && low.value().compareTo(HUNDRED) < 0
        || !words.is(first - 1, "to") && !words.is(first - 1, "at")) {
      return false;
    }
    if (words.isAny(first - 2, Sort.DOWN.bit | Sort.UP.bit)
        || words.isWord(first - 2) && STANDS.contains(words.low(first - 2))) {
      return low.value().compareTo(HUNDRED) >= 0 || low.digits() > 4;
    }
    return !figures.isEmpty()
        && figures.getLast().span().end() == words.end(first - 2)
        && (figures.getLast().unit().equals("percent")
            || figures.getLast().unit().endsWith("point")
            || figures.getLast().unit().equals("penny"));
  }

  static boolean isYear(Amount amount) {
    return amount.digits() == 4
        && amount.value().scale() <= 0
        && amount.value().compareTo(BigDecimal.valueOf(1900)) >= 0
        && amount.value().compareTo(BigDecimal.valueOf(2100)) < 0;
  }

  /// The first word behind “in”, “of” or “worth of”; -1 when there is none.
  private int after(int from, String... links) {
    for (var link : links) {
      if (words.is(from, link)) {
        return words.is(from + 1, "of") ? from + 2 : from + 1;
      }
    }
    return -1;
  }
}
