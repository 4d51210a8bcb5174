package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the ledger of the files shows and does.
final class IngestScreenTest extends OnThreeArticles {

  @Test
  void enterInTheLedgerDoesWhatTheFileWantsFirst() throws IOException {
    try (var screen = opened()) {
      var bare =
          Files.writeString(
              folder.resolve("bare.txt"),
              "The quay\n\nNobody was on the quay this morning, said nobody.\n");
      screen.act(() -> screen.frame.add(List.of(bare)));
      ListView<?> ledger = screen.find("#ledger");
      assertEquals(0, Screen.get(() -> ledger.getSelectionModel().getSelectedIndex()));
      assertTrue(words(screen, ".status-bar .label").contains("Set details"));
      screen.act(ledger::requestFocus);
      screen.press(KeyCode.ENTER);
      assertTrue(screen.find("#detail-outlet").isVisible());
    }
  }

  @Test
  void theFileInWorkIsNamedWhileFilesGoIn() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Ingest"));
      Label name = screen.find("#file-in-work");
      Label rate = screen.find("#rate");
      List<String> seen = new ArrayList<>();
      screen.act(() -> name.textProperty().subscribe(now -> seen.add(now + "|" + rate.getText())));
      var late =
          Files.writeString(
              folder.resolve("late.txt"), "Nobody was on the quay this morning, said nobody.\n");
      screen.act(() -> screen.frame.add(List.of(late)));
      assertTrue(seen.stream().anyMatch(one -> one.startsWith("late.txt|")), seen::toString);
      assertTrue(Screen.get(rate::getText).startsWith("Reading 1 of 1"), rate::getText);
      assertEquals("", Screen.get(name::getText));
      assertFalse(Screen.get(() -> name.getParent().isVisible()));
    }
  }

  @Test
  void theFolderOfAFileIsNamedOnlyWhereTwoDiffer() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Ingest"));
      assertTrue(!words(screen, ".ledger-row .hint").contains("in/"));
      var other = Files.createDirectories(folder.resolve("other")).resolve("four.txt");
      Files.writeString(other, "The quay\n\nNobody was on the quay this morning, said nobody.\n");
      screen.act(() -> screen.frame.add(List.of(other)));
      assertTrue(words(screen, ".ledger-row .hint").containsAll(List.of("in/", "other/")));
    }
  }

  @Test
  void aFileThatCannotBeReadStandsFirstAndIsReadOnRetry() throws IOException {
    try (var screen = opened()) {
      var bad = Files.writeString(folder.resolve("empty.txt"), "");
      screen.act(() -> screen.frame.add(List.of(bad)));
      ListView<?> ledger = screen.find("#ledger");
      assertTrue(
          ledger.getItems().getFirst().toString().startsWith("Unreadable"),
          () -> ledger.getItems().toString());
      Files.writeString(
          bad, "Now there is an article here about the quay, written by nobody at all.");
      screen.press(KeyCode.R);
      assertEquals(4, screen.workbench().size());
      assertTrue(ledger.getItems().stream().noneMatch(i -> i.toString().startsWith("Unreadable")));
    }
  }

  @Test
  void aMissingOutletIsSetFromTheLedger() throws IOException {
    try (var screen = opened()) {
      var bare =
          Files.writeString(
              folder.resolve("bare.txt"),
              "The quay\n\nNobody was on the quay this morning, said nobody.\n");
      screen.act(() -> screen.frame.add(List.of(bare)));
      javafx.scene.control.Button set =
          Screen.get(
              () ->
                  screen.frame.lookupAll(".ledger-row .button").stream()
                      .map(javafx.scene.control.Button.class::cast)
                      .filter(b -> b.getText().equals("Set details"))
                      .findFirst()
                      .orElseThrow());
      screen.act(set::fire);
      TextField outlet = screen.find("#detail-outlet");
      screen.act(() -> outlet.setText("Quay Post"));
      screen.act(() -> outlet.fireEvent(new javafx.event.ActionEvent()));
      var id = screen.workbench().resolve("bare.txt").orElseThrow();
      assertEquals("Quay Post", screen.workbench().article(id).orElseThrow().outlet().name());
      screen.press(KeyCode.ESCAPE);
      screen.act(() -> screen.frame.undo());
      assertEquals("", screen.workbench().article(id).orElseThrow().outlet().name());
    }
  }

  @Test
  void theLegendOfTheIngestIsSmallAndFilled() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Ingest"));
      for (var swatch : Screen.get(() -> screen.frame.lookupAll(".swatch"))) {
        assertEquals(8, swatch.getLayoutBounds().getWidth());
        assertEquals(8, swatch.getLayoutBounds().getHeight());
      }
      assertEquals(4, Screen.get(() -> screen.frame.lookupAll(".swatch").size()));
    }
  }
}
