package org.tellings.extract;

import java.time.LocalDate;
import java.util.Optional;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.Precision;

/// Dates that name a month or a year: 27 January 2025, 2025-01-27, 2024-25, in 2023.
final class CalendarDates {

  private final Dating dating;
  private final Words words;

  CalendarDates(Dating dating) {
    this.dating = dating;
    this.words = dating.words;
  }

  /// Reads a date that begins with a number; `i` when there is none.
  int number(int i) {
    var value = dating.small(i);
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
      if (dating.isMonth(to)) {
        return dayMonth(i, value, second, to);
      }
    }
    if (words.low(i).length() == 4 && value >= 1000) {
      return year(i, value);
    }
    var century = century(i, value);
    return century > i ? century : slashed(i, value);
  }

  /// The 18th century: its hundred years.
  private int century(int i, int number) {
    var at = words.isGlued(i + 1) && isOrdinal(i + 1) ? i + 2 : 0;
    if (at == 0 || number < 2 || number > 21 || !words.is(at, "century")) {
      return i;
    }
    var first = (number - 1) * 100;
    var from = words.is(i - 1, "the") ? i - 1 : i;
    dating.add(
        from,
        at + 1,
        Optional.of(four(first) + "/" + four(first + 99)),
        Precision.RANGE,
        Anchor.NONE,
        "date.century/1");
    return at + 1;
  }

  private static String four(int year) {
    return "0".repeat(4 - String.valueOf(year).length()) + year;
  }

  /// 01/21/2025, or 21/01/2025: cannot say which when both may be the month.
  private int slashed(int i, int first) {
    if (words.mark(i + 1) != '/'
        || words.mark(i + 3) != '/'
        || !words.isGlued(i + 1)
        || !words.isGlued(i + 2)
        || !words.isGlued(i + 3)
        || !words.isGlued(i + 4)
        || !dating.isYear(i + 4)) {
      return i;
    }
    var second = dating.small(i + 2);
    var year = dating.small(i + 4);
    if (first < 1 || second < 1 || first > 31 || second > 31 || first > 12 && second > 12) {
      return i;
    }
    Optional<LocalDate> value =
        first > 12
            ? Almanac.date(year, second, first)
            : second > 12 || first == second ? Almanac.date(year, first, second) : Optional.empty();
    value.ifPresent(d -> dating.previous = d);
    dating.add(i, i + 5, value.map(LocalDate::toString), Precision.DAY, Anchor.NONE, "date.full/3");
    return i + 5;
  }

  /// In days.
  private static final int FAR_AHEAD = 45;

  private boolean isOrdinal(int i) {
    return words.is(i, "st") || words.is(i, "nd") || words.is(i, "rd") || words.is(i, "th");
  }

  /// The second day of “27-28 January”, or 0.
  private int second(int at) {
    if (!isDash(words.mark(at)) && !words.is(at, "and") && !words.is(at, "to")
        || !words.isNumber(at + 1)) {
      return 0;
    }
    var value = dating.small(at + 1);
    return value >= 1 && value <= 31 ? value : 0;
  }

  private int dayMonth(int i, int first, int second, int month) {
    var to = dating.yearEnd(month);
    if (second > 0) {
      return range(
          i,
          to,
          day(i, to, dating.monthOf(month), first, dating.yearAt(to)),
          day(i, to, dating.monthOf(month), second, dating.yearAt(to)),
          dating.yearAt(to));
    }
    return full(i, to, dating.monthOf(month), first, dating.yearAt(to));
  }

  /// Reads a date that begins with a month, and returns where to go on.
  int month(int i) {
    var day = words.isNumber(i + 1) && words.low(i + 1).length() <= 2 ? dating.small(i + 1) : 0;
    if (day >= 1 && day <= 31 && !isHour(i + 1)) {
      var at = i + 2;
      if (words.isGlued(at) && isOrdinal(at)) {
        at++;
      }
      var second = second(at);
      if (second > 0 && !dating.isYear(at + 1)) {
        var to = dating.yearEnd(at + 1);
        return range(
            i,
            to,
            day(i, to, dating.monthOf(i), day, dating.yearAt(to)),
            day(i, to, dating.monthOf(i), second, dating.yearAt(to)),
            dating.yearAt(to));
      }
      var to = dating.yearEnd(at - 1);
      return full(i, to, dating.monthOf(i), day, dating.yearAt(to));
    }
    var to = dating.yearEnd(i);
    if (to == i + 1 && words.is(i + 1, "of") && dating.isYear(i + 2)) {
      to = i + 3;
    }
    if (to == i + 1 && isSurname(i)) {
      return i + 1;
    }
    var year = dating.yearAt(to);
    var anchor = year > 0 ? Anchor.NONE : Anchor.PUBLISHED;
    var named = to == i + 1 ? yearOf(to) : to;
    if (named > to) {
      year = dating.last().orElseThrow()[0] + fromLast(to + 2);
      anchor = Anchor.PREVIOUS;
      to = named;
    }
    var value = dating.value(dating.monthOf(i), year, dating.isAhead(i, to));
    dating.add(i, to, value, Precision.MONTH, anchor, "date.month/2");
    return to;
  }

  /// Where “of that year”, “of the following year”, “of the year before” ends that begins here; `i`
  /// when none does.
  private int yearOf(int i) {
    if (!words.is(i, "of")
        || !words.is(i + 1, "that") && !words.is(i + 1, "the")
        || dating.last().isEmpty()) {
      return i;
    }
    if (words.is(i + 2, "year") && (words.is(i + 3, "before") || words.is(i + 3, "after"))) {
      return fromLast(i + 2) == 0 ? i : i + 4; // “of the year before the war” counts from the war
    }
    var isCounted = words.is(i + 2, "same") || fromLast(i + 2) != 0;
    return words.is(i + 2, "year") ? i + 3 : isCounted && words.is(i + 3, "year") ? i + 4 : i;
  }

  /// How many years behind the one named last.
  private int fromLast(int i) {
    var isLast = i + 2 >= words.size() || words.mark(i + 2) != 0;
    if (words.is(i, "year") && isLast) {
      return words.is(i + 1, "after") ? 1 : words.is(i + 1, "before") ? -1 : 0;
    }
    return words.is(i, "following") || words.is(i, "next") ? 1 : words.is(i, "previous") ? -1 : 0;
  }

  /// Whether the number is the hour of a time, as in “January 12:30”.
  private boolean isHour(int i) {
    return words.isGlued(i + 1)
        && words.mark(i + 1) == ':'
        && words.isGlued(i + 2)
        && words.isNumber(i + 2);
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
  int months(int i) {
    var dash = words.low(i).indexOf('-');
    var first = Almanac.month(words.low(i).substring(0, dash));
    var second = Almanac.month(words.low(i).substring(dash + 1));
    if (first == 0 || second == 0) {
      return i + 1;
    }
    var to = dating.yearEnd(i);
    var year = dating.yearAt(to);
    var value =
        dating
            .value(first, year, false)
            .flatMap(a -> dating.value(second, year, false).map(b -> a + "/" + b));
    dating.add(
        i, to, value, Precision.RANGE, year > 0 ? Anchor.NONE : Anchor.PUBLISHED, "date.range/1");
    return to;
  }

  private int full(int from, int to, int month, int day, int year) {
    var value = day(from, to, month, day, year);
    value.ifPresent(d -> dating.previous = d);
    dating.add(
        from,
        to,
        value.map(LocalDate::toString),
        Precision.DAY,
        year > 0 ? Anchor.NONE : Anchor.PUBLISHED,
        year > 0 ? "date.full/2" : "date.day-month/2");
    return to;
  }

  /// Without a year the day nearest to publication; where that lies more than [#FAR_AHEAD] days
  /// ahead and the words tell what has been, the one a year before: no page is brought up to date
  /// so late. A deadline as far behind is that of the year after.
  private Optional<LocalDate> day(int from, int to, int month, int day, int year) {
    if (year > 0) {
      return Almanac.date(year, month, day);
    }
    return dating.published.flatMap(
        p ->
            Almanac.nearest(p, month, day)
                .flatMap(
                    nearest ->
                        nearest.isAfter(p.plusDays(FAR_AHEAD))
                                && !dating.looksForward(from)
                                && !dating.isPlanned(from, to)
                                && !dating.deadlines.isOpen(from, to)
                                && !dating.deadlines.isAwaited(from)
                                && dating.isTold(from, to)
                            ? Almanac.date(nearest.getYear() - 1, month, day)
                            : nearest.isBefore(p.minusDays(FAR_AHEAD))
                                    && dating.deadlines.isOpen(from, to)
                                ? Almanac.date(nearest.getYear() + 1, month, day)
                                : Optional.of(nearest)));
  }

  private int range(
      int from, int to, Optional<LocalDate> first, Optional<LocalDate> last, int year) {
    first.ifPresent(d -> dating.previous = d);
    dating.add(
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
        var value = Almanac.date(year, dating.small(i + 2), dating.small(i + 4));
        value.ifPresent(d -> dating.previous = d);
        dating.add(
            i, i + 5, value.map(LocalDate::toString), Precision.DAY, Anchor.NONE, "date.full/2");
        return i + 5;
      }
      var second =
          words.low(i + 2).length() == 2
              ? year / 100 * 100 + dating.small(i + 2)
              : dating.small(i + 2);
      if (dating.isYear(i) && second > year && second < year + 100) {
        dating.add(
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
    if (words.is(i + 1, "s") && words.isGlued(i + 1) && year % 10 == 0 && !words.isGlued(i)) {
      return decade(i, year);
    }
    if (isOldYear(i)) {
      dating.add(
          i, i + 1, Optional.of(String.valueOf(year)), Precision.YEAR, Anchor.NONE, "date.year/3");
      return i + 1;
    }
    if (!dating.isYear(i) || words.isGlued(i) && words.mark(i - 1) != '(') {
      return i + 1;
    }
    if (words.is(i + 1, "s") && words.isGlued(i + 1)) {
      return i + 2;
    }
    if (words.is(i - 1, "from")
            && dating.isYear(i + 2)
            && (words.is(i + 1, "to") || words.is(i + 1, "until"))
        || words.is(i - 1, "between") && words.is(i + 1, "and") && dating.isYear(i + 2)) {
      dating.add(
          i,
          i + 3,
          Optional.of(year + "/" + dating.small(i + 2)),
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
            || words.is(i - 1, "of")
            || isAsFar(i - 1);
    var alone = words.mark(i - 1) == '(' && words.mark(i + 1) == ')' || isListed(i);
    if (!behind && !alone || words.is(i + 1, Sort.UNIT) || words.is(i + 1, Sort.PEOPLE)) {
      return i + 1;
    }
    dating.add(
        i, i + 1, Optional.of(String.valueOf(year)), Precision.YEAR, Anchor.NONE, "date.year/2");
    return i + 1;
  }

  /// “As early as”, “as far back as”.
  private boolean isAsFar(int i) {
    return words.is(i, "as")
        && (words.is(i - 1, "early")
            || words.is(i - 1, "late")
            || words.is(i - 1, "recently")
            || words.is(i - 1, "back"));
  }

  /// The 1990s, the early 1980s: its ten years, a hundred where the tens are none.
  private int decade(int i, int year) {
    var from = words.is(i - 1, "early") || words.is(i - 1, "late") ? i - 1 : i;
    from = words.is(from - 1, "the") ? from - 1 : from;
    dating.add(
        from,
        i + 2,
        Optional.of(year + "/" + (year + (year % 100 == 0 ? 99 : 9))),
        Precision.RANGE,
        Anchor.NONE,
        "date.decade/1");
    return i + 2;
  }

  /// In 1871, where no noun follows that could be counted.
  private boolean isOldYear(int i) {
    return dating.isOldYear(i)
        && words.is(i - 1, "in")
        && !words.isGlued(i)
        && dating.endsYear(Math.min(i + 1, words.size() - 1));
  }

  /// In 2023, 2024 and 2025.
  private boolean isListed(int i) {
    return !dating.dates.isEmpty()
        && dating.dates.getLast().precision() == Precision.YEAR
        && (words.is(i - 1, "and") || words.is(i - 1, "or") || words.mark(i - 1) == ',')
        && dating.dates.getLast().span().end() == words.end(i - 2);
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—';
  }
}
