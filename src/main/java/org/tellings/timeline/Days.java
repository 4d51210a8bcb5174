package org.tellings.timeline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A time as a reader reads it: 27 January 2025; from 10 to 11 February 2025; not after …
public final class Days {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Days() {}

  /// The same with what is said of it: `planned for April 2026`, `since 1956`.
  public static String read(Mode mode, When when) {
    return switch (mode) {
      case HAPPENED -> read(when);
      case PLANNED -> (when.isOpen() ? "planned, " : "planned for ") + read(when);
      case SINCE -> "since " + read(when);
    };
  }

  /// As `Wednesday 29 January 2025`, `January 2025`, `about 2024`, `not after 3 February 2025`.
  public static String read(When when) {
    var about = when.edtf().endsWith("~") ? "about " : "";
    if (when.from().equals(LocalDate.MIN)) {
      return "not after " + when.to().format(SHORT);
    }
    if (when.to().equals(LocalDate.MAX)) {
      return "not before " + when.from().format(SHORT);
    }
    if (when.isDay()) {
      return about + when.from().format(DAY);
    }
    var value = when.edtf().replace("~", "");
    if (value.matches("\\d{4}")) {
      return about + value;
    }
    if (value.matches("\\d{4}-(0[1-9]|1[0-2])")) {
      return about + when.from().format(MONTH);
    }
    return about + when.from().format(SHORT) + " to " + when.to().format(SHORT);
  }
}
