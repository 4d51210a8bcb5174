package org.tellings.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

/// Running words with marks behind them and lines under them, which stay where their words go. Only
/// on the screen's thread.
public abstract class MarkedFlow extends Region {

  private record Mark(int from, int to, Path path, boolean isLine) {}

  /// How far over the foot of a line of text a line under its words stands, in pixels.
  private static final double BELOW = 2;

  private static final double WIDTH = 200;

  /// The words.
  protected final TextFlow flow = new TextFlow();

  private final List<Mark> marks = new ArrayList<>();

  protected MarkedFlow() {
    getChildren().add(flow);
  }

  /// A mark behind the characters from `from` to before `to` of all words, over earlier marks;
  /// `looks` name it in the stylesheet.
  protected final Path behind(int from, int to, String... looks) {
    var mark = mark(from, to, false, looks);
    getChildren().add(getChildren().indexOf(flow), mark);
    return mark;
  }

  /// A line under the characters from `from` to before `to` of all words.
  protected final void under(int from, int to, String... looks) {
    getChildren().add(mark(from, to, true, looks));
  }

  private Path mark(int from, int to, boolean isLine, String... looks) {
    var path = new Path();
    path.getStyleClass().addAll(looks);
    path.setManaged(false);
    path.setMouseTransparent(true);
    marks.add(new Mark(from, to, path, isLine));
    return path;
  }

  @Override
  public final Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected final double computePrefHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected final double computeMinHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected final double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected final void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    flow.layout();
    for (var mark : marks) {
      var shape = flow.getRangeShape(mark.from(), mark.to(), false);
      mark.path().getElements().setAll(mark.isLine() ? feet(shape) : List.of(shape));
    }
  }

  /// Lines under the rectangles of a shape.
  private static List<PathElement> feet(PathElement[] shape) {
    List<PathElement> lines = new ArrayList<>();
    List<Point2D> corners = new ArrayList<>();
    for (var element : shape) {
      if (element instanceof MoveTo to) {
        foot(corners, lines);
        corners.add(new Point2D(to.getX(), to.getY()));
      } else if (element instanceof LineTo to) {
        corners.add(new Point2D(to.getX(), to.getY()));
      }
    }
    foot(corners, lines);
    return lines;
  }

  /// Adds a line under these corners, and forgets them.
  private static void foot(List<Point2D> corners, List<PathElement> lines) {
    if (!corners.isEmpty()) {
      var left = corners.stream().mapToDouble(Point2D::getX).min().orElse(0);
      var right = corners.stream().mapToDouble(Point2D::getX).max().orElse(0);
      var bottom = corners.stream().mapToDouble(Point2D::getY).max().orElse(0) - BELOW;
      lines.add(new MoveTo(left, bottom));
      lines.add(new LineTo(right, bottom));
      corners.clear();
    }
  }
}
