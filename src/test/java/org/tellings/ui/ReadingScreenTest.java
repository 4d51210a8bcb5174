package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Reading mode by keyboard and mouse, on the sample articles with their decisions.
final class ReadingScreenTest {

  private static final Path SAMPLES = Path.of("sample-articles");

  @TempDir Path folder;

  @BeforeEach
  void library() {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(SAMPLES), Progress.none());
      workbench.takeIn(SAMPLES.resolve("decisions.pack"));
    }
  }

  private Screen reading() {
    var screen = Screen.on(folder.resolve("library"));
    screen.act(screen.frame::reading);
    return screen;
  }

  private static int at(Screen screen) {
    ListView<?> pages = screen.find("#pages");
    return Screen.get(() -> pages.getSelectionModel().getSelectedIndex());
  }

  private static String heading(Screen screen) {
    Label heading = screen.find(".story-heading");
    return heading.getText();
  }

  @Test
  void keysTurnThePagesAndProgressIsKeptThroughARestart() {
    String second;
    try (var screen = reading()) {
      assertEquals(0, at(screen));
      var first = heading(screen);
      screen.press(KeyCode.RIGHT);
      screen.press(KeyCode.J);
      screen.press(KeyCode.LEFT);
      assertEquals(1, at(screen));
      second = heading(screen);
      assertTrue(!second.equals(first));
      screen.press(KeyCode.HOME);
      screen.press(KeyCode.K);
      assertEquals(0, at(screen), "before the first there is none");
      screen.press(KeyCode.END);
      assertEquals(24, at(screen));
      Button before = screen.find("#page-before");
      screen.act(before::fire);
      assertEquals(23, at(screen));
      screen.press(KeyCode.HOME);
      screen.press(KeyCode.RIGHT);
    }
    try (var screen = reading()) {
      assertEquals(1, at(screen));
      assertEquals(second, heading(screen));
      assertEquals(
          "0 1 2 23 24",
          String.join(
              " ",
              java.util.stream.IntStream.range(0, 25)
                  .filter(i -> isRead(screen, i))
                  .mapToObj(Integer::toString)
                  .toList()));
    }
  }

  private static boolean isRead(Screen screen, int page) {
    var read = screen.workbench().setting("reading.read").orElse("");
    var story = screen.workbench().story().story(Progress.none()).orElseThrow();
    return List.of(read.split(" ")).contains(story.pages().get(page).id().toString());
  }

  @Test
  void digitsOpenTheSourcesAtTheirPassageAndBackComesHome() {
    try (var screen = reading()) {
      screen.press(KeyCode.END);
      screen.press(KeyCode.DIGIT1);
      assertTrue(screen.frame.lookup(".story-heading") == null, "the reader is shown");
      screen.act(screen.frame::back);
      assertEquals(24, at(screen));
      screen.press(KeyCode.ESCAPE);
      assertTrue(screen.frame.lookup(".timeline") != null, "Escape leaves it");
      screen.press(KeyCode.R);
      assertEquals(24, at(screen));
    }
  }

  @Test
  void aTermIsExplainedInPlace() {
    try (var screen = reading()) {
      screen.press(KeyCode.D);
      Label meaning = screen.find(".meaning");
      assertTrue(meaning.isVisible());
      assertTrue(meaning.getText().contains("ChatGPT"), meaning.getText());
      var focus = Screen.get(() -> screen.frame.getScene().getFocusOwner());
      assertTrue(focus.getAccessibleText().contains(meaning.getText()));
      screen.press(KeyCode.ESCAPE);
      assertTrue(!meaning.isVisible());
      assertEquals(0, at(screen), "the first Escape only hides the meaning");
    }
  }

  @Test
  void smallLettersOpenThePassageByKeyboard() {
    try (var screen = reading()) {
      var cite = all(screen.frame, "cite").getFirst();
      assertTrue(cite.isFocusTraversable() && cite.getAccessibleText().startsWith("Open the"));
      screen.act(cite::requestFocus);
      screen.press(KeyCode.ENTER);
      assertTrue(screen.frame.lookup(".story-heading") == null, "the reader is shown");
    }
  }

  private static List<Text> all(Parent root, String style) {
    return Screen.get(
        () ->
            root.lookupAll("." + style).stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList());
  }

  @Test
  void everyQuotedWordOnAPageOpensACharacter() {
    try (var screen = reading()) {
      for (var i = 0; i < 25; i++) {
        for (var text : all(screen.frame, "theirs")) {
          assertTrue(text.getOnMouseClicked() != null, text.getText());
        }
        screen.press(KeyCode.RIGHT);
      }
    }
  }

  @Test
  void itIsPrintedAsAFileThatTheBrowserShows() throws IOException {
    try (var screen = reading()) {
      screen.press(KeyCode.P);
      assertEquals(1, screen.outside.size());
      assertTrue(Files.readString(Path.of(screen.outside.getFirst())).contains("<section "));
    }
  }

  @Test
  void badLinesOfTheGlossaryAreShownWithTheirNumber() throws IOException {
    Files.writeString(
        folder.resolve("library").resolve("glossary.txt"), "chatbot: A program.\nnonsense\n");
    try (var screen = reading()) {
      var words =
          screen.frame.lookupAll(".story-problems .label").stream()
              .map(node -> ((Label) node).getText())
              .toList();
      assertTrue(words.getFirst().startsWith("glossary.txt, line 2: "), words::toString);
      screen.press(KeyCode.D);
      Label meaning = screen.find(".meaning");
      assertEquals("A program.", meaning.getText());
    }
  }

  @Test
  void aNewLibrarySaysWhatToConfirm() {
    try (var workbench = Workbench.open(folder.resolve("library"), false, Progress.none())) {
      workbench.undo();
    }
    try (var screen = reading()) {
      Node suggested = screen.find("#suggested");
      var first =
          suggested.lookupAll(".button").stream().map(Button.class::cast).findFirst().orElseThrow();
      assertTrue(first.getText().contains("Nvidia"), first.getText());
      screen.act(first::fire);
      screen.press(KeyCode.ENTER); // confirms the date in the reader
      screen.act(screen.frame::back);
      assertEquals(0, at(screen));
    }
  }
}
