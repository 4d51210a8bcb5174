package org.tellings.ui.claims;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Proposition;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Outlet;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One row of the matrix: a group's heading, or a proposition with a stance an outlet and the
/// balance. The cells move sideways together under the header; the first column stays, and a cell
/// is made when its column first comes into sight.
final class MatrixCell extends ListCell<ClaimsModel.Line> {

  static final double COLUMN = 48;
  static final double LABEL = 380;
  static final double BALANCE = 176;
  private static final double BAR = 72;

  private final ClaimsModel model;
  private final ObservableDoubleValue sideways;

  MatrixCell(ClaimsModel model, ObservableDoubleValue sideways) {
    this.model = model;
    this.sideways = sideways;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ClaimsModel.@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    getStyleClass().remove("heading-cell");
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    switch (line) {
      case ClaimsModel.Line.Heading heading -> heading(heading);
      case ClaimsModel.Line.Told told -> told(told);
    }
  }

  private void heading(ClaimsModel.Line.Heading heading) {
    var row =
        Nodes.row(
            6,
            Glyphs.icon(heading.folded() ? "fth-chevron-right" : "fth-chevron-down"),
            Nodes.label(heading.words(), "strong"),
            Nodes.label(t("{0}", heading.size()), "muted"));
    row.getStyleClass().add("matrix-heading");
    row.setOnMouseClicked(_ -> model.fold(heading.words()));
    setGraphic(row);
    setAccessibleText(
        t(
            "{0}, {1}{2}",
            heading.words(),
            Texts.count(heading.size(), t("proposition"), t("propositions")),
            heading.folded() ? t(", folded") : ""));
  }

  private void told(ClaimsModel.Line.Told told) {
    var proposition = told.proposition();
    var isHere = model.board.selected.get().filter(proposition::equals).isPresent();
    var number = Nodes.label(t("{0}", told.number()), "small", "muted");
    number.setMinWidth(26);
    var label = Nodes.label(proposition.label(), "proposition");
    Nodes.hint(label, proposition.label());
    label.setMinWidth(0);
    var head =
        Nodes.row(8, number, Glyphs.of(proposition.tellings().getFirst().telling().kept().state()));
    head.getChildren().add(label);
    if (model.board.merging.get().filter(proposition::equals).isPresent()) {
      head.getChildren().add(Nodes.label(t("the same as…"), "small", "muted"));
    }
    head.setPadding(new javafx.geometry.Insets(0, 12, 0, 0));
    head.setMinWidth(LABEL);
    head.setMaxWidth(LABEL);
    var cells = new Pane();
    cells.translateXProperty().bind(sideways);
    var window = new Pane(cells);
    var clip = new Rectangle();
    clip.widthProperty().bind(window.widthProperty());
    clip.setHeight(36);
    window.setClip(clip);
    window.setMinWidth(0);
    window.setPrefWidth(model.outlets.size() * COLUMN);
    window.setMinHeight(34);
    HBox.setHgrow(window, Priority.ALWAYS);
    var outlets = List.copyOf(model.outlets);
    var made = new BitSet();
    Runnable fill =
        () -> {
          var from = Math.max(0, (int) (-cells.getTranslateX() / COLUMN));
          var to = (int) Math.ceil((window.getWidth() - cells.getTranslateX()) / COLUMN);
          for (var i = from; i < Math.min(to, outlets.size()); i++) {
            if (!made.get(i)) {
              made.set(i);
              var cell = cell(proposition, outlets.get(i), isHere);
              sized(cell, i, 35);
              cells.getChildren().add(cell);
            }
          }
        };
    cells.translateXProperty().subscribe(fill);
    window.widthProperty().subscribe(fill);
    var row = Nodes.row(0, head, window, balance(proposition));
    row.getStyleClass().add("matrix-row");
    if (isHere) {
      row.getStyleClass().add("selected");
    }
    setGraphic(row);
    setAccessibleText(
        t(
            "Proposition {0}, {1}: {2}",
            told.number(),
            proposition.label(),
            model.outlets.stream()
                .map(o -> o.name() + " " + word(proposition, o))
                .collect(Collectors.joining(", "))));
  }

  /// Puts a cell into its column.
  static void sized(Region cell, int column, double height) {
    cell.setMinSize(COLUMN, height);
    cell.setPrefSize(COLUMN, height);
    cell.setMaxSize(COLUMN, height);
    cell.relocate(column * COLUMN, 0);
  }

