package org.tellings.ui.timeline;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The colours of the theme for what is drawn on a canvas: regions without size that the stylesheet
/// colours. Only on the screen's thread.
final class Inks extends Group {

  /// What is drawn with a colour of its own; the stylesheet has a class of each name.
  enum Ink {
    GROUND,
    SHADE,
    LINE,
    FAINT,
    WORDS,
    MUTED,
    CONTROL,
    DATE,
    TINT,
    ACCENT,
    WINDOW,
    DANGER
  }

  private final Map<Ink, Region> regions = new EnumMap<>(Ink.class);

  /// `changed` runs when the theme gives other colours.
  Inks(Runnable changed) {
    setManaged(false);
    setMouseTransparent(true);
    for (var ink : Ink.values()) {
      var region = new Region();
      region.getStyleClass().addAll("ink", ink.name().toLowerCase(Locale.ROOT));
      region.backgroundProperty().subscribe((_, _) -> changed.run());
      regions.put(ink, region);
      getChildren().add(region);
    }
  }

  Paint of(Ink ink) {
    var region = regions.get(ink);
    return region == null
            || region.getBackground() == null
            || region.getBackground().getFills().isEmpty()
        ? Color.GRAY
        : region.getBackground().getFills().getFirst().getFill();
  }
}
