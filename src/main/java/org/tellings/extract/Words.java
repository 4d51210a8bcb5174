package org.tellings.extract;

import java.util.Arrays;
import java.util.Locale;
import org.tellings.extract.Lexicon.Sort;

/// The words, numbers and marks of a text in order, with what the lexicon knows of each.
///
/// A word keeps the full stop of an abbreviation (`Inc.`, `U.S.`, `J.`); a possessive `’s` is a
/// word of its own; `5.6` and `2,048` are one number. Linear in the text. Unchanging once made.
final class Words {

  /// What a token is.
  enum Shape {
    WORD,
    NUMBER,
    MARK
  }

  final String text;
  private int size;
  private int[] starts;
  private int[] ends;
  private long[] sorts;
  private String[] lows;
  private Shape[] shapes;

  Words(String text) {
    this.text = text;
    var guess = text.length() / 5 + 16;
    starts = new int[guess];
    ends = new int[guess];
    sorts = new long[guess];
    lows = new String[guess];
    shapes = new Shape[guess];
    read();
  }

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /// The token in lower case, with straight apostrophes turned as they stand.
  String low(int i) {
    return lows[i];
  }

  String printed(int i) {
    return text.substring(starts[i], ends[i]);
  }

  boolean is(int i, Sort sort) {
    return i >= 0 && i < size && (sorts[i] & sort.bit) != 0;
  }

  boolean is(int i, String low) {
    return i >= 0 && i < size && lows[i].equals(low);
  }

  boolean isAny(int i, long bits) {
    return i >= 0 && i < size && (sorts[i] & bits) != 0;
  }

  /// All that the lexicon knows of the token, as bits.
  long sorts(int i) {
    return sorts[i];
  }

  boolean isWord(int i) {
    return i >= 0 && i < size && shapes[i] == Shape.WORD;
  }

  boolean isNumber(int i) {
    return i >= 0 && i < size && shapes[i] == Shape.NUMBER;
  }

  /// The mark at `i`, or 0 when there is no mark.
  char mark(int i) {
    return i >= 0 && i < size && shapes[i] == Shape.MARK ? text.charAt(starts[i]) : 0;
  }

  boolean isCapital(int i) {
    return isWord(i) && Character.isUpperCase(text.charAt(starts[i]));
  }

  /// A capital letter with a full stop, as in J. D. Marsh.
  boolean isInitial(int i) {
    return isWord(i) && ends[i] - starts[i] == 2 && text.charAt(starts[i] + 1) == '.';
  }

  boolean isPossessive(int i) {
    return isWord(i) && ends[i] - starts[i] == 2 && isApostrophe(text.charAt(starts[i]))
        || isWord(i) && ends[i] - starts[i] == 1 && isApostrophe(text.charAt(starts[i]));
  }

  boolean endsWithStop(int i) {
    return isWord(i) && text.charAt(ends[i] - 1) == '.';
  }

  /// Whether nothing stands between this token and the one before.
  boolean isGlued(int i) {
    return i > 0 && i < size && ends[i - 1] == starts[i];
  }

  /// The first token at or after an offset; `size()` when there is none.
  int at(int offset) {
    var found = Arrays.binarySearch(starts, 0, size, offset);
    if (found >= 0) {
      return found;
    }
    var next = -found - 1;
    return next > 0 && ends[next - 1] > offset ? next - 1 : next;
  }

