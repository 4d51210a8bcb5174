package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Settlement;
import org.tellings.ui.coding.CodingModel.Row;
import org.tellings.ui.kit.Nodes;
import org.tellings.workbench.AgreementDesk.Place;

/// A place where the code was given: where, the words, who marked them, and how it came out. A box
/// a coder: filled where they marked it, hatched where only a part in common, dashed where not.
final class RowCell extends ListCell<Row> {

  static final double WHERE = 52;
  static final double BOX = 20;
  static final double RESULT = 92;

  RowCell() {
    setPrefWidth(0);
  }

  /// The scroll bar makes the rows narrower than their header: its last column takes that up.
  static void align(Label last, ListView<Row> list) {
    last.setMinWidth(RESULT);
    list.skinProperty()
        .subscribe(
            _ -> {
              if (list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
                last.minWidthProperty()
                    .bind(
                        Bindings.when(bar.visibleProperty())
                            .then(bar.widthProperty().add(RESULT))
                            .otherwise(RESULT));
              }
            });
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    var place = row.place();
    var where =
        new VBox(
            2, Nodes.label(row.outlet(), "mono"), Nodes.label(t("¶ {0}", row.paragraph()), "hint"));
    where.setMinWidth(WHERE);
    where.setPrefWidth(WHERE);
    Nodes.hint(where, row.title());
    var words = Nodes.label(place.words().replace('\n', ' '), "segment-words");
    words.setWrapText(true);
    words.setMaxHeight(46);
    words.setMinWidth(0);
    Nodes.hint(words, place.words());
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var result = new VBox(2, result(place));
    place
        .settled()
        .map(Settlement::reason)
        .ifPresent(
            why -> {
              var reason = Nodes.label(why, "hint");
              Nodes.hint(reason, why);
              result.getChildren().add(reason);
            });
    result.setAlignment(Pos.CENTER_LEFT);
    result.setMinWidth(RESULT);
    result.setPrefWidth(RESULT);
    result.setMaxWidth(RESULT);
    var line = Nodes.row(10, where, words, boxes(place), result);
    line.getStyleClass().addAll("row", "segment-row");
    setGraphic(line);
    setAccessibleText(spoken(row));
  }

  private static Label result(Place place) {
    var label =
        Nodes.label(
            CodingModel.result(place),
            "small",
            place.match().isAgreed() && place.settled().isEmpty() ? "muted" : "result");
    label.setMinWidth(0);
    Nodes.hint(label, label.getText());
    return label;
  }

  /// A box a coder, in the order of the column's header.
  private static Node boxes(Place place) {
    var row = Nodes.row(2);
    place
        .match()
        .by()
        .forEach(
            (coder, spans) -> {
              var box = new Region();
              box.getStyleClass()
                  .addAll(
                      "extent",
                      spans.isEmpty()
                          ? "none"
                          : place.match().isAgreed()
                                  || place.match().marking().size() < place.match().by().size()
                              ? "whole"
                              : spans.stream().mapToInt(s -> s.length()).sum()
                                      >= place.at().span().length()
                                  ? "whole"
                                  : "part");
              row.getChildren().add(box);
            });
    return row;
  }

  private static String spoken(Row row) {
    var place = row.place();
    List<String> parts = new ArrayList<>();
    parts.add(place.words().replace('\n', ' '));
    parts.add(t("{0}, paragraph {1}", row.title(), row.paragraph()));
    place
        .match()
        .by()
        .forEach(
            (coder, spans) ->
                parts.add(spans.isEmpty() ? t("{0}: not coded", coder) : t("{0}: coded", coder)));
    if (!CodingModel.result(place).isEmpty()) {
      parts.add(CodingModel.result(place));
    }
    place
        .settled()
        .ifPresent(
            s ->
                parts.add(
                    t(
                        "settled by {0}: {1}; {2}",
                        s.coder(), s.as().isPresent() ? t("coded") : t("not coded"), s.reason())));
    if (!place.overruled().isEmpty()) {
      parts.add(t("overruled: {0}", String.join(", ", place.overruled())));
    }
    return String.join(". ", parts);
  }
}
