package org.tellings.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.Dated;
import org.tellings.model.Removed;
import org.tellings.read.ArticleReader.Outcome;

/// Every file below `formats/` is read as the `.expected` file beside it says.
final class ReadersTest {

  private static final long SEED = 20250128L;
  private static final String[] PIECES = {
    "<p>",
    "</p>",
    "<h1>",
    "<div class=\"share\">",
    "</div>",
    "<article>",
    "<br>",
    "<a href=x>",
    "</a>",
    "<li>",
    "<time datetime='2025-01-28'>",
    "\n",
    "\n\n",
    "|",
    " | ",
    "·",
    " > ",
    "By ",
    "Ada Ortiz",
    "28 January 2025",
    "Must read",
    "Read more: ",
    "© 2025 ",
    "---\n",
    "title: x\n",
    "# ",
    "- ",
    "1. ",
    "> ",
    "![x](y)",
    "**",
    "3 comments",
    ", ",
    ". ",
    "which",
    " ",
    "“",
    "”",
    "Share",
    "\u00a0",
    "\ud83d\ude00",
    "The council met again on Monday and went home early. ",
    "Tags: "
  };
  private static final Path FORMATS = Path.of("src/test/resources/formats");

  @TestFactory
  Stream<DynamicTest> formats() throws IOException {
    try (var files = Files.walk(FORMATS)) {
      var offered =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".expected"))
              .sorted()
              .toList();
      assertTrue(offered.size() >= 10, "too few files in " + FORMATS);
      return offered.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      FORMATS.relativize(file).toString(),
                      () ->
                          assertEquals(
                              Files.readString(Path.of(file + ".expected")), found(file))));
    }
  }

  @Test
  void aLongPartIsTakenOffWhole() {
    var words = "Down here many readers wrote to us. ".repeat(400).strip();
    var page =
        "<article>"
            + "<p>The council met again on Monday and went home early, said its clerk.</p>"
                .repeat(600)
            + "</article><footer>"
            + words
            + "</footer>";
    var bytes = page.getBytes(StandardCharsets.UTF_8);
    var read = (Outcome.Read) Readers.forFile("x.html", bytes).orElseThrow().read("x.html", bytes);
    assertEquals(
        List.of(words),
        read.article().removed().stream()
            .filter(part -> part.rule().equals("html.footer/1"))
            .map(Removed::text)
            .toList());
  }

  /// Whatever stands in a file, reading ends with an outcome and reading again ends with the same.
  @ParameterizedTest
  @ValueSource(strings = {"x.html", "x.md", "x.txt"})
  void readsAnything(String name) {
    var random = new Random(SEED);
    for (var i = 0; i < 1000; i++) {
      var text = new StringBuilder();
      for (var n = random.nextInt(40); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      var reader = Readers.forFile(name, bytes).orElseThrow();
      var first = reader.read(name, bytes);
      assertEquals(first, reader.read(name, bytes), () -> "seed " + SEED + ": " + text);
    }
  }

  /// What stands over the article, what was taken off by which rule, then the text.
  private static String found(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var name = file.getFileName().toString();
    return switch (Readers.forFile(name, bytes).orElseThrow().read(name, bytes)) {
      case Outcome.Refused refused ->
          "refused: " + refused.rule() + " | " + refused.reason() + "\n";
      case Outcome.Read read -> {
        var heading = read.article().heading();
        var lines =
            new StringBuilder(
                "title: "
                    + heading.title()
                    + "\nbyline: "
                    + heading.byline()
                    + "\noutlet: "
                    + heading.outlet().name()
                    + "\npublished: "
                    + heading.published().map(ReadersTest::dated).orElse("")
                    + "\nupdated: "
                    + heading.updated().map(ReadersTest::dated).orElse("")
                    + heading.captured().map(at -> "\ncaptured: " + dated(at)).orElse("")
                    + (heading.url().isEmpty() ? "\n" : "\nurl: " + heading.url() + "\n"));
        read.article()
            .removed()
            .forEach(r -> lines.append("removed: " + r.rule() + " | " + r.text() + "\n"));
        yield lines + "\n" + read.article().text() + "\n";
      }
    };
  }

  private static String dated(Dated date) {
    return date.value() + " (" + date.rule() + ")";
  }
}
