package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;

/// Visits every screen in both themes, leaves a picture of each in `target/screens`, and looks each
/// over.
final class ScreenWalkTest {

  private static final List<String> FILES =
      List.of(
          "meridian_2025-01-29_openai-evidence.html",
          "harbor-post_sacks.md",
          "northern-tidings_2025-01-29_reviewing.html");

  @TempDir Path folder;

  @Test
  void everyScreenInBothThemes() throws IOException {
    // the settings' picture shows where the library is
    System.setProperty("user.home", folder.toString());
    try (var screen = Screen.on(folder.resolve("OpenAI and DeepSeek"))) {
      for (var dark : List.of(false, true)) {
        screen.theme(dark);
        picture(screen, "first-run", dark);
      }
      screen.act(() -> screen.frame.add(List.of(Path.of("sample-articles"))));
      for (var dark : List.of(false, true)) {
        screen.theme(dark);
        screen.act(() -> screen.frame.go("Ingest"));
        picture(screen, "ingest", dark);
        screen.act(() -> screen.frame.search("quote:\"distilled\" before:2025-03-01"));
        picture(screen, "library", dark);
        javafx.scene.control.TextField query = screen.find("#query");
        screen.act(query::requestFocus);
        screen.act(() -> query.setText("speaker:"));
        screen.act(query::end);
        picture(screen, "suggestions", dark);
        screen.press(KeyCode.ESCAPE);
        screen.act(query::clear);
        screen.act(screen.find("#results")::requestFocus);
        screen.press(KeyCode.J, true, false, false);
        screen.press(KeyCode.J, true, false, false);
        picture(screen, "several", dark);
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.K);
        screen.press(KeyCode.K);
        screen.act(screen.find("#results")::requestFocus);
        screen.press(KeyCode.ENTER);
        screen.press(KeyCode.J);
        screen.press(KeyCode.ENTER);
        screen.press(KeyCode.X);
        screen.press(KeyCode.K);
        picture(screen, "reader", dark);
        screen.press(KeyCode.E);
        picture(screen, "reader-correct", dark);
        screen.press(KeyCode.ESCAPE);
        screen.act(() -> screen.frame.details(screen.workbench().articles().getFirst().id()));
        picture(screen, "details", dark);
        screen.act(() -> screen.frame.open(leftOut(screen), Optional.empty()));
        screen.act(() -> ((ToggleButton) lookup(screen, "#left-out-shown")).setSelected(true));
        picture(screen, "left-out", dark);
        screen.press(KeyCode.P);
        picture(screen, "put-back", dark);
        screen.press(KeyCode.Z, false, true, false);
        screen.press(KeyCode.LEFT, false, false, true);
        for (var name : List.of("Quotes", "Claims", "Figures", "Timeline")) {
          screen.act(() -> screen.frame.go(name));
          if (!name.equals("Timeline")) {
            screen.press(KeyCode.J);
          }
          picture(screen, name.toLowerCase(java.util.Locale.ROOT), dark);
        }
        screen.act(() -> screen.frame.go("Names"));
        picture(screen, "names", dark);
        screen.press(KeyCode.DIGIT2);
        picture(screen, "misnamings", dark);
        screen.press(KeyCode.DIGIT3);
        picture(screen, "unnamed", dark);
        screen.press(KeyCode.DIGIT4);
        screen.press(KeyCode.J);
        picture(screen, "outlets", dark);
        screen.press(KeyCode.DIGIT3);
        screen.press(KeyCode.T, true, true, false);
        picture(screen, "names-table", dark);
        screen.press(KeyCode.T, true, true, false);
        screen.act(
            () ->
                ((javafx.scene.control.TextField) lookup(screen, "#names-filter"))
                    .setText("nobody called so"));
        picture(screen, "names-none", dark);
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.DIGIT1);
        screen.press(KeyCode.O);
        picture(screen, "names-opened", dark);
        screen.act(() -> screen.frame.go("Timeline"));
        screen.act(() -> screen.workbench().takeIn(Path.of("sample-articles/decisions.pack")));
        screen.act(screen.frame::changed);
        screen.press(KeyCode.R);
        screen.act(() -> ((ListView<?>) lookup(screen, "#pages")).getSelectionModel().select(13));
        picture(screen, "reading", dark);
        screen.press(KeyCode.D);
        picture(screen, "term", dark);
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.ESCAPE);
        screen.act(screen.workbench()::undo);
        screen.act(screen.frame::changed);
        screen.press(KeyCode.R);
        picture(screen, "reading-empty", dark);
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.T, true, true, false);
        picture(screen, "timeline-table", dark);
        screen.press(KeyCode.T, true, true, false);
        coding(screen, dark);
        if (!dark) {
          screen.act(() -> compared(screen).forEach(screen.frame::compare));
        }
        screen.act(() -> screen.frame.go("Compare"));
        screen.press(KeyCode.J);
        picture(screen, "compare", dark);
        screen.press(KeyCode.K, false, true, false);
        screen.act(
            () -> ((javafx.scene.control.TextField) lookup(screen, "#palette")).setText("sacks"));
        picture(screen, "palette", dark);
        screen.press(KeyCode.ESCAPE);
        screen.act(() -> screen.frame.go("Settings"));
        picture(screen, "settings", dark);
        screen.press(KeyCode.F1);
        picture(screen, "keys", dark);
        screen.press(KeyCode.ESCAPE);
      }
    }
  }

  private static void coding(Screen screen, boolean dark) throws IOException {
    screen.act(() -> screen.frame.go("Coding"));
    if (!dark) {
      picture(screen, "coding-empty", false);
      screen.act(() -> Coders.code(screen.workbench()));
      screen.act(screen.frame::changed);
    }
    picture(screen, "coding", dark);
    screen.press(KeyCode.S);
    picture(screen, "coding-settle", dark);
    screen.press(KeyCode.ESCAPE);
    screen.press(KeyCode.T);
    screen.press(KeyCode.RIGHT, true, false, false);
    picture(screen, "coding-text", dark);
    screen.press(KeyCode.ESCAPE);
    screen.press(KeyCode.E);
    picture(screen, "coding-meaning", dark);
    screen.press(KeyCode.ESCAPE);
    screen.press(KeyCode.T, true, true, false);
    picture(screen, "coding-table", dark);
    screen.press(KeyCode.T, true, true, false);
  }

  @Test
  void everyScreenInALargerInterface() throws IOException {
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(
          () -> screen.frame.add(FILES.stream().map(Path.of("sample-articles")::resolve).toList()));
      screen.act(() -> compared(screen).forEach(screen.frame::compare));
      screen.act(() -> screen.frame.open(compared(screen).getFirst(), Optional.empty()));
      screen.act(() -> screen.frame.go("Settings"));
      for (var step = 0; step < 3; step++) {
        screen.act(((javafx.scene.control.Button) lookup(screen, "#interface-larger"))::fire);
      }
      // as large as a window of this size has room for
      assertEquals(1.25, Screen.get(() -> ((Zoom) screen.frame.getParent()).factor()), 0.001);
      for (var dark : List.of(false, true)) {
        screen.theme(dark);
        for (var name :
            List.of(
                "Settings",
                "Library",
                "Reader",
                "Compare",
                "Quotes",
                "Claims",
                "Figures",
                "Names",
                "Timeline",
                "Coding",
                "Ingest")) {
          screen.act(() -> screen.frame.go(name));
          picture(screen, name.toLowerCase(java.util.Locale.ROOT) + "-larger", dark);
        }
        screen.press(KeyCode.K, false, true, false);
        screen.act(
            () -> ((javafx.scene.control.TextField) lookup(screen, "#palette")).setText("sacks"));
        picture(screen, "palette-larger", dark);
        screen.press(KeyCode.ESCAPE);
      }
    }
  }

  /// The article of which most parts were left out.
  private static ArticleId leftOut(Screen screen) {
    return screen.workbench().articles().stream()
        .map(summary -> screen.workbench().article(summary.id()).orElseThrow())
        .max(Comparator.comparingInt(article -> article.removed().size()))
        .map(Article::id)
        .orElseThrow();
  }

  /// Three articles of one day on one story.
  private static List<ArticleId> compared(Screen screen) {
    return FILES.stream().map(file -> screen.workbench().resolve(file).orElseThrow()).toList();
  }

  private static javafx.scene.Node lookup(Screen screen, String selector) {
    return Optional.ofNullable(screen.frame.lookup(selector))
        .orElseThrow(() -> new AssertionError(selector));
  }

  private static void picture(Screen screen, String name, boolean dark) throws IOException {
    var file = screen.picture(name + (dark ? "-dark" : ""));
    assertTrue(Files.size(file) > 10_000, file + " is empty");
    assertEquals(
        List.of(), Screen.get(() -> Names.missing(screen.frame)), "without a name on " + name);
    assertEquals(
        List.of(),
        Screen.get(() -> Names.tooSmall(screen.frame)),
        "smaller than 24 by 24 on " + name);
    assertEquals(
        List.of(),
        Screen.get(() -> Names.cut(screen.frame)),
        "words cut short without a tooltip on " + name);
  }

  @Test
  void tabReachesTopBarRailAndView() throws IOException {
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.add(List.of(Path.of("sample-articles"))));
      screen.act(() -> screen.frame.go("Library"));
      var stops = Screen.get(() -> Names.stops(screen.frame));
      for (var wanted :
          List.of(
              "Go to, or run a command",
              "Library",
              "Reader",
              "Ingest",
              "Search the library",
              "Articles found",
              "Open in Reader")) {
        assertTrue(stops.contains(wanted), () -> wanted + " is not among " + stops);
      }
    }
  }
}
