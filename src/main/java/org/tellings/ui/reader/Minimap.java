package org.tellings.ui.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.tellings.model.Kept;
import org.tellings.ui.article.ArticleView;

/// The whole article as a narrow strip: a tick for each finding, a box for what is in sight.
final class Minimap extends Pane {

  private static final int TICK = 3;

  private final ArticleView article;
  private final Region box = new Region();
  private Map<Integer, String> ticks = new HashMap<>();
  private List<Kept> findings = List.of();
  private double built = -1;

  Minimap(ArticleView article, DoubleConsumer jump) {
    this.article = article;
    getStyleClass().add("minimap");
    box.getStyleClass().add("viewport-box");
    box.setMouseTransparent(true);
    setOnMousePressed(e -> jump.accept(place(e.getY())));
    setOnMouseDragged(e -> jump.accept(place(e.getY())));
    setAccessibleText("Overview of the article");
  }

  private double place(double y) {
    return Math.clamp(y / Math.max(1, getHeight()), 0, 1);
  }

  void show(List<Kept> shown) {
    findings = shown;
    built = -1;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    var height = getHeight();
    if (height != built) {
      built = height;
      ticks = new HashMap<>();
      for (var kept : findings) {
        ticks.putIfAbsent(
            (int) (article.place(kept.finding().span().start()) * height / TICK),
            String.valueOf(kept.finding().kind().letter()));
      }
      getChildren().clear();
      ticks.forEach(
          (row, letter) -> {
            var tick = new Region();
            tick.getStyleClass().addAll("tick", letter);
            tick.setMouseTransparent(true);
            tick.setId(Integer.toString(row));
            getChildren().add(tick);
            tick.resizeRelocate(3, row * TICK, getWidth() - 6, TICK - 1);
          });
      getChildren().add(box);
    }
    var sight = article.sight();
    box.resizeRelocate(
        0, sight[0] * height, getWidth(), Math.max(12, (sight[1] - sight[0]) * height));
  }
}
