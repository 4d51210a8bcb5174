package org.tellings.ui.figures;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.tellings.compare.Quantity;
import org.tellings.compare.Quantity.Printed;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Following;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// What was measured and which values are printed: quantities at left, the values of one at right.
public final class FiguresView extends SplitPane implements Place {

  private static final double MOST_PLOT = 360;

  private final FiguresModel model;
  private final ListView<Quantity> list = new ListView<>();
  private final ListView<Printed> mentions = new ListView<>();
  private final BorderPane detail = new BorderPane();
  private final ValuePlot plot;
  private final ToggleButton byDate = new ToggleButton(t("By date"));
  private final HBox title = Nodes.row(8);
  private final Label counts = Nodes.label("", "muted");
  private final StringProperty crumb = new SimpleStringProperty(t("Figures"));
  private final StringProperty status = new SimpleStringProperty("");

  public FiguresView(Desk desk) {
    model = new FiguresModel(desk);
    plot = new ValuePlot(printed -> model.board.telling.set(Optional.of(printed)));
    detail.setMinWidth(560);
    getItems().addAll(left(), detail);
    setDividerPositions(0.43);
    Dividers.keep(desk, "figures", this);
    SplitPane.setResizableWithParent(getItems().getFirst(), false);
    mentions.setId("mentions");
    mentions.setFixedCellSize(56);
    mentions.setCellFactory(_ -> new MentionCell());
    mentions.setAccessibleText(t("Mentions"));
    mentions
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.board.telling.get().filter(now::equals).isEmpty()) {
                model.board.telling.set(Optional.of(now));
              }
            });
    Following.follow(list, model.board.selected, 2);
    model.board.selected.subscribe(this::show);
    model.board.telling.subscribe(this::point);
    model.board.things.addListener((ListChangeListener<Quantity>) _ -> counted());
    model.board.merging.subscribe(_ -> list.refresh());
    model.comparing.busy.subscribe(_ -> placeholder());
    model.comparing.stopped.subscribe(_ -> placeholder());
    byDate.selectedProperty().subscribe(_ -> draw());
  }

  private Node left() {
    var order = new MenuButton(t(model.order.get().words));
    order.setAccessibleText(t("Order of the quantities"));
    order.getStyleClass().add("order");
    for (var one : FiguresModel.Order.values()) {
      var item = new MenuItem(t(one.words));
      item.setOnAction(_ -> model.order.set(one));
      order.getItems().add(item);
    }
    model.order.subscribe(now -> order.setText(t(now.words)));
    var several = new ToggleButton(t("Several"));
    several.getStyleClass().add("layer-toggle");
    Nodes.hint(several, t("Only what is printed more than once"));
    several.setMinWidth(Label.USE_PREF_SIZE);
    order.setMinWidth(Label.USE_PREF_SIZE);
    several.selectedProperty().bindBidirectional(model.board.severalOnly);
    counts.setMinWidth(0);
    var bar =
        Nodes.row(8, Nodes.fixed(t("Figures"), "title"), counts, Nodes.spring(), several, order);
    bar.getStyleClass().add("view-toolbar");
    var header =
        Nodes.row(
            8,
            Nodes.label(t("Quantity"), "hint"),
            Nodes.spring(),
            head(t("Range printed"), QuantityCell.RANGE, Pos.CENTER_LEFT),
            head(t("Mentions"), QuantityCell.MENTIONS, Pos.CENTER_RIGHT),
            head(t("Outlets"), QuantityCell.OUTLETS, Pos.CENTER_RIGHT),
            head(t("Spread"), QuantityCell.SPREAD, Pos.CENTER_RIGHT),
            head("", 14, Pos.CENTER));
    header.getStyleClass().add("column-header");
    list.setId("quantities");
    list.setItems(model.board.things);
    list.setFixedCellSize(64);
    list.setCellFactory(_ -> new QuantityCell(model));
    list.setAccessibleText(t("Quantities"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.board.selected.get().filter(now::equals).isEmpty()) {
                model.board.selected.set(Optional.of(now));
              }
            });
    var pane = new BorderPane(list);
    pane.setTop(new VBox(bar, header));
    pane.setMinWidth(480);
    pane.setPrefWidth(592);
    return pane;
  }

  private static Label head(String words, double width, Pos where) {
    var label = Nodes.label(words, "hint");
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    label.setAlignment(where);
    return label;
  }

  private void placeholder() {
    list.setPlaceholder(
        model.comparing.placeholder(
            model.board.all().isEmpty()
                ? t("No figures yet. They appear when articles are added.")
                : t("No quantity is printed more than once yet. Show all, or add articles."),
            model::load));
  }

  private void counted() {
    counts.setText(
        Texts.count(model.board.all().size(), t("quantity"), t("quantities"))
            + ", "
            + Texts.count(model.board.tellings(), t("mention"), t("mentions")));
    Nodes.hint(counts, counts.getText());
    status.set(
        Texts.count(model.conflicts(), t("quantity in conflict"), t("quantities in conflict")));
    list.refresh();
    placeholder();
  }

  private void show(Optional<Quantity> now) {
    crumb.set(now.map(q -> t("Figures › {0}", q.measures())).orElse(t("Figures")));
    if (now.isEmpty()) {
      detail.setTop(null);
      detail.setCenter(null);
      return;
    }
    var quantity = now.get();
    mentions.getItems().setAll(quantity.tellings());
    var rows = new ScrollPane(plot);
    rows.setFitToWidth(true);
    rows.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    rows.setFocusTraversable(false);
    rows.setMaxHeight(MOST_PLOT);
    detail.setTop(new VBox(toolbar(quantity), summary(quantity), rows, header(quantity)));
    detail.setCenter(mentions);
    draw();
  }

  private Node toolbar(Quantity quantity) {
    named(quantity);
    var byOutlet = new ToggleButton(t("By outlet"));
    var group = new ToggleGroup();
    group.getToggles().setAll(byOutlet, byDate);
    (byDate.isSelected() ? byDate : byOutlet).setSelected(true);
    byOutlet
        .selectedProperty()
        .subscribe(on -> byDate.setSelected(!on)); // one of the two is always on
    var csv =
        Nodes.button("fth-download", t("CSV"), Command.quiet("", "", this::write), "secondary");
    csv.setAccessibleText(t("Write the mentions as CSV"));
    var bar = Nodes.row(12, title, Nodes.spring(), Nodes.segmented(byOutlet, byDate), csv);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMinWidth(0);
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private void named(Quantity quantity) {
    var name = Nodes.label(quantity.measures(), "title");
    Nodes.hint(name, quantity.measures());
    name.setMinWidth(0);
    var about = Nodes.label(QuantityCell.about(quantity), "muted");
    Nodes.hint(about, about.getText());
    about.setMinWidth(0);
    title.getChildren().setAll(Glyphs.letter(Kind.FIGURE), name, about);
  }

  private static Node summary(Quantity quantity) {
    var distinct = quantity.tellings().stream().map(Printed::value).distinct().count();
    var apart = quantity.highest().subtract(quantity.lowest());
    var numbers =
        Nodes.row(
            40,
            number(Amount.shortly(quantity.most().value(), quantity.unit()), t("most printed")),
            number(Amount.shortly(apart, quantity.unit()), t("lowest to highest")),
            number(
                t("{0}", distinct),
                t(
                    "distinct values, {0}",
                    Texts.count(quantity.tellings().size(), t("reading"), t("readings")))),
            Nodes.spring());
    var why = Nodes.label(quantity.why(), "muted");
    Nodes.hint(why, quantity.why());
    why.setMinWidth(0);
    var verdict =
        Nodes.row(
            8,
            Nodes.fixed(
                FiguresModel.words(quantity.verdict()),
                "strong",
                FiguresModel.isConflict(quantity) ? "danger" : "verdict"),
            why);
    verdict.getChildren().addAll(Nodes.spring(), legend());
    var box = new VBox(8, numbers, verdict);
    box.getStyleClass().add("figure-summary");
    return box;
  }

  private static VBox number(String big, String words) {
    var number = Nodes.label(big, "big-figure");
    number.setMinWidth(Label.USE_PREF_SIZE);
    var label = Nodes.label(words, "small", "muted");
    label.setMinWidth(Label.USE_PREF_SIZE);
    return new VBox(0, number, label);
  }

  private static HBox legend() {
    var legend = Nodes.row(8);
    legend.setMinWidth(Label.USE_PREF_SIZE);
    for (var one :
        List.of(
            Approximation.EXACT, Approximation.ABOUT, Approximation.UNDER, Approximation.OVER)) {
      var dot = new Pane();
      dot.getStyleClass().add("figure-plot");
      dot.setMinSize(36, 16);
      dot.setMaxSize(36, 16);
      dot.getChildren().addAll(Dots.at(18, 8, 4, one));
      var words =
          switch (one) {
            case EXACT -> t("exact");
            case ABOUT -> t("about");
            case UNDER, UPTO -> t("nearly");
            case OVER, ATLEAST -> t("over");
          };
      var label = Nodes.label(words, "small", "muted");
      label.setMinWidth(Label.USE_PREF_SIZE);
      legend.getChildren().add(Nodes.row(2, dot, label));
    }
    return legend;
  }

  private static Node header(Quantity quantity) {
    var printed = Nodes.label(t("As printed"), "hint");
    HBox.setHgrow(printed, Priority.ALWAYS);
    printed.setMaxWidth(Double.MAX_VALUE);
    var row =
        Nodes.row(
            8,
            head(t("Outlet"), MentionCell.OUTLET, Pos.CENTER_LEFT),
            head(t("Published"), MentionCell.PUBLISHED, Pos.CENTER_LEFT),
            printed,
            head(
                t("Read as, {0}", Amount.unit(quantity.unit())),
                MentionCell.VALUE,
                Pos.CENTER_RIGHT),
            head(t("Kind"), MentionCell.KIND, Pos.CENTER_LEFT),
            head("", 14, Pos.CENTER));
    row.getStyleClass().addAll("column-header", "line-above");
    return row;
  }

  private void draw() {
    model
        .board
        .selected
        .get()
        .ifPresent(q -> plot.show(q, byDate.isSelected(), model.board.telling.get()));
  }

  private void point(Optional<Printed> now) {
    now.ifPresent(
        printed -> {
          if (mentions.getItems().contains(printed)) {
            mentions.getSelectionModel().select(printed);
            mentions.scrollTo(Math.max(0, mentions.getSelectionModel().getSelectedIndex() - 1));
          }
        });
    draw();
  }

  /// Opens the field for another value in the place of the name.
  private void editValue() {
    model
        .board
        .telling
        .get()
        .ifPresent(
            printed -> {
              var typed = new TextField(printed.value().toPlainString());
              typed.setId("editor-value");
              Keys.editor(typed, t("Save as corrected"));
              typed.setPrefWidth(220);
              typed.setAccessibleText(
                  t(
                      "Value in {0}, in plain digits, Enter keeps, Escape leaves it",
                      Texts.outlet(printed.telling().outlet())));
              typed.setOnKeyPressed(
                  e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                      model.value(typed.getText());
                    } else if (e.getCode() != KeyCode.ESCAPE) {
                      return;
                    }
                    model.board.selected.get().ifPresent(this::named);
                    focus();
                    e.consume();
                  });
              title
                  .getChildren()
                  .setAll(
                      Glyphs.letter(Kind.FIGURE),
                      typed,
                      Nodes.label(
                          t(
                              "“{0}” in {1}",
                              printed.telling().text(), Texts.outlet(printed.telling().outlet())),
                          "small",
                          "muted"));
              typed.requestFocus();
              typed.selectAll();
            });
  }

  private void write() {
    var chooser = new FileChooser();
    chooser.setTitle(t("Write the mentions as CSV"));
    chooser.setInitialFileName("figures.csv");
    Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
        .ifPresent(file -> model.write(file.toPath()));
  }

  /// Shows the quantity that holds this figure.
  public void choose(FindingId figure) {
    model.board.choose(figure);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Figures");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (model.board.selected.get().isEmpty()) {
      return all;
    }
    all.add(Command.of("J", t("Quantity"), () -> model.board.step(1)));
    all.add(Command.of("K", t("Previous"), () -> model.board.step(-1)));
    if (model.board.merging.get().isPresent()) {
      all.add(Command.of("Enter", t("Same as the one chosen"), model::confirm).changing());
      all.add(Command.of("Esc", t("Leave it"), model.board::leaveMerge));
      return all;
    }
    all.add(Command.of("Down", t("Mention"), () -> model.board.stepTelling(1)));
    all.add(Command.of("Up", t("Previous"), () -> model.board.stepTelling(-1)));
    all.add(Command.of("Enter", t("Confirm"), model::confirm).changing());
    all.add(Command.of("E", t("Edit value"), this::editValue).changing());
    all.add(Command.of("X", t("Reject"), model::reject).changing());
    all.add(Command.of("G", t("Same quantity as…"), model.board::merge).changing());
    all.add(Command.of("O", t("Open in article"), model::open));
    all.add(Command.quiet("S", t("Take the mention out of the quantity"), model::split).changing());
    all.add(Command.quiet("Shortcut+C", t("Copy with sources"), model::copy));
    return all;
  }

  @Override
  public ObservableValue<String> status() {
    return status;
  }

  @Override
  public void refresh() {
    model.load();
  }

  @Override
  public Runnable here() {
    var now = model.board.finding();
    return () -> now.ifPresent(model.board::choose);
  }

  @Override
  public void focus() {
    list.requestFocus();
  }
}
