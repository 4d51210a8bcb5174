package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;

/// Chains against `gold/compare/`: their links, and where they end. Chains of one link are not
/// counted.
final class ChainGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");
  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;

  private boolean open;
  private int wanted;
  private int found;
  private int right;
  private int chains;
  private int ends;
  private int articles;

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#halves")
  void findsChainsAndTheirEnds(String half) throws IOException {
    open = GoldParts.isOpen(half);
    check(half, open ? 0.90 : 0.75, open ? 0.85 : 0.70);
  }

  private void check(String half, double leastF1, double leastEnds) throws IOException {
    for (var block :
        Files.readString(GOLD.resolve(half).resolve("chains.txt")).strip().split("\\n\\s*\\n")) {
      var lines =
          block.lines().filter(line -> !line.startsWith("#") && !line.startsWith("== ")).toList();
      if (!lines.isEmpty()) {
        compare(lines);
      }
    }
    var f1 = 2.0 * right / (wanted + found);
    System.out.println(
        String.format(
            Locale.ROOT,
            "chains %s: links %d right of %d, found %d, precision %.3f, recall %.3f, F1 %.3f;"
                + " whole with the right end %d of %d; %d articles",
            half,
            right,
            wanted,
            found,
            (double) right / found,
            (double) right / wanted,
            f1,
            ends,
            chains,
            articles));
    assertTrue(articles >= 15, half + " has too few articles: " + articles);
    assertTrue(f1 >= leastF1, half + " F1 " + f1);
    assertTrue(ends >= leastEnds * chains, half + " ends");
  }

  private void compare(List<String> lines) {
    Map<ArticleId, List<String>> gold = new LinkedHashMap<>();
    var comparison = new Comparison();
    var id = account(lines.getFirst()).article().id();
    for (var line : lines) {
      if (!line.startsWith("= ")) {
        var account = account(line);
        comparison.take(account);
        id = account.article().id();
        gold.put(id, new ArrayList<>());
      } else if (!line.equals("= none")) {
        gold.getOrDefault(id, List.of()).add(line.substring(2));
      }
    }
    articles += gold.size();
    for (var one : gold.entrySet()) {
      var given =
          comparison.chains().stream()
              .filter(chain -> chain.links().getFirst().place().article().equals(one.getKey()))
              .filter(Chain::isListed)
              .toList();
      score(one.getValue(), given);
    }
  }

  private void score(List<String> gold, List<Chain> given) {
    List<String> links = new ArrayList<>();
    List<String> wholes = new ArrayList<>();
    for (var chain : given) {
      chain.links().forEach(link -> links.add(link.from() + " > " + link.to()));
      wholes.add(
          chain.links().getFirst().from()
              + chain.links().stream().map(l -> " > " + l.to()).reduce("", String::concat)
              + " | "
              + chain.ends().name().toLowerCase(Locale.ROOT));
    }
    found += links.size();
    for (var whole : gold) {
      var names = whole.substring(0, whole.indexOf(" | ")).split(" > ");
      wanted += names.length - 1;
      for (var i = 1; i < names.length; i++) {
        right += links.remove(names[i - 1] + " > " + names[i]) ? 1 : 0;
      }
      chains++;
      ends += wholes.contains(whole) ? 1 : 0;
    }
    if (LOUD && open && !wholes.equals(gold)) {
      System.out.println("wanted " + gold + "\n given " + wholes);
    }
  }

  private static Account account(String line) {
    var fields = line.split(" \\| ", 3);
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[0]))
            .withPublished(Optional.of(new Dated(fields[1], "gold")));
    return Accounts.of(Article.of("gold.txt", heading, fields[2], List.of()));
  }
}
