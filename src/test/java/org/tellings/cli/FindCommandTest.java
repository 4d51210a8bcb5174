package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tellings.json.Json;

/// `find` as it is typed: what it refuses, what it forgives, what it prints.
final class FindCommandTest {

  private static final String FERRY =
      "The harbour board met on Monday. Nobody spoke of boats for an hour and a half. Then the"
          + " chair said that the last ferry of the day would leave at nine, whatever the weather"
          + " did. The mill stayed shut.";

  @TempDir Path folder;
  private Terminal terminal = new Terminal(Path.of("none"));

  @BeforeEach
  void addTwo() throws IOException {
    terminal = new Terminal(folder.resolve("library"));
    Files.writeString(folder.resolve("ferry.txt"), FERRY);
    Files.writeString(
        folder.resolve("court.txt"), "The court ruled against Tom O’Leary, owner of the mill.");
    assertEquals(0, terminal.run("add", file("ferry.txt"), file("court.txt")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          O'Leary                | court.txt
          O’leary                | court.txt
          mill -court            | ferry.txt
          -court                 | ferry.txt
          -harbour               | court.txt
          -Vessel                | court.txt ferry.txt
          """)
  void finds(String typed, String files) {
    assertEquals(0, terminal.run(words("find", typed, "--format", "jsonl")));
    assertEquals(files, String.join(" ", found().stream().map(this::file).sorted().toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ` `             | find what? Write words; `list` prints all articles
          ""              | ""  (there is no word between the marks)
          -               | - (there is no word in it)
          ***             | *** (there is no word in it)
          on:2025-02-30   | on:2025-02-30 (there is no 30 Feb 2025)
          OR              | OR wants something on both sides of it
          --court         | find has no option --court
          mill --limt 3   | find has no option --limt
          """)
  void refusesWhatSaysNothing(String typed, String problem) {
    assertEquals(2, terminal.run(words("find", typed)));
    assertTrue(terminal.problems().contains(problem.replace("  ", " ")), terminal.problems());
    assertEquals("", terminal.printed());
  }

  @Test
  void refusesNoWordsAndTooMany() {
    assertEquals(2, terminal.run("find"));
    assertTrue(terminal.problems().startsWith("tellings: find what?"), terminal.problems());
    assertEquals(2, terminal.run("find", "word ".repeat(10_000)));
    assertTrue(
        terminal.problems().contains("at most 10000 characters")
            && terminal.problems().length() < 300,
        terminal.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mill foo:bar        | there is no field foo:
          mill on:2025-02-30  | not understood: on:2025-02-30 (there is no 30 Feb 2025)
          mill on:            | not understood: on: (it wants a day, month or year
          "the mill           | the mark in "the mill is not closed
          mill OR             | OR wants something on both sides of it
          """)
  void tellsWhatItForgives(String typed, String warning) {
    assertEquals(0, terminal.run(words("find", typed)));
    assertTrue(terminal.problems().contains(warning), terminal.problems());
  }

  @Test
  void printsThePassageWithMostOfTheWords() {
    assertEquals(0, terminal.run("find", "harbour ferry weather"));
    assertTrue(
        terminal
            .printed()
            .contains("«ferry» of the day would leave at nine, whatever the «weather»"),
        terminal.printed());
    assertEquals(0, terminal.run("find", "harbour ferry weather", "--format", "jsonl"));
    var row = found().getFirst();
    var passage = String.valueOf(row.get("passage"));
    assertTrue(passage.contains("the last ferry of the day"), passage);
    assertEquals(passage, FERRY.substring(number(row, "start"), number(row, "end")));
    assertEquals(0, terminal.run("find", "-court", "--format", "jsonl"));
    assertTrue(terminal.printed().contains("\"passage\":null"), terminal.printed());
    assertTrue(!terminal.printed().contains("marked"), terminal.printed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          speaker:lind         | «The mill cost 40 million dollars»,” said Ada Lind
          speaker:="Ada Lind"  | «The mill cost 40 million dollars»,” said Ada Lind
          entity:lind          | said «Ada Lind»
          figure:>30m          | cost «40 million dollars»
          state:machine        | «The mill cost 40 million dollars»
          outlet:none OR speaker:lind | «The mill cost 40 million dollars»
          """)
  void withoutWordsShowsTheFindingThatIsAskedFor(String typed, String passage) throws IOException {
    Files.writeString(
        folder.resolve("mill.txt"),
        "“The mill cost 40 million dollars,” said Ada Lind, its owner.");
    assertEquals(0, terminal.run("add", file("mill.txt")));
    assertEquals(0, terminal.run("find", typed));
    assertTrue(terminal.printed().contains(passage), terminal.printed());
    assertEquals(0, terminal.run("find", "-harbour", "-court"));
    assertTrue(!terminal.printed().contains("«"), terminal.printed());
  }

  @Test
  void saysHowManyThereAreAndHowToSeeThem() {
    assertEquals(0, terminal.run("find", "mill", "--limit", "1"));
    assertEquals("1 of 2 articles; --limit 2 prints all\n", terminal.problems());
    assertEquals(0, terminal.run("find", "mill"));
    assertEquals("2 articles\n", terminal.problems());
  }

  private static int number(Map<String, @Nullable Object> row, String field) {
    return row.get(field) instanceof Integer n ? n : -1;
  }

  private List<Map<String, @Nullable Object>> found() {
    return terminal.printed().lines().map(line -> Json.object(line).orElseThrow()).toList();
  }

  private String file(Map<String, @Nullable Object> row) {
    return String.valueOf(row.get("file"));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static String[] words(String command, String typed, String... more) {
    return Stream.of(Stream.of(command), Stream.of(typed.split(" ")), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }
}
