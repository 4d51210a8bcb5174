package org.tellings.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tellings.compare.Prose.Word;
import org.tellings.model.Span;

/// What some words of a text say, without how they say it: by sense or stem, names and values, each
/// with its weight, in the order of the words.
public record Gist(Map<String, Double> words, double weight) {

  public Gist {
    words = InOrder.of(words);
  }

  /// The gist of words of one account, with the figures on them; what is in `more` is added.
  public static Gist of(Account account, List<Word> inside, Map<String, Double> more) {
    var words = new TreeMap<>(Thought.words(inside));
    if (!inside.isEmpty()) {
      Thought.values(words, account, new Span(inside.getFirst().start(), inside.getLast().end()));
    }
    more.forEach((word, weight) -> words.merge(word, weight, Math::max));
    return new Gist(words, words.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /// How alike two are, from 0 to 1: what they share of what both say.
  public double likeness(Gist other) {
    var small = Math.min(weight, other.weight);
    if (small == 0) {
      return 0;
    }
    var shared = shared(other);
    return 0.6 * 2 * shared / (weight + other.weight) + 0.4 * shared / small;
  }

  /// The weight of what both say.
  public double shared(Gist other) {
    var shared = 0.0;
    for (var word : words.entrySet()) {
      shared += Math.min(word.getValue(), other.words.getOrDefault(word.getKey(), 0.0));
    }
    return shared;
  }
}
