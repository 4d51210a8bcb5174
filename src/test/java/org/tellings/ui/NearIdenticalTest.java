package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Articles that are nearly the same text fold under the first of them that the list shows.
final class NearIdenticalTest extends OnThreeArticles {

  private static final String SAME =
      "The harbour council met on Tuesday evening to hear what the engineers had found under"
          + " the old ferry pier, and after three hours of questions it agreed to close the"
          + " pier for the winter while divers look at the piles. The ferry will leave from the"
          + " coal quay until April, the council said in a notice pinned to the ticket office"
          + " door, and the fare stays as it is. Nobody could say what the work will cost.";

  private Screen withCopies() throws IOException {
    article("wire.md", "Pier to close", "Harbour Wire", SAME);
    article("daily.md", "Old pier closes", "Morning Test", SAME + " The mayor was away.");
    article("noon.md", "Pier closed", "Noon Test", SAME + " It rained all that day.");
    return opened();
  }

  private static List<String> headlines(Screen screen) {
    return Screen.get(
        () ->
            screen.frame.lookupAll(".result .headline").stream()
                .map(Label.class::cast)
                .sorted(java.util.Comparator.comparingDouble(one -> one.localToScene(0, 0).getY()))
                .map(Label::getText)
                .toList());
  }

  @Test
  void theyFoldUnderTheFirstAndUnfoldByKeyAndClick() throws IOException {
    try (var screen = withCopies()) {
      type(screen, "pier");
      assertEquals(1, found(screen));
      assertTrue(words(screen, ".strong").contains("3 articles"));
      assertTrue(
          words(screen, ".muted").stream().anyMatch(w -> w.endsWith("· 2 folded")),
          () -> words(screen, ".muted").toString());
      var first = headlines(screen).getFirst();
      Button near = screen.find(".near");
      assertEquals("2 near-identical", Screen.get(near::getText));
      screen.act(screen.find("#results")::requestFocus);
      screen.press(KeyCode.F);
      assertEquals(3, found(screen));
      assertEquals(first, headlines(screen).getFirst());
      assertEquals(2, Screen.get(() -> screen.frame.lookupAll(".result.under").size()));
      screen.press(KeyCode.J);
      screen.press(KeyCode.J);
      screen.press(KeyCode.F);
      assertEquals(1, found(screen));
      assertEquals(List.of(first), headlines(screen));
      screen.act(((Button) screen.find(".near"))::fire);
      assertEquals(3, found(screen));
      type(screen, "");
      assertEquals(6, found(screen));
      screen.act(((Button) screen.find(".near"))::fire);
      assertEquals(4, found(screen));
    }
  }

  @Test
  void anotherOrderFoldsUnderAnotherFirst() throws IOException {
    article("late.md", "Much later", "Late Test", SAME + " That was in the spring.");
    java.nio.file.Files.writeString(
        folder.resolve("in").resolve("late.md"),
        java.nio.file.Files.readString(folder.resolve("in").resolve("late.md"))
            .replace("2025-03-04", "2025-06-01"));
    try (var screen = withCopies()) {
      type(screen, "pier");
      for (var order : List.of("Newest first", "Oldest first")) {
        MenuButton menu = screen.find(".menu-button.small");
        screen.act(
            () ->
                menu.getItems().stream()
                    .filter(item -> item.getText().equals(order))
                    .forEach(item -> item.fire()));
        assertEquals(1, found(screen));
        assertEquals(
            order.equals("Newest first"), headlines(screen).getFirst().equals("Much later"));
      }
    }
  }

  @Test
  void whatWasNotFoundIsLedTo() throws IOException {
    try (var screen = withCopies()) {
      type(screen, "mayor");
      assertEquals(1, found(screen));
      MenuButton copies = screen.find(".copies");
      assertEquals("3 copies", Screen.get(copies::getText));
      screen.act(() -> copies.getItems().getFirst().fire());
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }
}