  private void read() {
    var i = 0;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (c == ' ' || Character.isWhitespace(c) || c == '\u00a0') {
        i++;
      } else if (isDigit(c)) {
        i = number(i);
      } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
        i = word(i);
      } else if (isApostrophe(c) && isClitic(i)) {
        var end = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1)) ? i + 2 : i + 1;
        add(i, end, Shape.WORD);
        i = end;
      } else {
        add(i, i + 1, Shape.MARK);
        i++;
      }
    }
  }

  private int number(int from) {
    var i = from + 1;
    while (i < text.length()) {
      var c = text.charAt(i);
      var more =
          isDigit(c)
              || (c == ',' || c == '.') && i + 1 < text.length() && isDigit(text.charAt(i + 1));
      if (!more) {
        break;
      }
      i++;
    }
    add(from, i, Shape.NUMBER);
    return i;
  }

  private int word(int from) {
    var i = from + 1;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        i++;
      } else if (isApostrophe(c) && letter(i + 1) && !isClitic(i)) {
        i++;
      } else if ("-‑&_@".indexOf(c) >= 0 && letterOrDigit(i + 1)) {
        i++;
      } else if (c == '.' && isInner(from, i)) {
        i++;
      } else {
        break;
      }
    }
    if (i < text.length() && text.charAt(i) == '.' && keepsStop(from, i)) {
      i++;
    }
    add(from, i, Shape.WORD);
    return i;
  }

  /// The stop in `U.S`, `Qwen2.5` and `openai.com`.
  private boolean isInner(int from, int dot) {
    if (!letterOrDigit(dot + 1)) {
      return false;
    }
    return isDigit(text.charAt(dot - 1)) && isDigit(text.charAt(dot + 1))
        || dot - from == 1 && letter(dot + 1)
        || dot - from >= 2 && text.charAt(dot - 2) == '.'
        || Character.isLowerCase(text.charAt(dot - 1))
            && Character.isLowerCase(text.charAt(dot + 1));
  }

  private boolean keepsStop(int from, int dot) {
    if (dot - from == 1) {
      var c = text.charAt(from);
      return Character.isUpperCase(c) && c != 'I' && followsCapital(dot + 1);
    }
    if (text.charAt(dot - 2) == '.') {
      return true;
    }
    var low = text.substring(from, dot).toLowerCase(Locale.ROOT);
    if ((Lexicon.sorts(low) & Sort.SHORT.bit) == 0) {
      return false;
    }
    // "no." and "may." may be words; they are short only where something goes on
    return !low.equals("no") && !low.equals("al") && !low.equals("pa") || nextDigit(dot + 1);
  }

  private boolean nextDigit(int at) {
    return at + 1 < text.length() && text.charAt(at) == ' ' && isDigit(text.charAt(at + 1));
  }

  private boolean followsCapital(int at) {
    var i = at;
    while (i < text.length() && text.charAt(i) == ' ' && i < at + 2) {
      i++;
    }
    if (i >= text.length() || !Character.isUpperCase(text.charAt(i))) {
      return i < text.length() && text.charAt(i) == ',';
    }
    var end = i;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    var next = text.substring(i, end).toLowerCase(Locale.ROOT);
    return next.length() == 1 || (Lexicon.sorts(next) & Sort.PLAIN.bit) == 0;
  }

  /// `’s` behind a word, at the end of it.
  private boolean isClitic(int i) {
    if (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '.') {
      return false;
    }
    return i + 1 < text.length()
        && (text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S')
        && !letterOrDigit(i + 2);
  }

  private boolean letter(int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }

  private boolean letterOrDigit(int i) {
    return i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private void add(int from, int to, Shape shape) {
    if (size == starts.length) {
      var more = size * 2;
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
      sorts = Arrays.copyOf(sorts, more);
      lows = Arrays.copyOf(lows, more);
      shapes = Arrays.copyOf(shapes, more);
    }
    starts[size] = from;
    ends[size] = to;
    shapes[size] = shape;
    lows[size] =
        shape == Shape.MARK
            ? one(text.charAt(from))
            : text.substring(from, to).toLowerCase(Locale.ROOT);
    if (shape == Shape.WORD) {
      var low = lows[size];
      var found = Lexicon.sorts(low);
      if (found == 0 && low.endsWith(".")) {
        found = Lexicon.sorts(low.substring(0, low.length() - 1));
      }
      sorts[size] = found;
    }
    size++;
  }

  private static final String[] ASCII = new String[128];

  static {
    for (var i = 0; i < ASCII.length; i++) {
      ASCII[i] = String.valueOf((char) i);
    }
  }

  private static String one(char c) {
    return c < 128 ? ASCII[c] : String.valueOf(c);
  }
}
