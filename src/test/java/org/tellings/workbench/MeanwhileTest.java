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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.Span;

/// What people do while other work is under way, and work that fails half way.
final class MeanwhileTest {

  @TempDir Path folder;

  private Path library() {
    return folder.resolve("library");
  }

  private Workbench open() {
    return Workbench.open(library(), true, Progress.none());
  }

  private Path texts(int count) throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    for (var i = 0; i < count; i++) {
      Files.writeString(
          in.resolve("text-%05d.txt".formatted(i)),
          "Boat %d is late\n\n“Boat %d will come,” said Ada Lind on Monday.\n".formatted(i, i));
    }
    return in;
  }

  /// Does `work` with every intake that is told.
  private static Progress with(java.util.function.Consumer<Intake> work) {
    return new Progress() {
      @Override
      public void at(int done, int total, String what) {}

      @Override
      public void intake(Intake intake) {
        work.accept(intake);
      }
    };
  }

  private static long found(Workbench workbench, String query) {
    return workbench.find(Query.parse(query), Hits.Order.OLDEST, 0, 1).total();
  }

  @Test
  void whatIsConfirmedWhileFilesAreAddedIsFound() throws IOException {
    var in = texts(300);
    try (var workbench = open()) {
      var confirmed = new ArrayList<String>();
      workbench.add(
          List.of(in),
          with(
              intake -> {
                if (intake instanceof Intake.Added a && confirmed.size() < 40) {
                  var quote =
                      workbench.findings(a.article()).stream()
                          .filter(k -> k.id().kind() == Kind.QUOTE)
                          .findFirst()
                          .orElseThrow();
                  workbench.confirm(List.of(quote.id()));
                  confirmed.add(quote.id().toString());
                }
              }));
      assertEquals(40, confirmed.size());
      assertEquals(40, found(workbench, "state:confirmed"));
    }
  }

  @Test
  void whatIsUndoneWhileFilesAreAddedIsGoneAndTheRestCanBeUndone() throws IOException {
    var in = texts(1300);
    try (var workbench = open()) {
      var undone = new ArrayList<String>();
      workbench.add(
          List.of(in),
          with(
              _ -> {
                if (undone.isEmpty()) {
                  undone.add(workbench.undo().orElseThrow());
                }
              }));
      var size = workbench.size();
      assertTrue(size < 1300, () -> size + " are there");
      assertEquals(size, workbench.find(Query.ALL, Hits.Order.OLDEST, 0, 1).total());
      assertEquals("Added " + size + " articles", workbench.history().getFirst().words());
      workbench.undo();
      assertEquals(0, workbench.size());
      assertEquals(0, workbench.find(Query.ALL, Hits.Order.OLDEST, 0, 1).total());
    }
  }

  @Test
  void twoWhoCorrectAtOnceLoseNothing() throws Exception {
    var in = texts(1);
    try (var workbench = open()) {
      workbench.add(List.of(in), Progress.none());
      var id = workbench.articles().getFirst().id();
      for (var round = 0; round < 20; round++) {
        var start = new CountDownLatch(1);
        var title = "Title " + round;
        var outlet = "Outlet " + round;
        List<Thread> threads = new ArrayList<>();
        for (var fields : List.of(Map.of("title", title), Map.of("outlet", outlet))) {
          threads.add(
              Thread.ofPlatform()
                  .start(
                      () -> {
                        try {
                          start.await();
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        workbench.describe(id, fields);
                      }));
        }
        start.countDown();
        for (var thread : threads) {
          thread.join();
        }
        var heading = workbench.article(id).orElseThrow().heading();
        assertEquals(title, heading.title());
        assertEquals(outlet, heading.outlet().name());
        assertEquals(1, found(workbench, "outlet:=\"" + outlet + "\" title:\"" + title + "\""));
      }
    }
  }

  @Test
  void anIndexMadeHalfIsMadeAgain() throws IOException {
    var in = texts(50);
    try (var workbench = open()) {
      workbench.add(List.of(in), Progress.none());
      assertThrows(
          IllegalStateException.class,
          () ->
              workbench.reindex(
                  new Progress() {
                    @Override
                    public void at(int done, int total, String what) {
                      if (done == 10) {
                        throw new IllegalStateException("stop");
                      }
                    }
                  }));
    }
    try (var workbench = open()) {
      assertEquals(50, workbench.find(Query.ALL, Hits.Order.OLDEST, 0, 1).total());
    }
  }

  @Test
  void oneDamagedRowKeepsTheLibraryFromNothingElse() throws IOException, SQLException {
    var in = texts(5);
    try (var workbench = open()) {
      workbench.add(List.of(in), Progress.none());
    }
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + library().resolve("library.db"));
        var statement = file.createStatement()) {
      statement.execute("update content set machine = 'Qdamaged' || char(10) where article = 2");
    }
    try (var files = Files.walk(library().resolve("index"))) {
      for (var one : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
    try (var workbench = open()) {
      assertEquals(4, workbench.find(Query.ALL, Hits.Order.OLDEST, 0, 1).total());
      assertTrue(
          workbench.check(false, Progress.none()).stream()
              .anyMatch(problem -> problem.startsWith("article ")));
    }
  }

  @Test
  void aNameMarkedByHandIsCalledByItsWordsAndCanBeCompared() throws IOException {
    var in = texts(2);
    try (var workbench = open()) {
      workbench.add(List.of(in), Progress.none());
      var article = workbench.articles().getFirst().id();
      var at = workbench.article(article).orElseThrow().text().indexOf("Boat");
      var boat = new Span(at, at + 4);
      var id = workbench.make(article, Kind.ENTITY, boat);
      assertEquals(1, found(workbench, "entity:=Boat"));
      for (var kind : List.of("utterances", "quantities", "propositions", "misnamings")) {
        workbench.compared(kind, Progress.none());
      }
      assertThrows(
          IllegalArgumentException.class, () -> workbench.correct(id, Map.of("name", " ")));
    }
  }

  @Test
  void valuesThatCannotBeKeptAreRefused() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("a.txt"), "The quay cost $30 million on 5 March 2025.\n");
    try (var workbench = open()) {
      workbench.add(List.of(in), Progress.none());
      for (var kept : workbench.findings(workbench.articles().getFirst().id())) {
        var bad =
            switch (kept.id().kind()) {
              case FIGURE -> Map.of("value", "1e20000001");
              case DATE -> Map.of("value", "banana");
              case QUOTE, CLAIM, ENTITY -> Map.of("nothing", "x");
            };
        assertThrows(IllegalArgumentException.class, () -> workbench.correct(kept.id(), bad));
      }
      var date =
          workbench.findings(workbench.articles().getFirst().id()).stream()
              .filter(k -> k.id().kind() == Kind.DATE)
              .findFirst()
              .orElseThrow();
      for (var good : List.of("2025-03", "2025-W05", "2024/2025", "2025-01-29~", "2025-03-05/..")) {
        workbench.correct(date.id(), Map.of("value", good));
      }
    }
  }
}
