package org.tellings.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.workbench.Progress;
import org.tellings.workbench.ReportDesk;
import org.tellings.workbench.Workbench;

/// What people noted, in a report: on which words, article by article.
final class NotesReportTest {

  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void library() throws IOException {
    var articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(
        articles.resolve("a.md"),
        "---\ntitle: Mill closes\noutlet: Harbour Times\ndate: 2025-03-04\n---\n\n"
            + "“We lost the whole year to the flood,” said Marta Quill.\n\nNobody asked why.\n");
    Files.writeString(
        articles.resolve("b.md"),
        "---\ntitle: A mill\noutlet: Tarnby Courier\ndate: 2025-03-03\n---\n\n"
            + "The mill made a loss of $5.1 million last year, Marta Quill said.\n");
    Files.writeString(articles.resolve("c.txt"), "A mill stands at the quay.\n");
    workbench = Workbench.open(folder.resolve("library"), true, QUIET);
    workbench.add(List.of(articles), QUIET);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private ArticleId article(String file) {
    return workbench.articles().stream()
        .filter(one -> one.file().endsWith(file))
        .map(Summary::id)
        .findFirst()
        .orElseThrow();
  }

  private FindingId quote() {
    return workbench.findings(article("a.md")).stream()
        .filter(kept -> kept.id().kind() == Kind.QUOTE)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Segment words(String file, String words) {
    var id = article(file);
    var from = workbench.article(id).orElseThrow().text().indexOf(words);
    return new Segment(id, new Span(from, from + words.length()));
  }

  private Report made(String outline) {
    return workbench.reports().make(outline, QUIET).orElseThrow();
  }

  /// Headings and lines of what is told, before the sources.
  private static List<String> told(Report report) {
    return Jsoup.parse(report.html()).select("main h3, main p[id^=l], main li[id^=l]").eachText();
  }

  private List<String> differences(Report report, String name) {
    var file = folder.resolve(name);
    ReportDesk.write(report, file);
    return workbench.reports().differences(file, QUIET).orElseThrow();
  }

  private void fourNotes() {
    workbench.note(quote(), "She told me “all of it”,\nso she says.\n\nAsk 12 others.");
    workbench.note(words("a.md", "Nobody asked"), "Somebody did.");
    workbench.note(words("b.md", "mill made a loss"), "See <the> books & bills");
    workbench.note(words("c.txt", "quay"), "Which quay?");
  }

  private static final List<String> OF_A =
      List.of(
          "Harbour Times, 2025-03-04 Mill closes",
          "“We lost the whole year to the flood”: She told me “all of it” UNTRACED, so she says."
              + " Ask 12 UNTRACED others.",
          "“Nobody asked”: Somebody did.");

  private static final List<String> OF_B =
      List.of("Tarnby Courier, 2025-03-03 A mill", "“mill made a loss”: See <the> books & bills");

  private static final List<String> OF_C =
      List.of("c.txt, day not known no title", "“quay”: Which quay?");

  private static List<String> joined(List<String> one, List<String> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  @Test
  void notesStandByArticleInOrderOfPublication() {
    assertEquals(List.of("Nobody noted anything."), told(made("{notes}")));
    fourNotes();
    var report = made("{notes}");
    assertEquals(joined(OF_B, joined(OF_A, OF_C)), told(report));
    assertEquals(List.of("“all of it”", "12"), report.untraced());
    assertEquals(4, report.traces());
    assertEquals(OF_A, told(made("{notes " + article("a.md") + "}")));
    var first = told(made("{notes 2}"));
    assertEquals("Only the first 2 are here; more are left out.", first.getFirst());
    assertEquals(joined(OF_B, OF_A.subList(0, 2)), first.subList(1, first.size()));
  }

  @Test
  void eachLeadsToItsWords() {
    fourNotes();
    var page = Jsoup.parse(made("{notes}").html());
    for (Element line : page.select("main li[id^=l]")) {
      var link = line.select("a").getFirst();
      var source = page.select(link.attr("href")).getFirst();
      assertEquals(link.text(), "“" + source.select("mark").text() + "”");
    }
    assertTrue(page.select(".sources").text().contains("quote, machine, rule "));
  }

  @Test
  void aFindingThatIsQuotedTellsNoNote() {
    fourNotes();
    var quote = quote();
    var html = made("So {quoted " + quote + "}.\n\n{quote " + quote + "}").html();
    assertFalse(html.contains("She told me"), html);
  }

  @Test
  void theyAreVerified() {
    fourNotes();
    for (var name : List.of("report.html", "report.docx")) {
      var report = made("{notes}");
      assertEquals(List.of(), differences(report, name));
      workbench.note(words("a.md", "Nobody asked"), "Somebody did ask.");
      var changed = differences(report, name);
      assertTrue(
          changed.contains("Only the report has: “Nobody asked”: Somebody did."),
          changed::toString);
      assertTrue(
          changed.contains("Only the library gives: “Nobody asked”: Somebody did ask."),
          changed::toString);
      workbench.note(words("a.md", "Nobody asked"), "");
      var gone = differences(report, name);
      assertTrue(
          gone.contains("Only the report has: “Nobody asked”: Somebody did."), gone::toString);
      workbench.undo();
      workbench.undo();
      assertEquals(List.of(), differences(report, name));
      workbench.note(quote(), "");
      assertFalse(differences(report, name).isEmpty());
      workbench.undo();
    }
  }

  @Test
  void whatAnotherCoderNotedIsNotTold() {
    fourNotes();
    workbench.coding().enrol("Ada", true);
    workbench.coding().enrol("Bo", true);
    workbench.define(new Code("secret", 0));
    workbench.coder("Bo");
    var words = words("c.txt", "stands");
    workbench.coding().give(List.of(words), "secret", true);
    workbench.note(words, "because of the tide");
    assertTrue(made("{notes}").html().contains("tide"));
    workbench.coder("Ada");
    assertFalse(made("{notes}").html().contains("tide"));
    assertFalse(made("{notes " + article("c.txt") + "}").html().contains("tide"));
  }

  @Test
  void whatIsNoArticleIsRefused() {
    for (var wrong : List.of("{notes many}", "{notes 0123456789abcdef}", "{notes 0}")) {
      var said = assertThrows(IllegalArgumentException.class, () -> made(wrong), wrong);
      assertTrue(String.valueOf(said.getMessage()).startsWith("in " + wrong + ": "), wrong);
    }
  }
}
