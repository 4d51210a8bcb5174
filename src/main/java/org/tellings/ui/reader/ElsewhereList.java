package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tellings.model.FindingId;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;

/// The other tellings of the selected finding, a line each that opens its passage.
final class ElsewhereList extends VBox {

  /// The wait for the answer, in words, so that the place is kept for it.
  ElsewhereList(String waiting) {
    super(4, Nodes.label(t("Elsewhere"), "section"), Nodes.label(waiting, "small", "muted"));
    setId("elsewhere");
  }

  ElsewhereList(Elsewhere.Others others, Consumer<FindingId> open) {
    super(
        Nodes.row(
            8,
            Nodes.label(t("Elsewhere"), "section"),
            Nodes.spring(),
            Nodes.label(others.count(), "small", "muted")));
    setId("elsewhere");
    if (!others.conflict().isEmpty()) {
      var conflict = Nodes.label(others.conflict(), "small");
      if (others.grave()) {
        conflict.getStyleClass().add("danger");
      }
      conflict.setWrapText(true);
      getChildren().add(conflict);
    }
    others.lines().forEach(line -> getChildren().add(line(line, open)));
  }

  private static Button line(Elsewhere.Line line, Consumer<FindingId> open) {
    var code = Nodes.fixed(line.code(), "mono", "code");
    var one = line.words().replaceAll("\\s+", " ");
    var words = Nodes.label(one, "words-elsewhere");
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = Nodes.row(8, code, words);
    if (!line.flag().isEmpty()) {
      var flag = Glyphs.icon("fth-flag");
      flag.getStyleClass().add("danger");
      row.getChildren().add(flag);
    }
    row.getChildren().add(Nodes.fixed(line.day(), "small", "muted"));
    var button = new Button("", row);
    button.getStyleClass().add("elsewhere-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> open.accept(line.at()));
    row.prefWidthProperty().bind(button.widthProperty().subtract(2));
    var told =
        line.outlet()
            + ", "
            + line.day()
            + ": "
            + Reading.shortened(one, 600)
            + (line.flag().isEmpty() ? "" : " (" + line.flag() + ")");
    Nodes.hint(words, told);
    Nodes.hint(button, told);
    button.setAccessibleText(told);
    return button;
  }
}
