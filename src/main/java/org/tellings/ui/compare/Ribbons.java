package org.tellings.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.tellings.compare.Alignment;

/// Bands and threads in the gutters: a band where both neighbours tell a proposition, a dashed
/// thread where one of them does not. Redrawn whenever a column scrolls.
final class Ribbons extends Pane {

  Ribbons() {
    setMouseTransparent(true);
    setPickOnBounds(false);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  void draw(List<Column> columns, Alignment alignment, Optional<Integer> selected, boolean bands) {
    getChildren().clear();
    for (var i = 0; i + 1 < columns.size(); i++) {
      for (var row : alignment.rows()) {
        var isSelected = selected.filter(n -> n == row.number()).isPresent();
        if (bands || isSelected) {
          draw(columns.get(i), columns.get(i + 1), row.number(), isSelected);
        }
      }
    }
  }

  private void draw(Column left, Column right, int row, boolean isSelected) {
    var from = left.reach(row);
    var to = right.reach(row);
    if (from.isEmpty() || to.isEmpty() || !left.tells(row) && !right.tells(row)) {
      return;
    }
    var top = left.textTop();
    var bottom = left.getHeight();
    if (outside(from.get(), top, bottom) && outside(to.get(), top, bottom)) {
      return;
    }
    var x1 = left.getLayoutX() + left.getWidth() - 10;
    var x2 = right.getLayoutX() + 10;
    var path =
        left.tells(row) && right.tells(row)
            ? band(x1, clamped(from.get(), top, bottom), x2, clamped(to.get(), top, bottom))
            : thread(x1, middle(from.get(), top, bottom), x2, middle(to.get(), top, bottom));
    path.getStyleClass().add(left.tells(row) && right.tells(row) ? "ribbon" : "thread");
    if (isSelected) {
      path.getStyleClass().add("selected");
    }
    getChildren().add(path);
  }

  private static boolean outside(Column.Reach reach, double top, double bottom) {
    return reach.bottom() < top || reach.top() > bottom;
  }

  private static Column.Reach clamped(Column.Reach reach, double top, double bottom) {
    return new Column.Reach(
        Math.clamp(reach.top(), top, bottom), Math.clamp(reach.bottom(), top, bottom));
  }

  private static double middle(Column.Reach reach, double top, double bottom) {
    return Math.clamp((reach.top() + reach.bottom()) / 2, top, bottom);
  }

  private static Path band(double x1, Column.Reach from, double x2, Column.Reach to) {
    var half = (x2 - x1) / 2;
    return new Path(
        new MoveTo(x1, from.top()),
        new CubicCurveTo(x1 + half, from.top(), x2 - half, to.top(), x2, to.top()),
        new LineTo(x2, to.bottom()),
        new CubicCurveTo(x2 - half, to.bottom(), x1 + half, from.bottom(), x1, from.bottom()),
        new ClosePath());
  }

  private static Path thread(double x1, double y1, double x2, double y2) {
    var half = (x2 - x1) / 2;
    var path = new Path(new MoveTo(x1, y1), new CubicCurveTo(x1 + half, y1, x2 - half, y2, x2, y2));
    path.getStrokeDashArray().addAll(3.0, 3.0);
    return path;
  }
}
