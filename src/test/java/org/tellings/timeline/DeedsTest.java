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
    assertEquals(
        List.of(),
        events("The council called the ruling a paradox of the 19th century in its report."));
    assertEquals(
        List.of(
            "1800/1899 happened The council built the bridge over the river at the end of the 19th"
                + " century"),
        events("The council built the bridge over the river at the end of the 19th century."));
    assertEquals(
        List.of("1800/1899 happened The council built the bridge over the river"),
        events("The council built the bridge over the river in the 19th century."));
  }
}
