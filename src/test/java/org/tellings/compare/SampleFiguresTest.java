package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tellings.compare.Quantity.Printed;
import org.tellings.compare.Quantity.Verdict;

/// The figures planted in the sample articles stand to each other as their README says.
final class SampleFiguresTest {

  /// What a planted figure must be beside those of other articles: one of these.
  private static final Map<String, Set<Verdict>> PLANTED =
      Map.ofEntries(
          Map.entry("figure, rounded", Set.of(Verdict.ROUNDING, Verdict.IDENTICAL)),
          Map.entry("figure, other share count", Set.of(Verdict.ROUNDING)),
          Map.entry("figure, other moment", Set.of(Verdict.MOMENT)),
          Map.entry("figure, early in the day", Set.of(Verdict.MOMENT)),
          Map.entry("figure, close of the day", Set.of(Verdict.ROUNDING, Verdict.IDENTICAL)),
          Map.entry("figure, one run", Set.of(Verdict.IDENTICAL)),
          Map.entry("figure, all hours", Set.of(Verdict.IDENTICAL)),
          Map.entry("figure, record before", Set.of(Verdict.IDENTICAL)),
          Map.entry("figure, chips of one run", Set.of(Verdict.IDENTICAL)),
          Map.entry("figure, other close of the day", Set.of(Verdict.IDENTICAL, Verdict.CONFLICT)));

  private static final Comparison COMPARISON = new Comparison();

  @BeforeAll
  static void compareTheSamples() throws IOException {
    Samples.accounts().forEach(COMPARISON::take);
  }

  @Test
  void everyPlantedFigureStandsToTheOthersAsItIsPlanted() throws IOException {
    var missed = new ArrayList<String>();
    var seen = 0;
    for (var row : Samples.rows()) {
      var wanted = PLANTED.get(row.planted());
      if (wanted == null) {
        continue;
      }
      seen++;
      var given = places(row);
      if (given.stream().map(Printed::verdict).noneMatch(wanted::contains)) {
        missed.add(row + ": " + given.stream().map(Printed::verdict).toList());
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(seen >= 12, "too few rows of the README are read: " + seen);
  }

  /// Whichever of the two most outlets print.
  @Test
  void theRoundedLossStandsWithTheFinerOne() {
    assertTrue(
        COMPARISON.quantities().stream()
            .anyMatch(
                quantity ->
                    has(quantity, "589000000000")
                        && has(quantity, "600000000000")
                        && quantity.tellings().stream()
                            .anyMatch(p -> p.verdict() == Verdict.ROUNDING)));
  }

  @Test
  void theTwoClosesOfOneDayAreAConflict() throws IOException {
    var rows =
        Samples.rows().stream()
            .filter(row -> row.planted().equals("figure, other close of the day"))
            .toList();
    assertEquals(2, rows.size());
    var conflict =
        COMPARISON.anomalies().stream()
            .filter(anomaly -> anomaly.type().equals("figure-conflict"))
            .filter(
                anomaly ->
                    rows.stream()
                        .allMatch(
                            row ->
                                anomaly.spans().stream()
                                    .anyMatch(
                                        place ->
                                            place.file().equals(row.file())
                                                && place.text().equals(row.words()))))
            .findFirst();
    assertTrue(conflict.isPresent(), () -> COMPARISON.anomalies().toString());
  }

  @Test
  void noOtherFiguresOfTheSamplesAreInConflict() {
    assertEquals(
        List.of("118.42, 118.58"),
        COMPARISON.quantities().stream()
            .filter(quantity -> quantity.verdict() == Verdict.CONFLICT)
            .map(quantity -> quantity.lowest() + ", " + quantity.highest())
            .toList());
  }

  private static boolean has(Quantity quantity, String value) {
    return quantity.tellings().stream()
        .anyMatch(p -> p.value().compareTo(new BigDecimal(value)) == 0);
  }

  /// The places of a planted figure in quantities of two articles or more.
  private static List<Printed> places(Samples.Row row) {
    return COMPARISON.quantities().stream()
        .filter(
            quantity ->
                quantity.tellings().stream().map(p -> p.telling().article()).distinct().count() > 1)
        .flatMap(quantity -> quantity.tellings().stream())
        .filter(
            printed ->
                printed.telling().file().equals(row.file())
                    && Optional.of(printed.telling().text())
                        .filter(text -> text.contains(row.words()) || row.words().contains(text))
                        .isPresent())
        .toList();
  }
}
