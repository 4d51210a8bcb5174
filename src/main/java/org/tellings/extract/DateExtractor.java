package org.tellings.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;
import org.tellings.model.Span;

/// Dates as printed. What is relative is resolved from the day the article was published, backwards
/// unless its sentence looks forward; “a week later” from the day named before. Without that day
/// the value cannot be said.
final class DateExtractor {

  private final Words words;
  private final Optional<LocalDate> published;
  private final List<DateMention> dates = new ArrayList<>();

  /// The last day that was resolved, for “a week later”.
  private @Nullable LocalDate previous;

  private DateExtractor(Words words, Optional<LocalDate> published) {
    this.words = words;
    this.published = published;
  }

  /// `published` is an ISO date as precise as known.
  static List<DateMention> extract(Words words, Optional<String> published) {
    var extractor =
        new DateExtractor(
            words, published.filter(p -> p.length() >= 10).flatMap(p -> day(p.substring(0, 10))));
    var i = 0;
    while (i < words.size()) {
      i = extractor.read(i);
    }
    return extractor.dates;
  }

  /// Reads the date at `i`, if there is one, and returns where to go on.
  private int read(int i) {
    if (words.isNumber(i)) {
      return number(i);
    }
    if (!words.isWord(i)) {
      return i + 1;
    }
    if (isMonth(i)) {
      return month(i);
    }
    if (words.is(i, Sort.WEEKDAY) && words.isCapital(i)) {
      return weekday(i);
    }
    if (words.isCapital(i) && words.low(i).indexOf('-') > 2 && !words.low(i).startsWith("mid-")) {
      return months(i);
    }
    return switch (words.low(i)) {
      case "yesterday" -> deictic(i, i + 1, published.map(d -> d.minusDays(1)));
      case "today", "tonight" -> deictic(i, i + 1, published);
      case "tomorrow" -> deictic(i, i + 1, published.map(d -> d.plusDays(1)));
      case "last", "past", "previous" -> shifted(i, -1);
      case "next", "coming" -> shifted(i, 1);
      case "this" -> shifted(i, 0);
      case "early", "late", "mid", "mid-to-late" -> part(i, words.low(i), i + 1);
      case "first", "second", "third", "fourth" -> quarter(i);
      case "q1", "q2", "q3", "q4" -> quarterCode(i);
      case "spring", "summer", "autumn", "fall", "winter" -> season(i);
      case "christmas" -> christmas(i);
      case "since", "in", "by", "until", "during", "from", "of", "before", "after" -> i + 1;
      default -> words.low(i).startsWith("mid-") ? mid(i) : ago(i);
    };
  }

  // digits first: 27 January 2025, 2025-01-27, 27/01/2025, 2024-25, in 2023, 1990s

  private int number(int i) {
    var value = small(i);
    if (value >= 1 && value <= 31 && words.low(i).length() <= 2) {
      var at = i + 1;
      if (words.isGlued(at) && isOrdinal(at)) {
        at++;
      }
      var second = second(at);
      var to = second > 0 ? at + 2 : at;
      if (words.is(to, "of")) {
        to++;
      }
      if (isMonth(to)) {
        return dayMonth(i, value, second, to);
      }
    }
    if (words.low(i).length() == 4 && value >= 1000) {
      return year(i, value);
    }
    return Math.max(ago(i), i + 1);
  }

  private boolean isOrdinal(int i) {
    return words.is(i, "st") || words.is(i, "nd") || words.is(i, "rd") || words.is(i, "th");
  }

  /// The second day of “27-28 January”, or 0.
  private int second(int at) {
    if (!isDash(words.mark(at)) && !words.is(at, "and") && !words.is(at, "to")
        || !words.isNumber(at + 1)) {
      return 0;
    }
    var value = small(at + 1);
    return value >= 1 && value <= 31 ? value : 0;
  }

  private int dayMonth(int i, int first, int second, int month) {
    var to = yearEnd(month);
    if (second > 0) {
      return range(
          i,
          to,
          full(monthOf(month), first, yearAt(to)),
          full(monthOf(month), second, yearAt(to)),
          yearAt(to));
    }
    return full(i, to, monthOf(month), first, yearAt(to));
  }

  /// After the month: where a year ends, if one follows.
  private int yearEnd(int month) {
    var at = words.mark(month + 1) == ',' ? month + 2 : month + 1;
    return isYear(at) && !(at == month + 1 && words.is(at + 1, Sort.UNIT)) ? at + 1 : month + 1;
  }

