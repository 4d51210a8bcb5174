package org.tellings.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tellings.model.Facets;

final class TimeAxisTest {

  private static Facets.Bar bar(String from, String to, int articles) {
    return new Facets.Bar(LocalDate.parse(from), LocalDate.parse(to), articles);
  }

  private static List<Facets.Bar> axis(String... days) {
    return TimeAxis.of(Stream.of(days).map(day -> bar(day, day, 1)).toList());
  }

  @Test
  void aDayWithoutArticlesHasItsPlace() {
    assertEquals(
        List.of(
            bar("2025-01-28", "2025-01-28", 1),
            bar("2025-01-29", "2025-01-29", 0),
            bar("2025-01-30", "2025-01-30", 1)),
        axis("2025-01-28", "2025-01-30"));
  }

  @Test
  void aYearIsToldByMonthsAndBeginsAndEndsWithAnArticle() {
    var axis = axis("2025-01-28", "2025-01-31", "2026-02-13");
    assertEquals(14, axis.size());
    assertEquals(bar("2025-01-28", "2025-01-31", 2), axis.getFirst());
    assertEquals(bar("2025-02-01", "2025-02-28", 0), axis.get(1));
    assertEquals(bar("2026-02-01", "2026-02-13", 1), axis.getLast());
  }

  @Test
  void twoMonthsAreToldByWeeksAndTenYearsByYears() {
    assertEquals(9, axis("2025-01-28", "2025-03-28").size());
    assertEquals(11, axis("2015-06-01", "2025-06-01").size());
    assertEquals(1, axis("2025-06-01").size());
  }
}
