package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.compare.Quantity;
import org.tellings.compare.Utterance;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.State;
import org.tellings.workbench.Progress;

/// What the same thing in several articles looks like on the screen, and what the keys do to it.
final class CompareScreensTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    article(
        "one.md",
        "Harbour Test",
        "2025-03-04",
        "“The old bridge over the Marrow is safe for lorries until autumn,” said Ada Ortiz, the"
            + " city engineer. The repair of the Marrow bridge will cost $4 million, the city"
            + " said.");
    article(
        "two.md",
        "Island Test",
        "2025-03-05",
        "“The old bridge over the Marrow is perfectly safe for lorries,” said Ada Ortiz. The repair"
            + " of the Marrow bridge will cost $9 million, the city said. Ferries run late.");
    article(
        "three.md",
        "Quay Test",
        "2025-03-06",
        "“The old bridge over the Marrow is safe for lorries until autumn,” said Ada Ortiz, the"
            + " former city engineer. “Nobody asked the ferrymen about it,” said Jonas Mazur.");
  }

  private void article(String name, String outlet, String date, String text) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in").resolve(name),
        "---\ntitle: The bridge, "
            + outlet
            + "\noutlet: "
            + outlet
            + "\ndate: "
            + date
            + "\n---\n"
            + text
            + "\n");
  }

  private Screen opened(String view) {
    var screen = Screen.on(folder.resolve("library"));
    screen.act(() -> screen.frame.add(List.of(folder.resolve("in"))));
    screen.act(() -> screen.frame.go(view));
    return screen;
  }

  private static List<Utterance> utterances(Screen screen) {
    return screen.workbench().comparison(Progress.none()).orElseThrow().utterances().stream()
        .filter(u -> u.speaker().equals(Optional.of("Ada Ortiz")))
        .toList();
  }

  private static List<Integer> sizes(Screen screen) {
    return utterances(screen).stream().map(u -> u.tellings().size()).sorted().toList();
  }

  private static List<Kept> of(Screen screen, Kind kind) {
    return screen.workbench().articles().stream()
        .flatMap(a -> screen.workbench().findings(a.id()).stream())
        .filter(k -> k.finding().kind() == kind)
        .toList();
  }

  private static String words(Screen screen, String selector) {
    return Screen.get(
            () ->
                screen.frame.lookupAll(selector).stream().map(n -> ((Label) n).getText()).toList())
        .toString();
  }

  @Test
  void quotesShowEveryTellingOfAnUtteranceOldestFirst() {
    try (var screen = opened("Quotes")) {
      assertEquals(List.of(3), sizes(screen));
      assertTrue(words(screen, ".variant .mono").startsWith("[HAR, ISL, QUA"));
      assertTrue(words(screen, ".changed-word").contains("perfectly"), "the word put in is marked");
    }
  }

  @Test
  void theSplitKeyTakesATellingOutAndUndoBringsItBack() {
    try (var screen = opened("Quotes")) {
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.S);
      assertEquals(List.of(1, 2), sizes(screen));
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(List.of(3), sizes(screen));
    }
  }

  @Test
  void twoUtterancesAreMergedWithMAndEnter() {
    try (var screen = opened("Quotes")) {
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.S);
      javafx.scene.control.ToggleButton several = screen.find(".layer-toggle");
      screen.act(() -> several.setSelected(false));
      ListView<Utterance> list = screen.find("#utterances");
      var ortiz =
          list.getItems().stream()
              .filter(u -> u.speaker().equals(Optional.of("Ada Ortiz")))
              .toList();
      screen.act(() -> list.getSelectionModel().select(ortiz.getFirst()));
      screen.press(KeyCode.M);
      screen.act(() -> list.getSelectionModel().select(ortiz.getLast()));
      screen.press(KeyCode.ENTER);
      assertEquals(List.of(3), sizes(screen));
    }
  }

  @Test
  void enterConfirmsTheTellingAndXRejectsIt() {
    try (var screen = opened("Quotes")) {
      screen.press(KeyCode.ENTER);
      assertEquals(
          1, of(screen, Kind.QUOTE).stream().filter(k -> k.state() == State.CONFIRMED).count());
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.X);
      assertEquals(List.of(2), sizes(screen), "what is rejected is not compared any more");
    }
  }

  @Test
  void theSpeakerOfATellingIsCorrectedInPlace() {
    try (var screen = opened("Quotes")) {
      screen.press(KeyCode.E);
      TextField typed = screen.find("#editor-speaker");
      assertEquals("Ada Ortiz", typed.getText());
      screen.act(() -> typed.setText("Adele Ortiz"));
      screen.press(KeyCode.ENTER);
      assertTrue(
          of(screen, Kind.QUOTE).stream()
              .anyMatch(
                  k ->
                      k.finding() instanceof Finding.Quote q
                          && q.speaker().name().equals(Optional.of("Adele Ortiz"))));
    }
  }

  @Test
  void figuresThatConflictAreOneQuantityAndItsValueCanBeCorrected() {
    try (var screen = opened("Figures")) {
      ListView<Quantity> list = screen.find("#quantities");
      assertEquals(1, list.getItems().size());
      assertEquals(Quantity.Verdict.CONFLICT, list.getItems().getFirst().verdict());
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.E);
      TextField typed = screen.find("#editor-value");
      assertEquals("9000000", typed.getText());
      screen.act(() -> typed.setText("4000000"));
      screen.press(KeyCode.ENTER);
      assertEquals(
          Quantity.Verdict.IDENTICAL,
          list.getItems().getFirst().verdict(),
          () -> list.getItems().toString());
    }
  }

  @Test
  void aNumberKeySetsTheStanceOfTheSelectedCell() {
    try (var screen = opened("Claims")) {
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.DIGIT3);
      assertTrue(
          of(screen, Kind.CLAIM).stream()
              .anyMatch(
                  k ->
                      k.state() == State.CORRECTED
                          && k.finding() instanceof Finding.Claim c
                          && c.stance().equals(Optional.of(Stance.HEDGES))));
    }
  }

  @Test
  void aPropositionIsNamedAndTheNameStays() {
    try (var screen = opened("Claims")) {
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.F2);
      TextField typed = screen.find("#editor-name");
      screen.act(() -> typed.setText("What the bridge costs"));
      screen.press(KeyCode.ENTER);
      assertTrue(
          screen.workbench().comparison(Progress.none()).orElseThrow().propositions().stream()
              .anyMatch(p -> p.label().equals("What the bridge costs")));
      assertTrue(words(screen, ".proposition").contains("What the bridge costs"));
    }
  }

  @Test
  void articlesComeSideBySideWithAAndGoWithDelete() {
    try (var screen = opened("Compare")) {
      for (var outlet : List.of("Harbour", "Island")) {
        screen.press(KeyCode.A);
        TextField typed = screen.find("#adding");
        screen.act(() -> typed.setText(outlet));
        screen.press(KeyCode.ENTER);
      }
      assertEquals(
          "[The bridge, Harbour Test, The bridge, Island Test]", words(screen, ".column-title"));
      screen.press(KeyCode.RIGHT);
      screen.press(KeyCode.DELETE);
      assertTrue(words(screen, ".empty .label").contains("One article waits for another"));
    }
  }

  @Test
  void whatIsSideBySideIsThereAfterARestart() {
    try (var screen = opened("Library")) {
      var ids = screen.workbench().articles().stream().map(a -> a.id()).limit(2).toList();
      screen.act(() -> ids.forEach(screen.frame::compare));
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.go("Compare"));
      assertEquals(
          2, Screen.get(() -> screen.frame.lookupAll(".compare-column").size()).intValue());
    }
  }
}
