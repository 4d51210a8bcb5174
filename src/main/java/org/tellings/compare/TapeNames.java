package org.tellings.compare;

import java.util.BitSet;

/// The names of a tape: numbers, and the words with a capital that no sentence begins with.
final class TapeNames {

  private static final String BEGINNING = ".!?\n“\"";

  private final BitSet places = new BitSet();
  private final int[] words;

  TapeNames(Tape tape) {
    for (var i = 1; i < tape.size(); i++) {
      if (isName(tape.article.text(), tape, i)) {
        places.set(i);
      }
    }
    words = places.stream().map(i -> tape.words[i]).sorted().distinct().toArray();
  }

  private static boolean isName(String text, Tape tape, int i) {
    var c = text.charAt(tape.from[i]);
    if (!Character.isUpperCase(c)) {
      return Character.isDigit(c);
    }
    for (var k = tape.to[i - 1]; k < tape.from[i]; k++) {
      if (BEGINNING.indexOf(text.charAt(k)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether a word from `first` to before `end` is one.
  boolean isIn(int first, int end) {
    var next = places.nextSetBit(first);
    return next >= 0 && next < end;
  }

  /// Whether one name stands in both.
  boolean meet(TapeNames other) {
    var i = 0;
    var k = 0;
    while (i < words.length && k < other.words.length) {
      if (words[i] == other.words[k]) {
        return true;
      }
      if (words[i] < other.words[k]) {
        i++;
      } else {
        k++;
      }
    }
    return false;
  }
}
