package org.tellings.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What was learned of names: classes of words, what words are in lists of names, and for each trait
/// a weight for each label. Read from `tagging.txt`, whose lines are
///
///     traits 90000 250000     how many traits follow, and how many weights
///     class 1010011: words    words used alike
///     listed 2100n: words     words by what they are in lists of names
///     27 in: l41 p-12         a trait: its template, its first value, its weights
///     06 the|times: o80       the same with two values
///
/// where a weight is in hundredths behind its label: a letter of [#LABELS]. A value is a word, or a
/// number behind `#`. Lines that begin with `# ` are comments.
///
/// Unchanging once read.
final class NameWeights {

  /// The letters of the labels: no name, then the beginning of a name of each kind and what follows
  /// in it.
  static final String LABELS = "-PpOoDdLlWwAaEe";

  /// How many labels there are.
  static final int COUNT = LABELS.length();

  /// Of someone who has learned nothing.
  static final NameWeights NOTHING = new NameWeights("");

  private static final class Known {
    static final NameWeights LEARNED = new NameWeights(file());
  }

  private static final int HALF = 2048;

  private String text;
  private int at;
  private int[] wordKeys = new int[1 << 18];
  private int[] wordValues = new int[1 << 18];
  private int classes;
  private int listed;
  private int[] keys = new int[16];
  private int[] places = new int[16];
  private short[] weights = new short[16];
  private int filled = 1;
  private final int[][] ways = new int[COUNT][COUNT];

  /// Those this program comes with; read when first asked for.
  static NameWeights learned() {
    return Known.LEARNED;
  }

  private static String file() {
    try (var in = NameWeights.class.getResourceAsStream("tagging.txt")) {
      if (in == null) {
        throw new IllegalStateException("the list is missing: tagging.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a file of weights; what is none of its lines is refused with the line.
  NameWeights(String file) {
    text = file;
    while (at < text.length()) {
      var begin = at;
      var end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      try {
        line(end);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalStateException(
            "tagging.txt: cannot be read: " + text.substring(begin, end), e);
      }
      at = end + 1;
    }
    text = "";
    for (var before = 0; before < COUNT; before++) {
      add(place(Traits.key(NameTraits.WAY, before, 0)), ways[before], 0);
    }
  }

  private void line(int end) {
    if (at == end || text.startsWith("# ", at)) {
      return;
    }
    if (text.charAt(at) <= '9') {
      trait(end);
      return;
    }
    var space = text.indexOf(' ', at);
    var kind = text.substring(at, space);
    if (kind.equals("traits")) {
      var parts = text.substring(space + 1, end).split(" ");
      var slots = Integer.highestOneBit(Math.max(8, Integer.parseInt(parts[0]) * 3 / 2)) << 1;
      keys = new int[slots];
      places = new int[slots];
      weights = new short[Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) + 1];
      return;
    }
    var isClass = kind.equals("class");
    var value = isClass ? ++classes : ++listed << 16;
    at = text.indexOf(": ", at) + 1;
    while (at < end) {
      at++;
      note(value(end), value);
    }
  }

  private void trait(int end) {
    var template = number(end);
    at++;
    var one = value(end);
    var other = 0;
    if (text.charAt(at) == '|') {
      at++;
      other = value(end);
    }
    var begin = filled++;
    var mask = keys.length - 1;
    var key = Traits.key(template, one, other);
    var i = key & mask;
    while (places[i] != 0) {
      i = i + 1 & mask;
    }
    keys[i] = key;
    places[i] = begin;
    at++;
    while (at < end) {
      at++;
      var label = LABELS.indexOf(text.charAt(at++));
      var weight = number(end);
      if (label < 0 || weight <= -HALF || weight >= HALF) {
        throw new IllegalArgumentException("no weight");
      }
      weights[filled++] = (short) (label << 12 | weight + HALF);
    }
    weights[begin] = (short) (filled - begin - 1);
  }

  /// A word's hash, as [String#hashCode] gives it, or the number behind `#`, up to a space, a bar
  /// or the colon at the end.
  private int value(int end) {
    if (text.charAt(at) == '#' && at + 1 < end && isPartOfNumber(text.charAt(at + 1))) {
      at++;
      return number(end);
    }
    var hash = 0;
    while (at < end && !isEnd(end)) {
      hash = hash * 31 + text.charAt(at++);
    }
    return hash;
  }

  private static boolean isPartOfNumber(char c) {
    return c == '-' || Words.isDigit(c);
  }

  private boolean isEnd(int end) {
    var c = text.charAt(at);
    return c == ' ' || c == '|' || c == ':' && at + 1 < end && text.charAt(at + 1) == ' ';
  }

  private int number(int end) {
    var minus = text.charAt(at) == '-';
    at += minus ? 1 : 0;
    var number = 0;
    var from = at;
    while (at < end && Words.isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (from == at) {
      throw new IllegalArgumentException("no number");
    }
    return minus ? -number : number;
  }

  private void note(int hash, int value) {
    var mask = wordKeys.length - 1;
    var i = spread(hash) & mask;
    while (wordValues[i] != 0 && wordKeys[i] != hash) {
      i = i + 1 & mask;
    }
    wordKeys[i] = hash;
    wordValues[i] |= value;
  }

  private static int spread(int hash) {
    return hash * 0x9E3779B1 >>> 12 ^ hash;
  }

  /// What is known of a word by its hash: its class in the lower half, what it is in lists of names
  /// in the upper; 0 when nothing.
  int word(int hash) {
    var mask = wordKeys.length - 1;
    var i = spread(hash) & mask;
    while (wordValues[i] != 0) {
      if (wordKeys[i] == hash) {
        return wordValues[i];
      }
      i = i + 1 & mask;
    }
    return 0;
  }

  /// Where the weights of a trait stand; 0 when it has none.
  int place(int key) {
    var mask = keys.length - 1;
    for (var i = key & mask; places[i] != 0; i = i + 1 & mask) {
      if (keys[i] == key) {
        return places[i];
      }
    }
    return 0;
  }

  /// Adds the weights at a place, in hundredths, to the scores of the labels.
  void add(int place, int[] scores, int from) {
    if (place == 0) {
      return;
    }
    for (var i = place + weights[place]; i > place; i--) {
      var packed = weights[i] & 0xFFFF;
      scores[from + (packed >>> 12)] += (packed & 0xFFF) - HALF;
    }
  }

  /// The weight for a label at a place, in hundredths.
  int of(int place, int label) {
    for (var i = place + weights[place]; i > place; i--) {
      var packed = weights[i] & 0xFFFF;
      if (packed >>> 12 == label) {
        return (packed & 0xFFF) - HALF;
      }
    }
    return 0;
  }

  /// What one label before another adds, in hundredths.
  int way(int before, int label) {
    return ways[before][label];
  }

  boolean isEmpty() {
    return filled == 1;
  }

  /// The lines of classes and lists of such a file, to be used again.
  static String words(String file) {
    return String.join(
        "\n",
        Arrays.stream(file.split("\n"))
            .filter(line -> line.startsWith("class ") || line.startsWith("listed "))
            .toList());
  }
}
