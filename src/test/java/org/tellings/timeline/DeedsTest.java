package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;

final class DeedsTest {

  private static List<String> events(String text) {
    var heading = Heading.NONE.withPublished(Optional.of(new Dated("2026-03-29", "test")));
    var timeline = new Timeline();
    timeline.take(Accounts.of(Article.of("echo.html", heading, text, List.of())));
    return timeline.events().stream()
        .map(event -> event.when().edtf() + " " + event.mode().word() + " " + event.title())
        .toList();
  }

  @Test
  void whatWentAheadOfADayDidNotHappenOnIt() {
    for (var text :
        List.of(
            "Ahead of the election in November 2026 the party has split in two.",
            "Before the vote on the budget on 20 March 2026 two members left the chamber.")) {
      var events = events(text);
      assertTrue(
          events.stream().noneMatch(event -> event.matches(".*(split|left).*")), events::toString);
    }
    assertEquals(
        List.of("2026-03-20 happened Two members left the chamber of the council"),
        events("On 20 March 2026 two members left the chamber of the council."));
  }

  @Test
  void theAgeThatAThingIsOfIsNotWhenItHappened() {
    for (var text :
        List.of(
            "The council called the ruling a paradox of the 19th century in its report.",
            "Nobody on the council has read a novel of the 1990s, the mayor said.",
            "The bridge, a marvel of the 20th century, carries lorries and trams.")) {
      assertEquals(List.of(), events(text), text);
    }
  }

  @Test
  void aPartOfAnAgeAndAWarOfYearsSayWhen() {
    for (var when :
        List.of(
            "In the early days of the 1990s",
            "In the first decade of the 1990s",
            "In the closing days of the 1990s",
            "At the height of the 1990s",
            "At the dawn of the 1990s",
            "Over the rest of the 1990s",
            "In the 1990s")) {
      var events = events(when + " the council built the bridge over the river.");
      assertEquals(1, events.size(), when);
      assertTrue(events.getFirst().startsWith("1990/1999 happened "), events::toString);
    }
    assertEquals(1, events("The war of 1914-1918 destroyed the bridge over the river.").size());
    assertEquals(1, events("The financial crisis of 2008 ruined the company of Ada Ortiz.").size());
  }
}
