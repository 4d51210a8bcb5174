package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;

/// What events are called: whole sentences, without the date where it can go.
final class TitlesTest {

  private static final Pattern FRAGMENT =
      Pattern.compile(
          "^(?:\\p{Ll}|(?:Which|Who|Whose|Where|Because|According|Was|Were|Is|Has|Got|Had)\\b)"
              + "|,[:;,]|\\b(?:between|on|in|at)$");

  private static List<Event> events(String text) {
    var heading = Heading.NONE.withPublished(Optional.of(new Dated("2025-03-05", "test")));
    var timeline = new Timeline();
    timeline.take(Accounts.of(Article.of("echo.txt", heading, text, List.of())));
    return timeline.events();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The bridge was closed on Monday. | The bridge was closed",
        "The mayor, speaking at the quay on Monday evening, closed the bridge."
            + " | The mayor, speaking at the quay, closed the bridge",
        "That is the sentence of 10 February with a word added."
            + " | That is the sentence of 10 February with a word added",
        "On Monday came the flood. | On Monday came the flood",
        "The port counted three ships between 1 March and 3 March."
            + " | The port counted three ships between 1 March",
        "The first letter, on 3 March, was about the bridge."
            + " | The first letter was about the bridge",
        "The town sold the old quay, where the council stopped all ferries in February."
            + " | The council stopped all ferries",
        "The ferry line closed its office because the council stopped all ferries in February."
            + " | The council stopped all ferries",
        "“They closed the bridge on Monday.” | “They closed the bridge.”",
        "The ferry is worth 5 million dollars less than on Friday evening."
            + " | The ferry is worth 5 million dollars less than on Friday evening",
        "The talks failed; after 3 May the mill closed. | The mill closed",
      })
  void aTitleIsTheClauseWithoutWhatOnlySaysWhen(String text, String title) {
    assertEquals(title, events(text).getFirst().title());
  }

  @Test
  void aClauseGetsItsSubjectBack() {
    var titles =
        events(
                "The Wherry Bridge, the oldest of the town and the only one that carries lorries,"
                    + " was opened on 3 May 1956, and was closed to all but carts in January 2025.")
            .stream()
            .map(Event::title)
            .toList();
    assertEquals("The Wherry Bridge … was closed to all but carts", titles.getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The talks failed; after 3 May the mill closed.",
        "The talks failed; before 2020 BP won. It is so; before 3 May it sank.",
        "The council, which in May 2024 closed the bridge, sold it when on Monday it rained.",
        "“They closed it on Monday,” and because in March 2020 it froze, on Tuesday, 3 May, it"
            + " sank.",
        "ECHO (Wherry) — While on Friday night he slept, before 3 May, they won; after today, is"
            + " it?",
      })
  void aSentenceCutShortHasATitle(String text) {
    for (var to = 1; to <= text.length(); to++) {
      for (var from = 0; from < to; from += 1 + from % 7) {
        var cut = text.substring(from, to);
        for (var event : events(cut)) {
          assertFalse(event.title().isBlank(), cut);
        }
      }
    }
  }

  @Test
  void noTitleOfTheSamplesIsAFragment() throws IOException {
    var timeline = new Timeline();
    Accounts.samples().forEach(timeline::take);
    var fragments =
        timeline.events().stream()
            .map(Event::title)
            .filter(title -> FRAGMENT.matcher(title).find())
            .toList();
    assertTrue(timeline.events().size() > 100);
    assertEquals(List.of(), fragments);
  }
}
