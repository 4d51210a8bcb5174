package org.tellings.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// A date an article carries about itself, and the rule that found it.
///
/// `value` is ISO 8601, as precise as known: `2025-01`, `2025-01-29`, `2025-01-29T11:42Z`.
public record Dated(String value, String rule) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?");

  public Dated {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an ISO date: " + value);
    }
    if (!isDay(value)) {
      throw new IllegalArgumentException("there is no such day: " + value);
    }
  }

  private static boolean isDay(String value) {
    try {
      LocalDate.parse(
          switch (value.length()) {
            case 4 -> value + "-01-01";
            case 7 -> value + "-01";
            default -> value.substring(0, 10);
          });
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  /// The day as `2025-01-29`, or as much of it as is known.
  public String day() {
    return value.length() > 10 ? value.substring(0, 10) : value;
  }
}
