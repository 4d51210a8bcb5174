package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.json.Json;
import org.tellings.workbench.WorkbenchException;

/// The program from outside: command lines in, lines and exit statuses out, on a real library.
final class CliTest {

  private static final Path SAMPLES = Path.of("sample-articles");
  private static final int ROWS = 40;
  private static final int ARTICLES = 32;

  /// `589000000000 USD` and the like.
  private static final Pattern FIGURE = Pattern.compile("(-?[0-9.]+) (\\p{L}+)");

  /// Where `show` ends the text and begins to list findings and what was taken off.
  private static final Pattern LISTED =
      Pattern.compile("(?m)^(?:\\p{L}+  \\d+-\\d+  \\p{L}+  “|removed  )");

  @TempDir Path folder;
  private String printed = "";
  private String problems = "";

  @Test
  void theLedgerBalancesOnTheSampleArticles() throws IOException {
    long files;
    try (var all = Files.list(SAMPLES)) {
      files = all.count();
    }
    assertEquals(0, run("add", "sample-articles"));
    var seen = "seen " + files + " = added ";
    var articles = files - 2; // README.md and decisions.pack are none
    assertEquals(seen + articles + " + duplicate 0 + unreadable 0 + skipped 2\n", printed);
    assertEquals(0, run("add", "sample-articles"));
    assertEquals(seen + "0 + duplicate " + articles + " + unreadable 0 + skipped 2\n", printed);
    assertEquals(0, run("check"));
  }

