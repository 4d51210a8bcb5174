package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.ui.article.ArticleView;
import org.tellings.ui.kit.Nodes;

/// Minimap, text and margin cards side by side; a card stands level with its passage.
///
/// A card moves down to avoid the one above, never up; the selected one takes its true place and
/// pushes both ways. Without room for cards there are none.
final class ReadingPane extends Pane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double NUMBERS = 32;
  private static final double COLUMN = 584;
  private static final double GUTTER = 40;
  private static final double CARD = 304;
  private static final double GAP = 8;
  private static final double SAME = 0.7;

  /// Where an elbow begins right of the text, where the first may bend, and how far the next one.
  private static final double CLEAR = 8;

  private static final double BEND = 12;
  private static final double LANE = 4;
  private static final int LANES = 6;

  private final ArticleView article;
  private final Minimap minimap;
  private final Pane margin = new Pane();
  private final Map<FindingId, Card> cards = new HashMap<>();
  private final Map<FindingId, Polyline> elbows = new HashMap<>();
  private Map<FindingId, Kept> claims = Map.of();
  private final Consumer<FindingId> select;
  private List<Kept> shown = List.of();
  private Optional<FindingId> selected = Optional.empty();
  private Elsewhere elsewhere = Elsewhere.NOTHING;
  private final Button shared;
  private String text = "";

  /// `openShared` opens the article that shares most of the wording.
  ReadingPane(ArticleView article, Consumer<FindingId> select, Runnable openShared) {
    this.article = article;
    this.select = select;
    this.shared = Nodes.button("", openShared, "link", "small");
    shared.setId("shared");
    shared.setMinWidth(0);
    shared.setManaged(false);
    shared.setVisible(false);
    this.minimap = new Minimap(article, article::jump);
    margin.setPickOnBounds(false);
    getChildren().addAll(minimap, article, margin, shared);
    article.onScroll(this::requestLayout);
    margin.setOnScroll(e -> article.scrollBy(-e.getDeltaY()));
    setOnScroll(e -> article.scrollBy(-e.getDeltaY()));
    var clip = new Rectangle();
    clip.widthProperty().bind(margin.widthProperty());
    clip.heightProperty().bind(margin.heightProperty());
    margin.setClip(clip);
  }

  void show(String text, List<Kept> shown, Optional<FindingId> selected) {
    this.text = text;
    this.shown = shown;
    this.selected = selected;
    cards.clear();
    elbows.clear();
    claims = claims(shown);
    margin.getChildren().clear();
    minimap.show(shown);
    requestLayout();
  }

  /// Only another finding is selected; nothing else changed.
  void select(Optional<FindingId> selected) {
    this.selected = selected;
    requestLayout();
  }

  /// What other articles tell is there: the cards in sight are made anew, once.
  void elsewhere(Elsewhere now) {
    elsewhere = now;
    cards.clear();
    margin.getChildren().removeIf(Card.class::isInstance);
    now.shared()
        .ifPresent(
            s -> {
              shared.setText(t("shares {0} % of its wording with {1}", s.percent(), s.code()));
              var whole =
                  t(
                      "shares {0} % of its wording with {1}, {2}: opens it",
                      s.percent(), s.outlet(), s.day());
              shared.setAccessibleText(whole);
              Nodes.hint(shared, whole);
            });
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    var width = getWidth();
    var room = width - 24 - NUMBERS - 16;
    var withCards = room - GUTTER - CARD >= 420;
    var column = Math.min(COLUMN, withCards ? room - GUTTER - CARD : room);
    minimap.resizeRelocate(8, 16, 14, Math.max(0, getHeight() - 32));
    article.resizeRelocate(24, 0, NUMBERS + column, getHeight());
    article.layout();
    placeShared(24 + NUMBERS + column + (withCards ? GUTTER : 0));
    minimap.requestLayout();
    margin.setVisible(withCards);
    if (withCards) {
      var left = 24 + NUMBERS + column;
      margin.resizeRelocate(left, 0, width - left, getHeight());
      arrange();
    }
  }

  /// At the end of the line over the headline, as long as that is in sight.
  private void placeShared(double right) {
    var end = elsewhere.shared().flatMap(_ -> article.datelineEnd());
    shared.setVisible(end.filter(b -> b.getMinY() > 0).isPresent());
    end.ifPresent(
        b -> {
          shared.applyCss();
          var left = article.getLayoutX() + b.getMaxX() + 12;
          var height = Math.max(24, shared.prefHeight(-1));
          shared.resizeRelocate(
              left,
              b.getCenterY() - height / 2,
              Math.min(shared.prefWidth(-1), Math.max(0, right - left)),
              height);
        });
  }

  private record Placed(Card card, double wanted, double height) {}

  private void arrange() {
    var sight = article.sighted();
    List<Placed> placed = new ArrayList<>();
    var chosen = -1;
    for (var kept : shown) {
      var span = kept.finding().span();
      if (span.start() < sight.end() && sight.start() < span.end() && hasCard(kept)) {
        var bounds = article.bounds(span);
        if (bounds.isPresent()) {
          var card = cards.computeIfAbsent(kept.id(), _ -> card(kept));
          var isSelected = selected.filter(id -> isOn(card, id)).isPresent();
          card.selected(isSelected);
          chosen = isSelected ? placed.size() : chosen;
          card.applyCss();
          placed.add(
              new Placed(
                  card, article.getLayoutY() + bounds.get().getMinY() - 2, card.prefHeight(CARD)));
        }
      }
    }
    var kept = new HashSet<>(placed.stream().map(Placed::card).toList());
    margin.getChildren().removeIf(node -> node instanceof Card c && !kept.contains(c));
    var lines =
        new HashSet<>(placed.stream().map(one -> elbows.get(one.card().kept.id())).toList());
    margin.getChildren().removeIf(node -> node instanceof Polyline && !lines.contains(node));
    var tops = tops(placed, chosen);
    var bends = bends(placed, tops);
    for (var i = 0; i < placed.size(); i++) {
      var one = placed.get(i);
      if (one.card().getParent() == null) {
        margin.getChildren().add(one.card());
      }
      one.card().resizeRelocate(GUTTER, tops[i], CARD, one.height());
      var elbow = elbows.computeIfAbsent(one.card().kept.id(), _ -> elbow());
      var from = one.wanted() + 16;
      var to = tops[i] + 16;
      elbow.getPoints().setAll(CLEAR, from, bends[i] - 1, from, bends[i] + 1, to, GUTTER, to);
      elbow.pseudoClassStateChanged(SELECTED, i == chosen);
      if (elbow.getParent() == null) {
        margin.getChildren().addFirst(elbow);
      }
    }
  }

  private static Polyline elbow() {
    var elbow = new Polyline();
    elbow.getStyleClass().add("elbow");
    elbow.setMouseTransparent(true);
    elbow.setManaged(false);
    return elbow;
  }

  private static double[] tops(List<Placed> placed, int chosen) {
    var tops = new double[placed.size()];
    var from = Math.max(0, chosen);
    for (var i = from; i < placed.size(); i++) {
      tops[i] =
          i == from
              ? placed.get(i).wanted()
              : Math.max(placed.get(i).wanted(), tops[i - 1] + placed.get(i - 1).height() + GAP);
    }
    for (var i = from - 1; i >= 0; i--) {
      tops[i] = Math.min(placed.get(i).wanted(), tops[i + 1] - placed.get(i).height() - GAP);
    }
    return tops;
  }

  /// Where each elbow bends: among those that go down the next one bends further left, among those
  /// that go up further right, so that no two cross or run over each other.
  private static double[] bends(List<Placed> placed, double[] tops) {
    var bends = new double[placed.size()];
    var lane = 0;
    for (var i = 0; i < bends.length; i++) {
      var by = tops[i] - placed.get(i).wanted();
      var before = i == 0 ? 0 : tops[i - 1] - placed.get(i - 1).wanted();
      lane = Math.abs(by) < 1 || Math.signum(by) != Math.signum(before) ? 0 : lane + 1;
      var at = BEND + LANE * (lane % LANES);
      bends[i] = by > 0 ? BEND + LANE * (LANES - 1) - LANE * (lane % LANES) : at;
    }
    return bends;
  }

  /// The claims that words between marks make, by their quote: they share a card.
  private static Map<FindingId, Kept> claims(List<Kept> shown) {
    Map<FindingId, Kept> claims = new HashMap<>();
    for (var i = 0; i < shown.size(); i++) {
      var quote = shown.get(i);
      if (quote.finding().kind() == Kind.QUOTE) {
        // the order is by place, so what lies on the quote stands close to it
        shown.subList(Math.max(0, i - 4), Math.min(shown.size(), i + 5)).stream()
            .filter(k -> k.finding().kind() == Kind.CLAIM && k.note().isEmpty())
            .filter(k -> share(k.finding().span(), quote.finding().span()) >= SAME)
            .findFirst()
            .ifPresent(claim -> claims.put(quote.id(), claim));
      }
    }
    return claims;
  }

  /// How much of the longer of two passages both cover, 0 to 1.
  private static double share(Span a, Span b) {
    var both = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    return Math.max(0, both) / (double) Math.max(a.length(), b.length());
  }

  private boolean isOn(Card card, FindingId id) {
    return card.kept.id().equals(id)
        || Optional.ofNullable(claims.get(card.kept.id()))
            .filter(c -> c.id().equals(id))
            .isPresent();
  }

  /// Quotes and claims always have a card; numbers, dates and names when they are selected, decided
  /// or noted.
  private boolean hasCard(Kept kept) {
    return switch (kept.finding().kind()) {
      case QUOTE -> true;
      case CLAIM -> !claims.containsValue(kept);
      case FIGURE, DATE, ENTITY ->
          kept.isReviewed()
              || !kept.note().isEmpty()
              || selected.filter(kept.id()::equals).isPresent();
    };
  }

  private Card card(Kept kept) {
    return new Card(
        kept, Optional.ofNullable(claims.get(kept.id())), elsewhere.of(kept.id()), text, select);
  }
}