  /// What a cell says in words: stances, "omits", "cannot say", or nothing to say.
  static String word(Proposition proposition, Outlet outlet) {
    var stances = ClaimsModel.stances(proposition, outlet);
    if (!stances.isEmpty()) {
      return stances.stream().map(MatrixCell::word).collect(Collectors.joining(" and "));
    }
    return ClaimsModel.omission(proposition, outlet)
        .map(o -> o.cannotSay() ? t("cannot say") : t("omits"))
        .orElse(t("printed nothing then"));
  }

  static String word(Optional<Stance> stance) {
    return stance.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(t("cannot say"));
  }

  static Node glyph(Optional<Stance> stance) {
    return stance.map(Glyphs::of).orElseGet(Glyphs::cannotSay);
  }

  private StackPane cell(Proposition proposition, Outlet outlet, boolean isHere) {
    List<Node> signs = new ArrayList<>();
    var stances = ClaimsModel.stances(proposition, outlet);
    stances.stream().limit(2).forEach(stance -> signs.add(glyph(stance)));
    if (stances.isEmpty()) {
      ClaimsModel.omission(proposition, outlet)
          .ifPresent(o -> signs.add(o.cannotSay() ? Glyphs.cannotSay() : Glyphs.omits()));
    }
    if (signs.size() > 1) {
      signs.forEach(
          sign -> {
            sign.setScaleX(0.75);
            sign.setScaleY(0.75);
          });
    }
    var inside = new HBox(signs.size() > 1 ? -2 : 0);
    inside.setAlignment(Pos.CENTER);
    inside.getChildren().addAll(signs);
    inside.setMouseTransparent(true);
    var cell = new StackPane(inside);
    cell.getStyleClass().add("matrix-cell");
    var isColumn = model.outlet.get().filter(outlet::equals).isPresent();
    if (isColumn) {
      cell.getStyleClass().add(isHere ? "selected" : "column");
    }
    cell.setOnMouseClicked(
        e -> {
          model.select(proposition, outlet);
          e.consume();
        });
    Nodes.hint(cell, outlet.name() + ": " + word(proposition, outlet));
    return cell;
  }

  /// How many outlets take each stance, as a bar in stance order, and what stands against the rest.
  private static HBox balance(Proposition proposition) {
    var counts = new EnumMap<Stance, Integer>(Stance.class);
    proposition
        .stances()
        .values()
        .forEach(s -> s.ifPresent(stance -> counts.merge(stance, 1, Integer::sum)));
    var all = Math.max(1, counts.values().stream().mapToInt(n -> n).sum());
    var bar = new HBox();
    bar.setAlignment(Pos.CENTER_LEFT);
    for (var count : counts.entrySet()) {
      var part = new Region();
      part.getStyleClass().addAll("balance", count.getKey().name().toLowerCase(Locale.ROOT));
      var width = BAR * count.getValue() / Math.max(all, 8);
      part.setMinWidth(width);
      part.setMaxWidth(width);
      bar.getChildren().add(part);
    }
    bar.setMinWidth(BAR);
    var row = Nodes.row(8, bar);
    against(counts)
        .ifPresent(
            words -> {
              var denied = counts.containsKey(Stance.DENIES);
              var label = Nodes.label(words, "small", denied ? "danger" : "muted");
              if (denied) {
                var icon = Glyphs.icon("fth-git-branch");
                icon.getStyleClass().add("danger");
                row.getChildren().add(icon);
              }
              Nodes.hint(label, words);
              row.getChildren().add(label);
            });
    row.setMinWidth(BALANCE);
    row.setMaxWidth(BALANCE);
    row.setPadding(new javafx.geometry.Insets(0, 0, 0, 16));
    return row;
  }

  private static Optional<String> against(Map<Stance, Integer> counts) {
    if (counts.size() < 2) {
      return Optional.empty();
    }
    for (var stance : List.of(Stance.DENIES, Stance.QUESTIONS, Stance.HEDGES)) {
      var n = Optional.ofNullable(counts.get(stance));
      if (n.isPresent()) {
        return Optional.of(n.get() + " " + verb(stance, n.get()));
      }
    }
    return Optional.empty();
  }

  private static String verb(Stance stance, int count) {
    return switch (stance) {
      case DENIES -> count == 1 ? t("denies") : t("deny");
      case QUESTIONS -> count == 1 ? t("questions") : t("question");
      case HEDGES -> count == 1 ? t("hedges") : t("hedge");
      case ASSERTS, ATTRIBUTES, PREDICTS -> stance.name().toLowerCase(Locale.ROOT);
    };
  }
}
