package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the search field offers while one types.
final class SuggestionsTest extends OnThreeArticles {

  private static List<String> offered(Screen screen) {
    return Screen.get(
        () ->
            screen.frame.lookupAll("#suggestions .row").stream()
                .map(Node::getAccessibleText)
                .toList());
  }

  private static void typed(Screen screen, String words) {
    TextField query = screen.find("#query");
    screen.act(query::requestFocus);
    screen.act(
        () -> {
          query.setText(words);
          query.end();
        });
  }

  @Test
  void theOutletsOfTheLibraryAreOfferedWithTheirArticles() throws IOException {
    try (var screen = opened()) {
      typed(screen, "outlet:");
      assertEquals(List.of("Harbour Test, 2 articles", "Island Test, 1 article"), offered(screen));
      typed(screen, "outlet:isl");
      assertEquals(List.of("Island Test, 1 article"), offered(screen));
      assertTrue(words(screen, ".status-bar .label").contains("Take"));
      screen.press(KeyCode.TAB);
      assertEquals(List.of("outlet:", "Island Test"), words(screen, ".chip .label"));
      assertEquals(1, found(screen));
      assertEquals(List.of(), offered(screen));
      assertTrue(screen.find("#query").isFocused());
    }
  }

  @Test
  void theArrowsAndEnterTakeOneAndASecondJoinsTheChip() throws IOException {
    try (var screen = opened()) {
      typed(screen, "speaker:");
      assertEquals(2, offered(screen).size());
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.UP);
      screen.press(KeyCode.ENTER);
      assertEquals(1, found(screen));
      typed(screen, "speaker:");
      assertEquals(1, offered(screen).size(), "the one in the chip is not offered again");
      screen.press(KeyCode.TAB);
      assertEquals(2, found(screen));
      assertEquals(2, words(screen, ".chip .label").size());
    }
  }

  @Test
  void aWordBegunOffersTheFieldsAndThenTheirValues() throws IOException {
    try (var screen = opened()) {
      typed(screen, "bridge sp");
      assertEquals(List.of("speaker:, who is quoted"), offered(screen));
      screen.press(KeyCode.TAB);
      TextField query = screen.find("#query");
      assertEquals("bridge speaker:", query.getText());
      assertEquals(2, offered(screen).size());
      screen.press(KeyCode.ESCAPE);
      assertEquals(List.of(), offered(screen));
      assertTrue(query.isFocused(), "the first Escape only closes the list");
      screen.press(KeyCode.ESCAPE);
      assertFalse(query.isFocused());
    }
  }

  @Test
  void whatIsLeftOutAndMonthsAreOfferedToo() throws IOException {
    try (var screen = opened()) {
      typed(screen, "-outlet:har");
      screen.press(KeyCode.TAB);
      assertEquals(1, found(screen));
      typed(screen, "on:");
      assertEquals(List.of("2025-03, 1 article"), offered(screen));
      screen.press(KeyCode.TAB);
      assertEquals(1, found(screen));
      assertEquals("", ((TextField) screen.find("#query")).getText());
    }
  }

  @Test
  void enterWithoutAChoiceDoesWhatItDid() throws IOException {
    try (var screen = opened()) {
      typed(screen, "outlet:Island");
      screen.press(KeyCode.ENTER);
      assertEquals(List.of("outlet:", "Island"), words(screen, ".chip .label"));
    }
  }

  @Test
  void aRowThatIsPressedIsTakenAndTheFieldKeepsTheKeyboard() throws IOException {
    try (var screen = opened()) {
      typed(screen, "outlet:isl");
      click(screen, screen.find("#suggestions .row"), false);
      assertEquals(List.of("outlet:", "Island Test"), words(screen, ".chip .label"));
      assertTrue(screen.find("#query").isFocused());
    }
  }

  @Test
  void theValuesAreCountedInTheBackground() throws IOException {
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
      hold.set(true);
      typed(screen, "outlet:");
      assertEquals(List.of(), offered(screen));
      hold.set(false);
      screen.act(() -> later.forEach(Runnable::run));
      assertEquals(2, offered(screen).size());
    }
  }
}
