package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.json.Json;

/// What `show`, `list`, `export` and the deciding commands print.
final class OutputTest {

  private static final String MILL =
      "“The mill cost 40 million dollars,” said Ada Lind on Monday, who owns it.";

  @TempDir Path folder;
  private Terminal terminal = new Terminal(Path.of("none"));
  private String quote = "";
  private String figure = "";

  @BeforeEach
  void addOne() throws IOException {
    terminal = new Terminal(folder.resolve("library"));
    Files.writeString(folder.resolve("mill.txt"), MILL);
    ran("add", folder.resolve("mill.txt").toString());
    quote = first("quotes");
    figure = first("figures");
  }

  private String first(String kind) {
    ran("export", kind, "--format", "jsonl");
    var row = Json.object(terminal.printed().lines().findFirst().orElseThrow()).orElseThrow();
    return String.valueOf(row.get("id"));
  }

  private String ran(String... words) {
    assertEquals(0, terminal.run(words), terminal.problems());
    return terminal.printed();
  }

  private String refused(String... words) {
    assertEquals(2, terminal.run(words), terminal.printed());
    return terminal.problems();
  }

  @Test
  void showTellsTheTimesOfThePage() {
    ran("describe", "mill.txt", "--published", "2025-01-28", "--captured", "2025-02-01T10:00Z");
    assertTrue(
        ran("show", "mill.txt")
            .endsWith("\npublished  2025-01-28  person\ncaptured  2025-02-01T10:00Z  person\n"));
    assertTrue(
        ran("list", "--format", "jsonl")
            .contains("\"captured\":\"2025-02-01T10:00Z\",\"capturedRule\":\"person\""));
    ran("undo");
    assertTrue(ran("list", "--format", "jsonl").contains("\"captured\":null"));
  }

  @Test
  void showTellsAllThatIsKnownOfAFinding() {
    ran("codebook", "--add", "money");
    ran("code", quote, "--add", "money");
    ran("note", quote, "asked her office");
    ran("review", figure, "--reject");
    var shown = ran("show", "mill.txt");
    assertTrue(shown.startsWith("(mill.txt)\n" + MILL + "\n\n"), shown);
    assertTrue(
        shown.contains(
            "quote  1-33  machine  “The mill cost 40 million dollars”\n    "
                + quote
                + "  speaker: Ada Lind; speakerText: Ada Lind; speakerKind: person; cue: said;"
                + " form: direct\n"
                + "    codes: money\n"
                + "    note: asked her office\n"),
        shown);
    assertTrue(
        shown.matches("(?s).*\nfigure  \\d+-\\d+  rejected  “40 million dollars”\n.*"), shown);
    assertTrue(shown.contains(figure + "  low: 40000000; high: 40000000; unit: USD"), shown);
  }

  @Test
  void showSaysWhyEachFindingWasMade() {
    var shown = ran("show", "mill.txt", "--why");
    assertTrue(
        shown.matches(
            "(?s).*\n    why: [^\n]*verb of speech[^\n]*"
                + " \\(cue: said; speakerText: Ada Lind; form: direct\\)\n.*"),
        shown);
    assertTrue(
        shown.contains("    why: a number with a sign or word for money (unit: USD;"), shown);
    assertEquals(
        shown.lines().filter(line -> line.matches("\\w+  \\d+-\\d+  .*")).count(),
        shown.lines().filter(line -> line.startsWith("    why: ")).count());
  }

  @Test
  void showWritesOneCsvWithTheFieldsOfAllKinds() {
    var lines = ran("show", "mill.txt", "--format", "csv").split("\r\n");
    assertTrue(
        lines[0].startsWith("id,kind,article,file,outlet,start,end,text,state,rule,speaker,")
            && lines[0].contains(",stance,")
            && lines[0].contains(",unit,")
            && lines[0].endsWith(",misnamed,note,codes"),
        lines[0]);
    assertTrue(lines.length > 3);
    for (var line : lines) {
      var cells = line.replaceAll("\"([^\"]|\"\")*\"", "").split(",", -1).length;
      assertEquals(lines[0].split(",").length, cells, line);
    }
    assertTrue(
        ran("show", "mill.txt", "--format", "jsonl").contains("\"kind\":\"figure\""),
        terminal.printed());
  }

