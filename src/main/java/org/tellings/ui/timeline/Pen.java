package org.tellings.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.tellings.ui.timeline.Inks.Ink;

/// Draws on a canvas in the colours of the theme. Lines and edges lie on whole pixels. Only on the
/// screen's thread.
final class Pen {

  static final Font SMALL = Font.font("Inter Medium", 11);
  static final Font STRONG = Font.font("Inter SemiBold", 11);
  static final Font CODE = Font.font("JetBrains Mono Medium", 11);

  private static final Map<String, Double> WIDE = new HashMap<>();

  private final GraphicsContext on;
  private final Inks inks;

  Pen(Canvas canvas, Inks inks) {
    this.on = canvas.getGraphicsContext2D();
    this.inks = inks;
    on.setTextBaseline(VPos.CENTER);
  }

  /// How wide words of the small font are.
  static double wide(String words) {
    if (WIDE.size() > 5000) {
      WIDE.clear();
    }
    return WIDE.computeIfAbsent(
        words,
        w -> {
          var text = new Text(w);
          text.setFont(STRONG);
          return Math.ceil(text.getLayoutBounds().getWidth());
        });
  }

  void clear(double width, double height) {
    on.setLineDashes();
    on.clearRect(0, 0, width, height);
  }

  void fill(Ink ink, double x, double y, double width, double height) {
    on.setFill(inks.of(ink));
    var left = Math.round(x);
    var top = Math.round(y);
    on.fillRect(left, top, Math.max(1, Math.round(x + width) - left), Math.round(y + height) - top);
  }

  void line(Ink ink, double x1, double y1, double x2, double y2) {
    line(ink, 1, x1, y1, x2, y2);
  }

  void line(Ink ink, double width, double x1, double y1, double x2, double y2) {
    var left = Math.floor(Math.min(x1, x2));
    var top = Math.floor(Math.min(y1, y2));
    var wide = Math.floor(Math.max(x1, x2)) - left;
    var tall = Math.floor(Math.max(y1, y2)) - top;
    if (wide == 0 || tall == 0) { // a stroke takes several times as long
      var out = Math.floor(width / 2);
      on.setFill(inks.of(ink));
      on.fillRect(left - out, top - out, wide + width, tall + width);
      return;
    }
    on.setStroke(inks.of(ink));
    on.setLineWidth(width);
    var half = width % 2 == 1 ? 0.5 : 0;
    on.strokeLine(
        Math.floor(x1) + half, Math.floor(y1) + half, Math.floor(x2) + half, Math.floor(y2) + half);
  }

  /// A line that need not lie on whole pixels.
  void slant(Ink ink, double x1, double y1, double x2, double y2) {
    on.setStroke(inks.of(ink));
    on.setLineWidth(1.2);
    on.strokeLine(x1, y1, x2, y2);
  }

  void dashes(double... lengths) {
    on.setLineDashes(lengths);
  }

  /// A bar with round ends, filled or only its edge.
  void bar(Ink ink, double x, double y, double width, double height, boolean filled) {
    var left = Math.round(x);
    var top = Math.round(y);
    var wide = Math.max(height, Math.round(width));
    if (filled) {
      on.setFill(inks.of(ink));
      on.fillRoundRect(left, top, wide, height, height, height);
    } else {
      on.setStroke(inks.of(ink));
      on.setLineWidth(1);
      on.strokeRoundRect(left + 0.5, top + 0.5, wide - 1, height - 1, height, height);
    }
  }

  void dot(Ink ink, double x, double y, double radius) {
    on.setFill(inks.of(ink));
    on.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  void ring(Ink ink, double x, double y, double radius, double width) {
    on.setFill(inks.of(Ink.GROUND));
    on.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    on.setStroke(inks.of(ink));
    on.setLineWidth(width);
    on.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  void diamond(Ink ink, double x, double y, double radius, boolean filled) {
    double[] across = {x - radius, x, x + radius, x};
    double[] down = {y, y - radius, y, y + radius};
    on.setFill(inks.of(filled ? ink : Ink.GROUND));
    on.fillPolygon(across, down, 4);
    on.setStroke(inks.of(ink));
    on.setLineWidth(1.2);
    on.strokePolygon(across, down, 4);
  }

  /// A triangle on its point.
  void triangle(Ink ink, double x, double y, double radius, boolean filled) {
    double[] across = {x - radius, x + radius, x};
    double[] down = {y - radius + 1, y - radius + 1, y + radius};
    on.setFill(inks.of(filled ? ink : Ink.GROUND));
    on.fillPolygon(across, down, 3);
    on.setStroke(inks.of(ink));
    on.setLineWidth(1.2);
    on.strokePolygon(across, down, 3);
  }

  /// A flag whose mast stands at `x`, with its foot at `y`.
  void flag(Ink ink, double x, double y) {
    var mast = Math.round(x);
    var foot = Math.round(y);
    on.setFill(inks.of(ink));
    on.fillRect(mast, foot - 13, 1.5, 13);
    on.fillPolygon(
        new double[] {mast + 1, mast + 10, mast + 7, mast + 10, mast + 1},
        new double[] {foot - 13, foot - 13, foot - 9.5, foot - 6, foot - 6},
        5);
  }

  void edge(Ink ink, double x, double y, double width, double height, double line) {
    on.setStroke(inks.of(ink));
    on.setLineWidth(line);
    on.strokeRoundRect(Math.round(x), Math.round(y), Math.round(width), Math.round(height), 4, 4);
  }

  /// Words with their middle at `y`, from `x` on.
  void words(Ink ink, Font font, String words, double x, double y) {
    on.setFont(font);
    on.setFill(inks.of(ink));
    on.fillText(words, Math.round(x), Math.round(y));
  }
}
