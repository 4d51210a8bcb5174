package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tellings.model.Article;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Heading;
import org.tellings.model.Span;

/// How many names of `gold/entities` are found with exactly their characters and their kind.
///
/// Of the held half only the score is printed, never a name.
final class EntityGoldTest {

  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;

  private static final Pattern MARKED =
      Pattern.compile("\\[\\[(?<words>[^\\]]+)\\]\\]\\{(?<kind>[a-z]+)\\}");

  private record Name(Span span, EntityType type) {}

  private record Case(String text, Set<Name> names) {}

  private record Counts(int wanted, int found, int right) {
    double f1() {
      return wanted + found == 0 ? 0 : 2.0 * right / (wanted + found);
    }

    String said() {
      return String.format(
          Locale.ROOT,
          "wanted %d, found %d, precision %.3f, recall %.3f, F1 %.3f",
          wanted,
          found,
          (double) right / Math.max(1, found),
          (double) right / Math.max(1, wanted),
          f1());
    }
  }

  @ParameterizedTest
  @CsvSource({"tuning, 0.95", "held, 0.84"})
  void findsNames(String half, double floor) throws IOException {
    var counts = new int[EntityType.values().length][3];
    for (var one : cases(half)) {
      var article = Article.of("names.txt", Heading.NONE, one.text(), List.of());
      Set<Name> found = new HashSet<>();
      for (var finding : Extractors.extractAll(article)) {
        if (finding instanceof Mention mention) {
          found.add(new Name(bare(mention.span(), one.text()), mention.type()));
        }
      }
      one.names().forEach(name -> counts[name.type().ordinal()][0]++);
      found.forEach(name -> counts[name.type().ordinal()][1]++);
      one.names().stream()
          .filter(found::contains)
          .forEach(name -> counts[name.type().ordinal()][2]++);
      if (half.equals("tuning") && LOUD) {
        print("not found", one.names(), found, one.text());
        print("not wanted", found, one.names(), one.text());
      }
    }
    var all = new int[3];
    for (var type : EntityType.values()) {
      var row = counts[type.ordinal()];
      for (var i = 0; i < 3; i++) {
        all[i] += row[i];
      }
      System.out.println(
          "names " + half + " " + type + ": " + new Counts(row[0], row[1], row[2]).said());
    }
    var total = new Counts(all[0], all[1], all[2]);
    System.out.println("names " + half + ": " + total.said());
    assertTrue(total.f1() >= floor, () -> half + ": F1 " + total.f1());
  }

  private static void print(String what, Set<Name> these, Set<Name> those, String text) {
    these.stream()
        .filter(name -> !those.contains(name))
        .sorted((one, other) -> one.span().compareTo(other.span()))
        .forEach(
            name -> System.out.println(what + ": " + name.span().in(text) + " " + name.type()));
  }

  private static List<Case> cases(String half) throws IOException {
    var text = Files.readString(Path.of("src/test/resources/gold/entities/" + half + ".txt"));
    return Stream.of(text.strip().split("\n\\s*\n")).map(EntityGoldTest::read).toList();
  }

  private static Case read(String paragraph) {
    var marked = paragraph.substring(paragraph.indexOf('\n') + 1);
    var matcher = MARKED.matcher(marked);
    var plain = new StringBuilder();
    List<Name> names = new ArrayList<>();
    var from = 0;
    while (matcher.find()) {
      plain.append(marked, from, matcher.start());
      var start = plain.length();
      plain.append(matcher.group("words"));
      var type = EntityType.valueOf(matcher.group("kind").toUpperCase(Locale.ROOT));
      names.add(new Name(new Span(start, plain.length()), type));
      from = matcher.end();
    }
    var text = plain.append(marked.substring(from)).toString();
    var bare = new HashSet<Name>();
    names.forEach(name -> bare.add(new Name(bare(name.span(), text), name.type())));
    return new Case(text, bare);
  }

  /// The span without an article at its beginning.
  private static Span bare(Span span, String text) {
    return text.regionMatches(true, span.start(), "the ", 0, 4)
        ? new Span(span.start() + 4, span.end())
        : span;
  }
}
