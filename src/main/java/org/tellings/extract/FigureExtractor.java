package org.tellings.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Numbers.Amount;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Span;

/// Money, percentages, amounts with a unit, and counts worth the name; not dates, versions, model
/// names or bare small numbers.
final class FigureExtractor {

  private static final Set<String> PLURALS =
      Set.of("children", "feet", "teeth", "sheep", "fish", "aircraft", "mice", "geese", "lives");

  private final Words words;
  private final Numbers numbers;
  private final Fractions fractions;
  private final Movements movements;
  private final boolean[] named;
  private final List<Figure> figures = new ArrayList<>();

  private FigureExtractor(Reading reading) {
    words = reading.words;
    numbers = new Numbers(words);
    fractions = new Fractions(words, numbers);
    named = new boolean[words.size() + 1];
    for (var mention : reading.mentions) {
      var end = mention.span().end();
      var t = words.at(mention.span().start());
      while (t < words.size() && words.start(t) < end) {
        named[t++] = true;
      }
    }
    movements = new Movements(words, named);
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
      return i + 1;
    }
    var part = fractions.mayBegin(i) ? fractions.at(i) : null;
    if (part != null) {
      var unit = new Unit("percent", part.to(), "figure.fraction/1", part.whole(), -1);
      add(i, part.percent(), part.percent(), unit);
      return part.to();
    }
    if (!numbers.mayBegin(i)) {
      return i + 1;
    }
    var low = numbers.at(i);
    if (low == null) {
      return i + 1;
    }
    var high = range(low);
    var end = high == null ? low.to() : high.to();
    if (isRefused(low, high, end)) {
      return end;
    }
    var unit = unit(low, high, end);
    if (unit == null) {
      return end;
    }
    add(low, high == null ? low : high, unit);
    return Math.max(end, unit.to());
  }

  /// A unit: its word, where the figure ends with it, and the words for what is counted.
  private record Unit(String word, int to, String rule, int measuresFrom, int measuresTo) {}

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

  /// “Minus 12 degrees”, “-8°C”: a sign before degrees is no dash when nothing stands at it.
  private boolean isBelowZero(int first, Unit unit) {
    if (words.is(first - 1, "minus")) {
      return unit.rule().startsWith("figure.unit") || unit.rule().startsWith("figure.percent");
    }
    var mark = words.mark(first - 1);
    var degrees = Set.of("degree", "celsius", "fahrenheit").contains(unit.word());
    return degrees
        && mark != 0
        && "-−–".indexOf(mark) >= 0
        && words.isGlued(first)
        && (!words.isGlued(first - 1) || words.mark(first - 2) == '(');
  }

  private void add(int first, BigDecimal from, BigDecimal to, Unit unit) {
    var approximation = Approximations.before(words, first);
    var start = approximation == null ? first : approximation.from();
    var after = Approximations.after(words, unit.to());
    var end = after == null ? unit.to() : after.to();
    var kind =
        after != null
            ? after.kind()
            : approximation != null ? approximation.kind() : Approximation.EXACT;
    var span = new Span(words.start(start), words.end(end - 1));
    figures.add(
        new Figure(
            span,
            plain(from),
            plain(to),
            unit.word(),
            kind,
            movements.of(start, end, unit.to(), isCount(unit), figures),
            measures(start, unit),
            unit.rule()));
  }

  private static boolean isCount(Unit unit) {
    return unit.rule().startsWith("figure.count") || unit.rule().startsWith("figure.unit");
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
                && (!words.is(low.from() - 1, "from")
                    || words.low(Math.max(0, low.from() - 2)).startsWith("rang"))
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
        || isPoints(low) && !isPoints(high)) {
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
    if (low.currency() != null || (high == null ? low : high).percent()) {
      return false;
    }
    var before = words.mark(first - 1);
    var degrees = unitAt(end) >= 0 && words.isGlued(first) && !words.isGlued(first - 1);
    var signed = degrees && before != 0 && "-–".indexOf(before) >= 0;
    if (words.isGlued(first)
        && !signed
        && (before != 0 ? "/:#.-–@_=".indexOf(before) >= 0 : true)) {
      return true;
    }
    var after = words.mark(end);
    if (words.isGlued(end)
        && (after == '/'
            || after == ':'
            || after == 0 && !low.scaled() && !words.is(end, Sort.UNIT)
            || after == '.' && words.isGlued(end + 1))) {
      return true;
    }
    if (words.is(first - 1, Sort.NUMBERED) && !low.scaled() || isOfDate(low, end)) {
      return true;
    }
    return isDash(after)
            && words.isGlued(end)
            && (words.isNumber(end + 1)
                || words.low(Math.min(end + 1, words.size() - 1)).startsWith("year-old"))
        || words.low(Math.min(end, words.size() - 1)).endsWith("year-old");
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

  private static boolean isYear(Amount low) {
    return low.digits() == 4
        && low.value().scale() <= 0
        && low.value().compareTo(BigDecimal.valueOf(1900)) >= 0
        && low.value().compareTo(BigDecimal.valueOf(2100)) < 0;
  }

  private @Nullable Unit unit(Amount low, @Nullable Amount high, int end) {
    var last = high == null ? low : high;
    if (last.percent()) {
      var points =
          words.low(last.to() - 1).equals("percentage")
              || words.is(end, "points")
              || words.is(end, "point");
      var word =
          words.is(end - 1, "points") || words.is(end - 1, "point") || points
              ? "percentage point"
              : "percent";
      var to = points && words.low(end).startsWith("point") ? end + 1 : end;
      return new Unit(word, to, "figure.percent/2", after(to, "of"), -1);
    }
    var currency = low.currency() != null ? low.currency() : last.currency();
    if (currency != null) {
      return new Unit(currency, end, "figure.money/2", after(end, "in", "of", "worth"), -1);
    }
    var whose = end + 1 < words.size() && Currencies.isWhose(words.low(end), words.low(end + 1));
    if (whose || words.is(end, Sort.MONEY) && !words.is(end, "won")) {
      var to = whose ? end + 2 : end + 1;
      return new Unit(
          whose
              ? Currencies.of(words.low(end), words.low(end + 1))
              : Numbers.currency(words.low(end)),
          to,
          "figure.money/2",
          after(to, "in", "of", "worth"),
          -1);
    }
    var at = unitAt(end);
    if (at >= 0) {
      var time = isTime(at);
      if (time && (words.is(at + 1, Sort.LASTING) || isLast(low.from() - 1))
          || last.isWorded() && last.value().compareTo(BigDecimal.valueOf(time ? 13 : 2)) < 0) {
        return null;
      }
      var from =
          at > end
                  && words.low(at).endsWith("s")
                  && words.isWord(end)
                  && !words.is(at - 1, "basis")
                  && !words.is(at - 1, "degrees")
              ? end
              : -1;
      var basis = words.is(at - 1, "basis") && at > end;
      return new Unit(
          basis ? "basis point" : power(at, end) + Numbers.singular(words.low(at)),
          at + 1,
          "figure.unit/1",
          from,
          at + 1);
    }
    return count(low, last, end);
  }

  /// “Cubic” or “square” before a unit.
  private String power(int at, int end) {
    return at > end && isPower(at - 1) ? words.low(at - 1) + " " : "";
  }

  private boolean isPower(int i) {
    return words.is(i, "cubic") || words.is(i, "square");
  }

  private boolean isTime(int at) {
    var unit = Numbers.singular(words.low(at));
    return "second minute hour day week month year decade".contains(unit);
  }

  private boolean isLast(int i) {
    return words.is(i, "last")
        || words.is(i, "past")
        || words.is(i, "next")
        || words.is(i, "previous");
  }

  /// The unit's place: right behind, behind a hyphen, or behind up to three words as in GPU hours.
  private int unitAt(int end) {
    if (words.is(end, Sort.UNIT)) {
      return words.is(end, "second")
          ? -1
          : words.is(end, "degrees") && words.is(end + 1, Sort.UNIT) ? end + 1 : end;
    }
    if (words.is(end, "basis") && words.is(end + 1, "points")
        || isPower(end) && words.is(end + 1, Sort.UNIT)) {
      return end + 1;
    }
    if (words.mark(end) == '°') {
      return words.is(end + 1, "c") || words.is(end + 1, "f") ? end + 1 : end;
    }
    if (isDash(words.mark(end)) && words.isGlued(end) && words.is(end + 1, Sort.UNIT)) {
      return end + 1;
    }
    for (var i = end + 1; i < end + 4; i++) {
      if (!words.isWord(i - 1) || words.isAny(i - 1, STOPS) || !words.isWord(i)) {
        return -1;
      }
      if (words.is(i, "hours") || words.is(i, "parameters") || words.is(i, "tokens")) {
        return i;
      }
    }
    return -1;
  }

  private static final long STOPS =
      Sort.PREPOSITION.bit
          | Sort.CONJUNCTION.bit
          | Sort.AUXILIARY.bit
          | Sort.CLAUSE.bit
          | Sort.DETERMINER.bit
          | Sort.PRONOUN.bit
          | Sort.ADVERB.bit;

  /// A count is told when it is large, scaled, marked by thousands, approximated or of many things.
  private @Nullable Unit count(Amount low, Amount last, int end) {
    var noun = nounEnd(end);
    var large = last.value().compareTo(BigDecimal.valueOf(100)) >= 0;
    var plural = noun > end && isPlural(noun - 1);
    var approximated =
        Approximations.before(words, low.from()) != null
            || Approximations.after(words, end) != null;
    var told =
        last.scaled()
            || last.thousands()
            || large && noun > end
            || approximated && (noun > end || large || last.value().compareTo(BigDecimal.TEN) > 0)
            || plural && last.value().compareTo(BigDecimal.ONE) > 0;
    if (!told || isYear(last) && !approximated && !last.scaled() && !last.thousands()) {
      return null;
    }
    return new Unit("count", end, "figure.count/3", noun > end ? end : -1, noun);
  }

  private boolean isPlural(int i) {
    var low = words.low(i);
    return low.endsWith("s") && !low.endsWith("ss")
        || words.is(i, Sort.PEOPLE)
        || PLURALS.contains(low);
  }

  /// Where the words for what is counted end: up to three, the last of them a plain noun.
  private int nounEnd(int from) {
    var i = words.is(from, "of") ? from + 1 : from;
    var first = i;
    while (i < from + 4
        && words.isWord(i)
        && !words.isAny(i, STOPS)
        && (i == first || !words.isAny(i, Sort.SPEECH.bit | Sort.THOUGHT.bit))
        && !words.isPossessive(i)
        && (i == first || !Sentences.ends(words, i - 1))) {
      i++;
      if (i > first && isPlural(i - 1) && !words.isCapital(i - 1)) {
        break;
      }
    }
    return i == first ? from : i;
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

  private Optional<String> measures(int start, Unit unit) {
    var from = unit.measuresFrom();
    var to = unit.measuresTo();
    if (from >= 0 && to < 0) {
      while (words.isAny(from, Sort.ARTICLE.bit | Sort.POSSESSIVE.bit)) {
        from++;
      }
      to = nounEnd(from);
    }
    if (from >= 0 && words.is(from, "of")) {
      from++;
    }
    if (from >= 0 && to > from) {
      return Optional.of(words.text.substring(words.start(from), words.end(to - 1)));
    }
    return subject(start);
  }

  /// What fell or rose: the words before the verb.
  private Optional<String> subject(int start) {
    var move = movements.before(start);
    if (move < 1) {
      return Optional.empty();
    }
    var to = move;
    while (to > 0 && words.isAny(to - 1, Sort.AUXILIARY.bit | Sort.ADVERB.bit)) {
      to--;
    }
    // past “in the United States and Europe”, to the noun it belongs to
    for (var n = 0; n < 3; n++) {
      var first = start(to);
      var link = words.isAny(first - 1, Sort.ARTICLE.bit) ? first - 2 : first - 1;
      if (!words.isAny(link, Sort.PREPOSITION.bit) && !words.is(link, "and")) {
        break;
      }
      to = link;
    }
    var from = start(to);
    return to > from
        ? Optional.of(words.text.substring(words.start(from), words.end(to - 1)))
        : Optional.empty();
  }

  /// Where the up to four plain words that end before `to` begin.
  private int start(int to) {
    var from = to;
    while (from > 0
        && to - from < 4
        && words.isWord(from - 1)
        && !Sentences.ends(words, from - 1)
        && !words.isAny(
            from - 1,
            Sort.PREPOSITION.bit
                | Sort.CONJUNCTION.bit
                | Sort.CLAUSE.bit
                | Sort.SPEECH.bit
                | Sort.AUXILIARY.bit
                | Sort.PRONOUN.bit
                | Sort.ARTICLE.bit)) {
      from--;
    }
    return from;
  }
}
