package org.tellings.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.model.Summary;
import org.tellings.ui.timeline.Found.Done;

final class FoundTest {

  private static Summary article(int n, String outlet, Optional<String> updated) {
    var heading =
        Heading.NONE
            .withTitle("A quay is sold")
            .withOutlet(new Outlet(outlet))
            .withPublished(Optional.of(new Dated("2025-01-2" + n, "test")))
            .withUpdated(updated.map(day -> new Dated(day, "test")));
    var id = new ArticleId("000000000000000" + n);
    return new Summary(id, n + ".txt", heading, 10, 60, Map.of(), Map.of(), 0);
  }

  @Test
  void outletsOfMostArticlesComeFirstHoweverOftenTheyAreChanged() {
    var articles =
        List.of(
            article(1, "Anchor", Optional.of("2025-02-01")),
            article(2, "Anchor", Optional.of("2025-02-02")),
            article(3, "Quay", Optional.empty()),
            article(4, "Quay", Optional.empty()),
            article(5, "Quay", Optional.empty()));
    var lanes = Found.of(List.of(), List.of(), Map.of(), articles, ZoneOffset.UTC).lanes();
    assertEquals(
        List.of("Quay", "Anchor"), lanes.stream().map(lane -> lane.outlet().name()).toList());
    assertEquals(4, lanes.getLast().issues().size());
  }

  @Test
  void anArticleStandsAtEachTimeItsPageTellsOfItself() {
    var one = article(1, "Anchor", Optional.of("2025-02-01"));
    var heading = one.heading().withCaptured(Optional.of(new Dated("2025-03-01T10:00Z", "test")));
    var article = new Summary(one.id(), one.file(), heading, 10, 60, Map.of(), Map.of(), 0);
    var lane =
        Found.of(List.of(), List.of(), Map.of(), List.of(article), ZoneOffset.UTC)
            .lanes()
            .getFirst();
    assertEquals(1, lane.articles());
    assertEquals(
        List.of(Done.PRINTED, Done.CHANGED, Done.CAPTURED),
        lane.issues().stream().map(Found.Issue::done).toList());
    assertEquals("1 Mar 2025, 10:00 GMT", lane.issues().getLast().when());
  }
}
