package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.compare.Account;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Tie;

/// Which events there are depends on the articles and on what people said, not on how they came.
final class OrderTest {

  private static final int STEPS = 60;

  @ParameterizedTest
  @ValueSource(longs = {20250128L, 7L, 4711L})
  void eventsAreTheSameAsWhenBuiltAnew(long seed) throws IOException {
    var random = new Random(seed);
    var all = new ArrayList<>(Accounts.samples());
    var dates =
        all.stream()
            .flatMap(account -> account.findings().stream())
            .filter(kept -> kept.finding().kind() == Kind.DATE)
            .map(kept -> kept.id())
            .toList();
    Map<Account, Boolean> there = new LinkedHashMap<>();
    var ties = new HashSet<Tie>();
    Map<FindingId, String> labels = new HashMap<>();
    var timeline = new Timeline();
    for (var step = 0; step < STEPS; step++) {
      var account = all.get(random.nextInt(all.size()));
      switch (random.nextInt(6)) {
        case 0 -> {
          timeline.leave(account.article().id());
          there.remove(account);
        }
        case 1 -> {
          var one = dates.get(random.nextInt(dates.size()));
          var other = dates.get(random.nextInt(dates.size()));
          if (!one.equals(other)) {
            ties.removeIf(tie -> tie.joins(one, other));
            ties.add(new Tie(one, other, random.nextBoolean()));
            timeline.ties(List.copyOf(ties));
          }
        }
        case 2 -> {
          labels.put(dates.get(random.nextInt(dates.size())), "name " + step);
          timeline.labels(labels);
        }
        default -> {
          timeline.take(account);
          there.put(account, true);
        }
      }
      if (random.nextInt(6) == 0) {
        timeline.events();
      }
      if (step % 12 == 11) {
        assertEquals(
            anew(there.keySet(), ties, labels, random).events(),
            timeline.events(),
            "seed " + seed + ", step " + step);
      }
    }
  }

  private static Timeline anew(
      Collection<Account> accounts,
      Collection<Tie> ties,
      Map<FindingId, String> labels,
      Random random) {
    var order = new ArrayList<>(accounts);
    Collections.shuffle(order, random);
    var timeline = new Timeline();
    timeline.labels(labels);
    timeline.ties(ties);
    order.forEach(timeline::take);
    return timeline;
  }
}
