package org.tellings.ui.quotes;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Nodes;

/// The line that says whose quotes alone are shown, with the way back to all; not there while all
/// are.
final class OneSpeaker extends HBox {

  OneSpeaker(QuotesModel model) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("column-header");
    var who = Nodes.label("", "strong");
    var all = Nodes.button("fth-x", t("Show all"), leaving(model), "secondary", "small-button");
    all.setId("everybody");
    getChildren().addAll(who, Nodes.spring(), all);
    managedProperty().bind(visibleProperty());
    model.only.subscribe(
        now -> {
          setVisible(now.isPresent());
          who.setText(now.map(name -> t("Only quotes of {0}", name)).orElse(""));
          Nodes.hint(who, who.getText());
        });
  }

  static Command leaving(QuotesModel model) {
    return Command.of("Esc", t("Show all"), () -> model.only.set(Optional.empty()));
  }
}
