package org.tellings.ui.figures;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.tellings.compare.Quantity;
import org.tellings.compare.Quantity.Printed;
import org.tellings.model.Dated;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The values printed for a quantity, a row an outlet or a row a day; the dashed line is the value
/// most printed. The axis is zoomed to the data. The table below it has the same rows in words.
final class ValuePlot extends Pane {

  private static final double HEAD = 40;
  private static final double ROW = 26;
  private static final double FOOT = 28;
  private static final double NAMES = 104;
  private static final double WORDS = 220;
  private static final double SIDE = 16;

  /// Values that stand in one row: of an outlet, or of a day.
  private record Row(String name, String spoken, List<Printed> values) {}

  private final Consumer<Printed> select;
  private Optional<Quantity> shown = Optional.empty();
  private Optional<Printed> selected = Optional.empty();
  private List<Row> rows = List.of();

  ValuePlot(Consumer<Printed> select) {
    this.select = select;
    getStyleClass().add("figure-plot");
  }

  void show(Quantity quantity, boolean byDate, Optional<Printed> selected) {
    shown = Optional.of(quantity);
    this.selected = selected;
    rows = rows(quantity, byDate);
    var height = HEAD + rows.size() * ROW + FOOT;
    setMinHeight(height);
    setPrefHeight(height);
    setAccessibleText(
        rows.stream().map(r -> r.spoken() + " " + words(r)).collect(Collectors.joining(", ")));
    requestLayout();
  }

  private static List<Row> rows(Quantity quantity, boolean byDate) {
    Map<String, List<Printed>> grouped = new LinkedHashMap<>();
    var inOrder =
        quantity.tellings().stream()
            .sorted(
                Comparator.comparing(
                    p -> p.telling().heading().published().map(Dated::value).orElse("9999")))
            .toList();
    for (var printed : inOrder) {
      var key =
          byDate
              ? Texts.day(printed.telling().heading().published())
              : Texts.outlet(printed.telling().outlet());
      grouped.computeIfAbsent(key, _ -> new ArrayList<>()).add(printed);
    }
    return grouped.entrySet().stream()
        .map(
            e ->
                new Row(
                    byDate ? e.getKey() : e.getValue().getFirst().telling().outlet().code(),
                    e.getKey(),
                    e.getValue()))
        .toList();
  }

  /// “$593bn” later “nearly $600bn”.
  private static String words(Row row) {
    return row.values().stream()
        .map(p -> "“" + p.telling().text() + "”")
        .distinct()
        .collect(Collectors.joining(t(" later ")));
  }

  @Override
  protected void layoutChildren() {
    getChildren().clear();
    shown.filter(_ -> getWidth() > NAMES + WORDS + 100).ifPresent(this::draw);
  }

  private void draw(Quantity quantity) {
    var width = getWidth();
    var left = NAMES;
    var right = width - WORDS - SIDE;
    var axis = Axis.over(quantity.lowest(), quantity.highest());
    var bottom = HEAD + rows.size() * ROW;
    for (var tick : axis.ticks()) {
      var x = Math.round(left + axis.at(tick) * (right - left)) + 0.5;
      add(new Line(x, HEAD, x, bottom), "tick-line");
      place(Nodes.label(Amount.shortly(tick, quantity.unit()), "hint"), x, bottom + 14, 0.5);
    }
    for (var i = 0; i < rows.size(); i++) {
      row(quantity, rows.get(i), HEAD + i * ROW, axis, left, right, width);
    }
    var most = quantity.most();
    var x = Math.round(left + axis.at(most.value()) * (right - left)) + 0.5;
    var line = new Line(x, HEAD - 16, x, bottom);
    line.getStrokeDashArray().addAll(2.0, 3.0);
    add(line, "most-line");
    var label =
        Nodes.label(t("most printed: {0}", Amount.shortly(most.value(), quantity.unit())), "hint");
    place(label, x, HEAD - 26, 0.5);
  }

  private void row(
      Quantity quantity, Row row, double top, Axis axis, double left, double right, double width) {
    var y = top + ROW / 2;
    var ground = new Region();
    ground.getStyleClass().add("plot-row");
    if (selected.filter(row.values()::contains).isPresent()) {
      ground.getStyleClass().add("selected");
    }
    ground.setAccessibleRole(AccessibleRole.BUTTON);
    ground.setAccessibleText(row.spoken() + " " + words(row));
    ground.setOnMouseClicked(_ -> select.accept(row.values().getFirst()));
    getChildren().add(ground);
    ground.resizeRelocate(0, top, width, ROW);
    var name = Nodes.label(row.name(), "mono");
    Nodes.hint(name, row.spoken());
    place(name, SIDE, y, 0);
    add(new Line(left, Math.round(y) + 0.5, right, Math.round(y) + 0.5), "tick-line");
    var places = row.values().stream().mapToDouble(p -> axis.at(p.value())).summaryStatistics();
    if (places.getMax() > places.getMin()) {
      add(
          new Line(
              left + places.getMin() * (right - left),
              y,
              left + places.getMax() * (right - left),
              y),
          "between");
    }
    for (var printed : row.values()) {
      var figure = printed.figure();
      if (figure.low().compareTo(figure.high()) != 0) {
        add(
            new Line(
                left + axis.at(figure.low()) * (right - left),
                y,
                left + axis.at(figure.high()) * (right - left),
                y),
            "between");
      }
      var x = left + axis.at(printed.value()) * (right - left);
      for (var node : Dots.at(x, y, 4.5, figure.approximation())) {
        Nodes.hint(
            node,
            row.spoken()
                + ", "
                + printed.telling().text()
                + ", "
                + Amount.kind(figure)
                + ". "
                + printed.why());
        node.setOnMouseClicked(_ -> select.accept(printed));
        getChildren().add(node);
      }
    }
    var words = Nodes.label(words(row), "printed-words");
    words.setMaxWidth(WORDS - 8);
    Nodes.hint(words, words(row));
    place(words, right + SIDE + 8, y, 0);
  }

  private void add(Line line, String look) {
    line.getStyleClass().add(look);
    line.setMouseTransparent(true);
    getChildren().add(line);
  }

  /// Puts a label with its middle at `y`; `share` of its width lies left of `x`.
  private void place(Label label, double x, double y, double share) {
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    label.relocate(Math.round(x - share * label.getWidth()), Math.round(y - label.getHeight() / 2));
    label.setMouseTransparent(!Nodes.hasHint(label));
  }
}
