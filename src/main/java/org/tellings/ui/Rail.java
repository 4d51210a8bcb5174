package org.tellings.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;

/// The views at the left edge, the one at hand marked. Only on the screen's thread.
final class Rail extends VBox {

  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final Map<Place, ToggleButton> buttons = new LinkedHashMap<>();
  private final Consumer<Place> go;

  Rail(Consumer<Place> go) {
    this.go = go;
    getStyleClass().add("rail");
  }

  void add(String icon, String words, Place place) {
    var button = new ToggleButton(words, Glyphs.icon(icon));
    button.setAccessibleText(words);
    button.setOnAction(_ -> go.accept(place));
    buttons.put(place, button);
    var line = new Region();
    line.getStyleClass().add("here");
    button.selectedProperty().subscribe(on -> line.pseudoClassStateChanged(ON, on));
    getChildren().add(Nodes.row(1, line, button));
  }

  /// What is added after it stands at the foot.
  void spring() {
    getChildren().add(Nodes.spring());
  }

  void here(Place here) {
    buttons.forEach((place, button) -> button.setSelected(place == here));
  }

  /// Nothing to see in any view but these.
  void dim(boolean on, Set<Place> but) {
    buttons.forEach((place, button) -> button.setDisable(on && !but.contains(place)));
  }

  /// True while there is nothing to see in it.
  boolean isDim(Place place) {
    return Optional.ofNullable(buttons.get(place)).filter(ToggleButton::isDisable).isPresent();
  }

  Set<Place> places() {
    return buttons.keySet();
  }

  Optional<Place> named(String words) {
    return buttons.entrySet().stream()
        .filter(e -> e.getValue().getText().equals(words))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
