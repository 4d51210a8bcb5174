package org.tellings.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Span;

/// Learns the weights of `attribution.txt` from labelled articles. The same articles give the same
/// weights.
public final class Trainer {

  /// What somebody says: its content from its first character to its last, and the words that say
  /// so.
  public record Said(List<Span> content, List<Span> cue) {}

  public record Labelled(String text, List<Said> said) {}

  private record Gold(int cue, int from, int to) {}

  private record Read(Traits traits, List<Gold> golds) {}

  private static final int ROUNDS = Integer.getInteger("rounds", 8);
  private static final int LEAST = Integer.getInteger("least", 3);
  private static final float LASSO = Float.parseFloat(System.getProperty("lasso", "0"));
  private static final int SKIPPED = Integer.getInteger("skipped", 2);
  private static final double PRUNE = Double.parseDouble(System.getProperty("prune", "0.05"));
  private static final float RATE = Float.parseFloat(System.getProperty("rate", "0.15"));
  private static final float DECAY = Float.parseFloat(System.getProperty("decay", "0.00001"));

  private final List<String> lines = new ArrayList<>();
  /// Traits kept, rough and fine.
  private final int[] counts = new int[2];

  /// Words and endings by their hash, as they are written.
  private final Map<Integer, String> printed = new HashMap<>();

  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> cued = new HashMap<>();

  /// The lines of a file of weights. `tags` says how often each word in lower case has each part of
  /// speech.
  public static List<String> train(
      List<Labelled> articles, Map<String, Map<String, Integer>> tags) {
    return new Trainer().learn(articles, tags);
  }

  /// All findings of an article by the weights of some lines.
  public static Function<Article, List<Finding>> extractor(List<String> lines) {
    var weights = new Weights(lines);
    return article -> Extractors.extractAll(article, weights);
  }

  private List<String> learn(List<Labelled> articles, Map<String, Map<String, Integer>> tags) {
    printed.put(Traits.NAMED, "Xx");
    printed.put(Traits.COUNTED, "00");
    printed.put(Traits.QUOTED, "“”");
    classes(tags);
    articles.forEach(this::count);
    priors();
    var dictionary = new Weights(counted());
    List<Read> reads = new ArrayList<>();
    var unreached = new int[4];
    for (var article : articles) {
      var reading = new Reading(article.text());
      for (var i = 0; i < reading.outlines.size(); i++) {
        var outline = reading.outlines.get(i);
        if (outline.size == 0) {
          continue;
        }
        var traits = new Traits(outline, dictionary, Clauses.of(outline), i == 0);
        reads.add(new Read(traits, golds(article, traits, unreached)));
      }
    }
    System.err.println("golds " + Arrays.toString(unreached));
    for (var rough : List.of(true, false)) {
      var soFar = new Weights(counted());
      cues(reads, soFar, rough);
      bounds(reads, soFar, true, rough);
      bounds(reads, soFar, false, rough);
    }
    return counted();
  }

  /// The lines behind one that says how many traits they hold.
  private List<String> counted() {
    List<String> all = new ArrayList<>();
    all.add("traits " + counts[0] + " " + counts[1]);
    all.addAll(lines);
    return all;
  }

