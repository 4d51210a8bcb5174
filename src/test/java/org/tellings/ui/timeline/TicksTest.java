package org.tellings.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tellings.ui.timeline.Ticks.Cell;

final class TicksTest {

  private static final double WIDTH = 960;

  private static double wide(String words) {
    return 7.0 * words.length();
  }

  private static Sight from(String day, double days) {
    var from = LocalDate.parse(day).toEpochDay();
    return new Sight(from, from + days);
  }

  private static List<String> words(List<Cell> cells) {
    return cells.stream().map(Cell::words).toList();
  }

  @Test
  void aWeekHasDaysUnderTheirMonth() {
    var ticks = Ticks.of(from("2025-01-27", 7), WIDTH, TicksTest::wide);
    assertEquals(
        List.of(
            "Mon 27 Jan",
            "Tue 28 Jan",
            "Wed 29 Jan",
            "Thu 30 Jan",
            "Fri 31 Jan",
            "Sat 1 Feb",
            "Sun 2 Feb"),
        words(ticks.cells()));
    assertEquals(List.of("January 2025", "February 2025"), words(ticks.around()));
  }

  @Test
  void aDayHasHoursUnderIt() {
    var ticks = Ticks.of(from("2025-01-27", 1), WIDTH, TicksTest::wide);
    assertTrue(ticks.areHours());
    assertEquals("03:00", ticks.cells().get(1).words());
    assertEquals(List.of("Monday 27 January 2025"), words(ticks.around()));
  }

  @Test
  void decadesHaveYears() {
    var ticks = Ticks.of(from("1970-01-01", 60 * 365.25), WIDTH, TicksTest::wide);
    assertEquals(List.of("1970", "1975", "1980"), words(ticks.cells()).subList(0, 3));
    assertEquals(List.of(), ticks.around());
  }

  @Test
  void wordsNeverTouch() {
    for (var days = Sight.SHORTEST; days < Sight.LONGEST; days *= 1.07) {
      var sight = from("1999-12-25", days);
      var ticks = Ticks.of(sight, WIDTH, TicksTest::wide);
      for (var cell : ticks.cells().subList(0, ticks.cells().size() - 1)) {
        var room = sight.x(cell.to(), WIDTH) - sight.x(cell.from(), WIDTH);
        assertTrue(room > wide(cell.words()), cell + " in " + room + " at " + days + " days");
      }
      assertTrue(ticks.cells().size() < 60, ticks.cells().size() + " cells at " + days);
    }
  }

  @Test
  void zoomKeepsThePlaceUnderThePointer() {
    var sight = from("2025-01-27", 10);
    var at = sight.at(300, WIDTH);
    assertEquals(300, sight.zoom(0.5, at).x(at, WIDTH), 0.001);
    assertEquals(Sight.SHORTEST, sight.zoom(1e-9, at).days(), 1e-9);
    assertEquals(Sight.LONGEST, sight.zoom(1e9, at).days(), 1e-3);
  }
}
