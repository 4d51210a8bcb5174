package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;

/// The keys of a view, as a sheet over it.
final class KeysSheet extends StackPane {

  private final ScrollPane scroll;

  KeysSheet(String view, List<Command> here, List<Command> everywhere, Runnable close) {
    getStyleClass().add("veil");
    Keys.of(this, Keys.told("Esc", t("Close")));
    var list = new VBox(6);
    list.getStyleClass().add("keys-sheet");
    list.getChildren().add(Nodes.label(t("Keys of this view: {0}", view), "title"));
    here.forEach(c -> add(list, c));
    list.getChildren().add(Nodes.label(t("Everywhere"), "title"));
    everywhere.forEach(c -> add(list, c));
    var scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("palette");
    scroll.setMaxSize(520, 640);
    scroll.setAccessibleText(t("Keys of this view"));
    getChildren().add(scroll);
    this.scroll = scroll;
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close.run();
          }
        });
  }

  @Override
  public void requestFocus() {
    scroll.requestFocus();
  }

  private static void add(VBox list, Command command) {
    if (!command.key().isEmpty()) {
      var caps = Glyphs.caps(command);
      caps.setMinWidth(120);
      list.getChildren().add(Nodes.row(12, caps, Nodes.label(command.words())));
    }
  }
}
