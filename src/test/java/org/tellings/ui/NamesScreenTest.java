package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Finding;
import org.tellings.model.State;
import org.tellings.workbench.Progress;

/// What people are called, names printed wrongly and sources without a name, on the screen.
final class NamesScreenTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    article(
        "one.md",
        "Harbour Test",
        "2025-03-04",
        "“The bridge is safe,” said Ada Ortiz, the city engineer of Marrow. The chips were bought"
            + " by DeepSeak, a start-up in Hangzhou.");
    article(
        "two.md",
        "Island Test",
        "2025-03-05",
        "“The bridge is safe,” said Ada Ortiz, the former city engineer of Marrow. The port paid"
            + " $4 million for the old crane, according to two people familiar with the"
            + " matter, who spoke on condition of anonymity because the talks are private.");
    article(
        "three.md",
        "Quay Test",
        "2025-03-06",
        "“Nobody asked the ferrymen about it,” said Jonas Mazur, the mayor of Marrow.");
  }

  private void article(String name, String outlet, String date, String text) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in").resolve(name),
        "---\ntitle: The bridge, %s\noutlet: %s\ndate: %s\n---\n%s\n"
            .formatted(outlet, outlet, date, text));
  }

  private Screen opened() {
    var screen = Screen.on(folder.resolve("library"));
    screen.act(() -> screen.frame.add(List.of(folder.resolve("in"))));
    screen.act(() -> screen.frame.go("Names"));
    return screen;
  }

  private static List<String> words(Screen screen, String selector) {
    return Screen.get(
        () -> screen.frame.lookupAll(selector).stream().map(n -> ((Label) n).getText()).toList());
  }

  /// What the list says to a screen reader, a line an entry.
  private static List<String> spoken(Screen screen) {
    return Screen.get(
        () ->
            screen.frame.lookupAll("#names .list-cell").stream()
                .map(n -> String.valueOf(n.getAccessibleText()))
                .filter(t -> !t.isEmpty() && !t.equals("null"))
                .toList());
  }

  @Test
  void theRegistersAreTheSameAsOnTheCommandLine() {
    try (var screen = opened()) {
      var comparison = screen.workbench().comparison(Progress.none()).orElseThrow();
      assertEquals(2, comparison.roles().size(), () -> comparison.roles().toString());
      assertEquals(1, comparison.misnamings().size());
      assertEquals(1, comparison.unnamed().size());
      assertEquals(2, spoken(screen).size());
      assertTrue(spoken(screen).getFirst().startsWith("Ada Ortiz, "), "what conflicts comes first");
      screen.press(KeyCode.DIGIT2);
      assertTrue(
          spoken(screen).getFirst().startsWith("DeepSeak, stands for DeepSeek. 1 telling in 1"),
          () -> spoken(screen).toString());
      screen.press(KeyCode.DIGIT3);
      assertTrue(
          spoken(screen).getFirst().startsWith("two people familiar with the matter, 2 persons"),
          () -> spoken(screen).toString());
    }
  }

  @Test
  void aConflictIsSaidWithBothPlacesAndEachOpensItsCharacters() {
    try (var screen = opened()) {
      assertTrue(words(screen, ".anomaly-card .label").contains("These cannot both hold"));
      var places =
          Screen.get(
              () ->
                  screen.frame.lookupAll(".anomaly-place").stream()
                      .map(n -> ((Button) n))
                      .toList());
      assertEquals(2, places.size());
      screen.act(places.getLast()::fire);
      assertEquals("the former city engineer of Marrow", pointed(screen));
    }
  }

  /// The characters that the reader is opened at.
  private static String pointed(Screen screen) {
    StyleClassedTextArea area = screen.find(".styled-text-area");
    return Screen.get(
        () -> {
          var hit = new StringBuilder();
          for (var i = 0; i < area.getLength(); i++) {
            if (area.getStyleOfChar(i).contains("hit")) {
              hit.append(area.getText(i, i + 1));
            }
          }
          return hit.toString();
        });
  }

  @Test
  void everyTellingOpensItsExactCharactersAndBackReturns() {
    try (var screen = opened()) {
      for (var register : List.of(KeyCode.DIGIT1, KeyCode.DIGIT3)) {
        screen.press(register);
        var entries = Screen.get(() -> ((ListView<?>) lookup(screen, "#names")).getItems().size());
        for (var entry = 0; entry < entries; entry++) {
          var n =
              Screen.get(() -> ((ListView<?>) lookup(screen, "#name-tellings")).getItems().size());
          for (var i = 0; i < n; i++) {
            var said = Screen.get(() -> selectedText(screen));
            screen.press(KeyCode.O);
            assertEquals(said, pointed(screen));
            screen.press(KeyCode.LEFT, false, false, true);
            assertEquals(said, Screen.get(() -> selectedText(screen)), "back is where one was");
            screen.press(KeyCode.DOWN);
          }
          screen.press(KeyCode.J);
        }
      }
    }
  }

  private static javafx.scene.Node lookup(Screen screen, String selector) {
    return java.util.Optional.ofNullable(screen.frame.lookup(selector))
        .orElseThrow(() -> new AssertionError(selector));
  }

  private static String selectedText(Screen screen) {
    var text =
        String.valueOf(
            ((ListView<?>) lookup(screen, "#name-tellings")).getSelectionModel().getSelectedItem());
    var from = text.indexOf(", text=") + 7;
    return text.substring(from, text.indexOf("], group="));
  }

  @Test
  void choosingAFindingTakesThePointedCharactersAway() {
    try (var screen = opened()) {
      screen.press(KeyCode.O);
      assertFalse(pointed(screen).isEmpty());
      screen.press(KeyCode.J);
      assertEquals("", pointed(screen));
    }
  }

  @Test
  void theFilterFindsNamesWordsAndOutlets() {
    try (var screen = opened()) {
      screen.press(KeyCode.F);
      TextField filter = screen.find("#names-filter");
      screen.act(() -> filter.setText("quay"));
      assertEquals(1, spoken(screen).size());
      assertTrue(spoken(screen).getFirst().startsWith("Jonas Mazur"));
      screen.act(() -> filter.setText("no such words"));
      assertEquals(
          List.of("No entry is left of 2 entries."),
          words(screen, "#names .empty .label").stream().filter(w -> w.startsWith("No")).toList());
      screen.press(KeyCode.ESCAPE);
      assertEquals(2, spoken(screen).size());
      screen.press(KeyCode.S);
      assertEquals(1, spoken(screen).size(), "only who is in conflict");
    }
  }

  @Test
  void aMisnamingIsRejectedAndUndoBringsItBack() {
    try (var screen = opened()) {
      screen.press(KeyCode.DIGIT2);
      screen.press(KeyCode.X);
      assertEquals(List.of(), spoken(screen));
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(1, spoken(screen).size());
      screen.press(KeyCode.ENTER);
      var states =
          screen.workbench().articles().stream()
              .flatMap(a -> screen.workbench().findings(a.id()).stream())
              .map(k -> k.state())
              .collect(Collectors.toSet());
      assertEquals(Set.of(State.MACHINE, State.CONFIRMED), states);
    }
  }

  @Test
  void theOutletsTellHowOftenTheyNameNobodyAndWhatTheyHaveWrong() {
    try (var screen = opened()) {
      screen.press(KeyCode.DIGIT4);
      var spoken = spoken(screen);
      assertEquals(3, spoken.size(), spoken::toString);
      assertTrue(
          spoken.getFirst().startsWith("Harbour Test, 0.00 unnamed sources per 1,000 words. 1"),
          spoken::toString);
      assertEquals(List.of("Misnamings"), groups(screen));
      screen.press(KeyCode.J);
      assertEquals(List.of("Unnamed sources"), groups(screen));
      screen.press(KeyCode.J);
      assertEquals(List.of(), groups(screen), "an outlet that has nothing of it");
      screen.press(KeyCode.O);
      assertTrue(screen.frame.lookup("#names") != null, "there is nothing to open");
    }
  }

  private static List<String> groups(Screen screen) {
    return words(screen, "#name-tellings .called").stream()
        .map(words -> words.replaceAll("[“”]", ""))
        .toList();
  }

  @Test
  void aRoleWrittenByHandStandsBesideThePrintedWords() {
    try (var screen = opened()) {
      var quote =
          screen.workbench().articles().stream()
              .flatMap(article -> screen.workbench().findings(article.id()).stream())
              .filter(
                  kept ->
                      kept.finding() instanceof Finding.Quote q
                          && q.speaker().name().filter("Jonas Mazur"::equals).isPresent())
              .findFirst()
              .orElseThrow();
      screen.workbench().correct(quote.id(), Map.of("role", "the harbour master"));
      screen.act(() -> screen.frame.go("Library"));
      screen.act(() -> screen.frame.go("Names"));
      screen.press(KeyCode.K);
      screen.press(KeyCode.J);
      assertEquals(List.of("→ the harbour master"), words(screen, ".noted"));
      assertTrue(
          Screen.get(
              () ->
                  screen.frame.lookupAll("#name-tellings .list-cell").stream()
                      .anyMatch(
                          n ->
                              String.valueOf(n.getAccessibleText())
                                  .endsWith("Written by hand: the harbour master."))));
    }
  }

  @Test
  void theTableHasARowForEachTellingAndOpensIt() {
    try (var screen = opened()) {
      screen.press(KeyCode.T, true, true, false);
      TableView<?> table = screen.find("#names-table");
      assertEquals(3, table.getItems().size());
      screen.act(() -> table.getSelectionModel().select(1));
      screen.press(KeyCode.O);
      assertEquals("the former city engineer of Marrow", pointed(screen));
    }
  }

  @Test
  void theTellingsAreCopiedWithTheirSources() {
    try (var screen = opened()) {
      screen.press(KeyCode.C, false, true, false);
      var copied = Screen.get(() -> Clipboard.getSystemClipboard().getString());
      assertTrue(
          copied.contains(
              "“the city engineer of Marrow” (Harbour Test, “The bridge, Harbour Test”, 4 Mar"
                  + " 2025"),
          copied);
      assertEquals(3, copied.lines().count(), copied);
    }
  }

  @Test
  void anEmptyRegisterSaysWhatWouldStandThere() throws IOException {
    for (var name : List.of("one.md", "two.md", "three.md")) {
      Files.delete(folder.resolve("in").resolve(name));
    }
    article("four.md", "Ferry Test", "2025-03-07", "The ferry was late, and the rain was cold.");
    try (var screen = opened()) {
      for (var key : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3)) {
        screen.press(key);
        assertTrue(
            words(screen, "#names .empty .label").stream().anyMatch(w -> w.startsWith("No ")),
            () -> words(screen, "#names .label").toString());
      }
    }
  }
}
