package org.tellings.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.NumberSense.Unit;
import org.tellings.extract.Numbers.Amount;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Span;

/// Money, percentages, amounts with a unit, and counts worth the name; not dates, versions, model
/// names or bare small numbers.
final class FigureExtractor {

  /// Verbs of going from one value to another that are neither up nor down.
  private static final Set<String> CHANGES =
      Set.of(
          "went",
          "gone",
          "go",
          "goes",
          "going",
          "moved",
          "moves",
          "moving",
          "come",
          "came",
          "extended",
          "pushed",
          "bumped",
          "boosted",
          "shrunk",
          "shrank",
          "slashed",
          "changed",
          "change",
          "put",
          "hiked",
          "hike",
          "lifted",
          "took",
          "brought",
          "revised",
          "narrowed",
          "widened",
          "upgraded",
          "improved",
          "worsened",
          "shifted",
          "switched",
          "swung");

  private static final int BACK = 4;

  private final Words words;
  private final Numbers numbers;
  private final Fractions fractions;
  private final Compounds compounds;
  private final Vague vague;
  private final UnitReader units;
  private final Things things;
  private final NumberSense sense;
  private final Movements movements;
  private final Factors factors;
  private final Measured measured;
  private final boolean[] named;
  private final boolean[] behindPerson;
  private final List<Figure> figures = new ArrayList<>();

  private FigureExtractor(Reading reading) {
    words = reading.words;
    numbers = new Numbers(words);
    fractions = new Fractions(words, numbers);
    compounds = new Compounds(words, numbers);
    vague = new Vague(words);
    units = new UnitReader(words);
    named = new boolean[words.size() + 1];
    behindPerson = new boolean[words.size() + 2];
    for (var mention : reading.mentions) {
      var end = mention.span().end();
      var t = words.at(mention.span().start());
      if (isAmount(t, end)) {
        continue;
      }
      while (t < words.size() && words.start(t) < end) {
        named[t++] = true;
      }
      behindPerson[t + 1] =
          mention.type() == EntityType.PERSON && (words.mark(t) == ',' || Compounds.isBe(words, t));
    }
    things = new Things(words, named);
    sense = new NumberSense(words, numbers, units, things);
    movements = new Movements(words, named);
    factors = new Factors(words);
    measured = new Measured(words, things, movements, named);
  }

  /// “43C”, taken for a place behind “above”.
  private boolean isAmount(int i, int end) {
    var unit = words.isNumber(i) && words.isGlued(i + 1) ? units.at(i + 1) : null;
    return unit != null && words.end(unit.to() - 1) == end;
  }

  static List<Figure> extract(Reading reading) {
    var extractor = new FigureExtractor(reading);
    var i = 0;
    while (i < extractor.words.size()) {
      i = extractor.read(i);
    }
    return extractor.figures;
  }

  private int read(int i) {
    if (named[i]) {
      return numbers.isCodeWithDigits(i) ? readNumber(i) : i + 1;
    }
    var part = fractions.mayBegin(i) ? fractions.at(i) : null;
    if (part != null) {
      var unit = new Unit("percent", part.to(), "figure.fraction/2", part.whole(), -1);
      add(i, part.percent(), part.percent(), unit);
      return part.to();
    }
    var factor = factors.at(i);
    if (factor != null) {
      var unit = new Unit(Factors.TIMES, factor.to(), "figure.factor/1", factor.whole(), -1);
      add(i, factor.value(), factor.value(), unit);
      return factor.to();
    }
    var open = vague.at(i);
    if (open != null) {
      return addVague(i, open);
    }
    var compound = compounds.at(i, behindPerson[i]);
    if (compound != null) {
      var unit = new Unit(compound.unit(), compound.to(), compound.rule(), -1, -1);
      add(i, compound.value(), compound.value(), unit, compound.counted());
      return compound.to();
    }
    return numbers.mayBegin(i) ? readNumber(i) : i + 1;
  }

