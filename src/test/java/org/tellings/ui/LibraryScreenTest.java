package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What one types and checks in the library, and what the screen then shows.
final class LibraryScreenTest extends OnThreeArticles {

  @Test
  void wordsNarrowWhileOneTypes() throws IOException {
    try (var screen = opened()) {
      assertEquals(3, found(screen));
      type(screen, "bridge");
      assertEquals(2, found(screen));
      type(screen, "ferry bridge");
      assertEquals(1, found(screen));
    }
  }

  @Test
  void aFieldBecomesAChipAndBackspaceTwiceTakesItAway() throws IOException {
    try (var screen = opened()) {
      type(screen, "speaker:Ortiz ");
      assertEquals(1, found(screen));
      assertTrue(words(screen, ".chip .label").contains("speaker:"));
      TextField query = screen.find("#query");
      assertEquals("", query.getText());
      screen.act(query::requestFocus);
      screen.press(KeyCode.BACK_SPACE);
      screen.press(KeyCode.BACK_SPACE);
      assertEquals(3, found(screen));
    }
  }

  @Test
  void aCheckedFilterKeepsItsArticlesAndStandsAsAChip() throws IOException {
    try (var screen = opened()) {
      CheckBox box =
          Screen.get(
              () ->
                  screen.frame.lookupAll(".facet-row .check-box").stream()
                      .map(CheckBox.class::cast)
                      .filter(b -> b.getAccessibleText().startsWith("Island Test"))
                      .findFirst()
                      .orElseThrow());
      screen.act(box::fire);
      assertEquals(1, found(screen));
      assertTrue(words(screen, ".chip .label").contains("Island Test"));
    }
  }

  @Test
  void nothingFoundNamesTheChipThatLetsMostThrough() throws IOException {
    try (var screen = opened()) {
      type(screen, "outlet:\"Harbour Test\" speaker:Mazur ");
      assertEquals(0, found(screen));
      assertTrue(
          words(screen, ".empty .label").stream()
              .anyMatch(
                  w -> w.startsWith("Nothing matches. Without speaker:Mazur there are 2 articles")),
          () -> words(screen, ".empty .label").toString());
    }
  }

