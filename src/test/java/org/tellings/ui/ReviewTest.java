package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Removed;
import org.tellings.model.State;

/// A person reviews with the keyboard alone: what the keys do is what the library then holds.
final class ReviewTest {

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
    return screen;
  }

  private static ArticleId id(Screen screen) {
    return screen.workbench().articles().getFirst().id();
  }

  private static List<Kept> quotes(Screen screen) {
    return screen.workbench().findings(id(screen)).stream()
        .filter(k -> k.finding().kind() == Kind.QUOTE)
        .toList();
  }

  private static List<State> states(Screen screen) {
    return quotes(screen).stream().map(Kept::state).toList();
  }

  /// Only quotes are shown, so that the keys walk from quote to quote.
  private static void onlyQuotes(Screen screen) {
    for (var code : List.of(KeyCode.C, KeyCode.F, KeyCode.D)) {
      screen.press(code, false, false, true);
    }
    screen.press(KeyCode.K);
    screen.press(KeyCode.K);
  }

  @Test
  void enterConfirmsAndMovesOnAndXRejects() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.ENTER);
      screen.press(KeyCode.X);
      assertEquals(List.of(State.CONFIRMED, State.REJECTED), states(screen));
    }
  }

  @Test
  void controlZTakesTheLastDecisionBackAndShiftControlZMakesItAgain() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.ENTER);
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
      screen.press(KeyCode.Z, true, true, false);
      assertEquals(List.of(State.CONFIRMED, State.MACHINE), states(screen));
    }
  }

  @Test
  void anOldDecisionIsUndoneAfterARestart() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.X);
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      assertEquals(List.of(State.REJECTED, State.MACHINE), states(screen));
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
    }
  }

  @Test
  void eOpensTheSpeakerEnterKeepsIt() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.E);
      TextField editor = screen.find("#editor-speaker");
      assertEquals("Ada Ortiz", editor.getText());
      screen.act(() -> editor.setText("Ada Ortiz Lund"));
      screen.press(KeyCode.ENTER);
      assertEquals(State.CORRECTED, quotes(screen).getFirst().state());
      assertEquals(Optional.of("Ada Ortiz Lund"), speaker(screen));
      screen.press(KeyCode.K);
      assertTrue(
          Screen.get(() -> screen.frame.lookupAll(".inspector .label")).stream()
              .anyMatch(
                  node ->
                      node instanceof Label label
                          && label.getText().contains("speaker: Ada Ortiz → Ada Ortiz Lund")));
    }
  }

  @Test
  void escapeLeavesTheSpeakerAsItWas() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.E);
      TextField editor = screen.find("#editor-speaker");
      screen.act(() -> editor.setText("Somebody Else"));
      screen.press(KeyCode.ESCAPE);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
      assertEquals(Optional.of("Ada Ortiz"), speaker(screen));
    }
  }

  @Test
  void aSuggestionIsTakenWithTheArrowAndEnter() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.E);
      TextField editor = screen.find("#editor-speaker");
      screen.act(() -> editor.setText("maz"));
      ListView<String> offers = screen.find("#offers-speaker");
      assertEquals(List.of("Jonas Mazur"), offers.getItems());
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.ENTER);
      assertEquals(Optional.of("Jonas Mazur"), speaker(screen));
    }
  }

  @Test
  void aNewCodeTakesTheFirstKeyAndTheKeyGivesItAndTakesItBack() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.DIGIT1);
      TextField editor = screen.find("#editor-code");
      screen.act(() -> editor.setText("Safety › asserted"));
      screen.press(KeyCode.ENTER);
      assertEquals(List.of("Safety › asserted"), quotes(screen).getFirst().codes());
      screen.press(KeyCode.J);
      screen.press(KeyCode.DIGIT1);
      assertEquals(List.of("Safety › asserted"), quotes(screen).getLast().codes());
      screen.press(KeyCode.DIGIT1);
      assertEquals(List.of(), quotes(screen).getLast().codes());
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(List.of("Safety › asserted"), quotes(screen).getLast().codes());
      assertEquals(
          1,
          screen
              .workbench()
              .find(
                  org.tellings.model.Query.parse("code:asserted"),
                  org.tellings.model.Hits.Order.RELEVANCE,
                  0,
                  5)
              .total());
    }
  }

  private static Optional<String> speaker(Screen screen) {
    return quotes(screen).getFirst().finding() instanceof Finding.Quote q
        ? q.speaker().name()
        : Optional.empty();
  }

  @Test
  void lettersDoNothingWhileOneTypes() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.E);
      screen.press(KeyCode.X);
      screen.press(KeyCode.J);
      screen.press(KeyCode.SLASH);
      screen.press(KeyCode.SLASH, true, false, false);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
      screen.find("#editor-speaker");
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".keys-sheet").size()));
    }
  }

  @Test
  void enterOnAnUnchangedFieldCorrectsNothing() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.E);
      screen.press(KeyCode.ENTER);
      assertEquals(List.of(State.MACHINE, State.MACHINE), states(screen));
    }
  }

  @Test
  void aNewCodeIsOneStepToUndo() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.DIGIT3);
      TextField editor = screen.find("#editor-code");
      screen.act(() -> editor.setText("Safety"));
      screen.press(KeyCode.ENTER);
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(List.of(), quotes(screen).getFirst().codes());
      assertEquals(List.of(), screen.workbench().codes());
    }
  }

  @Test
  void theNextPaneTakesTheKeyboard() {
    try (var screen = opened()) {
      screen.press(KeyCode.F6);
      assertTrue(
          Screen.get(
              () -> screen.frame.getScene().getFocusOwner().getStyleClass().contains("primary")));
      screen.press(KeyCode.F6);
      assertTrue(
          Screen.get(
              () ->
                  screen
                      .frame
                      .getScene()
                      .getFocusOwner()
                      .getStyleClass()
                      .contains("styled-text-area")));
    }
  }

  @Test
  void wordsThatWereChosenBecomeAFinding() {
    try (var screen = opened()) {
      var text = screen.workbench().article(id(screen)).orElseThrow().text();
      var from = text.indexOf("the city engineer");
      screen.act(() -> choose(screen, from, from + "the city engineer".length()));
      screen.press(KeyCode.C);
      var made =
          screen.workbench().findings(id(screen)).stream()
              .filter(k -> k.finding().kind() == Kind.CLAIM && k.machine().isEmpty())
              .toList();
      assertEquals(1, made.size());
      assertEquals("the city engineer", made.getFirst().finding().span().in(text));
      screen.press(KeyCode.Z, false, true, false);
      assertTrue(
          screen.workbench().findings(id(screen)).stream().noneMatch(k -> k.machine().isEmpty()));
    }
  }

  private static void choose(Screen screen, int from, int to) {
    var area = (org.fxmisc.richtext.StyleClassedTextArea) screen.frame.lookup(".styled-text-area");
    var shift = area.getText().indexOf(screen.workbench().article(id(screen)).orElseThrow().text());
    area.selectRange(shift + from, shift + to);
  }

  @Test
  void theEndOfAPassageMovesByAWord() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.LEFT, true, false, false);
      var text = screen.workbench().article(id(screen)).orElseThrow().text();
      var first = quotes(screen).getFirst();
      assertEquals("The bridge is", first.finding().span().in(text));
      assertEquals(State.CORRECTED, first.state());
    }
  }

  @Test
  void mOpensTheNoteEnterKeepsItAndUndoTakesItBack() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.M);
      TextArea typed = screen.find("#editor-note");
      screen.act(() -> typed.setText("asked the engineer"));
      screen.press(KeyCode.ENTER);
      assertEquals("asked the engineer", quotes(screen).getFirst().note());
      screen.press(KeyCode.Z, false, true, false);
      assertEquals("", quotes(screen).getFirst().note());
    }
  }

  @Test
  void escapeLeavesTheNoteAsItWas() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.M);
      TextArea typed = screen.find("#editor-note");
      screen.act(() -> typed.setText("not meant"));
      screen.press(KeyCode.ESCAPE);
      assertEquals("", quotes(screen).getFirst().note());
    }
  }

  @Test
  void aPartLeftOutIsPutBackWithPAndTheButtonOfTheToastTakesItBack() throws IOException {
    Files.writeString(article, TEXT.replace("“Nobody", "Subscribe to our newsletter\n\n“Nobody"));
    try (var screen = opened()) {
      var former = id(screen);
      screen.act(() -> screen.workbench().confirm(List.of(quotes(screen).getLast().id())));
      ToggleButton leftOut = screen.find("#left-out-shown");
      screen.act(() -> leftOut.setSelected(true));
      ListView<Removed> parts = screen.find("#left-out");
      screen.act(
          () ->
              parts
                  .getSelectionModel()
                  .select(
                      parts.getItems().stream()
                          .map(Removed::text)
                          .toList()
                          .indexOf("Subscribe to our newsletter")));
      var count = parts.getItems().size();
      screen.press(KeyCode.P);
      assertTrue(
          screen.workbench().article(id(screen)).orElseThrow().text().contains("newsletter"));
      assertEquals(count - 1, parts.getItems().size());
      assertEquals("Left out " + (count - 1), Screen.get(leftOut::getText));
      assertEquals(List.of(State.MACHINE, State.CONFIRMED), states(screen));
      Button undo = screen.find("#undo");
      screen.act(undo::fire);
      assertEquals(former, id(screen));
      assertEquals(count, parts.getItems().size());
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#undo").size()));
    }
  }

  @Test
  void controlCCopiesTheWordsWithTheirSource() {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.C, false, true, false);
      var copied = Screen.get(() -> Clipboard.getSystemClipboard().getString());
      assertEquals(
          "“The bridge is safe” (Harbour Test, “The bridge”, 4 Mar 2025, bridge.md, characters 1"
              + " to 19 of article "
              + id(screen)
              + ")",
          copied);
    }
  }

  @Test
  void aDecidedFindingBecomesAGoldCase() throws java.io.IOException {
    try (var screen = opened()) {
      onlyQuotes(screen);
      screen.press(KeyCode.ENTER);
      screen.press(KeyCode.K);
      var reader =
          Screen.get(
              () ->
                  screen.frame.lookupAll("*").stream()
                      .filter(org.tellings.ui.reader.ReaderView.class::isInstance)
                      .map(org.tellings.ui.reader.ReaderView.class::cast)
                      .findFirst()
                      .orElseThrow());
      screen.act(
          () ->
              reader.commands().stream()
                  .filter(c -> c.words().equals("Make it a gold case"))
                  .findFirst()
                  .orElseThrow()
                  .run()
                  .run());
      var cases =
          java.nio.file.Files.readString(screen.workbench().folder().resolve("gold-cases.txt"));
      assertTrue(cases.startsWith("# why: confirmed by a person\n"), cases);
      assertTrue(cases.contains("[["), cases);
    }
  }
}
