package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.model.Facets;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// When the articles were published: a bar for each stretch of time. A click, or Enter on the bar
/// that the arrows went to, keeps only its articles.
final class Histogram extends VBox {

  private static final double HEIGHT = 36;

  private final LibraryModel model;
  private final List<Facets.Bar> bars;
  private final HBox columns = new HBox(1);
  private int at = -1;

  Histogram(LibraryModel model, Facets.Published published) {
    this.model = model;
    this.bars = TimeAxis.of(published.days());
    var most = bars.stream().mapToInt(Facets.Bar::articles).max().orElse(1);
    columns.getStyleClass().addAll("histogram", "editor");
    columns.setId("histogram");
    columns.setFocusTraversable(true);
    columns.setAccessibleText(t("Published, arrows go to a bar, Enter keeps its articles"));
    columns.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    bars.forEach(bar -> columns.getChildren().add(column(bar, most)));
    var ends =
        Nodes.row(
            8,
            Nodes.label(Texts.day(bars.getFirst().from()), "hint"),
            Nodes.spring(),
            Nodes.label(Texts.day(bars.getLast().to()), "hint"));
    getChildren().addAll(columns, ends);
  }

  private VBox column(Facets.Bar bar, int most) {
    var day = new Region();
    day.getStyleClass().add("day");
    if (model.isChosen(bar.from(), bar.to())) {
      day.getStyleClass().add("in");
    }
    var height = bar.articles() == 0 ? 0 : Math.max(3, (HEIGHT - 2) * bar.articles() / most);
    day.setMinHeight(height);
    day.setMaxHeight(height);
    // the whole height can be hit
    var column = new VBox(day);
    column.getStyleClass().add("time");
    column.setAlignment(Pos.BOTTOM_CENTER);
    column.setMinHeight(HEIGHT);
    column.setMinWidth(0);
    column.setPrefWidth(1);
    HBox.setHgrow(column, Priority.ALWAYS);
    Nodes.hint(column, words(bar));
    column.setAccessibleText(words(bar));
    column.setOnMouseClicked(_ -> choose(bar));
    return column;
  }

  private static String words(Facets.Bar bar) {
    var articles = Texts.count(bar.articles(), t("article"), t("articles"));
    return bar.from().equals(bar.to())
        ? t("{0}: {1}", Texts.day(bar.from()), articles)
        : t("{0} to {1}: {2}", Texts.day(bar.from()), Texts.day(bar.to()), articles);
  }

  private void choose(Facets.Bar bar) {
    if (bar.articles() > 0) {
      model.during(bar.from(), bar.to());
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> go(-1);
      case RIGHT -> go(1);
      case ENTER, SPACE -> {
        if (at >= 0) {
          choose(bars.get(at));
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// To the next bar with articles.
  private void go(int by) {
    var to = at < 0 && by < 0 ? bars.size() - 1 : at + by;
    while (to >= 0 && to < bars.size() && bars.get(to).articles() == 0) {
      to += by;
    }
    if (to >= 0 && to < bars.size()) {
      at = to;
      columns.getChildren().forEach(column -> column.getStyleClass().remove("at"));
      columns.getChildren().get(at).getStyleClass().add("at");
      columns.setAccessibleText(words(bars.get(at)));
    }
  }
}
