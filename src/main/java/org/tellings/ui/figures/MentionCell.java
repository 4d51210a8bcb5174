package org.tellings.ui.figures;

import static org.tellings.ui.kit.Texts.t;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Quantity.Printed;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One mention: outlet, day, the words around the figure, the value as read, how it was meant.
final class MentionCell extends ListCell<Printed> {

  static final double OUTLET = 56;
  static final double PUBLISHED = 112;
  static final double VALUE = 124;
  static final double KIND = 84;

  MentionCell() {
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Printed printed, boolean empty) {
    super.updateItem(printed, empty);
    if (empty || printed == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    var telling = printed.telling();
    var outlet = width(Nodes.label(telling.outlet().code(), "mono"), OUTLET);
    Nodes.hint(outlet, Texts.outlet(telling.outlet()));
    var when =
        width(Nodes.label(Texts.shortMoment(telling.heading().published()), "small"), PUBLISHED);
    var flow = around(printed);
    HBox.setHgrow(flow, Priority.ALWAYS);
    var why = Nodes.label(printed.why(), "small", "muted");
    why.setMinWidth(0);
    Nodes.hint(why, printed.why());
    var words = new VBox(1, flow, why);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var value =
        width(
            Nodes.label(
                Amount.sign(printed.figure().approximation()) + Amount.wholly(printed.figure()),
                "mono"),
            VALUE);
    value.setAlignment(Pos.CENTER_RIGHT);
    Nodes.hint(value, value.getText());
    var kind = width(Nodes.label(Amount.kind(printed.figure()), "small", "muted"), KIND);
    var row = Nodes.row(8, outlet, when, words, value, kind, Glyphs.of(telling.kept().state()));
    row.getStyleClass().addAll("row", "mention");
    setGraphic(row);
    setAccessibleText(
        t(
            "{0}, {1}: {2}, {3}, {4}, {5}. {6}",
            Texts.outlet(telling.outlet()),
            Texts.shortMoment(telling.heading().published()),
            telling.text(),
            Amount.kind(printed.figure()),
            FiguresModel.words(printed.verdict()),
            telling.kept().state().word(),
            printed.why()));
  }

  /// "…Nvidia shed [$593bn] in a single day." in one line; what has no room is cut on both sides.
  private static HBox around(Printed printed) {
    var sentence = printed.sentence().replace('\n', ' ');
    var text = printed.telling().text();
    var at = Math.max(0, sentence.indexOf(text));
    var end = Math.min(sentence.length(), at + text.length());
    var before = side(sentence.substring(0, at), OverrunStyle.LEADING_ELLIPSIS, sentence);
    var after = side(sentence.substring(end), OverrunStyle.ELLIPSIS, sentence);
    var box = Nodes.fixed(text, "boxed-figure");
    var row = Nodes.row(0, before, box, after);
    before.maxWidthProperty().bind(row.widthProperty().subtract(box.widthProperty()).divide(2));
    return row;
  }

  private static Label side(String words, OverrunStyle cut, String whole) {
    var label = Nodes.label(words, "sentence-side");
    label.setMinWidth(0);
    label.setTextOverrun(cut);
    Nodes.hint(label, whole);
    return label;
  }

  private static Label width(Label label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    return label;
  }
}
