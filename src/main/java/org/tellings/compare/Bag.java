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
  private final double[] parts;

  /// Plain words count for `plainPart` of their weight where only specific ones count in full.
  Bag(Map<String, Double> weighted, Set<String> plainWords, double plainPart) {
    var names = weighted.keySet().toArray(String[]::new);
    Arrays.sort(names, (a, b) -> Long.compare(Saying.hash(a), Saying.hash(b)));
    words = new long[names.length];
    weights = new double[names.length];
    parts = new double[names.length];
    var sum = 0.0;
    for (var i = 0; i < names.length; i++) {
      words[i] = Saying.hash(names[i]);
      weights[i] = weighted.getOrDefault(names[i], 0.0);
      parts[i] = plainWords.contains(names[i]) ? plainPart : 1;
      sum += weights[i];
    }
    weight = sum;
  }

  /// What two bags have in common: how many words, the weight of all, and that of the specific.
  record Common(int words, double weight, double specific) {}

  Common common(Bag other) {
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
        var both = Math.min(weights[i], other.weights[k++]);
        count++;
        all += both;
        specific += parts[i++] * both;
      }
    }
    return new Common(count, all, specific);
  }
}
