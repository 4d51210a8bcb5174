package org.tellings.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Precision;

/// Dates counted from another day: last week, a week later, mid-March, the first quarter. Each
/// method reads what begins at `i` and returns where to go on.
final class RelativeDates {

  private final Dating dating;
  private final Words words;

  RelativeDates(Dating dating) {
    this.dating = dating;
    this.words = dating.words;
  }

  /// Monday, last Monday, next Monday; Monday of last week, Monday next week.
  int weekday(int i) {
    var day = DayOfWeek.valueOf(words.low(i).toUpperCase(Locale.ROOT));
    var next = words.is(i - 1, "next");
    var from = next || words.is(i - 1, "last") || words.is(i - 1, "this") ? i - 1 : i;
    var at = words.mark(i + 1) == ',' ? i + 2 : i + 1;
    // “Tuesday, 28 January”: the day itself is read from what follows
    if (dating.isMonth(at) && words.isNumber(at + 1)
        || words.isNumber(at) && dating.isMonth(at + 1)) {
      return i + 1;
    }
    var week = words.is(i + 1, "of") ? i + 2 : i + 1;
    if (from == i && ofWeek(week).isPresent()) {
      var by = ofWeek(week).get();
      var value = dating.published.map(p -> p.plusWeeks(by).with(day));
      return weekday(i, week + 2, value);
    }
    var value =
        dating.published.map(
            p ->
                next || from == i && dating.isAhead(i, i + 1)
                    ? p.with(TemporalAdjusters.next(day))
                    : words.is(i - 1, "last")
                        ? p.with(TemporalAdjusters.previous(day))
                        : p.with(TemporalAdjusters.previousOrSame(day)));
    return weekday(from, i + 1, value);
  }

  private int weekday(int from, int to, Optional<LocalDate> value) {
    value.ifPresent(d -> dating.previous = d);
    dating.add(
        from,
        to,
        value.map(LocalDate::toString),
        Precision.DAY,
        Anchor.PUBLISHED,
        "date.weekday/3");
    return to;
  }

  /// How many weeks on the week is that is named here: last week, this week, next week.
  private Optional<Integer> ofWeek(int i) {
    if (!words.is(i + 1, "week")) {
      return Optional.empty();
    }
    return words.is(i, "last")
        ? Optional.of(-1)
        : words.is(i, "this")
            ? Optional.of(0)
            : words.is(i, "next") ? Optional.of(1) : Optional.empty();
  }

  /// Last week, next month, this year, last January, this Tuesday.
  int shifted(int i, int by) {
    var unit = i + 1;
    if (words.is(unit, Sort.WEEKDAY)) {
      return unit;
    }
    if (dating.isMonth(unit) && !words.is(unit + 1, Sort.UNIT)) {
      var month = dating.monthOf(unit);
      var value =
          dating.published.map(
              p -> {
                var year =
                    by < 0
                        ? p.getYear() - (month >= p.getMonthValue() ? 1 : 0)
                        : by > 0 ? p.getYear() + (month <= p.getMonthValue() ? 1 : 0) : p.getYear();
                return Almanac.iso(year, month);
              });
      dating.add(i, unit + 1, value, Precision.MONTH, Anchor.PUBLISHED, "date.month/2");
      return unit + 1;
    }
    if (words.is(i, "past") || words.is(i, "previous") || words.is(i, "coming")) {
      return i + 1;
    }
    if (words.is(i - 1, "the") && words.is(unit + 1, "of")) {
      return quarterOf(i); // the last week of January
    }
    var word = words.low(Math.min(unit, words.size() - 1));
    var to = unit + 1;
    switch (word) {
      case "week" ->
          dating.add(
              i,
              to,
              dating.published.map(p -> Almanac.week(p.plusWeeks(by))),
              Precision.WEEK,
              Anchor.PUBLISHED,
              "date.deictic/2");
      case "month" ->
          dating.add(
              i,
              to,
              dating.published.map(p -> Almanac.iso(p.plusMonths(by))),
              Precision.MONTH,
              Anchor.PUBLISHED,
              "date.deictic/2");
      case "year" ->
          dating.add(
              i,
              to,
              dating.published.map(p -> String.valueOf(p.getYear() + by)),
              Precision.YEAR,
              Anchor.PUBLISHED,
              "date.deictic/2");
      case "quarter" ->
          dating.add(
              i,
              to,
              dating.published.map(p -> Almanac.quarter(p.plusMonths(3L * by))),
              Precision.QUARTER,
              Anchor.PUBLISHED,
              "date.quarter/1");
      case "night", "evening" -> {
        if (by < 0) {
          return dating.deictic(i, to, dating.published.map(p -> p.minusDays(1)));
        }
        return i + 1;
      }
      case "morning", "afternoon" -> {
        if (by == 0) {
          return dating.deictic(i, to, dating.published);
        }
        return i + 1;
      }
      case "spring", "summer", "autumn", "fall", "winter" -> {
        dating.add(
            i,
            to,
            dating.published.map(p -> Almanac.season(p.getYear() + by, word)),
            Precision.QUARTER,
            Anchor.PUBLISHED,
            "date.season/1");
      }
      default -> {
        return i + 1;
      }
    }
    return to;
  }

