package org.tellings.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The inspector of a view: beside the middle where there is room, else a drawer over its right
/// edge, closed at first. Only on the screen's thread.
public final class Drawer extends StackPane {

  /// Of a view in a window 1280 wide, beside the rail.
  private static final double ROOM = 1280 - 64;

  private static final double WIDTH = 344;

  private final SplitPane panes;
  private final Region side;
  private boolean narrow;

  /// `panes` hold the middle, and the side where there is room.
  public Drawer(SplitPane panes, Region side) {
    this.panes = panes;
    this.side = side;
    setAlignment(side, Pos.CENTER_RIGHT);
    getChildren().add(panes);
    widthProperty().subscribe(this::fold);
  }

  private void fold() {
    if (getWidth() > 0 && narrow != getWidth() < ROOM) {
      narrow = !narrow;
      close();
      if (!narrow) {
        open();
      }
    }
  }

  /// True while it lies over the middle.
  public boolean isOver() {
    return getChildren().contains(side);
  }

  public void toggle() {
    if (isOver() || panes.getItems().contains(side)) {
      close();
    } else {
      open();
    }
  }

  public void close() {
    getChildren().remove(side);
    panes.getItems().remove(side);
    side.getStyleClass().remove("drawer");
  }

  /// Shows it; nothing when it is there.
  public void open() {
    if (isOver() || panes.getItems().contains(side)) {
      return;
    }
    if (narrow) {
      side.getStyleClass().add("drawer");
      getChildren().add(side);
    } else {
      panes.getItems().add(side);
      panes.setDividerPositions(1 - WIDTH / Math.max(700, panes.getWidth()));
    }
  }
}