  /// The year that ends before `to`, or 0.
  private int yearAt(int to) {
    return isYear(to - 1) ? small(to - 1) : 0;
  }

  private int month(int i) {
    var day = words.isNumber(i + 1) && words.low(i + 1).length() <= 2 ? small(i + 1) : 0;
    if (day >= 1 && day <= 31 && !(words.isGlued(i + 2) && words.mark(i + 2) == ':')) {
      var at = i + 2;
      if (words.isGlued(at) && isOrdinal(at)) {
        at++;
      }
      var second = second(at);
      if (second > 0 && !isYear(at + 1)) {
        var to = yearEnd(at + 1);
        return range(
            i,
            to,
            full(monthOf(i), day, yearAt(to)),
            full(monthOf(i), second, yearAt(to)),
            yearAt(to));
      }
      var to = yearEnd(at - 1);
      return full(i, to, monthOf(i), day, yearAt(to));
    }
    var to = yearEnd(i);
    if (to == i + 1 && words.is(i + 1, "of") && isYear(i + 2)) {
      to = i + 3;
    }
    if (to == i + 1 && isSurname(i)) {
      return i + 1;
    }
    var year = yearAt(to);
    var value = value(monthOf(i), year, looksForward(i));
    add(i, to, value, Precision.MONTH, year > 0 ? Anchor.NONE : Anchor.PUBLISHED, "date.month/2");
    return to;
  }

  /// May and March alone are months only behind “in”, “last” and the like.
  private boolean isSurname(int i) {
    if (words.is(i, "may")
        || words.is(i, "march")
        || words.is(i, "june")
        || words.is(i, "april")
        || words.is(i, "august")) {
      return !words.isAny(i - 1, Sort.PREPOSITION.bit)
          && !words.is(i - 1, "early")
          && !words.is(i - 1, "late")
          && !words.is(i - 1, "last")
          && !words.is(i - 1, "this");
    }
    return words.low(i).length() <= 4 && !words.isAny(i - 1, Sort.PREPOSITION.bit);
  }

  /// November-December 2024, printed as one word.
  private int months(int i) {
    var dash = words.low(i).indexOf('-');
    var first = months(words.low(i).substring(0, dash));
    var second = months(words.low(i).substring(dash + 1));
    if (first == 0 || second == 0) {
      return i + 1;
    }
    var to = yearEnd(i);
    var year = yearAt(to);
    var value =
        value(first, year, false).flatMap(a -> value(second, year, false).map(b -> a + "/" + b));
    add(i, to, value, Precision.RANGE, year > 0 ? Anchor.NONE : Anchor.PUBLISHED, "date.range/1");
    return to;
  }

  private Optional<String> value(int month, int year, boolean forward) {
    if (year > 0) {
      return Optional.of(iso(year, month));
    }
    return published.map(
        p -> {
          var best =
              forward
                  ? p.getYear() + (month < p.getMonthValue() ? 1 : 0)
                  : p.getYear() - (month > p.getMonthValue() ? 1 : 0);
          return iso(best, month);
        });
  }

  private int full(int from, int to, int month, int day, int year) {
    var value = full(month, day, year);
    value.ifPresent(d -> previous = d);
    add(
        from,
        to,
        value.map(LocalDate::toString),
        Precision.DAY,
        year > 0 ? Anchor.NONE : Anchor.PUBLISHED,
        year > 0 ? "date.full/2" : "date.day-month/2");
    return to;
  }

  private Optional<LocalDate> full(int month, int day, int year) {
    return year > 0 ? date(year, month, day) : published.flatMap(p -> nearest(p, month, day));
  }

  private int range(
      int from, int to, Optional<LocalDate> first, Optional<LocalDate> last, int year) {
    first.ifPresent(d -> previous = d);
    add(
        from,
        to,
        first.flatMap(a -> last.filter(b -> b.isAfter(a)).map(b -> a + "/" + b)),
        Precision.RANGE,
        year > 0 ? Anchor.NONE : Anchor.PUBLISHED,
        "date.range/1");
    return to;
  }

