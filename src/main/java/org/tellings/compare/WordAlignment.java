package org.tellings.compare;

import java.util.Arrays;
import java.util.List;

/// Which words of one wording stand for which words of another, in order.
///
/// The words that match weigh as much as can be, and stand in as few runs as can be: a match earns
/// the word's weight, half of it when only the stems agree; each break inside costs. What is cut at
/// the ends costs nothing. Pure.
final class WordAlignment {

  private static final int SAME = 24;
  private static final int FUNCTION = 12;
  private static final int BREAK = 16;

  /// Of two places that fit as well, the one with the same letters, or the one at an ellipsis.
  private static final int LETTERS = 1;

  private static final int NEVER = Integer.MIN_VALUE / 2;

  /// Past this many words the rest of a wording is not compared.
  static final int LONGEST = 3_000;

  private static final byte MATCH = 0;
  private static final byte SKIP_FULL = 1;
  private static final byte SKIP_HERE = 2;
  private static final byte START = 3;

  private final List<Word> full;
  private final List<Word> here;
  private final int n;
  private final int m;

  private WordAlignment(List<Word> full, List<Word> here) {
    this.full = full;
    this.here = here;
    this.n = Math.min(full.size(), LONGEST);
    this.m = Math.min(here.size(), LONGEST);
  }

  /// For each word of `here` the place in `full` of the word it stands for, or -1.
  static int[] of(List<Word> full, List<Word> here) {
    return new WordAlignment(full, here).run();
  }

  /// What a match of two words earns; 0 when they do not match.
  static int worth(Word one, Word other) {
    if (one.key().equals(other.key())) {
      return (one.function() ? FUNCTION : SAME)
          + (one.printed().equals(other.printed()) ? LETTERS : 0);
    }
    if (one.stem().equals(other.stem()) && !one.function() && !other.function()) {
      return SAME / 2;
    }
    return Spelling.isSlip(one, other) ? SAME / 2 : 0;
  }

  /// Three tables at once: the last step was a match, a word of `full` left out, or a word of
  /// `here` put in. A left-out word after a put-in one is no new break, so a substitution is one.
  private int[] run() {
    var width = m + 1;
    var from = new byte[3][(n + 1) * width];
    var match = new int[width];
    var skipFull = new int[width];
    var skipHere = new int[width];
    Arrays.fill(match, NEVER);
    Arrays.fill(skipFull, NEVER);
    var best = 0;
    var bestAt = 0;
    byte bestIn = START;
    for (var j = 1; j <= m; j++) {
      skipHere[j] = -BREAK;
      from[SKIP_HERE][j] = j == 1 ? START : SKIP_HERE;
    }
    skipHere[0] = NEVER;
    var over = new int[width];
    for (var i = 1; i <= n; i++) {
      System.arraycopy(match, 0, over, 0, width);
      var overFull = skipFull.clone();
      var overHere = skipHere.clone();
      match[0] = NEVER;
      skipFull[0] = NEVER;
      skipHere[0] = NEVER;
      for (var j = 1; j <= m; j++) {
        var at = i * width + j;
        // a word of `full` left out
        var byMatch = over[j] - (here.get(j - 1).cutAfter() ? BREAK - LETTERS : BREAK);
        var byFull = overFull[j];
        var byHere = overHere[j];
        skipFull[j] = Math.max(byMatch, Math.max(byFull, byHere));
        from[SKIP_FULL][at] =
            skipFull[j] == byMatch ? MATCH : skipFull[j] == byFull ? SKIP_FULL : SKIP_HERE;
        // a match
        var worth = worth(full.get(i - 1), here.get(j - 1));
        if (worth == 0) {
          match[j] = NEVER;
        } else {
          var fresh = j == 1 ? 0 : NEVER;
          var m1 = over[j - 1];
          var m2 = overFull[j - 1];
          var m3 = overHere[j - 1];
          var top = Math.max(Math.max(m1, m2), Math.max(m3, fresh));
          match[j] = top + worth;
          from[MATCH][at] =
              top == m1 ? MATCH : top == m2 ? SKIP_FULL : top == m3 ? SKIP_HERE : START;
        }
        // a word of `here` put in
        var hereMatch = match[j - 1] - BREAK;
        var hereHere = skipHere[j - 1];
        var fresh = -BREAK;
        skipHere[j] = Math.max(hereMatch, Math.max(hereHere, fresh));
        from[SKIP_HERE][at] =
            skipHere[j] == hereMatch ? MATCH : skipHere[j] == hereHere ? SKIP_HERE : START;
        if (j == m && match[j] > best) {
          best = match[j];
          bestAt = at;
          bestIn = MATCH;
        } else if (j == m && skipHere[j] > best) {
          best = skipHere[j];
          bestAt = at;
          bestIn = SKIP_HERE;
        }
      }
    }
    return walk(from, bestAt, bestIn, width);
  }

  private int[] walk(byte[][] from, int bestAt, byte bestIn, int width) {
    var to = new int[here.size()];
    Arrays.fill(to, -1);
    var i = bestAt / width;
    var j = bestAt % width;
    var in = bestIn;
    while (in != START && i >= 0 && j > 0) {
      var before = from[in][i * width + j];
      switch (in) {
        case MATCH -> {
          to[j - 1] = i - 1;
          i--;
          j--;
        }
        case SKIP_FULL -> i--;
        default -> j--;
      }
      in = before;
    }
    return to;
  }
}
