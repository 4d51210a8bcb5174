package org.tellings.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;

/// What the articles a query finds have in common, counted exactly.
///
/// A facet's counts leave its own conditions of the query out: with `outlet:Meridian` typed,
/// `outlets` still counts every outlet the other conditions leave. All counts are articles.
public record Facets(
    Facet outlets, Facet speakers, Facet entities, Facet codes, Facet states, Published published) {

  /// The values of one facet, the most frequent first, then by name; `without` counts articles that
  /// have none of them.
  public record Facet(List<Value> values, int without) {
    public Facet {
      values = List.copyOf(values);
    }
  }

  /// One value. [Query#choosing] makes the condition that finds exactly these articles.
  public record Value(String name, int articles) {}

  /// When the articles were published. `vague` counts those of which only the month or the year is
  /// known, `undated` those that carry no date; both stand on no day.
  public record Published(List<Bar> days, int vague, int undated) {
    public Published {
      days = List.copyOf(days);
    }

    /// The same articles by week, Monday to Sunday.
    public List<Bar> weeks() {
      var weeks = new TreeMap<LocalDate, Integer>();
      for (var day : days) {
        weeks.merge(
            day.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
            day.articles(),
            Integer::sum);
      }
      return weeks.entrySet().stream()
          .map(w -> new Bar(w.getKey(), w.getKey().plusDays(6), w.getValue()))
          .toList();
    }
  }

  /// The articles of a day or a week; `to` is the last day. Days and weeks without articles have no
  /// bar.
  public record Bar(LocalDate from, LocalDate to, int articles) {}
}
