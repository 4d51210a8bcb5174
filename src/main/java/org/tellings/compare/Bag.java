package org.tellings.compare;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/// Words with their weights, as sorted numbers, so that two bags are laid side by side fast. A word
/// is its 64-bit hash: that two words of a library have one hash is left out of account.
final class Bag {

  final long[] words;
  final double[] weights;
  final double weight;
  private final boolean[] plain;

  /// What two bags have in common: how many words, the weight of all, and of all but plain words,
  /// which count for `plainShare` of their weight.
  record Common(int words, double weight, double specific) {}

  Bag(Map<String, Double> weighted, Set<String> plainWords) {
    var names = weighted.keySet().toArray(String[]::new);
    Arrays.sort(names, (a, b) -> Long.compare(Saying.hash(a), Saying.hash(b)));
    words = new long[names.length];
    weights = new double[names.length];
    plain = new boolean[names.length];
    var sum = 0.0;
    for (var i = 0; i < names.length; i++) {
      words[i] = Saying.hash(names[i]);
      weights[i] = weighted.getOrDefault(names[i], 0.0);
      plain[i] = plainWords.contains(names[i]);
      sum += weights[i];
    }
    weight = sum;
  }

  Common common(Bag other, double plainShare) {
    var count = 0;
    var all = 0.0;
    var specific = 0.0;
    var i = 0;
    var k = 0;
    while (i < words.length && k < other.words.length) {
      if (words[i] < other.words[k]) {
        i++;
      } else if (words[i] > other.words[k]) {
        k++;
      } else {
        var both = Math.min(weights[i], other.weights[k]);
        count++;
        all += both;
        specific += plain[i] ? plainShare * both : both;
        i++;
        k++;
      }
    }
    return new Common(count, all, specific);
  }
}