  private int readNumber(int i) {
    var low = numbers.at(i);
    if (low == null) {
      return i + 1;
    }
    var high = range(low);
    var end = high == null ? low.to() : high.to();
    if (isRefused(low, high, end)) {
      return end;
    }
    if (high == null && isHanging(end)) {
      addHanging(low, end);
      return end + 1;
    }
    if (high == null && isFrom(low) && words.is(end, "to")) {
      var to = pair(low);
      if (to > end) {
        return to;
      }
    }
    var unit = sense.of(low, high, end, figures);
    if (unit == null) {
      return end;
    }
    if (high == null && unit.rule().startsWith("figure.unit")) {
      var to = repeated(low, unit);
      if (to > end) {
        return to;
      }
    }
    add(low, high == null ? low : high, unit);
    return Math.max(end, unit.to());
  }

  /// “Hundreds of miles”, “tens of millions of dollars”, “dozens of people”.
  private int addVague(int i, Vague.Found open) {
    var high = open.low().multiply(BigDecimal.TEN);
    var to = open.to();
    var end = things.end(to);
    if (words.is(to, Sort.MONEY)) {
      var money = Currencies.code(words.low(to));
      add(i, open.low(), high, new Unit(money, to + 1, "figure.vague/1", -1, -1));
      return to + 1;
    }
    if (words.is(to, Sort.UNIT)) {
      var unit = UnitNames.singular(words.low(to));
      if (!UnitNames.isTime(unit)) {
        add(i, open.low(), high, new Unit(unit, to + 1, "figure.vague/1", to, to + 1));
      }
      return to + 1;
    }
    if (end > to && things.isPlural(end - 1)) {
      add(i, open.low(), high, new Unit("count", to - 1, "figure.vague/1", to, end));
    }
    return to;
  }

  /// Whether “from” stands before a number, or before “up to” before it.
  private int from(Amount low) {
    var approximation = Approximations.before(words, low.from());
    var at = (approximation == null ? low.from() : approximation.from()) - 1;
    return words.is(at, "from") ? at : -1;
  }

  private boolean isFrom(Amount low) {
    return from(low) >= 0;
  }

  /// Whether what stands before “from” moved to another value: then it is told as two figures.
  private boolean isMoved(int from) {
    if (movements.before(from) >= 0) {
      return true;
    }
    for (var k = from - 1; k >= Math.max(0, from - BACK) && words.isWord(k); k--) {
      if (CHANGES.contains(words.low(k))) {
        return true;
      }
    }
    return false;
  }

  /// The hyphen of “a 7- or 8-inch screen”.
  private boolean isHanging(int end) {
    return words.mark(end) == '-'
        && words.isGlued(end)
        && !words.isGlued(end + 1)
        && (words.is(end + 1, "or") || words.is(end + 1, "and") || words.is(end + 1, "to"));
  }

  private void addHanging(Amount low, int end) {
    var compound = compounds.at(end + 2, false);
    var high = compound == null ? numbers.at(end + 2) : null;
    var found = high == null || high.currency() != null ? null : units.at(high.to());
    var unit = compound != null ? compound.unit() : found != null ? found.name() : "";
    if (!unit.isEmpty()) {
      var rule = compound != null ? compound.rule() : "figure.unit/2";
      var counted = compound != null ? compound.counted() : Optional.<String>empty();
      add(low.from(), low.value(), low.value(), new Unit(unit, low.to(), rule, -1, -1), counted);
    }
  }

