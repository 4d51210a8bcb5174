package org.tellings.extract;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.tellings.model.Finding.Precision;

/// Days, weeks, quarters and seasons reckoned with, and written as ISO 8601 writes them.
final class Almanac {

  private Almanac() {}

  /// The number of a month by its name in small letters, 0 when it is none.
  static int month(String name) {
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

  static String iso(LocalDate day) {
    return iso(day.getYear(), day.getMonthValue());
  }

  static String iso(int year, int month) {
    return year + (month < 10 ? "-0" : "-") + month;
  }

  static String week(LocalDate day) {
    var week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
  }

  static String quarter(LocalDate day) {
    return day.getYear() + "-" + (32 + day.get(IsoFields.QUARTER_OF_YEAR));
  }

  static String season(int year, String name) {
    var code =
        switch (name) {
          case "spring" -> 21;
          case "summer" -> 22;
          case "autumn", "fall" -> 23;
          default -> 24;
        };
    return year + "-" + code;
  }

  /// The third of a month that is early, middle or late.
  static String days(String month, String part) {
    var first = LocalDate.parse(month + "-01");
    return switch (part) {
      case "early" -> month + "-01/" + month + "-10";
      case "late" -> month + "-21/" + month + "-" + first.lengthOfMonth();
      default -> month + "-11/" + month + "-20";
    };
  }

  /// The day of that name nearest to the anchor.
  static Optional<LocalDate> nearest(LocalDate anchor, int month, int day) {
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
  static Optional<LocalDate> date(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.of(year, month, day));
  }

  static Optional<LocalDate> day(String iso) {
    if (!iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Optional.empty();
    }
    return date(
        Integer.parseInt(iso.substring(0, 4)),
        Integer.parseInt(iso.substring(5, 7)),
        Integer.parseInt(iso.substring(8)));
  }

  static LocalDate shift(LocalDate day, String unit, int by) {
    return switch (unit) {
      case "day" -> day.plusDays(by);
      case "week" -> day.plusWeeks(by);
      case "month" -> day.plusMonths(by);
      default -> day.plusYears(by);
    };
  }

  /// A week later is meant to the day; months and years are not.
  static String coarse(LocalDate day, String unit) {
    return switch (unit) {
      case "day", "week" -> day.toString();
      case "month" -> iso(day);
      default -> String.valueOf(day.getYear());
    };
  }

  static Precision precision(String unit) {
    return switch (unit) {
      case "day", "week" -> Precision.DAY;
      case "month" -> Precision.MONTH;
      default -> Precision.YEAR;
    };
  }
}
