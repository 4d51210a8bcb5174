package org.tellings.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Span;

/// Learns the weights of `tagging.txt` from texts with their names. The same texts give the same
/// weights.
///
/// One model of the labels of a run of tokens, each beside the next (a conditional random field);
/// tokens whose label nobody is sure of teach nothing. What was read earlier in a text is, from the
/// second round on, what the weights so far read there, not what is right.
public final class NameTrainer {

  /// A name of a text; without a kind it is one of which nobody is sure.
  public record Name(Span span, Optional<EntityType> type) {}

  public record Labelled(String text, List<Name> names) {}

  private static final int L = NameWeights.COUNT;
  private static final int ROUNDS = 4;
  private static final int SKIPPED = 1;
  private static final float RATE = 0.05f;
  private static final float LASSO = 0.03f;

  /// Weights nearer to nought are left out, in hundredths.
  private static final int LEAST_WEIGHT = 9;

  /// Of a hundred words, how many are read as if they had never been seen.
  private static final int FORGOTTEN = 30;

  private static final int MOST_WEIGHT = 2000;

  /// Templates whose first value is a word, a part of one, or a shape; the same of the second.
  private static final List<Integer> WORDED =
      List.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 31, 32, 33, 35, 36, 39, 40, 49, 50,
          53, 54, 56, 57, 58);

  private static final List<Integer> SECOND = List.of(6, 7, 9, 10, 39, 40, 53, 54, 56, 57, 67);

  private final String classes;
  private final NameWeights dictionary;
  private final int least;
  private int[] slots = new int[1 << 22];
  private int[] ids = new int[1 << 22];
  private int[] met = new int[1 << 20];
  private int[][] named = new int[1 << 20][];
  private int count;
  private final Map<Integer, String> printed = new HashMap<>();
  private float[] weights = {};
  private float[] squares = {};
  private float[] means = {};

  /// `classes` are the lines of classes and lists; a trait that is met fewer than `least` times has
  /// no weight.
  private NameTrainer(String classes, int least) {
    this.classes = classes;
    this.least = least;
    dictionary = new NameWeights(classes);
  }

  /// A file of weights.
  public static String train(List<Labelled> texts, String classes, int least) {
    return new NameTrainer(classes, least).learn(texts);
  }

  /// The lines of classes and lists of a file of weights.
  public static String classes(String file) {
    return NameWeights.words(file);
  }

  /// The names of a text by the weights of such a file.
  public static List<Mention> names(String text, String file) {
    return names(text, new NameWeights(file));
  }

  static List<Mention> names(String text, NameWeights weights) {
    return MentionExtractor.extract(new Words(text), weights);
  }

  private String learn(List<Labelled> texts) {
    printed.put(NameTraits.COUNTED, "00");
    texts.forEach(this::meet);
    keepMet();
    weights = new float[count * L];
    squares = new float[weights.length];
    means = new float[weights.length];
    for (var round = 0; round < ROUNDS; round++) {
      for (var i : Learner.shuffled(texts.size(), round)) {
        read(texts.get(i), round);
      }
      if (round >= SKIPPED) {
        for (var id = 0; id < means.length; id++) {
          means[id] += weights[id] / (ROUNDS - SKIPPED);
        }
      }
    }
    return file();
  }

  /// Counts the traits of a text and keeps how its words are written.
  private void meet(Labelled text) {
    var words = new Words(text.text());
    for (var i = 0; i < words.size(); i++) {
      var low = words.low(i);
      print(low);
      if (words.isWord(i)) {
        print(NameTraits.shape(words.printed(i)));
        for (var n = 1; n <= 5; n++) {
          print("-" + low.substring(Math.max(0, low.length() - n)));
          print(low.substring(0, Math.min(n, low.length())) + "-");
        }
      }
    }
    var gold = labels(text, words);
    var traits = new NameTraits(words, dictionary);
    var runs = traits.runs();
    for (var r = 0; r < runs.length; r += 2) {
      for (var i = runs[r]; i < runs[r + 1]; i++) {
        traits.at(i);
        for (var f = 0; f < traits.size; f++) {
          meet(traits.templates[f], traits.ones[f], traits.others[f], traits.keys[f]);
        }
      }
      remember(traits, gold, runs[r], runs[r + 1]);
    }
    for (var label = 0; label < L; label++) {
      var id = meet(NameTraits.WAY, label, 0, Traits.key(NameTraits.WAY, label, 0));
      met[id] = least;
    }
  }

  private void print(String value) {
    if (value.chars().allMatch(c -> c != ' ' && c != '|' && c != '#' && c != ':' && c > ' ')) {
      printed.put(value.hashCode(), value);
    }
  }

  private int meet(int template, int one, int other, int key) {
    var slot = slot(key);
    if (ids[slot] == 0) {
      if (count * 2 > slots.length) {
        grow();
        slot = slot(key);
      }
      slots[slot] = key;
      ids[slot] = ++count;
      if (count == met.length) {
        met = Arrays.copyOf(met, count * 2);
        named = Arrays.copyOf(named, count * 2);
      }
      named[count] = new int[] {template, one, other};
    }
    met[ids[slot]]++;
    return ids[slot];
  }

  private int slot(int key) {
    var mask = slots.length - 1;
    var i = (key ^ key >>> 15) & mask;
    while (ids[i] != 0 && slots[i] != key) {
      i = i + 1 & mask;
    }
    return i;
  }

  private void grow() {
    var keys = slots;
    var old = ids;
    slots = new int[keys.length * 2];
    ids = new int[keys.length * 2];
    for (var i = 0; i < keys.length; i++) {
      if (old[i] != 0) {
        var slot = slot(keys[i]);
        slots[slot] = keys[i];
        ids[slot] = old[i];
      }
    }
  }

  /// Numbers anew what was met often enough; what was not gets no number.
  private void keepMet() {
    var kept = new int[count + 1];
    var next = 0;
    List<int[]> names = new ArrayList<>();
    for (var id = 1; id <= count; id++) {
      if (met[id] >= least) {
        kept[id] = ++next;
        names.add(named[id]);
      }
    }
    for (var i = 0; i < ids.length; i++) {
      ids[i] = ids[i] == 0 ? 0 : kept[ids[i]] == 0 ? -1 : kept[ids[i]];
    }
    named = names.toArray(int[][]::new);
    count = next;
  }

  /// The label of each token; -1 where nobody is sure.
  private static byte[] labels(Labelled text, Words words) {
    var labels = new byte[words.size()];
    for (var name : text.names()) {
      var first = true;
      for (var t = words.at(name.span().start());
          t < words.size() && words.start(t) < name.span().end();
          t++) {
        labels[t] =
            name.type().isEmpty()
                ? -1
                : (byte) (1 + 2 * name.type().get().ordinal() + (first ? 0 : 1));
        first = false;
      }
    }
    return labels;
  }

  private static void remember(NameTraits traits, byte[] labels, int from, int to) {
    for (var i = from; i < to; i++) {
      if (labels[i] > 0 && !Tagger.isInside(labels[i])) {
        var end = i + 1;
        while (end < to && labels[end] == labels[i] + 1) {
          end++;
        }
        traits.remember(i, end, (labels[i] - 1) / 2);
      }
    }
  }

  private void read(Labelled text, int round) {
    var words = new Words(text.text());
    var gold = labels(text, words);
    var traits = new NameTraits(words, dictionary);
    traits.forget((round + 1) * 31 + text.text().length(), FORGOTTEN);
    var runs = traits.runs();
    for (var r = 0; r < runs.length; r += 2) {
      var from = runs[r];
      var n = runs[r + 1] - from;
      var rows = new int[n][];
      for (var k = 0; k < n; k++) {
        traits.at(from + k);
        rows[k] = row(traits);
      }
      var labels = Arrays.copyOfRange(gold, from, from + n);
      // what begins outside the run begins at its first token
      for (var k = 0; k < n; k++) {
        if (labels[k] > 0
            && Tagger.isInside(labels[k])
            && (k == 0 || labels[k - 1] != labels[k] && labels[k - 1] != labels[k] - 1)) {
          labels[k]--;
        }
      }
      var read = step(rows, labels);
      if (round == 0) {
        remember(traits, gold, from, from + n);
      } else {
        var all = new byte[words.size()];
        System.arraycopy(read, 0, all, from, n);
        remember(traits, all, from, from + n);
      }
    }
  }

  private int[] row(NameTraits traits) {
    var row = new int[traits.size];
    var size = 0;
    for (var f = 0; f < traits.size; f++) {
      var id = ids[slot(traits.keys[f])];
      if (id > 0) {
        row[size++] = (id - 1) * L;
      }
    }
    return Arrays.copyOf(row, size);
  }

  /// Moves the weights towards the labels of a run, and returns what they read there before.
  private byte[] step(int[][] rows, byte[] labels) {
    var n = rows.length;
    var scores = new double[n][L];
    for (var k = 0; k < n; k++) {
      for (var id : rows[k]) {
        for (var label = 0; label < L; label++) {
          scores[k][label] += weights[id + label];
        }
      }
    }
    var ways = new double[L][L];
    var wayIds = new int[L];
    for (var before = 0; before < L; before++) {
      wayIds[before] = (ids[slot(Traits.key(NameTraits.WAY, before, 0))] - 1) * L;
      for (var label = 0; label < L; label++) {
        ways[before][label] =
            Tagger.isInside(label) && before != label && before != label - 1
                ? Double.NEGATIVE_INFINITY
                : weights[wayIds[before] + label];
      }
    }
    var free = new Chances(scores, ways, null);
    var bound = new Chances(scores, ways, labels);
    if (bound.all == Double.NEGATIVE_INFINITY) {
      return free.likeliest();
    }
    for (var k = 0; k < n; k++) {
      for (var label = 0; label < L; label++) {
        var slope = (float) (free.of(k, label) - bound.of(k, label));
        if (Math.abs(slope) > 1e-3) {
          for (var id : rows[k]) {
            move(id + label, slope);
          }
        }
      }
    }
    for (var k = 0; k < n; k++) {
      for (var before = 0; before < L; before++) {
        for (var label = 0; label < L; label++) {
          var slope = (float) (free.of(k, before, label) - bound.of(k, before, label));
          if (Math.abs(slope) > 1e-3) {
            move(wayIds[before] + label, slope);
          }
        }
      }
    }
    return free.likeliest();
  }

  private void move(int id, float slope) {
    squares[id] += slope * slope;
    var size = RATE / (float) Math.sqrt(squares[id] + 1e-6);
    var moved = weights[id] - size * slope;
    var shrunk = Math.max(0, Math.abs(moved) - size * LASSO);
    weights[id] = moved < 0 ? -shrunk : shrunk;
  }

  /// The chance of each label of each token of a run, and of each pair; of all labels or of those
  /// that agree with what is known.
  private static final class Chances {
    private final double[][] scores;
    private final double[][] ways;
    private final double[][] before;
    private final double[][] behind;
    final double all;

    Chances(double[][] scores, double[][] ways, byte[] known) {
      this.scores = scores;
      this.ways = ways;
      var n = scores.length;
      before = new double[n][L];
      behind = new double[n][L];
      var terms = new double[L];
      for (var k = 0; k < n; k++) {
        for (var label = 0; label < L; label++) {
          if (known != null && known[k] >= 0 && known[k] != label) {
            before[k][label] = Double.NEGATIVE_INFINITY;
          } else if (k == 0) {
            before[k][label] = scores[k][label] + ways[0][label];
          } else {
            for (var last = 0; last < L; last++) {
              terms[last] = before[k - 1][last] + ways[last][label];
            }
            before[k][label] = scores[k][label] + sum(terms);
          }
        }
      }
      for (var k = n - 2; k >= 0; k--) {
        for (var label = 0; label < L; label++) {
          for (var next = 0; next < L; next++) {
            terms[next] =
                before[k + 1][next] == Double.NEGATIVE_INFINITY
                    ? Double.NEGATIVE_INFINITY
                    : ways[label][next] + scores[k + 1][next] + behind[k + 1][next];
          }
          behind[k][label] = sum(terms);
        }
      }
      all = sum(before[n - 1]);
    }

    private static double sum(double[] terms) {
      var most = Double.NEGATIVE_INFINITY;
      for (var term : terms) {
        most = Math.max(most, term);
      }
      if (most == Double.NEGATIVE_INFINITY) {
        return most;
      }
      var sum = 0d;
      for (var term : terms) {
        sum += term - most < -40 ? 0 : Math.exp(term - most);
      }
      return most + Math.log(sum);
    }

    double of(int k, int label) {
      return Math.exp(before[k][label] + behind[k][label] - all);
    }

    double of(int k, int last, int label) {
      if (k == 0) {
        return last == 0 ? of(0, label) : 0;
      }
      if (before[k][label] == Double.NEGATIVE_INFINITY) {
        return 0;
      }
      return Math.exp(
          before[k - 1][last] + ways[last][label] + scores[k][label] + behind[k][label] - all);
    }

    byte[] likeliest() {
      var labels = new byte[scores.length];
      for (var k = 0; k < labels.length; k++) {
        for (var label = 1; label < L; label++) {
          if (before[k][label] + behind[k][label] > before[k][labels[k]] + behind[k][labels[k]]) {
            labels[k] = (byte) label;
          }
        }
      }
      return labels;
    }
  }

  private String file() {
    TreeMap<String, String> lines = new TreeMap<>();
    var all = 0;
    for (var id = 0; id < count; id++) {
      var line = new StringBuilder();
      for (var label = 0; label < L; label++) {
        var weight = Math.round(means[id * L + label] * 100);
        weight = Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight));
        if (Math.abs(weight) >= LEAST_WEIGHT) {
          line.append(' ').append(NameWeights.LABELS.charAt(label)).append(weight);
          all++;
        }
      }
      if (!line.isEmpty()) {
        lines.put(head(named[id]) + ":", line.toString());
      }
    }
    var file = new StringBuilder();
    file.append(
            "# Learned by NameTrainer (src/bench); docs/decisions/0022 tells how and of what.\n")
        .append("# Weights are in hundredths. Made anew, not edited.\n")
        .append(String.format(Locale.ROOT, "traits %d %d\n", lines.size(), all))
        .append(classes)
        .append('\n');
    lines.forEach((head, line) -> file.append(head).append(line).append('\n'));
    return file.toString();
  }

  private String head(int[] name) {
    var one = value(name[1], WORDED.contains(name[0]));
    var other = name[2] == 0 ? "" : "|" + value(name[2], SECOND.contains(name[0]));
    return String.format(Locale.ROOT, "%02d ", name[0]) + one + other;
  }

  private String value(int value, boolean worded) {
    var word = worded ? printed.get(value) : null;
    return word == null ? "#" + value : word;
  }
}