  /// “Grew from 13.5 to 14.0 mm”: the first number has the unit of the second. Where it ends, or 0.
  private int pair(Amount low) {
    var high = numbers.at(low.to() + 1);
    if (high == null
        || low.currency() != null
        || low.percent()
        || high.isWorded() != low.isWorded() && !low.scaled()
        || isRefused(high, null, high.to())) {
      return 0;
    }
    var unit = sense.of(high, null, high.to(), figures);
    var large = low.value().compareTo(BigDecimal.valueOf(100)) >= 0;
    if (unit == null && large && low.digits() > 0 && !isYear(low) && !isYear(high)) {
      unit = new Unit("count", high.to(), "figure.level/1", -1, -1);
    }
    if (unit == null || isYear(low) && unit.word().equals("count")) {
      return 0;
    }
    var scale = high.scaled() && !low.scaled() && !low.thousands() ? high.scale() : BigDecimal.ONE;
    var first = low.value().multiply(scale);
    add(low.from(), first, first, unit.endingAt(low.to()));
    add(high, high, unit);
    return Math.max(high.to(), unit.to());
  }

  /// “From 252 miles to 287 miles”, “between 15kHz and 17kHz”: one range. Where it ends, or 0.
  private int repeated(Amount low, Unit unit) {
    var at = unit.to();
    var from = from(low);
    at += words.is(at, "up") && words.is(at + 1, "to") ? 1 : 0;
    var to = words.is(at, "to") && from >= 0 && !isMoved(from);
    if (!to && !(words.is(at, "and") && words.is(low.from() - 1, "between"))) {
      return 0;
    }
    var high = numbers.at(at + 1);
    if (high == null || high.value().compareTo(low.value()) <= 0) {
      return 0;
    }
    var other = sense.of(high, null, high.to(), figures);
    if (other == null || !other.word().equals(unit.word())) {
      return 0;
    }
    add(low.from(), low.value(), high.value(), other);
    return other.to();
  }

  private void add(Amount low, Amount high, Unit unit) {
    var scale =
        low.scaled()
                || low.currency() != null
                    && high.currency() != null
                    && high.scaled()
                    && high != low
                    && low.value().compareTo(high.value()) < 0
                    && isClose(low, high)
            ? BigDecimal.ONE
            : high.scale();
    var from = low.value().multiply(scale);
    var to = high.value();
    if (from.compareTo(to) > 0) {
      return;
    }
    if (isBelowZero(low.from(), unit)) {
      add(low.from() - 1, to.negate(), from.negate(), unit);
    } else {
      add(low.from(), from, to, unit);
    }
  }

  /// “Minus 12 degrees”, “-8°C”, “-5 yards”: a sign is no dash when nothing stands at it.
  private boolean isBelowZero(int first, Unit unit) {
    if (words.is(first - 1, "minus")) {
      return !unit.rule().startsWith("figure.count");
    }
    var mark = words.mark(first - 1);
    var degrees = Set.of("degree", "celsius", "fahrenheit").contains(unit.word());
    return mark != 0
        && (degrees ? "-−–" : "-−").indexOf(mark) >= 0
        && !unit.rule().startsWith("figure.count")
        && words.isGlued(first)
        && (!words.isGlued(first - 1) || words.mark(first - 2) == '(');
  }

  private void add(int first, BigDecimal from, BigDecimal to, Unit unit) {
    add(first, from, to, unit, Optional.empty());
  }

  private void add(
      int first, BigDecimal from, BigDecimal to, Unit unit, Optional<String> measures) {
    var approximation = Approximations.before(words, first);
    var start = approximation == null ? first : approximation.from();
    var after = Approximations.after(words, unit.to());
    var end = after == null ? unit.to() : after.to();
    var kind =
        after != null
            ? after.kind()
            : words.low(first).startsWith("sub-")
                ? Approximation.UNDER
                : approximation != null ? approximation.kind() : Approximation.EXACT;
    var span = new Span(words.start(start), words.end(end - 1));
    figures.add(
        new Figure(
            span,
            plain(from),
            plain(to),
            unit.word(),
            kind,
            isAttribute(first, unit)
                ? movements.behind(end)
                : movements.of(start, end, unit, figures),
            measures.isPresent()
                ? measures
                : measured.of(start, unit, isAttribute(first, unit), figures),
            unit.rule()));
  }

