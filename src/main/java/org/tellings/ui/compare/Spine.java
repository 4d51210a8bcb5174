package org.tellings.ui.compare;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Alignment;
import org.tellings.compare.Quantity;
import org.tellings.model.Article;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One proposition of the spine: its number and label, a stance a column, what is odd about it.
final class Spine extends ListCell<Alignment.Row> {

  static final double GLYPH = 26;
  private static final double WORDS = 112;
  private static final int MOST = 64;

  private final CompareModel model;

  Spine(CompareModel model) {
    this.model = model;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Alignment.@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    var board = model.board.get();
    if (empty || row == null || board.isEmpty()) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    var whole = row.proposition().label();
    var label = Nodes.text(whole.length() > MOST ? whole.substring(0, MOST - 1) + "…" : whole);
    label.getStyleClass().add("spine-label");
    label.setWrappingWidth(WORDS);
    Nodes.hint(label, whole);
    var words = new VBox(2, label);
    oddity(row, board.get())
        .forEach(
            odd ->
                words
                    .getChildren()
                    .add(Nodes.label(odd.words(), "hint", odd.isConflict() ? "danger" : "muted")));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    var box = Nodes.row(8, Column.number(row.number()), words);
    box.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    for (var cell : row.cells()) {
      var sign = new HBox(sign(cell));
      sign.setMinWidth(GLYPH - 8);
      sign.setMaxWidth(GLYPH - 8);
      sign.setAlignment(javafx.geometry.Pos.TOP_CENTER);
      box.getChildren().add(sign);
    }
    box.getStyleClass().addAll("row", "spine-row");
    setGraphic(box);
    setAccessibleText(
        t(
            "Proposition {0}, {1}: {2}",
            String.valueOf(row.number()), row.proposition().label(), spoken(row, board.get())));
  }

  private static Node sign(Alignment.Cell cell) {
    return switch (cell) {
      case Alignment.Here here ->
          here.tellings().getFirst().stance().map(Glyphs::of).orElseGet(Glyphs::cannotSay);
      case Alignment.Prints prints ->
          Glyphs.letter(prints.tellings().getFirst().kept().finding().kind());
      case Alignment.Missing missing -> missing.cannotSay() ? Glyphs.cannotSay() : Glyphs.omits();
    };
  }

  private static String spoken(Alignment.Row row, CompareModel.Board board) {
    List<String> words = new ArrayList<>();
    for (var i = 0; i < row.cells().size(); i++) {
      words.add(Texts.outlet(board.articles().get(i).outlet()) + " " + word(row.cells().get(i)));
    }
    return String.join(", ", words);
  }

  static String word(Alignment.Cell cell) {
    return switch (cell) {
      case Alignment.Here here ->
          here.tellings()
              .getFirst()
              .stance()
              .map(s -> s.name().toLowerCase(Locale.ROOT))
              .orElse(t("cannot say"));
      case Alignment.Prints prints ->
          prints.tellings().getFirst().kept().finding().kind() == Kind.FIGURE
              ? t("prints the figure")
              : t("prints these words");
      case Alignment.Missing missing -> missing.cannotSay() ? t("cannot say") : t("missing here");
    };
  }

  /// What is odd about a row, in a few words.
  record Odd(String words, boolean isConflict) {}

  static List<Odd> oddity(Alignment.Row row, CompareModel.Board board) {
    List<Odd> odd = new ArrayList<>();
    row.onlyHere()
        .flatMap(id -> board.articles().stream().filter(a -> a.id().equals(id)).findFirst())
        .map(Article::outlet)
        .ifPresent(outlet -> odd.add(new Odd(t("only {0}", outlet.code()), false)));
    for (var quantity : figures(row, board)) {
      var values = quantity.tellings().stream().map(p -> p.telling().text()).distinct().count();
      if (values > 1) {
        odd.add(
            new Odd(
                t("{0} values", String.valueOf(values)),
                quantity.verdict() == Quantity.Verdict.CONFLICT
                    || quantity.verdict() == Quantity.Verdict.TYPO));
      }
    }
    return odd;
  }

  /// The quantities printed in the sentences of a row.
  static List<Quantity> figures(Alignment.Row row, CompareModel.Board board) {
    var claims = CompareModel.here(row);
    return board.alignment().figures().stream()
        .filter(
            q ->
                q.tellings().stream()
                    .anyMatch(
                        p ->
                            claims.stream()
                                .anyMatch(
                                    s ->
                                        s.telling().article().equals(p.telling().article())
                                            && s.sentence().contains(p.telling().text())
                                            && s.sentence().equals(p.sentence()))))
        .toList();
  }

  /// The heading over the glyphs: the columns' codes.
  static HBox heads(List<Article> articles) {
    var row = Nodes.row(0);
    for (var article : articles) {
      var code = Nodes.label(article.outlet().code(), "mono");
      Nodes.hint(code, Texts.outlet(article.outlet()));
      code.setMinWidth(GLYPH);
      code.setMaxWidth(GLYPH);
      code.setAlignment(javafx.geometry.Pos.CENTER);
      row.getChildren().add(code);
    }
    row.setAccessibleText(
        articles.stream().map(a -> Texts.outlet(a.outlet())).collect(Collectors.joining(", ")));
    return row;
  }
}
