package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Event;
import org.tellings.ui.timeline.TimelineView;
import org.tellings.workbench.Progress;

/// The timeline on the screen, and what its keys do.
final class TimelineScreenTest {

  @TempDir Path folder;

  private Screen screen;

  @BeforeEach
  void open() throws IOException {
    article(
        "one.md",
        "Harbour Test",
        "2025-03-05",
        "The old bridge over the Marrow closed on 3 March 2025. The ferry Lotte sank on 28"
            + " February 2025.");
    article(
        "two.md",
        "Island Test",
        "2025-03-06",
        "The city closed the old bridge over the Marrow on 3 March 2025. The mayor Ada Ortiz"
            + " resigned on Monday, 5 March 2025.");
    screen = Screen.on(folder.resolve("library"));
    screen.act(() -> screen.frame.add(List.of(folder.resolve("in"))));
    screen.press(KeyCode.DIGIT7, false, true, false);
  }

  @AfterEach
  void close() {
    screen.close();
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

  private TimelineView view() {
    return screen.find(".timeline");
  }

  private Event here() {
    TimelineView view = view();
    return Screen.get(() -> view.selected().orElseThrow());
  }

  private List<Event> events() {
    return screen.workbench().timeline().events(Progress.none()).orElseThrow();
  }

  private List<Anomaly> anomalies() {
    return screen.workbench().timeline().anomalies(Progress.none()).orElseThrow();
  }

  private void answer(String words) {
    TextField typed = screen.find("#editor-event");
    screen.act(() -> typed.setText(words));
    screen.press(KeyCode.ENTER);
  }

  private void undo() {
    screen.press(KeyCode.Z, false, true, false);
  }

  @Test
  void hoursAreThoseOfTheZoneChosen() {
    MenuButton zones = screen.find("#zones");
    assertEquals("Hours of GMT", zones.getText());
    var newYork =
        zones.getItems().stream().filter(item -> item.getText().equals("New York")).findFirst();
    screen.act(() -> newYork.orElseThrow().fire());
    screen.settle();
    assertEquals("Hours of New York", zones.getText());
    assertEquals("America/New_York", screen.workbench().setting("timeline.zone").orElseThrow());
    screen.press(KeyCode.Z);
    screen.settle();
    assertEquals("Hours of London", zones.getText());
  }

  @Test
  void keysGoFromEventToEvent() {
    screen.press(KeyCode.DIGIT0);
    for (var i = 0; i < 9; i++) {
      screen.press(KeyCode.K);
    }
    assertEquals(events().getFirst(), here());
    screen.press(KeyCode.RIGHT);
    assertEquals(events().get(1), here());
    screen.press(KeyCode.LEFT);
    assertEquals(events().getFirst(), here());
  }

  @Test
  void enterOpensTheTellingAtItsWords() {
    screen.press(KeyCode.ENTER);
    assertTrue(
        Screen.get(() -> screen.frame.lookup(".styled-text-area") != null), "not in the reader");
    assertTrue(Screen.get(() -> screen.frame.lookup(".timeline") == null), "still the timeline");
  }

  @Test
  void anEventIsDatedNamedAndAllIsUndone() {
    var before = here();
    screen.press(KeyCode.E);
    answer("yesterday");
    assertTrue(Screen.get(() -> screen.frame.lookup("#editor-event") != null), "no date, yet kept");
    answer("2025-03-02");
    assertEquals("2025-03-02", here().when().edtf());
    undo();
    assertEquals(before, here());
    screen.press(KeyCode.F2);
    answer("The bridge is shut");
    assertEquals("The bridge is shut", here().title());
    undo();
    assertEquals(before, here());
  }

  @Test
  void twoEventsAreMadeOneAndParted() {
    var many = events().size();
    screen.press(KeyCode.M);
    screen.press(KeyCode.K);
    screen.press(KeyCode.ENTER);
    assertEquals(many - 1, events().size());
    screen.press(KeyCode.S);
    assertEquals(many, events().size());
    undo();
    undo();
    assertEquals(many, events().size());
  }

  @Test
  void anAnomalyIsWalkedToAndDismissedWithAReason() {
    assertFalse(anomalies().isEmpty());
    screen.press(KeyCode.F);
    assertTrue(Screen.get(() -> screen.frame.lookup(".anomaly-card") != null), "no reason");
    screen.press(KeyCode.X);
    answer("a slip of the pen");
    assertEquals(
        Map.of(anomalies().getFirst().id(), "a slip of the pen"),
        screen.workbench().timeline().dismissed());
    undo();
    assertEquals(Map.of(), screen.workbench().timeline().dismissed());
  }

  @Test
  void theSuggestedDayIsTakenByOneKeyAndUndone() {
    assertEquals(1, anomalies().size());
    screen.press(KeyCode.F);
    Button use = screen.find(".anomaly-card .button.secondary");
    assertTrue(Screen.get(use::getAccessibleText).startsWith("Use 3 Mar 2025"));
    screen.press(KeyCode.U);
    assertEquals(List.of(), anomalies());
    assertTrue(
        events().stream()
            .anyMatch(
                event ->
                    event.title().contains("Ortiz") && event.when().edtf().equals("2025-03-03")),
        events()::toString);
    undo();
    assertEquals(1, anomalies().size());
  }

  @Test
  void theTableHasTheSameEvents() {
    screen.press(KeyCode.T, true, true, false);
    TableView<?> table = screen.find("#events");
    assertEquals(events().size(), (int) Screen.get(() -> table.getItems().size()));
    screen.press(KeyCode.T, true, true, false);
    assertTrue(Screen.get(() -> screen.frame.lookup(".time-plot") != null));
  }

  @Test
  void typedDaysNarrowTheEvents() {
    TextField from = screen.find("#from");
    screen.act(() -> from.setText("2025-03-01"));
    screen.press(KeyCode.T, true, true, false);
    TableView<?> table = screen.find("#events");
    assertEquals(
        events().stream()
            .filter(e -> !e.when().to().isBefore(java.time.LocalDate.of(2025, 3, 1)))
            .count(),
        (long) Screen.get(() -> table.getItems().size()));
    screen.act(() -> from.setText("2031"));
    assertTrue(Screen.get(() -> screen.frame.lookup(".empty") != null));
    screen.act(() -> from.setText("no day"));
    assertTrue(
        Screen.get(
            () ->
                from.getPseudoClassStates()
                    .contains(javafx.css.PseudoClass.getPseudoClass("wrong"))));
  }
}
