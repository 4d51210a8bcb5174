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
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Mention;

/// The trainer of names of `src/bench`, run as a program of its own on made-up texts, learns what
/// stands in them, and learns the same again.
final class NameTrainerTest {

  private static final long SEED = 20261127;
  private static final String SOUNDS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  @TempDir Path folder;

  @Test
  void learnsWhatTheTextsHaveAndTheSameAgain() throws IOException, InterruptedException {
    var random = new Random(SEED);
    Files.createDirectories(folder.resolve("texts"));
    Files.writeString(folder.resolve("texts/made.txt"), texts(random, 150));
    Files.writeString(folder.resolve("certain.txt"), texts(random, 20));
    Files.writeString(
        folder.resolve("texts/classes.tsv"), "grunked\t101\t-\nin\t110\t-\nby\t111\t0010l\n");
    var classes = folder.resolve("classes");
    Trainers.compile("LearnNames", classes);
    var first = learned(classes, "first.txt");
    assertEquals(first, learned(classes, "second.txt"));
    var text = "Nobody came. Rodal Tevik grunked in Mobas by Tuesday. Tevik left.";
    assertEquals(
        List.of("Rodal Tevik PERSON", "Mobas PLACE", "Tevik PERSON"),
        MentionExtractor.extract(new Words(text), new NameWeights(first)).stream()
            .map(mention -> mention.span().in(text) + " " + mention.type())
            .toList());
    var place = mention(text, first, EntityType.PLACE);
    assertTrue(place.rule().startsWith("mention.learned/1 "), place.rule());
    assertTrue(place.rule().contains("“in” before it +"), place.rule());
  }

  @Test
  void aLineThatIsNoneIsNamed() {
    var broken =
        assertThrows(
            IllegalStateException.class, () -> new NameWeights("traits 1 8\n45 said: p1 z4\n"));
    assertEquals("tagging.txt: cannot be read: 45 said: p1 z4", broken.getMessage());
  }

  @Test
  void withoutWeightsTheRulesReadAlone() {
    var text = "Senator Castellan voted. Zimmerdale did not.";
    assertEquals(
        List.of("Castellan"),
        MentionExtractor.extract(new Words(text), NameWeights.NOTHING).stream()
            .map(Mention::name)
            .toList());
  }

  private static Mention mention(String text, String weights, EntityType type) {
    return MentionExtractor.extract(new Words(text), new NameWeights(weights)).stream()
        .filter(mention -> mention.type() == type)
        .findFirst()
        .orElseThrow();
  }

  private static String texts(Random random, int count) {
    return Stream.generate(() -> text(random)).limit(count).collect(Collectors.joining("\n\n"));
  }

  /// People grunk in places; a day is no name.
  private static String text(Random random) {
    var surname = word(random);
    return "# why: made up\nNobody came. [[%s %s]]{person} grunked in [[%s]]{place} by Tuesday. [[%s]]{person} left. The %s was shut."
        .formatted(
            word(random),
            surname,
            word(random),
            surname,
            word(random).toLowerCase(java.util.Locale.ROOT));
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (var i = 0; i < 2; i++) {
      word.append(SOUNDS.charAt(random.nextInt(SOUNDS.length())))
          .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    word.append(SOUNDS.charAt(random.nextInt(SOUNDS.length())));
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }

  private String learned(Path classes, String name) throws IOException, InterruptedException {
    var out = folder.resolve(name);
    Trainers.learn(
        "LearnNames",
        classes,
        List.of(
            folder.resolve("texts").toString(),
            out.toString(),
            "0",
            folder.resolve("certain.txt").toString()));
    return Files.readString(out);
  }
}
