package org.tellings.ui;

import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The window's content, drawn larger: every word, sign and space of it by the same factor, so that
/// nothing is cut that was whole. It is never larger than leaves room for the smallest window. Only
/// on the screen's thread.
final class Zoom extends Region {

  /// In percent.
  static final int USUAL = 100;

  static final int LARGEST = 200;
  static final int STEP = 10;

  /// The least room in which all views stand, in pixels.
  static final double LEAST_WIDTH = 1120;

  static final double LEAST_HEIGHT = 720;

  private final Region content;
  private final ObservableIntegerValue percent;
  private final Scale scale = new Scale(1, 1, 0, 0);

  Zoom(Region content, ObservableIntegerValue percent) {
    this.content = content;
    this.percent = percent;
    content.getTransforms().add(scale);
    getChildren().add(content);
    percent.subscribe(this::requestLayout);
  }

  /// By how much it is drawn larger now.
  double factor() {
    var room = Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT);
    return Math.max(1, Math.min(percent.get() / 100.0, room));
  }

  @Override
  protected void layoutChildren() {
    var by = factor();
    scale.setX(by);
    scale.setY(by);
    content.resizeRelocate(0, 0, getWidth() / by, getHeight() / by);
  }
}
