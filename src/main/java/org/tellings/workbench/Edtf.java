package org.tellings.workbench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as a person types them, in the forms of EDTF that the fields have: year, month, day, time,
/// week, quarter, season, and ranges of these, perhaps about. Each is held against the calendar.
final class Edtf {

  private static final Pattern ONE =
      Pattern.compile(
          "(?<y>-?\\d{4})(?:-(?:(?<m>\\d{2})(?:-(?<d>\\d{2})(?:T(?<t>\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
              + "(?<z>Z|[+-]\\d{2}:\\d{2})?)?)?|W(?<w>\\d{2})|Q[1-4]))?[~?%]?");

  private Edtf() {}

  /// The value as typed. What is no date, or not in the calendar, is refused with an
  /// [IllegalArgumentException] that says why.
  static String date(String value) {
    if (value.length() > 80) {
      throw form(value.substring(0, 79) + "…");
    }
    var ends = value.split("/", -1);
    if (ends.length > 2 || ends.length == 2 && isOpen(ends[0]) && isOpen(ends[1])) {
      throw form(value);
    }
    for (var end : ends) {
      if (ends.length == 1 || !isOpen(end)) {
        one(end, value);
      }
    }
    if (ends.length == 2 && !isOpen(ends[0]) && !isOpen(ends[1])) {
      ordered(ends[0], ends[1]);
    }
    return value;
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static void one(String one, String whole) {
    var m = ONE.matcher(one);
    if (!m.matches()) {
      throw form(whole);
    }
    var year = Integer.parseInt(m.group("y"));
    if (m.group("w") != null) {
      week(year, Integer.parseInt(m.group("w")), whole);
    }
    if (m.group("m") != null) {
      month(year, Integer.parseInt(m.group("m")), m.group("d"), whole);
    }
    if (m.group("t") != null) {
      time(m.group("t"), m.group("z"), whole);
    }
  }

  /// 21 to 24 are seasons and 33 to 36 quarters; those have no days.
  private static void month(int year, int month, @Nullable String day, String whole) {
    var isPart = month >= 21 && month <= 24 || month >= 33 && month <= 36;
    if (month < 1 || month > 12 && !isPart) {
      throw none("month", whole);
    }
    if (day != null) {
      try {
        LocalDate.of(year, month, Integer.parseInt(day));
      } catch (DateTimeException e) {
        throw none("day", whole, e);
      }
    }
  }

  /// The last week of a year is the one 28 December is in.
  private static void week(int year, int week, String whole) {
    var last = LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    if (week < 1 || week > last) {
      throw new IllegalArgumentException(
          "there is no such week: " + whole + "; the weeks of " + year + " are W01 to W" + last);
    }
  }

  private static void time(String time, @Nullable String zone, String whole) {
    try {
      LocalTime.parse(time);
      if (zone != null) {
        ZoneOffset.of(zone);
      }
    } catch (DateTimeException e) {
      throw none("time", whole, e);
    }
  }

  /// Refuses a range of two dates of one form that runs backwards.
  private static void ordered(String first, String last) {
    var from = first.replaceFirst("[~?%]$", "");
    var to = last.replaceFirst("[~?%]$", "");
    var common = Math.min(Math.min(from.length(), to.length()), 10);
    var isPlain = from.charAt(0) != '-' && to.charAt(0) != '-' && from.length() == to.length();
    if (isPlain && from.substring(0, common).compareTo(to.substring(0, common)) > 0) {
      throw new IllegalArgumentException("the range ends before it begins: " + first + "/" + last);
    }
  }

  private static IllegalArgumentException none(String what, String value) {
    return new IllegalArgumentException("there is no such " + what + ": " + value);
  }

  private static IllegalArgumentException none(String what, String value, DateTimeException e) {
    return new IllegalArgumentException("there is no such " + what + ": " + value, e);
  }

  private static IllegalArgumentException form(String value) {
    return new IllegalArgumentException(
        "not a date: " + value + "; write 2025-01-29, 2025-01, 2025-W05, 2024/2025 or 2025-01-29~");
  }
}
