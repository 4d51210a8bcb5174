package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;

/// Whatever the text, every finding lies in it and reading twice finds the same.
final class SpansTest {

  private static final String[] PIECES = {
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "``",
    "''",
    ",",
    ".",
    " ",
    "\n\n",
    "said ",
    "said that ",
    "Ada Ortiz ",
    "OpenAI ",
    "$5.6",
    "bn ",
    "17 per cent",
    "about ",
    "Monday",
    "31 ",
    "February ",
    "2025",
    "according to ",
    "the memo ",
    "he ",
    "to ",
    "-",
    "(",
    ")",
    "who ",
    "two dozen ",
    ":",
    "a week later ",
    "\ud83d",
    "\u202e",
    "12,345 "
  };

  @Test
  void everySpanLiesInRandomText() {
    var seed = 20250127L;
    var random = new Random(seed);
    for (var i = 0; i < 10_000; i++) {
      var text = new StringBuilder("x");
      for (var n = random.nextInt(60); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      var article = article(text.toString());
      var found = Extractors.extractAll(article);
      assertEquals(found, Extractors.extractAll(article), "seed " + seed + ", text " + i);
      found.forEach(
          f ->
              assertTrue(
                  f.span().end() <= article.text().length(), () -> "seed " + seed + ": " + f));
      var names = found.stream().map(f -> f.kind() + " " + f.span()).distinct().count();
      assertEquals(found.size(), names, () -> "two of one name, seed " + seed + ": " + found);
    }
  }

  @Test
  void thirtyThousandUnclosedMarksEnd() {
    var text = "“We never close this mark and go on ".repeat(30_000);
    var found = Extractors.extractAll(article(text));
    assertTrue(found.stream().allMatch(f -> f.span().length() <= 3000));
  }

  private static Article article(String text) {
    var heading = Heading.NONE.withPublished(Optional.of(new Dated("2025-01-29", "test")));
    return Article.of("x.txt", heading, text, List.of());
  }
}
