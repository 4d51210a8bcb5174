package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.search.SearchIndex;
import org.tellings.store.Library;

/// What people did stays theirs, and what is not the library's is never touched.
final class UpkeepTest {

  private static final String TEXT =
      "---\ntitle: The quay\noutlet: Quay Post\ndate: 2025-03-05\n---\n"
          + "The ferry came on Monday, said Ada Ortiz, and “it was late,” said Jonas Mazur.\n";

  @TempDir Path folder;

  @Test
  void aFolderOfOtherThingsIsNoLibraryAndKeepsThem() throws IOException {
    var site = Files.createDirectories(folder.resolve("site/index"));
    var page = Files.writeString(site.resolve("page.html"), "mine");
    var problem =
        assertThrows(
            WorkbenchException.class,
            () -> Workbench.open(folder.resolve("site"), true, Progress.none()));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("holds other things"), problem.getMessage());
    assertEquals("mine", Files.readString(page));
    try (var files = Files.list(folder.resolve("site"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aFileOfAnotherKindInTheIndexFolderIsLeftThere() throws IOException {
    Workbench.open(folder.resolve("library"), true, Progress.none()).close();
    var index = folder.resolve("library/index");
    try (var files = Files.list(index)) {
      for (var file :
          files.filter(f -> String.valueOf(f.getFileName()).startsWith("segments")).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    var mine = Files.writeString(index.resolve("notes.txt"), "mine");
    Workbench.open(folder.resolve("library"), true, Progress.none()).close();
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void codesAndNotesSurviveWhenTheMachineReadsOtherwise() throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(Files.writeString(folder.resolve("quay.md"), TEXT)), Progress.none());
      var id = workbench.articles().getFirst().id();
      var date =
          workbench.findings(id).stream()
              .filter(k -> k.finding() instanceof Finding.DateMention)
              .findFirst()
              .orElseThrow();
      workbench.code(date.id(), new Code("Timing", 1));
      workbench.note(date.id(), "which Monday?");
      workbench.describe(id, Map.of("published", ""));
      workbench.reextract(Progress.none());
      var kept = workbench.finding(date.id()).orElseThrow();
      assertEquals(List.of("Timing"), kept.codes());
      assertEquals("which Monday?", kept.note());
    }
  }

  @Test
  void articlesOfOneScoreKeepTheirOrderWhenOneIsEdited() throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      for (var i = 0; i < 5; i++) {
        Files.writeString(
            folder.resolve(i + ".md"), TEXT.replace("The ferry", "Ferry number " + i));
        workbench.add(List.of(folder.resolve(i + ".md")), Progress.none());
      }
      for (var order : Hits.Order.values()) {
        var before = found(workbench, order);
        var first =
            workbench.findings(before.getFirst()).stream().map(Kept::id).findFirst().orElseThrow();
        workbench.confirm(List.of(first));
        assertEquals(before, found(workbench, order));
      }
    }
  }

  private static List<ArticleId> found(Workbench workbench, Hits.Order order) {
    return workbench.find(Query.ALL, order, 0, 10).page().stream().map(Hits.Hit::article).toList();
  }

  @Test
  void theLedgerTellsWhatIsStillMissingAndWhatWasUndone() throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(
          List.of(
              Files.writeString(
                  folder.resolve("bare.txt"),
                  "The quay\n\nNobody was on the quay, said nobody at all.\n")),
          Progress.none());
      var id = workbench.articles().getFirst().id();
      assertTrue(
          workbench.ledger().getFirst() instanceof Intake.Added a
              && a.missing().contains("No outlet found"),
          () -> workbench.ledger().toString());
      workbench.describe(id, Map.of("outlet", "Quay Post"));
      assertTrue(
          workbench.ledger().getFirst() instanceof Intake.Added a
              && !a.missing().contains("No outlet found"),
          () -> workbench.ledger().toString());
      workbench.undo();
      workbench.undo();
      assertTrue(
          workbench.ledger().getFirst() instanceof Intake.Skipped,
          () -> workbench.ledger().toString());
    }
  }

  @Test
  void checkNamesEveryArticleInWhichTheIndexDiffers() throws IOException {
    var library = folder.resolve("library");
    List<ArticleId> ids;
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      for (var i = 0; i < 4; i++) {
        Files.writeString(
            folder.resolve(i + ".md"), TEXT.replace("The ferry", "Ferry number " + i));
      }
      workbench.add(List.of(folder), Progress.none());
      ids = workbench.articles().stream().map(a -> a.id()).toList();
      workbench.confirm(List.of(workbench.findings(ids.getFirst()).getFirst().id()));
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
    var stranger = Article.of("x.txt", Heading.NONE, "Nobody knows this.", List.of());
    try (var store = Library.open(library, false);
        var index = SearchIndex.open(library.resolve("index"))) {
      index.remove(ids.get(0));
      index.put(stranger, List.of(), List.of());
      var other = store.article(ids.get(1)).orElseThrow();
      index.put(
          other.with(other.heading().withTitle("Another")), store.findings(ids.get(1)), List.of());
      index.put(store.article(ids.get(2)).orElseThrow(), List.of(), List.of());
      index.commit(store.generation());
    }
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      var problems = workbench.check(false, Progress.none());
      assertEquals(
          List.of(
              "the index lacks article " + ids.get(0) + " “The quay”",
              "the index has another text or other findings of article "
                  + ids.get(1)
                  + " “The quay”",
              "the index has another text or other findings of article "
                  + ids.get(2)
                  + " “The quay”",
              "the index has an article that the library has not: " + stranger.id(),
              "`reindex` rebuilds the index from the library; nothing is lost by it"),
          problems);
      workbench.reindex(Progress.none());
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
  }

  @Test
  void anIndexThatWasTouchedIsReadWholeAtOpeningAndEveryOneByCheck() throws IOException {
    var library = folder.resolve("library");
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      var text = new StringBuilder(TEXT);
      for (var i = 0; i < 5000; i++) {
        text.append(Integer.toString(i * 7919 + 46_656, 36)).append(i % 12 == 0 ? ".\n" : " ");
      }
      workbench.add(List.of(Files.writeString(folder.resolve("quay.md"), text)), Progress.none());
    }
    var words = largest(library.resolve("index"));
    var time = Files.getLastModifiedTime(words);
    var bytes = Files.readAllBytes(words);
    bytes[bytes.length / 2] ^= 1;
    Files.write(words, bytes);
    Files.setLastModifiedTime(words, time); // as a failing disk does it
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      var problems = workbench.check(true, Progress.none());
      assertTrue(problems.getFirst().startsWith("the index is damaged: "), problems::toString);
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
    words = largest(library.resolve("index"));
    bytes = Files.readAllBytes(words);
    bytes[bytes.length / 2] ^= 1;
    Files.write(words, bytes);
    var made = new ArrayList<String>();
    try (var workbench = Workbench.open(library, false, (_, _, what) -> made.add(what))) {
      assertEquals(List.of("indexing"), made);
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
  }

  /// The file of the index that has the words, of which an opening reads only the ends.
  private static Path largest(Path index) throws IOException {
    try (var files = Files.list(index)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).startsWith("_"))
          .max(Comparator.comparingLong(f -> f.toFile().length()))
          .orElseThrow();
    }
  }

  @Test
  void leavingOutAFileCanBeUndoneAndIsInTheHistory() throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var file = Files.write(folder.resolve("bad.txt"), new byte[] {7, 0, 1, 0, 2});
      workbench.add(List.of(file), Progress.none());
      var before = workbench.ledger();
      workbench.skip((Intake.Unreadable) before.getFirst());
      assertTrue(workbench.ledger().getFirst() instanceof Intake.Skipped);
      assertEquals(Optional.of("Left out file “bad.txt”"), workbench.undo());
      assertEquals(before, workbench.ledger());
      assertEquals(Optional.of("Left out file “bad.txt”"), workbench.redo());
      assertTrue(workbench.ledger().getFirst() instanceof Intake.Skipped);
      // read by now, it stays read whatever is undone
      Files.writeString(file, TEXT);
      workbench.add(List.of(file), Progress.none());
      assertTrue(workbench.ledger().getFirst() instanceof Intake.Added);
      workbench.undo();
      workbench.redo();
      assertTrue(workbench.ledger().getFirst() instanceof Intake.Added);
      assertEquals(
          List.of("Added 1 article", "Left out file “bad.txt”"),
          workbench.history().stream().map(Step::words).toList());
    }
  }

  @Test
  void readingAgainIsInTheHistoryAndUndoPassesOverIt() throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(Files.writeString(folder.resolve("quay.md"), TEXT)), Progress.none());
      var id = workbench.findings(workbench.articles().getFirst().id()).getFirst().id();
      workbench.confirm(List.of(id));
      workbench.reject(List.of(id));
      workbench.undo();
      workbench.reextract(Progress.none());
      var newest = workbench.history().getFirst();
      assertEquals("Ran the extractors again on 1 article", newest.words());
      assertEquals(
          List.of("articles that read differently: — → 0"),
          newest.telling().stream().map(Step.Change::inWords).toList());
      assertEquals("Rejected", workbench.redo().orElseThrow().split(" ")[0]);
      assertEquals("Rejected", workbench.undo().orElseThrow().split(" ")[0]);
      assertEquals("Confirmed", workbench.undo().orElseThrow().split(" ")[0]);
      assertEquals(newest.words(), workbench.history().getFirst().words());
    }
  }

  @Test
  void aDayThatIsNoneIsRefused() throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(Files.writeString(folder.resolve("quay.md"), TEXT)), Progress.none());
      var id = workbench.articles().getFirst().id();
      assertThrows(
          IllegalArgumentException.class,
          () -> workbench.describe(id, Map.of("published", "2025-02-30")));
      assertThrows(
          IllegalArgumentException.class,
          () -> workbench.describe(id, Map.of("published", "2025-02-03T25:10Z")));
      assertEquals(
          "2025-03-05",
          workbench.article(id).orElseThrow().heading().published().orElseThrow().day());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-13",
        "2025-00",
        "2025-13-45",
        "2025-02-30",
        "2025-02-29~",
        "2025-W00",
        "2025-W53",
        "2025-01-29T25:00",
        "2025-01-29T11:60Z",
        "2025-01-29T11:42+25:00",
        "2025-21-05",
        "2025-Q5",
        "2024/2025-02-30",
        "2025/2024",
        "2025-02-03/2025-02-01",
        "/",
        "../..",
        "2024/2025/2026",
        "soon"
      })
  void aDateThatIsInNoCalendarIsRefusedAsACorrection(String value) throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var id = date(workbench);
      var before = workbench.finding(id);
      var problem =
          assertThrows(
              IllegalArgumentException.class, () -> workbench.correct(id, Map.of("value", value)));
      assertTrue(
          String.valueOf(problem.getMessage())
              .matches(
                  "(there is no such (month|day|week|time)|not a date|the range ends before it"
                      + " begins): .*"),
          problem.getMessage());
      assertEquals(before, workbench.finding(id));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025",
        "2025-01",
        "2024-02-29",
        "2025-W05",
        "2020-W53",
        "2025-Q3",
        "2024-22",
        "2024-35",
        "2024/2025",
        "2025-01-29/2025-02-02",
        "2025-01/2025-01-20",
        "../2025",
        "2025-01-29/",
        "2025-01-29~",
        "2025-01-29T11:42Z",
        "2025-01-29T11:42:07+02:00",
        "-0044-03-15"
      })
  void aDateOfTheCalendarIsTakenAsTyped(String value) throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var id = date(workbench);
      workbench.correct(id, Map.of("value", value));
      assertEquals(
          Optional.of(value),
          ((Finding.DateMention) workbench.finding(id).orElseThrow().finding()).value());
    }
  }

  private FindingId date(Workbench workbench) throws IOException {
    workbench.add(List.of(Files.writeString(folder.resolve("quay.md"), TEXT)), Progress.none());
    return workbench.findings(workbench.articles().getFirst().id()).stream()
        .filter(k -> k.finding() instanceof Finding.DateMention)
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void bothEndsOfARangeCanGoUpOrDownAtOnceInAnyOrder() throws IOException {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var file =
          Files.writeString(
              folder.resolve("cost.md"), "The quay cost $4 million, the port said.\n");
      workbench.add(List.of(file), Progress.none());
      var id =
          workbench.findings(workbench.articles().getFirst().id()).stream()
              .filter(k -> k.finding() instanceof Finding.Figure)
              .findFirst()
              .orElseThrow()
              .id();
      for (var order : List.of(List.of("low", "high"), List.of("high", "low"))) {
        for (var ends : List.of(List.of("9000000", "9500000"), List.of("1000000", "2000000"))) {
          var fields = new java.util.LinkedHashMap<String, String>();
          order.forEach(end -> fields.put(end, ends.get(end.equals("low") ? 0 : 1)));
          workbench.correct(id, fields);
          var now = (Finding.Figure) workbench.finding(id).orElseThrow().finding();
          assertEquals(
              ends,
              List.of(now.low().toPlainString(), now.high().toPlainString()),
              order::toString);
        }
      }
    }
  }

  private Path saved() {
    return Path.of("src/test/resources/formats/saved-with-singlefile.html");
  }

  private static String captured(Workbench workbench) {
    return workbench.articles().getFirst().heading().captured().map(Dated::value).orElse("none");
  }

  /// As of a library made by a program that did not read when pages were captured.
  private static void forget(Path library) throws SQLException {
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + library.resolve("library.db"));
        var statement = file.createStatement()) {
      statement.execute("update article set captured = null, captured_rule = null");
    }
  }

  private interface Doing {
    void on(Workbench workbench);
  }

  /// Adds the saved page, does something, and forgets when it was captured; the library.
  private Path saved(String name, Doing doing) throws SQLException {
    var library = folder.resolve(name);
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      workbench.add(List.of(saved()), Progress.none());
      doing.on(workbench);
    }
    forget(library);
    return library;
  }

  private static final String CAPTURED = "2025-03-12T19:04:51+01:00";

  @Test
  void readingAgainFindsWhenAnArticleOfAnOldLibraryWasCapturedAndUndoTakesItBack()
      throws SQLException {
    var library = saved("library", _ -> {});
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      assertEquals("none", captured(workbench));
      assertEquals(1, workbench.reextract(Progress.none()));
      assertEquals(CAPTURED, captured(workbench));
      assertEquals(List.of(), workbench.check(false, Progress.none()));
      assertEquals(0, workbench.reextract(Progress.none()));
      workbench.undo();
      assertEquals("none", captured(workbench));
      assertEquals(1, workbench.reextract(Progress.none()), "what was undone decides nothing");
    }
  }

  @Test
  void anArticleWithAPartPutBackLearnsItToo() throws SQLException {
    var library = saved("library", w -> w.restorePart(w.articles().getFirst().id(), 0));
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      assertEquals(1, workbench.reextract(Progress.none()));
      assertEquals(CAPTURED, captured(workbench));
    }
  }

  @Test
  void aCaptureThatAPersonTookAwayStaysAwayAlsoWhereItWasMerged() throws SQLException {
    var other = folder.resolve("other");
    try (var workbench = Workbench.open(other, true, Progress.none())) {
      workbench.add(List.of(saved()), Progress.none());
      workbench.describe(workbench.articles().getFirst().id(), Map.of("captured", ""));
      assertEquals(0, workbench.reextract(Progress.none()));
      assertEquals("none", captured(workbench));
    }
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(saved()), Progress.none());
      assertEquals(CAPTURED, captured(workbench));
      workbench.merging().merge(other, false, Progress.none());
      assertEquals("none", captured(workbench));
      assertEquals(0, workbench.reextract(Progress.none()));
      assertEquals("none", captured(workbench));
    }
  }

  @Test
  void whatAPersonCorrectsWhileTheMachineReadsAgainStays() throws SQLException {
    var library = saved("library", _ -> {});
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      var id = workbench.articles().getFirst().id();
      workbench.reextract(
          new Progress() {
            @Override
            public void at(int done, int total, String what) {
              workbench.describe(id, Map.of("title", "My title"));
            }
          });
      assertEquals("My title", workbench.articles().getFirst().heading().title());
      assertEquals(CAPTURED, captured(workbench));
    }
  }
}
