package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;

/// One finding in the margin: who, how, and its state.
final class Card extends HBox {

  final Kept kept;

  Card(Kept kept, String text, Runnable select) {
    this.kept = kept;
    var reading = Reading.of(kept, text);
    var who = Nodes.label(reading.title(), "who");
    who.setMinWidth(0);
    who.setTooltip(new javafx.scene.control.Tooltip(reading.title()));
    var head = Nodes.row(6, Glyphs.letter(kept.finding().kind()));
    if (kept.finding() instanceof Finding.Claim c) {
      head.getChildren().add(c.stance().map(Glyphs::of).orElseGet(Glyphs::cannotSay));
    }
    head.getChildren().addAll(who, Nodes.spring(), Glyphs.of(kept.state()));
    var body = new VBox(2, head);
    for (var line : reading.lines()) {
      var label = Nodes.label(line);
      label.setWrapText(true);
      label.setMaxHeight(34);
      label.setTooltip(new javafx.scene.control.Tooltip(line));
      body.getChildren().add(label);
    }
    if (!kept.note().isEmpty()) {
      body.getChildren().add(Nodes.label(t("Note: {0}", kept.note())));
    }
    body.getStyleClass().add("body");
    body.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(body, javafx.scene.layout.Priority.ALWAYS);
    var edge = new Region();
    edge.getStyleClass().addAll("edge", "tick", String.valueOf(kept.finding().kind().letter()));
    setSpacing(8);
    setFillHeight(true);
    getChildren().addAll(edge, body);
    getStyleClass().add("card");
    setManaged(false);
    if (kept.state() == State.REJECTED) {
      getStyleClass().add("rejected");
    }
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(
        t(
            "{0}: {1}, {2}. {3}",
            kept.finding().kind().word(), reading.title(), kept.state().word(), reading.spoken()));
    setOnMouseClicked(_ -> select.run());
  }

  void selected(boolean on) {
    getStyleClass().remove("selected");
    if (on) {
      getStyleClass().add("selected");
    }
  }
}
