package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.names.Entry.Register;

/// One entry of a register: its name, what is said of it, how often and by how many it is printed.
final class EntryCell extends ListCell<Entry> {

  static final double TELLINGS = 60;
  static final double OUTLETS = 56;

  EntryCell() {
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    var name =
        Nodes.label(entry.name().replace('\n', ' '), entry.isPrinted() ? "printed-name" : "strong");
    name.setMinWidth(0);
    Nodes.hint(name, entry.name());
    var head = Nodes.row(6, name);
    if (entry.stands() && entry.register() == Register.ROLES) {
      var flag = Glyphs.icon("fth-flag");
      flag.getStyleClass().add("danger");
      var mark = new HBox(flag);
      Nodes.hint(mark, t("Two of these offices cannot both hold"));
      head.getChildren().add(mark);
    }
    var aside = Nodes.label(aside(entry), "small", "muted");
    Nodes.hint(aside, aside.getText());
    aside.setMinWidth(0);
    var words = new VBox(2, head, aside);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row =
        Nodes.row(
            8,
            words,
            right(Nodes.label(t("{0}", entry.tellings().size())), TELLINGS),
            right(Nodes.label(t("{0}", entry.across())), OUTLETS));
    row.getStyleClass().addAll("row", "name-row");
    setGraphic(row);
    setAccessibleText(
        t(
            "{0}, {1}. {2} in {3}. {4}",
            entry.name(),
            aside(entry),
            Texts.count(entry.tellings().size(), t("telling"), t("tellings")),
            entry.acrossWords(),
            entry.why()));
  }

  private static String aside(Entry entry) {
    if (entry.register() != Register.UNNAMED) {
      return entry.aside();
    }
    return entry.rests().isEmpty()
        ? entry.facts().getFirst().words()
        : t(
            "{0} · {1} on it alone",
            entry.facts().getFirst().words(),
            Texts.count(entry.rests().size(), t("claim rests"), t("claims rest")));
  }

  private static Label right(Label label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setAlignment(Pos.CENTER_RIGHT);
    return label;
  }
}
