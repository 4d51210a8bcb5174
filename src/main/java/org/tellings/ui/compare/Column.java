package org.tellings.ui.compare;

import static org.tellings.ui.kit.Texts.t;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.compare.Passage;
import org.tellings.compare.Quantity;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One article of the comparison: what it tells, where something is missing, what only it has.
final class Column extends BorderPane {

  /// What a click in it does.
  interface Doing {
    void select(Column column, int row);

    void remove(Article article);

    void scrolled(Column column);
  }

  final int index;
  final Article article;
  private final Doing doing;
  private final VBox content = new VBox(10);
  private final ScrollPane scroll = new ScrollPane(content);
  private final Map<Integer, Node> told = new HashMap<>();
  private final Map<Integer, Node> missing = new HashMap<>();

  Column(int index, CompareModel.Board board, CompareModel model, Doing doing) {
    this.index = index;
    this.article = board.articles().get(index);
    this.doing = doing;
    getStyleClass().add("compare-column");
    setTop(header());
    content.getStyleClass().add("column-content");
    for (var block : Block.of(article, board.alignment())) {
      content.getChildren().add(node(block, board, model));
    }
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("column-scroll");
    scroll.vvalueProperty().subscribe((_, _) -> doing.scrolled(this));
    scroll.viewportBoundsProperty().subscribe((_, _) -> doing.scrolled(this));
    content.heightProperty().subscribe((_, _) -> doing.scrolled(this));
    setCenter(scroll);
    setMinWidth(240);
    setAccessibleText(t("{0}, {1}", Texts.outlet(article.outlet()), article.title()));
  }

  private Node header() {
    var whence =
        Nodes.label(
            Texts.outlet(article.outlet())
                + " · "
                + Texts.shortMoment(article.heading().published()),
            "small",
            "muted");
    Nodes.hint(whence, whence.getText());
    var line =
        Nodes.row(
            8,
            Nodes.fixed(article.outlet().code(), "mono"),
            whence,
            Nodes.spring(),
            Nodes.iconButton(
                "fth-x",
                t("Take {0} away", Texts.outlet(article.outlet())),
                () -> doing.remove(article)));
    var title = Nodes.label(article.title().isEmpty() ? article.file() : article.title());
    title.getStyleClass().add("column-title");
    title.setWrapText(true);
    title.setMinHeight(52);
    title.setMaxHeight(52);
    Nodes.hint(title, title.getText());
    title.setAlignment(Pos.TOP_LEFT);
    var head = new VBox(2, line, title);
    head.getStyleClass().add("column-head");
    return head;
  }

  private Node node(Block block, CompareModel.Board board, CompareModel model) {
    return switch (block) {
      case Block.Plain plain -> marked(plain.span(), board, model);
      case Block.Told one -> told(one, board, model);
      case Block.Missing one -> missing(one);
    };
  }

  private Marked marked(Span span, CompareModel.Board board, CompareModel model) {
    var words = new Marked(article.text(), span);
    if (model.shared.get()) {
      for (var passage : board.alignment().shared()) {
        passage.places().stream()
            .filter(place -> place.article().equals(article.id()))
            .map(Passage.Place::span)
            .forEach(at -> words.mark(at, "shared"));
      }
    }
    for (Kept kept : board.findings().get(index)) {
      if (kept.finding().kind() == Kind.QUOTE
          && kept.finding() instanceof Finding.Quote q
          && q.form() != Finding.Form.INDIRECT) {
        words.mark(kept.finding().span(), "q");
      }
    }
    for (var quantity : board.alignment().figures()) {
      quantity.tellings().stream()
          .filter(p -> p.telling().article().equals(article.id()))
          .forEach(
              p ->
                  words.mark(
                      p.telling().kept().finding().span(),
                      isConflict(p.verdict()) ? "f-conflict" : "f"));
    }
    return words;
  }

  private static boolean isConflict(Quantity.Verdict verdict) {
    return verdict == Quantity.Verdict.CONFLICT || verdict == Quantity.Verdict.TYPO;
  }

