package org.tellings.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the cards of events stand over their stems.
///
/// Cards lie in rows, the first on top; a stem goes from the foot of its card down to the axis. No
/// two cards touch and no stem runs behind a card or along another stem. Whoever comes first takes
/// the best place; who finds none is left out.
final class CardLayout {

  static final double WIDTH = 168;
  static final double GAP = 8;

  /// Between a stem and the edge of a card.
  private static final double PAD = 6;

  private static final double SHARE = 0.4;
  private static final double APART = 5;

  /// A card wanted over the place `stem` of the axis.
  record Wanted(String id, double stem) {}

  /// A card from `left` in a row, counted from 0 on top.
  record Placed(String id, double stem, int row, double left) {}

  private final int rows;
  private final double width;
  private final List<Placed> placed = new ArrayList<>();

  private CardLayout(int rows, double width) {
    this.rows = rows;
    this.width = width;
  }

  /// `wanted` with the most important first; `before` is where cards stood, which they keep when
  /// they can.
  static List<Placed> of(List<Wanted> wanted, Map<String, Placed> before, int rows, double width) {
    var layout = new CardLayout(rows, width);
    for (var one : wanted) {
      layout.place(one, Optional.ofNullable(before.get(one.id())));
    }
    return List.copyOf(layout.placed);
  }

  private void place(Wanted wanted, Optional<Placed> before) {
    for (var other : placed) {
      if (Math.abs(other.stem() - wanted.stem()) < APART) {
        return;
      }
    }
    var stayed =
        before
            .filter(b -> b.row() < rows)
            .map(b -> at(wanted, b.row(), b.left() - b.stem() + wanted.stem()))
            .filter(this::isFree);
    if (stayed.isPresent()) {
      placed.add(stayed.get());
      return;
    }
    for (var row = 0; row < rows; row++) {
      var best = best(wanted, row);
      if (best.isPresent()) {
        placed.add(best.get());
        return;
      }
    }
  }

  private Placed at(Wanted wanted, int row, double left) {
    return new Placed(wanted.id(), wanted.stem(), row, Math.clamp(left, 0, width - WIDTH));
  }

  /// The free place in a row that is nearest to the usual one; of two as near the one found first.
  private Optional<Placed> best(Wanted wanted, int row) {
    var usual = wanted.stem() - SHARE * WIDTH;
    var best = nearer(wanted, row, usual, usual, Optional.empty());
    for (var other : placed) {
      if (other.row() == row) {
        best = nearer(wanted, row, other.left() - WIDTH - GAP, usual, best);
        best = nearer(wanted, row, other.left() + WIDTH + GAP, usual, best);
      } else if (other.row() < row) {
        best = nearer(wanted, row, other.stem() - WIDTH - PAD - 0.5, usual, best);
        best = nearer(wanted, row, other.stem() + PAD + 0.5, usual, best);
      }
    }
    return best.map(Near::card);
  }

  private record Near(Placed card, double distance) {}

  private Optional<Near> nearer(
      Wanted wanted, int row, double left, double usual, Optional<Near> best) {
    var distance = Math.abs(left - usual);
    if (best.isPresent() && distance >= best.get().distance()) {
      return best;
    }
    var card = at(wanted, row, left);
    return isFree(card) ? Optional.of(new Near(card, distance)) : best;
  }

  private boolean isFree(Placed card) {
    if (card.stem() < card.left() + PAD || card.stem() > card.left() + WIDTH - PAD) {
      return false;
    }
    for (var other : placed) {
      var isBeside =
          card.left() + WIDTH + GAP <= other.left() || other.left() + WIDTH + GAP <= card.left();
      if (other.row() == card.row() && !isBeside
          || other.row() < card.row() && covers(card, other.stem())
          || other.row() > card.row() && covers(other, card.stem())) {
        return false;
      }
    }
    return true;
  }

  private static boolean covers(Placed card, double stem) {
    return stem > card.left() - PAD && stem < card.left() + WIDTH + PAD;
  }
}
