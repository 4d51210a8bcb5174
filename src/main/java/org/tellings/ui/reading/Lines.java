package org.tellings.ui.reading;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.tellings.model.FindingId;
import org.tellings.timeline.StoryPage.Cite;
import org.tellings.timeline.StoryPage.Line;
import org.tellings.timeline.StoryPage.Look;
import org.tellings.timeline.StoryPage.Piece;
import org.tellings.timeline.Term;
import org.tellings.ui.kit.Nodes;

/// Running words: ours in a sans face, an article's own in a serif one with their marks, terms with
/// a dotted line, and the small letters that lead to the passages a sentence rests on.
///
/// What stands in an article opens there on a click; terms and small letters can be reached by the
/// keyboard too.
final class Lines extends Region {

  /// What the words lead to.
  record Leading(Consumer<FindingId> open, Explaining explain) {}

  /// Shows what a term means at the node where it stands, or (empty) hides it.
  interface Explaining {
    void at(Node node, Optional<Term> term);
  }

  private record Mark(int from, int to, Path path, boolean isLine) {}

  /// How far over the foot of a line of text a line under its words stands, in pixels.
  private static final double BELOW = 2;

  private final TextFlow flow = new TextFlow();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Text> terms = new ArrayList<>();
  private final Leading leading;
  private int length;

  Lines(Leading leading) {
    this.leading = leading;
    getStyleClass().add("lines");
    flow.getStyleClass().add("text-flow");
    getChildren().add(flow);
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
      case QUOTE -> mark(from, "quote-mark", false);
      case FIGURE -> mark(from, "figure-mark", false);
      case CLAIM -> mark(from, "claim-line", true);
      case DATE -> mark(from, "date-line", true);
      case OURS, PRINTED -> {}
    }
  }

  /// Marks what was added since `from`; a line stands under the words, anything else behind them.
  private Path mark(int from, String style, boolean isLine) {
    var path = new Path();
    path.getStyleClass().add(style);
    path.setManaged(false);
    path.setMouseTransparent(true);
    marks.add(new Mark(from, length, path, isLine));
    getChildren().add(isLine ? getChildren().size() : 0, path);
    return path;
  }

  private void term(Text text, Term term, int from) {
    terms.add(text);
    mark(from, "term-line", true);
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
    var frame = mark(from, "focus-frame", false);
    frame.visibleProperty().bind(text.focusedProperty());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    flow.layout();
    for (var mark : marks) {
      var shape = flow.getRangeShape(mark.from(), mark.to(), false);
      mark.path().getElements().setAll(mark.isLine() ? under(shape) : List.of(shape));
    }
  }

  /// Lines under the rectangles of a shape.
  private static List<PathElement> under(PathElement[] shape) {
    List<PathElement> lines = new ArrayList<>();
    List<Point2D> corners = new ArrayList<>();
    for (var element : shape) {
      if (element instanceof MoveTo to) {
        under(corners, lines);
        corners.add(new Point2D(to.getX(), to.getY()));
      } else if (element instanceof LineTo to) {
        corners.add(new Point2D(to.getX(), to.getY()));
      }
    }
    under(corners, lines);
    return lines;
  }

  /// Adds a line under these corners, and forgets them.
  private static void under(List<Point2D> corners, List<PathElement> lines) {
    if (!corners.isEmpty()) {
      var left = corners.stream().mapToDouble(Point2D::getX).min().orElse(0);
      var right = corners.stream().mapToDouble(Point2D::getX).max().orElse(0);
      var bottom = corners.stream().mapToDouble(Point2D::getY).max().orElse(0) - BELOW;
      lines.add(new MoveTo(left, bottom));
      lines.add(new LineTo(right, bottom));
      corners.clear();
    }
  }
}
