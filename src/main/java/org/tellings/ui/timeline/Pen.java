package org.tellings.ui.timeline;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.tellings.model.State;
import org.tellings.ui.timeline.Inks.Ink;

/// Draws on a canvas in the colours of the theme. Lines and edges lie on whole pixels. Only on the
/// screen's thread.
class Pen {

  static final Font SMALL = Font.font("Inter Medium", 11);
  static final Font STRONG = Font.font("Inter SemiBold", 11);
  static final Font CODE = Font.font("JetBrains Mono Medium", 11);

  /// Of a card's title, and of what stands below it.
  static final Font TITLE = Font.font("Inter SemiBold", 12);

  static final Font PLAIN = Font.font("Inter", 12);

  /// Widths, by font.
  private static final Map<Font, Map<String, Double>> WIDE = new IdentityHashMap<>();

  private final Canvas canvas;

  private final GraphicsContext on;
  private final Inks inks;
  private final Scale larger = new Scale(1, 1);

  Pen(Canvas canvas, Inks inks) {
    this.canvas = canvas;
    this.on = canvas.getGraphicsContext2D();
    this.inks = inks;
    on.setTextBaseline(VPos.CENTER);
    canvas.getTransforms().add(larger);
  }

  /// How wide words of the small font are.
  static double wide(String words) {
    return Math.ceil(wide(STRONG, words));
  }

  /// How wide words of a font are, to a fraction of a pixel.
  static double wide(Font font, String words) {
    var known = WIDE.computeIfAbsent(font, _ -> new HashMap<>());
    if (known.size() > 5000) {
      known.clear();
    }
    return known.computeIfAbsent(
        words,
        w -> {
          var text = new Text(w);
          text.setFont(font);
          return text.getLayoutBounds().getWidth();
        });
  }

  /// Makes the canvas as large as this, with a pixel of it for each of the screen also where the
  /// window is drawn larger, and clears it.
  void fit(double width, double height) {
    var by = Math.max(1, canvas.getParent().getLocalToSceneTransform().getMxx());
    if (larger.getX() * by != 1) {
      larger.setX(1 / by);
      larger.setY(1 / by);
    }
    canvas.setWidth(Math.ceil(width * by));
    canvas.setHeight(Math.ceil(height * by));
    on.setTransform(by, 0, 0, by, 0, 0);
    clear(width, height);
  }

  void clear(double width, double height) {
    dashes();
    on.clearRect(0, 0, width, height);
  }

  /// Where an event stands on the axis; a plan is hollow.
  void point(Mark mark, double x, double y, double radius) {
    if (mark.isPlanned()) {
      ring(Ink.DATE, x, y, radius, 1.5);
    } else {
      dot(Ink.DATE, x, y, radius);
    }
  }

  /// A card without its words.
  void card(
      double x, double y, double width, double height, boolean isSelected, boolean isMerging) {
    on.setFill(inks.of(Ink.GROUND));
    on.fillRect(x, y, width, height);
    if (isSelected || isMerging) {
      on.setStroke(inks.of(isMerging ? Ink.DATE : Ink.ACCENT));
      on.setLineWidth(2);
      dashes(isMerging ? new double[] {4, 3} : new double[0]);
      on.strokeRoundRect(x + 1, y + 1, width - 2, height - 2, 6, 6);
      dashes();
      return;
    }
    on.setStroke(inks.of(Ink.LINE));
    on.setLineWidth(1);
    on.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, 6, 6);
    on.setFill(inks.of(Ink.DATE));
    on.fillRect(x + 1, y, width - 2, 2);
  }

  /// The sign of a review state in a box of 14, as nodes have it.
  void state(State state, double x, double y) {
    on.save();
    on.translate(x, y);
    on.setStroke(inks.of(Ink.WORDS));
    on.setFill(inks.of(Ink.WORDS));
    on.setLineWidth(1.5);
    switch (state) {
      case MACHINE -> {
        dashes(2.2, 1.9);
        on.strokeOval(1.75, 1.75, 10.5, 10.5);
      }
      case CONFIRMED -> {
        on.fillOval(1, 1, 12, 12);
        inner("M4.2 7.2l2 2 3.6-4");
      }
      case CORRECTED -> {
        path("M7 .8L13.2 7 7 13.2.8 7z");
        on.fill();
        inner("M5 7h4");
      }
      case REJECTED -> {
        on.strokeOval(1.75, 1.75, 10.5, 10.5);
        path("M4.9 4.9l4.2 4.2M9.1 4.9l-4.2 4.2");
        on.stroke();
      }
    }
    on.restore();
  }

  private void inner(String shape) {
    on.setStroke(inks.of(Ink.GROUND));
    on.setLineWidth(1.6);
    path(shape);
    on.stroke();
  }

  private void path(String shape) {
    on.beginPath();
    on.appendSVGPath(shape);
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
    // else each dash grows by half its width at either end, over the gap
    on.setLineCap(lengths.length > 0 ? StrokeLineCap.BUTT : StrokeLineCap.SQUARE);
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
