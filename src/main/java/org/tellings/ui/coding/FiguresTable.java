package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tellings.coding.Agreement;
import org.tellings.coding.Agreement.Figures;
import org.tellings.coding.Table;

/// All figures of agreement as rows: over all codes, then each code.
final class FiguresTable extends TableView<FiguresTable.Line> {

  /// The figures of a code, or of all together.
  record Line(String name, Figures figures, Optional<Table> table) {}

  FiguresTable() {
    setId("agreement-table");
    setFixedCellSize(36);
    setAccessibleText(t("Agreement, a row a code"));
    getColumns()
        .setAll(
            List.of(
                column(t("Code"), 150, Line::name),
                column(t("Alike"), 80, l -> AgreementPane.shown(l.figures().percent())),
                column(t("κ"), 60, l -> AgreementPane.shown(l.figures().kappa())),
                column(
                    t("95%"),
                    96,
                    l ->
                        AgreementPane.shown(l.figures().kappaFrom().low())
                            + t(" to ")
                            + AgreementPane.shown(l.figures().kappaFrom().high())),
                column(t("α"), 60, l -> AgreementPane.shown(l.figures().alpha())),
                column(t("αU"), 72, l -> AgreementPane.shown(l.figures().alphaU())),
                column(t("Both"), 78, l -> number(l, Table::both)),
                column(t("First"), 78, l -> number(l, Table::onlyFirst)),
                column(t("Second"), 94, l -> number(l, Table::onlySecond)),
                column(t("Neither"), 94, l -> number(l, Table::neither))));
  }

  private static String number(Line line, Function<Table, Long> of) {
    return line.table().map(of).map(String::valueOf).orElse("");
  }

  private static TableColumn<Line, String> column(
      String name, double width, Function<Line, String> words) {
    var column = new TableColumn<Line, String>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
    return column;
  }

  void show(Agreement agreement) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(t("All codes"), agreement.all(), Optional.empty()));
    agreement.codes().forEach(c -> lines.add(new Line(c.code(), c.figures(), c.table())));
    getItems().setAll(lines);
    setPrefHeight(40 + 36.0 * lines.size());
  }
}