  private Node told(Block.Told block, CompareModel.Board board, CompareModel model) {
    var words = marked(block.span(), board, model);
    var only =
        model.onlyAndMissing.get() && block.rows().stream().allMatch(r -> r.onlyHere().isPresent());
    var box = new VBox(4);
    if (only) {
      box.getChildren()
          .add(
              Nodes.label(
                  t("{0} Only here", String.valueOf(block.rows().getFirst().number())),
                  "only-here"));
    }
    var band = new StackPane(words);
    band.getStyleClass().addAll(only ? "only-band" : "told-band");
    if (!model.bands.get() && !only) {
      band.getStyleClass().setAll("quiet-band");
    }
    if (!only) {
      var numbers = new HBox(2);
      block.rows().forEach(row -> numbers.getChildren().add(number(row.number())));
      numbers.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
      numbers.setTranslateX(8);
      numbers.setTranslateY(-14);
      StackPane.setAlignment(numbers, Pos.TOP_RIGHT);
      band.getChildren().add(numbers);
    }
    box.getChildren().add(band);
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(
        t(
            "Proposition {0}: {1}",
            String.valueOf(block.rows().getFirst().number()), block.span().in(article.text())));
    box.setOnMouseClicked(_ -> doing.select(this, block.rows().getFirst().number()));
    for (var row : block.rows()) {
      told.putIfAbsent(row.number(), band);
    }
    return box;
  }

  /// A number in its ring.
  static Label number(int number) {
    var label = Nodes.label(Integer.toString(number), "row-number");
    label.setMinSize(18, 18);
    return label;
  }

  private Node missing(Block.Missing block) {
    var words =
        Nodes.label(
            block.cannotSay()
                ? t("cannot say: {0}", block.row().proposition().label())
                : block.row().proposition().label(),
            "small",
            "muted");
    words.setMinWidth(0);
    Nodes.hint(words, block.row().proposition().label());
    var row =
        Nodes.row(8, number(block.row().number()), Nodes.label(t("Missing here"), "small"), words);
    ((Label) row.getChildren().get(1)).setMinWidth(Region.USE_PREF_SIZE);
    row.getStyleClass().add("missing-here");
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setAccessibleText(
        t(
            "Missing here: {0}, {1}",
            String.valueOf(block.row().number()), block.row().proposition().label()));
    row.setOnMouseClicked(_ -> doing.select(this, block.row().number()));
    missing.putIfAbsent(block.row().number(), row);
    return row;
  }

  /// Marks the selected row.
  void select(Optional<Integer> row) {
    told.values().forEach(node -> node.getStyleClass().remove("selected"));
    missing.values().forEach(node -> node.getStyleClass().remove("selected"));
    row.flatMap(this::place).ifPresent(node -> node.getStyleClass().add("selected"));
  }

  /// The node of a row: where it is told, else where it would stand.
  private Optional<Node> place(int row) {
    return Optional.ofNullable(told.get(row)).or(() -> Optional.ofNullable(missing.get(row)));
  }

  boolean tells(int row) {
    return told.containsKey(row);
  }

  /// From where to where a row lies now, in pixels below the column's top; it may be out of sight.
  record Reach(double top, double bottom) {}

  Optional<Reach> reach(int row) {
    return place(row)
        .map(
            node -> {
              var bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
              var top = scroll.getLayoutY() - offset();
              return new Reach(top + bounds.getMinY(), top + bounds.getMaxY());
            });
  }

  /// Where the text begins, below the heading.
  double textTop() {
    return scroll.getLayoutY();
  }

  private double over() {
    return Math.max(0, content.getHeight() - scroll.getViewportBounds().getHeight());
  }

  private double offset() {
    return scroll.getVvalue() * over();
  }

  /// Scrolls so that a row stands at this height.
  void level(int row, double top) {
    var now = reach(row);
    if (now.isPresent() && over() > 0) {
      scroll.setVvalue(Math.clamp((offset() + now.get().top() - top) / over(), 0, 1));
    }
  }

  void scrollBy(double pixels) {
    if (over() > 0) {
      scroll.setVvalue(Math.clamp((offset() + pixels) / over(), 0, 1));
    }
  }
}