  /// The last quarter of 2024.
  private int quarterOf(int i) {
    if (!words.is(i, "last") || !words.is(i + 1, "quarter") || !dating.isYear(i + 3)) {
      return i + 1;
    }
    dating.add(
        i - 1,
        i + 4,
        Optional.of(dating.small(i + 3) + "-36"),
        Precision.QUARTER,
        Anchor.NONE,
        "date.quarter/1");
    return i + 4;
  }

  /// Early February, late 2024, mid-March, early last year.
  int part(int i, String part, int at) {
    if (dating.isMonth(at)) {
      var to = dating.yearEnd(at);
      if (words.isNumber(at + 1) && words.low(at + 1).length() <= 2) {
        return i + 1;
      }
      var year = dating.yearAt(to);
      var month = dating.monthOf(at);
      var value = dating.value(month, year, dating.isAhead(i, to)).map(v -> Almanac.days(v, part));
      dating.add(
          i, to, value, Precision.RANGE, year > 0 ? Anchor.NONE : Anchor.PUBLISHED, "date.part/1");
      return to;
    }
    if (dating.isYear(at)) {
      var year = dating.small(at);
      var value =
          switch (part) {
            case "early" -> year + "-01/" + year + "-04";
            case "late" -> year + "-09/" + year + "-12";
            default -> year + "-05/" + year + "-08";
          };
      dating.add(i, at + 1, Optional.of(value), Precision.RANGE, Anchor.NONE, "date.part/1");
      return at + 1;
    }
    return i + 1;
  }

  /// mid-February as one word.
  int mid(int i) {
    var rest = words.low(i).substring(4);
    var month = Almanac.month(rest);
    if (month > 0) {
      var to = dating.yearEnd(i);
      var year = dating.yearAt(to);
      dating.add(
          i,
          to,
          dating.value(month, year, dating.isAhead(i, to)).map(v -> Almanac.days(v, "mid")),
          Precision.RANGE,
          year > 0 ? Anchor.NONE : Anchor.PUBLISHED,
          "date.part/1");
      return to;
    }
    if (rest.length() == 4 && rest.chars().allMatch(c -> Words.isDigit((char) c))) {
      dating.add(
          i,
          i + 1,
          Optional.of(rest + "-05/" + rest + "-08"),
          Precision.RANGE,
          Anchor.NONE,
          "date.part/1");
    }
    return i + 1;
  }

  /// In three weeks, where the words look forward: a count of days, weeks, months or years from the
  /// day of publication.
  int in(int i) {
    var count = words.isNumber(i + 1) ? dating.small(i + 1) : counted(low(i + 1));
    if (count <= 0 || count > 400 || !words.is(i + 2, Sort.UNIT) || !dating.looksForward(i)) {
      return i + 1;
    }
    var unit = UnitNames.singular(words.low(i + 2));
    if (!UNITS.contains(unit) || words.is(i + 1, "a") && isSpan(i, unit)) {
      return i + 1;
    }
    var value = dating.published.map(p -> Almanac.shift(p, unit, count));
    dating.add(
        i,
        i + 3,
        value.map(d -> unit.equals("week") ? Almanac.week(d) : Almanac.coarse(d, unit)),
        unit.equals("week") ? Precision.WEEK : Almanac.precision(unit),
        Anchor.PUBLISHED,
        "date.ahead/1");
    return i + 3;
  }

