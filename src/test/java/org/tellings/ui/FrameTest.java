package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.State;
import org.tellings.ui.kit.Tasks;
import org.tellings.workbench.WorkbenchException;

/// What stands around a view: the keys that work, what was done last, what failed, where the
/// keyboard goes on.
final class FrameTest {

  private static final String TEXT =
      """
      ---
      title: The bridge
      outlet: Harbour Test
      date: 2025-03-04
      ---
      “The bridge is safe,” said Ada Ortiz, the city engineer.

      “Nobody asked the ferrymen,” said Jonas Mazur. Repairs cost $4 million.
      """;

  @TempDir Path folder;
  private Path article;

  @BeforeEach
  void write() throws IOException {
    article = Files.writeString(folder.resolve("bridge.md"), TEXT);
  }

  private Screen opened() {
    var screen = Screen.on(folder.resolve("library"));
    screen.act(() -> screen.frame.add(List.of(article)));
    screen.act(() -> screen.frame.open(id(screen), Optional.empty()));
    for (var code : List.of(KeyCode.C, KeyCode.F, KeyCode.D)) {
      screen.press(code, false, false, true); // only quotes are shown
    }
    screen.press(KeyCode.K);
    screen.press(KeyCode.K);
    return screen;
  }

  private static ArticleId id(Screen screen) {
    return screen.workbench().articles().getFirst().id();
  }

  private static List<State> states(Screen screen) {
    return screen.workbench().findings(id(screen)).stream()
        .filter(k -> k.finding().kind() == Kind.QUOTE)
        .map(Kept::state)
        .toList();
  }

  private static List<String> words(Screen screen, String selector) {
    return Screen.get(
        () -> screen.frame.lookupAll(selector).stream().map(n -> ((Label) n).getText()).toList());
  }

  private static List<String> bar(Screen screen) {
    return words(screen, ".status-bar .label");
  }

  private static <T extends ButtonBase> T button(Screen screen, Class<T> type, String words) {
    return Screen.get(
        () ->
            Stream.of(".button", ".toggle-button")
                .flatMap(kind -> screen.frame.lookupAll(kind).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(
                    b ->
                        Stream.of(b.getText(), b.getAccessibleText())
                            .anyMatch(w -> words.equals(w)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words)));
  }

  private static void click(Screen screen, Node node) {
    screen.act(
        () -> {
          for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(
                node,
                new MouseEvent(
                    type,
                    2,
                    2,
                    2,
                    2,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    type == MouseEvent.MOUSE_PRESSED,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null));
          }
        });
  }

  @Test
  void anOpenEditorHasTheStatusBarForItself() {
    try (var screen = opened()) {
      assertTrue(bar(screen).containsAll(List.of("Confirm", "Reject")), bar(screen)::toString);
      screen.press(KeyCode.E);
      assertTrue(
          bar(screen).containsAll(List.of("Save as corrected", "Leave unchanged")),
          bar(screen)::toString);
      assertFalse(bar(screen).contains("Confirm"), bar(screen)::toString);
      screen.press(KeyCode.ESCAPE);
      assertTrue(bar(screen).contains("Confirm"), bar(screen)::toString);
    }
  }

