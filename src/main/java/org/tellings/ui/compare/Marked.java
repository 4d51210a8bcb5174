package org.tellings.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.tellings.model.Span;

/// Words of an article with marks behind them: quotes tinted, figures boxed, shared wording grey.
final class Marked extends Region {

  private record Mark(int from, int to, Path path) {}

  private final TextFlow flow = new TextFlow();
  private final List<Mark> marks = new ArrayList<>();

  /// The words of `span`; marks are given by their place in the article's `text`.
  Marked(String text, Span span) {
    var words = new Text(span.in(text));
    words.getStyleClass().addAll("text", "column-text");
    flow.getChildren().add(words);
    getChildren().add(flow);
    this.span = span;
  }

  private final Span span;

  /// Marks what of this passage lies in these words; `look` names the mark in the stylesheet.
  void mark(Span passage, String look) {
    var from = Math.max(passage.start(), span.start()) - span.start();
    var to = Math.min(passage.end(), span.end()) - span.start();
    if (from < to) {
      var path = new Path();
      path.getStyleClass().addAll("passage-mark", look);
      path.setManaged(false);
      path.setMouseTransparent(true);
      marks.add(new Mark(from, to, path));
      getChildren().add(getChildren().size() - 1, path);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    flow.layout();
    marks.forEach(
        mark ->
            mark.path().getElements().setAll(flow.getRangeShape(mark.from(), mark.to(), false)));
  }
}
