package org.tellings.extract;

import java.util.ArrayList;
import java.util.List;

/// What was learned of attributions: classes of words, how often a word is a cue, and a weight for
/// each trait. Read from `attribution.txt`.
///
/// Unchanging once read.
final class Weights {

  static final Weights NOTHING = new Weights(List.of());

  private static final class Known {
    static final Weights LEARNED = new Weights(Lexicon.lines("attribution.txt"));
  }

  /// Those this program comes with.
  static Weights learned() {
    return Known.LEARNED;
  }

  private final List<String> sorts = new ArrayList<>();
  private final boolean[] verbs = new boolean[256];
  private int[] wordKeys = new int[1 << 14];
  private short[] wordValues = new short[1 << 14];
  private int known;
  private Table fine = new Table(0);
  private Table rough = new Table(0);

  /// Lines as of `attribution.txt`: `class NAME: words`, `prior N: words`, `T ONE: OTHER W OTHER W`.
  Weights(List<String> lines) {
    for (var line : lines) {
      if (line.startsWith("class ")) {
        var colon = line.indexOf(": ");
        var name = line.substring(6, colon);
        var sort = Traits.FIRST + sorts.size();
        sorts.add(name);
        verbs[sort] = name.contains("VB") && !name.startsWith("NN") && !name.startsWith("J") || name.startsWith("MD");
        for (var word : line.substring(colon + 2).split(" ")) {
          note(word.hashCode(), sort << 4);
        }
      } else if (line.startsWith("prior ")) {
        var colon = line.indexOf(": ");
        var prior = Integer.parseInt(line.substring(6, colon));
        for (var word : line.substring(colon + 2).split(" ")) {
          note(word.hashCode(), prior);
        }
      } else if (line.startsWith("traits ")) {
        var parts = line.split(" ");
        rough = new Table(Integer.parseInt(parts[1]));
        fine = new Table(Integer.parseInt(parts[2]));
      } else {
        traits(line);
      }
    }
  }

  /// `45 said: that 41 to -12`: a template, its first value, and for each second value the weight in
  /// hundredths. A value is a word or, behind `#`, a number.
  private void traits(String line) {
    var space = line.indexOf(' ');
    var template = Integer.parseInt(line, 0, space, 10);
    var at = line.indexOf(' ', space + 1);
    var one = value(line.substring(space + 1, at - 1));
    while (at < line.length()) {
      var middle = line.indexOf(' ', at + 1);
      var end = line.indexOf(' ', middle + 1);
      end = end < 0 ? line.length() : end;
      (template < Traits.ROUGH ? fine : rough).put(
          Traits.key(template, one, value(line.substring(at + 1, middle))),
          Integer.parseInt(line, middle + 1, end, 10));
      at = end;
    }
  }

  private static int value(String printed) {
    return printed.length() > 1 && printed.charAt(0) == '#'
        ? Integer.parseInt(printed, 1, printed.length(), 10)
        : printed.hashCode();
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

  int sort(int word) {
    return word >> 4 == 0 ? Traits.UNKNOWN : word >> 4;
  }

  int prior(int word) {
    return word & 15;
  }

  boolean isVerb(int sort) {
    return sort > 0 && verbs[sort];
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

  int size() {
    return fine.filled;
  }

  /// Weights by the keys of traits: a slot has the upper half of a key and a weight in hundredths,
  /// so that all of them stay near the processor. Two keys that fall together share a weight.
  private static final class Table {
    private int[] slots;
    private int mask;
    private int filled;

    Table(int most) {
      slots = new int[Integer.highestOneBit(Math.max(8, most * 3 / 2)) << 1];
      mask = slots.length - 1;
    }

    void put(int key, int weight) {
      if (filled * 4 > slots.length * 3) {
        throw new IllegalStateException("attribution.txt: more traits than its first line says");
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
