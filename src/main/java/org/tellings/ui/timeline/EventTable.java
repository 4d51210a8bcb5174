package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The events of the axis as rows: the same, for those who do not see the axis, and to be read off.
final class EventTable extends TableView<Mark> {

  private static final double DAY = 108;

  private final TimelineModel model;
  private Map<String, String> anomalies = Map.of();

  EventTable(TimelineModel model) {
    this.model = model;
    setId("events");
    setFixedCellSize(36);
    setAccessibleText(t("Events in order"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Nodes.empty(t("No event is shown.")));
    getColumns()
        .setAll(
            List.of(
                column(t("When"), 150, Mark::words),
                column(t("Event"), 320, m -> m.event().title()),
                column(t("Told by"), 80, EventCard::told),
                column(t("First"), 100, m -> Texts.outlet(first(m).outlet())),
                day(t("Printed"), m -> first(m).published()),
                day(t("Changed"), m -> latest(m, Heading::updated)),
                day(t("Captured"), m -> latest(m, Heading::captured)),
                column(t("Anomaly"), 110, m -> anomalies.getOrDefault(m.id(), ""))));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.selected().filter(now::equals).isEmpty()) {
                model.choose(now);
              }
            });
    setRowFactory(
        _ -> {
          var row = new javafx.scene.control.TableRow<Mark>();
          row.setOnMouseClicked(
              e -> {
                if (e.getClickCount() > 1) {
                  model.open();
                }
              });
          return row;
        });
  }

  private static Heading first(Mark mark) {
    return mark.event().tellings().getFirst().dating().heading();
  }

  /// The last such time that an article which tells of it gives of itself.
  private static Optional<Dated> latest(Mark mark, Function<Heading, Optional<Dated>> time) {
    return mark.event().tellings().stream()
        .flatMap(told -> time.apply(told.dating().heading()).stream())
        .max(Comparator.comparing(Dated::value));
  }

  /// Days are never cut; nothing stands where the pages tell none.
  private static TableColumn<Mark, String> day(String name, Function<Mark, Optional<Dated>> time) {
    var column =
        column(name, DAY, m -> time.apply(m).map(at -> Texts.day(Optional.of(at))).orElse(""));
    column.setMinWidth(DAY);
    return column;
  }

  private static TableColumn<Mark, String> column(
      String name, double width, Function<Mark, String> words) {
    var column = new TableColumn<Mark, String>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
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

  /// Shows the events as they are now.
  void show() {
    anomalies =
        model.flags.get().stream()
            .filter(f -> f.mark().isPresent())
            .collect(
                Collectors.toMap(
                    f -> f.mark().map(Mark::id).orElse(""),
                    f -> EventInspector.kind(f.anomaly().type()),
                    (one, _) -> one));
    getItems().setAll(model.marks.get());
    point();
  }

  /// The selection went elsewhere.
  void point() {
    model
        .selected()
        .filter(m -> !m.equals(getSelectionModel().getSelectedItem()))
        .ifPresent(
            m -> {
              getSelectionModel().select(m);
              scrollTo(Math.max(0, getSelectionModel().getSelectedIndex() - 4));
            });
  }
}