  @Test
  void aNameThatFitsNoneOrSeveralIsTold() throws IOException {
    assertEquals(
        "tellings: no article is called zzzz; `list` names them\n", refused("show", "zzzz"));
    var other = Files.createDirectory(folder.resolve("other")).resolve("mill.txt");
    Files.writeString(
        other, "Title: The other mill\n\nThe other mill was sold on Friday, said its owner.");
    ran("add", other.toString());
    var problem = refused("show", "mill.txt");
    assertTrue(
        problem.startsWith("tellings: 2 articles are called mill.txt; say which by its id:\n"),
        problem);
    for (var id : articles()) {
      assertTrue(problem.contains("\n  " + id + "  "), problem);
      ran("show", id);
    }
  }

  private List<String> articles() {
    return ran("export", "articles", "--format", "jsonl")
        .lines()
        .map(line -> String.valueOf(Json.object(line).orElseThrow().get("id")))
        .toList();
  }

  @Test
  void anArticleWithoutATitleGoesByItsFile() {
    assertTrue(ran("list").contains("(mill.txt)"), terminal.printed());
    assertTrue(ran("find", "mill").contains("(mill.txt)"), terminal.printed());
    assertTrue(ran("list", "--format", "jsonl").contains("\"title\":null"), terminal.printed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"articles", "quotes", "claims", "figures", "dates", "entities", "codings"})
  void anExportWithoutRowsHasItsHeader(String kind) throws IOException {
    ran("codebook", "--add", "money");
    ran("code", quote, "--add", "money");
    var header = ran("export", kind).lines().findFirst().orElseThrow();
    var none = Files.createDirectory(folder.resolve("none"));
    var empty = new Terminal(folder.resolve("empty"));
    assertEquals(0, empty.run("add", none.toString()));
    assertEquals(0, empty.run("export", kind));
    assertEquals(header + "\r\n", empty.printed());
    assertEquals(0, empty.run("export", kind, "--format", "jsonl"));
    assertEquals("", empty.printed());
  }

  @Test
  void notesAndCodesAreExported() {
    ran("codebook", "--add", "money");
    ran("code", quote, "--add", "money");
    ran("note", quote, "asked her office");
    assertTrue(
        ran("export", "quotes", "--format", "jsonl")
            .contains("\"note\":\"asked her office\",\"codes\":[\"money\"]"),
        terminal.printed());
    assertTrue(
        ran("export", "figures", "--format", "jsonl").contains("\"note\":null,\"codes\":[]"),
        terminal.printed());
  }

  @Test
  void aFileThatCannotBeWrittenHasItsCause() {
    var nowhere = folder.resolve("nowhere/quotes.csv");
    assertEquals(3, terminal.run("export", "quotes", "--out", nowhere.toString()));
    assertEquals(
        "tellings: cannot write " + nowhere + ": there is no such folder\n", terminal.problems());
    assertEquals(3, terminal.run("export", "quotes", "--out", folder.toString()));
    assertEquals("tellings: cannot write " + folder + ": it is a folder\n", terminal.problems());
  }

  @Test
  void aDecisionIsSaid() {
    assertEquals(quote + "  confirmed\n", ran("review", quote, "--confirm"));
    assertEquals(
        quote + "  rejected\n" + figure + "  rejected\n", ran("review", quote, figure, "--reject"));
    assertEquals(quote + "  restored\n", ran("review", quote, "--restore"));
    assertEquals(
        quote + "  corrected speaker=Ada Lindt\n",
        ran("review", quote, "--correct", "speaker=Ada Lindt"));
    assertEquals(quote + "  noted\n", ran("note", quote, "hm"));
    assertTrue(ran("describe", "mill.txt", "--title", "Mill").endsWith("  corrected title\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"form=silly", "form=", "speakerKind=ghost"})
  void aValueThatIsNoneListsThoseThereAre(String correction) {
    var problem = refused("review", quote, "--correct", correction);
    assertTrue(
        problem.contains("; there are direct mixed indirect\n")
            || problem.contains("; there are person organisation document unnamed\n"),
        problem);
  }

  @Test
  void theCodebookSaysWhatItDoes() {
    assertEquals("code “a” with key 3\n", ran("codebook", "--add", "a", "--key", "3"));
    assertEquals(
        "code “b” with key 3; code “a” has no key now\n",
        ran("codebook", "--add", "b", "--key", "3"));
    assertTrue(refused("codebook", "--remove", "c").contains("the codebook has no code c"));
    assertEquals("code “a” is taken out\n", ran("codebook", "--remove", "a"));
    assertEquals(quote + "  coded “b”\n", ran("code", quote, "--add", "b"));
    assertEquals(0, terminal.run("code", figure, "--remove", "b"));
    assertEquals(figure + " has no code “b” of yours\n", terminal.problems());
  }
}
