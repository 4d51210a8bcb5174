package org.tellings.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What was learned of attributions, or of what is worth checking: classes of words, how often a word
/// is a cue, and a weight for each trait. Read from `attribution.txt` or `checking.txt`, whose lines
/// are
///
///     traits 25000 75000      how many weights follow, of the rough traits and of the others
///     class NN|NNS: words     words of one class; a class is named by its parts of speech
///     prior 7: words          words that are cues this often, from 1 to 9
///     045 said: that 41 to -12
///
/// where the last is a template of [Traits] or [Worth], its first value and, for each second value, a weight
/// in hundredths. A value is a word, or a number behind `#`. Lines that begin with `# ` are
/// comments.
///
/// Unchanging once read.
final class Weights {

  /// Of someone who has learned nothing.
  static final Weights NOTHING = new Weights("");

  private static final String ATTRIBUTION = "attribution.txt";
  private static final String CHECKING = "checking.txt";

  private static final class Known {
    static final Weights LEARNED = new Weights(ATTRIBUTION, file(ATTRIBUTION));
    static final Weights CHECKED = new Weights(CHECKING, file(CHECKING));
  }

  private String text;
  private int at;
  private int sorts = Traits.FIRST;
  private final boolean[] verbs = new boolean[128];
  private int[] wordKeys = new int[1 << 14];
  private short[] wordValues = new short[1 << 14];
  private int known;
  private Table fine = new Table(0);
  private Table rough = new Table(0);

  /// Those this program comes with; read when first asked for.
  static Weights learned() {
    return Known.LEARNED;
  }

  /// Those of what is worth checking, of [Worth]; read when first asked for.
  static Weights ofWorth() {
    return Known.CHECKED;
  }

  private static String file(String name) {
    try (var in = Weights.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the list is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a file of weights; what is none of its lines is refused with the line.
  Weights(String file) {
    this(ATTRIBUTION, file);
  }

  private Weights(String name, String file) {
    text = file;
    while (at < text.length()) {
      var end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      try {
        line(end);
      } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
        var begin = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        throw new IllegalStateException(
            name + ": cannot be read: " + text.substring(begin, end), e);
      }
      at = end + 1;
    }
    text = "";
  }

  private void line(int end) {
    if (at == end || text.startsWith("# ", at)) {
      return;
    }
    if (text.charAt(at) <= '9') {
      traits(end);
      return;
    }
    var space = text.indexOf(' ', at);
    var kind = text.substring(at, space);
    if (kind.equals("traits")) {
      var parts = text.substring(space + 1, end).split(" ");
      rough = new Table(Integer.parseInt(parts[0]));
      fine = new Table(Integer.parseInt(parts[1]));
      return;
    }
    var colon = text.indexOf(": ", at);
    var name = text.substring(space + 1, colon);
    var value = kind.equals("class") ? sort(name) << 4 : Integer.parseInt(name);
    at = colon + 1;
    while (at < end) {
      at++;
      note(value(end), value);
    }
  }

  private int sort(String name) {
    verbs[sorts] = name.startsWith("VB") || name.startsWith("MD");
    return sorts++;
  }

  private void traits(int end) {
    var template = 0;
    while (text.charAt(at) != ' ') {
      template = template * 10 + Character.digit(text.charAt(at++), 10);
    }
    at++;
    var colon = text.indexOf(": ", at + 1);
    var one = value(colon);
    var table = template < Traits.ROUGH ? fine : rough;
    at = colon + 1;
    while (at < end) {
      at++;
      var other = value(end);
      at++;
      table.put(Traits.key(template, one, other), number(end));
    }
  }

  /// A word's hash, as [String#hashCode] gives it, or the number behind `#`, up to a space.
  private int value(int end) {
    if (text.charAt(at) == '#' && at + 1 < end && text.charAt(at + 1) != ' ') {
      at++;
      return number(end);
    }
    var hash = 0;
    while (at < end && text.charAt(at) != ' ') {
      hash = hash * 31 + text.charAt(at++);
    }
    return hash;
  }

  private int number(int end) {
    var minus = text.charAt(at) == '-';
    at += minus ? 1 : 0;
    var number = 0;
    while (at < end && text.charAt(at) != ' ') {
      var digit = text.charAt(at++) - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("no number");
      }
      number = number * 10 + digit;
    }
    return minus ? -number : number;
  }

  private void note(int hash, int value) {
    if (known * 2 > wordKeys.length) {
      var keys = wordKeys;
      var values = wordValues;
      wordKeys = new int[keys.length * 2];
      wordValues = new short[keys.length * 2];
      known = 0;
      for (var i = 0; i < keys.length; i++) {
        if (values[i] != 0) {
          note(keys[i], values[i]);
        }
      }
    }
    var i = spread(hash) & wordKeys.length - 1;
    while (wordValues[i] != 0 && wordKeys[i] != hash) {
      i = i + 1 & wordKeys.length - 1;
    }
    known += wordValues[i] == 0 ? 1 : 0;
    wordKeys[i] = hash;
    wordValues[i] |= (short) value;
  }

  private static int spread(int hash) {
    return hash * 0x9E3779B1 >>> 12 ^ hash;
  }

  /// What is known of a word by its hash; 0 when nothing.
  int word(int hash) {
    var i = spread(hash) & wordKeys.length - 1;
    while (wordValues[i] != 0) {
      if (wordKeys[i] == hash) {
        return wordValues[i];
      }
      i = i + 1 & wordKeys.length - 1;
    }
    return 0;
  }

  /// The class of a word by what is known of it.
  int sort(int word) {
    return word >> 4 == 0 ? Traits.UNKNOWN : word >> 4;
  }

  /// How often a word is a cue, from 0 (never) to 9, by what is known of it.
  int prior(int word) {
    return word & 15;
  }

  boolean isVerb(int sort) {
    return verbs[sort];
  }

  /// The sum of the weights of the traits last asked for.
  float sum(Traits traits) {
    return fine.sum(traits);
  }

  /// The same of the few traits that sort out most places first.
  float rough(Traits traits) {
    return rough.sum(traits);
  }

  /// The weight of one trait, in hundredths.
  int hundredths(int key) {
    return fine.of(key);
  }

  boolean isEmpty() {
    return fine.filled == 0;
  }

  /// Weights by the keys of traits: a slot has the upper half of a key and a weight in hundredths,
  /// so that all of them stay near the processor. Two keys that fall together share a weight.
  private static final class Table {
    private final int[] slots;
    private final int mask;
    private int filled;

    Table(int most) {
      slots = new int[Integer.highestOneBit(Math.max(8, most * 3 / 2)) << 1];
      mask = slots.length - 1;
    }

    void put(int key, int weight) {
      if (filled * 4 > slots.length * 3) {
        throw new IllegalArgumentException("more traits than the first line says");
      }
      var i = key & mask;
      while (slots[i] != 0 && slots[i] >>> 16 != key >>> 16) {
        i = i + 1 & mask;
      }
      filled += slots[i] == 0 ? 1 : 0;
      slots[i] = key & 0xFFFF0000 | weight & 0xFFFF;
    }

    int of(int key) {
      var i = key & mask;
      for (var slot = slots[i]; slot != 0; slot = slots[i]) {
        if (slot >>> 16 == key >>> 16) {
          return (short) slot;
        }
        i = i + 1 & mask;
      }
      return 0;
    }

    float sum(Traits traits) {
      var sum = 0;
      for (var i = 0; i < traits.size; i++) {
        sum += of(traits.keys[i]);
      }
      return sum / 100f;
    }
  }
}
