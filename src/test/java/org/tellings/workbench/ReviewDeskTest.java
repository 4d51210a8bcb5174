package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.workbench.ReviewDesk.Queue;

/// What waits for a person, and what takes it from its queue.
final class ReviewDeskTest {

  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    for (var name : List.of("mill", "weir")) {
      Files.writeString(
          folder.resolve("in").resolve(name + ".md"),
          "---\ntitle: The %s\noutlet: Harbour Test\ndate: 2025-01-29\n---\nThe %s closed on Monday, “for good,” said Ada Lind.\n"
              .formatted(name, name));
    }
  }

  private Workbench opened() {
    return Workbench.open(folder.resolve("library"), true, QUIET);
  }

  private static List<Kept> queue(Workbench workbench, Queue queue) {
    return workbench.review().queue(queue, Optional.empty(), Integer.MAX_VALUE, QUIET);
  }

  private static Kept date(Workbench workbench) {
    return workbench.findings(workbench.articles().getFirst().id()).stream()
        .filter(kept -> kept.id().kind() == Kind.DATE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsDecidedLeavesTheQueueAndComesBackWithUndo() {
    try (var workbench = opened()) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var all = workbench.articles().stream().mapToInt(a -> a.findings()).sum();
      assertEquals(all, queue(workbench, Queue.UNREVIEWED).size());
      workbench.confirm(List.of(date(workbench).id()));
      assertEquals(all - 1, queue(workbench, Queue.UNREVIEWED).size());
      assertEquals(
          all - 1, workbench.review().counts(QUIET).getOrDefault(Queue.UNREVIEWED, 0).intValue());
      workbench.undo();
      assertEquals(all, queue(workbench, Queue.UNREVIEWED).size());
      assertEquals(
          3, workbench.review().queue(Queue.UNREVIEWED, Optional.empty(), 3, QUIET).size());
      assertTrue(
          workbench
              .review()
              .queue(Queue.UNREVIEWED, Optional.of(Kind.DATE), Integer.MAX_VALUE, QUIET)
              .stream()
              .allMatch(kept -> kept.finding().kind() == Kind.DATE));
    }
  }

  @Test
  void aCorrectedDateIsAsPreciseAsItsValueIsWritten() {
    try (var workbench = opened()) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var id = date(workbench).id();
      for (var written :
          List.of(
              "2025-01 MONTH",
              "2025 YEAR",
              "2025-W05 WEEK",
              "2025-01-20/2025-01-24 RANGE",
              "2025-01-28T09:00Z TIME",
              "2025-01-28 DAY")) {
        var value = written.split(" ");
        workbench.correct(id, Map.of("value", value[0]));
        var finding = (Finding.DateMention) workbench.finding(id).orElseThrow().finding();
        assertEquals(value[1], finding.precision().name());
      }
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> workbench.correct(id, Map.of("value", "2025-01-28", "precision", "month")));
      assertTrue(String.valueOf(refused.getMessage()).contains("is of precision day, not month"));
    }
  }

  @Test
  void anotherReadingIsDisputedUntilItIsDismissed() {
    try (var workbench = opened()) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var id = date(workbench).id();
      workbench.confirm(List.of(id));
      workbench.describe(id.article(), Map.of("published", "2025-02-12"));
      var rows = workbench.review().rows(Queue.DISPUTED, Optional.empty(), 10, QUIET);
      assertEquals(1, rows.size());
      assertEquals("value: 2025-02-10", rows.getFirst().get("machine"));
      assertEquals("Monday", rows.getFirst().get("text"));
      workbench.dismissMachine(List.of(id));
      assertEquals(List.of(), queue(workbench, Queue.DISPUTED));
    }
  }

  @Test
  void whatTheMachineFindsNoLongerIsLostAndStaysAsDecided() throws SQLException {
    try (var workbench = opened()) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      workbench.confirm(List.of(date(workbench).id()));
      assertEquals(List.of(), queue(workbench, Queue.LOST));
    }
    // as an earlier version that found more leaves it
    try (var file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library/library.db"));
        var statement = file.createStatement()) {
      statement.execute("update content set machine = ''");
    }
    try (var workbench = opened()) {
      var lost = queue(workbench, Queue.LOST);
      assertEquals(1, lost.size());
      assertEquals(Kind.DATE, lost.getFirst().finding().kind());
      workbench.reject(List.of(lost.getFirst().id()));
      assertEquals(List.of(), queue(workbench, Queue.LOST));
    }
  }
}
