package org.tellings.extract;

import java.util.List;
import java.util.Set;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.NumberSense.Unit;
import org.tellings.model.Finding.Change;
import org.tellings.model.Finding.Figure;

/// Whether a figure is a level, a rise, a fall, or what was reached, by the words around it.
final class Movements {

  private static final int FAR = 6;

  private static final Set<String> PHRASAL =
      Set.of(
          "broken",
          "broke",
          "break",
          "breaks",
          "shut",
          "torn",
          "tore",
          "turned",
          "closed",
          "sat",
          "step",
          "stepped",
          "stepping",
          "stand",
          "stood",
          "clean",
          "cleans",
          "cleaned",
          "cleaning",
          "sign",
          "signs",
          "signed",
          "signing",
          "blow",
          "blew",
          "blown",
          "give",
          "gave",
          "given");

  /// More words of movement, of values alone.
  private static final Set<String> UP =
      Set.of(
          "recovered",
          "recover",
          "boosted",
          "boost",
          "boosts",
          "hiked",
          "hike",
          "lifted",
          "ballooned",
          "accelerated",
          "tripling",
          "doubles",
          "triples",
          "multiplied");

  private static final Set<String> DOWN =
      Set.of(
          "shrunk",
          "shrinks",
          "shrinking",
          "halved",
          "contracted",
          "retreated",
          "trims",
          "trimming",
          "slashes",
          "weakened",
          "receded",
          "narrowed");

  /// What may stand between “raised” and what somebody was given.
  private static final Set<String> FILL =
      Set.of(
          "a",
          "an",
          "the",
          "another",
          "further",
          "record",
          "new",
          "total",
          "of",
          "additional",
          "extra",
          "at",
          "least",
          "its",
          "their");

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
      var phrasal = i > 0 && PHRASAL.contains(words.low(i - 1)) && !isClose(i, start);
      if (isMove(words, i)
          && !named[i]
          && (!words.is(i - 1, "to") || isLinked(i, start))
          && !phrasal) {
        return i;
      }
    }
    return -1;
  }

  /// “To cut emissions by two-fifths”, “to raise its rate to 5%”: how far is told of what is still
  /// to come, too.
  private boolean isLinked(int move, int start) {
    return words.is(start - 1, "by")
        || words.is(start - 1, "from")
        || words.is(start - 1, "to") && start - 2 > move;
  }

  /// “Closed up $2.14”, “closed down 3%”: a price did, no shop.
  private boolean isClose(int i, int start) {
    return words.is(i - 1, "closed")
        && i == start - 1
        && ("$£€".indexOf(Math.max(words.mark(start), '!')) >= 0
            || words.mark(start + 1) == '%'
            || words.is(start + 1, "percent")
            || words.is(start + 1, "per")
            || words.is(start + 1, "points"));
  }

  /// Whether the word is one of movement, be it of values alone.
  static boolean isMove(Words words, int i) {
    return words.isAny(i, Sort.DOWN.bit | Sort.UP.bit)
        || words.isWord(i) && (UP.contains(words.low(i)) || DOWN.contains(words.low(i)));
  }

  /// `start` and `end` are the figure's tokens, `figures` those before.
  Change of(int start, int end, Unit unit, List<Figure> figures) {
    var behind = unit.to();
    if (words.is(behind, "times") || words.is(behind - 1, "times")) {
      return Change.NONE; // how often is no movement
    }
    var isCount = unit.rule().startsWith("figure.count") || unit.rule().startsWith("figure.unit");
    var move = before(start);
    if (move >= 0) {
      if (unit.rule().startsWith("figure.money") && isGiven(move, start)) {
        return Change.NONE;
      }
      if (isLevel(start)) {
        return Change.TO;
      }
      if (words.is(start - 1, "to")) {
        return Change.TO;
      }
      if (words.is(start - 1, "by")) {
        return Change.BY;
      }
      if (words.is(start - 1, "above") || words.is(start - 1, "below")) {
        return Change.NONE; // “rose above two defenders”
      }
      if (words.is(start - 1, "from") || isCount && start - move > 2) {
        return Change.NONE;
      }
      return words.is(move, Sort.DOWN) || DOWN.contains(words.low(move)) ? Change.DOWN : Change.UP;
    }
    if (words.is(start - 1, "to") && words.is(start - 3, "from")) {
      return Change.TO;
    }
    if (isFromTo(start)
        || isAtLast(start)
        || words.is(start - 1, "to")
            && !figures.isEmpty()
            && figures.getLast().change() != Change.NONE
            && figures.getLast().span().end() == words.end(start - 2)) {
      return Change.TO;
    }
    return behind(end);
  }

  /// “Raised $6.6bn from investors”: nothing rose.
  boolean isGiven(int move, int start) {
    if (!words.low(move).startsWith("rais")) {
      return false;
    }
    for (var k = move + 1; k < start; k++) {
      if (!words.isWord(k) || !FILL.contains(words.low(k))) {
        return false;
      }
    }
    return true;
  }

  /// “Climbed above 43C”, “fell well below $5”.
  private boolean isLevel(int start) {
    var at = words.is(start, "well") || words.is(start, "just") ? start + 1 : start;
    return words.is(at, "above") || words.is(at, "below");
  }

  /// “Has fallen by a fifth in ten years, to 1,460”.
  private boolean isAtLast(int start) {
    if (!words.is(start - 1, "to") || words.mark(start - 2) != ',') {
      return false;
    }
    for (var i = start - 3; i >= Math.max(0, start - 14) && !Sentences.ends(words, i); i--) {
      if (isMove(words, i)) {
        return true;
      }
    }
    return false;
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
