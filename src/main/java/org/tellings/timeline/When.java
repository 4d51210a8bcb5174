package org.tellings.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/// When something happened, as precisely as it is known: an EDTF value and the days it may mean.
///
/// `edtf` is ISO 8601-2: a day, month, week (`2025-W05`), quarter (`2025-33`), season (`2025-21`),
/// year, a range `a/b`, `/b` for not after b, `a/` for not before a; `~` behind it for about.
/// `from` and `to` are the first and last day, both included; an open end is [LocalDate#MIN] or
/// [LocalDate#MAX].
public record When(String edtf, LocalDate from, LocalDate to) implements Comparable<When> {

  private static final Pattern PART =
      Pattern.compile(
          "(?<year>\\d{4})(?:-(?:W(?<week>\\d{2})|(?<month>\\d{2})(?:-(?<day>\\d{2}))?))?"
              + "(?:T[0-9:.Z+-]{2,20})?[~?%]?");

  public When {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("ends before it begins: " + edtf);
    }
  }

  /// Empty when it is no date of the forms above.
  public static Optional<When> of(String edtf) {
    try {
      var slash = edtf.indexOf('/');
      if (slash < 0) {
        return days(edtf).map(d -> new When(edtf, d.first(), d.last()));
      }
      var left = edtf.substring(0, slash);
      var right = edtf.substring(slash + 1);
      var first = isOpen(left) ? Optional.of(LocalDate.MIN) : days(left).map(Days::first);
      var last = isOpen(right) ? Optional.of(LocalDate.MAX) : days(right).map(Days::last);
      return first.flatMap(a -> last.filter(b -> !b.isBefore(a)).map(b -> new When(edtf, a, b)));
    } catch (DateTimeException _) {
      return Optional.empty(); // no such day
    }
  }

  private record Days(LocalDate first, LocalDate last) {}

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Optional<Days> days(String part) {
    var m = PART.matcher(part);
    if (!m.matches()) {
      return Optional.empty();
    }
    var year = Integer.parseInt(m.group("year"));
    if (m.group("week") != null) {
      var monday =
          LocalDate.of(year, 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(m.group("week")))
              .with(java.time.DayOfWeek.MONDAY);
      return Optional.of(new Days(monday, monday.plusDays(6)));
    }
    if (m.group("month") == null) {
      return Optional.of(new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }
    var month = Integer.parseInt(m.group("month"));
    if (m.group("day") != null) {
      var day = LocalDate.of(year, month, Integer.parseInt(m.group("day")));
      return Optional.of(new Days(day, day));
    }
    return switch (month) {
      case 21, 22, 23 -> Optional.of(months(year, 3 * (month - 20), 3)); // from March on
      case 24 -> Optional.of(months(year, 12, 3));
      case 33, 34, 35, 36 -> Optional.of(months(year, 3 * (month - 33) + 1, 3));
      default -> Optional.of(months(year, month, 1));
    };
  }

  private static Days months(int year, int month, int count) {
    var first = YearMonth.of(year, month);
    return new Days(first.atDay(1), first.plusMonths(count - 1).atEndOfMonth());
  }

  /// Not after this.
  When before() {
    return to.equals(LocalDate.MAX) ? this : new When("/" + to, LocalDate.MIN, to);
  }

  /// Not before this.
  When after() {
    return from.equals(LocalDate.MIN) ? this : new When(from + "/", from, LocalDate.MAX);
  }

  When about() {
    return edtf.contains("/") || edtf.endsWith("~") ? this : new When(edtf + "~", from, to);
  }

  /// Whether both can mean one day.
  public boolean meets(When other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }

  public boolean isDay() {
    return from.equals(to);
  }

  public boolean isOpen() {
    return from.equals(LocalDate.MIN) || to.equals(LocalDate.MAX);
  }

  /// How many days it may mean; [Long#MAX_VALUE] when an end is open.
  public long days() {
    return isOpen() ? Long.MAX_VALUE : ChronoUnit.DAYS.between(from, to) + 1;
  }

  /// By the first day it may mean, one without by its last; of two the more precise first.
  @Override
  public int compareTo(When other) {
    var byDay = anchor().compareTo(other.anchor());
    if (byDay != 0) {
      return byDay;
    }
    var byLength = Long.compare(days(), other.days());
    return byLength != 0 ? byLength : edtf.compareTo(other.edtf);
  }

  /// The day it stands at on a line of time.
  public LocalDate anchor() {
    return from.equals(LocalDate.MIN) ? to : from;
  }
}
