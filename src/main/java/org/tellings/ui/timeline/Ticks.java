package org.tellings.ui.timeline;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/// The cells into which an axis of time is cut, each with its words, and the larger ones over them.
/// Cells are so wide that their words never touch.
record Ticks(List<Cell> cells, List<Cell> around, boolean areHours) {

  /// A stretch of time with its words; times as in [Sight].
  record Cell(double from, double to, String words) {}

  private static final double GAP = 14;

  private record Step(
      int amount, ChronoUnit unit, String pattern, String widest, ChronoUnit large, String over) {

    double days() {
      return amount * unit.getDuration().toSeconds() / 86_400.0;
    }
  }

  /// By pattern: the axis asks for the same few in every frame.
  private static final Map<String, DateTimeFormatter> FORMS = new ConcurrentHashMap<>();

  private static final String DAY = "EEEE d MMMM uuuu";
  private static final List<Step> STEPS =
      List.of(
          new Step(1, ChronoUnit.HOURS, "HH:mm", "00:00", ChronoUnit.DAYS, DAY),
          new Step(3, ChronoUnit.HOURS, "HH:mm", "00:00", ChronoUnit.DAYS, DAY),
          new Step(6, ChronoUnit.HOURS, "HH:mm", "00:00", ChronoUnit.DAYS, DAY),
          new Step(1, ChronoUnit.DAYS, "EEE d MMM", "Wed 29 May", ChronoUnit.MONTHS, "MMMM uuuu"),
          new Step(1, ChronoUnit.DAYS, "d", "29", ChronoUnit.MONTHS, "MMMM uuuu"),
          new Step(1, ChronoUnit.WEEKS, "d MMM", "29 May", ChronoUnit.YEARS, "uuuu"),
          new Step(1, ChronoUnit.MONTHS, "MMM", "May", ChronoUnit.YEARS, "uuuu"),
          new Step(3, ChronoUnit.MONTHS, "MMM", "May", ChronoUnit.YEARS, "uuuu"),
          new Step(1, ChronoUnit.YEARS, "uuuu", "2025", ChronoUnit.CENTURIES, ""),
          new Step(2, ChronoUnit.YEARS, "uuuu", "2025", ChronoUnit.CENTURIES, ""),
          new Step(5, ChronoUnit.YEARS, "uuuu", "2025", ChronoUnit.CENTURIES, ""),
          new Step(10, ChronoUnit.YEARS, "uuuu", "2025", ChronoUnit.CENTURIES, ""),
          new Step(20, ChronoUnit.YEARS, "uuuu", "2025", ChronoUnit.CENTURIES, ""),
          new Step(50, ChronoUnit.YEARS, "uuuu", "2025", ChronoUnit.CENTURIES, ""));

  /// The finest cells that fit; `wide` says how wide words are.
  static Ticks of(Sight sight, double width, ToDoubleFunction<String> wide) {
    var step =
        STEPS.stream()
            .filter(s -> s.days() / sight.days() * width >= wide.applyAsDouble(s.widest()) + GAP)
            .findFirst()
            .orElse(STEPS.getLast());
    return new Ticks(
        cells(sight, step.amount(), step.unit(), step.pattern()),
        step.over().isEmpty() ? List.of() : cells(sight, 1, step.large(), step.over()),
        step.unit() == ChronoUnit.HOURS);
  }

  private static List<Cell> cells(Sight sight, int amount, ChronoUnit unit, String pattern) {
    var words = FORMS.computeIfAbsent(pattern, p -> DateTimeFormatter.ofPattern(p, Locale.ENGLISH));
    List<Cell> cells = new ArrayList<>();
    var at = begin(time(sight.from()), amount, unit);
    while (days(at) < sight.to()) {
      var next = at.plus(amount, unit);
      cells.add(new Cell(days(at), days(next), at.format(words)));
      at = next;
    }
    return List.copyOf(cells);
  }

  private static LocalDateTime begin(LocalDateTime time, int amount, ChronoUnit unit) {
    var day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case HOURS -> day.plusHours(time.getHour() / amount * (long) amount);
      case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHS ->
          day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / amount * amount + 1);
      case YEARS -> day.withDayOfYear(1).withYear(Math.floorDiv(day.getYear(), amount) * amount);
      default -> day;
    };
  }

  /// The nearest second.
  static LocalDateTime time(double days) {
    return LocalDateTime.ofEpochSecond(Math.round(days * 86_400), 0, ZoneOffset.UTC);
  }

  static double days(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) / 86_400.0;
  }
}
