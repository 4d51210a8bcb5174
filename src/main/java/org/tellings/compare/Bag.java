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

  /// The part of its weight for which the word at `i` counts as specific.
  double part(int i) {
    return parts[i];
  }

  /// The weight of what two bags have in common.
  double shared(Bag other) {
    var shared = 0.0;
    var i = 0;
    var k = 0;
    while (i < words.length && k < other.words.length) {
      if (words[i] < other.words[k]) {
        i++;
      } else if (words[i] > other.words[k]) {
        k++;
      } else {
        shared += Math.min(weights[i++], other.weights[k++]);
      }
    }
    return shared;
  }
}
