package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands `report` and `verify` from outside.
final class ReportCommandTest {

  @TempDir Path folder;
  private Terminal terminal;
  private Path report;

  @BeforeEach
  void library() throws IOException {
    terminal = new Terminal(folder.resolve("library"));
    report = folder.resolve("report.html");
    var articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(
        articles.resolve("a.md"),
        "---\ntitle: Mill closes\noutlet: Harbour Times\ndate: 2025-03-03\n---\n\n"
            + "The mill made a loss of $4.2 million last year, said Marta Quill, its owner.\n");
    Files.writeString(
        articles.resolve("b.md"),
        "---\ntitle: A mill\noutlet: Tarnby Courier\ndate: 2025-03-04\n---\n\n"
            + "The mill made a loss of $5.1 million last year, Marta Quill said.\n");
    assertEquals(0, terminal.run("add", articles.toString()));
  }

  @Test
  void aReportIsWrittenAndVerified() throws IOException {
    assertEquals(0, terminal.run("report", "--out", report.toString()), terminal::problems);
    assertTrue(Files.readString(report).contains("$5.1 million"));
    assertEquals(0, terminal.run("verify", report.toString()), terminal::printed);
    assertEquals("the report is exactly what the library gives\n", terminal.printed());
    Files.writeString(report, Files.readString(report).replace("$5.1 million", "$5.2 million"));
    assertEquals(1, terminal.run("verify", report.toString()));
    assertTrue(terminal.printed().contains("$5.2 million"), terminal::printed);
    assertEquals(3, terminal.run("verify", folder.resolve("none.html").toString()));
    assertTrue(terminal.problems().contains("there is no such file"), terminal::problems);
  }

  /// Each start of Java orders its sets and maps otherwise; a report may not show it.
  @Test
  void everyStartOfTheProgramGivesTheSameReport() throws Exception {
    var samples = folder.resolve("samples");
    assertEquals(0, new Terminal(samples).run("add", "sample-articles"));
    List<String> reports = new ArrayList<>();
    for (var i = 0; i < 3; i++) {
      var file = folder.resolve("report-" + i + ".html");
      try (var program =
          Program.start("", samples, List.of(), "report", "--out", file.toString())) {
        assertEquals(0, program.ended(), program.problems());
      }
      reports.add(Files.readString(file));
    }
    assertEquals(reports.getFirst(), reports.get(1));
    assertEquals(reports.getFirst(), reports.get(2));
  }

  @Test
  void theLibraryIsVerifiedWithoutAReport() {
    assertEquals(0, terminal.run("verify"));
    assertTrue(
        terminal.printed().matches("2 articles and \\d+ spans are what was stored\n"),
        terminal::printed);
  }

  @Test
  void aStrictReportIsNotWrittenWhereANumberLeadsNowhere() throws IOException {
    var outline = folder.resolve("outline.md");
    Files.writeString(outline, "# The mill\n\nIt lost 12 jobs.\n\n{figures}\n");
    var words =
        new String[] {"report", "--outline", outline.toString(), "--out", report.toString()};
    assertEquals(0, terminal.run(words));
    assertTrue(terminal.problems().startsWith("leads to no source: 12\n"), terminal::problems);
    Files.delete(report);
    assertEquals(
        1,
        terminal.run(
            "report", "--strict", "--outline", outline.toString(), "--out", report.toString()));
    assertFalse(Files.exists(report));
  }

  @Test
  void theOutlineCanBeTakenAndChanged() throws IOException {
    var outline = folder.resolve("outline.md");
    assertEquals(0, terminal.run("report", "--print-outline", "--out", outline.toString()));
    Files.writeString(outline, Files.readString(outline).replace("{matrix}", ""));
    assertEquals(
        0, terminal.run("report", "--outline", outline.toString(), "--out", report.toString()));
    Files.writeString(outline, "{nonsense}");
    assertEquals(2, terminal.run("report", "--outline", outline.toString()));
    assertTrue(terminal.problems().contains("in {nonsense}: a report has no block"));
    assertEquals(3, terminal.run("report", "--outline", folder.resolve("none.md").toString()));
    assertTrue(terminal.problems().contains("there is no such file"), terminal::problems);
  }
}
