package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class GistTest {

  private static Map<String, Double> weights(int from, double... weights) {
    Map<String, Double> words = new HashMap<>();
    for (var weight : weights) {
      words.put("word" + from++, weight);
    }
    return words;
  }

  /// Sums of the same fractions in another order are other sums: 0.8 + 0.4 + 0.1 is not 0.1 + 0.4 +
  /// 0.8.
  @Test
  void itsWordsAreReadInOneOrderAtEveryStart() {
    var words = weights(10, 0.1, 0.4, 0.8, 0.2, 0.7, 0.3, 0.6, 0.1, 0.9);
    var gist = new Gist(words, 4);
    assertEquals(List.copyOf(new TreeMap<>(words).keySet()), List.copyOf(gist.words().keySet()));
    var sum = 0.0;
    for (var weight : new TreeMap<>(words).values()) {
      sum += weight;
    }
    assertEquals(sum, gist.shared(gist));
  }

  @Test
  void whatTwoShareIsTheSameFromEitherSide() {
    var one = new Gist(weights(10, 0.1, 0.4, 0.8, 0.2, 0.7, 0.3, 0.6), 3);
    var other = new Gist(weights(12, 0.9, 0.1, 0.8, 0.3, 0.3, 0.2, 0.7, 0.8), 4);
    assertEquals(one.shared(other), other.shared(one));
    assertEquals(one.likeness(other), other.likeness(one));
  }
}
