package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Removed;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Nodes;

/// The parts that were left out of an article, each with the rule that took it and the way back.
final class LeftOut extends ListView<Removed> {

  /// Longer parts are shown by their beginning; all of it comes back.
  private static final int MOST_SHOWN = 3000;

  private final IntConsumer back;

  /// `back` is told which part, from 0, is to be put back.
  LeftOut(IntConsumer back) {
    this.back = back;
    setId("left-out");
    setCellFactory(_ -> new PartCell());
    setPlaceholder(Nodes.empty(t("Nothing was left out of this article.")));
    setAccessibleText(t("Parts left out of the article"));
  }

  void show(List<Removed> parts) {
    if (!getItems().equals(parts)) {
      getItems().setAll(parts);
      getSelectionModel().selectFirst();
    }
  }

  /// Puts the selected part back; none when there is none.
  List<Command> commands() {
    var parts = getSelectionModel();
    return parts.isEmpty()
        ? List.of()
        : List.of(
            Command.of("P", t("Put back"), () -> back.accept(parts.getSelectedIndex())).changing());
  }

  private final class PartCell extends ListCell<Removed> {

    PartCell() {
      setPrefWidth(0); // as wide as the list, so that long words break into lines
    }

    @Override
    protected void updateItem(@Nullable Removed part, boolean empty) {
      super.updateItem(part, empty);
      if (empty || part == null) {
        setGraphic(null);
        return;
      }
      var words = Nodes.label(Reading.shortened(part.text(), MOST_SHOWN), "serif");
      words.setWrapText(true);
      words.setMaxWidth(760);
      var rule =
          part.at() == 0
              ? t("rule {0} · around or before the text", part.rule())
              : t("rule {0} · before character {1}", part.rule(), part.at());
      var said = new VBox(4, Nodes.label(rule, "small", "muted"), words);
      HBox.setHgrow(said, Priority.ALWAYS);
      var button =
          Nodes.button(
              t("Put back"), () -> back.accept(getIndex()), "small-button", Nodes.CHANGING);
      button.setAccessibleText(t("Put back: {0}", Reading.shortened(part.text(), 80)));
      var row = Nodes.row(16, said, button);
      row.setAlignment(Pos.TOP_LEFT);
      row.getStyleClass().add("row");
      setGraphic(row);
      setAccessibleText(t("Left out by rule {0}: {1}", part.rule(), words.getText()));
    }
  }
}
