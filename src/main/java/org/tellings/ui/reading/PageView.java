package org.tellings.ui.reading;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.tellings.timeline.Days;
import org.tellings.timeline.StoryPage;
import org.tellings.timeline.StoryPage.Line;
import org.tellings.timeline.Term;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The page at hand: when, what, the sentences, where the outlets agree and differ, the terms, and
/// the ways to the pages before and after.
final class PageView extends StackPane {

  private static final double WIDTH = 592;
  private static final double GAP = 32;

  private final ReadingModel model;
  private final VBox column = new VBox();
  private final ScrollPane scroll;
  private final Label meaning = Nodes.label("", "meaning");
  private final List<Text> terms = new ArrayList<>();

  PageView(ReadingModel model) {
    this.model = model;
    getStyleClass().add("story-page");
    column.getStyleClass().add("story-column");
    column.setMaxWidth(WIDTH);
    column.setMinWidth(0);
    var centred = new HBox(column);
    centred.setAlignment(Pos.TOP_CENTER);
    HBox.setHgrow(column, Priority.ALWAYS);
    scroll = new ScrollPane(centred);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("page");
    scroll.setAccessibleText(t("The page"));
    scroll.vvalueProperty().subscribe(_ -> meaning.setVisible(false));
    meaning.setWrapText(true);
    meaning.setManaged(false);
    meaning.setMouseTransparent(true);
    meaning.setVisible(false);
    getChildren().addAll(scroll, meaning);
  }

  /// Text of this size, in pixels of the reader's text.
  void size(int pixels) {
    column.getStyleClass().removeIf(style -> style.startsWith("read-"));
    column.getStyleClass().add("read-" + pixels);
  }

  /// Puts the keyboard on the page.
  void toPage() {
    scroll.requestFocus();
  }

  /// Shows the page at hand from its top.
  void show() {
    terms.clear();
    meaning.setVisible(false);
    column.getChildren().clear();
    model.page().ifPresent(this::page);
    scroll.setVvalue(0);
  }

  private void page(StoryPage page) {
    var all = column.getChildren();
    var when = Nodes.label(Days.read(page.mode(), page.when()), "story-when");
    var title = Nodes.label(page.title(), "story-heading");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    all.addAll(when, title);
    for (var paragraph : page.body()) {
      all.add(lines(paragraph, "story-body"));
    }
    if (!page.agreed().isEmpty() || !page.differing().isEmpty()) {
      var agreed = points(t("What the outlets agree on"), page.agreed());
      var differing = points(t("Where they differ"), page.differing());
      var both = new HBox(GAP, agreed, differing);
      both.getStyleClass().add("story-points");
      all.add(both);
    }
    if (!page.terms().isEmpty()) {
      var explained = new VBox(8);
      explained.getStyleClass().add("story-terms");
      page.terms().forEach(term -> explained.getChildren().add(definition(term)));
      all.add(explained);
    }
    all.addAll(Nodes.spring(), ways());
  }

  private Lines lines(List<Line> paragraph, String style) {
    var lines = Lines.of(paragraph, new Lines.Leading(model::open, this::explain));
    lines.getStyleClass().add(style);
    terms.addAll(lines.terms());
    return lines;
  }

  private Node points(String heading, List<Line> lines) {
    var column = new VBox(6, Nodes.label(heading, "strong"));
    for (var line : lines) {
      var bullet = Nodes.fixed("•", "bullet");
      var words = lines(List.of(line), "story-point");
      HBox.setHgrow(words, Priority.ALWAYS);
      var row = new HBox(8, bullet, words);
      column.getChildren().add(row);
    }
    if (lines.isEmpty()) {
      column.getChildren().add(Nodes.label(t("Nothing that was confirmed."), "muted"));
    }
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMinWidth(0);
    column.setPrefWidth((WIDTH - GAP) / 2);
    return column;
  }

  private Node definition(Term term) {
    var flow =
        new javafx.scene.text.TextFlow(
            Nodes.text(Texts.capital(term.word()) + "   ", "strong"),
            Nodes.text(term.meaning(), "muted"));
    flow.getStyleClass().add("text-flow");
    var uses =
        Nodes.button(t("See its uses in the articles"), () -> model.search(term.word()), "link");
    uses.setAccessibleText(t("See the uses of {0} in the articles", term.word()));
    return new VBox(flow, uses);
  }

  /// To the page before and the page after.
  private Node ways() {
    var row = Nodes.row(16);
    row.getStyleClass().add("story-ways");
    model
        .page(model.at.get() - 1)
        .ifPresent(before -> row.getChildren().add(way("fth-arrow-left", before, -1, "secondary")));
    row.getChildren().add(Nodes.spring());
    model
        .page(model.at.get() + 1)
        .ifPresent(after -> row.getChildren().add(way("fth-arrow-right", after, 1, "primary")));
    return row;
  }

  private Button way(String icon, StoryPage page, int by, String look) {
    var button = Nodes.button(page.title(), () -> model.step(by), look);
    button.setGraphic(Glyphs.icon(icon));
    button.setContentDisplay(
        by > 0
            ? javafx.scene.control.ContentDisplay.RIGHT
            : javafx.scene.control.ContentDisplay.LEFT);
    button.setMinWidth(0);
    button.setId(by > 0 ? "next-page" : "page-before");
    button.setAccessibleText(
        by > 0 ? t("Next: {0}", page.title()) : t("Before: {0}", page.title()));
    Nodes.hint(button, page.title());
    return button;
  }

  // -- terms --

  /// Puts the keyboard on the next term of the page, after the last on the first; false without
  /// one.
  boolean nextTerm() {
    if (terms.isEmpty()) {
      return false;
    }
    var now = -1;
    for (var i = 0; i < terms.size(); i++) {
      if (terms.get(i).isFocused()) {
        now = i;
      }
    }
    terms.get((now + 1) % terms.size()).requestFocus();
    return true;
  }

  /// True when a meaning was open and is hidden now.
  boolean hideMeaning() {
    var was = meaning.isVisible();
    meaning.setVisible(false);
    return was;
  }

  private void explain(Node at, Optional<Term> term) {
    meaning.setVisible(term.isPresent());
    if (term.isEmpty()) {
      return;
    }
    meaning.setText(term.get().meaning());
    var place = sceneToLocal(at.localToScene(at.getLayoutBounds()));
    var width = Math.min(340, Math.max(120, getWidth() - 16));
    meaning.resize(width, meaning.prefHeight(width));
    var x = Math.clamp(place.getMinX(), 8, Math.max(8, getWidth() - width - 8));
    var isBelow = place.getMaxY() + meaning.getHeight() + 8 < getHeight();
    meaning.relocate(x, isBelow ? place.getMaxY() + 4 : place.getMinY() - meaning.getHeight() - 4);
  }
}