  /// A year: behind a preposition, in a range, an ISO date, or a decade.
  private int year(int i, int year) {
    if (isDash(words.mark(i + 1))
        && words.isGlued(i + 1)
        && words.isGlued(i + 2)
        && words.isNumber(i + 2)) {
      if (isDash(words.mark(i + 3)) && words.isGlued(i + 3) && words.isNumber(i + 4)) {
        var value = date(year, small(i + 2), small(i + 4));
        value.ifPresent(d -> previous = d);
        add(i, i + 5, value.map(LocalDate::toString), Precision.DAY, Anchor.NONE, "date.full/2");
        return i + 5;
      }
      var second = words.low(i + 2).length() == 2 ? year / 100 * 100 + small(i + 2) : small(i + 2);
      if (isYear(i) && second > year && second < year + 100) {
        add(
            i,
            i + 3,
            Optional.of(year + "/" + second),
            Precision.RANGE,
            Anchor.NONE,
            "date.range/1");
        return i + 3;
      }
      return i + 3;
    }
    if (!isYear(i) || words.isGlued(i) && words.mark(i - 1) != '(') {
      return i + 1;
    }
    if (words.is(i + 1, "s") && words.isGlued(i + 1)) {
      return i + 2;
    }
    if (words.is(i - 1, "from")
            && isYear(i + 2)
            && (words.is(i + 1, "to") || words.is(i + 1, "until"))
        || words.is(i - 1, "between") && words.is(i + 1, "and") && isYear(i + 2)) {
      add(
          i,
          i + 3,
          Optional.of(year + "/" + small(i + 2)),
          Precision.RANGE,
          Anchor.NONE,
          "date.range/1");
      return i + 3;
    }
    var behind =
        words.is(i - 1, "in")
            || words.is(i - 1, "since")
            || words.is(i - 1, "by")
            || words.is(i - 1, "until")
            || words.is(i - 1, "during")
            || words.is(i - 1, "early")
            || words.is(i - 1, "late")
            || words.is(i - 1, "from")
            || words.is(i - 1, "before")
            || words.is(i - 1, "after")
            || words.is(i - 1, "of");
    var alone = words.mark(i - 1) == '(' && words.mark(i + 1) == ')' || isListed(i);
    if (!behind && !alone || words.is(i + 1, Sort.UNIT) || words.is(i + 1, Sort.PEOPLE)) {
      return i + 1;
    }
    add(i, i + 1, Optional.of(String.valueOf(year)), Precision.YEAR, Anchor.NONE, "date.year/2");
    return i + 1;
  }

  /// In 2023, 2024 and 2025.
  private boolean isListed(int i) {
    return !dates.isEmpty()
        && dates.getLast().precision() == Precision.YEAR
        && (words.is(i - 1, "and") || words.is(i - 1, "or") || words.mark(i - 1) == ',')
        && dates.getLast().span().end() == words.end(i - 2);
  }

  // words

  private int weekday(int i) {
    var day = DayOfWeek.valueOf(words.low(i).toUpperCase(Locale.ROOT));
    var next = words.is(i - 1, "next");
    var from = next || words.is(i - 1, "last") || words.is(i - 1, "this") ? i - 1 : i;
    var at = words.mark(i + 1) == ',' ? i + 2 : i + 1;
    // “Tuesday, 28 January”: the day itself is read from what follows
    if (isMonth(at) && words.isNumber(at + 1) || words.isNumber(at) && isMonth(at + 1)) {
      return i + 1;
    }
    var value =
        published.map(
            p ->
                next || from == i && looksForward(i)
                    ? p.with(TemporalAdjusters.next(day))
                    : words.is(i - 1, "last")
                        ? p.with(TemporalAdjusters.previous(day))
                        : p.with(TemporalAdjusters.previousOrSame(day)));
    value.ifPresent(d -> previous = d);
    add(
        from,
        i + 1,
        value.map(LocalDate::toString),
        Precision.DAY,
        Anchor.PUBLISHED,
        "date.weekday/2");
    return i + 1;
  }

  private int deictic(int from, int to, Optional<LocalDate> value) {
    value.ifPresent(d -> previous = d);
    add(
        from,
        to,
        value.map(LocalDate::toString),
        Precision.DAY,
        Anchor.PUBLISHED,
        "date.deictic/2");
    return to;
  }

