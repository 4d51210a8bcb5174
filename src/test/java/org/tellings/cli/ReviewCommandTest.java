package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tellings.json.Json;

/// `review` on findings named, chosen and added.
final class ReviewCommandTest {

  private static final String MILL =
      "The mill closed on Monday, “for good,” said Ada Lind.\n\n"
          + "It cost about 3 million euros. “We will rebuild it,” said Bo Berg, the mayor.\n";

  @TempDir Path folder;
  private Terminal terminal = new Terminal(Path.of("none"));

  @BeforeEach
  void add() throws IOException {
    terminal = new Terminal(folder.resolve("library"));
    for (var name : List.of("mill", "quay")) {
      Files.writeString(
          folder.resolve(name + ".md"),
          "---\ntitle: The "
              + name
              + "\noutlet: "
              + (name.equals("mill") ? "Harbour Test" : "Morrow")
              + "\ndate: 2025-01-29\n---\n"
              + MILL.replace("mill closed", name + " closed"));
      runs("add", folder.resolve(name + ".md").toString());
    }
  }

  private String runs(String... words) {
    assertEquals(0, terminal.run(words), terminal::problems);
    return terminal.printed();
  }

  private String refused(String... words) {
    assertEquals(2, terminal.run(words), terminal::printed);
    return terminal.problems();
  }

  private List<Map<String, @Nullable Object>> rows(String article) {
    return runs("show", article, "--format", "jsonl")
        .lines()
        .map(line -> Json.object(line).orElseThrow())
        .toList();
  }

  private Map<String, @Nullable Object> only(String kind, String text) {
    return rows("mill.md").stream()
        .filter(row -> kind.equals(row.get("kind")) && text.equals(row.get("text")))
        .findFirst()
        .orElseThrow();
  }

  /// How many findings there are in each state.
  private Map<String, Long> states() {
    return List.of("mill.md", "quay.md").stream()
        .flatMap(name -> rows(name).stream())
        .collect(
            Collectors.groupingBy(
                row -> String.valueOf(row.get("state")), TreeMap::new, Collectors.counting()));
  }

  @Test
  void wordsBecomeAFindingInOneStepThatOneUndoTakesBack() {
    var from = MILL.indexOf("the mayor");
    var before = states();
    var words = "mill.md:" + from + "-" + (from + 9);
    var id =
        runs("review", "--add", "entity", words, "--correct", "name=Bo Berg")
            .replace("  added\n", "");
    var row = only("entity", "the mayor");
    assertEquals(id, row.get("id"));
    assertEquals("Bo Berg", row.get("name"));
    assertEquals("confirmed", row.get("state"));
    var again = refused("review", "--add", "entity", words);
    assertTrue(again.contains("on these words already (confirmed): " + id), again);
    assertTrue(runs("undo").contains("Added entity “the mayor”"), terminal::printed);
    assertEquals(before, states());
  }

  @Test
  void aFigureIsReadFromItsWords() {
    var from = MILL.indexOf("3 million euros");
    runs("review", "--add", "figure", "mill.md:" + from + "-" + (from + 15));
    var row = only("figure", "3 million euros");
    assertEquals("confirmed", row.get("state"));
    assertEquals("EUR", row.get("unit"));
    assertEquals("3000000", String.valueOf(row.get("low")));
  }

  @ParameterizedTest
  @CsvSource({
    "mill.md:9-9, no words",
    "mill.md:8-9, there are no words",
    "mill.md:9-90000, ends at character 90000",
    "nowhere.md:1-4, no article is called nowhere.md",
    "mill.md, write ARTICLE:START-END"
  })
  void whatIsNoWordsIsNotAdded(String words, String why) {
    var problem = refused("review", "--add", "quote", words);
    assertTrue(problem.contains(why), problem);
  }

  @Test
  void whatTheMachineFoundIsNotAddedButToldWithItsId() {
    var quote = only("quote", "for good");
    var words = "mill.md:" + quote.get("start") + "-" + quote.get("end");
    var problem = refused("review", "--add", "quote", words);
    assertTrue(problem.contains("(machine): " + quote.get("id")), problem);
    assertTrue(refused("review", "--add", "rumour", words).contains("quote claim figure"));
    assertTrue(refused("review", "--add", "figure", words).contains("no single figure"));
    assertTrue(refused("review", "--add", "quote", words, "--confirm").contains("alone"));
    assertTrue(refused("review", "--add", "quote", words, words).contains("one finding"));
  }