  @Test
  void everyPlantedCaseIsFound() throws IOException {
    run("add", "sample-articles");
    var quotes = exported("quotes");
    var figures = exported("figures");
    var rows = tables("planted", "file", "exact words", "expected").getFirst();
    List<String> missed = new ArrayList<>();
    for (var row : rows) {
      var expected = row.get(3).split(";")[0].strip();
      var figure = FIGURE.matcher(expected);
      var speaker = expected.equals("no speaker") ? "null" : expected.replaceFirst("^speaker ", "");
      assertTrue(figure.matches() || !speaker.equals(expected), () -> "cannot be checked: " + row);
      var found =
          (figure.matches() ? figures : quotes)
              .stream()
                  .filter(
                      one ->
                          one.at("file").equals(row.get(1)) && one.at("text").contains(row.get(2)))
                  .toList();
      if (found.stream()
          .noneMatch(
              one ->
                  figure.matches()
                      ? List.of(one.at("low"), one.at("high"), one.at("unit"))
                          .equals(List.of(figure.group(1), figure.group(1), figure.group(2)))
                      : one.at("speaker").equals(speaker))) {
        missed.add(row + " but found " + found);
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  void everyPlantedWordStandsInItsArticle() throws IOException {
    run("add", "sample-articles");
    var texts = texts();
    var tables = tables("planted", "file", "exact words", "expected");
    assertEquals(2, tables.size());
    var rows = tables.stream().flatMap(List::stream).toList();
    assertTrue(rows.size() >= ROWS, () -> "too few planted cases: " + rows.size());
    assertEquals(
        List.of(),
        rows.stream()
            .filter(row -> !texts.getOrDefault(row.get(1), "").contains(row.get(2)))
            .toList());
  }

  @Test
  void everySampleIsReadAsItsRowSays() throws IOException {
    run("add", "sample-articles");
    var texts = texts();
    Map<String, String> found = new TreeMap<>();
    for (var one : exported("articles")) {
      found.put(
          one.at("file"),
          String.join(
              " | ",
              one.known("title"),
              one.known("published"),
              one.known("outlet"),
              one.at("words")));
    }
    Map<String, String> expected = new TreeMap<>();
    var rows = tables("file", "title", "published", "outlet", "words", "begins", "ends").getFirst();
    for (var row : rows) {
      expected.put(row.getFirst(), String.join(" | ", row.subList(1, 5)));
      var text = texts.getOrDefault(row.getFirst(), "");
      assertTrue(
          text.startsWith(row.get(5)) && text.endsWith(row.get(6)),
          () -> row + " but read: " + text);
    }
    assertTrue(expected.size() >= ARTICLES, () -> "too few articles: " + expected.size());
    assertEquals(expected, found);
  }

  @Test
  void findsArticlesByWhoSpeaks() {
    run("add", "sample-articles");
    var speaking =
        exported("quotes").stream()
            .filter(quote -> quote.at("speaker").equals("David Sacks"))
            .map(quote -> quote.at("article"))
            .distinct()
            .count();
    assertTrue(speaking > 1);
    assertEquals(0, run("find", "speaker:\"David Sacks\"", "--limit", "1000", "--format", "jsonl"));
    assertEquals(speaking, printed.lines().count());
  }

  @Test
  void aDecisionSurvivesExtractionAndIsUndone() {
    run("add", "sample-articles");
    run("export", "quotes", "--format", "jsonl");
    var id = printed.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    assertEquals(0, run("review", id, "--correct", "speaker=Somebody Else"));
    assertEquals(0, run("reextract"));
    run("export", "quotes", "--format", "jsonl");
    assertTrue(printed.contains("\"state\":\"corrected\"") && printed.contains("Somebody Else"));
    run("undo");
    run("export", "quotes", "--format", "jsonl");
    assertTrue(!printed.contains("Somebody Else"));
    assertEquals(2, run("review", id, "--correct", "colour=red"));
    assertTrue(problems.contains("a quote has no field colour"), problems);
  }

  @Test
  void whatTheMachineNowReadsOfADecidedFindingIsPrintedTakenAndDismissed() throws IOException {
    var in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("mill_2025-01-29.txt"),
        "The mill closed on Monday, said Ada Lind, who owns it and knows every wheel of it.");
    run("add", in.toString());
    run("export", "dates", "--format", "jsonl");
    var id = printed.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    run("review", id, "--confirm");
    assertEquals(2, run("review", id, "--use-machine"));
    assertTrue(problems.contains("the machine reads nothing new of finding " + id), problems);
    run("describe", "mill_2025-01-29.txt", "--published", "2025-02-12");
    run("show", "mill_2025-01-29.txt");
    assertTrue(printed.contains("    machine now reads: value: 2025-02-10"), printed);
    assertEquals(0, run("reextract"));
    assertTrue(
        printed.contains("the machine now reads " + id + " otherwise than decided"), printed);
    assertEquals(0, run("review", id, "--dismiss-machine"));
    assertEquals(id + "  left as it was decided", printed.strip());
    run("show", "mill_2025-01-29.txt");
    assertTrue(!printed.contains("machine now reads"), printed);
    run("undo");
    assertEquals(0, run("review", id, "--use-machine"));
    run("export", "dates", "--format", "jsonl");
    assertTrue(printed.contains("\"value\":\"2025-02-10\""), printed);
    assertEquals(2, run("review", id, "--use-machine", "--dismiss-machine"));
  }

  @Test
  void articlesAreTakenOutInOneStepAndComeBackWithWhatWasDecided() throws IOException {
    var in = Files.createDirectory(folder.resolve("in"));
    for (var name : List.of("mill", "quay", "toll")) {
      Files.writeString(
          in.resolve(name + ".txt"),
          "The " + name + " closed on 3 May 2025, said Ada Lind, who knows every stone of it.");
    }
    run("add", in.toString());
    run("export", "dates", "--format", "jsonl", "--article", "mill.txt");
    assertEquals(1, printed.lines().count());
    var id = printed.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    run("review", id, "--confirm");
    assertEquals(2, run("take-out", "mill.txt", "none.txt"));
    assertTrue(problems.contains("no article is called none.txt"), problems);
    assertEquals(0, run("take-out", "mill.txt", "quay.txt"));
    assertEquals(2, printed.lines().filter(line -> line.startsWith("taken out: ")).count());
    run("list", "--format", "jsonl");
    assertEquals(1, printed.lines().count());
    run("add", in.resolve("mill.txt").toString());
    run("export", "dates", "--format", "jsonl", "--article", "mill.txt");
    assertTrue(printed.contains("\"state\":\"confirmed\""), printed);
    run("undo");
    run("undo");
    assertEquals(2, run("list", "--format", "foo"));
    run("list", "--format", "jsonl");
    assertEquals(3, printed.lines().count());
    assertEquals(2, run("export", "events", "--article", "mill.txt"));
  }

  @Test
  void undoingAllAndRedoingAllComesBackToTheSame() {
    var seed = 5L;
    var random = new Random(seed);
    run("add", "sample-articles");
    run("export", "quotes", "--format", "jsonl");
    var start = printed;
    List<String> ids =
        new ArrayList<>(
            start.lines().map(l -> l.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1")).toList());
    var verbs = List.of("--confirm", "--reject", "--restore");
    for (var i = 0; i < 15; i++) {
      run("review", ids.get(random.nextInt(ids.size())), verbs.get(random.nextInt(verbs.size())));
    }
    run("export", "quotes", "--format", "jsonl");
    var end = printed;
    for (var i = 0; i < 15; i++) {
      run("undo");
    }
    run("export", "quotes", "--format", "jsonl");
    assertEquals(start, printed, "seed " + seed);
    for (var i = 0; i < 15; i++) {
      run("redo");
    }
    run("export", "quotes", "--format", "jsonl");
    assertEquals(end, printed, "seed " + seed);
  }

  @Test
  void aCorrectedDayMovesTheDatesCountedFromItAndIsUndone() throws IOException {
    var in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("mill_2025-01-29.txt"),
        "The mill closed on Monday, said Ada Lind, who owns it and knows every wheel of it.");
    run("add", in.toString());
    run("export", "dates", "--format", "jsonl");
    var before = printed;
    assertTrue(before.contains("\"value\":\"2025-01-27\""), before);
    assertEquals(
        0,
        run(
            "describe",
            "mill_2025-01-29.txt",
            "--published",
            "2025-02-05",
            "--outlet",
            "Mill Gazette"));
    run("export", "dates", "--format", "jsonl");
    assertTrue(
        printed.contains("\"value\":\"2025-02-03\"")
            && printed.contains("\"outlet\":\"Mill Gazette\""),
        printed);
    assertEquals(0, run("find", "outlet:gazette on:2025-02-05", "--format", "jsonl"));
    assertEquals(1, printed.lines().count());
    run("undo");
    run("export", "dates", "--format", "jsonl");
    assertEquals(before, printed);
    run("find", "outlet:gazette");
    assertTrue(problems.contains("0 articles"), problems);
    assertEquals(2, run("describe", "mill_2025-01-29.txt", "--published", "soon"));
    assertTrue(problems.contains("not a date for published: soon"), problems);
    assertEquals(2, run("describe", "mill_2025-01-29.txt"));
  }

  @Test
  void theHistorySaysWhatEachStepChanged() throws IOException {
    var in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("mill.txt"),
        "“We never saw a cheaper weir,” said Ada Ortiz, who has run the mill for nine years.\n");
    run("add", in.toString());
    run("export", "quotes", "--format", "jsonl");
    var id = printed.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    run("review", id, "--correct", "speaker=Ada Lund");
    run("note", id, "ask her again");
    run("undo");
    assertEquals(0, run("history", "--format", "jsonl"));
    var steps = printed.lines().map(line -> Json.object(line).orElseThrow()).toList();
    assertEquals(List.of(3, 2, 1), steps.stream().map(s -> s.get("number")).toList());
    assertEquals(List.of(true, false, false), steps.stream().map(s -> s.get("undone")).toList());
    assertTrue(
        String.valueOf(steps.get(1).get("changes"))
            .contains("{id=" + id + ", field=speaker, from=Ada Ortiz, to=Ada Lund}"),
        printed);
    assertTrue(
        String.valueOf(steps.get(0).get("changes"))
            .contains("{id=" + id + ", field=note, from=null, to=ask her again}"),
        printed);
    var when = Instant.parse(String.valueOf(steps.get(1).get("when")));
    var here =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
            .withZone(ZoneId.systemDefault())
            .format(when);
    assertEquals(0, run("history"));
    var lines = printed.lines().toList();
    assertTrue(lines.get(0).endsWith("Noted on quote “We never saw a cheaper weir”  (undone)"));
    assertEquals("      note: — → ask her again", lines.get(1));
    assertTrue(lines.get(2).startsWith("   2  " + here + "  "), printed);
    assertEquals("      speaker: Ada Ortiz → Ada Lund", lines.get(3));
    assertTrue(lines.get(4).endsWith("Added 1 article"), printed);
    assertEquals(5, lines.size(), printed);
    assertEquals(0, run("history", "--limit", "1"));
    assertEquals(2, printed.lines().count());
  }

  @Test
  void aPartThatWasLeftOutIsPutBackByItsNumberAndUndone() throws IOException {
    var in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("mill.txt"),
        """
        The mill closes

        The mill closed on Monday, said Ada Lind, who owns it and knows every wheel of it.

        Subscribe to our newsletter

        Forty people worked there until the river fell too low for the old wheels.
        """);
    run("add", in.toString());
    run("show", "mill.txt");
    var before = printed;
    assertTrue(
        before.endsWith("removed  2  text.newsletter/1  Subscribe to our newsletter\n"), before);
    assertEquals(0, run("put-back", "mill.txt", "2"));
    var put = printed;
    run("show", "mill.txt");
    assertTrue(printed.contains("of it.\n\nSubscribe to our newsletter\n\nForty"), printed);
    assertTrue(!printed.contains("removed  2"), printed);
    run("list", "--format", "jsonl");
    var id = printed.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    assertTrue(put.startsWith("put back: article " + id + " in the place of "), put);
    run("undo");
    assertEquals("Undone: Put back “Subscribe to our newsletter”\n", printed);
    run("show", "mill.txt");
    assertEquals(before, printed);
    assertEquals(2, run("put-back", "mill.txt", "3"));
    assertTrue(problems.contains("there is no part 3: 2 were left out"), problems);
  }

  @Test
  void badFilesAreNamedAndTheRestIsKept() throws IOException {
    var bad = Files.createDirectory(folder.resolve("in"));
    Files.write(bad.resolve("empty.txt"), new byte[0]);
    Files.write(bad.resolve("binary.txt"), new byte[] {1, 0, 2, 0});
    Files.write(
        bad.resolve("latin.txt"),
        "Caf\u00e9 owners met in the old town on Monday.".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(
        bad.resolve("deep.html"),
        "<div>".repeat(100_000) + "<p>Down here the council met again.</p>");
    assertEquals(1, run("add", bad.toString(), bad.resolve("nowhere.txt").toString()));
    assertEquals("seen 5 = added 2 + duplicate 0 + unreadable 3 + skipped 0\n", printed);
    assertTrue(
        problems.contains("the file is empty") && problems.contains("there is no such file"),
        problems);
  }

  @Test
  void deletingTheIndexIsHarmless() throws IOException {
    run("add", "sample-articles");
    run("find", "DeepSeek", "--limit", "1000", "--format", "jsonl");
    var before = printed.lines().sorted().toList();
    assertTrue(before.size() >= ARTICLES - 1);
    try (var files = Files.walk(folder.resolve("library/index"))) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertEquals(0, run("find", "DeepSeek", "--limit", "1000", "--format", "jsonl"));
    assertEquals(before, printed.lines().sorted().toList());
  }

  @Test
  void aFileThatIsNoLibraryIsRefusedAndLeftAlone() throws IOException {
    var file = Files.createDirectories(folder.resolve("library")).resolve("library.db");
    Files.writeString(file, "this is no database, it is a letter to my aunt. ".repeat(50));
    var before = Files.readAllBytes(file);
    assertEquals(3, run("list"));
    assertTrue(problems.contains("damaged or not a library"), problems);
    assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(file));
  }

  @Test
  void listingMakesNoLibrary() {
    assertEquals(3, run("list"));
    assertTrue(!Files.exists(folder.resolve("library")));
  }

  /// The text of every article as the program stored it, by file, cut out of what `show` prints.
  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (var article : exported("articles")) {
      assertEquals(0, run("show", article.at("id")));
      var shown = printed.substring(printed.indexOf('\n') + 1);
      var listed = LISTED.matcher(shown);
      var text = (listed.find() ? shown.substring(0, listed.start()) : shown).strip();
      var words = String.valueOf(text.split("\\s+").length);
      assertEquals(article.at("words"), words, () -> article.at("file"));
      texts.put(article.at("file"), text);
    }
    return texts;
  }

