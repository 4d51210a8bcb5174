package org.tellings.ui.claims;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.tellings.compare.Proposition;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Drawer;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// Who claims what, and how: propositions down, outlets across, a stance in each cell.
public final class ClaimsView extends BorderPane implements Place {

  private final ClaimsModel model;
  private final ListView<ClaimsModel.Line> list = new ListView<>();
  private final ClaimInspector inspector;
  private final Drawer drawer;
  private final ScrollBar across = new ScrollBar();
  private final Pane codes = new Pane();
  private final Pane totals = new Pane();
  private final HBox header = Nodes.row(0);
  private final VBox top = new VBox();
  private final HBox naming = Nodes.row(8);
  private final Label counts = Nodes.label("", "muted");
  private final Label carriedOf = Nodes.label("", "muted");
  private final StringProperty crumb = new SimpleStringProperty(t("Claims"));
  private final StringProperty status = new SimpleStringProperty("");

  public ClaimsView(Desk desk) {
    model = new ClaimsModel(desk);
    inspector = new ClaimInspector(model);
    var panes = new SplitPane(matrix(), inspector);
    panes.setDividerPositions(0.74);
    Dividers.keep(desk, "claims", panes);
    SplitPane.setResizableWithParent(inspector, false);
    drawer = new Drawer(panes, inspector);
    setCenter(drawer);
    model.lines.addListener((ListChangeListener<ClaimsModel.Line>) _ -> counted());
    model.board.selected.subscribe(_ -> point());
    model.board.telling.subscribe(_ -> point());
    model.outlet.subscribe(_ -> point());
    model.board.merging.subscribe(_ -> list.refresh());
    model.comparing.busy.subscribe(_ -> placeholder());
    model.comparing.stopped.subscribe(_ -> placeholder());
  }

  private Node matrix() {
    list.setId("matrix");
    list.setItems(model.lines);
    list.setFixedCellSize(36);
    list.setCellFactory(_ -> new MatrixCell(model, across.valueProperty().negate()));
    list.setAccessibleText(t("Propositions by outlets"));
    across.setOrientation(Orientation.HORIZONTAL);
    across.setAccessibleText(t("Outlets, sideways"));
    top.getChildren().addAll(toolbar(), header());
    var foot = footer();
    var pane = new BorderPane(list);
    pane.setTop(top);
    pane.setBottom(new VBox(across, foot));
    pane.setMinWidth(640);
    pane.widthProperty().subscribe(_ -> sideways());
    return pane;
  }

