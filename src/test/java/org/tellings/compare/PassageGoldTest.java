package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.State;

/// Shared wording is found as `gold/compare/` marks it, with its direction, and nothing else is.
///
/// A marked stretch is found when a passage covers four fifths of it and is no longer than that by
/// more than a quarter, in both texts.
final class PassageGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");

  /// An article of the gold file and the stretches marked in it.
  private record Text(Account account, List<Span> marked) {}

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#asked")
  void findsSharedWordingAndItsDirection(String half) throws IOException {
    var score = new Score(GoldParts.isOpen(half));
    var texts = new ArrayList<Text>();
    for (var line : Files.readAllLines(GOLD.resolve(half).resolve("passages.txt"))) {
      if (line.startsWith("a | ") || line.startsWith("b | ")) {
        texts.add(text(line));
      } else if (line.startsWith("= ")) {
        score.pair(texts, line.substring(2).strip());
        texts.clear();
      }
    }
    score.print(half);
    if (!GoldParts.isOpen(half)) {
      return;
    }
    assertTrue(score.recall() >= 0.95, () -> "recall " + score.recall());
    assertTrue(score.precision() >= 0.98, () -> "precision " + score.precision());
    assertTrue(score.directed >= 0.95 * score.pairs, () -> "directions " + score.directed);
  }

  private static final class Score {

    private final boolean tells;
    private int wanted;
    private int found;
    private int right;
    private int pairs;
    private int directed;

    Score(boolean tells) {
      this.tells = tells;
    }

    void pair(List<Text> texts, String verdict) {
      assertEquals(2, texts.size(), verdict);
      var passages = new Passages();
      texts.forEach(text -> passages.take(text.account));
      var one = texts.get(0);
      var other = texts.get(1);
      wanted += one.marked.size();
      var things = passages.things();
      found += things.size();
      var open = new ArrayList<>(things);
      for (var span : one.marked) {
        var hit =
            open.stream()
                .filter(p -> p.places().stream().anyMatch(place -> isAt(place, one, span)))
                .filter(p -> p.places().stream().anyMatch(place -> isAtAny(place, other)))
                .findFirst();
        hit.ifPresent(open::remove);
        right += hit.isPresent() ? 1 : 0;
        if (tells && hit.isEmpty()) {
          System.out.println("missed: " + span.in(one.account.article().text()));
        }
      }
      if (tells) {
        open.forEach(p -> System.out.println("too much: " + p.places().getFirst().text()));
      }
      if (!verdict.equals("none") && !things.isEmpty()) {
        direction(texts, verdict, things);
      }
    }

    private void direction(List<Text> texts, String verdict, List<Passage> things) {
      var expected =
          switch (verdict) {
            case "direction a" -> Optional.of(texts.get(0).account.article().id());
            case "direction b" -> Optional.of(texts.get(1).account.article().id());
            default -> Optional.empty();
          };
      pairs++;
      if (things.stream().allMatch(passage -> passage.direction().equals(expected))) {
        directed++;
      } else if (tells) {
        System.out.println(
            "wanted "
                + verdict
                + ", but "
                + things.getFirst().evidence()
                + ": "
                + things.getFirst().places().getFirst().text());
      }
    }

    private static boolean isAtAny(Passage.Place place, Text text) {
      return text.marked.stream().anyMatch(span -> isAt(place, text, span));
    }

    private static boolean isAt(Passage.Place place, Text text, Span span) {
      if (!place.article().equals(text.account.article().id())) {
        return false;
      }
      var both =
          Math.min(place.span().end(), span.end()) - Math.max(place.span().start(), span.start());
      return both >= 0.8 * span.length() && both >= 0.8 * place.span().length();
    }

    double recall() {
      return (double) right / wanted;
    }

    double precision() {
      return (double) right / found;
    }

    void print(String half) {
      System.out.printf(
          Locale.ROOT,
          "passages %s: wanted %d, found %d, right %d, recall %.3f, precision %.3f; direction right"
              + " in %d of %d pairs%n",
          half,
          wanted,
          found,
          right,
          recall(),
          precision(),
          directed,
          pairs);
    }
  }

  private static Text text(String line) {
    var fields = line.split(" \\| ", 4);
    var plain = new StringBuilder();
    var marked = new ArrayList<Span>();
    var rest = fields[3];
    while (rest.contains("[[")) {
      var open = rest.indexOf("[[");
      var close = rest.indexOf("]]");
      plain.append(rest, 0, open);
      var start = plain.length();
      plain.append(rest, open + 2, close);
      marked.add(new Span(start, plain.length()));
      rest = rest.substring(close + 2);
    }
    plain.append(rest);
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[1]))
            .withPublished(Optional.of(new Dated(fields[2], "test")));
    var article = Article.of(fields[0] + ".txt", heading, plain.toString(), List.of());
    var findings =
        Extractors.extractAll(article).stream()
            .map(
                finding ->
                    new Kept(
                        new FindingId(article.id(), finding.kind(), finding.span()),
                        State.MACHINE,
                        finding,
                        Optional.of(finding),
                        "",
                        List.of()))
            .toList();
    return new Text(new Account(article, findings), marked);
  }
}
