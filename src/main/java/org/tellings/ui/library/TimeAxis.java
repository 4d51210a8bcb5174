package org.tellings.ui.library;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tellings.model.Facets;

/// Equal stretches of time from the first article to the last, those without articles too.
///
/// Days when few bars are enough for them, else weeks, months or years. The first bar begins and
/// the last one ends on a day with an article.
final class TimeAxis {

  /// More bars are too narrow to be hit.
  private static final int MOST = 45;

  private TimeAxis() {}

  /// `days` has a bar for each day with articles, in order, and at least one.
  static List<Facets.Bar> of(List<Facets.Bar> days) {
    var first = days.getFirst().from();
    var last = days.getLast().to();
    var unit = unit(first, last);
    var articles = new TreeMap<LocalDate, Integer>();
    Stream.iterate(begin(first, unit), at -> !at.isAfter(last), at -> begin(at.plus(1, unit), unit))
        .forEach(at -> articles.put(at, 0));
    for (var day : days) {
      articles.merge(begin(day.from(), unit), day.articles(), Integer::sum);
    }
    return articles.entrySet().stream().map(at -> bar(at, unit, first, last)).toList();
  }

  private static ChronoUnit unit(LocalDate first, LocalDate last) {
    return Stream.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS)
        .filter(unit -> unit.between(begin(first, unit), begin(last, unit)) < MOST)
        .findFirst()
        .orElse(ChronoUnit.YEARS);
  }

  private static LocalDate begin(LocalDate day, ChronoUnit unit) {
    return switch (unit) {
      case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHS -> day.withDayOfMonth(1);
      case YEARS -> day.withDayOfYear(1);
      default -> day;
    };
  }

  private static Facets.Bar bar(
      Map.Entry<LocalDate, Integer> at, ChronoUnit unit, LocalDate first, LocalDate last) {
    var from = at.getKey();
    var to = from.plus(1, unit).minusDays(1);
    return new Facets.Bar(
        from.isBefore(first) ? first : from, to.isAfter(last) ? last : to, at.getValue());
  }
}
