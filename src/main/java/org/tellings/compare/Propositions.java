package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.compare.Absences.Draft;
import org.tellings.compare.Proposition.Drop;
import org.tellings.compare.Proposition.Rung;
import org.tellings.compare.Proposition.Stated;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Stance;
import org.tellings.model.State;
import org.tellings.model.Tie;

/// Finds the claims that say the same thing.
///
/// Two claims that share two words are like when their likeness is [#LIKE] or more and what they
/// share weighs [#LEAST] or their likeness is [#COPY], and must not stand together below [#APART].
final class Propositions implements Grouping<Proposition> {

  static final double LIKE = 0.5;
  static final double APART = 0.3;
  static final double LEAST = 2.0;
  static final double COPY = 0.9;

  private final Map<ArticleId, List<Thought>> articles = new HashMap<>();
  private final Kindred<Seat<Thought, Draft>> kindred =
      new Kindred<>(Propositions::enough, Propositions::isLike);
  private final Absences absences = new Absences();
  private final Clusters<Thought, Draft> clusters =
      new Clusters<>(
          Thought::telling,
          (a, b) -> a.likeness(b) < APART,
          Thought::likeness,
          (clustered, _) -> make(clustered));

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var prose = account.prose();
    List<Thought> read = new ArrayList<>();
    for (var kept : account.of(Claim.class)) {
      var thought = Thought.of(account, prose, kept);
      read.add(thought);
      add(thought);
    }
    articles.put(account.article().id(), read);
    absences.take(account, prose);
  }

  @Override
  public void leave(ArticleId article) {
    var read = articles.remove(article);
    if (read == null) {
      return;
    }
    absences.leave(article);
    for (var thought : read) {
      var id = thought.telling().kept().id();
      clusters.remove(id);
      kindred.remove(id);
    }
  }

  @Override
  public void tie(Collection<Tie> ties) {
    clusters.tie(ties);
  }

  @Override
  public List<Proposition> things() {
    return absences.fill(clusters.things());
  }

  private void add(Thought thought) {
    var id = thought.telling().kept().id();
    List<Seat<Thought, Draft>> like = new ArrayList<>();
    kindred.near(thought.bag(), like::add);
    kindred.put(id, clusters.add(id, thought, like, List.of()), thought.bag());
  }

  /// Alike by enough to mean it; next to the same words that may be little.
  private static boolean isLike(Bag.Common common, int one, int other) {
    var likeness = Thought.likeness(common.weight(), one, other);
    return likeness >= LIKE
        && (common.specific() >= LEAST * Bag.FULL * Bag.FULL || likeness >= COPY);
  }

  /// What two claims must share at least.
  private static double enough(int lighter, int heavier) {
    return Math.max(
        Thought.shared(LIKE, lighter, heavier),
        Math.min(LEAST * Bag.FULL, Thought.shared(COPY, lighter, heavier)));
  }

  private static Map<Thought, Draft> make(List<List<Thought>> clusters) {
    Map<Thought, Draft> made = new HashMap<>();
    for (var cluster : clusters) {
      made.put(cluster.getFirst(), proposition(cluster));
    }
    return made;
  }

  private static Draft proposition(List<Thought> cluster) {
    var no = negatives(cluster);
    var negative = cluster.size() > 1 && 4 * no.size() > 3 * cluster.size();
    List<Stated> tellings = new ArrayList<>();
    for (var thought : cluster) {
      tellings.add(stated(thought, no.contains(thought), negative, cluster));
    }
    List<Thought> affirming = new ArrayList<>(cluster);
    affirming.removeIf(thought -> no.contains(thought) != negative);
    var clearest = Labels.clearest(affirming.isEmpty() ? cluster : affirming, cluster);
    return new Draft(
        new Proposition(
            cluster.getFirst().telling().kept().id().toString(),
            Labels.shortened(clearest.telling().text()),
            tellings,
            List.of(),
            drops(tellings)),
        clearest.printed(cluster),
        clearest.values(cluster));
  }

  /// Those that say no to what half of the others say.
  private static Set<Thought> negatives(List<Thought> cluster) {
    Map<String, Integer> counts = new HashMap<>();
    for (var thought : cluster) {
      thought.words().words().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Set<Thought> negatives = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var thought : cluster) {
      if (thought.isNegative(
          word -> 2 * (counts.getOrDefault(word, 0) - 1) >= cluster.size() - 1)) {
        negatives.add(thought);
      }
    }
    return negatives;
  }

  /// A person's word on the stance stands. Else a claim of the other sign denies. One of the same
  /// sign that was read as a denial by a word which the others use too (“baseless”) affirms.
  private static Stated stated(
      Thought thought, boolean saysNo, boolean negative, List<Thought> cluster) {
    var claim = thought.claim();
    var stance = claim.stance();
    if (cluster.size() > 1 && thought.telling().kept().state() != State.CORRECTED) {
      if (saysNo != negative) {
        stance = Optional.of(Stance.DENIES);
      } else if (stance.filter(Stance.DENIES::equals).isPresent()
          && (negative || thought.hasDenial() || isShared(thought, cluster))) {
        stance = Optional.of(claim.source().isPresent() ? Stance.ATTRIBUTES : Stance.ASSERTS);
      }
    }
    var sentence = thought.sentence();
    var cues =
        claim.cues().stream()
            .filter(sentence::contains)
            .map(cue -> cue.shifted(-sentence.start()).in(thought.text()))
            .toList();
    return new Stated(thought.telling(), claim, stance, cues, thought.text());
  }

  /// Whether the word of the denial stands in half of the tellings.
  private static boolean isShared(Thought thought, List<Thought> cluster) {
    return thought.claim().cues().stream()
        .filter(thought.claim().span()::contains)
        .anyMatch(
            cue ->
                thought.inside().stream()
                    .filter(word -> word.start() == cue.start())
                    .flatMap(word -> Thought.words(List.of(word)).keySet().stream())
                    .anyMatch(
                        sense ->
                            2 * cluster.stream().filter(t -> t.words().has(sense)).count()
                                >= cluster.size()));
  }

  /// A later article that says without a hedge what an earlier one hedged, and names no other
  /// source.
  private static List<Drop> drops(List<Stated> tellings) {
    List<Drop> drops = new ArrayList<>();
    Set<ArticleId> told = new HashSet<>();
    List<Stated> hedged = new ArrayList<>();
    for (var to : tellings) {
      var rung = to.rung();
      if (rung.filter(one -> one.compareTo(Rung.ATTRIBUTED) >= 0).isPresent()) {
        hedged.reversed().stream()
            .filter(from -> !from.telling().article().equals(to.telling().article()))
            .filter(
                from ->
                    to.claim().source().isEmpty()
                        || to.claim().source().equals(from.claim().source()))
            .findFirst()
            .filter(_ -> told.add(to.telling().article()))
            .ifPresent(from -> drops.add(new Drop(from, to)));
      }
      if (rung.filter(Rung.HEDGED::equals).isPresent()) {
        hedged.add(to);
      }
    }
    return drops;
  }

  /// Words of the clearest of these tellings by itself: no hedge, no “it” at the start, short.
  static String label(List<Stated> tellings) {
    return tellings.stream()
        .min(
            Comparator.comparingDouble((Stated stated) -> Labels.unclear(stated))
                .thenComparing(stated -> stated.claim().span().length())
                .thenComparing(Stated::telling, Telling.EARLIEST))
        .map(stated -> Labels.shortened(stated.telling().text()))
        .orElseThrow();
  }

  /// Words of the clearest telling.
  private static final class Labels {

    private static final int LONG = 90;

    private Labels() {}

    /// Of the given tellings the one most like all others and no question; of several the shorter.
    static Thought clearest(List<Thought> given, List<Thought> cluster) {
      return given.stream()
          .limit(40)
          .max(
              Comparator.comparingDouble((Thought t) -> clear(t, cluster))
                  .thenComparing(t -> -t.claim().span().length())
                  .thenComparing(Thought::telling, Telling.EARLIEST.reversed()))
          .orElseThrow();
    }

    private static double clear(Thought thought, List<Thought> cluster) {
      var mean = cluster.stream().limit(12).mapToDouble(thought::likeness).average().orElse(0);
      return mean - unclear(thought.claim().stance(), thought.telling().text());
    }

    static double unclear(Stated stated) {
      return unclear(stated.stance(), stated.telling().text());
    }

    private static double unclear(Optional<Stance> stance, String words) {
      var hedged =
          stance.isEmpty() || stance.get() == Stance.HEDGES || stance.get() == Stance.QUESTIONS;
      return (hedged ? 0.3 : 0)
          + (startsVaguely(words) ? 0.3 : 0)
          + (words.length() > LONG ? 0.2 : 0);
    }

    private static boolean startsVaguely(String words) {
      var text = words.toLowerCase(java.util.Locale.ROOT);
      return List.of("it ", "its ", "they ", "he ", "she ", "that ", "this ", "we ").stream()
          .anyMatch(text::startsWith);
    }

    static String shortened(String text) {
      var flat = text.replaceAll("\\s+", " ").strip();
      if (flat.endsWith(".")) {
        flat = flat.substring(0, flat.length() - 1);
      }
      if (flat.length() <= LONG) {
        return flat;
      }
      var space = flat.lastIndexOf(' ', LONG);
      return flat.substring(0, space > 0 ? space : LONG) + " …";
    }
  }
}
