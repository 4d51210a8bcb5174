package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;

/// The keys that work here and now, what was done last, and the counts of the view.
final class StatusBar extends HBox {

  private static final int MOST_KEYS = 9;
  private String done = "";

  StatusBar() {
    getStyleClass().add("status-bar");
  }

  void done(String words) {
    done = words;
  }

  void show(Place place) {
    getChildren().clear();
    List<Command> keys = place.commands().stream().filter(Command::shown).limit(MOST_KEYS).toList();
    for (var command : keys) {
      var words = Nodes.label(command.words());
      words.setMinWidth(USE_PREF_SIZE);
      var key = Nodes.row(6, Glyphs.caps(command), words);
      key.setMinWidth(USE_PREF_SIZE);
      getChildren().add(key);
    }
    getChildren().add(Nodes.spring());
    if (!done.isEmpty()) {
      var last = Nodes.label(done, "done");
      last.setMinWidth(0);
      last.setTooltip(new Tooltip(done));
      getChildren().add(last);
    }
    var status = Nodes.label(place.status().getValue());
    status.setMinWidth(0);
    status.setTooltip(new Tooltip(status.getText()));
    getChildren().add(status);
    setAccessibleText(
        t(
            "Keys: {0}. {1}",
            String.join(
                ", ",
                keys.stream().map(k -> String.join(" ", k.caps()) + " " + k.words()).toList()),
            status.getText()));
  }
}
