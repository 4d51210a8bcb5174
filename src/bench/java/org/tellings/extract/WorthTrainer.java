package org.tellings.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Learns the weights of `checking.txt` from sentences that people marked as check-worthy facts or
/// as none: one logistic model. The same sentences give the same weights.
public final class WorthTrainer {

  /// A sentence, and whether it states a fact that is worth checking.
  public record Labelled(String sentence, boolean isWorth) {}

  /// Added for every sentence, in hundredths: as if two of five were worth checking, where one of
  /// four is; there, within the sentences learned of, F1 is highest.
  private static final int LEAN = 70;

  private final Learner learner;
  private final List<int[]> rows = new ArrayList<>();
  private final List<Boolean> truths = new ArrayList<>();

  /// Words by their hash, as they are written.
  private final Map<Integer, String> printed = new HashMap<>();

  private WorthTrainer(int least) {
    learner = new Learner(least);
  }

  /// A file of weights; a trait that is met fewer than `least` times has no weight.
  public static String train(List<Labelled> sentences, int least) {
    var trainer = new WorthTrainer(least);
    sentences.forEach(trainer::take);
    return trainer.file();
  }

  /// How likely a sentence is worth checking by the weights of such a file.
  public static ToDoubleFunction<String> scorer(String file) {
    var weights = new Weights(file);
    return sentence -> {
      var read = new Read(sentence, weights);
      return read.worth.of(0, read.words.size());
    };
  }

  /// A sentence by itself, with its figures, dates and names.
  private record Read(Words words, Worth worth) {

    Read(String sentence, Weights weights) {
      this(new Reading(sentence), weights);
    }

    private Read(Reading reading, Weights weights) {
      this(reading.words, new Worth(reading.words, ClaimExtractor.begins(reading), weights));
    }
  }

  private void take(Labelled one) {
    var read = new Read(one.sentence(), Weights.NOTHING);
    var words = read.words;
    if (words.size() == 0) {
      return;
    }
    for (var t = 0; t < words.size(); t++) {
      if (words.isWord(t)) {
        note(words.low(t));
        note("-" + words.low(t).substring(Math.max(0, words.low(t).length() - 3)));
      }
    }
    var worth = read.worth;
    worth.read(0, words.size());
    rows.add(learner.take(worth.size, worth.keys, worth.templates, worth.ones, worth.others));
    truths.add(one.isWorth());
  }

  private void note(String word) {
    if (word.chars().noneMatch(c -> c <= ' ' || c == '#' || c == ':')) {
      printed.put(word.hashCode(), word);
    }
  }

  private String file() {
    printed.put(Surroundings.NAMED, "Xx");
    printed.put(Surroundings.COUNTED, "00");
    for (var sort : Lexicon.Sort.values()) {
      printed.putIfAbsent(Worth.name(sort).hashCode(), Worth.name(sort));
    }
    var weights = learner.yesOrNo(rows, truths);
    TreeMap<String, TreeMap<String, Long>> lines = new TreeMap<>();
    for (var id = 0; id < weights.length; id++) {
      var name = learner.named.get(id);
      var weight = Math.round(weights[id] * 100.0) + (name[0] == Worth.ALWAYS ? LEAN : 0);
      if (Math.abs(weight) >= Learner.LEAST_WEIGHT) {
        lines
            .computeIfAbsent(
                String.format(Locale.ROOT, "%03d ", name[0]) + value(name[0], name[1]),
                _ -> new TreeMap<>())
            .put(value(name[0], name[2]), weight);
      }
    }
    var all = lines.values().stream().mapToInt(TreeMap::size).sum();
    var file =
        new StringBuilder(
            "# Learned by WorthTrainer (src/bench) of sentences that others labelled;"
                + " docs/decisions/0023\n"
                + "# tells how. Weights are in hundredths. Made anew, not edited.\n"
                + "traits 0 "
                + all
                + "\n");
    lines.forEach(
        (head, others) -> {
          file.append(head).append(':');
          others.forEach((other, w) -> file.append(' ').append(other).append(' ').append(w));
          file.append('\n');
        });
    return file.toString();
  }

  private String value(int template, int value) {
    var word = template > Worth.SORT ? null : printed.get(value);
    return word == null ? "#" + value : word;
  }
}
