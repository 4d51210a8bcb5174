package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.ui.kit.Tasks;

/// One reads an article: what stands beside it leads to the other articles and back, and the text
/// keeps its place.
final class ReaderTest {

  private static final String HEAD =
      """
      ---
      title: %s
      outlet: %s
      date: 2025-03-04
      ---
      """;

  @TempDir Path folder;

  private Screen with(String... files) throws IOException {
    var screen = Screen.on(folder.resolve("library"));
    for (var i = 0; i < files.length; i++) {
      var file = Files.writeString(folder.resolve("article-" + i + ".md"), files[i]);
      screen.act(() -> screen.frame.add(List.of(file)));
    }
    return screen;
  }

  private static ArticleId id(Screen screen, int n) {
    return screen.workbench().resolve("article-" + n + ".md").orElseThrow();
  }

  private static Screen bridges(ReaderTest test) throws IOException {
    return test.with(
        HEAD.formatted("The bridge", "Harbour Test")
            + "“The old bridge over the river is safe and will stay open,” said Ada Ortiz, the"
            + " city engineer. Repairs of the bridge cost $4 million in 2024.\n",
        HEAD.formatted("A safe bridge", "Pacific Wire")
            + "“The old bridge over the river is safe and will stay open,” said Ada Ortiz, a"
            + " lobbyist for builders. Repairs of the bridge cost $4 million in 2024.\n");
  }

  private static List<String> texts(Screen screen, String selector) {
    return Screen.get(
        () ->
            screen.frame.lookupAll(selector).stream()
                .map(node -> node instanceof Labeled l ? l.getText() : "")
                .toList());
  }

  private static StyleClassedTextArea area(Screen screen) {
    return (StyleClassedTextArea)
        Optional.ofNullable(screen.frame.lookup(".styled-text-area")).orElseThrow();
  }

