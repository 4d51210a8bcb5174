package org.tellings.ui.kit;

import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Kind;
import org.tellings.model.State;

/// The small drawn signs: review states, stances, layer letters, key caps, the mark.
public final class Glyphs {

  private Glyphs() {}

  public static FontIcon icon(String name) {
    return new FontIcon(name);
  }

  /// A review state in a box of 14.
  public static Node of(State state) {
    var glyph =
        switch (state) {
          case MACHINE -> box(14, dashed(circle(7, 5.25, "glyph"), 2.2, 1.9));
          case CONFIRMED ->
              box(
                  14,
                  circle(7, 6, "glyph", "filled"),
                  path("M4.2 7.2l2 2 3.6-4", "glyph", "inner"));
          case CORRECTED ->
              box(
                  14,
                  path("M7 .8L13.2 7 7 13.2.8 7z", "glyph", "filled"),
                  path("M5 7h4", "glyph", "inner"));
          case REJECTED ->
              box(14, circle(7, 5.25, "glyph"), path("M4.9 4.9l4.2 4.2M9.1 4.9l-4.2 4.2", "glyph"));
        };
    glyph.setAccessibleText(state.word());
    return glyph;
  }

  /// A stance in a box of 16.
  public static Node of(Stance stance) {
    var ring = circle(8, 5.75, "glyph", "claim");
    var glyph =
        switch (stance) {
          case ASSERTS -> box(16, circle(8, 6.5, "glyph", "claim", "filled"));
          case ATTRIBUTES ->
              box(16, ring, path("M8 1.5a6.5 6.5 0 0 0 0 13z", "glyph", "claim", "filled"));
          case HEDGES ->
              box(16, ring, path("M4.9 8.6c.9-1.5 2-1.5 3.1-.5s2.2 1 3.1-.6", "glyph", "claim"));
          case DENIES ->
              box(
                  16,
                  square(),
                  path("M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6", "glyph", "claim", "inner"));
          case QUESTIONS -> box(16, ring, circle(8, 2, "glyph", "claim", "filled"));
          case PREDICTS -> box(16, ring, path("M4.8 8h6M8.6 5.6L11 8l-2.4 2.4", "glyph", "claim"));
        };
    glyph.setAccessibleText(stance.name().toLowerCase(Locale.ROOT));
    return glyph;
  }

  /// The stance that cannot be told, in a box of 16.
  public static Node cannotSay() {
    var glyph = box(16, dashed(circle(8, 5.75, "glyph", "faint"), 1.2, 2));
    glyph.setAccessibleText("cannot say");
    return glyph;
  }

  /// The dash of what an outlet leaves out, in a box of 16.
  public static Node omits() {
    var glyph = box(16, path("M5.5 8h5", "glyph", "faint"));
    glyph.setAccessibleText("omits");
    return glyph;
  }

  /// Q, C, F, D or E in its tinted square.
  public static Label letter(Kind kind) {
    var label = new Label(String.valueOf(kind.letter()).toUpperCase(Locale.ROOT));
    label.getStyleClass().addAll("letter", String.valueOf(kind.letter()));
    return label;
  }

  /// Key caps, one a part: `Ctrl` `Z`; in a view, those of the key that the command has there.
  public static HBox caps(Command command) {
    var row = new HBox(2);
    row.getStyleClass().add("caps");
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    command.caps().forEach(cap -> row.getChildren().add(cap(cap)));
    row.sceneProperty()
        .subscribe(
            scene -> {
              var now = KeyMap.at(row, command);
              if (scene != null && !now.key().equals(command.key())) {
                row.getChildren().setAll(now.caps().stream().map(Glyphs::cap).toList());
              }
            });
    return row;
  }

  public static Label cap(String key) {
    var label = new Label(key);
    label.getStyleClass().add("key");
    return label;
  }

  /// The program's mark, in a box of 24.
  public static Node mark() {
    var lines =
        path(
            "M4 4.5h6.5M4 9h4.5M4 15h4.5M4 19.5h6.5M13.5 4.5H20M15.5 9H20M15.5 15H20M13.5 19.5H20",
            "mark-fg");
    var cross = path("M9.5 15.5l5-7M9.5 8.5l5 7", "mark-accent");
    var mark = box(24, lines, cross);
    mark.setAccessibleText("Tellings");
    return mark;
  }

  private static StackPane box(double size, Node... parts) {
    // the rectangle gives every glyph the same ground, so that its parts keep their places
    var ground = new Rectangle(size, size);
    ground.setFill(javafx.scene.paint.Color.TRANSPARENT);
    var group = new Group(ground);
    group.getChildren().addAll(parts);
    var pane = new StackPane(group);
    pane.setMinSize(size, size);
    pane.setMaxSize(size, size);
    pane.setMouseTransparent(true);
    return pane;
  }

  private static Shape circle(double centre, double radius, String... classes) {
    var circle = new Circle(centre, centre, radius);
    circle.getStyleClass().addAll(classes);
    return circle;
  }

  private static Shape square() {
    var square = new Rectangle(1.8, 1.8, 12.4, 12.4);
    square.setArcWidth(4);
    square.setArcHeight(4);
    square.getStyleClass().addAll("glyph", "claim", "filled");
    return square;
  }

  private static Shape dashed(Shape shape, double on, double off) {
    shape.getStrokeDashArray().addAll(on, off);
    shape.setStrokeLineCap(javafx.scene.shape.StrokeLineCap.BUTT);
    return shape;
  }

  private static Shape path(String content, String... classes) {
    var path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().addAll(classes);
    path.setStrokeLineCap(javafx.scene.shape.StrokeLineCap.ROUND);
    path.setStrokeLineJoin(javafx.scene.shape.StrokeLineJoin.ROUND);
    return path;
  }
}
