package bench;

import bench.Counts.Measure;
import bench.PolNear.Labelled;
import bench.PolNear.Stretch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tellings.extract.Trainer;
import org.tellings.model.Span;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;

/// Learns the weights of attributions from PolNeAR's part `train`.
///
/// Arguments: the folder of the sets, the file to write, and the number of folds to score within
/// `train` (0: none, and all of it is learned).
final class Learn {

  private static final Pattern TOKEN =
      Pattern.compile("<word>([^<]*)</word>.*?<POS>([^<]*)</POS>", Pattern.DOTALL);

  private Learn() {}

  public static void main(String[] args) throws Exception {
    var data = Path.of(args[0]);
    var folds = Integer.parseInt(args[2]);
    var articles = PolNear.read(data, "train");
    var tags = tags(data);
    if (folds == 0) {
      Files.write(Path.of(args[1]), Trainer.train(articles.stream().map(Learn::labelled).toList(), tags));
      return;
    }
    if (folds < 0) {
      var lines = Files.readAllLines(Path.of(args[1]));
      List<Labelled> some = new ArrayList<>();
      for (var i = 0; i < articles.size(); i += 4) {
        some.add(articles.get(i));
      }
      var score = QuoteScore.of(folds == -1 ? PolNear.read(data, "dev") : some, Trainer.extractor(lines));
      print(score, folds == -1 ? "dev" : "fold");
      if (Boolean.getBoolean("errors")) { IO.println(score.errors);  score.misses.sort(null); Files.write(Path.of("/tmp/attr/cvmisses.tsv"), score.misses); }
      return;
    }
    for (var fold = 0; fold < Math.min(folds, Integer.getInteger("folds", folds)); fold++) {
      List<Labelled> learned = new ArrayList<>();
      List<Labelled> scored = new ArrayList<>();
      for (var i = 0; i < articles.size(); i++) {
        (i % folds == fold ? scored : learned).add(articles.get(i));
      }
      var begun = System.nanoTime();
      var lines = Trainer.train(learned.stream().map(Learn::labelled).toList(), tags);
      System.err.println("learned in " + (System.nanoTime() - begun) / 1_000_000 + " ms, lines " + lines.size());
      Files.write(Path.of(args[1] + fold), lines);
      for (var least : System.getProperty("thresholds", "0.3").split(",")) {
        System.setProperty("threshold", least);
      var score = QuoteScore.of(scored, Trainer.extractor(lines));
      print(score, least);
      if (Boolean.getBoolean("errors")) { IO.println(score.errors);  score.misses.sort(null); Files.write(Path.of("/tmp/attr/cvmisses.tsv"), score.misses); }
      }
    }
  }

  private static void print(QuoteScore score, String least) {
      for (var m : List.of(Measure.WHOLE_EXACT, Measure.WHOLE, Measure.QUOTED_SPEAKER, Measure.SPEAKER)) {
        var c = score.counts.get(m);
        IO.println(String.format(Locale.ROOT, "%s %s %.2f p %.2f r %.2f", least, m, c.value(), c.precision(), c.recall()));
      }
  }

  /// How often each word in lower case has each part of speech, by the parses that come with the
  /// set.
  private static Map<String, Map<String, Integer>> tags(Path data) throws IOException {
    var cache = Path.of("/tmp/attr/tags.tsv");
    Map<String, Map<String, Integer>> tags = new HashMap<>();
    if (Files.exists(cache)) {
      for (var line : Files.readAllLines(cache)) {
        var f = line.split("\t");
        tags.computeIfAbsent(f[0], _ -> new HashMap<>()).put(f[1], Integer.parseInt(f[2]));
      }
      return tags;
    }
    try (var files = Files.list(data.resolve("polnear/data/train/corenlp"))) {
      for (var file : files.sorted().toList()) {
        var match = TOKEN.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (match.find()) {
          tags.computeIfAbsent(match.group(1).toLowerCase(Locale.ROOT), _ -> new HashMap<>())
              .merge(match.group(2), 1, Integer::sum);
        }
      }
    }
    List<String> out = new ArrayList<>();
    tags.forEach((w, m) -> m.forEach((t, n) -> out.add(w + "\t" + t + "\t" + n)));
    Files.write(cache, out);
    return tags;
  }

  private static Trainer.Labelled labelled(Labelled article) {
    var name = article.name() + ".txt";
    var bytes = article.text().getBytes(StandardCharsets.UTF_8);
    if (!(Readers.forFile(name, bytes).orElseThrow().read(name, bytes) instanceof Outcome.Read read)) {
      throw new IllegalStateException("cannot be read: " + name);
    }
    var text = read.article().text();
    var places = Places.of(text, article.text());
    List<Trainer.Said> said = new ArrayList<>();
    for (var one : article.said()) {
      var content =
          one.parts().stream().map(c -> span(c, places)).filter(c -> c != null).toList();
      if (!content.isEmpty()) {
        said.add(
            new Trainer.Said(
                content, one.cue().stream().map(c -> span(c, places)).filter(c -> c != null).toList()));
      }
    }
    return new Trainer.Labelled(text, said);
  }

  private static Span span(Stretch at, int[] places) {
    var from = at(places, at.from());
    var to = at(places, at.to());
    return from < to ? new Span(from, to) : null;
  }

  private static int at(int[] places, int offset) {
    var found = Arrays.binarySearch(places, offset);
    while (found > 0 && places[found - 1] == offset) {
      found--;
    }
    return found >= 0 ? found : -found - 1;
  }
}