  /// Last week, next month, this year, last January, this Tuesday.
  private int shifted(int i, int by) {
    var unit = i + 1;
    if (words.is(unit, Sort.WEEKDAY)) {
      return unit;
    }
    if (isMonth(unit) && !words.is(unit + 1, Sort.UNIT)) {
      var month = monthOf(unit);
      var value =
          published.map(
              p -> {
                var year =
                    by < 0
                        ? p.getYear() - (month >= p.getMonthValue() ? 1 : 0)
                        : by > 0 ? p.getYear() + (month <= p.getMonthValue() ? 1 : 0) : p.getYear();
                return iso(year, month);
              });
      add(i, unit + 1, value, Precision.MONTH, Anchor.PUBLISHED, "date.month/2");
      return unit + 1;
    }
    if (words.is(i, "past") || words.is(i, "previous") || words.is(i, "coming")) {
      return i + 1;
    }
    var word = words.low(Math.min(unit, words.size() - 1));
    var to = unit + 1;
    switch (word) {
      case "week" ->
          add(
              i,
              to,
              published.map(p -> week(p.plusWeeks(by))),
              Precision.WEEK,
              Anchor.PUBLISHED,
              "date.deictic/2");
      case "month" ->
          add(
              i,
              to,
              published.map(p -> iso(p.plusMonths(by))),
              Precision.MONTH,
              Anchor.PUBLISHED,
              "date.deictic/2");
      case "year" ->
          add(
              i,
              to,
              published.map(p -> String.valueOf(p.getYear() + by)),
              Precision.YEAR,
              Anchor.PUBLISHED,
              "date.deictic/2");
      case "quarter" ->
          add(
              i,
              to,
              published.map(p -> quarter(p.plusMonths(3L * by))),
              Precision.QUARTER,
              Anchor.PUBLISHED,
              "date.quarter/1");
      case "night", "evening" -> {
        if (by < 0) {
          return deictic(i, to, published.map(p -> p.minusDays(1)));
        }
        return i + 1;
      }
      case "morning", "afternoon" -> {
        if (by == 0) {
          return deictic(i, to, published);
        }
        return i + 1;
      }
      case "spring", "summer", "autumn", "fall", "winter" -> {
        add(
            i,
            to,
            published.map(p -> season(p.getYear() + by, word)),
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

  /// Early February, late 2024, mid-March, early last year.
  private int part(int i, String part, int at) {
    if (isMonth(at)) {
      var to = yearEnd(at);
      if (words.isNumber(at + 1) && words.low(at + 1).length() <= 2) {
        return i + 1;
      }
      var year = yearAt(to);
      var month = monthOf(at);
      var value = value(month, year, looksForward(i)).map(v -> days(v, part));
      add(i, to, value, Precision.RANGE, year > 0 ? Anchor.NONE : Anchor.PUBLISHED, "date.part/1");
      return to;
    }
    if (isYear(at)) {
      var year = small(at);
      var value =
          switch (part) {
            case "early" -> year + "-01/" + year + "-04";
            case "late" -> year + "-09/" + year + "-12";
            default -> year + "-05/" + year + "-08";
          };
      add(i, at + 1, Optional.of(value), Precision.RANGE, Anchor.NONE, "date.part/1");
      return at + 1;
    }
    return i + 1;
  }

  /// The third of a month that is early, middle or late.
  private static String days(String month, String part) {
    var first = LocalDate.parse(month + "-01");
    return switch (part) {
      case "early" -> month + "-01/" + month + "-10";
      case "late" -> month + "-21/" + month + "-" + first.lengthOfMonth();
      default -> month + "-11/" + month + "-20";
    };
  }

  /// mid-February as one word.
  private int mid(int i) {
    var rest = words.low(i).substring(4);
    var month = months(rest);
    if (month > 0) {
      var to = yearEnd(i);
      var year = yearAt(to);
      add(
          i,
          to,
          value(month, year, false).map(v -> days(v, "mid")),
          Precision.RANGE,
          year > 0 ? Anchor.NONE : Anchor.PUBLISHED,
          "date.part/1");
      return to;
    }
    if (rest.length() == 4 && rest.chars().allMatch(c -> Words.isDigit((char) c))) {
      add(
          i,
          i + 1,
          Optional.of(rest + "-05/" + rest + "-08"),
          Precision.RANGE,
          Anchor.NONE,
          "date.part/1");
    }
    return i + 1;
  }

  /// The first quarter of 2025; the first quarter.
  private int quarter(int i) {
    if (!words.is(i + 1, "quarter") && !(words.is(i + 1, "half") && words.is(i + 2, "of"))) {
      return i + 1;
    }
    var to = words.is(i + 2, "of") ? i + 3 : i + 2;
    var n =
        switch (words.low(i)) {
          case "first" -> 1;
          case "second" -> 2;
          case "third" -> 3;
          default -> 4;
        };
    if (!isYear(to)) {
      if (words.is(i + 1, "half")) {
        return i + 1;
      }
      add(
          i,
          i + 2,
          published.map(
              p -> {
                var ended = p.getMonthValue() / 3.0 >= n || p.get(IsoFields.QUARTER_OF_YEAR) >= n;
                return (ended ? p.getYear() : p.getYear() - 1) + "-" + (32 + n);
              }),
          Precision.QUARTER,
          Anchor.PUBLISHED,
          "date.quarter/1");
      return i + 2;
    }
    var year = small(to);
    var half = words.is(i + 1, "half");
    add(
        i,
        to + 1,
        Optional.of(
            half
                ? (n == 1 ? year + "-01/" + year + "-06" : year + "-07/" + year + "-12")
                : year + "-" + (32 + n)),
        half ? Precision.RANGE : Precision.QUARTER,
        Anchor.NONE,
        "date.quarter/1");
    return to + 1;
  }

  /// Q3 2024.
  private int quarterCode(int i) {
    if (!isYear(i + 1)) {
      return i + 1;
    }
    add(
        i,
        i + 2,
        Optional.of(small(i + 1) + "-" + (32 + words.low(i).charAt(1) - '0')),
        Precision.QUARTER,
        Anchor.NONE,
        "date.quarter/1");
    return i + 2;
  }

  /// Summer 2024, autumn of 2023.
  private int season(int i) {
    var at = words.is(i + 1, "of") ? i + 2 : i + 1;
    if (!isYear(at)) {
      return i + 1;
    }
    add(
        i,
        at + 1,
        Optional.of(season(small(at), words.low(i))),
        Precision.QUARTER,
        Anchor.NONE,
        "date.season/1");
    return at + 1;
  }

  private static String season(int year, String name) {
    var code =
        switch (name) {
          case "spring" -> 21;
          case "summer" -> 22;
          case "autumn", "fall" -> 23;
          default -> 24;
        };
    return year + "-" + code;
  }

  private int christmas(int i) {
    if (!words.is(i + 1, "day") && !words.is(i + 1, "eve")) {
      return i + 1;
    }
    var day = words.is(i + 1, "day") ? 25 : 24;
    return deictic(i, i + 2, published.flatMap(p -> nearest(p, 12, day)));
  }

  /// A week later, three days ago, two months earlier, the next day, the day before.
  private int ago(int i) {
    if (!words.is(i + 1, Sort.UNIT) && !words.is(i, "the")) {
      return i + 1;
    }
    var count = words.isNumber(i) ? small(i) : counted(words.low(i));
    if (words.is(i, "the")
        && (words.is(i + 1, "next") || words.is(i + 1, "following"))
        && words.is(i + 2, "day")
        && isBare(i + 3)) {
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
    var unit = FigureExtractor.singular(words.low(i + 1));
    if (!unit.equals("day")
        && !unit.equals("week")
        && !unit.equals("month")
        && !unit.equals("year")) {
      return i + 1;
    }
    if (words.is(i + 2, "ago")) {
      var value = published.map(p -> shift(p, unit, -count));
      value.ifPresent(d -> previous = d);
      add(
          i,
          i + 3,
          value.map(d -> coarse(d, unit)),
          precision(unit),
          Anchor.PUBLISHED,
          "date.ago/1");
      return i + 3;
    }
    if (words.is(i + 2, "later")
        || words.is(i + 2, "earlier")
        || words.is(i + 2, "before") && isBare(i + 3)) {
      return later(i, i + 3, count, unit, words.is(i + 2, "later") ? 1 : -1);
    }
    return i + 1;
  }

  private boolean isBare(int i) {
    return i >= words.size() || words.mark(i) != 0;
  }

  private int later(int from, int to, int count, String unit, int sign) {
    var anchor = Optional.ofNullable(previous);
    var value = anchor.map(p -> shift(p, unit, sign * count));
    value.ifPresent(d -> previous = d);
    add(
        from,
        to,
        value.map(d -> coarse(d, unit)),
        precision(unit),
        Anchor.PREVIOUS,
        "date.later/1");
    return to;
  }

  private static LocalDate shift(LocalDate day, String unit, int by) {
    return switch (unit) {
      case "day" -> day.plusDays(by);
      case "week" -> day.plusWeeks(by);
      case "month" -> day.plusMonths(by);
      default -> day.plusYears(by);
    };
  }

  /// A week later is meant to the day; months and years are not.
  private static String coarse(LocalDate day, String unit) {
    return switch (unit) {
      case "day", "week" -> day.toString();
      case "month" -> iso(day);
      default -> String.valueOf(day.getYear());
    };
  }

  private static Precision precision(String unit) {
    return switch (unit) {
      case "day", "week" -> Precision.DAY;
      case "month" -> Precision.MONTH;
      default -> Precision.YEAR;
    };
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

  /// Whether the words just before speak of what is still to come.
  private boolean looksForward(int i) {
    for (var k = i - 1; k >= Math.max(0, i - 12) && !Sentences.ends(words, k); k--) {
      if (words.is(k, Sort.FUTURE)
          || words.is(k, "scheduled")
          || words.is(k, "due")
          || words.is(k, "upcoming")
          || words.is(k, "expected") && words.is(k + 1, "to")
          || words.is(k, "plans") && words.is(k + 1, "to")
          || words.is(k, "planned")) {
        return true;
      }
      if (words.is(k, Sort.SPEECH) && !words.is(k, "announced")) {
        return false;
      }
    }
    return false;
  }

  private void add(
      int from, int to, Optional<String> value, Precision precision, Anchor anchor, String rule) {
    dates.add(
        new DateMention(
            new Span(words.start(from), words.end(to - 1)), value, precision, anchor, rule));
  }

  // what words and numbers are

  private boolean isMonth(int i) {
    return words.is(i, Sort.MONTH) && words.isCapital(i) && months(bare(i)) > 0;
  }

  private int monthOf(int i) {
    return months(bare(i));
  }

  private String bare(int i) {
    var low = words.low(i);
    return low.endsWith(".") ? low.substring(0, low.length() - 1) : low;
  }

  private static int months(String name) {
    return switch (name) {
      case "january", "jan" -> 1;
      case "february", "feb" -> 2;
      case "march", "mar" -> 3;
      case "april", "apr" -> 4;
      case "may" -> 5;
      case "june", "jun" -> 6;
      case "july", "jul" -> 7;
      case "august", "aug" -> 8;
      case "september", "sep", "sept" -> 9;
      case "october", "oct" -> 10;
      case "november", "nov" -> 11;
      case "december", "dec" -> 12;
      default -> 0;
    };
  }

  private boolean isYear(int i) {
    return words.isNumber(i) && words.low(i).length() == 4 && small(i) >= 1900 && small(i) < 2100;
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—';
  }

  /// The value of a whole number of up to four digits, else 0.
  private int small(int i) {
    if (!words.isNumber(i)) {
      return 0;
    }
    var low = words.low(i);
    if (low.length() > 4 || !low.chars().allMatch(c -> Words.isDigit((char) c))) {
      return 0;
    }
    return Integer.parseInt(low);
  }

  private static String iso(LocalDate day) {
    return iso(day.getYear(), day.getMonthValue());
  }

  private static String iso(int year, int month) {
    return year + (month < 10 ? "-0" : "-") + month;
  }

  private static String week(LocalDate day) {
    var week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
  }

  private static String quarter(LocalDate day) {
    return day.getYear() + "-" + (32 + day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /// The day of that name nearest to the anchor.
  private static Optional<LocalDate> nearest(LocalDate anchor, int month, int day) {
    Optional<LocalDate> best = Optional.empty();
    for (var year = anchor.getYear() - 1; year <= anchor.getYear() + 1; year++) {
      var one = date(year, month, day);
      if (one.isPresent()
          && (best.isEmpty() || distance(one.get(), anchor) < distance(best.get(), anchor))) {
        best = one;
      }
    }
    return best;
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay());
  }

  /// Empty when the calendar has no such day.
  private static Optional<LocalDate> date(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.of(year, month, day));
  }

  private static Optional<LocalDate> day(String iso) {
    if (!iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Optional.empty();
    }
    return date(
        Integer.parseInt(iso.substring(0, 4)),
        Integer.parseInt(iso.substring(5, 7)),
        Integer.parseInt(iso.substring(8)));
  }
}
