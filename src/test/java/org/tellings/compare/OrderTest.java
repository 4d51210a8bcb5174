package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.ArticleId;
import org.tellings.model.Kind;
import org.tellings.model.Tie;

/// What is found depends on the articles and ties that are there, not on how they came.
final class OrderTest {

  private static final int STEPS = 60;

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L, 4711L, 99L})
  void utterancesAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    walk(seed, Kind.QUOTE, Utterances::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L, 4711L, 99L})
  void propositionsAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    walk(seed, Kind.CLAIM, Propositions::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L, 4711L, 99L})
  void quantitiesAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    walk(seed, Kind.FIGURE, Quantities::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L})
  void passagesAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    walk(seed, Kind.QUOTE, Passages::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L})
  void unnamedSourcesAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    walk(seed, Kind.QUOTE, () -> new Together<>(UnnamedSources::new));
  }

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L})
  void rolesAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    walk(seed, Kind.QUOTE, Roles::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L})
  void chainsAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    walk(seed, Kind.QUOTE, () -> new Together<>(Chains::new));
  }

  /// A grouping that reads utterances and propositions, together with these.
  private static final class Together<T> implements Grouping<T> {

    private final Utterances utterances = new Utterances();
    private final Propositions propositions = new Propositions();
    private final Grouping<T> grouping;

    Together(BiFunction<Supplier<List<Utterance>>, Supplier<List<Proposition>>, Grouping<T>> make) {
      grouping = make.apply(utterances::things, propositions::things);
    }

    @Override
    public void take(Account account) {
      utterances.take(account);
      propositions.take(account);
      grouping.take(account);
    }

    @Override
    public void leave(ArticleId article) {
      utterances.leave(article);
      propositions.leave(article);
      grouping.leave(article);
    }

    @Override
    public void tie(Collection<Tie> ties) {
      utterances.tie(ties);
      propositions.tie(ties);
      grouping.tie(ties);
    }

    @Override
    public List<T> things() {
      return grouping.things();
    }
  }

  /// Takes, takes out and ties at random, and now and then compares with all taken at once.
  private static <T> void walk(long seed, Kind kind, Supplier<Grouping<T>> maker)
      throws IOException {
    var random = new Random(seed);
    var all = new ArrayList<>(Accounts.samples());
    var findings =
        all.stream()
            .flatMap(account -> account.findings().stream())
            .filter(kept -> kept.finding().kind() == kind)
            .map(kept -> kept.id())
            .toList();
    var there = new HashMap<Account, Boolean>();
    var ties = new HashSet<Tie>();
    var grouping = maker.get();
    for (var step = 0; step < STEPS; step++) {
      var account = all.get(random.nextInt(all.size()));
      switch (random.nextInt(5)) {
        case 0 -> {
          grouping.leave(account.article().id());
          there.remove(account);
        }
        case 1 -> {
          var one = findings.get(random.nextInt(findings.size()));
          var other = findings.get(random.nextInt(findings.size()));
          if (!one.equals(other)) {
            ties.removeIf(tie -> tie.joins(one, other));
            ties.add(new Tie(one, other, random.nextBoolean()));
            grouping.tie(List.copyOf(ties));
          }
        }
        default -> {
          grouping.take(account);
          there.put(account, true);
        }
      }
      if (random.nextInt(6) == 0) {
        grouping.things();
      }
      if (step % 12 == 11) {
        var anew = anew(maker, there.keySet(), ties, random);
        var now = grouping.things();
        for (var i = 0; i < Math.min(anew.size(), now.size()); i++) {
          assertEquals(anew.get(i), now.get(i), "seed " + seed + ", thing " + i);
        }
        assertEquals(anew.size(), now.size(), "seed " + seed);
      }
    }
  }

  private static <T> List<T> anew(
      Supplier<Grouping<T>> maker, Iterable<Account> accounts, HashSet<Tie> ties, Random random) {
    var order = new ArrayList<Account>();
    accounts.forEach(order::add);
    Collections.shuffle(order, random);
    var grouping = maker.get();
    grouping.tie(List.copyOf(ties));
    order.forEach(grouping::take);
    return grouping.things();
  }
}