  @Test
  void thePaletteHasTheStatusBarForItself() {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      assertTrue(bar(screen).containsAll(List.of("Open", "Close")), bar(screen)::toString);
      assertFalse(bar(screen).contains("Confirm"), bar(screen)::toString);
      screen.press(KeyCode.ESCAPE);
      assertTrue(bar(screen).contains("Confirm"), bar(screen)::toString);
    }
  }

  @Test
  void inTheSearchFieldNoKeyIsListedThatIsTyped() {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Library"));
      screen.press(KeyCode.SLASH);
      TextField query = screen.find("#query");
      assertTrue(Screen.get(query::isFocused));
      assertEquals(
          List.of(),
          bar(screen).stream().filter(List.of("J", "K", "Enter", "C", "Esc")::contains).toList());
    }
  }

  @Test
  void whatAClickChangesTheStatusBarShows() {
    try (var screen = opened()) {
      ToggleButton details = button(screen, ToggleButton.class, "Unreviewed only");
      screen.act(details::requestFocus);
      assertFalse(bar(screen).contains("Confirm"), "Enter is the button's");
      click(screen, details);
      assertTrue(bar(screen).contains("Confirm"), bar(screen)::toString);
    }
  }

  @Test
  void afterAClickInTheToolbarEnterConfirms() {
    try (var screen = opened()) {
      ToggleButton unreviewed = button(screen, ToggleButton.class, "Unreviewed only");
      click(screen, unreviewed);
      assertTrue(Screen.get(unreviewed::isSelected));
      screen.press(KeyCode.J);
      screen.press(KeyCode.ENTER);
      assertTrue(Screen.get(unreviewed::isSelected), "Enter was the button's");
      assertEquals(1, states(screen).stream().filter(State.CONFIRMED::equals).count());
    }
  }

  @Test
  void afterALetterEnterIsTheViewsNotTheButtons() {
    try (var screen = opened()) {
      ToggleButton unreviewed = button(screen, ToggleButton.class, "Unreviewed only");
      screen.act(unreviewed::requestFocus);
      screen.press(KeyCode.K);
      screen.press(KeyCode.ENTER);
      assertFalse(Screen.get(unreviewed::isSelected));
      assertEquals(List.of(State.CONFIRMED, State.MACHINE), states(screen));
    }
  }

  @Test
  void afterTheButtonConfirmEnterConfirmsTheNext() {
    try (var screen = opened()) {
      Button confirm = button(screen, Button.class, "Confirm");
      screen.act(confirm::requestFocus);
      screen.act(confirm::fire);
      screen.press(KeyCode.ENTER);
      assertEquals(List.of(State.CONFIRMED, State.CONFIRMED), states(screen));
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  @Test
  void whatWasDoneStandsInTheStatusBarWithUndoUntilOneGoesElsewhere() {
    try (var screen = opened()) {
      screen.press(KeyCode.ENTER);
      assertEquals(List.of("Confirmed quote 1"), words(screen, ".status-bar .done"));
      Button undo = screen.find("#take-back");
      assertEquals("Undo: Confirmed quote 1", Screen.get(undo::getAccessibleText));
      screen.act(undo::fire);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
      screen.press(KeyCode.E);
      assertFalse(bar(screen).contains("Z"), "the editor keeps Ctrl Z");
      screen.press(KeyCode.ESCAPE);
      Button redo = screen.find("#take-back");
      assertEquals("Redo", Screen.get(redo::getText));
      screen.press(KeyCode.X);
      screen.act(() -> screen.frame.go("Library"));
      assertEquals(List.of(), words(screen, ".status-bar .done"));
      screen.act(() -> screen.frame.open(id(screen), Optional.empty()));
      assertEquals(List.of(), words(screen, ".status-bar .done"));
    }
  }

  @Test
  void aFailureStandsInPlaceUntilItIsClosedAndItsDetailsCanBeCopied() {
    try (var screen = opened()) {
      screen.act(
          () -> screen.frame.failed(new WorkbenchException("cannot write into the library")));
      assertTrue(words(screen, ".problem .label").contains("Cannot write into the library"));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".toast").size()));
      screen.act(button(screen, Button.class, "Copy details")::fire);
      assertTrue(
          Screen.get(() -> Clipboard.getSystemClipboard().getString())
              .contains("cannot write into the library"));
      screen.act(button(screen, Button.class, "Close the problem")::fire);
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".problem").size()));
    }
  }

  @Test
  void filesThatComeWhileFilesGoInFollowAndTheJobShowsInEveryView() throws IOException {
    var second = Files.writeString(folder.resolve("ferry.md"), TEXT.replace("bridge", "ferry"));
    var waiting = new ArrayDeque<Runnable>();
    var tasks = new Tasks(waiting::add, Runnable::run, Runnable::run);
    try (var screen = Screen.on(folder.resolve("library"), tasks)) {
      screen.act(() -> work(waiting));
      screen.act(() -> screen.frame.add(List.of(article)));
      screen.act(() -> screen.frame.add(List.of(second)));
      screen.act(() -> screen.frame.go("Library"));
      Button job = screen.find("#job");
      assertEquals("Files are going in", Screen.get(job::getText));
      screen.act(job::fire);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll("#ledger").size()));
      screen.act(() -> work(waiting));
      assertEquals(2, screen.workbench().size());
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#job").size()));
    }
  }

  @Test
  void whichArticlesAreNearIdenticalIsNotInTheWayOfTheList() throws IOException {
    var shared =
        """

        The harbour council met for four hours on Tuesday evening before it agreed to close both
        lanes until the autumn. Engineers had found eleven cracks below the northern arch, none of
        them wider than a coin, and asked for another month to look at the piers under water. Shops
        on the island said they had been told nothing and would send their bills to the town hall.
        """;
    var first = Files.writeString(folder.resolve("first.md"), TEXT + shared);
    var second =
        Files.writeString(
            folder.resolve("second.md"), TEXT.replace("$4 million", "$5 million") + shared);
    var later = new ArrayDeque<Runnable>();
    var tasks = new Tasks(Runnable::run, Runnable::run, Runnable::run, later::add);
    try (var screen = Screen.on(folder.resolve("library"), tasks)) {
      screen.act(() -> screen.frame.add(List.of(first, second)));
      screen.act(() -> screen.frame.go("Library"));
      ListView<?> results = screen.find("#results");
      assertEquals(2, Screen.get(() -> results.getItems().size()));
      assertFalse(later.isEmpty());
      screen.act(() -> work(later));
      assertEquals(1, Screen.get(() -> results.getItems().size()));
    }
  }

  private static void work(Deque<Runnable> waiting) {
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      one.run();
    }
  }

  @Test
  void lettersAreSwitchedOffFromThePaletteAndStaySoInTheLibrary() {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      TextField palette = screen.find("#palette");
      screen.act(() -> palette.setText(">single"));
      screen.press(KeyCode.ENTER);
      assertFalse(bar(screen).contains("Reject"), bar(screen)::toString);
      assertTrue(bar(screen).contains("Confirm"), bar(screen)::toString);
      screen.press(KeyCode.X);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.open(id(screen), Optional.empty()));
      screen.press(KeyCode.X);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
      assertFalse(bar(screen).contains("Next"), bar(screen)::toString);
    }
  }

  @Test
  void copiedFilesArePasted() {
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(
          () -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(article.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
          });
      screen.press(KeyCode.V, false, true, false);
      assertEquals(1, screen.workbench().size());
    }
  }

  @Test
  void withoutArticlesThereIsNothingToGoToAndNothingToReview() {
    try (var screen = Screen.on(folder.resolve("library"))) {
      ToggleButton library = button(screen, ToggleButton.class, "Library");
      ToggleButton ingest = button(screen, ToggleButton.class, "Ingest");
      Button meter = screen.find(".meter-button");
      assertTrue(Screen.get(library::isDisabled));
      assertFalse(Screen.get(ingest::isDisabled));
      assertFalse(Screen.get(meter::isVisible));
      assertTrue(words(screen, ".top-bar .title").contains("No articles yet"));
      screen.act(() -> screen.frame.add(List.of(article)));
      assertFalse(Screen.get(library::isDisabled));
      assertTrue(Screen.get(meter::isVisible));
      assertTrue(words(screen, ".top-bar .title").contains("library"));
    }
  }

  private static void narrow(Screen screen) {
    screen.act(
        () -> {
          var window = (Region) screen.frame.getParent();
          window.setPrefSize(1200, 860);
          window.resize(1200, 860);
        });
  }

  private static int inspectors(Screen screen) {
    return Screen.get(() -> screen.frame.lookupAll(".inspector").size());
  }

  @Test
  void inANarrowWindowTheInspectorIsADrawerOverTheText() {
    try (var screen = opened()) {
      narrow(screen);
      assertEquals(0, inspectors(screen));
      Node text = screen.find(".styled-text-area");
      var width = Screen.get(() -> text.getLayoutBounds().getWidth());
      screen.press(KeyCode.I);
      Region inspector = screen.find(".inspector");
      assertEquals(344, Screen.get(inspector::getWidth));
      assertEquals(width, Screen.get(() -> text.getLayoutBounds().getWidth()));
      assertTrue(bar(screen).contains("Close the inspector"), bar(screen)::toString);
      screen.press(KeyCode.ESCAPE);
      assertEquals(0, inspectors(screen));
      screen.press(KeyCode.F6);
      Button confirm = button(screen, Button.class, "Confirm");
      assertTrue(Screen.get(confirm::isFocused));
    }
  }

  @Test
  void inANarrowWindowTheClaimIsADrawerOverTheMatrix() {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Claims"));
      assertEquals(1, inspectors(screen));
      narrow(screen);
      assertEquals(0, inspectors(screen));
      Region matrix = screen.find("#matrix");
      var width = Screen.get(matrix::getWidth);
      screen.press(KeyCode.I);
      Region inspector = screen.find(".inspector");
      assertEquals(344, Screen.get(inspector::getWidth));
      assertEquals(width, Screen.get(matrix::getWidth));
      assertTrue(bar(screen).contains("Close the inspector"), bar(screen)::toString);
      screen.press(KeyCode.ESCAPE);
      assertEquals(0, inspectors(screen));
    }
  }

  @Test
  void inAnEmptyLibraryTheKeysOfTheViewsSayWhyTheyStay() {
    try (var screen = Screen.on(folder.resolve("library"))) {
      for (var code : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT5, KeyCode.F)) {
        screen.press(code, false, true, false);
        assertTrue(
            words(screen, ".label").stream().anyMatch(w -> w.startsWith("There is nothing to see")),
            code::toString);
        assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".drop-zone").size()));
      }
    }
  }

  @Test
  void thePaletteGoesToAParagraphOfWhatIsRead() {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      TextField palette = screen.find("#palette");
      screen.act(() -> palette.setText(":9"));
      assertTrue(
          words(screen, ".palette .label").stream().anyMatch(w -> w.startsWith("No article with")));
      screen.act(() -> palette.setText(":2"));
      assertTrue(words(screen, ".palette .label").contains("Paragraph 2"));
      screen.press(KeyCode.ENTER);
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
    }
  }

  @Test
  void nextPaneReachesTheFilters() {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Library"));
      var reached = false;
      for (var n = 0; n < 6 && !reached; n++) {
        screen.press(KeyCode.F6);
        reached = Screen.get(() -> screen.frame.getScene().getFocusOwner() instanceof CheckBox);
      }
      assertTrue(reached);
    }
  }

  @Test
  void aDividerStaysWhereItWasDragged() {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Quotes"));
      SplitPane quotes = split(screen);
      screen.act(() -> quotes.setDividerPositions(0.5));
      click(screen, Screen.get(() -> quotes.lookup(".split-pane-divider")));
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.go("Quotes"));
      SplitPane quotes = split(screen);
      assertEquals(0.5, Screen.get(() -> quotes.getDividerPositions()[0]), 0.01);
    }
  }

  private static SplitPane split(Screen screen) {
    return screen.find(".split-pane");
  }
}
