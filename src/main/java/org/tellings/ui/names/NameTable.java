package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.names.Entry.Said;

/// All tellings of a register as rows: the same as list and tellings, to be read line by line.
final class NameTable extends TableView<NameTable.Line> {

  /// One telling of one entry.
  record Line(Entry entry, Said said) {}

  private final NamesModel model;

  NameTable(NamesModel model) {
    this.model = model;
    setId("names-table");
    setFixedCellSize(36);
    setAccessibleText(t("All tellings, a row each"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns()
        .setAll(
            List.of(
                column(t("Name"), 200, line -> line.entry().name()),
                column(t("As printed"), 240, NameTable::printed),
                column(t("Outlet"), 150, line -> line.said().outlet()),
                column(
                    t("Published"),
                    130,
                    line -> Texts.shortMoment(line.said().place().heading().published())),
                column(t("What is found"), 420, line -> line.entry().why())));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.telling.get().filter(now.said()::equals).isEmpty()) {
                model.selected.set(Optional.of(now.entry()));
                model.telling.set(Optional.of(now.said()));
              }
            });
    setRowFactory(
        _ -> {
          var row = new TableRow<Line>();
          row.setOnMouseClicked(
              e -> {
                if (e.getClickCount() > 1) {
                  model.open();
                }
              });
          return row;
        });
  }

  private static String printed(Line line) {
    var printed = line.said().place().text();
    return line.said().note().map(note -> t("{0} {1}", printed, note.words())).orElse(printed);
  }

  private static TableColumn<Line, String> column(
      String name, double width, Function<Line, String> words) {
    var column = new TableColumn<Line, String>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(words.apply(row.getValue()).replace('\n', ' ')));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : item);
                if (!empty && item != null) {
                  Nodes.hint(this, item);
                }
              }
            });
    return column;
  }

  /// Shows the entries as they are now.
  void show() {
    getItems()
        .setAll(
            model.entries.stream()
                .flatMap(entry -> entry.tellings().stream().map(said -> new Line(entry, said)))
                .toList());
    point();
  }

  /// The selection went elsewhere.
  void point() {
    var entry = model.selected.get();
    var said = model.telling.get();
    if (entry.isPresent() && said.isPresent()) {
      var line = new Line(entry.get(), said.get());
      if (!line.equals(getSelectionModel().getSelectedItem())) {
        getSelectionModel().select(line);
        scrollTo(Math.max(0, getSelectionModel().getSelectedIndex() - 4));
      }
    }
  }
}
