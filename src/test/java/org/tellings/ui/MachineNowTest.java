package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Kind;

/// What the machine now reads of a decided finding, as the inspector and the card say it.
final class MachineNowTest {

  private static final String TOLD = "Machine now reads: date 2025-02-10";

  @TempDir Path folder;

  private Screen opened() throws IOException {
    var file =
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
    var screen = Screen.on(folder.resolve("library"));
    screen.act(() -> screen.frame.add(List.of(file)));
    var workbench = screen.workbench();
    workbench.confirm(List.of(date(screen).id()));
    workbench.describe(date(screen).id().article(), Map.of("published", "2025-02-12"));
    screen.act(
        () -> screen.frame.open(date(screen).id().article(), Optional.of(date(screen).id())));
    return screen;
  }

  private static Kept date(Screen screen) {
    return screen.workbench().findings(screen.workbench().articles().getFirst().id()).stream()
        .filter(kept -> kept.id().kind() == Kind.DATE)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> labels(Screen screen) {
    screen.settle();
    return Screen.get(
        () ->
            screen.frame.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .toList());
  }

  private static Optional<String> value(Screen screen) {
    return date(screen).finding() instanceof Finding.DateMention d ? d.value() : Optional.empty();
  }

  private static long told(Screen screen, String in) {
    return Screen.get(() -> screen.frame.lookupAll(in + " .label")).stream()
        .filter(node -> node instanceof Label label && label.getText().equals(TOLD))
        .count();
  }

  @Test
  void theInspectorAndTheCardSayItInBothThemes() throws IOException {
    try (var screen = opened()) {
      assertEquals(1, told(screen, ".inspector"));
      assertEquals(1, told(screen, ".card"));
      for (var dark : List.of(false, true)) {
        screen.theme(dark);
        screen.picture("machine-now" + (dark ? "-dark" : ""));
        assertEquals(List.of(), Screen.get(() -> Names.missing(screen.frame)));
        assertEquals(List.of(), Screen.get(() -> Names.tooSmall(screen.frame)));
        assertEquals(List.of(), Screen.get(() -> Names.cut(screen.frame)));
      }
    }
  }

  @Test
  void useTakesItAndUndoBringsItBack() throws IOException {
    try (var screen = opened()) {
      Button use = screen.find("#use-machine");
      screen.act(use::fire);
      assertEquals(Optional.of("2025-02-10"), value(screen));
      assertEquals(0, told(screen, ".inspector"));
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(Optional.of("2025-01-27"), value(screen));
      assertEquals(1, told(screen, ".inspector"));
      screen.press(KeyCode.U, true, false, false);
      assertEquals(Optional.of("2025-02-10"), value(screen));
    }
  }

  @Test
  void dismissLeavesTheDecisionAfterARestartToo() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.D, true, false, false);
      assertEquals(0, told(screen, ".inspector"));
      assertEquals(0, told(screen, ".card"));
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(
          () -> screen.frame.open(date(screen).id().article(), Optional.of(date(screen).id())));
      assertEquals(Optional.of("2025-01-27"), value(screen));
      assertEquals(0, told(screen, ".inspector"));
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(1, told(screen, ".inspector"));
      Button dismiss = screen.find("#dismiss-machine");
      screen.act(dismiss::fire);
      assertTrue(date(screen).machineNow().isEmpty());
    }
  }

  @Test
  void theQueueOfTheDisputedIsGoneThroughInTheReader() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Library"));
      screen.act(
          () ->
              new Queues(screen.frame)
                  .commands().stream()
                      .filter(c -> c.words().contains("reads otherwise"))
                      .findFirst()
                      .orElseThrow()
                      .run()
                      .run());
      assertTrue(labels(screen).contains(TOLD), "the reader is at the finding");
      assertTrue(
          labels(screen).contains("The machine now reads otherwise: 1 of 1"), labels(screen) + "");
      screen.workbench().dismissMachine(List.of(date(screen).id()));
    }
  }

  @Test
  void theQueueOfWhatNobodyDecidedOnGoesFromFindingToFinding() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Library"));
      screen.press(KeyCode.J, false, true, false);
      var waiting = screen.workbench().tally();
      assertTrue(
          labels(screen).stream().anyMatch(w -> w.startsWith("Not reviewed: 1 of ")),
          labels(screen) + " " + waiting);
      screen.press(KeyCode.ENTER);
      screen.press(KeyCode.J, false, true, false);
      assertTrue(
          labels(screen).stream().anyMatch(w -> w.startsWith("Not reviewed: 2 of ")),
          labels(screen) + "");
      screen.press(KeyCode.J, true, true, false);
      assertTrue(labels(screen).stream().anyMatch(w -> w.startsWith("Not reviewed: 1 of ")));
    }
  }
}
