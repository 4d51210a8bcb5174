package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;

/// Misnamings against `gold/compare/`: which wrong forms are found, and for which name they stand.
final class MisnamingGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");
  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;

  private record Case(Article article, TreeSet<String> wanted) {}

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#halves")
  void findsWrongFormsOfNames(String half) throws IOException {
    var wanted = 0;
    var said = 0;
    var right = 0;
    var traps = 0;
    var merged = 0;
    for (var one : cases(half)) {
      var register = new Misnamings();
      register.take(Accounts.of(one.article()));
      var found = new TreeSet<String>();
      for (var misnaming : register.things()) {
        for (var telling : misnaming.tellings()) {
          found.add(
              telling.kept().finding().span().start()
                  + " "
                  + misnaming.printed()
                  + " = "
                  + misnaming.name());
        }
      }
      wanted += one.wanted().size();
      said += found.size();
      right += (int) found.stream().filter(one.wanted()::contains).count();
      traps += one.wanted().isEmpty() ? 1 : 0;
      merged += one.wanted().isEmpty() && !found.isEmpty() ? 1 : 0;
      if (LOUD && GoldParts.isOpen(half) && !found.equals(one.wanted())) {
        System.out.println("wanted " + one.wanted() + ", said " + found);
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "misnamings %s: %d right of %d, said %d, precision %.3f, recall %.3f; sentences without"
                + " one %d, wrongly said in %d",
            half,
            right,
            wanted,
            said,
            (double) right / said,
            (double) right / wanted,
            traps,
            merged));
    if (GoldParts.isOpen(half)) {
      assertTrue(right >= 0.95 * said, half + " precision " + right + " of " + said);
      assertTrue(right >= LEAST * wanted, half + " recall " + right + " of " + wanted);
    }
  }

  private static final double LEAST = 0.85;

  private static List<Case> cases(String half) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (var line : Files.readAllLines(GOLD.resolve(half).resolve("misnamings.txt"))) {
      if (!line.startsWith("#") && line.contains(" | ")) {
        cases.add(gold(line));
      }
    }
    assertTrue(cases.size() >= 25, half + " has too few cases: " + cases.size());
    return cases;
  }

  private static Case gold(String line) {
    var fields = line.split(" \\| ", 3);
    var text = new StringBuilder();
    var wanted = new TreeSet<String>();
    var from = 0;
    for (var open = fields[2].indexOf("[["); open >= 0; open = fields[2].indexOf("[[", from)) {
      var close = fields[2].indexOf("]]{", open);
      var end = fields[2].indexOf('}', close);
      text.append(fields[2], from, open);
      wanted.add(
          text.length()
              + " "
              + fields[2].substring(open + 2, close)
              + " = "
              + fields[2].substring(close + 3, end));
      text.append(fields[2], open + 2, close);
      from = end + 1;
    }
    text.append(fields[2].substring(from));
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[0]))
            .withPublished(Optional.of(new Dated(fields[1], "gold")));
    return new Case(Article.of("gold.txt", heading, text.toString(), List.of()), wanted);
  }
}
