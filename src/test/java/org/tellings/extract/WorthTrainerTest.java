package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Heading;

/// The trainer of what is worth checking, run on made-up sentences in the form of the set it is
/// for, learns what stands in them, and learns the same again; and what the program has learned.
final class WorthTrainerTest {

  private static final long SEED = 20261128;
  private static final List<String> NAMES = List.of("Mira Holm", "The council", "Tomas Brandt");

  @TempDir Path folder;

  @Test
  void learnsWhatTheSentencesHaveAndTheSameAgain() throws IOException, InterruptedException {
    var random = new Random(SEED);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (var i = 0; i < 120; i++) {
      var name = NAMES.get(random.nextInt(NAMES.size()));
      var row = new LinkedHashMap<String, Object>();
      row.put("sentence_id", 1000 - i);
      row.put("label", i % 3 == 0 ? 1 : 0);
      row.put(
          "text",
          i % 3 == 0
              ? name + " grunked " + (100 + random.nextInt(800)) + " lamps in May."
              : name + " plorts and plorts about the sea.");
      rows.add(row);
    }
    var set = Files.createDirectories(folder.resolve("data/claimbuster/data/two_class"));
    Files.writeString(set.resolve("train.json"), Json.line(rows));
    var classes = folder.resolve("classes");
    Trainers.compile("LearnWorth", classes);
    var first = learned(classes, "first.txt");
    assertEquals(first, learned(classes, "second.txt"));
    assertTrue(worth(first, "The port grunked 120 lamps.") > 0.7);
    assertTrue(worth(first, "The port plorts.") < 0.3);
  }

  private static double worth(String weights, String sentence) {
    var reading = new Reading(sentence);
    return new Worth(reading.words, ClaimExtractor.begins(reading), new Weights(weights))
        .of(0, reading.words.size());
  }

  private String learned(Path classes, String name) throws IOException, InterruptedException {
    var out = folder.resolve(name);
    Trainers.learn(
        "LearnWorth", classes, List.of(folder.resolve("data").toString(), out.toString(), "0"));
    return Files.readString(out);
  }

  /// Sentences in the order in which people would check them.
  @Test
  void whatCanBeLookedUpIsWorthMoreThanOpinionsQuestionsAndWhatIsToCome() {
    var told =
        List.of(
            "The council spent 4 million crowns on the bridge in 2019.",
            "The council bought the mill from a bank.",
            "The council will look at the bridge.",
            "I think we should all be nice to each other.");
    var worth = told.stream().map(WorthTrainerTest::worth).toList();
    assertEquals(worth.stream().sorted(java.util.Comparator.reverseOrder()).toList(), worth);
    assertTrue(worth.getFirst() >= 0.8, () -> "a sum and a year: " + worth);
    assertTrue(worth.getLast() <= 0.2, () -> "an opinion: " + worth);
  }

  private static double worth(String sentence) {
    var reading = new Reading(sentence);
    return new Worth(reading.words, ClaimExtractor.begins(reading), Weights.ofWorth())
        .of(0, reading.words.size());
  }

  @Test
  void whatWeighedMostIsTold() {
    var text = "The council spent 4 million crowns on the bridge in 2019. Nobody came.";
    var article = Article.of("a.txt", Heading.NONE, text, List.of());
    var claim =
        Extractors.extractAll(article).stream()
            .filter(Claim.class::isInstance)
            .findFirst()
            .orElseThrow();
    var why = Extractors.whyChecked(article, List.of(claim.span()));
    assertEquals(1, why.size());
    assertTrue(
        why.getFirst().matches("(?:\\S.*? [+-]\\d\\.\\d, ){2}\\S.* [+-]\\d\\.\\d"), why::toString);
    assertTrue(why.getFirst().contains("figures +"), why::toString);
  }
}
