package org.tellings.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.Precision;
import org.tellings.model.Span;

/// Dates as printed. What is relative is resolved backwards from the day the article was published;
/// without that day its value cannot be said.
final class DateExtractor {

  private static final String MONTH =
      "January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.?";
  private static final Pattern DATE = Pattern.compile(
      "\\b(?:(?<d1>\\d{1,2}) (?<m1>" + MONTH + ")(?:,? (?<y1>(?:19|20)\\d\\d))?"
          + "|(?<m2>" + MONTH + ") (?<d2>\\d{1,2})(?!\\d)(?:,? (?<y2>(?:19|20)\\d\\d))?"
          + "|(?<m3>" + MONTH + ") (?<y3>(?:19|20)\\d\\d)"
          + "|(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
          + "|(?<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Ll]ast week|[Ll]ast month|[Ll]ast year)"
          + "|(?<=\\b[Ii]n )(?<year>(?:19|20)\\d\\d))\\b");

  private DateExtractor() {}

  /// `published` is an ISO date as precise as known.
  static List<Finding.DateMention> extract(String text, Optional<String> published) {
    var anchor = published.filter(p -> p.length() >= 10).flatMap(p -> day(p.substring(0, 10)));
    List<Finding.DateMention> dates = new ArrayList<>();
    var m = DATE.matcher(text);
    while (m.find()) {
      var span = new Span(m.start(), m.end());
      if (m.group("weekday") != null) {
        var weekday = DayOfWeek.valueOf(m.group("weekday").toUpperCase(Locale.ROOT));
        dates.add(new Finding.DateMention(span, anchor.map(a -> a.with(TemporalAdjusters.previousOrSame(weekday)).toString()),
            Precision.DAY, Anchor.PUBLISHED, "date.weekday/1"));
      } else if (m.group("word") != null) {
        dates.add(word(span, m.group("word").toLowerCase(Locale.ROOT), anchor));
      } else if (m.group("year") != null) {
        dates.add(new Finding.DateMention(span, Optional.of(m.group("year")), Precision.YEAR, Anchor.NONE, "date.year/1"));
      } else if (m.group("m3") != null) {
        dates.add(new Finding.DateMention(span, Optional.of(String.format(Locale.ROOT, "%s-%02d", m.group("y3"), month(m.group("m3")))),
            Precision.MONTH, Anchor.NONE, "date.month/1"));
      } else {
        var first = m.group("m1") != null;
        full(span, month(m.group(first ? "m1" : "m2")), Integer.parseInt(m.group(first ? "d1" : "d2")),
            Optional.ofNullable(m.group(first ? "y1" : "y2")), anchor).ifPresent(dates::add);
      }
    }
    return dates;
  }

  private static Optional<Finding.DateMention> full(Span span, int month, int day, Optional<String> year, Optional<LocalDate> anchor) {
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    var value = year.isPresent()
        ? day(String.format(Locale.ROOT, "%s-%02d-%02d", year.get(), month, day))
        : anchor.flatMap(a -> nearest(a, month, day));
    return Optional.of(new Finding.DateMention(span, value.map(LocalDate::toString), Precision.DAY,
        year.isPresent() ? Anchor.NONE : Anchor.PUBLISHED, year.isPresent() ? "date.full/1" : "date.day-month/1"));
  }

  /// The day of that name nearest to the anchor.
  private static Optional<LocalDate> nearest(LocalDate anchor, int month, int day) {
    Optional<LocalDate> best = Optional.empty();
    for (var year = anchor.getYear() - 1; year <= anchor.getYear() + 1; year++) {
      var one = day(String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day));
      if (one.isPresent() && (best.isEmpty() || distance(one.get(), anchor) < distance(best.get(), anchor))) {
        best = one;
      }
    }
    return best;
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay());
  }

  private static Finding.DateMention word(Span span, String word, Optional<LocalDate> anchor) {
    var precision = switch (word) {
      case "last week" -> Precision.WEEK;
      case "last month" -> Precision.MONTH;
      case "last year" -> Precision.YEAR;
      default -> Precision.DAY;
    };
    var value = anchor.map(a -> switch (word) {
      case "yesterday" -> a.minusDays(1).toString();
      case "tomorrow" -> a.plusDays(1).toString();
      case "last week" -> {
        var week = a.minusWeeks(1);
        yield String.format(Locale.ROOT, "%d-W%02d", week.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR),
            week.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      }
      case "last month" -> a.minusMonths(1).toString().substring(0, 7);
      case "last year" -> a.minusYears(1).toString().substring(0, 4);
      default -> a.toString();
    });
    return new Finding.DateMention(span, value, precision, Anchor.PUBLISHED, "date.deictic/1");
  }

  private static int month(String name) {
    return 1 + List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
        .indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
  }

  private static Optional<LocalDate> day(String iso) {
    try {
      return Optional.of(LocalDate.parse(iso));
    } catch (java.time.format.DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
