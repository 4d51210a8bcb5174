package org.tellings.ui.library;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tellings.model.Query;

/// The days that `on:`, `after:` and `before:` choose.
final class ChosenDays {

  private ChosenDays() {}

  /// True when days are chosen by these conditions and some of the days are among them.
  static boolean hold(List<String> chips, LocalDate from, LocalDate to) {
    var all =
        chips.stream()
            .flatMap(chip -> Query.parse(chip).clauses().stream())
            .flatMap(c -> c instanceof Query.Clause.When when ? Stream.of(when) : Stream.empty())
            .toList();
    return !all.isEmpty()
        && all.stream()
            .allMatch(
                when ->
                    switch (when.side()) {
                      case BEFORE -> from.isBefore(first(when.date()));
                      case AFTER -> to.isAfter(last(when.date()));
                      case ON ->
                          !from.isAfter(last(when.date())) && !to.isBefore(first(when.date()));
                    });
  }

  private static LocalDate first(String date) {
    return LocalDate.parse(date + "-01-01".substring(date.length() - 4));
  }

  private static LocalDate last(String date) {
    var first = first(date);
    return isDay(date)
        ? first
        : (date.length() == 4 ? first.plusYears(1) : first.plusMonths(1)).minusDays(1);
  }

  private static boolean isDay(String date) {
    return date.length() == 10;
  }
}
