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
    if (placed.stream().anyMatch(p -> Math.abs(p.stem() - wanted.stem()) < APART)) {
      return;
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

  /// The free place in a row that is nearest to the usual one.
  private Optional<Placed> best(Wanted wanted, int row) {
    var usual = wanted.stem() - SHARE * WIDTH;
    List<Double> lefts = new ArrayList<>();
    lefts.add(usual);
    for (var other : placed) {
      if (other.row() == row) {
        lefts.add(other.left() - WIDTH - GAP);
        lefts.add(other.left() + WIDTH + GAP);
      } else if (other.row() < row) {
        lefts.add(other.stem() - WIDTH - PAD - 0.5);
        lefts.add(other.stem() + PAD + 0.5);
      }
    }
    lefts.sort((a, b) -> Double.compare(Math.abs(a - usual), Math.abs(b - usual)));
    return lefts.stream().map(left -> at(wanted, row, left)).filter(this::isFree).findFirst();
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
