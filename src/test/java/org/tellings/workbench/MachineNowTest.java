package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;

/// A person's decision stands when the machine reads otherwise later; what it reads is told until
/// it is taken or dismissed.
final class MachineNowTest {

  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            folder.resolve("mill.md"),
            """
            ---
            title: The mill
            outlet: Harbour Test
            date: 2025-01-29
            ---
            The mill closed on Monday, said Ada Lind, who owns it and knows every wheel of it.
            """);
  }

  private Workbench opened() {
    var workbench = Workbench.open(folder.resolve("library"), true, QUIET);
    workbench.add(List.of(file), QUIET);
    return workbench;
  }

  private static ArticleId article(Workbench workbench) {
    return workbench.articles().getFirst().id();
  }

  private static Kept date(Workbench workbench) {
    return workbench.findings(article(workbench)).stream()
        .filter(kept -> kept.id().kind() == Kind.DATE)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<String> value(Finding finding) {
    return finding instanceof Finding.DateMention d ? d.value() : Optional.empty();
  }

  private static Optional<String> now(Workbench workbench) {
    return date(workbench).machineNow().flatMap(MachineNowTest::value);
  }

  /// The machine counts "Monday" from the day of publication; another day, another Monday.
  private static void publishedOn(Workbench workbench, String day) {
    workbench.describe(article(workbench), Map.of("published", day));
  }

  private static FindingId decidedThenReadOtherwise(Workbench workbench) {
    var id = date(workbench).id();
    workbench.confirm(List.of(id));
    publishedOn(workbench, "2025-02-12");
    return id;
  }

  @Test
  void aConfirmedReadingStaysAndTheNewOneIsTold() {
    try (var workbench = opened()) {
      assertEquals(Optional.empty(), now(workbench));
      var id = decidedThenReadOtherwise(workbench);
      assertEquals(State.CONFIRMED, date(workbench).state());
      assertEquals(Optional.of("2025-01-27"), value(date(workbench).finding()));
      assertEquals(Optional.of("2025-02-10"), now(workbench));
      assertEquals(List.of(id), workbench.machineNow());
      assertEquals(
          Map.of(id.toString(), "value: 2025-02-10"), workbench.machineNow(article(workbench)));
    }
  }

  @Test
  void theHistoryTellsADecisionFromWhatTheMachineReadThen() {
    try (var workbench = opened()) {
      var id = decidedThenReadOtherwise(workbench);
      assertEquals(List.of(List.of()), workbench.history(id).stream().map(Step::telling).toList());
      workbench.useMachine(List.of(id));
      assertEquals(
          List.of("value: 2025-01-27 → 2025-02-10"),
          workbench.history(id).getFirst().telling().stream().map(Step.Change::inWords).toList());
    }
  }

  @Test
  void aCorrectionIsNoNewReadingOfTheMachine() {
    try (var workbench = opened()) {
      workbench.correct(date(workbench).id(), Map.of("value", "2025-01-20"));
      workbench.reextract(QUIET);
      assertEquals(Optional.empty(), now(workbench));
      publishedOn(workbench, "2025-02-12");
      assertEquals(Optional.of("2025-02-10"), now(workbench));
    }
  }

  @Test
  void aRejectionStaysAndTheNewReadingIsTold() {
    try (var workbench = opened()) {
      workbench.reject(List.of(date(workbench).id()));
      publishedOn(workbench, "2025-02-12");
      assertEquals(State.REJECTED, date(workbench).state());
      assertEquals(Optional.of("2025-02-10"), now(workbench));
    }
  }

  @Test
  void aReadingThatComesToTheDecisionIsNotTold() {
    try (var workbench = opened()) {
      workbench.correct(date(workbench).id(), Map.of("value", "2025-02-10"));
      publishedOn(workbench, "2025-02-12");
      assertEquals(Optional.empty(), now(workbench));
    }
  }

  @Test
  void usingItIsOneStepAndUndoBringsItBack() {
    try (var workbench = opened()) {
      var id = decidedThenReadOtherwise(workbench);
      var before = date(workbench);
      workbench.useMachine(List.of(id));
      assertEquals(State.CONFIRMED, date(workbench).state());
      assertEquals(Optional.of("2025-02-10"), value(date(workbench).finding()));
      assertEquals(List.of(), workbench.machineNow());
      assertTrue(workbench.undo().orElseThrow().startsWith("Took the machine's new reading of"));
      assertEquals(before, date(workbench));
      workbench.redo();
      assertEquals(Optional.of("2025-02-10"), value(date(workbench).finding()));
      assertEquals(List.of(), workbench.machineNow());
    }
  }

  @Test
  void dismissingItLeavesTheDecisionAfterARestartTooAndIsUndone() {
    FindingId id;
    try (var workbench = opened()) {
      id = decidedThenReadOtherwise(workbench);
      workbench.dismissMachine(List.of(id));
    }
    try (var workbench = Workbench.open(folder.resolve("library"), false, QUIET)) {
      workbench.reextract(QUIET);
      assertEquals(Optional.empty(), now(workbench));
      assertEquals(Optional.of("2025-01-27"), value(date(workbench).finding()));
      workbench.undo();
      assertEquals(Optional.of("2025-02-10"), now(workbench));
      workbench.redo();
      publishedOn(workbench, "2025-03-12");
      assertEquals(Optional.of("2025-03-10"), now(workbench), "a third reading is told again");
    }
  }

  @Test
  void itIsToldUntilItIsTakenOrDismissedWhateverIsDecidedMeanwhile() {
    try (var workbench = opened()) {
      var id = decidedThenReadOtherwise(workbench);
      workbench.reject(List.of(id));
      workbench.confirm(List.of(id));
      assertEquals(Optional.of("2025-02-10"), now(workbench));
      workbench.restore(List.of(id));
      assertEquals(Optional.empty(), now(workbench));
      assertEquals(Optional.of("2025-02-10"), value(date(workbench).finding()));
    }
  }

  @Test
  void undoingADecisionAndMakingItAgainKeepsWhatWasSeen() {
    try (var workbench = opened()) {
      workbench.confirm(List.of(date(workbench).id()));
      workbench.undo();
      workbench.redo();
      publishedOn(workbench, "2025-02-12");
      assertEquals(Optional.of("2025-02-10"), now(workbench));
      workbench.undo();
      assertEquals(Optional.empty(), now(workbench), "the machine reads as it did");
    }
  }

  @Test
  void usingItLeavesTheEndsThatAPersonMoved() {
    try (var workbench = opened()) {
      var id = date(workbench).id();
      var moved = new Span(id.span().start() - 3, id.span().end());
      workbench.move(id, moved);
      publishedOn(workbench, "2025-02-12");
      workbench.useMachine(List.of(id));
      assertEquals(Optional.of("2025-02-10"), value(date(workbench).finding()));
      assertEquals(moved, date(workbench).finding().span());
      assertEquals(State.CORRECTED, date(workbench).state());
      assertEquals(List.of(), workbench.machineNow());
    }
  }

  @Test
  void whereThereIsNothingNewItIsRefused() {
    try (var workbench = opened()) {
      var id = date(workbench).id();
      workbench.confirm(List.of(id));
      var refused =
          assertThrows(IllegalArgumentException.class, () -> workbench.useMachine(List.of(id)));
      assertEquals("the machine reads nothing new of finding " + id, refused.getMessage());
      assertThrows(IllegalArgumentException.class, () -> workbench.dismissMachine(List.of(id)));
    }
  }
}
