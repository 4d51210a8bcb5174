package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Segment;
import org.tellings.ui.kit.Tasks;
import org.tellings.workbench.AgreementDesk.Asked;
import org.tellings.workbench.CodingDesk.Filter;
import org.tellings.workbench.Workbench;

/// The codebook, coding with keys alone, and the agreement of coders, on the screen.
final class CodingScreenTest {

  private static final String TEXT =
      "The mayor said there is proof. He did not show it to anybody.\n"
          + "The engineer printed the drawing. The weir held for nine years.\n";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (var name : List.of("Harbour Test", "Island Test")) {
      Files.createDirectories(folder.resolve("in"));
      Files.writeString(
          folder.resolve("in").resolve(name.charAt(0) + ".md"),
          "---\ntitle: The weir, %s\noutlet: %s\ndate: 2025-03-04\n---\n%s Told by %s.\n"
              .formatted(name, name, TEXT, name));
    }
  }

  private Screen opened() {
    return filled(Screen.on(folder.resolve("library")));
  }

  private Screen filled(Screen screen) {
    screen.act(() -> screen.frame.add(List.of(folder.resolve("in"))));
    screen.act(
        () -> {
          screen.workbench().define(new Code("Evidence › Asserted", 1));
          screen.workbench().define(new Code("Evidence › Shown", 2));
        });
    screen.act(() -> screen.frame.go("Coding"));
    return screen;
  }

  private static List<String> coded(Workbench workbench) {
    return workbench.coding().list(Filter.ALL).stream()
        .map(c -> c.code() + ": " + c.words())
        .toList();
  }

  private static List<String> codes(Workbench workbench) {
    return workbench.codes().stream().map(Code::name).toList();
  }

  private static List<String> spoken(Screen screen, String list) {
    return Screen.get(
        () ->
            screen.frame.lookupAll(list).stream()
                .map(n -> String.valueOf(n.getAccessibleText()))
                .filter(t -> !t.isEmpty() && !t.equals("null"))
                .toList());
  }

  @Test
  void wordsAreChosenAndCodedWithKeysAlone() {
    try (var screen = opened()) {
      screen.press(KeyCode.T);
      screen.press(KeyCode.RIGHT);
      screen.press(KeyCode.RIGHT, true, false, false);
      screen.press(KeyCode.DIGIT1);
      assertEquals(List.of("Evidence › Asserted: mayor said"), coded(screen.workbench()));
      screen.press(KeyCode.DOWN);
      screen.press(KeyCode.DIGIT2);
      assertEquals(
          List.of(
              "Evidence › Shown: The mayor said there is proof.",
              "Evidence › Asserted: mayor said"),
          coded(screen.workbench()),
          "they overlap");
      screen.press(KeyCode.DIGIT2);
      assertEquals(1, coded(screen.workbench()).size(), "the same key takes it back");
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(2, coded(screen.workbench()).size());
      screen.press(KeyCode.ESCAPE);
      ListView<?> list = screen.find("#segments");
      assertEquals(1, list.getItems().size());
      screen.press(KeyCode.DIGIT0);
      assertEquals(1, coded(screen.workbench()).size());
    }
  }

  @Test
  void aCodeIsSeenBeforeItIsKept() {
    Queue<Runnable> kept = new ArrayDeque<>();
    try (var screen =
        filled(
            Screen.on(
                folder.resolve("library"), new Tasks(Runnable::run, kept::add, Runnable::run)))) {
      screen.press(KeyCode.T);
      screen.press(KeyCode.DIGIT1);
      assertEquals(List.of(), coded(screen.workbench()));
      assertEquals(
          List.of("Evidence › Asserted · mk"),
          Screen.get(
              () ->
                  screen.frame.lookupAll("#chosen-codes .code-chip").stream()
                      .map(n -> ((Label) n).getText())
                      .toList()));
      screen.act(() -> kept.remove().run());
      assertEquals(List.of("Evidence › Asserted: The"), coded(screen.workbench()));
    }
  }

  @Test
  void theNextArticleComesThoughTheCodebookIsReadAnewMeanwhile() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    var isBusy = new AtomicBoolean();
    Executor background =
        work -> {
          if (isBusy.get()) {
            waiting.add(work);
          } else {
            work.run();
          }
        };
    try (var screen = filled(Screen.on(folder.resolve("library"), background))) {
      screen.press(KeyCode.T);
      isBusy.set(true);
      screen.press(KeyCode.DIGIT1);
      screen.press(KeyCode.CLOSE_BRACKET);
      screen.act(
          () -> {
            while (!waiting.isEmpty()) {
              waiting.remove().run();
            }
          });
      isBusy.set(false);
      screen.press(KeyCode.DIGIT2);
      assertEquals(
          2,
          screen.workbench().coding().list(Filter.ALL).stream()
              .map(c -> c.coding().target().article())
              .distinct()
              .count());
    }
  }

  @Test
  void theCodebookIsMadeAndChangedWithKeysAlone() {
    try (var screen = opened()) {
      screen.press(KeyCode.N, true, false, false);
      typed(screen, "Tone › Alarm");
      assertEquals(
          List.of("Evidence › Asserted", "Evidence › Shown", "Tone › Alarm"),
          codes(screen.workbench()));
      screen.press(KeyCode.F2);
      typed(screen, "Fear");
      assertTrue(codes(screen.workbench()).contains("Tone › Fear"));
      screen.press(KeyCode.M);
      TextArea memo = screen.find("#code-text-0");
      screen.act(() -> memo.setText("Not mere worry."));
      screen.press(KeyCode.ENTER);
      assertEquals(
          "Not mere worry.", screen.workbench().codebook().now().the("Fear").sense().memo());
      screen.press(KeyCode.UP, true, false, false);
      screen.press(KeyCode.UP, true, false, false);
      assertEquals("Evidence › Shown", selected(screen));
      screen.press(KeyCode.UP, false, false, true);
      assertEquals(
          List.of("Evidence › Shown", "Evidence › Asserted", "Tone › Fear"),
          codes(screen.workbench()));
      screen.press(KeyCode.X, true, false, false);
      assertFalse(screen.workbench().codebook().now().the("Shown").isGiven());
      for (var i = 0; i < 5; i++) {
        screen.press(KeyCode.Z, false, true, false);
      }
      assertEquals(List.of("Evidence › Asserted", "Evidence › Shown"), codes(screen.workbench()));
    }
  }

  private static void typed(Screen screen, String words) {
    TextField field = screen.find("#code-name");
    screen.act(() -> field.setText(words));
    screen.press(KeyCode.ENTER);
  }

  private static String selected(Screen screen) {
    TreeView<?> tree = screen.find("#codebook");
    var item = Screen.get(() -> tree.getSelectionModel().getSelectedItem().getValue());
    return String.valueOf(item).replaceFirst("^Branch\\[path=([^,]*),.*$", "$1");
  }

  @Test
  void agreementIsToldAndADisagreementSettledWithItsReason() {
    try (var screen = opened()) {
      twoCoders(screen);
      assertEquals(List.of("agree", "only TL"), results(screen));
      assertTrue(
          spoken(screen, "#kappas .kappa-row").stream()
              .anyMatch(t -> t.startsWith("Evidence › Asserted, kappa ")),
          () -> spoken(screen, "#kappas .kappa-row").toString());
      screen.press(KeyCode.S);
      screen.type('2');
      TextField reason = screen.find("#settle-reason");
      screen.act(() -> reason.setText("Nothing is shown."));
      screen.press(KeyCode.ENTER);
      var place = screen.workbench().agreement().overruled(Asked.USUAL, "TL");
      assertEquals(1, place.size(), "TL coded it, and it is not coded after all");
      assertEquals("Nothing is shown.", place.getFirst().settled().orElseThrow().reason());
      assertTrue(
          spoken(screen, "#segments .list-cell").stream()
              .anyMatch(t -> t.contains("Nothing is shown.") && t.contains("overruled: TL")),
          () -> spoken(screen, "#segments .list-cell").toString());
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(List.of(), screen.workbench().agreement().overruled(Asked.USUAL, "TL"));
      screen.press(KeyCode.T, true, true, false);
      TableView<?> table = screen.find("#agreement-table");
      assertEquals(3, table.getItems().size());
    }
  }

  @Test
  void thePlacesStandInTheOrderChosenAndTheSelectionStays() {
    try (var screen = opened()) {
      twoCoders(screen);
      assertEquals(List.of("agree", "only TL"), results(screen));
      var selected = spoken(screen, "#segments .list-cell:selected");
      choose(screen, "Not agreed first");
      assertEquals(List.of("only TL", "agree"), results(screen));
      assertEquals(selected, spoken(screen, "#segments .list-cell:selected"));
      screen.picture("coding-order");
      screen.theme(true);
      screen.picture("coding-order-dark");
      screen.theme(false);
      choose(screen, "Article order");
      assertEquals(List.of("agree", "only TL"), results(screen));
    }
  }

  private static List<String> results(Screen screen) {
    return Screen.get(
        () ->
            screen.frame.lookupAll("#segments .small").stream()
                .map(n -> ((Label) n).getText())
                .toList());
  }

  private static void choose(Screen screen, String order) {
    MenuButton orders = screen.find("#segment-order");
    screen.act(
        () ->
            orders.getItems().stream()
                .filter(item -> item.getText().equals(order))
                .forEach(item -> item.fire()));
  }

  /// MK and TL have coded both articles and finished them; TL found one more.
  private static void twoCoders(Screen screen) {
    screen.act(
        () -> {
          var coding = screen.workbench().coding();
          var ids = screen.workbench().articles().stream().map(a -> a.id()).toList();
          for (var coder : List.of("MK", "TL")) {
            coding.enrol(coder, true);
            coding.give(
                List.of(words(screen, ids.getFirst(), "there is proof")), "Asserted", true, coder);
            coding.give(
                List.of(words(screen, ids.getFirst(), "printed the drawing")),
                "Shown",
                true,
                coder);
            ids.forEach(id -> coding.finish(id, coder, true));
          }
          coding.give(
              List.of(words(screen, ids.getLast(), "He did not show it")), "Asserted", true, "TL");
          screen.frame.changed();
        });
  }

  private static Segment words(Screen screen, ArticleId id, String words) {
    var text = screen.workbench().article(id).orElseThrow().text();
    var at = text.indexOf(words);
    return new Segment(id, new org.tellings.model.Span(at, at + words.length()));
  }

  @Test
  void anEmptyCodebookSaysWhatCodesAreFor() {
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.add(List.of(folder.resolve("in"))));
      screen.act(() -> screen.frame.go("Coding"));
      assertTrue(
          Screen.get(
                  () ->
                      screen.frame.lookupAll("#segments .empty .label").stream()
                          .map(n -> ((Label) n).getText())
                          .toList())
              .stream()
              .anyMatch(t -> t.startsWith("No codes yet.")));
    }
  }

  @Test
  void thePlaceOfTheChosenWordsIsKeptWhenSomethingElseChanges() {
    try (var screen = opened()) {
      screen.press(KeyCode.T);
      screen.press(KeyCode.RIGHT);
      screen.press(KeyCode.RIGHT);
      var before = spoken(screen, "#coding-text");
      screen.act(screen.frame::changed);
      assertEquals(before, spoken(screen, "#coding-text"));
      assertTrue(before.getFirst().startsWith("Chosen: “said”"), before::toString);
    }
  }

  @Test
  void aNoteIsWrittenOnChosenWordsSeenAndTakenAway() {
    try (var screen = opened()) {
      screen.press(KeyCode.T);
      screen.press(KeyCode.RIGHT);
      screen.press(KeyCode.RIGHT, true, false, false);
      screen.press(KeyCode.N);
      TextArea area = screen.find("#code-text-0");
      screen.act(() -> area.setText("Who is it?"));
      screen.press(KeyCode.ENTER);
      var spoken = spoken(screen, "#coding-text").getFirst();
      assertTrue(spoken.endsWith("Note: Who is it?"), spoken);
      screen.picture("coding-note");
      screen.theme(true);
      screen.picture("coding-note-dark");
      screen.theme(false);
      screen.press(KeyCode.LEFT);
      screen.press(KeyCode.LEFT);
      assertFalse(spoken(screen, "#coding-text").getFirst().contains("Note"));
      screen.press(KeyCode.J);
      assertEquals(spoken, spoken(screen, "#coding-text").getFirst(), "J goes to noted words");
      screen.press(KeyCode.Z, false, true, false);
      assertFalse(spoken(screen, "#coding-text").getFirst().contains("Note"));
      screen.press(KeyCode.Z, true, true, false);
      assertEquals(spoken, spoken(screen, "#coding-text").getFirst());
      screen.press(KeyCode.N);
      TextArea again = screen.find("#code-text-0");
      assertEquals("Who is it?", Screen.get(again::getText));
      screen.act(() -> again.setText(""));
      screen.press(KeyCode.ENTER);
      assertFalse(spoken(screen, "#coding-text").getFirst().contains("Note"));
    }
  }
}
