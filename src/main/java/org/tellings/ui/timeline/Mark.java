package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.timeline.Event;
import org.tellings.timeline.Mode;
import org.tellings.timeline.When;
import org.tellings.ui.kit.Texts;

/// An event on the axis: `at` is where its stem stands, within its first day; `from` and `to` are
/// its ends, where an open one is the other. Times as in [Sight].
record Mark(Event event, double at, double from, double to, int outlets) {

  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  /// `share` is how far into its first day the stem stands, so that those of one day stand apart.
  static Mark of(Event event, double share) {
    var when = event.when();
    double anchor = when.anchor().toEpochDay();
    return new Mark(
        event,
        anchor + share,
        when.from().equals(LocalDate.MIN) ? anchor : when.from().toEpochDay(),
        when.to().equals(LocalDate.MAX) ? anchor + 1 : when.to().toEpochDay() + 1.0,
        (int) event.outlets());
  }

  String id() {
    return event.id();
  }

  /// True when it may have happened on more than one day.
  boolean isRange() {
    return !event.when().isDay();
  }

  boolean isAbout() {
    return event.when().edtf().contains("~");
  }

  boolean isPlanned() {
    return event.mode() == Mode.PLANNED;
  }

  boolean isOpenBefore() {
    return event.when().from().equals(LocalDate.MIN);
  }

  boolean isOpenAfter() {
    return event.when().to().equals(LocalDate.MAX);
  }

  String words() {
    return said(event, words(event.when()));
  }

  /// What is said of a time: "planned for 1 Apr 2026", "since 1956".
  private static String said(Event event, String when) {
    return switch (event.mode()) {
      case HAPPENED -> when;
      case PLANNED -> event.when().isOpen() ? t("planned, {0}", when) : t("planned for {0}", when);
      case SINCE -> t("since {0}", when);
    };
  }

  /// "27 Jan 2025", "about Jan 2025", "25 to 27 Jan 2025", "by 20 Jan 2025", "week of 27 Jan 2025".
  static String words(When when) {
    var about = when.edtf().contains("~") ? t("about ") : "";
    if (when.isDay()) {
      return about + Texts.day(when.from());
    }
    if (when.isOpen()) {
      return about
          + (when.from().equals(LocalDate.MIN)
              ? t("by {0}", Texts.day(when.to()))
              : t("from {0}", Texts.day(when.from())));
    }
    if (when.edtf().contains("-W") && !when.edtf().contains("/")) {
      return about + t("week of {0}", Texts.day(when.from()));
    }
    if (isWhole(when, when.from().lengthOfYear()) && when.from().getDayOfYear() == 1) {
      return about + when.from().getYear();
    }
    if (isWhole(when, when.from().lengthOfMonth()) && when.from().getDayOfMonth() == 1) {
      return about + Texts.day(Optional.of(new Dated(when.from().toString().substring(0, 7), "")));
    }
    if (when.from().withDayOfMonth(1).equals(when.to().withDayOfMonth(1))) {
      return about + t("{0} to {1}", when.from().getDayOfMonth(), Texts.day(when.to()));
    }
    return about + t("{0} to {1}", Texts.day(when.from()), Texts.day(when.to()));
  }

  private static boolean isWhole(When when, int days) {
    return when.days() == days;
  }

  /// "Monday 27 January 2025", or as precise as known.
  String wholly() {
    return event.when().isDay() && !isAbout()
        ? said(event, event.when().from().format(WEEKDAY))
        : words();
  }

  /// When something was printed: the ends of the time that is known, equal when it is a minute.
  record Printed(double from, double to) {

    double middle() {
      return (from + to) / 2;
    }

    /// Empty for what is no time. A time stands at its hour in this zone; one without a zone of its
    /// own, and a day, as it is written.
    static Optional<Printed> of(String iso, ZoneId zone) {
      try {
        if (iso.length() >= 16) {
          var hasZone = iso.endsWith("Z") || iso.substring(16).matches(".*[+-]\\d{2}:\\d{2}");
          var time =
              hasZone
                  ? OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime()
                  : LocalDateTime.parse(iso);
          return Optional.of(new Printed(Ticks.days(time), Ticks.days(time)));
        }
        return When.of(iso).map(w -> new Printed(w.from().toEpochDay(), w.to().toEpochDay() + 1.0));
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }

    /// The same in a zone: "27 Jan 2025, 17:05 New York".
    static String words(Optional<Dated> printed, ZoneId zone) {
      var iso = printed.map(Dated::value).orElse("");
      if (iso.length() < 17) {
        return words(printed);
      }
      try {
        var there = OffsetDateTime.parse(iso).atZoneSameInstant(zone);
        return t(
            "{0}, {1} {2}",
            Texts.day(there.toLocalDate()),
            String.format(Locale.ROOT, "%02d:%02d", there.getHour(), there.getMinute()),
            Zones.words(zone));
      } catch (DateTimeParseException _) {
        return words(printed); // it has no zone
      }
    }

    /// When it was changed and when it was captured, as the page gives it: "changed 28 Jan 2025,
    /// 04:50 GMT, captured 2 Feb 2025"; empty when the page tells neither.
    static String later(Heading heading) {
      return Stream.of(
              heading.updated().map(at -> t("changed {0}", words(Optional.of(at)))),
              heading.captured().map(at -> t("captured {0}", words(Optional.of(at)))))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(", "));
    }

    /// As the page gives it: "27 Jan 2025, 22:05 GMT", "27 Jan 2025, 22:05 +01:00", as precise as
    /// known; a time without a zone says so.
    static String words(Optional<Dated> printed) {
      var iso = printed.map(Dated::value).orElse("");
      if (iso.length() < 16) {
        return Texts.day(printed);
      }
      var zone = iso.substring(16).replaceFirst("^:\\d{2}(\\.\\d+)?", "");
      return t(
          "{0}, {1} {2}",
          Texts.day(printed),
          iso.substring(11, 16),
          zone.isEmpty() ? t("(no zone given)") : zone.equals("Z") ? t("GMT") : zone);
    }
  }
}
