package org.tellings.ui.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.tellings.model.Dated;
import org.tellings.model.Outlet;

/// The words on the screen. English text is the key.
public final class Texts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private Texts() {}

  /// The text in the user's language with `{0}`, `{1}` … filled in; numbers get thousands marks.
  public static String t(String english, Object... values) {
    if (values.length == 0) {
      return english;
    }
    var filled = new StringBuilder(english.length() + 16 * values.length);
    var from = 0;
    for (var at = english.indexOf('{'); at >= 0; at = english.indexOf('{', from)) {
      var place =
          at + 2 < english.length() && english.charAt(at + 2) == '}'
              ? english.charAt(at + 1) - '0'
              : -1;
      if (place < 0 || place >= values.length) {
        throw new IllegalArgumentException("no value for a place in: " + english);
      }
      filled.append(english, from, at).append(written(values[place]));
      from = at + 3;
    }
    return filled.append(english, from, english.length()).toString();
  }

  private static String written(Object value) {
    return value instanceof Integer || value instanceof Long
        ? thousands(((Number) value).longValue())
        : String.valueOf(value);
  }

  private static String thousands(long number) {
    var digits = new StringBuilder(Long.toString(number));
    for (var i = digits.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /// "1 article", "3 articles"; `plural` is the whole plural word.
  public static String count(int n, String one, String plural) {
    return t("{0} {1}", n, n == 1 ? one : plural);
  }

  /// The outlet's name, or that it is not known.
  public static String outlet(Outlet outlet) {
    return outlet.isKnown() ? outlet.name() : t("unknown outlet");
  }

  /// "29 Jan 2025", "Jan 2025", "2025", or "no date".
  public static String day(Optional<Dated> date) {
    return date.map(d -> day(d.day(), DAY)).orElse(t("no date"));
  }

  /// "29 Jan 2025".
  public static String day(LocalDate day) {
    return day.format(DAY);
  }

  /// "Wed 29 Jan 2025, 11:42" as precise as known.
  public static String moment(Optional<Dated> date) {
    return date.map(
            d ->
                day(d.day(), WEEKDAY)
                    + (d.value().length() >= 16
                        ? ", "
                            + d.value().substring(11, 16)
                            + (d.value().endsWith("Z") ? " GMT" : "")
                        : ""))
        .orElse(t("no date"));
  }

  /// "29 Jan 2025 11:42", as precise as known, without the weekday.
  public static String shortMoment(Optional<Dated> date) {
    return day(date)
        + date.filter(d -> d.value().length() >= 16)
            .map(d -> " " + d.value().substring(11, 16))
            .orElse("");
  }

  /// "29 Jan 2025 11:42" of an ISO instant, in the time of this place.
  public static String clock(String instant) {
    return CLOCK.withZone(ZoneId.systemDefault()).format(Instant.parse(instant));
  }

  /// The word with a capital letter.
  public static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String day(String iso, DateTimeFormatter format) {
    return switch (iso.length()) {
      case 10 -> LocalDate.parse(iso).format(format);
      case 7 -> LocalDate.parse(iso + "-01").format(MONTH);
      default -> iso;
    };
  }
}
