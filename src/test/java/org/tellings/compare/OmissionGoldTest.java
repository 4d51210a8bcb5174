package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Claim;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Tie;

/// Omissions against `gold/compare/`: which outlets leave out what two others tell. The marked
/// words are the claims, tied by hand; all else is read.
final class OmissionGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");
  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;

  private record Page(String outlet, String label, String text) {}

  private static final class Pool {
    String filler = "";
    final List<Account> accounts = new ArrayList<>();
    final List<FindingId> claims = new ArrayList<>();
    final List<Page> pages = new ArrayList<>();
  }

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#halves")
  void findsWhoLeavesItOut(String half) throws IOException {
    var said = 0;
    var right = 0;
    var wanted = 0;
    var stubs = 0;
    var stubsRight = 0;
    var told = 0;
    var toldWrong = 0;
    var n = 0;
    for (var pool : pools(half)) {
      var proposition = proposition(pool);
      for (var page : pool.pages) {
        var answer =
            proposition.omissions().stream()
                .filter(o -> o.outlet().equals(page.outlet()))
                .findFirst()
                .map(o -> o.cannotSay() ? "cannot" : "omits")
                .orElse("none");
        n++;
        said += answer.equals("omits") ? 1 : 0;
        wanted += page.label().equals("omits") ? 1 : 0;
        right += answer.equals("omits") && page.label().equals("omits") ? 1 : 0;
        stubs += page.label().equals("cannot") ? 1 : 0;
        stubsRight += page.label().equals("cannot") && !answer.equals("omits") ? 1 : 0;
        told += page.label().equals("tells") ? 1 : 0;
        toldWrong += page.label().equals("tells") && answer.equals("omits") ? 1 : 0;
        if (LOUD
            && GoldParts.isOpen(half)
            && answer.equals("omits") != page.label().equals("omits")) {
          System.out.println(page.label() + " said " + answer + ": " + page.text());
        }
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "omissions %s: %d right of %d, said %d, precision %.3f, recall %.3f; %d pages; told in"
                + " other words %d, said to omit it %d; stubs %d, not said to omit it %d",
            half,
            right,
            wanted,
            said,
            (double) right / said,
            (double) right / wanted,
            n,
            told,
            toldWrong,
            stubs,
            stubsRight));
    assertTrue(n >= 20, half + " has too few pages: " + n);
    if (GoldParts.isOpen(half)) {
      assertEquals(stubs, stubsRight, "a stub says nothing");
      assertTrue(right >= 0.75 * said, half + " precision " + right + " of " + said);
      assertTrue(right >= 0.8 * wanted, half + " recall " + right + " of " + wanted);
    }
  }

  private static Proposition proposition(Pool pool) {
    var grouping = new Propositions();
    List<Tie> ties = new ArrayList<>();
    for (var other : pool.claims.subList(1, pool.claims.size())) {
      ties.add(new Tie(pool.claims.getFirst(), other, true));
    }
    grouping.tie(ties);
    pool.accounts.forEach(grouping::take);
    return grouping.things().stream()
        .filter(
            p ->
                p.tellings().stream()
                    .anyMatch(s -> s.telling().kept().id().equals(pool.claims.getFirst())))
        .findFirst()
        .orElseThrow();
  }

  private static List<Pool> pools(String half) throws IOException {
    List<Pool> pools = new ArrayList<>();
    for (var line : Files.readAllLines(GOLD.resolve(half).resolve("omissions.txt"))) {
      if (line.startsWith("== ")) {
        pools.add(new Pool());
      } else if (line.startsWith("+ ")) {
        pools.getLast().filler = line.substring(2);
      } else if (line.startsWith("claim | ")) {
        claim(pools.getLast(), line.split(" \\| ", 4));
      } else if (line.startsWith("page | ")) {
        page(pools.getLast(), line.split(" \\| ", 5));
      }
    }
    return pools;
  }

  private static void page(Pool pool, String[] fields) {
    var stub = fields[3].equals("cannot");
    var text = stub ? fields[4] : fields[4] + "\n\n" + pool.filler;
    pool.pages.add(new Page(fields[1], fields[3], fields[4]));
    pool.accounts.add(Accounts.of(article(fields[1], fields[2], text)));
  }

  private static void claim(Pool pool, String[] fields) {
    var span = new Span(fields[3].indexOf("[["), fields[3].indexOf("]]") - 2);
    var article = article(fields[1], fields[2], fields[3].replace("[[", "").replace("]]", ""));
    List<Kept> kept = new ArrayList<>();
    for (var finding : Extractors.extractAll(article)) {
      if (!(finding instanceof Claim)) {
        kept.add(kept(article, finding));
      }
    }
    var claim = kept(article, Extractors.claimAt(article, span));
    kept.add(claim);
    kept.sort(Comparator.comparing(k -> k.finding().span()));
    pool.accounts.add(new Account(article, kept));
    pool.claims.add(claim.id());
  }

  private static Article article(String outlet, String day, String text) {
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(outlet))
            .withPublished(Optional.of(new Dated(day, "gold")));
    return Article.of(outlet + ".txt", heading, text, List.of());
  }

  private static Kept kept(Article article, org.tellings.model.Finding finding) {
    return new Kept(
        new FindingId(article.id(), finding.kind(), finding.span()),
        State.MACHINE,
        finding,
        Optional.of(finding),
        "",
        List.of());
  }
}
