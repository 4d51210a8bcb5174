package org.tellings.ui.compare;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.compare.Alignment;
import org.tellings.compare.Proposition;
import org.tellings.compare.Quantity;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// Two to six articles side by side: a spine of propositions, the articles as columns, bands and
/// threads between them.
public final class CompareView extends BorderPane implements Place, Column.Doing {

  private final CompareModel model;
  private final ListView<Alignment.Row> spine = new ListView<>();
  private final HBox across = new HBox(32);
  private final Ribbons ribbons = new Ribbons();
  private final List<Column> columns = new ArrayList<>();
  private final VBox below = new VBox(6);
  private final HBox spineHead = Nodes.row(4);
  private final Adding adding;
  private final StackPane middle = new StackPane();
  private final Label counts = Nodes.label("", "muted");
  private final StringProperty crumb = new SimpleStringProperty(t("Compare"));
  private final StringProperty status = new SimpleStringProperty("");
  private boolean moving;

  public CompareView(Desk desk) {
    model = new CompareModel(desk);
    adding = new Adding(model, this::focus);
    spine.setId("spine");
    spine.setCellFactory(_ -> new Spine(model));
    spine.setAccessibleText(t("Propositions of the articles"));
    spine
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null) {
                model.selected.set(Optional.of(now.number()));
              }
            });
    across.getStyleClass().add("compare-columns");
    setTop(toolbar());
    setCenter(middle);
    model.board.subscribe(_ -> show());
    model.chosen.subscribe(_ -> show());
    model.selected.subscribe(_ -> point());
    model.column.subscribe(_ -> point());
    model.comparing.busy.subscribe(_ -> show());
    for (var toggle : List.of(model.bands, model.shared, model.onlyAndMissing)) {
      toggle.subscribe((_, _) -> show());
    }
    across.widthProperty().subscribe(_ -> draw());
  }

  private Node toolbar() {
    var add = Nodes.button("fth-plus", t("Add"), Command.of("A", t("Add"), this::add), "link");
    var bar =
        Nodes.row(
            8,
            Nodes.label(t("Compare"), "title"),
            counts,
            add,
            toggle(t("Linked scroll"), "fth-link", model.linked),
            toggle(t("Propositions"), "fth-git-commit", model.bands),
            toggle(t("Shared wording"), "fth-copy", model.shared),
            toggle(t("Only and missing"), "fth-minus-square", model.onlyAndMissing));
    bar.getChildren().add(Nodes.spring());
    bar.getChildren()
        .add(
            Nodes.button(
                "fth-copy",
                t("Copy with sources"),
                Command.quiet("", "", model::copy),
                "secondary"));
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private static ToggleButton toggle(String words, String icon, BooleanProperty on) {
    var toggle = new ToggleButton(words, Glyphs.icon(icon));
    toggle.getStyleClass().add("layer-toggle");
    toggle.setMinWidth(Label.USE_PREF_SIZE);
    toggle.selectedProperty().bindBidirectional(on);
    return toggle;
  }

  private void show() {
    var chosen = model.chosen.get().size();
    counts.setText(Texts.count(chosen, t("article"), t("articles")));
    crumb.set(chosen == 0 ? t("Compare") : t("Compare › {0}", counts.getText()));
    columns.clear();
    across.getChildren().clear();
    if (model.comparing.busy.get() && model.board.get().isEmpty()) {
      middle.getChildren().setAll(model.comparing.placeholder("", model::load));
      return;
    }
    if (model.board.get().isEmpty()) {
      middle
          .getChildren()
          .setAll(
              Nodes.empty(
                  chosen == 0
                      ? t(
                          "No articles side by side yet. Add two with A, or press C on an article"
                              + " in the Library or the Reader.")
                      : t("One article waits for another. Add it with A."),
                  Nodes.button(t("Add an article…"), this::add, "primary")));
      return;
    }
    var board = model.board.get().orElseThrow();
    for (var i = 0; i < board.articles().size(); i++) {
      var column = new Column(i, board, model, this);
      columns.add(column);
      across.getChildren().add(column);
      HBox.setHgrow(column, Priority.ALWAYS);
      column.setPrefWidth(240);
    }
    var stack = new StackPane(across, ribbons);
    stack.setMinWidth(0);
    spine.getItems().setAll(board.alignment().rows());
    var count =
        Nodes.label(
            Texts.count(board.alignment().rows().size(), t("proposition"), t("propositions")),
            "small",
            "muted");
    spineHead.getChildren().setAll(count, Nodes.spring(), Spine.heads(board.articles()));
    spineHead.getStyleClass().setAll("spine-head");
    below.getStyleClass().setAll("spine-foot");
    var side = new BorderPane(spine);
    side.setTop(spineHead);
    side.setBottom(below);
    side.getStyleClass().add("spine");
    var width = 182.0 + Spine.GLYPH * board.articles().size();
    side.setMinWidth(width);
    side.setMaxWidth(width);
    var both = new HBox(side, stack);
    HBox.setHgrow(stack, Priority.ALWAYS);
    middle.getChildren().setAll(both);
    point();
  }

  private void point() {
    columns.forEach(
        column -> {
          column.select(model.selected.get());
          column.getStyleClass().remove("here");
          if (column.index == model.column.get()) {
            column.getStyleClass().add("here");
          }
        });
    model
        .row()
        .ifPresent(
            row -> {
              if (!row.equals(spine.getSelectionModel().getSelectedItem())) {
                spine.getSelectionModel().select(row);
                spine.scrollTo(Math.max(0, spine.getSelectionModel().getSelectedIndex() - 2));
              }
            });
    level();
    below();
    status.set(
        model
            .board
            .get()
            .map(b -> t("{0} of {1} confirmed", model.confirmed(), b.alignment().rows().size()))
            .orElse(""));
    draw();
  }

  /// Brings the selected row to one height in all columns.
  private void level() {
    var row = model.selected.get();
    if (row.isEmpty() || columns.isEmpty()) {
      return;
    }
    moving = true;
    for (var column : columns) {
      column.applyCss();
      column.layout();
      column.level(row.get(), column.textTop() + column.getHeight() / 4);
    }
    moving = false;
  }

  /// What the selected row prints in each column.
  private void below() {
    below.getChildren().clear();
    var row = model.row();
    var board = model.board.get();
    if (row.isEmpty() || board.isEmpty()) {
      return;
    }
    below
        .getChildren()
        .add(Nodes.label(t("Selected · {0}", String.valueOf(row.get().number())), "section"));
    for (var i = 0; i < row.get().cells().size(); i++) {
      var code = Nodes.label(board.get().articles().get(i).outlet().code(), "mono");
      code.setMinWidth(32);
      var cell = row.get().cells().get(i);
      var line = Nodes.row(8, code);
      switch (cell) {
        case Alignment.Here here -> {
          var words = Nodes.label(shortly(row.get(), here, board.get()), "strong");
          words.setMinWidth(0);
          Nodes.hint(words, here.tellings().getFirst().telling().text());
          line.getChildren()
              .addAll(
                  words,
                  Nodes.spring(),
                  Glyphs.of(here.tellings().getFirst().telling().kept().state()));
        }
        case Alignment.Prints prints -> {
          var first = prints.tellings().getFirst();
          var words = Nodes.label(first.text().replace('\n', ' '), "strong");
          words.setMinWidth(0);
          Nodes.hint(words, Spine.word(cell) + ": " + first.text());
          line.getChildren().addAll(words, Nodes.spring(), Glyphs.of(first.kept().state()));
        }
        case Alignment.Missing _ -> line.getChildren().add(Nodes.label(Spine.word(cell), "muted"));
      }
      below.getChildren().add(line);
    }
    remarks(row.get(), board.get())
        .forEach(
            remark -> {
              var label = Nodes.label(remark, "small", "muted");
              label.setWrapText(true);
              below.getChildren().add(label);
            });
  }

  /// The figures an article prints here, else the words that decide its stance, else the stance.
  private static String shortly(Alignment.Row row, Alignment.Here here, CompareModel.Board board) {
    var printed =
        Spine.figures(row, board).stream()
            .flatMap(q -> q.tellings().stream())
            .filter(p -> p.telling().article().equals(here.article()))
            .map(p -> p.telling().text())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!printed.isEmpty()) {
      return printed;
    }
    Proposition.Stated first = here.tellings().getFirst();
    return first.cues().isEmpty() ? Spine.word(here) : String.join(", ", first.cues());
  }

  private static List<String> remarks(Alignment.Row row, CompareModel.Board board) {
    return Spine.figures(row, board).stream().map(Quantity::why).distinct().limit(3).toList();
  }

  private void draw() {
    model
        .board
        .get()
        .ifPresent(
            b -> ribbons.draw(columns, b.alignment(), model.selected.get(), model.bands.get()));
  }

  // -- what a column asks --

  @Override
  public void select(Column column, int row) {
    model.column.set(column.index);
    model.selected.set(Optional.of(row));
  }

  @Override
  public void remove(Article article) {
    model.remove(article.id());
  }

  /// The others follow, so that the selected row stays level.
  @Override
  public void scrolled(Column column) {
    if (!moving && model.linked.get()) {
      model
          .selected
          .get()
          .flatMap(row -> column.reach(row).map(reach -> new Level(row, reach.top())))
          .ifPresent(
              level -> {
                moving = true;
                for (var other : columns) {
                  if (other != column) {
                    other.level(level.row(), level.top());
                  }
                }
                moving = false;
              });
    }
    draw();
  }

  private record Level(int row, double top) {}

  // -- what the window asks --

  private void add() {
    if (!middle.getChildren().contains(adding)) {
      middle.getChildren().add(adding);
    }
    adding.begin();
  }

  /// Puts an article beside the others.
  public void add(ArticleId article) {
    model.add(article);
  }

  /// Shows exactly these articles side by side.
  public void show(List<ArticleId> articles) {
    model.show(articles);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Compare");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    all.add(Command.of("A", t("Add"), this::add));
    if (model.board.get().isEmpty()) {
      return all;
    }
    all.add(Command.of("J", t("Next proposition"), () -> model.step(1)));
    all.add(Command.of("K", t("Previous"), () -> model.step(-1)));
    all.add(Command.of("Right", t("Column"), () -> model.stepColumn(1)));
    all.add(Command.quiet("Left", t("Column before"), () -> model.stepColumn(-1)));
    all.add(Command.of("U", t("Only here"), model::onlyHere));
    all.add(Command.of("M", t("Missing here"), model::missingHere));
    all.add(
        Command.of(
            "L",
            model.linked.get() ? t("Free scroll") : t("Link scroll"),
            () -> model.linked.set(!model.linked.get())));
    all.add(Command.of("Enter", t("Confirm alignment"), model::confirm).changing());
    all.add(Command.of("X", t("Unlink"), model::unlink).changing());
    all.add(Command.of("O", t("Open in Reader"), model::open));
    all.add(Command.quiet("Shortcut+C", t("Copy with sources"), model::copy));
    all.add(
        Command.quiet(
            "Delete",
            t("Take the column away"),
            () ->
                model.chosen.get().stream()
                    .skip(model.column.get())
                    .findFirst()
                    .ifPresent(model::remove)));
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
    var ids = model.chosen.get();
    var row = model.selected.get();
    return () -> {
      if (!ids.equals(model.chosen.get())) {
        model.show(ids);
      }
      model.selected.set(row);
    };
  }

  @Override
  public void focus() {
    spine.requestFocus();
  }
}
