package org.tellings.extract;

import java.util.List;
import java.util.Set;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Change;
import org.tellings.model.Finding.Figure;

/// Whether a figure is a level, a rise, a fall, or what was reached, by the words around it.
final class Movements {

  private static final int FAR = 6;

  private static final Set<String> PHRASAL =
      Set.of(
          "broken", "broke", "break", "breaks", "shut", "torn", "tore", "turned", "closed", "sat");

  private final Words words;
  private final boolean[] named;

  /// `named` says of each token whether it is part of a name.
  Movements(Words words, boolean[] named) {
    this.words = words;
    this.named = named;
  }

  /// The word of movement that governs the figure, or -1.
  int before(int start) {
    for (var i = start - 1; i >= Math.max(0, start - FAR); i--) {
      if (words.mark(i) != 0 && !words.is(i, "%")
          || Sentences.ends(words, i)
          || words.is(i, Sort.BE)
          || named[i] && i == start - 1) {
        return -1;
      }
      var phrasal = i > 0 && PHRASAL.contains(words.low(i - 1));
      if (words.isAny(i, Sort.DOWN.bit | Sort.UP.bit) && !words.is(i - 1, "to") && !phrasal) {
        return i;
      }
    }
    return -1;
  }

  /// `start` and `end` are the figure's tokens, `behind` the one after its unit, `figures` those
  /// before.
  Change of(int start, int end, int behind, boolean isCount, List<Figure> figures) {
    if (words.is(behind, "times")) {
      return Change.NONE; // how often is no movement
    }
    var move = before(start);
    if (move >= 0) {
      if (words.is(start - 1, "to")) {
        return Change.TO;
      }
      if (words.is(start - 1, "by")) {
        return Change.BY;
      }
      if (words.is(start - 1, "from") || isCount && start - move > 2) {
        return Change.NONE;
      }
      return words.is(move, Sort.DOWN) ? Change.DOWN : Change.UP;
    }
    if (words.is(start - 1, "to") && words.is(start - 3, "from")) {
      return Change.TO;
    }
    if (isFromTo(start)
        || words.is(start - 1, "to")
            && !figures.isEmpty()
            && figures.getLast().change() != Change.NONE
            && figures.getLast().span().end() == words.end(start - 2)) {
      return Change.TO;
    }
    return behind(end);
  }

  /// “A 17 % drop”.
  Change behind(int end) {
    if (words.is(end, Sort.DOWN) && isNounOfMove(end)) {
      return Change.DOWN;
    }
    return words.is(end, Sort.UP) && isNounOfMove(end) ? Change.UP : Change.NONE;
  }

  /// From 5% to 7%.
  private boolean isFromTo(int start) {
    if (!words.is(start - 1, "to")) {
      return false;
    }
    for (var i = start - 2; i >= Math.max(0, start - FAR); i--) {
      if (words.is(i, "from")) {
        return true;
      }
    }
    return false;
  }

  private boolean isNounOfMove(int i) {
    var low = words.low(i);
    return !low.endsWith("ed") && !low.endsWith("ing");
  }
}
