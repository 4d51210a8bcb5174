package org.tellings.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Span;

/// Learns the weights of `attribution.txt` from labelled articles. The same articles give the same
/// weights.
///
/// Three models, each logistic: whether a place is a cue, where its content begins, where it ends.
/// Each is learned twice, first of the few traits that sort out most places, then of all traits at
/// the places that are left.
public final class Trainer {

  /// What somebody says: the parts of its content, and the words that say so.
  public record Said(List<Span> content, List<Span> cue) {}

  public record Labelled(String text, List<Said> said) {}

  /// A cue and its content in the cue's sentence, as places; `from` is -1 when it cannot be said.
  private record Gold(int cue, int from, int to) {}

  private record Read(Traits traits, List<Gold> golds) {}

  private static final int MOST_CLASSES = 110;
  private static final double LEAST_RATIO = 0.03;
  private static final double[] LEVELS = {0.06, 0.1, 0.17, 0.25, 0.35, 0.5, 0.65, 0.8};
  private static final long FUNCTION =
      Sort.AUXILIARY.bit
          | Sort.NEGATION.bit
          | Sort.ADVERB.bit
          | Sort.PRONOUN.bit
          | Sort.POSSESSIVE.bit
          | Sort.OBJECT.bit
          | Sort.ARTICLE.bit
          | Sort.CONJUNCTION.bit;

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<String, Integer> cued = new HashMap<>();

  /// Words and endings by their hash, as they are written.
  private final Map<Integer, String> printed = new HashMap<>();

  /// Traits kept, rough and others.
  private final int[] counts = new int[2];

  private final int least;

  private Trainer(int least) {
    this.least = least;
  }

  /// A file of weights. `tags` says how often each word in lower case has each part of speech; a
  /// trait that is met fewer than `least` times has no weight.
  public static String train(
      List<Labelled> articles, Map<String, Map<String, Integer>> tags, int least) {
    return new Trainer(least).learn(articles, tags);
  }

  /// All findings of an article by the weights of such a file.
  public static Function<Article, List<Finding>> extractor(String file) {
    var weights = new Weights(file);
    return article -> Extractors.extractAll(article, weights);
  }

  private String learn(List<Labelled> articles, Map<String, Map<String, Integer>> tags) {
    printed.put(Traits.NAMED, "Xx");
    printed.put(Traits.COUNTED, "00");
    printed.put(Traits.DAYS, "Monday");
    printed.put(Traits.QUOTED, "“”");
    classes(tags);
    articles.forEach(this::count);
    priors();
    var dictionary = new Weights(file());
    List<Read> reads = new ArrayList<>();
    for (var article : articles) {
      var reading = new Reading(article.text());
      for (var i = 0; i < reading.outlines.size(); i++) {
        var outline = reading.outlines.get(i);
        if (outline.size > 0) {
          var traits = new Traits(outline, dictionary, Clauses.of(outline), i == 0);
          reads.add(new Read(traits, golds(article, traits)));
        }
      }
    }
    for (var rough : List.of(true, false)) {
      var soFar = new Weights(file());
      cues(reads, soFar, rough);
      bounds(reads, soFar, true, rough);
      bounds(reads, soFar, false, rough);
    }
    return file();
  }

  private String file() {
    return "# Learned by Trainer (src/bench) of articles that others labelled;"
        + " docs/decisions/0018\n"
        + "# tells how. Weights are in hundredths. Made anew, not edited.\n"
        + "traits "
        + counts[0]
        + " "
        + counts[1]
        + "\n"
        + String.join("\n", lines)
        + "\n";
  }