  @Test
  void aCardAndTheInspectorTellOfOtherOutletsAndALineOpensItsPassage() throws IOException {
    try (var screen = bridges(this)) {
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.empty()));
      var quote = quote(screen, 0);
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.of(quote)));
      assertTrue(
          texts(screen, ".card .elsewhere-line").contains("1 variant elsewhere · 1 role conflict"),
          texts(screen, ".card .elsewhere-line")::toString);
      Button line = screen.find(".inspector .elsewhere-button");
      assertTrue(line.getAccessibleText().startsWith("Pacific Wire, 4 Mar 2025: “"));
      screen.act(line::fire);
      assertTrue(Screen.get(() -> area(screen).getText()).contains("lobbyist"));
      assertTrue(selected(screen).startsWith("The old bridge"));
      screen.press(KeyCode.LEFT, false, false, true);
      assertTrue(Screen.get(() -> area(screen).getText()).contains("city engineer"));
    }
  }

  @Test
  void aCodeStandsAtTheFindingBeforeItIsKeptAndGoesWhenItCannotBe() throws IOException {
    Queue<Runnable> kept = new ArrayDeque<>();
    var tasks = new Tasks(Runnable::run, kept::add, Runnable::run);
    try (var screen = Screen.on(folder.resolve("library"), tasks)) {
      var file =
          Files.writeString(
              folder.resolve("article-0.md"),
              HEAD.formatted("The bridge", "Harbour Test")
                  + "“The old bridge over the river is safe,” said Ada Ortiz.\n");
      screen.act(() -> screen.frame.add(List.of(file)));
      screen.act(() -> screen.workbench().define(new Code("seen", 1)));
      var quote = quote(screen, 0);
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.of(quote)));
      screen.press(KeyCode.DIGIT1);
      assertEquals(List.of("1", "seen"), texts(screen, "#codes .given .label"));
      assertEquals(List.of(), screen.workbench().finding(quote).orElseThrow().codes());
      screen.press(KeyCode.DIGIT1);
      screen.act(() -> kept.remove().run());
      assertEquals(List.of("seen"), screen.workbench().finding(quote).orElseThrow().codes());
      screen.act(() -> kept.remove().run());
      assertEquals(List.of(), texts(screen, "#codes .given .label"), "the second takes it back");
      screen.press(KeyCode.DIGIT1);
      screen.act(() -> screen.workbench().codebook().retire("seen"));
      screen.act(() -> kept.remove().run());
      assertEquals(List.of(), texts(screen, "#codes .given .label"), "it is not given any more");
    }
  }

  private static org.tellings.model.FindingId quote(Screen screen, int n) {
    return screen.workbench().findings(id(screen, n)).stream()
        .filter(k -> k.finding().kind() == Kind.QUOTE)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String selected(Screen screen) {
    return texts(screen, ".inspector .words").getFirst();
  }

  @Test
  void theLineOverTheHeadlineNamesTheArticleThatSharesItsWording() throws IOException {
    try (var screen = bridges(this)) {
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.empty()));
      Button shared = screen.find("#shared");
      assertTrue(
          shared.isVisible() && shared.getText().matches("shares \\d+ % of its wording with PAC"),
          shared.getText());
      screen.act(shared::fire);
      assertTrue(Screen.get(() -> area(screen).getText()).contains("lobbyist"));
    }
  }

  @Test
  void withoutAnArticleThereIsOneSentenceAndOneWay() throws IOException {
    try (var screen = with(HEAD.formatted("One", "Two") + "Words.\n")) {
      screen.act(() -> screen.frame.go("Reader"));
      assertNull(Screen.get(() -> screen.frame.lookup(".inspector")));
      assertNull(Screen.get(() -> screen.frame.lookup("#left-out-shown")));
      Button way = screen.find("#to-library");
      screen.act(way::fire);
      screen.find(".query-field");
    }
  }

  @Test
  void anElbowBeginsRightOfTheText() throws IOException {
    try (var screen = bridges(this)) {
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.empty()));
      var text = area(screen);
      var edge = Screen.get(() -> text.localToScene(text.getBoundsInLocal()).getMaxX());
      for (var node : Screen.get(() -> screen.frame.lookupAll(".elbow"))) {
        var elbow = (Polyline) node;
        var from = Screen.get(() -> elbow.localToScene(elbow.getPoints().getFirst(), 0).getX());
        assertTrue(from > edge, from + " is within the text, which ends at " + edge);
      }
      assertEquals(
          0,
          Screen.get(
              () ->
                  text.getParent().lookupAll(".scroll-bar:vertical").stream()
                      .filter(Node::isVisible)
                      .count()));
    }
  }

  @Test
  void aStepInALongArticleStylesOnlyThePassagesItLeavesAndReaches() throws IOException {
    try (var screen = with(HEAD.formatted("Long", "Test") + paragraphs(9) + filler())) {
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.empty()));
      var area = area(screen);
      assertTrue(area.getLength() > 30_000, "only " + area.getLength());
      var styled = new AtomicInteger();
      Screen.get(
          () -> area.richChanges().subscribe(c -> styled.addAndGet(c.getInserted().length())));
      screen.press(KeyCode.J);
      screen.press(KeyCode.J);
      assertTrue(styled.get() > 0 && styled.get() < 1000, "styled " + styled.get());
      styled.set(0);
      screen.press(KeyCode.ENTER);
      assertTrue(styled.get() < 1000, "styled " + styled.get() + " when deciding");
    }
  }

  /// Many words in which nothing is found.
  private static String filler() {
    var random = new java.util.Random(7);
    var text = new StringBuilder();
    while (text.length() < 40_000) {
      for (var i = 0; i < 60; i++) {
        text.append(Integer.toString(random.nextInt(26 * 26 * 26), 26).replaceAll("\\d", "x"));
        text.append(' ');
      }
      text.append("\n\n");
    }
    return text.toString();
  }

  private static String paragraphs(int n) {
    var text = new StringBuilder();
    for (var i = 0; i < n; i++) {
      text.append("“The bridge number ")
          .append(i)
          .append(" is safe and will stay open,” said Ada Ortiz on Monday. Repairs cost $")
          .append(i + 1)
          .append(" million, the city says.\n\n");
    }
    return text.toString();
  }

  @Test
  void backBringsTheScrollAndTheModeBack() throws IOException {
    try (var screen = with(HEAD.formatted("Long", "Test") + paragraphs(30))) {
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.empty()));
      for (var i = 0; i < 9; i++) {
        screen.press(KeyCode.CLOSE_BRACKET);
      }
      screen.act(() -> area(screen).scrollYBy(17));
      var before = top(screen);
      screen.act(() -> screen.frame.go("Library"));
      screen.press(KeyCode.LEFT, false, false, true);
      assertEquals(before.split(":")[0], top(screen).split(":")[0]);
      ToggleButton details = screen.find("#details-shown");
      ToggleButton text = screen.find("#text-shown");
      screen.act(() -> details.setSelected(true));
      screen.act(() -> screen.frame.go("Library"));
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.empty()));
      assertTrue(text.isSelected());
      screen.press(KeyCode.LEFT, false, false, true);
      screen.press(KeyCode.LEFT, false, false, true);
      assertTrue(details.isSelected());
    }
  }

  /// The first line in sight and how far it stands above the edge, in whole pixels.
  private static String top(Screen screen) {
    return Screen.get(
        () -> {
          var area = area(screen);
          var at = area.screenToLocal(area.getVisibleParagraphBoundsOnScreen(0));
          return area.visibleParToAllParIndex(0) + ": " + Math.round(at.getMinY());
        });
  }

  @Test
  void undoGoesToWhatWasUndone() throws IOException {
    try (var screen = with(HEAD.formatted("Long", "Test") + paragraphs(6))) {
      screen.act(() -> screen.frame.open(id(screen, 0), Optional.empty()));
      var first = selected(screen);
      screen.press(KeyCode.X);
      screen.press(KeyCode.J);
      screen.press(KeyCode.J);
      assertFalse(selected(screen).equals(first));
      screen.press(KeyCode.Z, false, true, false);
      assertEquals(first, selected(screen));
      assertTrue(
          screen.workbench().findings(id(screen, 0)).stream()
              .allMatch(k -> k.state() == State.MACHINE));
    }
  }

  @Test
  void charactersOfAFormerArticleAreNotMarkedInTheOneThatTookItsPlace() throws IOException {
    try (var screen =
        with(
            HEAD.formatted("The weir", "Test")
                + "The mill paid 5 million euros for the northern weir.\n\n"
                + "Subscribe to our newsletter for 3 dollars\n\n"
                + "“We never saw a cheaper weir,” said Ada Ortiz, who has run the mill for nine"
                + " years.\n")) {
      var former = id(screen, 0);
      var text = screen.workbench().article(former).orElseThrow().text();
      var at = text.indexOf("“We never");
      var words = new Span(at, text.indexOf("said") - 1);
      screen.act(() -> screen.frame.open(former, words));
      assertEquals("“We never saw a cheaper weir,”", hit(screen));
      assertEquals(1, screen.workbench().article(former).orElseThrow().removed().size());
      screen.workbench().restorePart(former, 0);
      screen.act(() -> screen.frame.go("Library"));
      screen.act(() -> screen.frame.open(former, words));
      assertEquals("", hit(screen));
    }
  }

  private static String hit(Screen screen) {
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
}
