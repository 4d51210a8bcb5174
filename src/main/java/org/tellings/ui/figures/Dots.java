package org.tellings.ui.figures;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import org.tellings.model.Finding.Approximation;

/// The dot of a figure: exact filled; about open with a bar both sides; nearly and up to open with
/// an arrow to the left; more than and at least with an arrow to the right.
final class Dots {

  private Dots() {}

  /// The dot at this place; `size` is its radius.
  static List<Node> at(double x, double y, double size, Approximation approximation) {
    List<Node> nodes = new ArrayList<>();
    switch (approximation) {
      case EXACT -> {}
      case ABOUT -> nodes.add(line(x - 2.4 * size, y, x + 2.4 * size, y));
      case UNDER, UPTO -> nodes.addAll(arrow(x, y, size, -1));
      case OVER, ATLEAST -> nodes.addAll(arrow(x, y, size, 1));
    }
    var dot = new Circle(x, y, size);
    dot.getStyleClass().addAll("dot", approximation == Approximation.EXACT ? "full" : "open");
    nodes.add(dot);
    return nodes;
  }

  private static List<Node> arrow(double x, double y, double size, int way) {
    var tip = x + way * 3.4 * size;
    var head =
        new Polyline(tip - way * size, y - size * 0.8, tip, y, tip - way * size, y + size * 0.8);
    head.getStyleClass().add("dot-line");
    return List.of(line(x, y, tip, y), head);
  }

  private static Shape line(double x1, double y1, double x2, double y2) {
    var line = new Line(x1, y1, x2, y2);
    line.getStyleClass().add("dot-line");
    return line;
  }
}