  private Node toolbar() {
    var group = new MenuButton();
    group.getStyleClass().add("order");
    group.setAccessibleText(t("How the rows are grouped"));
    for (var one : ClaimsModel.Group.values()) {
      item(group, one.words, () -> model.group.set(one));
    }
    group.setMinWidth(Label.USE_PREF_SIZE);
    model.group.subscribe(now -> group.setText(t("Group: {0}", t(now.words))));
    var columns = new MenuButton();
    columns.getStyleClass().add("order");
    columns.setAccessibleText(t("How the columns are ordered"));
    for (var one : ClaimsModel.Columns.values()) {
      item(columns, one.words, () -> model.columns.set(one));
    }
    columns.setMinWidth(Label.USE_PREF_SIZE);
    model.columns.subscribe(now -> columns.setText(t("Outlets: {0}", t(now.words))));
    var differing = toggle(t("Only where outlets differ"), "fth-git-branch");
    differing.selectedProperty().bindBidirectional(model.differing);
    var several = toggle(t("Told more than once"), "fth-users");
    several.selectedProperty().bindBidirectional(model.board.severalOnly);
    counts.setMinWidth(0);
    var bar =
        Nodes.row(8, Nodes.fixed(t("Claims"), "title"), counts, group, columns, several, differing);
    bar.getChildren().add(Nodes.spring());
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private static ToggleButton toggle(String words, String icon) {
    var toggle = new ToggleButton(words, Glyphs.icon(icon));
    toggle.getStyleClass().add("layer-toggle");
    toggle.setMinWidth(Label.USE_PREF_SIZE);
    return toggle;
  }

  private static void item(MenuButton menu, String words, Runnable run) {
    var item = new MenuItem(t(words));
    item.setOnAction(_ -> run.run());
    menu.getItems().add(item);
  }

  private Node header() {
    var label = Nodes.label(t("Proposition"), "hint");
    label.setMinWidth(MatrixCell.LABEL);
    var balance = Nodes.label(t("Balance"), "hint");
    balance.setMinWidth(MatrixCell.BALANCE);
    balance.setPadding(new javafx.geometry.Insets(0, 0, 0, 16));
    header.getChildren().setAll(label, windowed(codes), balance);
    header.getStyleClass().addAll("column-header", "matrix-header");
    return header;
  }

  private Node footer() {
    carriedOf.setMinWidth(MatrixCell.LABEL);
    var legend = Nodes.row(10);
    legend.setMinWidth(MatrixCell.BALANCE);
    var row = Nodes.row(0, carriedOf, windowed(totals), legend);
    row.getStyleClass().addAll("matrix-footer");
    var key = Nodes.row(14);
    for (var stance : Stance.values()) {
      key.getChildren()
          .add(
              Nodes.row(
                  4,
                  Glyphs.of(stance),
                  Nodes.fixed(MatrixCell.word(Optional.of(stance)), "small", "muted")));
    }
    key.getChildren()
        .addAll(
            Nodes.row(4, Glyphs.omits(), Nodes.fixed(t("omits"), "small", "muted")),
            Nodes.row(4, Glyphs.cannotSay(), Nodes.fixed(t("cannot say"), "small", "muted")));
    key.getStyleClass().add("legend");
    return new VBox(row, key);
  }

  private Pane windowed(Pane content) {
    content.translateXProperty().bind(across.valueProperty().negate());
    var window = new Pane(content);
    var clip = new Rectangle();
    clip.widthProperty().bind(window.widthProperty());
    clip.setHeight(40);
    window.setClip(clip);
    window.setMinWidth(0);
    window.setMinHeight(32);
    HBox.setHgrow(window, Priority.ALWAYS);
    return window;
  }

  private void sideways() {
    var room = Math.max(0, list.getWidth() - MatrixCell.LABEL - MatrixCell.BALANCE - 32);
    var over = Math.max(0, model.outlets.size() * MatrixCell.COLUMN - room);
    across.setMax(over);
    across.setVisibleAmount(Math.max(1, over * room / Math.max(1, room + over)));
    across.setVisible(over > 0);
    across.setManaged(over > 0);
    across.setValue(Math.min(across.getValue(), over));
  }

  private void placeholder() {
    list.setPlaceholder(
        model.comparing.placeholder(
            model.board.all().isEmpty()
                ? t("No claims yet. They appear when articles are added.")
                : model.differing.get()
                    ? t("No two outlets differ on what is shown.")
                    : t("No claim is told by several articles yet. Show all, or add articles."),
            model::load));
  }

  private void counted() {
    counts.setText(
        t(
            "{0}, {1}, {2}",
            Texts.count(model.board.all().size(), t("proposition"), t("propositions")),
            Texts.count(model.board.tellings(), t("claim"), t("claims")),
            Texts.count(model.outlets.size(), t("outlet"), t("outlets"))));
    Nodes.hint(counts, counts.getText());
    status.set(
        Texts.count(
            model.disputed(),
            t("proposition where outlets differ"),
            t("propositions where outlets differ")));
    carriedOf.setText(t("Propositions told, of {0}", model.board.things.size()));
    heads();
    sideways();
    placeholder();
    inspector.show();
  }

  private void heads() {
    codes.getChildren().clear();
    totals.getChildren().clear();
    for (var i = 0; i < model.outlets.size(); i++) {
      var outlet = model.outlets.get(i);
      var code = Nodes.label(outlet.code(), "mono");
      Nodes.hint(code, outlet.name());
      code.setAccessibleText(outlet.name());
      var head = new StackPane(code);
      head.getStyleClass().add("matrix-cell");
      MatrixCell.sized(head, i, 31);
      codes.getChildren().add(head);
      var total = Nodes.label(t("{0}", model.carried(outlet)));
      total.setAccessibleText(
          t("{0} tells {1}", outlet.name(), String.valueOf(model.carried(outlet))));
      var box = new StackPane(total);
      box.setAlignment(Pos.CENTER);
      MatrixCell.sized(box, i, 32);
      totals.getChildren().add(box);
    }
    pointHead();
  }

  /// The selection went elsewhere.
  private void point() {
    model
        .board
        .selected
        .get()
        .flatMap(model::line)
        .ifPresent(
            line -> {
              if (!line.equals(list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().select(line);
                list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
              }
            });
    model
        .outlet
        .get()
        .map(model.outlets::indexOf)
        .filter(i -> i >= 0)
        .ifPresent(
            i -> {
              var left = i * MatrixCell.COLUMN;
              var room =
                  Math.max(MatrixCell.COLUMN, codes.getParent().getLayoutBounds().getWidth());
              if (left < across.getValue() || left + MatrixCell.COLUMN > across.getValue() + room) {
                across.setValue(Math.clamp(left - room / 2, 0, across.getMax()));
              }
            });
    pointHead();
    list.refresh();
    inspector.show();
  }

  /// Marks the head of the selected column.
  private void pointHead() {
    var at = model.outlet.get().map(model.outlets::indexOf).orElse(-1);
    for (var i = 0; i < codes.getChildren().size(); i++) {
      var looks = codes.getChildren().get(i).getStyleClass();
      looks.remove("column");
      if (i == at) {
        looks.add("column");
      }
    }
  }

  /// Asks for words in a line over the matrix, and hands them to `then`.
  private void ask(String question, String now, Consumer<String> then) {
    var typed = new TextField(now);
    typed.setId("editor-name");
    Keys.editor(typed, t("Keep the name"));
    typed.setAccessibleText(t("{0}, Enter keeps, Escape leaves it", question));
    HBox.setHgrow(typed, Priority.ALWAYS);
    typed.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            then.accept(typed.getText());
          } else if (e.getCode() != KeyCode.ESCAPE) {
            return;
          }
          top.getChildren().remove(naming);
          focus();
          e.consume();
        });
    naming.getChildren().setAll(Nodes.label(question, "strong"), typed);
    naming.getStyleClass().setAll("naming");
    if (!top.getChildren().contains(naming)) {
      top.getChildren().add(naming);
    }
    typed.requestFocus();
    typed.selectAll();
  }

  private void rename() {
    model
        .board
        .selected
        .get()
        .ifPresent(p -> ask(t("Name of the proposition"), p.label(), model::name));
  }

  private void make() {
    model
        .board
        .telling
        .get()
        .ifPresent(
            s ->
                ask(
                    t("New proposition from this claim"),
                    s.telling().text(),
                    words -> {
                      if (!words.isBlank()) {
                        model.make(words);
                      }
                    }));
  }

  private void allEvidence() {
    drawer.open();
    model.outlet.set(Optional.empty());
    model.board.telling.set(Optional.empty());
    inspector.show();
  }

  /// Shows the proposition that holds this claim.
  public void choose(FindingId claim) {
    model.board.choose(claim);
  }

  /// The proposition selected, if one is.
  public Optional<Proposition> selected() {
    return model.board.selected.get();
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Claims");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (drawer.isOver() && model.board.merging.get().isEmpty()) {
      all.add(Command.of("Esc", t("Close the inspector"), drawer::close));
    }
    all.add(Command.quiet("I", t("Inspector"), drawer::toggle));
    if (model.board.selected.get().isEmpty()) {
      return all;
    }
    all.add(Command.of("Down J", t("Row"), () -> model.stepRow(1)));
    all.add(Command.quiet("Up K", t("Row before"), () -> model.stepRow(-1)));
    if (model.board.merging.get().isPresent()) {
      all.add(Command.of("Enter", t("Same as the one chosen"), model::confirm).changing());
      all.add(Command.of("Esc", t("Leave it"), model.board::leaveMerge));
      return all;
    }
    all.add(Command.of("Right", t("Outlet"), () -> model.stepColumn(1)));
    all.add(Command.quiet("Left", t("Outlet before"), () -> model.stepColumn(-1)));
    if (model.board.telling.get().isPresent()) {
      all.add(Command.of("Enter", t("Confirm"), model::confirm).changing());
      all.add(Command.of("X", t("Reject"), model::reject).changing());
      for (var stance : Stance.values()) {
        all.add(
            new Command(
                "DIGIT" + (stance.ordinal() + 1),
                stance == Stance.ASSERTS
                    ? t("Set stance")
                    : t("Stance: {0}", MatrixCell.word(Optional.of(stance))),
                stance == Stance.ASSERTS,
                true,
                () -> model.stance(Optional.of(stance))));
      }
      all.add(
          Command.quiet("DIGIT0", t("Stance: cannot say"), () -> model.stance(Optional.empty()))
              .changing());
      all.add(Command.of("O", t("Open in article"), model::open));
      all.add(Command.of("Shift+N", t("New proposition"), this::make).changing());
      all.add(
          Command.quiet("S", t("Take the claim out of the proposition"), model::split).changing());
    }
    all.add(Command.of("Space", t("All evidence"), this::allEvidence));
    all.add(Command.quiet("M", t("Same proposition as…"), model.board::merge).changing());
    all.add(Command.quiet("F2", t("Name the proposition"), this::rename).changing());
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
  public void unfold() {
    drawer.open();
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