  @Test
  void aChipThatCannotBeReadSaysWhyAndTheRestStillRuns() throws IOException {
    try (var screen = opened()) {
      type(screen, "before:spring bridge ");
      assertEquals(2, found(screen));
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".chip.unread").size()));
    }
  }

  @Test
  void aSearchOfWhichNothingIsReadFindsNothingAndSaysWhy() throws IOException {
    try (var screen = opened()) {
      type(screen, "***");
      assertEquals(0, found(screen));
      assertEquals(
          "Reads as nothing, and finds nothing; without “***”: there is no word in it",
          readBack(screen));
      assertTrue(
          words(screen, ".empty .label").stream()
              .anyMatch(w -> w.startsWith("Nothing of this search could be read")),
          () -> words(screen, ".label").toString());
      type(screen, "bridge OR");
      assertEquals(2, found(screen));
      assertEquals(
          "Reads as Articles with “bridge”; OR wants something on both sides of it; read as if it"
              + " were not there",
          readBack(screen));
      type(screen, "");
      assertEquals("Reads as All articles", readBack(screen));
    }
  }

  @Test
  void anOrTypedAfterAChipJoinsIt() throws IOException {
    try (var screen = opened()) {
      type(screen, "speaker:Ortiz ");
      assertEquals(1, found(screen));
      type(screen, "OR ");
      assertEquals(1, found(screen));
      type(screen, "OR speaker:Mazur ");
      assertEquals(2, found(screen));
      TextField query = screen.find("#query");
      assertEquals("", query.getText());
      type(screen, "ferry");
      assertEquals(1, found(screen));
    }
  }

  @Test
  void enterOpensWhatIsSelectedAndAltLeftComesBack() throws IOException {
    try (var screen = opened()) {
      type(screen, "ferry ");
      ListView<Integer> results = screen.find("#results");
      screen.act(results::requestFocus);
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
      screen.press(KeyCode.LEFT, false, false, true);
      assertEquals(1, found(screen));
      TextField query = screen.find("#query");
      assertEquals("ferry", query.getText().strip());
    }
  }

  @Test
  void aBarOfTheHistogramKeepsItsArticlesAndShowsThatItIsChosen() throws IOException {
    try (var screen = opened()) {
      Files.writeString(
          folder.resolve("later.md"),
          "---\ntitle: The quay\noutlet: Quay Post\ndate: 2025-03-08\n---\nNobody was there.\n");
      screen.act(() -> screen.frame.add(List.of(folder.resolve("later.md"))));
      screen.act(() -> screen.frame.go("Library"));
      assertEquals(5, Screen.get(() -> screen.frame.lookupAll(".histogram .day").size()));
      assertTrue(words(screen, ".hint").containsAll(List.of("4 Mar 2025", "8 Mar 2025")));
      screen.act(screen.find("#histogram")::requestFocus);
      screen.press(KeyCode.LEFT);
      screen.press(KeyCode.ENTER);
      assertEquals(1, found(screen));
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".histogram .day.in").size()));
      assertTrue(screen.find("#histogram").isFocused(), "lost the keyboard");
    }
  }

  @Test
  void theFootOfThePreviewPutsAnArticleBesideOthersAndCounts() throws IOException {
    try (var screen = opened()) {
      javafx.scene.control.Button add =
          Screen.get(
              () ->
                  screen.frame.lookupAll(".button").stream()
                      .filter(b -> "Add to Compare".equals(b.getAccessibleText()))
                      .map(javafx.scene.control.Button.class::cast)
                      .findFirst()
                      .orElseThrow());
      screen.act(add::fire);
      assertTrue(words(screen, ".label").contains("In Compare: 1 of 6"));
    }
  }

  @Test
  void theLuceneQueryStaysUnderTheFieldUntilItIsTurnedOff() throws IOException {
    try (var screen = opened()) {
      type(screen, "bridge");
      ToggleButton explain =
          Screen.get(
              () ->
                  screen.frame.lookupAll(".toggle-button").stream()
                      .map(ToggleButton.class::cast)
                      .filter(b -> b.getText().equals("Lucene query"))
                      .findFirst()
                      .orElseThrow());
      screen.act(explain::fire);
      assertTrue(words(screen, ".lucene").toString().contains("bridge"));
      type(screen, "ferry");
      assertTrue(words(screen, ".lucene").toString().contains("ferr"));
      screen.act(explain::fire);
      assertTrue(!screen.find(".lucene").isVisible());
    }
  }

  @Test
  void aChipLightsItsWordsInTheLineBelow() throws IOException {
    try (var screen = opened()) {
      type(screen, "speaker:Ortiz ");
      screen.act(() -> screen.frame.lookup("#chip-0 .icon-button").requestFocus());
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".clause.lit").size()));
      screen.act(screen.find("#query")::requestFocus);
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".clause.lit").size()));
    }
  }

  @Test
  void aFacetFoldsAndItsNameKeepsTheKeyboard() throws IOException {
    try (var screen = opened()) {
      var title =
          Screen.get(
              () ->
                  screen.frame.lookupAll(".facet-title").stream()
                      .map(javafx.scene.control.Button.class::cast)
                      .filter(b -> b.getText().equals("Outlet"))
                      .findFirst()
                      .orElseThrow());
      screen.act(title::requestFocus);
      screen.act(title::fire);
      assertTrue(!words(screen, ".facet-row .label").contains("Island Test"));
      assertTrue(words(screen, ".facet-row .label").contains("Ada Ortiz"));
      assertEquals(
          "Outlet, folded",
          Screen.get(() -> screen.frame.getScene().getFocusOwner().getAccessibleText()));
    }
  }

  @Test
  void anArticleOfAMegabyteLaysOutOnlyWhatIsInSight() throws IOException {
    try (var screen = opened()) {
      var text = new StringBuilder("The long read\n\n");
      for (var i = 0; text.length() < 1_000_000; i++) {
        text.append("“Line ")
            .append(i)
            .append(" of the long read is here,” said Ada Ortiz on Monday, 3 March 2025.\n\n");
      }
      var big = Files.writeString(folder.resolve("big.txt"), text.toString());
      screen.act(() -> screen.frame.add(List.of(big)));
      var id = screen.workbench().resolve("big.txt").orElseThrow();
      screen.act(() -> screen.frame.open(id, java.util.Optional.empty()));
      var lines = Screen.get(() -> screen.frame.lookupAll(".paragraph-text").size());
      assertTrue(lines > 5 && lines < 120, "laid out: " + lines);
      var cards = Screen.get(() -> screen.frame.lookupAll(".card").size());
      assertTrue(cards > 0 && cards < 60, "cards: " + cards);
    }
  }

  @Test
  void aFilterKeepsTheKeyboardAndDeleteLeavesItsArticlesOut() throws IOException {
    try (var screen = opened()) {
      screen.act(filter(screen, "Island Test")::requestFocus);
      screen.act(filter(screen, "Island Test")::fire);
      assertTrue(filter(screen, "Island Test").isFocused(), "lost the keyboard");
      screen.act(filter(screen, "Island Test")::fire);
      screen.press(KeyCode.DELETE);
      assertEquals(2, found(screen));
    }
  }

  @Test
  void aFieldThatIsTypedStaysWhenAFilterIsChecked() throws IOException {
    try (var screen = opened()) {
      type(screen, "before:2025-04-01 outlet:Island");
      screen.act(filter(screen, "Harbour Test")::fire);
      assertTrue(words(screen, ".chip .label").contains("before:"));
      assertEquals(3, found(screen));
    }
  }

  @Test
  void severalArticlesAreSelectedAndGoIntoCompareAtOnce() throws IOException {
    try (var screen = opened()) {
      ListView<Integer> results = screen.find("#results");
      screen.act(results::requestFocus);
      screen.press(KeyCode.J, true, false, false);
      screen.press(KeyCode.J, true, false, false);
      assertEquals(
          List.of(0, 1, 2),
          Screen.get(() -> List.copyOf(results.getSelectionModel().getSelectedItems())));
      screen.press(KeyCode.K, true, false, false);
      assertEquals(
          List.of(0, 1),
          Screen.get(() -> List.copyOf(results.getSelectionModel().getSelectedItems())));
      assertTrue(words(screen, ".status-bar .label").contains("Select only this one"));
      screen.press(KeyCode.C);
      assertTrue(words(screen, ".label").contains("In Compare: 2 of 6"));
      screen.press(KeyCode.ESCAPE);
      assertEquals(
          List.of(1),
          Screen.get(() -> List.copyOf(results.getSelectionModel().getSelectedItems())));
      screen.press(KeyCode.J);
      assertEquals(
          List.of(2),
          Screen.get(() -> List.copyOf(results.getSelectionModel().getSelectedItems())));
    }
  }

  @Test
  void severalArticlesAreTakenOutInOneStepAndComeBack() throws IOException {
    try (var screen = opened()) {
      ListView<Integer> results = screen.find("#results");
      screen.act(results::requestFocus);
      javafx.scene.Node selected = screen.find("#selected");
      assertFalse(Screen.get(selected::isVisible));
      screen.press(KeyCode.J, true, false, false);
      assertTrue(words(screen, "#selected .label").contains("2 articles selected"));
      assertTrue(words(screen, ".status-bar .label").contains("Take 2 articles out"));
      screen.picture("library-selected");
      screen.press(KeyCode.DELETE);
      assertEquals(1, found(screen));
      assertEquals(1, screen.workbench().size());
      assertTrue(words(screen, ".toast .label").contains("Took 2 articles out of the library."));
      Button undo = screen.find("#undo");
      screen.act(undo::fire);
      assertEquals(3, found(screen));
      assertEquals(
          List.of(true, false),
          screen.workbench().history(2).stream().map(step -> step.undone()).toList());
    }
  }

  @Test
  void whatIsSelectedIsExportedAlone() throws IOException {
    try (var screen = opened()) {
      ListView<Integer> results = screen.find("#results");
      screen.act(results::requestFocus);
      screen.press(KeyCode.J, true, false, false);
      MenuButton export = screen.find("#export-selected");
      assertEquals(
          List.of(
              "Articles…",
              "Quotes…",
              "Claims…",
              "Figures…",
              "Dates…",
              "Entities…",
              "Sources…",
              "Codings…"),
          Screen.get(() -> export.getItems().stream().map(MenuItem::getText).toList()));
      screen.act(() -> export.getItems().getFirst().fire());
      var file = folder.resolve("articles.csv");
      assertEquals(3, Files.readAllLines(file).size(), Files.readString(file));
    }
  }

  @Test
  void backFindsThePlaceOneLeft() throws IOException {
    try (var screen = opened()) {
      ListView<Integer> results = screen.find("#results");
      screen.act(() -> results.getSelectionModel().select(2));
      screen.press(KeyCode.ENTER);
      screen.press(KeyCode.LEFT, false, false, true);
      assertEquals(2, Screen.get(() -> results.getSelectionModel().getSelectedIndex()));
    }
  }

  @Test
  void theSlashThatOpensTheFieldIsNotTypedIntoIt() throws IOException {
    try (var screen = opened()) {
      screen.act(screen.find("#results")::requestFocus);
      screen.type('/');
      typeKeys(screen, "abc");
      TextField query = screen.find("#query");
      assertEquals("abc", query.getText());
    }
  }

  @Test
  void aFieldTypedAfterAWordBecomesAChipAndTheWordStays() throws IOException {
    try (var screen = opened()) {
      TextField query = screen.find("#query");
      screen.act(query::requestFocus);
      typeKeys(screen, "bridge speaker:ortiz safe");
      assertTrue(words(screen, ".chip .label").contains("speaker:"));
      assertEquals("bridge safe", query.getText());
      assertEquals(1, found(screen));
    }
  }

  @Test
  void escapeGoesToTheListAndASecondOneClears() throws IOException {
    try (var screen = opened()) {
      TextField query = screen.find("#query");
      screen.act(query::requestFocus);
      typeKeys(screen, "ferry");
      screen.press(KeyCode.ESCAPE);
      assertEquals("ferry", query.getText());
      assertTrue(screen.find("#results").isFocused(), "not in the list");
      screen.press(KeyCode.ESCAPE);
      assertEquals("", query.getText());
      assertEquals(3, found(screen));
    }
  }

  @Test
  void theArrowsMoveInTheResultsFromTheFieldAndEnterOpens() throws IOException {
    try (var screen = opened()) {
      TextField query = screen.find("#query");
      ListView<Integer> results = screen.find("#results");
      screen.act(query::requestFocus);
      typeKeys(screen, "bridge");
      screen.press(KeyCode.DOWN);
      assertEquals(1, Screen.get(() -> results.getSelectionModel().getSelectedIndex()));
      screen.press(KeyCode.UP);
      screen.press(KeyCode.UP);
      assertEquals(0, Screen.get(() -> results.getSelectionModel().getSelectedIndex()));
      assertTrue(query.isFocused(), "left the field");
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  @Test
  void enterFirstMakesAChipOfAField() throws IOException {
    try (var screen = opened()) {
      TextField query = screen.find("#query");
      screen.act(query::requestFocus);
      type(screen, "outlet:Island");
      screen.press(KeyCode.ENTER);
      assertTrue(words(screen, ".chip .label").contains("outlet:"));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  @Test
  void anAltClickOnACheckBoxLeavesOutAndAClickLetsInAgain() throws IOException {
    try (var screen = opened()) {
      click(screen, filter(screen, "Island Test"), true);
      assertEquals(2, found(screen));
      assertEquals(
          List.of("Island Test"),
          words(screen, ".facet-row.excluded .label").stream()
              .filter(w -> !w.equals("1"))
              .toList());
      screen.act(filter(screen, "Island Test")::fire);
      assertEquals(3, found(screen));
    }
  }

  @Test
  void theWordsFoundAreMarkedInTheRows() throws IOException {
    try (var screen = opened()) {
      type(screen, "\"ferry is late\"");
      assertEquals(List.of("ferry ", "is ", "late"), words(screen, ".snippet .hit"));
    }
  }

  @Test
  void anEmptyLibrarySaysSoAndNotThatNothingMatches() throws IOException {
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.go("Library"));
      assertTrue(words(screen, ".empty .label").toString().contains("No articles yet"));
    }
  }
}
