package org.tellings.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tellings.model.Finding.EntityType;

/// Names of a text by the weights learned of labelled texts: which tokens are a name, and of what
/// kind. Running text is read before headings, so that a heading is read by the names below it.
///
/// For one text and one thread; linear in the text.
final class Tagger {

  /// Tokens `from` to `to` are a name.
  record Tagged(int from, int to, EntityType type) {}

  private static final EntityType[] TYPES = EntityType.values();

  /// What is taken from the score of “no name”, in hundredths: more finds more and errs more.
  private static final int LEAN = 0;

  private static final int L = NameWeights.COUNT;

  private final NameTraits traits;
  private final NameWeights weights;
  private final byte[] labels;
  private int[] scores = new int[16 * L];
  private byte[] backs = new byte[16 * L];
  private int[] hits = new int[256 * NameTraits.MOST];
  private final List<Tagged> tagged = new ArrayList<>();

  /// The scores of each token that may be part of a name, without those of the way to it; where
  /// they begin, 0 where there are none.
  private int[] own = new int[256 * L];

  private int filled = L;
  private final int[] places;

  /// The names of one token by their words in lower case, and the tokens that read so.
  private final Map<String, List<Integer>> alike = new LinkedHashMap<>();

  /// Reads the names of a text; without weights there are none.
  Tagger(Words words, NameWeights weights) {
    this.weights = weights;
    labels = new byte[words.size()];
    places = new int[words.size()];
    traits = new NameTraits(words, weights);
    var runs = weights.isEmpty() ? new int[0] : traits.runs();
    for (var r = 0; r < runs.length; r += 2) {
      run(runs[r], runs[r + 1]);
    }
    agree();
    for (var r = 0; r < runs.length; r += 2) {
      names(runs[r], runs[r + 1]);
    }
    tagged.sort((one, other) -> Integer.compare(one.from, other.from));
  }

  /// The names of the text, in order.
  List<Tagged> names() {
    return tagged;
  }

  /// What weighed most for a name, in words.
  String why(Tagged name) {
    var why = new NameWhy(traits, weights, name.from, name.to);
    for (var i = name.from; i < name.to; i++) {
      var label = 1 + 2 * name.type.ordinal() + (i == name.from ? 0 : 1);
      var first = (places[i] / L - 1) * NameTraits.MOST;
      for (var h = first; h >= 0 && hits[h] != 0; h++) {
        why.note(hits[h] >>> 24, hits[h] & 0xFFFFFF, label);
      }
    }
    return why.words();
  }

  private void run(int from, int to) {
    var n = to - from;
    if (n * L > scores.length) {
      scores = new int[n * 2 * L];
      backs = new byte[n * 2 * L];
    }
    var most = (filled / L - 1 + n) * NameTraits.MOST;
    if (most > hits.length) {
      hits = Arrays.copyOf(hits, Math.max(hits.length * 2, most));
    }
    Arrays.fill(scores, 0, n * L, 0);
    for (var k = 0; k < n; k++) {
      traits.at(from + k);
      weigh(k);
    }
    keep(from, n);
    way(n);
    var label = best(scores, (n - 1) * L);
    for (var k = n - 1; k >= 0; k--) {
      labels[from + k] = (byte) label;
      label = backs[k * L + label];
    }
    remember(from, to);
  }

  private void keep(int from, int n) {
    if (filled + n * L > own.length) {
      own = Arrays.copyOf(own, Math.max(own.length * 2, filled + n * L));
    }
    System.arraycopy(scores, 0, own, filled, n * L);
    for (var k = 0; k < n; k++) {
      places[from + k] = filled + k * L;
    }
    filled += n * L;
  }

  private void remember(int from, int to) {
    for (var i = from; i < to; i++) {
      var end = end(i, to);
      if (end > i) {
        traits.remember(i, end, (labels[i] - 1) / 2);
      }
      if ((end == i + 1 || labels[i] == 0) && traits.isAlone(i)) {
        alike.computeIfAbsent(traits.words.low(i), _ -> new ArrayList<>()).add(i);
      }
    }
  }

  /// The end of the name that begins at `i`; `i` when none does.
  private int end(int i, int to) {
    if (labels[i] == 0 || isInside(labels[i])) {
      return i;
    }
    var end = i + 1;
    while (end < to && labels[end] == labels[i] + 1) {
      end++;
    }
    return end;
  }

  /// One word by itself is the same all over the text: what it most looks like in all its places.
  private void agree() {
    for (var places : alike.values()) {
      if (places.size() > 1
          && places.stream().anyMatch(i -> labels[i] != labels[places.getFirst()])) {
        var sums = new int[L];
        for (var i : places) {
          for (var label = 0; label < L; label++) {
            sums[label] +=
                isInside(label) ? -1_000_000 : own[this.places[i] + label] + weights.way(0, label);
          }
        }
        var best = best(sums, 0);
        places.forEach(i -> labels[i] = (byte) best);
      }
    }
  }

  private void weigh(int k) {
    var count = (filled / L - 1 + k) * NameTraits.MOST;
    for (var f = 0; f < traits.size; f++) {
      var place = weights.place(traits.keys[f]);
      if (place != 0) {
        weights.add(place, scores, k * L);
        hits[count++] = traits.templates[f] << 24 | place;
      }
    }
    scores[k * L] -= LEAN;
  }

  /// The best way to each label of each token of a run, in place.
  private void way(int n) {
    for (var k = 0; k < n; k++) {
      for (var label = 0; label < L; label++) {
        scores[k * L + label] += k == 0 ? first(label) : before(k, label);
      }
    }
  }

  private int first(int label) {
    return label != 0 && isInside(label) ? -1_000_000 : weights.way(0, label);
  }

  private int before(int k, int label) {
    var from = 0;
    var to = L;
    if (isInside(label)) {
      from = label - 1;
      to = label + 1;
    }
    var best = Integer.MIN_VALUE;
    for (var before = from; before < to; before++) {
      var score = scores[(k - 1) * L + before] + weights.way(before, label);
      if (score > best) {
        best = score;
        backs[k * L + label] = (byte) before;
      }
    }
    return best;
  }

  /// Whether a label is of what follows the beginning of a name.
  static boolean isInside(int label) {
    return label != 0 && label % 2 == 0;
  }

  private static int best(int[] scores, int from) {
    var best = 0;
    for (var label = 1; label < L; label++) {
      best = scores[from + label] > scores[from + best] ? label : best;
    }
    return best;
  }

  private void names(int from, int to) {
    for (var i = from; i < to; i++) {
      var end = end(i, to);
      if (end > i) {
        tagged.add(new Tagged(i, end, TYPES[(labels[i] - 1) / 2]));
      }
    }
  }
}
