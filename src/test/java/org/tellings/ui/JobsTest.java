package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tellings.model.Code;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.ui.kit.Tasks;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Long work on the whole library, begun in the palette.
final class JobsTest extends OnThreeArticles {

  private static void command(Screen screen, String words) {
    screen.press(KeyCode.K, false, true, false);
    TextField typed = screen.find("#palette");
    screen.act(() -> typed.setText(">" + words));
    screen.press(KeyCode.ENTER);
  }

  @Test
  void eachSaysWhatCameOfIt() throws IOException {
    try (var screen = opened()) {
      command(screen, "Check the library");
      assertSaid(screen, "The library and its index are well.");
      command(screen, "Reindex");
      assertSaid(screen, "The index was made anew: 3 articles.");
      command(screen, "Extract again");
      assertSaid(
          screen, "Extracted again; 0 articles read otherwise now. What people decided stays.");
      assertEquals(3, found(screen));
      assertFalse(words(screen, ".status-bar .label").toString().contains("Check"));
    }
  }

  @Test
  void rowsAreWrittenIntoTheFileChosen() throws IOException {
    try (var screen = opened()) {
      command(screen, "Export quotes");
      assertSaid(screen, "Exported 2 rows to quotes.csv");
      var rows = Files.readAllLines(folder.resolve("quotes.csv"));
      assertEquals(3, rows.size());
      assertTrue(rows.getFirst().contains("speaker"), rows.getFirst());
    }
  }

  @Test
  void aReportIsMadeAndVerified() throws IOException {
    try (var screen = opened()) {
      command(screen, "Make a report…");
      assertSays(screen, "Wrote report.html; it leads to ");
      command(screen, "Verify a report");
      assertSaid(screen, "report.html is exactly what the library gives.");
      var report = folder.resolve("report.html");
      Files.writeString(
          report, Files.readString(report).replace("<h2 id=\"l1\">F", "<h2 id=\"l1\">G"));
      command(screen, "Verify a report");
      assertSays(
          screen, "2 differences: Only the report has: Gigures that differ; Only the library");
      Files.writeString(folder.resolve("outline.md"), "# Mine\n\nIt was said by 40 people.\n");
      command(screen, "Make a report by an outline");
      assertSaid(screen, "Wrote report.html; it leads to 0 sources. 1 leads nowhere: 40");
      Files.writeString(folder.resolve("outline.md"), "{nonsense}");
      command(screen, "Make a report by an outline");
      assertSays(screen, "In {nonsense}: a report has no block “nonsense”");
    }
  }

  @Test
  void decisionsAreExportedAndTakenIn() throws IOException {
    try (var screen = opened()) {
      var workbench = screen.workbench();
      var finding =
          workbench.articles().stream()
              .flatMap(article -> workbench.findings(article.id()).stream())
              .findFirst()
              .orElseThrow()
              .id();
      screen.act(() -> workbench.confirm(List.of(finding)));
      command(screen, "Export decisions");
      assertSaid(screen, "Exported 1 decision to decisions.pack");
      screen.act(workbench::undo);
      screen.act(() -> screen.frame.add(List.of(folder.resolve("decisions.pack"))));
      assertSaid(
          screen, "Took in 1 decision of decisions.pack; 0 were here, 0 found no place here.");
      assertEquals(1, workbench.tally().reviewed());
    }
  }

  @Test
  void aProjectOfAnotherProgramIsLookedAtAndThenTakenIn() throws IOException {
    try (var screen = opened()) {
      var workbench = screen.workbench();
      var article = workbench.articles().getFirst().id();
      screen.act(() -> workbench.define(new Code("harbour", 1)));
      screen.act(
          () ->
              workbench
                  .coding()
                  .give(List.of(new Segment(article, new Span(0, 3))), "harbour", true));
      command(screen, "Export a project");
      assertSaid(screen, "Exported 1 coding to codings.qdpx");
      Files.move(folder.resolve("codings.qdpx"), folder.resolve("project.qdpx"));
      screen.act(workbench::undo);
      screen.act(workbench::undo);
      command(screen, "Take in a project");
      assertSaid(screen, "project.qdpx would bring 0 articles, 1 code, 1 coding and 0 notes.");
      assertEquals(List.of(), workbench.codes(), "nothing was changed yet");
      Button take =
          screen.frame.lookupAll(".toast .button").stream()
              .map(Button.class::cast)
              .filter(button -> button.getText().equals("Take in"))
              .findFirst()
              .orElseThrow();
      screen.act(take::fire);
      assertSays(screen, "Took in 0 articles, 1 code, 1 coding and 0 notes of project.qdpx.");
      assertEquals(1, workbench.codes().size());
      Files.writeString(folder.resolve("project.qdpx"), "no zip");
      command(screen, "Take in a project");
      assertSays(screen, "roject.qdpx is no QDPX file");
    }
  }

