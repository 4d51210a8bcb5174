package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// The whole window as `open` makes it, with its own threads.
final class AppTest extends OnThreeArticles {

  private static Stage stage() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(stage -> stage.getTitle() != null && stage.getTitle().contains("Tellings"))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Button> button(String words) {
    return stage().getScene().getRoot().lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(words))
        .findFirst();
  }

  /// Waits, frame by frame, until the window is as wanted.
  private static void until(Screen screen, String what, Predicate<Stage> wanted) {
    for (var i = 0; i < 2_000; i++) {
      if (Screen.get(() -> wanted.test(stage()))) {
        return;
      }
      screen.settle();
    }
    throw new AssertionError("it never came: " + what);
  }

  @Test
  void aLibraryThatIsOpenElsewhereIsOpenedToBeRead() throws IOException {
    opened().close();
    var library = folder.resolve("library");
    try (var _ = Workbench.open(library, false, Progress.none());
        var screen = Screen.on(folder.resolve("another"))) {
      var app = Screen.get(() -> App.begin(App.Opening.of(library)));
      try {
        until(screen, "the way to read it", _ -> button("Open it to read").isPresent());
        var said =
            Screen.get(
                () ->
                    stage().getScene().getRoot().lookupAll(".label").stream()
                        .map(Label.class::cast)
                        .map(Label::getText)
                        .toList());
        assertTrue(said.stream().anyMatch(words -> words.contains("open")), said.toString());
        assertTrue(Screen.get(() -> button("Try again").isPresent()));
        screen.act(() -> button("Open it to read").orElseThrow().fire());
        until(
            screen,
            "the library",
            stage -> stage.getTitle().equals("library (only to read) – Tellings"));
        until(
            screen,
            "its articles",
            stage -> {
              Node results = stage.getScene().getRoot().lookup("#results");
              return results instanceof javafx.scene.control.ListView<?> list
                  && list.getItems().size() == 3;
            });
      } finally {
        screen.act(() -> stage().close());
        app.finish();
      }
    }
  }

  @Test
  void whenItIsFreeAgainItIsTriedAgainAndMayBeChanged() throws IOException {
    opened().close();
    var library = folder.resolve("library");
    try (var screen = Screen.on(folder.resolve("another"))) {
      App app;
      try (var _ = Workbench.open(library, false, Progress.none())) {
        app = Screen.get(() -> App.begin(App.Opening.of(library)));
        until(screen, "the way to try again", _ -> button("Try again").isPresent());
      }
      screen.act(() -> button("Try again").orElseThrow().fire());
      until(screen, "the library", stage -> stage.getTitle().equals("library – Tellings"));
      assertEquals(Optional.empty(), Screen.get(() -> button("Open it to read")));
      screen.act(() -> stage().close());
      app.finish();
    }
  }
}
