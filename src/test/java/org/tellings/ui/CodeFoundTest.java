package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tellings.model.Code;
import org.tellings.ui.library.LibraryView;
import org.tellings.workbench.CodingDesk.Filter;

/// All that a search finds gets a code in one step, which is looked at first and undone in one.
final class CodeFoundTest extends OnThreeArticles {

  private static void ask(Screen screen) {
    var view =
        Screen.get(
            () ->
                screen.frame.lookupAll("*").stream()
                    .filter(LibraryView.class::isInstance)
                    .map(LibraryView.class::cast)
                    .findFirst()
                    .orElseThrow());
    screen.act(
        () ->
            view.commands().stream()
                .filter(c -> c.words().startsWith("Code all that"))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    screen.settle();
  }

  @Test
  void whatIsSeenIsCodedAndUndoneInOneStep() throws IOException {
    try (var screen = opened()) {
      screen.workbench().define(new Code("Place", 1));
      type(screen, "bridge");
      ask(screen);
      assertTrue(
          words(screen, ".label").contains("2 passages in 2 articles"),
          words(screen, ".label") + "");
      screen.pictures("code-found");
      assertEquals(0, screen.workbench().coding().list(Filter.ALL).size(), "nothing yet");
      screen.press(KeyCode.ENTER);
      assertNull(Screen.get(() -> screen.frame.lookup("#code-found-give")));
      assertEquals(2, screen.workbench().coding().list(Filter.ALL).size());
      ask(screen);
      assertTrue(words(screen, ".label").contains("0 passages in 0 articles"));
      Button give = screen.find("#code-found-give");
      assertTrue(Screen.get(give::isDisabled), "nothing is coded twice");
      screen.press(KeyCode.ESCAPE);
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(0, screen.workbench().coding().list(Filter.ALL).size(), "one step");
    }
  }

  @Test
  void withoutACodeItSaysWhereOneIsMade() throws IOException {
    try (var screen = opened()) {
      type(screen, "bridge");
      ask(screen);
      assertTrue(
          words(screen, ".label").stream().anyMatch(w -> w.startsWith("There is no code yet")));
    }
  }
}
