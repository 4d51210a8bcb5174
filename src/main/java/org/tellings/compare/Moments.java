package org.tellings.compare;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.compare.Timing.Tense;
import org.tellings.model.Finding.Change;

/// Whether two figures of one thing were taken at two times, and why: empty when they were not.
final class Moments {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /// Figures printed so many days apart are of two moments, unless their values agree.
  private static final int FAR = 30;

  /// What is counted again every day while it lasts, and how many days a count holds.
  private static final Set<String> GROWING =
      Set.of(
          "die", "hurt", "missing", "rescue", "arrest", "evacuate", "raise", "signed", "download");

  private static final int SOON = 2;

  /// What is told anew for every day of trading.
  private static final Set<String> QUOTED = Set.of("move", "value", "shareprice");

  private static final BigDecimal GREAT = BigDecimal.valueOf(10_000);

  /// A day that one names lies so long before the other was printed that it tells of another.
  private static final int PAST = 10;

  /// How much longer the one time of counting is, so that it is another.
  private static final double LONGER = 1.5;

  /// Words that both may leave out: of the end of a day, and of the day of printing.
  private static final Set<String> WEAK = Set.of("close", "now", "final", "begin");

  /// What does not change from day to day.
  private static final Set<String> LASTING =
      Set.of("long", "tall", "wide", "deep", "weigh", "size");

  private Moments() {}

  /// What the sentences tell.
  static String told(Measure a, Measure b, Verdict values) {
    if (values == Verdict.IDENTICAL) {
      return "";
    }
    var same = values.isSame();
    var full = Math.max(Values.digits(a.figure().high()), Values.digits(b.figure().high())) >= 3;
    var here = a.timing();
    var there = b.timing();
    if (differ(here.moments(), there.moments())
        || !same && isOdd(here, there)
        || differ(here.hours(), there.hours()) && !same) {
      return "one says “" + words(a) + "”, the other “" + words(b) + "”";
    }
    if (isTurned(a, b) || isTurned(b, a)) {
      return "one is a rise, the other a fall";
    }
    if (!here.days().isEmpty() && !there.days().isEmpty()) {
      if (!meet(here.days(), there.days()) && !(same && full)) {
        return "one is of " + list(here.days()) + ", the other of " + list(there.days());
      }
    } else if (!same && (isPast(a, b) || isPast(b, a))) {
      var days = here.days().isEmpty() ? there.days() : here.days();
      return "one is of " + list(days) + ", the other names no day";
    }
    if (!same && apart(a, b) > PAST && (isNow(here) || isNow(there))) {
      return "one is of “now”, and they were printed " + apart(a, b) + " days apart";
    }
    if (!same
        && (here.tense() == Tense.COMING && there.tense() == Tense.DONE
            || here.tense() == Tense.DONE && there.tense() == Tense.COMING)) {
      return "one is to come, the other is done";
    }
    return "";
  }

  private static boolean isNow(Timing timing) {
    return timing.moments().contains("now");
  }

  /// Both name days, and none of the one is of the other.
  static boolean areOfOtherDays(Measure a, Measure b) {
    var here = a.timing().days();
    var there = b.timing().days();
    return !here.isEmpty() && !there.isEmpty() && !meet(here, there);
  }

  /// What the days of publication alone tell.
  static String printed(Measure a, Measure b, Verdict values) {
    // “died on Monday” is the day of what happened, not of the count
    var grows = GROWING.contains(a.property()) && a.property().equals(b.property());
    if (values.isSame()
        || LASTING.contains(a.property()) && LASTING.contains(b.property())
        || isMet(a, b) && !(grows && values == Verdict.CONFLICT)) {
      return "";
    }
    var apart = apart(a, b);
    return apart > (grows && values == Verdict.CONFLICT ? SOON : FAR)
        ? "they were printed " + apart + " days apart"
        : "";
  }

  /// Whether one was counted over a longer time than the other: “in 24 hours”, “this month”.
  static boolean isOtherSpan(Measure a, Measure b) {
    var here = a.timing().span();
    var there = b.timing().span();
    return here > 0 && there > 0
        ? here > there * LONGER || there > here * LONGER
        : QUOTED.contains(a.property()) && (here > 1 && isOfADay(b) || there > 1 && isOfADay(a));
  }

  private static boolean isOfADay(Measure measure) {
    return measure.timing().days().stream().anyMatch(day -> DAY.matcher(day).matches());
  }

  private static boolean differ(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && !a.containsAll(b) && !b.containsAll(a);
  }

  /// Only one of them names such a time.
  private static boolean isOdd(Timing a, Timing b) {
    return hasOdd(a, b) || hasOdd(b, a);
  }

  private static boolean hasOdd(Timing a, Timing b) {
    return a.moments().stream()
        .anyMatch(
            moment ->
                !WEAK.contains(moment)
                    && !b.moments().contains(moment)
                    && !b.hours().contains(moment));
  }

  private static boolean isTurned(Measure a, Measure b) {
    return a.figure().change() == Change.UP && b.figure().change() == Change.DOWN;
  }

  /// Both name days, and one day at least is that of the other.
  private static boolean isMet(Measure a, Measure b) {
    return !a.timing().days().isEmpty()
        && !b.timing().days().isEmpty()
        && meet(a.timing().days(), b.timing().days());
  }

  private static boolean meet(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(y -> x.startsWith(y) || y.startsWith(x)));
  }

  /// All days that `a` names lie well before the day on which `b` was printed, which names none.
  private static boolean isPast(Measure a, Measure b) {
    return !a.timing().days().isEmpty()
        && b.timing().days().isEmpty()
        && b.day().isPresent()
        && a.timing().days().stream().allMatch(day -> end(day) + PAST < b.day().getAsLong());
  }

  /// The last day of a day, month or year, as days since 1970; never past when it is something
  /// else, as a season (“2025-21”).
  private static long end(String day) {
    if (DAY.matcher(day).matches()) {
      return LocalDate.parse(day).toEpochDay();
    }
    if (MONTH.matcher(day).matches()) {
      return LocalDate.parse(day + "-01").plusMonths(1).toEpochDay();
    }
    return YEAR.matcher(day).matches()
        ? LocalDate.parse(day + "-12-31").toEpochDay()
        : Long.MAX_VALUE / 2;
  }

  /// Printed within two days, and of two digits or more, or great and of one thing or property:
  /// where two such values agree, it is hardly by chance.
  static boolean isTwin(Measure a, Measure b) {
    return apart(a, b) <= SOON
        && (Math.max(Values.digits(a.figure().high()), Values.digits(b.figure().high())) >= 2
            || a.plain().high().compareTo(GREAT) >= 0
                && (!a.head().isEmpty() && a.head().equals(b.head())
                    || !a.property().isEmpty() && a.property().equals(b.property())
                    || Units.isPhysical(a.plain().unit())));
  }

  /// Days between the publications; none when one is not known.
  private static long apart(Measure a, Measure b) {
    return a.day().isEmpty() || b.day().isEmpty()
        ? 0
        : Math.abs(a.day().getAsLong() - b.day().getAsLong());
  }

  private static String words(Measure measure) {
    var told = new TreeSet<>(measure.timing().moments());
    told.addAll(measure.timing().hours());
    return measure
        .momentWords()
        .orElse(told.isEmpty() ? "nothing of the hour" : String.join(", ", told));
  }

  private static String list(Set<String> names) {
    return String.join(", ", names);
  }
}
