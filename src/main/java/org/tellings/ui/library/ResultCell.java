package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Kind;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One article found: outlet, date, byline, headline, two lines around the match, counts, review.
final class ResultCell extends ListCell<Integer> {

  private static final Pattern WORD = Pattern.compile("(?<=\\s)");

  private final LibraryModel model;

  ResultCell(LibraryModel model) {
    this.model = model;
    setPrefWidth(0);
    model.arrived.subscribe(this::show);
  }

  @Override
  protected void updateItem(@Nullable Integer place, boolean empty) {
    super.updateItem(place, empty);
    show();
  }

  private void show() {
    var place = getItem();
    if (isEmpty() || place == null) {
      setGraphic(null);
      return;
    }
    setGraphic(model.row(place).map(row -> row(place, row)).orElseGet(VBox::new));
  }

  private VBox row(int place, Row row) {
    var a = row.summary();
    var outlet = Nodes.label(a.heading().outlet().code(), "mono");
    Nodes.hint(
        outlet, a.heading().outlet().isKnown() ? a.heading().outlet().name() : t("unknown outlet"));
    var head =
        Nodes.row(
            8,
            outlet,
            Nodes.label(Texts.day(a.heading().published()), "small", "muted"),
            Nodes.label(a.heading().byline(), "small", "muted"),
            Nodes.spring());
    if (!row.hit().spans().isEmpty()) {
      head.getChildren()
          .add(
              Nodes.label(
                  Texts.count(row.hit().spans().size(), t("match"), t("matches")),
                  "small",
                  "muted"));
    }
    var headline =
        Nodes.label(
            a.heading().title().isEmpty() ? t("Untitled: {0}", a.file()) : a.heading().title(),
            "headline");
    Nodes.hint(headline, headline.getText());
    var snippet = snippet(row);
    var foot = Nodes.row(16);
    for (var kind : List.of(Kind.QUOTE, Kind.CLAIM, Kind.FIGURE, Kind.DATE)) {
      foot.getChildren()
          .add(
              Nodes.row(
                  5,
                  Glyphs.letter(kind),
                  Nodes.label(Integer.toString(a.found().getOrDefault(kind, 0)), "count")));
    }
    var reviewed = Nodes.label(a.reviewed() + "/" + a.findings(), "count");
    reviewed.setMinWidth(52);
    reviewed.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    foot.getChildren().add(Nodes.spring());
    var folding = model.near.folding.get();
    var isUnder = folding.first(place) != place;
    var copies = model.near.copies.get().getOrDefault(a.id(), List.of());
    if (!folding.under(place).isEmpty()) {
      foot.getChildren().add(fold(place, folding));
    } else if (!isUnder && !copies.isEmpty()) {
      foot.getChildren().add(copies(copies));
    }
    foot.getChildren().addAll(bar(a), reviewed);
    var box = new VBox(2, head, headline, snippet, foot);
    box.getStyleClass().addAll("row", "result");
    if (isUnder) {
      box.getStyleClass().add("under");
    }
    setAccessibleText(
        t(
            isUnder
                ? "Near-identical: {0}, {1}, {2}. {3} of {4} reviewed"
                : "{0}, {1}, {2}. {3} of {4} reviewed",
            a.heading().outlet().name(),
            Texts.day(a.heading().published()),
            headline.getText(),
            a.reviewed(),
            a.findings()));
    return box;
  }

  /// "2 near-identical": so many of the articles found are nearly the same text, and fold under
  /// this one.
  private Button fold(int place, Folding folding) {
    var open = folding.isOpen(place);
    var button =
        Nodes.button(
            t("{0} near-identical", folding.under(place).size()),
            () -> model.near.toggle(place),
            "near",
            "small");
    button.setGraphic(Glyphs.icon(open ? "fth-chevron-down" : "fth-chevron-right"));
    Nodes.hint(
        button,
        open
            ? t("Fold the articles that are nearly the same text")
            : t("Show the articles found that are nearly the same text"));
    HBox.setMargin(button, new Insets(-5, 0, -5, 0));
    return button;
  }

  /// "2 copies": nearly the same text stands in articles that were not found too; it leads to them.
  private MenuButton copies(List<Summary> others) {
    var menu = new MenuButton(t("{0} copies", others.size() + 1), Glyphs.icon("fth-copy"));
    menu.getStyleClass().addAll("copies", "small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    // as high as a finger wants it, without making the row higher
    HBox.setMargin(menu, new Insets(-5, 0, -5, 0));
    for (var other : others) {
      var item =
          new MenuItem(
              t(
                  "{0} {1}: {2}",
                  other.heading().outlet().code(),
                  Texts.day(other.heading().published()),
                  other.heading().title().isEmpty() ? other.file() : other.heading().title()));
      item.setOnAction(_ -> model.open(other.id()));
      menu.getItems().add(item);
    }
    return menu;
  }

  private TextFlow snippet(Row row) {
    var flow = new TextFlow();
    var at = 0;
    for (var mark : row.marks()) {
      if (mark.start() >= at) {
        flow.getChildren().add(Nodes.text(row.snippet().substring(at, mark.start())));
        // word by word, so that a hit breaks over two lines as other words do
        for (var word : WORD.split(mark.in(row.snippet()))) {
          flow.getChildren().add(Nodes.label(word, "hit"));
        }
        at = mark.end();
      }
    }
    flow.getChildren().add(Nodes.text(row.snippet().substring(at)));
    flow.getStyleClass().add("snippet");
    flow.setMinHeight(40);
    flow.setPrefHeight(40);
    flow.setMaxHeight(40);
    var clip = new Rectangle(4000, 40);
    flow.setClip(clip);
    return flow;
  }

  /// Solid: confirmed; grey: corrected; hatched: rejected; pale: only read by the machine.
  private static HBox bar(Summary a) {
    var bar = new HBox();
    bar.getStyleClass().add("review-bar");
    for (var state : List.of(State.CONFIRMED, State.CORRECTED, State.REJECTED)) {
      var part = new Region();
      part.getStyleClass().add(state.word());
      part.setMinWidth(
          a.findings() == 0 ? 0 : 88.0 * a.states().getOrDefault(state, 0) / a.findings());
      bar.getChildren().add(part);
    }
    bar.setAccessibleText(t("{0} of {1} reviewed", a.reviewed(), a.findings()));
    return bar;
  }
}
