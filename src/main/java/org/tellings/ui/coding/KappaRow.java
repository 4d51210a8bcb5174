package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.tellings.coding.Agreement.OfCode;
import org.tellings.ui.kit.Nodes;

/// Kappa of one code on the axis from 0 to 1, with its interval: a filled dot where it is at least
/// tentative (0.67), an open one below.
final class KappaRow extends HBox {

  private static final double NAME = 128;
  private static final double VALUE = 40;
  private static final double HEIGHT = 22;
  private static final double TENTATIVE = 0.67;
  private static final double RELIABLE = 0.80;

  KappaRow(OfCode one, boolean selected, Consumer<String> select) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("kappa-row");
    if (selected) {
      getStyleClass().add("selected");
    }
    var f = one.figures();
    var own = one.code().substring(one.code().lastIndexOf('›') + 1).strip();
    var name = Nodes.label(own, selected ? "strong" : "small");
    fixed(name, NAME);
    Nodes.hint(name, one.code());
    var value = Nodes.fixed(AgreementPane.shown(f.kappa()), "small");
    fixed(value, VALUE);
    value.setAlignment(Pos.CENTER_RIGHT);
    var plot = plot();
    if (!Double.isNaN(f.kappa())) {
      if (f.kappaFrom().draws() > 0) {
        var line = new Line();
        line.getStyleClass().add("interval");
        line.startXProperty().bind(plot.widthProperty().multiply(within(f.kappaFrom().low())));
        line.endXProperty().bind(plot.widthProperty().multiply(within(f.kappaFrom().high())));
        line.setStartY(HEIGHT / 2);
        line.setEndY(HEIGHT / 2);
        plot.getChildren().add(line);
      }
      var dot = new Circle(4.5);
      dot.getStyleClass().add(f.kappa() >= TENTATIVE ? "dot" : "open-dot");
      dot.centerXProperty().bind(plot.widthProperty().multiply(within(f.kappa())));
      dot.setCenterY(HEIGHT / 2);
      plot.getChildren().add(dot);
    }
    getChildren().addAll(name, plot, value);
    setOnMouseClicked(_ -> select.accept(one.code()));
    setAccessibleText(
        Double.isNaN(f.kappa())
            ? t("{0}, kappa cannot be said", one.code())
            : t(
                "{0}, kappa {1}, from {2} to {3}, {4}",
                one.code(),
                AgreementPane.shown(f.kappa()),
                AgreementPane.shown(f.kappaFrom().low()),
                AgreementPane.shown(f.kappaFrom().high()),
                f.kappa() >= RELIABLE
                    ? t("reliable")
                    : f.kappa() >= TENTATIVE ? t("tentative") : t("not reliable")));
  }

  private static void fixed(Label label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
  }

  private static double within(double value) {
    return Math.clamp(value, 0.0, 1.0);
  }

  private static Pane plot() {
    var plot = new Pane();
    plot.setMinHeight(HEIGHT);
    plot.setPrefHeight(HEIGHT);
    plot.setMinWidth(60);
    HBox.setHgrow(plot, Priority.ALWAYS);
    var ground = new Region();
    ground.getStyleClass().add("reliable-ground");
    ground.layoutXProperty().bind(plot.widthProperty().multiply(RELIABLE));
    plot.widthProperty().subscribe(_ -> ground.resize(plot.getWidth() * (1 - RELIABLE), HEIGHT));
    ground.setManaged(false);
    plot.getChildren().add(ground);
    for (var at : new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}) {
      plot.getChildren().add(upright(plot, at, "grid"));
    }
    plot.getChildren().add(upright(plot, TENTATIVE, "tentative"));
    return plot;
  }

  private static Line upright(Pane plot, double at, String style) {
    var line = new Line(0, 0, 0, HEIGHT);
    line.getStyleClass().add(style);
    line.startXProperty().bind(plot.widthProperty().multiply(at));
    line.endXProperty().bind(plot.widthProperty().multiply(at));
    return line;
  }

  /// The names of the two limits above the plot.
  static Node header() {
    var plot = new Pane();
    HBox.setHgrow(plot, Priority.ALWAYS);
    plot.setMinHeight(HEIGHT);
    var tentative = Nodes.fixed(t("0.67 tentative"), "hint");
    var reliable = Nodes.fixed(t("0.80 reliable"), "hint");
    tentative
        .layoutXProperty()
        .bind(plot.widthProperty().multiply(0.785).subtract(tentative.widthProperty()));
    reliable.layoutXProperty().bind(plot.widthProperty().multiply(RELIABLE).add(4));
    plot.getChildren().addAll(tentative, reliable);
    return framed(plot);
  }

  /// The numbers below it.
  static Node axis() {
    var plot = new Pane();
    HBox.setHgrow(plot, Priority.ALWAYS);
    plot.setMinHeight(HEIGHT);
    for (var at : new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}) {
      var label = Nodes.fixed(String.format(java.util.Locale.ROOT, "%.1f", at), "hint");
      label
          .layoutXProperty()
          .bind(plot.widthProperty().multiply(at).subtract(label.widthProperty().divide(2)));
      plot.getChildren().add(label);
    }
    return framed(plot);
  }

  private static Node framed(Pane plot) {
    var before = new Region();
    before.setMinWidth(NAME);
    var after = new Region();
    after.setMinWidth(VALUE);
    return Nodes.row(8, before, plot, after);
  }
}
