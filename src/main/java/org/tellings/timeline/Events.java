package org.tellings.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tellings.compare.Account;
import org.tellings.compare.Clusters;
import org.tellings.compare.Seat;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Finds the dated statements that tell of one thing.
///
/// Two statements are compared when they share a word that says something and their days meet. They
/// tell of one thing when they are alike by [#ON_A_DAY], where both name one day, or by [#ELSE].
final class Events {

  static final double ON_A_DAY = 0.32;
  static final double ELSE = 0.46;
  static final double APART = 0.2;
  static final double LEAST = 1.2;
  private static final int FURTHEST = 36;

  private final Map<ArticleId, List<Deed>> articles = new HashMap<>();
  private final Map<FindingId, Seat<Deed, Event>> seats = new HashMap<>();
  private final Map<String, Set<FindingId>> index = new HashMap<>();
  private final Clusters<Deed, Event> clusters =
      new Clusters<>(
          deed -> deed.told().dating(),
          (a, b) -> !a.when().meets(b.when()) || a.gist().likeness(b.gist()) < APART,
          (a, b) -> a.gist().likeness(b.gist()),
          (clustered, _) -> make(clustered));

  void take(Account account) {
    leave(account.article().id());
    var read = Deeds.of(account);
    read.forEach(this::add);
    articles.put(account.article().id(), read);
  }

  void leave(ArticleId article) {
    var read = articles.remove(article);
    if (read == null) {
      return;
    }
    for (var deed : read) {
      clusters.remove(deed.id());
      seats.remove(deed.id());
      for (var key : kept(deed)) {
        index.computeIfPresent(
            key,
            (_, ids) -> {
              ids.remove(deed.id());
              return ids.isEmpty() ? null : ids;
            });
      }
    }
  }

  /// Ties of dating words.
  void tie(Collection<Tie> ties) {
    clusters.tie(ties);
  }

  /// In the order of their earliest tellings.
  List<Event> things() {
    return clusters.things();
  }

  List<Deed> deeds() {
    return seats.values().stream().map(Seat::node).toList();
  }

  /// Those of one article, in order.
  List<Deed> deeds(ArticleId article) {
    return articles.getOrDefault(article, List.of());
  }

  private void add(Deed deed) {
    Set<FindingId> candidates = new LinkedHashSet<>();
    sought(deed).forEach(key -> candidates.addAll(index.getOrDefault(key, Set.of())));
    List<Seat<Deed, Event>> like = new ArrayList<>();
    for (var candidate : candidates) {
      var other = seats.get(candidate);
      if (other != null && isLike(deed, other.node())) {
        like.add(other);
      }
    }
    seats.put(deed.id(), clusters.add(deed.id(), deed, like, List.of()));
    kept(deed)
        .forEach(key -> index.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(deed.id()));
  }

  static boolean isLike(Deed a, Deed b) {
    if (!a.when().meets(b.when()) || a.gist().shared(b.gist()) < LEAST) {
      return false;
    }
    var least = a.when().isDay() && b.when().isDay() ? ON_A_DAY : ELSE;
    return a.gist().likeness(b.gist()) >= least;
  }

  /// What a statement is found by: its words on its day, or in each of its months.
  private static List<String> kept(Deed deed) {
    List<String> keys = new ArrayList<>();
    for (var word : telling(deed)) {
      if (deed.when().isDay()) {
        keys.add(deed.when().from() + " " + word);
        keys.add("d" + YearMonth.from(deed.when().from()) + " " + word);
      } else {
        months(deed.when()).forEach(month -> keys.add("m" + month + " " + word));
      }
    }
    return keys;
  }

  private static List<String> sought(Deed deed) {
    List<String> keys = new ArrayList<>();
    for (var word : telling(deed)) {
      if (deed.when().isDay()) {
        keys.add(deed.when().from() + " " + word);
        keys.add("m" + YearMonth.from(deed.when().from()) + " " + word);
      } else {
        for (var month : months(deed.when())) {
          keys.add("d" + month + " " + word);
          keys.add("m" + month + " " + word);
        }
      }
    }
    return keys;
  }

  private static List<String> telling(Deed deed) {
    return deed.gist().words().entrySet().stream()
        .filter(word -> word.getValue() >= 0.8)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// Its months, the last 36 of them; of one without a beginning or end, a year's.
  private static List<YearMonth> months(When when) {
    var last =
        YearMonth.from(when.to().equals(LocalDate.MAX) ? when.from().plusYears(1) : when.to());
    var first =
        when.from().equals(LocalDate.MIN) ? last.minusMonths(12) : YearMonth.from(when.from());
    List<YearMonth> months = new ArrayList<>();
    for (var month = last; !month.isBefore(first) && months.size() < FURTHEST; ) {
      months.add(month);
      month = month.minusMonths(1);
    }
    return months;
  }

  private static Map<Deed, Event> make(List<List<Deed>> clusters) {
    Map<Deed, Event> made = new HashMap<>();
    clusters.forEach(cluster -> made.put(cluster.getFirst(), event(cluster)));
    return made;
  }

  private static Event event(List<Deed> cluster) {
    return new Event(
        cluster.getFirst().id().toString(),
        when(cluster),
        Titles.clearest(cluster),
        names(cluster),
        cluster.stream().map(Deed::told).toList(),
        false);
  }

  /// The value most tellings agree with; of several the most precise, then the one printed first.
  private static When when(List<Deed> cluster) {
    return cluster.stream()
        .map(Deed::when)
        .distinct()
        .min(
            Comparator.comparingLong(
                    (When when) -> -cluster.stream().filter(d -> d.when().meets(when)).count())
                .thenComparingLong(When::days)
                .thenComparingLong(
                    when -> -cluster.stream().filter(d -> d.when().equals(when)).count()))
        .orElseThrow();
  }

  private static List<String> names(List<Deed> cluster) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    cluster.forEach(
        deed -> new HashSet<>(deed.names()).forEach(name -> counts.merge(name, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(entry -> 3 * entry.getValue() >= cluster.size())
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
