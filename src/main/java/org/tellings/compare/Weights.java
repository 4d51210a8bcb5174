package org.tellings.compare;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Words with their weights in fifths of a full word, in order and unchangeable. Takes little room:
/// a library holds one for each claim.
final class Weights {

  private final String[] words;
  private final byte[] fifths;

  /// `weighted` are parts of a full word, in fifths.
  Weights(Map<String, Double> weighted) {
    words = new String[weighted.size()];
    fifths = new byte[words.length];
    var i = 0;
    for (var word : new TreeMap<>(weighted).entrySet()) {
      words[i] = word.getKey();
      fifths[i++] = (byte) Bag.fifths(word.getValue());
    }
  }

  /// In order.
  Iterable<String> words() {
    return Collections.unmodifiableList(Arrays.asList(words));
  }

  boolean has(String word) {
    return of(word) > 0;
  }

  /// In fifths; nothing for a word that is not there.
  int of(String word) {
    var at = Arrays.binarySearch(words, word);
    return at < 0 ? 0 : fifths[at];
  }

  /// What some of the words weigh together, in fifths.
  int sum(Predicate<String> some) {
    var sum = 0;
    for (var i = 0; i < words.length; i++) {
      sum += some.test(words[i]) ? fifths[i] : 0;
    }
    return sum;
  }
}
