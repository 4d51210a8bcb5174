package org.tellings.ui.figures;

import static org.tellings.ui.kit.Texts.t;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Quantity;
import org.tellings.model.Finding.Approximation;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;

/// One quantity: what is measured, the values printed, how often, by how many, how far apart.
final class QuantityCell extends ListCell<Quantity> {

  static final double RANGE = 120;
  static final double MENTIONS = 60;
  static final double OUTLETS = 56;
  static final double SPREAD = 64;

  private final FiguresModel model;

  QuantityCell(FiguresModel model) {
    this.model = model;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Quantity quantity, boolean empty) {
    super.updateItem(quantity, empty);
    if (empty || quantity == null) {
      setGraphic(null);
      return;
    }
    var name = Nodes.label(quantity.measures(), "strong");
    Nodes.hint(name, quantity.measures());
    name.setMinWidth(0);
    var about = Nodes.label(about(quantity), "small", "muted");
    Nodes.hint(about, about.getText());
    about.setMinWidth(0);
    var words = new VBox(2, name, about);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (model.board.merging.get().filter(quantity::equals).isPresent()) {
      about.setText(t("the same as…"));
    }
    var spread = Nodes.label(FiguresModel.spread(quantity), "small");
    spread.getStyleClass().add(FiguresModel.isConflict(quantity) ? "danger" : "muted");
    var row =
        Nodes.row(
            8,
            words,
            range(quantity),
            right(Nodes.label(t("{0}", quantity.tellings().size())), MENTIONS),
            right(Nodes.label(t("{0}", quantity.outlets().size())), OUTLETS),
            right(spread, SPREAD),
            Glyphs.of(quantity.most().telling().kept().state()));
    row.getStyleClass().addAll("row", "quantity");
    setGraphic(row);
    setAccessibleText(
        t(
            "{0}, {1}: {2}. {3} mentions in {4} outlets, {5}. {6}",
            quantity.measures(),
            about(quantity),
            printed(quantity),
            quantity.tellings().size(),
            quantity.outlets().size(),
            FiguresModel.words(quantity.verdict()),
            quantity.why()));
  }

  private static Label right(Label label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setAlignment(Pos.CENTER_RIGHT);
    return label;
  }

  /// "27 January 2025 · at the close · US dollars".
  static String about(Quantity quantity) {
    return Stream.of(
            quantity.moment(),
            quantity.scope(),
            Optional.of(Amount.unit(quantity.unit())).filter(u -> !u.isEmpty()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  /// "$589bn to $600bn", or the one value.
  static String printed(Quantity quantity) {
    var low = Amount.shortly(quantity.lowest(), quantity.unit());
    var high = Amount.shortly(quantity.highest(), quantity.unit());
    return low.equals(high) ? low : t("{0} to {1}", low, high);
  }

  private static VBox range(Quantity quantity) {
    var line = new Pane();
    line.setMinSize(RANGE, 14);
    line.setMaxSize(RANGE, 14);
    line.getStyleClass().add("figure-plot");
    var ground = new Line(0, 7, RANGE, 7);
    ground.getStyleClass().add("tick-line");
    line.getChildren().add(ground);
    var axis = Axis.over(quantity.lowest(), quantity.highest());
    if (quantity.lowest().compareTo(quantity.highest()) != 0) {
      var between =
          new Line(RANGE * axis.at(quantity.lowest()), 7, RANGE * axis.at(quantity.highest()), 7);
      between.getStyleClass().add("between");
      line.getChildren().add(between);
    }
    Map<BigDecimal, Approximation> values = new LinkedHashMap<>();
    quantity
        .tellings()
        .forEach(p -> values.merge(p.value(), p.figure().approximation(), QuantityCell::plainer));
    values.forEach(
        (value, how) ->
            line.getChildren()
                .addAll(
                    Dots.at(
                            RANGE * axis.at(value),
                            7,
                            3.5,
                            how == Approximation.EXACT ? how : Approximation.ABOUT)
                        .reversed()
                        .subList(0, 1)));
    var label = Nodes.label(printed(quantity), "small");
    label.setMaxWidth(RANGE);
    Nodes.hint(label, label.getText());
    var box = new VBox(2, line, label);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(RANGE);
    box.setMaxWidth(RANGE);
    return box;
  }

  /// A value that somebody prints as exact is shown as exact.
  private static Approximation plainer(Approximation a, Approximation b) {
    return a == Approximation.EXACT ? a : b;
  }
}
