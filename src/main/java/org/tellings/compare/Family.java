package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Sayings that hang together by likeness or by a person's word, and the utterances among them.
///
/// The longest saying begins an utterance. Each next one, the longer first, joins the utterance
/// whose beginning it is most like, or in some telling of which it stands nearly whole; else it
/// begins one of its own. So two long statements never become one because a short phrase is in
/// both.
final class Family {

  /// The share of a saying that must stand in a telling which did not begin the utterance.
  private static final double WHOLE = 0.8;

  private static final Comparator<Saying> LONGER =
      Comparator.comparing((Saying saying) -> saying.indirect)
          .thenComparing(saying -> -saying.weight)
          .thenComparing(saying -> saying.key);

  final List<Saying> sayings;
  final List<Utterance> utterances;

  Family(Collection<Saying> all, Map<FindingId, List<Tie>> ties) {
    this.sayings = all.stream().sorted(LONGER).toList();
    this.utterances = utterances(ties);
  }

  /// Sayings that are one by a person's word come as one.
  private static final class Group {
    final List<Saying> first = new ArrayList<>();
    final List<Saying> all = new ArrayList<>();
  }

  private List<Utterance> utterances(Map<FindingId, List<Tie>> ties) {
    var tied = ties.isEmpty() ? null : new Tied(sayings, ties);
    var groups = new ArrayList<Group>();
    var groupOf = new HashMap<Saying, Group>();
    for (var unit : units(tied)) {
      var group = best(unit, groupOf, groups, tied);
      if (group == null) {
        group = new Group();
        group.first.addAll(unit);
        groups.add(group);
      }
      for (var saying : unit) {
        if (isAsWhole(saying, group)) {
          group.first.add(saying);
        }
        groupOf.put(saying, group);
      }
      group.all.addAll(unit);
    }
    return groups.stream()
        .map(group -> group.all.stream().flatMap(s -> s.quotations.values().stream()).toList())
        .map(Tellings::utterance)
        .toList();
  }

  /// Nearly as long as what began the utterance and nearly the same: it speaks for it as well.
  private static boolean isAsWhole(Saying saying, Group group) {
    if (saying.indirect || group.first.contains(saying)) {
      return false;
    }
    var first = group.first.getFirst();
    var likeness = saying.like.get(first);
    return likeness != null && likeness.share() >= WHOLE && saying.weight >= WHOLE * first.weight;
  }

  private List<List<Saying>> units(@Nullable Tied tied) {
    return tied == null ? sayings.stream().map(List::of).toList() : tied.units();
  }

  private static @Nullable Group best(
      List<Saying> unit, Map<Saying, Group> groupOf, List<Group> groups, @Nullable Tied tied) {
    var scores = new HashMap<Group, Double>();
    for (var saying : unit) {
      saying.like.forEach(
          (other, likeness) -> {
            var group = groupOf.get(other);
            if (group == null) {
              return;
            }
            var leads = group.first.contains(other);
            if (leads || likeness.share() >= WHOLE && !other.indirect) {
              scores.merge(group, likeness.share() * (leads ? 1 : 0.99), Math::max);
            }
          });
    }
    @Nullable Group best = null;
    var most = 0.0;
    for (var group : groups) {
      var score = scores.getOrDefault(group, 0.0);
      if (score > most && (tied == null || !tied.areApart(unit, group.all))) {
        best = group;
        most = score;
      }
    }
    return best;
  }

  /// What people said of the sayings of a family.
  private static final class Tied {

    private final Map<Saying, List<Saying>> apart = new HashMap<>();
    private final Map<Saying, List<Saying>> unitOf = new HashMap<>();
    private final List<List<Saying>> units = new ArrayList<>();

    Tied(List<Saying> sayings, Map<FindingId, List<Tie>> ties) {
      var byId = new HashMap<FindingId, Saying>();
      var said = new TreeMap<String, Tie>();
      for (var saying : sayings) {
        var unit = new ArrayList<Saying>(List.of(saying));
        unitOf.put(saying, unit);
        units.add(unit);
        for (var quotation : saying.quotations.values()) {
          for (var part : quotation.parts()) {
            byId.put(part.kept().id(), saying);
            for (var tie : ties.getOrDefault(part.kept().id(), List.of())) {
              said.put(tie.one() + " " + tie.other(), tie);
            }
          }
        }
      }
      for (var tie : said.values()) {
        var one = byId.get(tie.one());
        var other = byId.get(tie.other());
        if (!tie.same() && one != null && other != null && one != other) {
          apart.computeIfAbsent(one, _ -> new ArrayList<>()).add(other);
          apart.computeIfAbsent(other, _ -> new ArrayList<>()).add(one);
        }
      }
      for (var tie : said.values()) {
        var one = byId.get(tie.one());
        var other = byId.get(tie.other());
        if (tie.same() && one != null && other != null) {
          join(unitOf.get(one), unitOf.get(other));
        }
      }
    }

    /// Of two words that contradict each other, "not the same" holds.
    private void join(@Nullable List<Saying> one, @Nullable List<Saying> other) {
      if (one == null || other == null || one == other || areApart(one, other)) {
        return;
      }
      var first = LONGER.compare(one.getFirst(), other.getFirst()) < 0 ? one : other;
      var second = first == one ? other : one;
      units.remove(second);
      first.addAll(second);
      first.sort(LONGER);
      for (var saying : second) {
        unitOf.put(saying, first);
      }
    }

    List<List<Saying>> units() {
      return units;
    }

    boolean areApart(List<Saying> some, List<Saying> others) {
      for (var saying : some) {
        for (var other : apart.getOrDefault(saying, List.of())) {
          if (others.contains(other)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
