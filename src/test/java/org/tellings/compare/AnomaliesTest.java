package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tellings.model.Article;

/// Roles and what does not go together in the sample articles, as their README lists them.
final class AnomaliesTest {

  private static final Comparison COMPARISON = new Comparison();
  private static final List<Account> ACCOUNTS = new ArrayList<>();

  @BeforeAll
  static void compareTheSamples() throws IOException {
    ACCOUNTS.addAll(Samples.accounts());
    ACCOUNTS.forEach(COMPARISON::take);
  }

  /// Rows on offices that tell of two that cannot both hold; in the others both can.
  @Test
  void officesThatCannotBothHoldAreFound() throws IOException {
    var offices =
        Samples.rows().stream()
            .filter(row -> row.planted().equals("one in another office"))
            .toList();
    assertTrue(offices.size() >= 6, offices::toString);
    for (var row : offices) {
      var wanted =
          row.words().equals("Commerce Secretary Howard Lutnick")
              || row.words().startsWith("Former President Trump");
      if (wanted) {
        assertTrue(
            COMPARISON.anomalies().stream()
                .filter(anomaly -> anomaly.type().equals("role-conflict"))
                .flatMap(anomaly -> anomaly.spans().stream())
                .anyMatch(
                    place ->
                        place.file().equals(row.file()) && row.words().startsWith(place.text())),
            row::toString);
      }
    }
  }

  @Test
  void officesThatFollowEachOtherAreNoConflict() {
    for (var name : List.of("Mark Chen", "David Sacks", "Sam Altman", "Chris Lehane")) {
      var role =
          COMPARISON.roles().stream()
              .filter(one -> one.speaker().equals(name))
              .findFirst()
              .orElseThrow();
      assertFalse(role.conflict(), role::toString);
      assertFalse(role.why().isEmpty());
    }
  }

  @Test
  void whatIsGivenToNobodyEndsNowhere() {
    assertTrue(
        COMPARISON.chains().stream()
            .anyMatch(
                chain ->
                    chain.ends() == Chain.Ends.DANGLING
                        && chain.links().getLast().to().equals("It is understood")
                        && chain.links().getLast().from().equals("The Daily Klaxon")));
  }

  /// Rows on chains whose way or end the README tells.
  @Test
  void theChainsOfTheSamplesAreFound() throws IOException {
    var ways =
        Map.of(
            "Microsoft security staff noticed", "Pacific Wire < Bloomberg < people familiar",
            "We had it from The Meridian", "The Meridian < Financial Times < OpenAI",
            "as first reported by Pacific Wire", "Morrow < Pacific Wire",
            "The Daily Klaxon is reporting that Morrow", "Morrow < The Daily Klaxon < Morrow",
            "The swots at Solder & Code reported", "The Daily Klaxon < Solder & Code",
            "according to a report by Reuters", "Pacific Wire < Reuters");
    var seen = 0;
    for (var row : Samples.rows()) {
      for (var way : ways.entrySet()) {
        if (row.words().startsWith(way.getKey()) && row.planted().startsWith("attribution chain")) {
          seen++;
          assertTrue(
              COMPARISON.chains().stream()
                  .filter(chain -> chain.links().getFirst().place().file().equals(row.file()))
                  .anyMatch(chain -> way(chain).contains(way.getValue())),
              () ->
                  row.words()
                      + " "
                      + COMPARISON.chains().stream()
                          .filter(c -> c.links().getFirst().place().file().equals(row.file()))
                          .filter(Chain::isListed)
                          .map(AnomaliesTest::way)
                          .toList());
        }
      }
    }
    assertEquals(ways.size(), seen);
    assertTrue(
        COMPARISON.chains().stream()
            .filter(chain -> chain.ends() == Chain.Ends.CIRCULAR)
            .anyMatch(
                chain -> chain.links().getFirst().place().file().startsWith("solder-code_2025")));
  }

  private static String way(Chain chain) {
    return chain.links().getFirst().from()
        + chain.links().stream().map(link -> " < " + link.to()).collect(Collectors.joining());
  }

  @Test
  void everyConflictOfFiguresIsAnAnomaly() {
    var quantities =
        COMPARISON.quantities().stream()
            .filter(q -> q.verdict() == Quantity.Verdict.CONFLICT)
            .count();
    assertEquals(
        quantities,
        COMPARISON.anomalies().stream().filter(a -> a.type().equals("figure-conflict")).count());
  }

  @Test
  void everySpanHoldsTheWordsThatAreTold() {
    Map<String, String> texts =
        ACCOUNTS.stream()
            .map(Account::article)
            .collect(Collectors.toMap(article -> article.id().value(), Article::text));
    var ids = COMPARISON.anomalies().stream().map(Anomaly::id).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    for (var anomaly : COMPARISON.anomalies()) {
      for (var place : anomaly.spans()) {
        var text = texts.getOrDefault(place.article().value(), "");
        assertEquals(place.text(), place.span().in(text));
      }
    }
  }
}