  private void classes(Map<String, Map<String, Integer>> tags) {
    Map<String, List<String>> byClass = new TreeMap<>();
    new TreeMap<>(tags)
        .forEach(
            (word, counts) -> {
              var all = counts.values().stream().mapToInt(Integer::intValue).sum();
              if (all < 3 || !word.chars().anyMatch(Character::isLetter) || word.contains(" ")) {
                return;
              }
              var sorted =
                  counts.entrySet().stream()
                      .sorted(
                          Map.Entry.<String, Integer>comparingByValue()
                              .reversed()
                              .thenComparing(Map.Entry.comparingByKey()))
                      .toList();
              var name = sorted.getFirst().getKey();
              if (name.startsWith("NNP")) {
                return;
              }
              if (sorted.size() > 1
                  && sorted.get(1).getValue() >= 0.15 * all
                  && !sorted.get(1).getKey().startsWith("NNP")) {
                name += "|" + sorted.get(1).getKey();
              }
              byClass.computeIfAbsent(name, _ -> new ArrayList<>()).add(word);
            });
    byClass.entrySet().stream()
        .sorted(
            java.util.Comparator.comparingInt(
                    (Map.Entry<String, List<String>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(110)
        .forEach(e -> lines.add("class " + e.getKey() + ": " + String.join(" ", e.getValue())));
  }

  private void count(Labelled article) {
    var words = new Words(article.text());
    var marked = new boolean[words.size() + 1];
    for (var said : article.said()) {
      for (var part : said.cue()) {
        for (var t = words.at(part.start()); t < words.size() && words.start(t) < part.end(); t++) {
          marked[t] = true;
        }
      }
    }
    for (var t = 0; t < words.size(); t++) {
      if (words.isWord(t) || words.mark(t) == ':') {
        var low = words.low(t);
        seen.merge(low, 1, Integer::sum);
        if (words.isWord(t) && low.chars().allMatch(Character::isLetter) && low.length() > 1) {
          printed.put(low.hashCode(), low);
          var end = "-" + low.substring(Math.max(0, low.length() - 3));
          printed.put(end.hashCode(), end);
          var stem = low.substring(0, Math.min(5, low.length()));
          printed.putIfAbsent(stem.hashCode(), stem);
        }
        if (marked[t]) {
          cued.merge(words.low(t), 1, Integer::sum);
        }
      }
    }
  }

  private double ratio(String low) {
    return cued.getOrDefault(low, 0) / (seen.getOrDefault(low, 0) + 4.0);
  }

  private void priors() {
    Map<String, Integer> heads = new HashMap<>(cued);
    Map<Integer, List<String>> levels = new TreeMap<>();
    for (var word : new TreeMap<>(heads).keySet()) {
      var ratio = ratio(word);
      if (cued.get(word) < 2 || ratio < 0.03 || isFunction(word)) {
        continue;
      }
      var level = ratio < 0.06 ? 1 : ratio < 0.1 ? 2 : ratio < 0.17 ? 3 : ratio < 0.25 ? 4 : ratio < 0.35 ? 5 : ratio < 0.5 ? 6 : ratio < 0.65 ? 7 : ratio < 0.8 ? 8 : 9;
      levels.computeIfAbsent(level, _ -> new ArrayList<>()).add(word);
    }
    levels.forEach((level, words) -> lines.add("prior " + level + ": " + String.join(" ", words)));
  }

  private static boolean isFunction(String word) {
    return !word.equals("according")
        && (Lexicon.sorts(word)
                & (Lexicon.Sort.AUXILIARY.bit
                    | Lexicon.Sort.NEGATION.bit
                    | Lexicon.Sort.ADVERB.bit
                    | Lexicon.Sort.PRONOUN.bit
                    | Lexicon.Sort.POSSESSIVE.bit
                    | Lexicon.Sort.OBJECT.bit
                    | Lexicon.Sort.ARTICLE.bit
                    | Lexicon.Sort.CONJUNCTION.bit))
            != 0;
  }

  private List<Gold> golds(Labelled article, Traits traits, int[] unreached) {
    var outline = traits.outline;
    List<Gold> golds = new ArrayList<>();
    var first = outline.start(0);
    var last = outline.end(outline.size - 1);
    for (var said : article.said()) {
      if (said.cue().isEmpty()
          || said.cue().getFirst().start() < first
          || said.cue().getFirst().start() >= last) {
        continue;
      }
      unreached[0]++;
      var cue = -1;
      var best = -1.0;
      for (var part : said.cue()) {
        for (var p = 0; p < outline.size; p++) {
          if (outline.token(p) >= 0 && outline.start(p) < part.end() && outline.end(p) > part.start()) {
            var low = outline.words.low(outline.token(p));
            if (traits.prior(p) > 0 && ratio(low) > best) {
              best = ratio(low);
              cue = p;
            }
          }
        }
      }
      if (cue < 0) {
        unreached[1]++;
        continue;
      }
      var from = -1;
      var to = -1;
      for (var p = outline.sentence(cue); p < outline.sentenceEnd(cue); p++) {
        if (isIn(outline, p, said.content())) {
          from = from < 0 ? p : from;
          to = p + 1;
        }
      }
      if (from >= 0 && (!traits.mayBegin(from, cue) || !traits.mayEnd(to, from, cue))) {
        while (from < to && !traits.mayBegin(from, cue) && from != cue && outline.mark(from) != 0) {
          from++;
        }
        while (to > from && !traits.mayEnd(to, from, cue) && outline.mark(to - 1) != 0) {
          to--;
        }
      }
      if (from < 0) {
        unreached[2]++;
      } else if (!traits.mayBegin(from, cue) || !traits.mayEnd(to, from, cue)) {
        unreached[3]++;
        from = -1;
      }
      golds.add(new Gold(cue, from, to));
    }
    return golds;
  }

  private static boolean isIn(Outline outline, int p, List<Span> parts) {
    for (var part : parts) {
      if (outline.start(p) < part.end() && outline.end(p) > part.start()) {
        return true;
      }
    }
    return false;
  }

  /// Traits of many places, each under its number, and how often each was met.
  private static final class Store {
    final Map<Integer, Integer> numbers = new HashMap<>();
    int[] counts = new int[1 << 16];
    final List<int[]> named = new ArrayList<>();

    int[] take(Traits traits) {
      var ids = new int[traits.size];
      for (var i = 0; i < traits.size; i++) {
        var id = numbers.get(traits.keys[i]);
        if (id == null) {
          id = numbers.size();
          numbers.put(traits.keys[i], id);
          named.add(new int[] {traits.templates[i], traits.ones[i], traits.others[i]});
          if (id == counts.length) {
            counts = Arrays.copyOf(counts, id * 2);
          }
        }
        counts[id]++;
        ids[i] = id;
      }
      return ids;
    }
  }

  private void write(Store store, float[] weights, boolean rough) {
    TreeMap<String, TreeMap<String, Long>> rows = new TreeMap<>();
    for (var id = 0; id < weights.length; id++) {
      if (Math.abs(weights[id]) >= PRUNE) {
        var name = store.named.get(id);
        rows.computeIfAbsent(
                String.format(Locale.ROOT, "%03d ", name[0]) + value(name[1]),
                _ -> new TreeMap<>())
            .put(value(name[2]), Math.round(weights[id] * 100.0));
      }
    }
    counts[rough ? 0 : 1] += rows.values().stream().mapToInt(TreeMap::size).sum();
    rows.forEach(
        (head, others) -> {
          var line = new StringBuilder(head).append(':');
          others.forEach((other, weight) -> line.append(' ').append(other).append(' ').append(weight));
          lines.add(line.toString());
        });
  }

  private String value(int value) {
    var word = printed.get(value);
    return word == null ? "#" + value : word;
  }

  private void cues(List<Read> reads, Weights soFar, boolean rough) {
    var store = new Store();
    List<int[]> rows = new ArrayList<>();
    List<Boolean> truths = new ArrayList<>();
    var missed = 0;
    for (var read : reads) {
      var learned = new Learned(read.traits(), soFar);
      for (var p = 0; p < read.traits().outline.size; p++) {
        if (read.traits().prior(p) == 0) {
          continue;
        }
        var truth = false;
        var skip = false;
        for (var gold : read.golds()) {
          truth |= gold.cue() == p;
          skip |= gold.cue() == p && gold.from() < 0;
        }
        if (!rough && !learned.mayBeCue(p)) {
          missed += truth ? 1 : 0;
          skip |= !truth;
        }
        if (!skip) {
          if (rough) {
            read.traits().roughCue(p);
          } else {
            read.traits().cue(p);
          }
          rows.add(store.take(read.traits()));
          truths.add(truth);
        }
      }
    }
    System.err.println("cue places " + rows.size() + " traits " + store.numbers.size() + " missed " + missed);
    var weights = new float[store.numbers.size()];
    var squares = new float[weights.length];
    var sums = new float[weights.length];
    for (var round = 0; round < ROUNDS; round++) {
      for (var i : shuffled(rows.size(), round)) {
        var row = rows.get(i);
        var sum = 0f;
        for (var id : row) {
          sum += weights[id];
        }
        var slope = (float) (Learned.chance(sum) - (truths.get(i) ? 1 : 0));
        for (var id : row) {
          step(weights, squares, store.counts, id, slope);
        }
      }
      gather(sums, weights, round);
    }
    write(store, sums, rough);
  }

  private static int[] shuffled(int size, int round) {
    var order = new int[size];
    var random = new java.util.SplittableRandom(round + 1);
    for (var i = 0; i < size; i++) {
      var j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static void step(float[] weights, float[] squares, int[] counts, int id, float slope) {
    if (counts[id] < LEAST) {
      return;
    }
    var by = slope + DECAY * weights[id];
    squares[id] += by * by;
    var size = RATE / (float) Math.sqrt(squares[id] + 1e-6);
    var moved = weights[id] - size * by;
    var shrunk = Math.max(0, Math.abs(moved) - size * LASSO);
    weights[id] = moved < 0 ? -shrunk : shrunk;
  }

  private void bounds(List<Read> reads, Weights soFar, boolean starts, boolean rough) {
    var store = new Store();
    List<int[][]> choices = new ArrayList<>();
    List<Integer> rights = new ArrayList<>();
    var missed = 0;
    for (var read : reads) {
      var traits = read.traits();
      var learned = new Learned(traits, soFar);
      for (var gold : read.golds()) {
        if (gold.from() < 0) {
          continue;
        }
        var p = gold.cue();
        List<int[]> rows = new ArrayList<>();
        var right = -1;
        var to = traits.outline.sentenceEnd(p);
        var n = starts ? learned.starts(p, -1) : learned.ends(gold.from(), p, -1);
        var wanted = starts ? gold.from() : gold.to();
        var there = false;
        for (var i = 0; i < n; i++) {
          there |= learned.place(i) == wanted;
        }
        missed += there ? 0 : 1;
        if (rough) {
          for (var at = traits.outline.sentence(p); at <= to; at++) {
            if (starts
                ? at < to && traits.mayBegin(at, p)
                : traits.mayEnd(at, gold.from(), p)) {
              right = at == wanted ? rows.size() : right;
              if (starts) {
                traits.roughStart(at, p);
              } else {
                traits.roughEnd(at, gold.from(), p);
              }
              rows.add(store.take(traits));
            }
          }
        } else {
          n = starts ? learned.starts(p, wanted) : learned.ends(gold.from(), p, wanted);
          for (var i = 0; i < n; i++) {
            right = learned.place(i) == wanted ? i : right;
            if (starts) {
              traits.start(learned.place(i), p);
            } else {
              traits.end(learned.place(i), gold.from(), p);
            }
            rows.add(store.take(traits));
          }
        }
        if (right >= 0) {
          choices.add(rows.toArray(int[][]::new));
          rights.add(right);
        }
      }
    }
    System.err.println((starts ? "starts " : "ends ") + choices.size() + " traits " + store.numbers.size() + " missed " + missed);
    var weights = new float[store.numbers.size()];
    var squares = new float[weights.length];
    var sums = new float[weights.length];
    for (var round = 0; round < ROUNDS; round++) {
      var good = 0;
      for (var i : shuffled(choices.size(), round)) {
        var rows = choices.get(i);
        var scores = new double[rows.length];
        var most = Double.NEGATIVE_INFINITY;
        for (var k = 0; k < rows.length; k++) {
          for (var id : rows[k]) {
            scores[k] += weights[id];
          }
          most = Math.max(most, scores[k]);
        }
        good += scores[rights.get(i)] == most ? 1 : 0;
        var sum = 0d;
        for (var k = 0; k < rows.length; k++) {
          scores[k] = Math.exp(scores[k] - most);
          sum += scores[k];
        }
        for (var k = 0; k < rows.length; k++) {
          var slope = (float) (scores[k] / sum - (k == rights.get(i) ? 1 : 0));
          if (Math.abs(slope) > 1e-3) {
            for (var id : rows[k]) {
              step(weights, squares, store.counts, id, slope);
            }
          }
        }
      }
      gather(sums, weights, round);
      if (round == ROUNDS - 1) System.err.println("fit " + good / (double) choices.size());
    }
    write(store, sums, rough);
  }

  /// Adds a share of the weights of a later round to their mean.
  private static void gather(float[] sums, float[] weights, int round) {
    if (round >= SKIPPED) {
      for (var id = 0; id < sums.length; id++) {
        sums[id] += weights[id] / (ROUNDS - SKIPPED);
      }
    }
  }
}