  /// “180mm of rain in a day”, “$5m in a year”: how long it takes, not when it will be.
  private boolean isSpan(int i, String unit) {
    if (unit.equals("day")) {
      return true;
    }
    var isMeasured = false;
    for (var k = i - 1; k >= Math.max(0, i - FAR) && !Sentences.ends(words, k); k--) {
      if (words.is(k, Sort.FUTURE)) {
        return false; // will bring $5m in a week
      }
      isMeasured = isMeasured || k >= i - NEAR && isMeasured(k);
    }
    return isMeasured;
  }

  /// “$5m”, “180mm”, “five miles”: a number of money or a unit.
  private boolean isMeasured(int k) {
    if (!words.isNumber(k) && !words.is(k, Sort.WORDED)) {
      return false;
    }
    var at = words.is(k + 1, Sort.SCALE) ? k + 2 : k + 1;
    return words.isAny(at, Sort.UNIT.bit | Sort.MONEY.bit)
        || "$£€¥".indexOf(Math.max(words.mark(k - 1), '!')) >= 0;
  }

  private static final int FAR = 12;
  private static final int NEAR = 5;

  private static final Set<String> UNITS = Set.of("day", "week", "month", "year");

  private String low(int i) {
    return i < words.size() ? words.low(i) : "";
  }

  /// New Year’s Eve and New Year’s Day.
  int newYear(int i) {
    if (!words.is(i + 1, "year")
        || !words.isPossessive(i + 2)
        || !words.is(i + 3, "eve") && !words.is(i + 3, "day")) {
      return i + 1;
    }
    var eve = words.is(i + 3, "eve");
    return dating.deictic(
        i, i + 4, dating.published.flatMap(p -> Almanac.nearest(p, eve ? 12 : 1, eve ? 31 : 1)));
  }

  /// The following year, the year after, the following November: counted from the date before.
  private int following(int i) {
    if (!words.is(i + 1, "following") && !words.is(i + 1, "year")) {
      return i;
    }
    var last = dating.last();
    var month = words.is(i + 1, "following") && dating.isMonth(i + 2);
    if (last.isEmpty() || month && last.get()[1] == 0) {
      return i;
    }
    var year = last.get()[0];
    if (month) {
      var at = dating.monthOf(i + 2);
      var value = Almanac.iso(at > last.get()[1] ? year : year + 1, at);
      dating.add(
          i, i + 3, Optional.of(value), Precision.MONTH, Anchor.PREVIOUS, "date.following/1");
      return i + 3;
    }
    var before = words.is(i + 2, "before");
    var isYear =
        words.is(i + 1, "following") && words.is(i + 2, "year")
            || words.is(i + 1, "year") && (words.is(i + 2, "after") || before) && isBare(i + 3);
    if (!isYear) {
      return i;
    }
    dating.add(
        i,
        i + 3,
        Optional.of(String.valueOf(before ? year - 1 : year + 1)),
        Precision.YEAR,
        Anchor.PREVIOUS,
        "date.following/1");
    return i + 3;
  }

  /// Christmas Day and Christmas Eve.
  int christmas(int i) {
    if (!words.is(i + 1, "day") && !words.is(i + 1, "eve")) {
      return i + 1;
    }
    var day = words.is(i + 1, "day") ? 25 : 24;
    return dating.deictic(i, i + 2, dating.published.flatMap(p -> Almanac.nearest(p, 12, day)));
  }