  @ParameterizedTest
  @CsvSource({
    "figure, about 3 million euros, approximation, over, nearly, exact about under over upto",
    "figure, about 3 million euros, change, up, away, none up down to by",
    "date, Monday, anchor, previous, sunday, none published previous",
    "entity, Ada Lind, misnamed, true, perhaps, true false",
    "quote, for good, speakerKind, unnamed, nobody, person organisation document unnamed"
  })
  void everyFieldIsCorrectedInThePublishedWords(
      String kind, String text, String field, String value, String wrong, String all) {
    var id = String.valueOf(only(kind, text).get("id"));
    var problem = refused("review", id, "--correct", field + "=" + wrong);
    assertTrue(problem.contains("for " + field + ": " + wrong + "; there are " + all), problem);
    runs("review", id, "--correct", field + "=" + value);
    var row = only(kind, text);
    assertEquals(value, String.valueOf(row.get(field)));
    assertEquals("corrected", row.get("state"));
  }

  @Test
  void helpNamesEveryFieldThatCanBeCorrected() {
    var help = runs("review", "--help").replaceAll("\\s+", " ");
    for (var kind : List.of("quote", "claim", "figure", "date", "entity")) {
      var id =
          rows("mill.md").stream()
              .filter(row -> kind.equals(row.get("kind")))
              .map(row -> String.valueOf(row.get("id")))
              .findFirst()
              .orElseThrow();
      var problem = refused("review", id, "--correct", "colour=red").strip();
      var known = problem.substring(problem.indexOf("it has ") + 7);
      assertTrue(
          help.contains(
              kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + ": " + known),
          problem);
    }
  }

  @Test
  void aPreviewTellsWhatWouldBeDecidedAndChangesNothing() {
    var before = states();
    var line = new String[] {"review", "--reject", "--kind", "date", "--preview"};
    var printed = runs(line);
    assertTrue(printed.contains("machine → rejected  Monday"), printed);
    assertEquals(3, printed.lines().count(), printed);
    assertTrue(terminal.problems().contains("2 findings; nothing was changed"), terminal::problems);
    var rows = runs("review", "--reject", "--kind", "date", "--preview", "--format", "jsonl");
    assertTrue(rows.contains("\"from\":\"machine\",\"to\":\"rejected\",\"text\":\"Monday\""), rows);
    assertEquals(before, states());
    assertTrue(runs("history", "--limit", "1").contains("Added"), terminal::printed);
  }

  @Test
  void aClaimThatKeepsItsSourceBesideACorrectedSpeakerIsNamed() {
    assertEquals(0, terminal.run("export", "quotes", "--format", "jsonl"));
    var quote =
        terminal
            .printed()
            .lines()
            .map(line -> Json.object(line).orElseThrow())
            .filter(row -> String.valueOf(row.get("text")).contains("for good"))
            .map(row -> String.valueOf(row.get("id")))
            .findFirst()
            .orElseThrow();
    assertEquals(0, terminal.run("review", quote, "--correct", "speaker=Cleo Dahl"));
    assertTrue(
        terminal.problems().contains(": a claim on these words, whose source is still Ada Lind"),
        terminal.problems());
    assertEquals(0, terminal.run("review", quote, "--correct", "speaker=Ada Lind"));
    assertEquals("", terminal.problems());
  }

  @Test
  void whatIsChosenIsDecidedInOneStep() {
    var before = states();
    assertEquals(4, runs("review", "--confirm", "--kind", "date,figure").lines().count());
    assertEquals(4L, states().get("confirmed"));
    runs("undo");
    assertEquals(before, states());
    assertEquals(
        1, runs("review", "--reject", "--kind", "date", "--article", "quay.md").lines().count());
    assertEquals(1, runs("review", "--confirm", "--kind", "date").lines().count());
    assertEquals("", runs("review", "--confirm", "--kind", "date"));
    assertTrue(terminal.problems().contains("no finding is so"), terminal::problems);
    assertEquals(1, runs("review", "--restore", "--state", "rejected").lines().count());
    assertEquals(1, runs("review", "--restore", "--kind", "date").lines().count());
    assertEquals(before, states());
  }

