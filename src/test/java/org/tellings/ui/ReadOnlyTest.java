package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// A window on a library that another program has open.
final class ReadOnlyTest extends OnThreeArticles {

  @Test
  void whatWouldChangeItIsPaleAndSaysWhy() throws IOException {
    opened().close();
    try (var elsewhere = Workbench.open(folder.resolve("library"), false, Progress.none());
        var screen = Screen.reading(folder.resolve("library"))) {
      var before = elsewhere.findings(elsewhere.resolve("one.md").orElseThrow());
      assertEquals("library (only to read) – Tellings", Frame.title(screen.workbench()));
      screen.act(
          () -> screen.frame.open(elsewhere.resolve("one.md").orElseThrow(), Optional.empty()));
      screen.press(KeyCode.K);
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".problem").size()));
      screen.press(KeyCode.Y);
      assertFalse(
          words(screen, ".status-bar .label").contains("Confirm"),
          () -> words(screen, ".status-bar .label").toString());
      var why = "This library can only be read: ";
      for (Runnable change :
          List.<Runnable>of(
              () -> screen.press(KeyCode.ENTER),
              () -> screen.press(KeyCode.E),
              () -> screen.press(KeyCode.Z, false, true, false),
              () -> screen.act(() -> screen.frame.add(List.of(folder.resolve("in")))),
              () -> screen.act(button(screen, "Reject")::fire),
              () -> screen.act(button(screen, "Write a note…")::fire))) {
        screen.act(() -> screen.frame.lookupAll(".toast").forEach(Screen::remove));
        change.run();
        assertTrue(
            words(screen, ".toast .label").stream().anyMatch(words -> words.startsWith(why)),
            () -> words(screen, ".toast .label").toString());
      }
      var reject = button(screen, "Reject");
      screen.act(() -> Event.fireEvent(reject, moved(reject)));
      assertTrue(Screen.get(reject::getAccessibleHelp).startsWith(why));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".problem").size()));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#editor-note").size()));
      screen.press(KeyCode.D, true, true, false);
      assertEquals(Optional.of("dark"), screen.workbench().setting("theme"));
      assertEquals(Optional.empty(), elsewhere.setting("theme"));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".problem").size()));
      assertEquals(before, elsewhere.findings(elsewhere.resolve("one.md").orElseThrow()));
    }
  }

  /// Whoever dates, names, joins or dismisses in the timeline changes the library.
  @Test
  void eventsAreOnlyReadToo() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("bridge.md"),
            """
            ---
            title: The bridge
            outlet: Harbour Test
            date: 2025-03-05
            ---
            The old bridge over the Marrow closed on 3 March 2025. Nobody was told before.
            """);
    try (var elsewhere = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      elsewhere.add(List.of(file), Progress.none());
      try (var screen = Screen.reading(folder.resolve("library"))) {
        onlyRead(screen);
      }
    }
  }

  private static void onlyRead(Screen screen) {
    screen.press(KeyCode.DIGIT7, false, true, false);
    screen.press(KeyCode.DIGIT0);
    screen.press(KeyCode.J);
    for (var key : List.of(KeyCode.E, KeyCode.F2, KeyCode.S)) {
      screen.act(() -> screen.frame.lookupAll(".toast").forEach(Screen::remove));
      screen.press(key);
      assertTrue(
          words(screen, ".toast .label").stream()
              .anyMatch(words -> words.startsWith("This library can only be read: ")),
          key::toString);
    }
    for (var name : List.of("Date", "Name")) {
      assertTrue(button(screen, name).getStyleClass().contains("changing"), name);
    }
    assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#editor-event").size()));
  }

  @Test
  void anEmptyLibraryThatIsOnlyReadTakesNothingIn() {
    try (var elsewhere = Workbench.open(folder.resolve("library"), true, Progress.none());
        var screen = Screen.reading(folder.resolve("library"))) {
      var why = "This library can only be read: ";
      assertTrue(words(screen, ".toast .label").getFirst().startsWith(why));
      for (Runnable way :
          List.<Runnable>of(
              () -> screen.act(button(screen, "Choose files…")::fire),
              () -> screen.act(button(screen, "Choose a folder…")::fire),
              () -> screen.act(button(screen, "Paste text…")::fire),
              () -> screen.act(() -> screen.frame.choose(false)),
              () -> screen.act(() -> screen.frame.choose(true)),
              () -> screen.act(screen.frame::paste),
              () -> screen.press(KeyCode.O, false, true, false),
              () -> screen.press(KeyCode.V, false, true, false))) {
        screen.act(() -> screen.frame.lookupAll(".toast").forEach(Screen::remove));
        way.run();
        assertTrue(
            words(screen, ".toast .label").stream().anyMatch(words -> words.startsWith(why)),
            () -> words(screen, ".toast .label").toString());
      }
      screen.act(() -> screen.frame.go("Library"));
      assertTrue(button(screen, "Add files…").getStyleClass().contains("changing"));
      assertEquals(0, elsewhere.size());
      screen.act(() -> screen.frame.go("Ingest"));
      screen.picture("first-run-only-read");
    }
  }

  /// What nobody waits for begins when a first search is answered.
  @Test
  void aSearchThatIsRefusedIsAnsweredToo() throws IOException {
    opened().close();
    var library = folder.resolve("library");
    try (var _ = Workbench.open(library, false, Progress.none())) {
      try (var files = Files.list(library.resolve("index"))) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      try (var screen = Screen.reading(library)) {
        assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".problem").size()));
        assertTrue(Screen.get(screen.frame::isAnswered));
      }
    }
  }

  private static Button button(Screen screen, String words) {
    return Screen.get(
        () ->
            screen.frame.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> Stream.of(b.getText(), b.getAccessibleText()).anyMatch(words::equals))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words)));
  }

  private static MouseEvent moved(Node node) {
    return new MouseEvent(
        node,
        node,
        MouseEvent.MOUSE_MOVED,
        2,
        2,
        2,
        2,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}