  /// A week later, three days ago, two months earlier, the next day, the day before.
  int ago(int i) {
    if (!words.is(i + 1, Sort.UNIT) && !words.is(i, "the")) {
      return i + 1;
    }
    if (words.is(i, "the")) {
      var to = following(i);
      if (to > i) {
        return to;
      }
    }
    var count = words.isNumber(i) ? dating.small(i) : counted(words.low(i));
    if (words.is(i, "the")
        && (words.is(i + 1, "next") || words.is(i + 1, "following"))
        && words.is(i + 2, "day")
        && (isBare(i + 3) || words.is(i + 3, Sort.PRONOUN))) {
      return later(i, i + 3, 1, "day", 1);
    }
    if (words.is(i, "the")
        && words.is(i + 1, "day")
        && (words.is(i + 2, "before") || words.is(i + 2, "after"))
        && isBare(i + 3)) {
      return later(i, i + 3, 1, "day", words.is(i + 2, "after") ? 1 : -1);
    }
    if (count <= 0 || count > 400 || !words.isWord(i + 1)) {
      return i + 1;
    }
    var unit = UnitNames.singular(words.low(i + 1));
    if (!unit.equals("day")
        && !unit.equals("week")
        && !unit.equals("month")
        && !unit.equals("year")) {
      return i + 1;
    }
    if (words.is(i + 2, "ago")) {
      var value = dating.published.map(p -> Almanac.shift(p, unit, -count));
      value.ifPresent(d -> dating.previous = d);
      dating.add(
          i,
          i + 3,
          value.map(d -> Almanac.coarse(d, unit)),
          Almanac.precision(unit),
          Anchor.PUBLISHED,
          "date.ago/1");
      return i + 3;
    }
    if (words.is(i + 3, "than")) {
      return i + 1; // “later than planned”: how late
    }
    if (words.is(i + 2, "later")
        || words.is(i + 2, "earlier")
        || words.is(i + 2, "before") && isBare(i + 3)) {
      return later(i, i + 3, count, unit, words.is(i + 2, "later") ? 1 : -1);
    }
    return words.is(i + 2, "after") || words.is(i + 2, "before") ? release(i, count, unit) : i + 1;
  }

  /// A week after R1, two days before the release of R1: counted from the day it came out, where
  /// that is known.
  private int release(int i, int count, String unit) {
    var at = i + 3;
    if (words.is(at, "the") && words.is(at + 2, "of") && RELEASING.contains(words.low(at + 1))) {
      at += 3;
    }
    var name = at < words.size() ? Names.at(words, at) : null;
    var day =
        name == null || name.type() != EntityType.PRODUCT
            ? Optional.<LocalDate>empty()
            : Releases.of(name.name());
    if (name == null || day.isEmpty()) {
      return i + 1;
    }
    var value = Almanac.shift(day.get(), unit, words.is(i + 2, "after") ? count : -count);
    var to = at + name.tokens().size();
    dating.previous = value;
    dating.add(
        i,
        to,
        Optional.of(Almanac.coarse(value, unit)),
        Almanac.precision(unit),
        Anchor.NONE,
        "date.release/1");
    return to;
  }

  private static final Set<String> RELEASING = Set.of("release", "launch", "arrival", "debut");

  private boolean isBare(int i) {
    return i >= words.size() || words.mark(i) != 0;
  }

  private int later(int from, int to, int count, String unit, int sign) {
    var last = dating.last();
    var isMonth = dating.isLastOf(Precision.MONTH) && !dating.isLastGuessed();
    if (unit.equals("year") && last.isPresent() && (last.get()[1] == 0 || isMonth)) {
      var year = String.valueOf(last.get()[0] + sign * count);
      dating.add(from, to, Optional.of(year), Precision.YEAR, Anchor.PREVIOUS, "date.later/2");
      return to;
    }
    if (unit.equals("month") && last.isPresent() && isMonth) {
      var month = LocalDate.of(last.get()[0], last.get()[1], 1).plusMonths((long) sign * count);
      var value = Optional.of(Almanac.iso(month));
      dating.add(from, to, value, Precision.MONTH, Anchor.PREVIOUS, "date.later/2");
      return to;
    }
    var anchor = Optional.ofNullable(dating.previous);
    var value = anchor.map(p -> Almanac.shift(p, unit, sign * count));
    value.ifPresent(d -> dating.previous = d);
    dating.add(
        from,
        to,
        value.map(d -> Almanac.coarse(d, unit)),
        Almanac.precision(unit),
        Anchor.PREVIOUS,
        "date.later/1");
    return to;
  }

  private static int counted(String word) {
    return switch (word) {
      case "a", "an", "one" -> 1;
      case "two" -> 2;
      case "three" -> 3;
      case "four" -> 4;
      case "five" -> 5;
      case "six" -> 6;
      case "seven" -> 7;
      case "eight" -> 8;
      case "nine" -> 9;
      case "ten" -> 10;
      case "twelve" -> 12;
      default -> 0;
    };
  }
}