  @ParameterizedTest
  @CsvSource({
    "speaker:lind, quote, 2",
    "speaker:lind outlet:morrow, quote, 1",
    "speaker:lind rebuild, quote, 0",
    "speaker:lind OR outlet:morrow, quote, 3",
    "rebuild, quote, 2",
    "quote:rebuild, quote, 2",
    "quote:rebuild, date, 0",
    "figure:3000000, figure, 2",
    "entity:berg -title:mill, entity, 1",
    "state:machine on:2025-01-29, quote, 4",
    "closed Monday, date, 0"
  })
  void aSearchChoosesTheFindingsThatItAsksFor(String query, String kind, int count) {
    var rows =
        runs(
            "review",
            "--confirm",
            "--where",
            query,
            "--kind",
            kind,
            "--preview",
            "--format",
            "jsonl");
    assertEquals(count, rows.lines().count(), rows);
  }

  @Test
  void whatWasRejectedIsFoundToBeRestored() {
    runs("review", "--reject", "--where", "speaker:lind");
    assertTrue(states().getOrDefault("rejected", 0L) >= 2, () -> states().toString());
    assertEquals("", runs("review", "--reject", "--where", "speaker:lind"));
    runs("review", "--restore", "--where", "speaker:lind");
    assertEquals(1, states().size());
  }

  @Test
  void idsAreNarrowedByWhatIsAskedBeside() {
    var date = String.valueOf(only("date", "Monday").get("id"));
    var quote = String.valueOf(only("quote", "for good").get("id"));
    assertEquals(
        quote + "  confirmed\n", runs("review", date, quote, "--confirm", "--kind", "quote"));
    assertEquals(
        date + "  confirmed\n", runs("review", date, quote, "--confirm", "--state", "machine"));
    assertEquals("", runs("review", date, quote, "--confirm", "--article", "quay.md"));
    assertTrue(
        refused("review", date.replace(".d.", ".e."), "--confirm").contains("there is no finding"));
  }

  @Test
  void whatIsNotSaidOrNotUnderstoodIsRefused() {
    assertTrue(refused("review", "--confirm").contains("--where --kind --state --article"));
    assertTrue(refused("review", "--confirm", "--where", " ").contains("empty"));
    assertTrue(
        refused("review", "--confirm", "--where", "mill figure:x").contains("nothing was decided"));
    assertTrue(refused("review", "--confirm", "--state", "done").contains("machine confirmed"));
    assertTrue(refused("review", "--confirm", "--kind", "rumour").contains("quote claim figure"));
    assertTrue(refused("review", "--kind", "date").contains("exactly one of"));
    assertTrue(
        refused("review", "--kind", "date", "--confirm", "--format", "csv").contains("--preview"));
    assertTrue(
        refused("review", "--article", "mill.md", "--correct", "speaker=Bo Berg")
            .contains("has no field speaker"));
    assertEquals(1, states().size());
  }

  @Test
  void showAndHistoryTellWhoDecidedLast() {
    var date = String.valueOf(only("date", "Monday").get("id"));
    runs("coder", "use", "MK");
    runs("review", date, "--confirm");
    runs("coder", "use", "TL");
    runs("review", date, "--correct", "value=2025-01-20");
    var by = "    corrected by TL, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d";
    var shown = runs("show", "mill.md");
    assertEquals(1, shown.lines().filter(line -> line.matches(by)).count(), shown);
    var told = runs("history", date);
    assertTrue(told.contains("MK  Confirmed date “Monday”"), told);
    assertTrue(told.contains("TL  Corrected date “Monday”"), told);
    assertEquals(1, runs("history", date, "--limit", "1", "--format", "jsonl").lines().count());
    runs("undo");
    assertTrue(runs("show", "mill.md").contains("confirmed by MK, "), terminal::printed);
    assertTrue(refused("history", "nothing").contains("not the id of a finding"));
    assertTrue(refused("history", date.replace(".d.", ".e.")).contains("there is no finding"));
  }
}
