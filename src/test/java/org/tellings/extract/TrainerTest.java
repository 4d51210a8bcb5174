package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Finding.Quote;

/// The trainer of `src/bench`, run as a program of its own on made-up articles in the form of the
/// set it is for, learns what stands in them, and learns the same again.
final class TrainerTest {

  private static final long SEED = 20260727;
  private static final List<String> NAMES =
      List.of("Ada Ortiz", "Viktor Sandell", "Tomas Brandt", "The council", "The port");
  private static final List<String> CUES = List.of("grunks", "grunked", "plorts", "plorted");
  private static final List<String> TOLD =
      List.of(
          "that the bridge was old",
          "that the harbour is too deep for ships",
          "that nobody had tested the lamps",
          "that the road leads to the sea");
  private static final List<String> PLAIN =
      List.of(
          "The ferry left before noon.",
          "Two lamps burn above the quay.",
          "The old road leads to the sea.",
          "Workers painted the bridge that stands by the mill.");

  @TempDir Path folder;

  @Test
  void learnsWhatTheArticlesHaveAndTheSameAgain() throws IOException, InterruptedException {
    write(new Random(SEED));
    var classes = folder.resolve("classes");
    Trainers.compile("Learn", classes);
    var first = learned(classes, "first.txt");
    assertEquals(first, learned(classes, "second.txt"));
    assertTrue(
        first.lines().anyMatch(line -> line.matches("(?:08|09|10)\\d .*")),
        "of all traits too it is learned where a content ends");
    var weights = new Weights(first);
    assertTrue(weights.prior(weights.word("grunked".hashCode())) > 5);
    assertEquals(0, weights.prior(weights.word("bridge".hashCode())));
    var text = "Mira Holm grunked that the harbour was old. The ferry left before noon.";
    var reading = new Reading(text);
    var found = QuoteExtractor.extract(reading, new Speakers(reading), weights).quotes();
    assertEquals(List.of("the harbour was old"), found.stream().map(q -> in(q, text)).toList());
    var quote = found.getFirst();
    assertEquals("Mira Holm", quote.speaker().name().orElse(""));
    assertTrue(quote.rule().startsWith("quote.learned/1 "), quote.rule());
    assertEquals(3, quote.rule().split(";").length, quote.rule());
  }

  @Test
  void aLineThatIsNoneIsNamed() {
    var broken =
        assertThrows(
            IllegalStateException.class, () -> new Weights("traits 1 8\n045 said: that x\n"));
    assertEquals("attribution.txt: cannot be read: 045 said: that x", broken.getMessage());
  }

  private static String in(Quote quote, String text) {
    return quote.span().in(text);
  }

  private String learned(Path classes, String name) throws IOException, InterruptedException {
    var out = folder.resolve(name);
    Trainers.learn(
        "Learn", classes, List.of(folder.resolve("data").toString(), out.toString(), "0"));
    return Files.readString(out);
  }

  /// Forty articles with their labels and parts of speech.
  private void write(Random random) throws IOException {
    var train = folder.resolve("data/polnear/data/train");
    for (var part : List.of("text", "attributions", "corenlp")) {
      Files.createDirectories(train.resolve(part));
    }
    for (var i = 0; i < 40; i++) {
      var text = new StringBuilder();
      var labels = new StringBuilder();
      for (var k = 0; k < 6; k++) {
        text.append(any(PLAIN, random)).append(' ');
        var name = any(NAMES, random);
        var cue = any(CUES, random);
        var told = any(TOLD, random);
        var at = text.length();
        text.append(name).append(' ').append(cue).append(' ').append(told).append(".\n\n");
        label(labels, 3 * k + 1, "Source", at, name);
        label(labels, 3 * k + 2, "Cue", at + name.length() + 1, cue);
        // who labelled them did not always agree where it ends
        var labelled = random.nextInt(6) == 0 ? told.substring(0, told.lastIndexOf(' ')) : told;
        label(labels, 3 * k + 3, "Content", at + name.length() + cue.length() + 2, labelled);
        labels.append(
            "E%d\tAttribution:T%d Content:T%d Cue:T%d Source:T%d\n"
                .formatted(k + 1, 3 * k + 2, 3 * k + 3, 3 * k + 2, 3 * k + 1));
      }
      var article = "made_%02d".formatted(i);
      Files.writeString(train.resolve("text").resolve(article + ".txt"), text);
      Files.writeString(train.resolve("attributions").resolve(article + "_a.ann"), labels);
      Files.writeString(
          train.resolve("corenlp").resolve(article + ".xml"),
          text.toString()
              .lines()
              .flatMap(line -> Stream.of(line.split("[ .]+")))
              .map(TrainerTest::token)
              .collect(Collectors.joining("\n")));
    }
  }

  private static String token(String word) {
    var tag =
        CUES.contains(word) || List.of("was", "is", "had", "left", "leads").contains(word)
            ? "VBD"
            : List.of("the", "that", "to", "for").contains(word) ? "IN" : "NN";
    return "<word>" + word + "</word><POS>" + tag + "</POS>";
  }

  private static void label(StringBuilder to, int number, String role, int at, String words) {
    to.append("T%d\t%s %d %d\t%s\n".formatted(number, role, at, at + words.length(), words));
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
