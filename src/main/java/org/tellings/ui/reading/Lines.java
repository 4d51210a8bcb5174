package org.tellings.ui.reading;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.tellings.model.FindingId;
import org.tellings.timeline.StoryPage.Cite;
import org.tellings.timeline.StoryPage.Line;
import org.tellings.timeline.StoryPage.Look;
import org.tellings.timeline.StoryPage.Piece;
import org.tellings.timeline.Term;
import org.tellings.ui.kit.MarkedFlow;
import org.tellings.ui.kit.Nodes;

/// Running words: ours in a sans face, an article's own in a serif one with their marks, terms with
/// a dotted line, and the small letters that lead to the passages a sentence rests on.
///
/// What stands in an article opens there on a click; terms and small letters can be reached by the
/// keyboard too.
final class Lines extends MarkedFlow {

  /// What the words lead to.
  record Leading(Consumer<FindingId> open, Explaining explain) {}

  /// Shows what a term means at the node where it stands, or (empty) hides it.
  interface Explaining {
    void at(Node node, Optional<Term> term);
  }

  private final List<Text> terms = new ArrayList<>();
  private final Leading leading;
  private int length;

  Lines(Leading leading) {
    this.leading = leading;
    getStyleClass().add("lines");
    flow.getStyleClass().add("text-flow");
  }

  /// The words of sentences, one after the other, each with its small letters.
  static Lines of(List<Line> lines, Leading leading) {
    var all = new Lines(leading);
    for (var i = 0; i < lines.size(); i++) {
      if (i > 0) {
        all.add(Nodes.text(" "));
      }
      lines.get(i).pieces().forEach(all::piece);
      lines.get(i).cites().forEach(all::cite);
    }
    return all;
  }

  /// Words of an article.
  static Lines of(Leading leading, List<Piece> pieces) {
    var all = new Lines(leading);
    pieces.forEach(all::piece);
    return all;
  }

  /// The terms in it, in order; the keyboard can go there.
  List<Text> terms() {
    return terms;
  }

  private void add(Text text) {
    flow.getChildren().add(text);
    length += text.getText().length();
  }

  private void piece(Piece piece) {
    var from = length;
    var text =
        Nodes.text(
            piece.words(), piece.look() == Look.OURS ? "ours" : "theirs", look(piece.look()));
    add(text);
    look(piece.look(), from);
    piece
        .at()
        .ifPresent(
            at -> {
              text.setOnMouseClicked(
                  e -> {
                    e.consume();
                    leading.open().accept(at);
                  });
              text.getStyleClass().add("opens");
            });
    piece.term().ifPresent(term -> term(text, term, from));
  }

  private static String look(Look look) {
    return switch (look) {
      case OURS -> "plain";
      case PRINTED -> "printed";
      case QUOTE -> "quote";
      case CLAIM -> "claim";
      case FIGURE -> "figure";
      case DATE -> "date";
    };
  }

  private void look(Look look, int from) {
    switch (look) {
      case QUOTE -> behind(from, length, "quote-mark");
      case FIGURE -> behind(from, length, "figure-mark");
      case CLAIM -> under(from, length, "claim-line");
      case DATE -> under(from, length, "date-line");
      case OURS, PRINTED -> {}
    }
  }

  private void term(Text text, Term term, int from) {
    terms.add(text);
    under(from, length, "term-line");
    text.getStyleClass().add("term");
    reachable(text, from, t("{0}: {1}", text.getText(), term.meaning()));
    text.setOnMouseEntered(_ -> leading.explain().at(text, Optional.of(term)));
    text.setOnMouseExited(
        _ -> {
          if (!text.isFocused()) {
            leading.explain().at(text, Optional.empty());
          }
        });
    text.focusedProperty()
        .subscribe(
            (_, on) -> leading.explain().at(text, on ? Optional.of(term) : Optional.empty()));
  }

  private void cite(Cite cite) {
    add(Nodes.text("\u2009"));
    var from = length;
    var text = Nodes.text(cite.code(), "mono", "cite");
    text.setTranslateY(-6);
    add(text);
    reachable(text, from, t("Open the passage in {0}", cite.outlet()));
    text.setAccessibleRole(AccessibleRole.HYPERLINK);
    text.setOnMouseClicked(
        e -> {
          e.consume();
          leading.open().accept(cite.at());
        });
    text.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            e.consume();
            leading.open().accept(cite.at());
          }
        });
  }

  /// The keyboard can go there, and a frame shows that it is there.
  private void reachable(Text text, int from, String name) {
    text.setFocusTraversable(true);
    text.setAccessibleText(name);
    var frame = behind(from, length, "focus-frame");
    frame.visibleProperty().bind(text.focusedProperty());
  }
}
