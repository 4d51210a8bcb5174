package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.tellings.coding.Codebook.Branch;
import org.tellings.model.Code;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// A code or group of the tree: its own name, its key, how often it was given. Dragged onto a group
/// it goes to its end, onto a code before that one.
final class CodeCell extends TreeCell<Branch> {

  private final CodingModel model;

  CodeCell(CodingModel model) {
    this.model = model;
    setPrefWidth(0);
    setOnDragDetected(
        e -> {
          var branch = getItem();
          if (branch != null) {
            var content = new ClipboardContent();
            content.putString(branch.path());
            startDragAndDrop(TransferMode.MOVE).setContent(content);
            e.consume();
          }
        });
    setOnDragOver(
        e -> {
          if (getItem() != null && e.getDragboard().hasString()) {
            e.acceptTransferModes(TransferMode.MOVE);
            e.consume();
          }
        });
    setOnDragDropped(
        e -> {
          var on = getItem();
          if (on != null && e.getDragboard().hasString()) {
            dropped(e.getDragboard().getString(), on);
            e.setDropCompleted(true);
            e.consume();
          }
        });
  }

  private void dropped(String path, Branch on) {
    if (isGroup(on)) {
      model.move(path, on.path(), Optional.empty());
    } else {
      model.move(path, new Code(on.path(), 0).group(), Optional.of(on.path()));
    }
  }

  private static boolean isGroup(Branch branch) {
    return !branch.below().isEmpty()
        || branch.code().filter(c -> c.use() == Code.Use.GROUP).isPresent();
  }

  @Override
  protected void updateItem(@Nullable Branch branch, boolean empty) {
    super.updateItem(branch, empty);
    if (empty || branch == null) {
      setGraphic(null);
      setText("");
      setAccessibleText("");
      return;
    }
    var count = model.book.get().count(branch);
    var isRetired = branch.code().filter(c -> c.use() == Code.Use.RETIRED).isPresent();
    var name = Nodes.label(branch.ownName(), isGroup(branch) ? "strong" : "code-name");
    if (isRetired) {
      name.getStyleClass().add("muted");
    }
    name.setMinWidth(0);
    Nodes.hint(name, branch.path());
    var row =
        Nodes.row(8, Glyphs.icon(isGroup(branch) ? "fth-folder" : "fth-tag"), name, Nodes.spring());
    branch
        .code()
        .filter(c -> c.key() > 0)
        .ifPresent(c -> row.getChildren().add(Glyphs.cap(Integer.toString(c.key()))));
    if (isRetired) {
      row.getChildren().add(Nodes.fixed(t("retired"), "hint"));
    }
    row.getChildren().add(Nodes.fixed(t("{0}", count), "small", "code-count"));
    setGraphic(row);
    setText("");
    setAccessibleText(
        branch.path()
            + branch.code().filter(c -> c.key() > 0).map(c -> t(", key {0}", c.key())).orElse("")
            + (isRetired ? t(", retired") : "")
            + ", "
            + Texts.count(count, t("coding"), t("codings")));
  }
}
