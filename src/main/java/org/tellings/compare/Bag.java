package org.tellings.compare;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/// Words with their weights, as sorted numbers, so that two bags are laid side by side fast.
///
/// A weight is told in fifths of a full word. A word is the upper 60 bits of its 64-bit hash: that
/// two words of a library have one hash is left out of account.
final class Bag {

  /// What a word of full weight weighs.
  static final int FULL = 5;

  /// So much of a full word counts of a plain one, where only specific ones count in full.
  static final int PLAIN = 2;

  private static final int BITS = 4;
  private static final int IS_PLAIN = 1 << (BITS - 1);

  /// Sorted; the word above, whether it is plain and what it weighs in the four lowest bits.
  final long[] words;

  /// Of all words together.
  final int weight;

  /// `weighted` are parts of a full word, in fifths.
  Bag(Map<String, Double> weighted, Set<String> plain) {
    words =
        weighted.entrySet().stream()
            .mapToLong(
                word ->
                    word(word.getKey())
                        | fifths(word.getValue())
                        | (plain.contains(word.getKey()) ? IS_PLAIN : 0))
            .sorted()
            .toArray();
    weight = Arrays.stream(words).mapToInt(Bag::weight).sum();
  }

  private static long word(String name) {
    return word(Saying.hash(name));
  }

  static long fifths(double weight) {
    var fifths = Math.round(weight * FULL);
    if (fifths < 1 || fifths > FULL || Math.abs(fifths - weight * FULL) > 1e-9) {
      throw new IllegalArgumentException("not one to five fifths: " + weight);
    }
    return fifths;
  }

  /// The word of one of `words`, without what else is told of it.
  static long word(long packed) {
    return packed & -(1L << BITS);
  }

  static int weight(long packed) {
    return (int) packed & (IS_PLAIN - 1);
  }

  private static int part(long packed) {
    return (packed & IS_PLAIN) == 0 ? FULL : PLAIN;
  }

  /// What two bags have in common: how many words, the weight of all in fifths, and that of the
  /// specific in fifths of fifths.
  record Common(int words, int weight, int specific) {}

  Common common(Bag other) {
    return common(other.words, 0, other.words.length);
  }

  /// The same with words that stand among others.
  Common common(long[] among, int from, int to) {
    var count = 0;
    var all = 0;
    var specific = 0;
    var i = 0;
    var k = from;
    while (i < words.length && k < to) {
      var one = word(words[i]);
      var other = word(among[k]);
      if (one == other) {
        var both = Math.min(weight(words[i]), weight(among[k]));
        count++;
        all += both;
        specific += part(words[i]) * both;
      }
      i += one <= other ? 1 : 0;
      k += other <= one ? 1 : 0;
    }
    return new Common(count, all, specific);
  }
}