  /// What `export` writes, each value as its JSON scalar; an absent one is `null`.
  private List<Exported> exported(String kind) {
    assertEquals(0, run("export", kind, "--format", "jsonl"));
    return printed
        .lines()
        .map(
            line -> {
              Map<String, String> fields = new TreeMap<>();
              Json.object(line)
                  .orElseThrow()
                  .forEach((key, value) -> fields.put(key, String.valueOf(value)));
              return new Exported(fields);
            })
        .toList();
  }

  /// One line of an export.
  private record Exported(Map<String, String> fields) {
    String at(String field) {
      return fields.getOrDefault(field, "null");
    }

    String known(String field) {
      return at(field).equals("null") ? "-" : at(field);
    }
  }

  /// The rows of every table of the samples' README that has these columns.
  private static List<List<List<String>>> tables(String... columns) throws IOException {
    List<List<List<String>>> tables = new ArrayList<>();
    var inside = false;
    for (var line : Files.readAllLines(SAMPLES.resolve("README.md"))) {
      var cells =
          line.startsWith("| ")
              ? List.of(line.substring(2, line.length() - 2).split(" \\| ", -1))
              : List.<String>of();
      if (cells.equals(List.of(columns))) {
        tables.add(new ArrayList<>());
        inside = true;
      } else if (inside && !line.startsWith("|---")) {
        inside = cells.size() == columns.length;
        if (inside) {
          tables.getLast().add(cells);
        }
      }
    }
    return tables;
  }

  private int run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--library");
    line.add(folder.resolve("library").toString());
    var o = new PrintStream(out, true, StandardCharsets.UTF_8);
    var e = new PrintStream(err, true, StandardCharsets.UTF_8);
    var status =
        Cli.run(
            line.toArray(String[]::new),
            o,
            e,
            (_, _, _) -> {
              throw new WorkbenchException("there is no display");
            });
    printed = out.toString(StandardCharsets.UTF_8);
    problems = err.toString(StandardCharsets.UTF_8);
    return status;
  }
}