  /// “Raised its two-year rate”: not the years were raised.
  private boolean isAttribute(int first, Unit unit) {
    return unit.rule().startsWith("figure.age")
        || unit.rule().startsWith("figure.unit")
            && (words.mark(unit.to() - 2) == '-' && unit.to() - 2 > first
                || words.low(unit.to() - 1).indexOf('-') > 0);
  }

  /// “$500m to $1bn” gives both scales; “$5 to $6bn” means billions twice.
  private static boolean isClose(Amount low, Amount high) {
    return low.scaled() || high.value().compareTo(low.value().multiply(high.scale())) < 0;
  }

  private static BigDecimal plain(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// The second number of “10-15%”, “$500m to $1bn”, “between two and three billion”.
  private @Nullable Amount range(Amount low) {
    var i = low.to();
    var dash = words.isGlued(i) && isDash(words.mark(i)) && words.isGlued(i + 1);
    var whole = low.scaled() || low.currency() != null || low.percent();
    var to =
        words.is(i, "or") && low.isWorded()
            || words.is(i, "to")
                && (!isFrom(low) || !isMoved(from(low)))
                && !(words.is(low.from() - 1, "by") && whole);
    var and = words.is(i, "and") && words.is(low.from() - 1, "between");
    if (!dash && !to && !and) {
      return null;
    }
    var high = numbers.at(i + 1);
    if (high == null
        || high.isWorded() != low.isWorded() && !low.scaled()
        || high.value().compareTo(low.value()) <= 0
        || low.currency() != null && high.currency() == null && !high.scaled() && !dash
        || low.currency() == null && high.currency() != null
        || low.percent() && !high.percent()
        || isPoints(low) && !isPoints(high)
        || isYear(low) && high.scaled()) {
      return null;
    }
    return high;
  }

  /// “3 percentage points to 51%” are two figures: a step and a level.
  private boolean isPoints(Amount amount) {
    return words.low(amount.to() - 1).startsWith("point");
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—';
  }

  /// Years, days, clock times, versions, scores, ordinals, ages and what is glued to other signs.
  private boolean isRefused(Amount low, @Nullable Amount high, int end) {
    var first = low.from();
    if (words.isGlued(first) && words.mark(first - 1) == '.') {
      return true;
    }
    if (words.is(first - 1, "per")) {
      return true; // what a figure is told for so many of
    }
    if (low.currency() != null || (high == null ? low : high).percent()) {
      return false;
    }
    var before = words.mark(first - 1);
    var glued = words.isGlued(first) && !words.isGlued(first - 1) && units.at(end) != null;
    var signed = glued && before != 0 && "-–−".indexOf(before) >= 0;
    if (words.isGlued(first)
        && !signed
        && (before != 0 ? "/:#.-–−×@_=".indexOf(before) >= 0 : true)) {
      return true;
    }
    var after = words.mark(end);
    if (words.isGlued(end)
        && (after == '/'
            || after == ':'
            || after == 0 && !low.scaled() && units.at(end) == null
            || after == '.' && words.isGlued(end + 1))) {
      return true;
    }
    if (words.is(first - 1, Sort.NUMBERED) && !low.scaled() || isOfDate(low, end)) {
      return true;
    }
    return isDash(after) && words.isGlued(end) && words.isNumber(end + 1);
  }

  private boolean isOfDate(Amount low, int end) {
    if (low.scaled() || low.isWorded() || words.isWord(low.from()) && low.currency() == null) {
      return false;
    }
    var month =
        words.is(low.from() - 1, Sort.MONTH) && words.isCapital(low.from() - 1)
            || words.is(end, Sort.MONTH) && words.isCapital(end) && !words.is(end, "may");
    var clock = words.low(Math.min(end, words.size() - 1)).matches("[ap]\\.?m\\.?|o[’']clock|gmt");
    return month || clock || isYear(low) && !words.is(end, Sort.UNIT);
  }

  private static boolean isYear(Amount amount) {
    return NumberSense.isYear(amount);
  }
}
