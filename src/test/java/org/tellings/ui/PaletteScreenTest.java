package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the palette offers, and what it does.
final class PaletteScreenTest extends OnThreeArticles {

  @Test
  void thePaletteGoesToAnArticleByAPartOfItsHeadline() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      TextField palette = screen.find("#palette");
      screen.act(() -> palette.setText("ferry"));
      ListView<?> offers =
          Screen.get(() -> (ListView<?>) screen.frame.lookup(".palette .list-view"));
      assertTrue(
          offers.getItems().toString().contains("The ferry"), () -> offers.getItems().toString());
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  private static List<String> offered(Screen screen) {
    return Screen.get(
        () ->
            ((ListView<?>) screen.frame.lookup(".palette .list-view"))
                .getItems().stream().map(Object::toString).toList());
  }

  private static void palette(Screen screen, String words) {
    TextField palette = screen.find("#palette");
    screen.act(() -> palette.setText(words));
  }

  @Test
  void onlyARowOfThePaletteIsClickedNotItsHeading() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ferry");
      click(screen, screen.find(".palette .section"), false);
      click(screen, screen.find(".palette .list-view"), false);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      click(screen, screen.find(".palette .list-cell .row"), false);
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  @Test
  void aHintOfThePaletteDoesNothing() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, ":");
      assertEquals(1, offered(screen).size());
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
    }
  }

  @Test
  void aSpeakersNameOffersWhatTheySaid() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ortiz");
      var offered = offered(screen).toString();
      assertTrue(offered.contains("1 article, 1 quote"), offered);
      assertTrue(offered.contains("The bridge is safe,"), offered);
      assertEquals("Ortiz", words(screen, ".palette .label.found").getFirst());
      palette(screen, "#");
      assertTrue(offered(screen).stream().noneMatch(o -> o.contains("Articles")));
    }
  }

  @Test
  void thePaletteKeepsItsRowsUntilTheAnswerComesAndEnterWaitsForIt() throws IOException {
    opened().close();
    var later = new ArrayDeque<Runnable>();
    var hold = new AtomicBoolean();
    try (var screen =
        Screen.on(
            folder.resolve("library"),
            work -> {
              if (hold.get()) {
                later.add(work);
              } else {
                work.run();
              }
            })) {
      screen.press(KeyCode.K, false, true, false);
      var before = offered(screen);
      hold.set(true);
      palette(screen, "ferry");
      assertEquals(before, offered(screen));
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      hold.set(false);
      screen.act(() -> later.forEach(Runnable::run));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }
}
