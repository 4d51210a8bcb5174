package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tellings.model.State;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.KeyMap;

/// A key that is changed acts at once, stands wherever keys are told of, and is there at the next
/// start.
final class KeyChangeTest extends OnThreeArticles {

  private static final String REJECT = "#key-Reader-X";

  private static Screen reader(Screen screen) {
    var bridge =
        screen.workbench().articles().stream()
            .filter(a -> a.file().endsWith("one.md"))
            .findFirst()
            .orElseThrow();
    screen.act(() -> screen.frame.open(bridge.id(), Optional.empty()));
    screen.press(KeyCode.N);
    return screen;
  }

  private static Button asking(Screen screen, String button) {
    screen.press(KeyCode.F1);
    screen.settle();
    Button change = screen.find(button);
    screen.act(change::fire);
    return change;
  }

  private static long rejected(Screen screen) {
    return screen.workbench().articles().stream()
        .flatMap(a -> screen.workbench().findings(a.id()).stream())
        .filter(k -> k.state() == State.REJECTED)
        .count();
  }

  @Test
  void aChangedKeyActsIsToldOfAndStays() throws IOException {
    try (var screen = reader(opened())) {
      asking(screen, REJECT);
      screen.press(KeyCode.Y, true, false, false);
      assertTrue(words(screen, ".keys-sheet .key").contains("Y"));
      screen.press(KeyCode.ESCAPE);
      assertNull(Screen.get(() -> screen.frame.lookup(".keys-sheet")));
      screen.press(KeyCode.X);
      assertEquals(0, rejected(screen), "the usual key does nothing now");
      screen.press(KeyCode.Y, true, false, false);
      assertEquals(1, rejected(screen));
    }
    try (var screen = reader(Screen.on(folder.resolve("library")))) {
      screen.press(KeyCode.Y, true, false, false);
      assertEquals(2, rejected(screen), "the next one");
      screen.press(KeyCode.F1);
      screen.settle();
      Button usual = screen.find("#keys-usual");
      assertFalse(Screen.get(usual::isDisabled));
      screen.act(usual::fire);
      assertEquals(Optional.of(""), screen.workbench().setting("keys"));
    }
  }

  @Test
  void aKeyThatIsTakenIsRefusedInWords() throws IOException {
    try (var screen = reader(opened())) {
      var change = asking(screen, REJECT);
      screen.press(KeyCode.J);
      assertTrue(Screen.get(change::getText).startsWith("That is “"), Screen.get(change::getText));
      screen.press(KeyCode.K, false, true, false);
      assertTrue(
          Screen.get(change::getText).contains("Go to, or run a command"),
          Screen.get(change::getText));
      screen.press(KeyCode.ESCAPE);
      assertNotNull(Screen.get(() -> screen.frame.lookup(".keys-sheet")), "the sheet stays");
      assertEquals(Optional.empty(), screen.workbench().setting("keys"));
      screen.press(KeyCode.ESCAPE);
      assertNull(Screen.get(() -> screen.frame.lookup(".keys-sheet")));
    }
  }

  @Test
  void aKeyOfEveryViewIsNoneThatAnyViewHas() throws IOException {
    try (var screen = reader(opened())) {
      var change = asking(screen, "#key-Everywhere-Shortcut-K");
      screen.press(KeyCode.F3);
      assertTrue(Screen.get(change::getText).contains("Library"), Screen.get(change::getText));
      screen.press(KeyCode.Z);
      assertTrue(Screen.get(change::getText).contains("Timeline"), Screen.get(change::getText));
      screen.press(KeyCode.F11);
      assertEquals(Optional.of("Everywhere\tShortcut+K\tF11"), screen.workbench().setting("keys"));
    }
  }

  @Test
  void aKeyThatIsChangedInAnotherViewIsTakenThere() throws IOException {
    try (var screen = opened()) {
      screen.workbench().setting("keys", "Timeline\tZ\tF11");
    }
    try (var screen = reader(Screen.on(folder.resolve("library")))) {
      var change = asking(screen, "#key-Everywhere-Shortcut-K");
      screen.press(KeyCode.F11);
      assertTrue(Screen.get(change::getText).contains("Timeline"), Screen.get(change::getText));
      screen.press(KeyCode.Z);
      assertEquals(
          Optional.of("Everywhere\tShortcut+K\tZ\nTimeline\tZ\tF11"),
          screen.workbench().setting("keys"));
    }
  }

  @Test
  void aKeyCanBeTakenAwayAndComeBack() throws IOException {
    try (var screen = reader(opened())) {
      asking(screen, REJECT);
      screen.press(KeyCode.BACK_SPACE);
      assertTrue(words(screen, ".keys-sheet .label").contains("no key"));
      screen.press(KeyCode.ESCAPE);
      screen.press(KeyCode.X);
      assertEquals(0, rejected(screen));
      asking(screen, REJECT);
      screen.press(KeyCode.X);
      screen.press(KeyCode.ESCAPE);
      screen.press(KeyCode.X);
      assertEquals(1, rejected(screen));
    }
  }

  @Test
  void whatIsNoKeyIsNotReadAndAllElseComesBackAsItWas() {
    var map = new KeyMap();
    map.read(
        "Quotes\tX\tShift+Y\nQuotes\tE\nQuotes\tE\tNonsense\nTimeline\tF\t\nReader\tQ\tHyper+Q");
    assertEquals("Quotes\tX\tShift+Y\nTimeline\tF\t", map.written());
    var command = new Command("X Delete", "Reject", true, () -> {});
    assertEquals("Shift+Y Delete", map.in("Quotes", command).key());
    assertEquals("X Delete", map.in("Figures", command).key());
    assertEquals("", map.in("Timeline", new Command("F", "", true, () -> {})).key());
    map.set("Quotes", "X", "X");
    assertEquals("Timeline\tF\t", map.written());
  }
}
