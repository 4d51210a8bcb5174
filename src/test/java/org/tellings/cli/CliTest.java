package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program from outside: command lines in, lines and exit statuses out, on a real library.
final class CliTest {

  @TempDir Path folder;
  private String printed = "";
  private String problems = "";

  @Test
  void theLedgerBalancesOnTheSampleArticles() {
    assertEquals(0, run("add", "sample-articles"));
    assertEquals("seen 5 = added 4 + duplicate 0 + unreadable 0 + skipped 1\n", printed);
    assertEquals(0, run("add", "sample-articles"));
    assertEquals("seen 5 = added 0 + duplicate 4 + unreadable 0 + skipped 1\n", printed);
    assertEquals(0, run("check"));
  }

  @Test
  void everyPlantedCaseIsFound() throws IOException {
    run("add", "sample-articles");
    run("export", "quotes", "--format", "jsonl");
    var quotes = printed;
    run("export", "figures", "--format", "jsonl");
    var figures = printed;
    var rows = Files.readAllLines(Path.of("sample-articles/README.md")).stream()
        .filter(line -> line.startsWith("| quote") || line.startsWith("| figure") || line.startsWith("| unnamed"))
        .map(line -> line.split(" *\\| *")).toList();
    assertTrue(rows.size() >= 7);
    for (var row : rows) {
      var among = row[1].startsWith("figure") ? figures : quotes;
      var expected = row[4].startsWith("speaker ") ? "\"speaker\":\"" + row[4].substring(8) + "\""
          : row[4].equals("no speaker") ? "\"speaker\":null"
              : "\"low\":\"" + row[4].split(" ")[0] + "\",\"high\":\"" + row[4].split(" ")[0] + "\",\"unit\":\"" + row[4].split(" ")[1] + "\"";
      assertTrue(among.lines().anyMatch(l -> l.contains(row[2]) && l.contains(row[3]) && l.contains(expected)), () -> String.join(" | ", row));
    }
  }

  @Test
  void findsArticlesByWhoSpeaks() {
    run("add", "sample-articles");
    assertEquals(0, run("find", "speaker:\"David Sacks\"", "--format", "jsonl"));
    assertEquals(2, printed.lines().count());
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
  void undoingAllAndRedoingAllComesBackToTheSame() {
    var seed = 5L;
    var random = new Random(seed);
    run("add", "sample-articles");
    run("export", "quotes", "--format", "jsonl");
    var start = printed;
    List<String> ids = new ArrayList<>(start.lines().map(l -> l.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1")).toList());
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
  void badFilesAreNamedAndTheRestIsKept() throws IOException {
    var bad = Files.createDirectory(folder.resolve("in"));
    Files.write(bad.resolve("empty.txt"), new byte[0]);
    Files.write(bad.resolve("binary.txt"), new byte[] {1, 0, 2, 0});
    Files.write(bad.resolve("latin.txt"), "Caf\u00e9 owners met in the old town on Monday.".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(bad.resolve("deep.html"), "<div>".repeat(100_000) + "<p>Down here the council met again.</p>");
    assertEquals(1, run("add", bad.toString(), bad.resolve("nowhere.txt").toString()));
    assertEquals("seen 5 = added 2 + duplicate 0 + unreadable 3 + skipped 0\n", printed);
    assertTrue(problems.contains("the file is empty") && problems.contains("there is no such file"), problems);
  }

  @Test
  void deletingTheIndexIsHarmless() throws IOException {
    run("add", "sample-articles");
    try (var files = Files.walk(folder.resolve("library/index"))) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertEquals(0, run("find", "DeepSeek", "--format", "jsonl"));
    assertEquals(4, printed.lines().count());
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

  private int run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--library");
    line.add(folder.resolve("library").toString());
    var o = new PrintStream(out, true, StandardCharsets.UTF_8);
    var e = new PrintStream(err, true, StandardCharsets.UTF_8);
    var status = Cli.run(line.toArray(String[]::new), o, e);
    printed = out.toString(StandardCharsets.UTF_8);
    problems = err.toString(StandardCharsets.UTF_8);
    return status;
  }
}
