package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Tie;

/// Propositions and stances against `gold/compare/`. The marked words are the claim, as if a person
/// had marked them; source, stance and cues are read from the sentence.
final class PropositionGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");
  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;

  private record Line(String key, Stance stance, String text, Account account, FindingId claim) {}

  private record Pool(String name, List<Line> lines) {}

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#halves")
  void groupsClaimsAndReadsStances(String half) throws IOException {
    check(half, 0.75, 0.80);
  }

  private static void check(String half, double leastPairs, double leastStances)
      throws IOException {
    var pools = pools(half);
    var pairs = pairs(half, pools);
    var stances = stances(half, pools);
    if (GoldParts.isOpen(half)) {
      assertTrue(pairs >= leastPairs, half + " pairwise F1 " + pairs);
      assertTrue(stances >= leastStances, half + " stance macro-F1 " + stances);
    }
  }

  private static double pairs(String half, List<Pool> pools) {
    var right = 0;
    var said = 0;
    var gold = 0;
    for (var pool : pools) {
      var found = clusters(pool, List.of());
      for (var i = 0; i < pool.lines().size(); i++) {
        for (var k = i + 1; k < pool.lines().size(); k++) {
          var a = pool.lines().get(i);
          var b = pool.lines().get(k);
          var together = of(found, a.claim()).id().equals(of(found, b.claim()).id());
          var same = a.key().equals(b.key());
          right += together && same ? 1 : 0;
          said += together ? 1 : 0;
          gold += same ? 1 : 0;
          if (LOUD && GoldParts.isOpen(half) && together != same) {
            print(
                "%s %s/%s: %s | %s",
                same ? "apart" : "TOGETHER", a.key(), b.key(), a.text(), b.text());
          }
        }
      }
    }
    var f1 = 2.0 * right / Math.max(1, said + gold);
    print(
        "propositions %s: pairs %d right of %d, said %d, precision %.3f, recall %.3f, F1 %.3f",
        half, right, gold, said, (double) right / Math.max(1, said), (double) right / gold, f1);
    return f1;
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
  }

  /// Stances towards the right proposition: claims of one are tied by hand.
  private static double stances(String half, List<Pool> pools) {
    Map<Stance, int[]> counts = new TreeMap<>();
    for (var stance : Stance.values()) {
      counts.put(stance, new int[3]);
    }
    for (var pool : pools) {
      var found = clusters(pool, ties(pool));
      for (var line : pool.lines()) {
        var stated =
            of(found, line.claim()).tellings().stream()
                .filter(s -> s.telling().kept().id().equals(line.claim()))
                .findFirst()
                .orElseThrow();
        of(counts, line.stance())[1]++;
        stated.stance().ifPresent(stance -> of(counts, stance)[2]++);
        if (stated.stance().equals(Optional.of(line.stance()))) {
          of(counts, line.stance())[0]++;
        } else if (LOUD && GoldParts.isOpen(half)) {
          print("stance %s read as %s: %s", line.stance(), stated.stance(), line.text());
        }
      }
    }
    var sum = 0.0;
    for (var entry : counts.entrySet()) {
      var c = entry.getValue();
      var f1 = 2.0 * c[0] / Math.max(1, c[1] + c[2]);
      sum += f1;
      print(
          "stances %s: %s %d of %d, said %d, F1 %.3f", half, entry.getKey(), c[0], c[1], c[2], f1);
    }
    var macro = sum / counts.size();
    print("stances %s: macro-F1 %.3f", half, macro);
    return macro;
  }

  private static Map<FindingId, Proposition> clusters(Pool pool, List<Tie> ties) {
    var grouping = new Propositions();
    grouping.tie(ties);
    pool.lines().forEach(line -> grouping.take(line.account()));
    Map<FindingId, Proposition> by = new HashMap<>();
    for (var proposition : grouping.things()) {
      proposition.tellings().forEach(s -> by.put(s.telling().kept().id(), proposition));
    }
    return by;
  }

  private static List<Tie> ties(Pool pool) {
    List<Tie> ties = new ArrayList<>();
    for (var i = 0; i < pool.lines().size(); i++) {
      for (var k = i + 1; k < pool.lines().size(); k++) {
        var a = pool.lines().get(i);
        var b = pool.lines().get(k);
        ties.add(new Tie(a.claim(), b.claim(), a.key().equals(b.key())));
      }
    }
    return ties;
  }

  private static List<Pool> pools(String half) throws IOException {
    List<Pool> pools = new ArrayList<>();
    for (var line : Files.readAllLines(GOLD.resolve(half).resolve("claims.txt"))) {
      if (line.startsWith("== ")) {
        pools.add(new Pool(line.substring(3), new ArrayList<>()));
      } else if (!line.startsWith("#") && line.contains(" | ")) {
        pools.getLast().lines().add(line(line));
      }
    }
    return pools;
  }

  private static Line line(String line) {
    var fields = line.split(" \\| ", 5);
    var marked = fields[4];
    var span = new Span(marked.indexOf("[["), marked.indexOf("]]") - 2);
    var text = marked.replace("[[", "").replace("]]", "");
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[1]))
            .withPublished(Optional.of(new Dated(fields[2], "gold")));
    var article = Article.of("gold.txt", heading, text, List.of());
    List<Kept> kept = new ArrayList<>();
    var found = Extractors.extractAll(article);
    var claim = Extractors.claimAt(article, span);
    for (var finding : found) {
      if (!(finding instanceof Claim)) {
        kept.add(kept(article, finding));
      }
    }
    var one = kept(article, claim);
    kept.add(one);
    kept.sort(Comparator.comparing(k -> k.finding().span()));
    return new Line(
        fields[0],
        Stance.valueOf(fields[3].toUpperCase(Locale.ROOT)),
        marked,
        new Account(article, kept),
        one.id());
  }

  private static Kept kept(Article article, Finding finding) {
    return new Kept(
        new FindingId(article.id(), finding.kind(), finding.span()),
        State.MACHINE,
        finding,
        Optional.of(finding),
        "",
        List.of());
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
