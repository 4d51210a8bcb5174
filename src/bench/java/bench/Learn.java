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
import java.util.Objects;
import java.util.regex.Pattern;
import org.tellings.extract.Trainer;
import org.tellings.model.Span;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;

/// Learns the weights of attributions from PolNeAR's part `train`, or scores within it how good
/// they are.
///
/// Arguments: the folder of the sets (with `train/corenlp`, whose parts of speech make the classes
/// of words), the file to write, and a number of folds: 0 learns of all and writes the file, more
/// learn of all but one and score that one, each in turn, and write nothing.
final class Learn {

  /// Traits met less often in all of `train` have no weight.
  private static final int LEAST = 6;

  private static final Pattern TOKEN =
      Pattern.compile("<word>([^<]*)</word>.*?<POS>([^<]*)</POS>", Pattern.DOTALL);

  private Learn() {}

  public static void main(String[] args) throws IOException {
    var data = Path.of(args[0]);
    var folds = Integer.parseInt(args[2]);
    var articles = PolNear.read(data, "train");
    var tags = tags(data);
    if (folds == 0) {
      var learned = articles.stream().map(Learn::labelled).toList();
      Files.writeString(Path.of(args[1]), Trainer.train(learned, tags, LEAST));
      return;
    }
    for (var fold = 0; fold < folds; fold++) {
      List<Labelled> scored = new ArrayList<>();
      List<Trainer.Labelled> learned = new ArrayList<>();
      for (var i = 0; i < articles.size(); i++) {
        if (i % folds == fold) {
          scored.add(articles.get(i));
        } else {
          learned.add(labelled(articles.get(i)));
        }
      }
      var file = Trainer.train(learned, tags, LEAST);
      print("rules alone, fold " + fold, QuoteScore.of(scored, Trainer.extractor("")));
      print("learned, fold " + fold, QuoteScore.of(scored, Trainer.extractor(file)));
    }
  }

  private static void print(String what, QuoteScore score) {
    score.counts.forEach(
        (measure, count) ->
            IO.println(
                String.format(
                    Locale.ROOT,
                    "%s: %s F1 %.2f precision %.2f recall %.2f",
                    what,
                    measure == Measure.SPEAKER ? "SPEAKER (of those found)" : measure.name(),
                    count.value(),
                    count.precision(),
                    count.recall())));
  }

  /// How often each word in lower case has each part of speech, by the parses that come with the
  /// set.
  private static Map<String, Map<String, Integer>> tags(Path data) throws IOException {
    Map<String, Map<String, Integer>> tags = new HashMap<>();
    try (var files = Files.list(data.resolve("polnear/data/train/corenlp"))) {
      for (var file : files.sorted().toList()) {
        var match = TOKEN.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (match.find()) {
          tags.computeIfAbsent(match.group(1).toLowerCase(Locale.ROOT), _ -> new HashMap<>())
              .merge(match.group(2), 1, Integer::sum);
        }
      }
    }
    return tags;
  }

  private static Trainer.Labelled labelled(Labelled article) {
    var name = article.name() + ".txt";
    var bytes = article.text().getBytes(StandardCharsets.UTF_8);
    var reader = Readers.forFile(name, bytes).orElseThrow();
    if (!(reader.read(name, bytes) instanceof Outcome.Read read)) {
      throw new IllegalStateException("cannot be read: " + name);
    }
    var text = read.article().text();
    var places = Places.of(text, article.text());
    List<Trainer.Said> said = new ArrayList<>();
    for (var one : article.said()) {
      var content = spans(one.parts(), places);
      if (!content.isEmpty()) {
        said.add(new Trainer.Said(content, spans(one.cue(), places)));
      }
    }
    return new Trainer.Labelled(text, said);
  }

  private static List<Span> spans(List<Stretch> stretches, int[] places) {
    return stretches.stream().map(at -> span(at, places)).filter(Objects::nonNull).toList();
  }

  private static Span span(Stretch at, int[] places) {
    var from = at(places, at.from());
    var to = at(places, at.to());
    return from < to ? new Span(from, to) : null;
  }

  /// The first character of the article that stands at or behind an offset of the file.
  private static int at(int[] places, int offset) {
    var found = Arrays.binarySearch(places, offset);
    while (found > 0 && places[found - 1] == offset) {
      found--;
    }
    return found >= 0 ? found : -found - 1;
  }
}
