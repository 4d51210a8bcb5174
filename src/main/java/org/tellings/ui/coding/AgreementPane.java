package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.coding.Agreement;
import org.tellings.coding.Interval;
import org.tellings.coding.Table;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.AgreementDesk.Unit;

/// How far the coders agree: the figures, kappa of each code with its interval, the two-by-two
/// table of the selected code, and the way to settle.
final class AgreementPane extends BorderPane {

  private final CodingModel model;
  private final FiguresTable table = new FiguresTable();
  private final VBox body = new VBox();
  private final Label who = Nodes.label("", "muted");
  private boolean asTable;

  AgreementPane(CodingModel model) {
    this.model = model;
    getStyleClass().add("agreement");
    setMinWidth(340);
    setPrefWidth(480);
    var unit = new MenuButton();
    unit.getStyleClass().add("order");
    unit.setMinWidth(Region.USE_PREF_SIZE);
    unit.setAccessibleText(t("What is compared"));
    for (var one : Unit.values()) {
      var item = new MenuItem(words(one));
      item.setOnAction(_ -> model.unit.set(one));
      unit.getItems().add(item);
    }
    model.unit.subscribe(now -> unit.setText(words(now)));
    who.setMinWidth(0);
    var bar = Nodes.row(8, Nodes.fixed(t("Agreement"), "title"), who, Nodes.spring(), unit);
    bar.getStyleClass().add("view-toolbar");
    setTop(bar);
    body.getStyleClass().add("agreement-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
    model.agreement.subscribe(_ -> show());
    model.selected.subscribe(_ -> show());
    model.why.subscribe(_ -> show());
    model.rows.addListener((ListChangeListener<CodingModel.Row>) _ -> show());
  }

  private static String words(Unit unit) {
    return switch (unit) {
      case SENTENCE -> t("By sentence");
      case PARAGRAPH -> t("By paragraph");
      case FINDING -> t("By finding");
    };
  }

  /// Shows the same figures as rows, or as they were.
  void toggleTable() {
    asTable = !asTable;
    show();
    if (asTable) {
      table.requestFocus();
    }
  }

  private void show() {
    var now = model.agreement.get();
    who.setText(
        now.map(
                a ->
                    t(
                        "{0}, {1}",
                        String.join(t(" and "), a.coders()),
                        Texts.count(a.articles(), t("article"), t("articles"))))
            .orElse(""));
    Nodes.hint(who, who.getText());
    body.getChildren().clear();
    if (now.isEmpty()) {
      body.getChildren().add(Nodes.empty(why(model.why.get())));
      return;
    }
    var agreement = now.get();
    if (asTable) {
      table.show(agreement);
      body.getChildren().add(table);
      return;
    }
    body.getChildren().addAll(figures(agreement), plot(agreement));
    ofCode(agreement).ifPresent(body.getChildren()::add);
  }

  /// The window's own words for what the command line says with its commands.
  private static String why(String told) {
    return told.startsWith("no article is finished")
        ? t(
            "No article is finished by all coders yet. F in the text of an article says that you"
                + " have finished it.")
        : t(
            "Agreement is between two coders or more. Shift E enrols one, and Shift C says who"
                + " codes here.");
  }

  private static Node figures(Agreement agreement) {
    var f = agreement.all();
    var two = agreement.coders().size() == 2;
    var row =
        Nodes.row(
            40,
            figure(f.kappa(), two ? t("Cohen’s κ") : t("Fleiss’ κ"), f.kappaFrom()),
            figure(f.alpha(), t("Krippendorff’s α"), f.alphaFrom()),
            figure(f.alphaU(), t("αU, exact boundaries"), new Interval(0, 0, 0)));
    row.getStyleClass().add("agreement-figures");
    return row;
  }

  private static Node figure(double value, String name, Interval from) {
    var number = Nodes.fixed(shown(value), "big-figure");
    var box = new VBox(2, number, Nodes.label(name, "small", "muted"));
    box.setAccessibleText(name + ": " + shown(value));
    if (from.draws() > 0) {
      Nodes.hint(number, t("95% interval from {0} to {1}", shown(from.low()), shown(from.high())));
    }
    return box;
  }

  static String shown(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }

  private Node plot(Agreement agreement) {
    var name = Nodes.label(t("κ by code, with 95% interval"), "section");
    var rows = new VBox();
    rows.setId("kappas");
    rows.getChildren().add(KappaRow.header());
    agreement.codes().stream()
        .sorted(
            (a, b) -> Double.compare(orLowest(b.figures().kappa()), orLowest(a.figures().kappa())))
        .forEach(
            one ->
                rows.getChildren()
                    .add(
                        new KappaRow(one, one.code().equals(model.selected.get()), model::select)));
    rows.getChildren().add(KappaRow.axis());
    var box = new VBox(8, name, rows);
    box.getStyleClass().add("kappa-plot");
    return box;
  }

  private static double orLowest(double value) {
    return Double.isNaN(value) ? -2 : value;
  }

  private Optional<Node> ofCode(Agreement agreement) {
    return agreement
        .of(model.selected.get())
        .map(
            one -> {
              var head =
                  Nodes.label(
                      t(
                          "{0}, {1} {2}",
                          one.code(), one.figures().units(), plural(model.unit.get())),
                      "section");
              var box = new VBox(12, head);
              var line = Nodes.row(24);
              line.setAlignment(Pos.TOP_LEFT);
              one.table().ifPresent(table -> line.getChildren().add(grid(agreement, table)));
              line.getChildren().add(settling());
              box.getChildren().add(line);
              box.getStyleClass().addAll("two-by-two", "line-above");
              return box;
            });
  }

  private static String plural(Unit unit) {
    return switch (unit) {
      case SENTENCE -> t("sentences");
      case PARAGRAPH -> t("paragraphs");
      case FINDING -> t("findings");
    };
  }

  private static Node grid(Agreement agreement, Table table) {
    var first = agreement.coders().getFirst();
    var second = agreement.coders().getLast();
    var grid = new GridPane();
    grid.setId("two-by-two");
    grid.setAccessibleText(
        t(
            "Both {0}, only {1} {2}, only {3} {4}, neither {5}",
            table.both(), first, table.onlyFirst(), second, table.onlySecond(), table.neither()));
    grid.addRow(0, new Label(), head(t("{0} yes", second)), head(t("{0} no", second)));
    grid.addRow(
        1, head(t("{0} yes", first)), cell(table.both(), true), cell(table.onlyFirst(), false));
    grid.addRow(
        2, head(t("{0} no", first)), cell(table.onlySecond(), false), cell(table.neither(), true));
    return grid;
  }

  private static Label head(String words) {
    return Nodes.fixed(words, "hint", "table-head");
  }

  private static Label cell(long value, boolean same) {
    var label = Nodes.fixed(t("{0}", value), "table-number");
    if (same) {
      label.getStyleClass().add("same");
    }
    return label;
  }

  private Node settling() {
    var open = model.open();
    var words =
        Nodes.label(
            open == 0
                ? t("Nothing is open on this code.")
                : t(
                    "{0} where the coders do not agree on this code.",
                    Texts.count((int) open, t("place"), t("places"))),
            "muted");
    words.setWrapText(true);
    words.setMaxWidth(200);
    var box = new VBox(12, words);
    if (open > 0) {
      var settle =
          Nodes.button(
              "",
              t("Settle one by one"),
              Command.of("S", t("Settle one by one"), model::settleNext).changing(),
              "primary");
      settle.setId("settle");
      box.getChildren().add(settle);
    }
    return box;
  }
}