  /// Classes of words by the parts of speech they mostly have: the first, and a second that at
  /// least every seventh has.
  private void classes(Map<String, Map<String, Integer>> tags) {
    Map<String, List<String>> byClass = new TreeMap<>();
    new TreeMap<>(tags)
        .forEach(
            (word, counts) -> {
              var all = counts.values().stream().mapToInt(Integer::intValue).sum();
              var sorted =
                  counts.entrySet().stream()
                      .sorted(
                          Map.Entry.<String, Integer>comparingByValue()
                              .reversed()
                              .thenComparing(Map.Entry.comparingByKey()))
                      .toList();
              var name = sorted.getFirst().getKey();
              if (all < least || name.startsWith("NNP") || !isPlain(word)) {
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
            Comparator.comparingInt((Map.Entry<String, List<String>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_CLASSES)
        .forEach(e -> lines.add("class " + e.getKey() + ": " + String.join(" ", e.getValue())));
  }

  /// Whether a word can be written in the file as itself.
  private static boolean isPlain(String word) {
    return word.chars().anyMatch(Character::isLetter)
        && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "’'.-&".indexOf(c) >= 0);
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
      var low = words.low(t);
      if (words.isWord(t) || words.mark(t) == ':') {
        seen.merge(low, 1, Integer::sum);
        if (marked[t]) {
          cued.merge(low, 1, Integer::sum);
        }
      }
      if (words.isWord(t) && low.length() > 1 && low.chars().allMatch(Character::isLetter)) {
        printed.put(low.hashCode(), low);
        var end = "-" + low.substring(Math.max(0, low.length() - 3));
        printed.put(end.hashCode(), end);
      }
    }
  }

  private double ratio(String low) {
    return cued.getOrDefault(low, 0) / (seen.getOrDefault(low, 0) + 4.0);
  }

  private void priors() {
    Map<Integer, List<String>> levels = new TreeMap<>();
    for (var word : new TreeMap<>(cued).keySet()) {
      var ratio = ratio(word);
      var isFunction = (Lexicon.sorts(word) & FUNCTION) != 0 && !word.equals("according");
      if (cued.get(word) >= 2
          && ratio >= LEAST_RATIO
          && !isFunction
          && (isPlain(word) || word.equals(":"))) {
        var found = Arrays.binarySearch(LEVELS, ratio);
        var level = found >= 0 ? found + 2 : -found;
        levels.computeIfAbsent(level, _ -> new ArrayList<>()).add(word);
      }
    }
    levels.forEach((level, words) -> lines.add("prior " + level + ": " + String.join(" ", words)));
  }

  private List<Gold> golds(Labelled article, Traits traits) {
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
      var cue = cue(said, traits);
      if (cue >= 0) {
        golds.add(gold(said, traits, cue));
      }
    }
    return golds;
  }

  /// Of the words of a cue the one that is a cue most often; -1 when none ever is.
  private int cue(Said said, Traits traits) {
    var outline = traits.outline;
    var cue = -1;
    var best = -1.0;
    for (var p = 0; p < outline.size; p++) {
      if (traits.prior(p) > 0 && isIn(outline, p, said.cue())) {
        var ratio = ratio(outline.words.low(outline.token(p)));
        if (ratio > best) {
          best = ratio;
          cue = p;
        }
      }
    }
    return cue;
  }

  private static Gold gold(Said said, Traits traits, int cue) {
    var outline = traits.outline;
    var from = -1;
    var to = -1;
    for (var p = outline.sentence(cue); p < outline.sentenceEnd(cue); p++) {
      if (isIn(outline, p, said.content())) {
        from = from < 0 ? p : from;
        to = p + 1;
      }
    }
    while (from >= 0 && from < to && outline.mark(from) != 0 && !traits.mayBegin(from, cue)) {
      from++;
    }
    while (from >= 0 && to > from && outline.mark(to - 1) != 0 && !traits.mayEnd(to, from, cue)) {
      to--;
    }
    var reached = from >= 0 && traits.mayBegin(from, cue) && traits.mayEnd(to, from, cue);
    return new Gold(cue, reached ? from : -1, to);
  }

  private static boolean isIn(Outline outline, int p, List<Span> parts) {
    for (var part : parts) {
      if (outline.start(p) < part.end() && outline.end(p) > part.start()) {
        return true;
      }
    }
    return false;
  }

  private void cues(List<Read> reads, Weights soFar, boolean rough) {
    var learner = new Learner(least);
    List<int[]> rows = new ArrayList<>();
    List<Boolean> truths = new ArrayList<>();
    for (var read : reads) {
      var traits = read.traits();
      var learned = new Learned(traits, soFar);
      for (var p = 0; p < traits.outline.size; p++) {
        var place = p;
        var golds = read.golds().stream().filter(gold -> gold.cue() == place).toList();
        var isCue = !golds.isEmpty();
        if (traits.prior(p) == 0
            || golds.stream().anyMatch(gold -> gold.from() < 0)
            || !rough && !isCue && !learned.mayBeCue(p)) {
          continue;
        }
        if (rough) {
          traits.roughCue(p);
        } else {
          traits.cue(p);
        }
        rows.add(take(learner, traits));
        truths.add(isCue);
      }
    }
    write(learner, learner.yesOrNo(rows, truths), rough);
  }

  private void bounds(List<Read> reads, Weights soFar, boolean starts, boolean rough) {
    var learner = new Learner(least);
    List<int[][]> choices = new ArrayList<>();
    List<Integer> rights = new ArrayList<>();
    for (var read : reads) {
      var traits = read.traits();
      var learned = new Learned(traits, soFar);
      for (var gold : read.golds()) {
        if (gold.from() < 0) {
          continue;
        }
        var p = gold.cue();
        var wanted = starts ? gold.from() : gold.to();
        var n =
            starts ? learned.starts(p, wanted, rough) : learned.ends(gold.from(), p, wanted, rough);
        var rows = new int[n][];
        var right = -1;
        for (var i = 0; i < n; i++) {
          var at = learned.place(i);
          right = at == wanted ? i : right;
          if (starts && rough) {
            traits.roughStart(at, p);
          } else if (starts) {
            traits.start(at, p);
          } else if (rough) {
            traits.roughEnd(at, gold.from(), p);
          } else {
            traits.end(at, gold.from(), p);
          }
          rows[i] = take(learner, traits);
        }
        if (right >= 0) {
          choices.add(rows);
          rights.add(right);
        }
      }
    }
    write(learner, learner.oneOf(choices, rights), rough);
  }

  /// One line for each template and first value, in the order of their names.
  private void write(Learner learner, float[] weights, boolean rough) {
    TreeMap<String, TreeMap<String, Long>> rows = new TreeMap<>();
    for (var id = 0; id < weights.length; id++) {
      var weight = Math.round(weights[id] * 100.0);
      if (Math.abs(weight) >= Learner.LEAST_WEIGHT) {
        var name = learner.named.get(id);
        rows.computeIfAbsent(
                String.format(Locale.ROOT, "%03d ", name[0]) + value(name[1]), _ -> new TreeMap<>())
            .put(value(name[2]), weight);
      }
    }
    counts[rough ? 0 : 1] += rows.values().stream().mapToInt(TreeMap::size).sum();
    rows.forEach(
        (head, others) -> {
          var line = new StringBuilder(head).append(':');
          others.forEach((other, w) -> line.append(' ').append(other).append(' ').append(w));
          lines.add(line.toString());
        });
  }

  private static int[] take(Learner learner, Traits traits) {
    return learner.take(traits.size, traits.keys, traits.templates, traits.ones, traits.others);
  }

  private String value(int value) {
    var word = printed.get(value);
    return word == null ? "#" + value : word;
  }
}
