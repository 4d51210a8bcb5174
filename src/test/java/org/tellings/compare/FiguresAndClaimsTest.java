package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Figure;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Quantities and propositions of the sample articles: in whatever order articles come and go, the
/// result is that of a rebuild, and people's ties hold.
final class FiguresAndClaimsTest {

  private static final long SEED = 20250129;

  @Test
  void quantitiesAreThoseOfARebuild() throws IOException {
    rebuilds(Quantities::new, Figure.class);
  }

  @Test
  void propositionsAreThoseOfARebuild() throws IOException {
    rebuilds(Propositions::new, Claim.class);
  }

  private static <T> void rebuilds(Supplier<Grouping<T>> maker, Class<? extends Finding> kind)
      throws IOException {
    var random = new Random(SEED);
    var accounts = Samples.accounts();
    for (var round = 0; round < 6; round++) {
      var grouping = maker.get();
      Map<ArticleId, Account> in = new LinkedHashMap<>();
      List<Tie> ties = List.of();
      Collections.shuffle(accounts, random);
      for (var step = 0; step < 60; step++) {
        var account = accounts.get(random.nextInt(accounts.size()));
        if (in.containsKey(account.article().id()) && random.nextInt(3) == 0) {
          grouping.leave(account.article().id());
          in.remove(account.article().id());
        } else {
          grouping.take(account);
          in.put(account.article().id(), account);
        }
        if (step % 12 == 11) {
          ties = ties(random, accounts, kind);
          grouping.tie(ties);
        }
        if (step % 20 == 19) {
          var fresh = maker.get();
          fresh.tie(ties);
          in.values().stream()
              .sorted((a, b) -> a.article().id().compareTo(b.article().id()))
              .forEach(fresh::take);
          assertEquals(fresh.things(), grouping.things(), "seed " + SEED + ", round " + round);
        }
      }
    }
  }

  @Test
  void tiesHold() throws IOException {
    var random = new Random(SEED);
    var accounts = Samples.accounts();
    for (var round = 0; round < 20; round++) {
      var ties = ties(random, accounts, Figure.class).subList(0, 4);
      var grouping = new Quantities();
      accounts.forEach(grouping::take);
      grouping.tie(ties);
      Set<Set<FindingId>> cores = new HashSet<>();
      for (var quantity : grouping.things()) {
        Set<FindingId> ids = new HashSet<>();
        quantity.tellings().forEach(printed -> ids.add(printed.telling().kept().id()));
        cores.add(ids);
      }
      for (var tie : ties) {
        var together =
            cores.stream().anyMatch(c -> c.contains(tie.one()) && c.contains(tie.other()));
        assertEquals(tie.same(), together, "seed " + SEED + ", round " + round + ": " + tie);
      }
    }
  }

  private static List<Tie> ties(
      Random random, List<Account> accounts, Class<? extends Finding> kind) {
    List<FindingId> ids = new ArrayList<>();
    accounts.forEach(account -> account.of(kind).forEach(kept -> ids.add(kept.id())));
    List<Tie> ties = new ArrayList<>();
    Set<FindingId> used = new HashSet<>();
    while (ties.size() < 10) {
      var one = ids.get(random.nextInt(ids.size()));
      var other = ids.get(random.nextInt(ids.size()));
      if (!one.equals(other) && used.add(one) && used.add(other)) {
        ties.add(new Tie(one, other, random.nextBoolean()));
      }
    }
    return ties;
  }

  @Test
  void everyFindingStandsInOneThing() throws IOException {
    var quantities = new Quantities();
    var propositions = new Propositions();
    var figures = 0;
    var claims = 0;
    for (var account : Samples.accounts()) {
      quantities.take(account);
      propositions.take(account);
      figures += account.of(Figure.class).size();
      claims += account.of(Claim.class).size();
    }
    assertTrue(figures > 100 && claims > 300, figures + " figures, " + claims + " claims");
    assertEquals(figures, quantities.things().stream().mapToInt(q -> q.tellings().size()).sum());
    assertEquals(claims, propositions.things().stream().mapToInt(p -> p.tellings().size()).sum());
  }
}