  @Test
  void aCodebookIsExportedAndTakenIn() throws IOException {
    try (var screen = opened()) {
      var workbench = screen.workbench();
      screen.act(() -> workbench.define(new Code("harbour", 1)));
      command(screen, "Export the codebook");
      assertSaid(screen, "Exported 1 code to codebook.qdc");
      screen.act(workbench::undo);
      command(screen, "Take in a codebook (REFI-QDA)");
      assertSays(screen, "Took in 1 code of ");
      assertEquals("harbour", workbench.codes().getFirst().name());
    }
  }

  @Test
  void whatRunsStandsInTheStatusBarAndCanBeStopped() throws IOException {
    opened().close();
    var waiting = new ArrayDeque<Runnable>();
    var tasks = new Tasks(waiting::add, Runnable::run, Runnable::run);
    try (var screen = Screen.on(folder.resolve("library"), tasks)) {
      screen.act(() -> work(waiting));
      command(screen, "Extract again");
      assertTrue(words(screen, ".status-bar .label").contains("Extracting again"));
      command(screen, "Check the library");
      assertSaid(screen, "Extracting again is not through yet; this can follow then.");
      Button stop = screen.find("#stop-job");
      screen.act(stop::fire);
      screen.act(() -> work(waiting));
      assertSaid(screen, "Stopped; 0 articles read otherwise now. What people decided stays.");
      assertFalse(words(screen, ".status-bar .label").contains("Extracting again"));
    }
  }

  private static void work(ArrayDeque<Runnable> waiting) {
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      one.run();
    }
  }

  private static void assertSays(Screen screen, String part) {
    List<String> all = words(screen, ".label");
    assertTrue(all.stream().anyMatch(said -> said.contains(part)), all::toString);
  }

  private static void assertSaid(Screen screen, String wanted) {
    List<String> said = words(screen, ".toast .label");
    assertTrue(said.contains(wanted), said::toString);
  }

  @Test
  void anotherLibraryIsMergedAndWhatItSaysOtherwiseIsSettled() throws IOException {
    try (var screen = opened()) {
      var workbench = screen.workbench();
      var finding =
          workbench.articles().stream()
              .flatMap(article -> workbench.findings(article.id()).stream())
              .findFirst()
              .orElseThrow()
              .id();
      try (var other = Workbench.open(folder.resolve("other"), true, Progress.none())) {
        var pack = Files.writeString(folder.resolve("o.pack"), workbench.pack(Progress.none()));
        other.takeIn(pack);
        for (var article : workbench.articles()) {
          var file = workbench.original(article.id()).orElseThrow();
          other.add(List.of(file), Progress.none());
        }
        other.reject(List.of(finding));
      }
      screen.act(() -> workbench.confirm(List.of(finding)));
      command(screen, "Settle what was laid aside");
      assertSays(screen, "Nothing is laid aside.");
      screen.press(KeyCode.ESCAPE);
      command(screen, "Merge another library");
      assertSays(screen, "Merged library “other”: 0 articles, 0 decisions; 1 conflict");
      command(screen, "Settle what was laid aside");
      assertSays(screen, "state: confirmed → rejected");
      screen.pictures("merge-conflicts");
      var take =
          screen.frame.lookupAll("#aside .button").stream()
              .map(Button.class::cast)
              .filter(b -> b.getText().equals("Take what is there"))
              .findFirst()
              .orElseThrow();
      screen.act(take::fire);
      assertSays(screen, "Nothing is laid aside.");
      assertEquals(State.REJECTED, workbench.finding(finding).orElseThrow().state());
      screen.press(KeyCode.ESCAPE);
      assertTrue(screen.frame.lookupAll("#aside").isEmpty());
    }
  }

  @Test
  void aCopyIsMadeAsOfAMoment() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.workbench().define(new Code("weir", 1)));
      command(screen, "Restore: a copy");
      assertSays(screen, "A copy of the library as of a moment");
      screen.pictures("past");
      screen.press(KeyCode.ENTER);
      assertSays(screen, "Made a copy in ");
      assertEquals(1, screen.workbench().codes().size());
      try (var copy = Workbench.open(folder.resolve("copy"), false, Progress.none())) {
        assertEquals(0, copy.size(), "the first is before the articles came");
      }
    }
  }
}
