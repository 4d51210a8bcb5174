package org.tellings.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Findings that were compared pair by pair, brought together into things.
///
/// Two findings are like when they tell one thing, and kin when they tell things that are made
/// together. Each finding, the earliest first, joins the cluster that has a finding like it and
/// none, among its twelve earliest, that it must not stand with; of several the one whose twelve
/// earliest it is most like; else it begins a cluster. People's ties come after and win: clusters
/// with findings said to be the same become one; a finding said not to be the same as another is
/// never put beside it, but where a tie says otherwise.
///
/// After a change only findings whose choice the change bears on choose again, the earliest first,
/// and the result is as if all had been done at once: a choice depends on earlier findings alone.
public final class Clusters<N, T> {

  static final int EARLIEST = 12;

  /// Clusters whose things are made together, and what these stand under.
  record Group<N, T>(List<Cluster<N, T>> clusters, List<Seat<N, T>> things) {}

  /// Makes the things of clusters that are kin, each under its earliest finding.
  public interface Maker<N, T> {

    /// `kin` are, for each cluster, the places of those that have, among their twelve earliest, kin
    /// of its earliest.
    Map<N, T> make(List<List<N>> clusters, List<Set<Integer>> kin);
  }

  private final Function<N, Telling> telling;
  private final Comparator<Seat<N, T>> earliest = Seat::compareTo;
  private final Maker<N, T> make;
  private final Map<FindingId, Seat<N, T>> seats = new HashMap<>();
  private final Choosing<N, T> choosing;
  private final Set<Cluster<N, T>> unmade = new LinkedHashSet<>();
  private final Map<FindingId, Set<FindingId>> same = new HashMap<>();
  private final Map<FindingId, Set<FindingId>> other = new HashMap<>();
  private final Listed<Seat<N, T>, T> things = new Listed<>(earliest);

  /// `telling` is where a finding stands. `parts` are findings that must not stand together; `make`
  /// makes the things of clusters that are kin, each under its earliest finding.
  public Clusters(
      Function<N, Telling> telling,
      BiPredicate<N, N> parts,
      ToDoubleBiFunction<N, N> likeness,
      Maker<N, T> make) {
    this.telling = telling;
    this.make = make;
    choosing = new Choosing<>(parts, likeness, this::apart, this::changed);
  }

  /// Adds a finding; `like` and `kin` are findings added before. Where kin are wanted by `make`, it
  /// looks for them between the earliest finding of a cluster and all of another.
  public Seat<N, T> add(
      FindingId id, N node, Collection<Seat<N, T>> like, Collection<Seat<N, T>> kin) {
    var seat = new Seat<N, T>(id, node, telling.apply(node));
    seats.put(id, seat);
    choosing.add(seat, like);
    seat.kin.addAll(kin);
    for (var one : kin) {
      one.kin.add(seat);
      remake(one.home);
    }
    same.getOrDefault(id, Set.of()).forEach(this::remakeHome);
    return seat;
  }

  public void remove(FindingId id) {
    var seat = seat(id);
    choosing.remove(seat);
    seats.remove(id);
    for (var relative : seat.kin) {
      relative.kin.remove(seat);
      remake(relative.home);
    }
    same.getOrDefault(id, Set.of()).forEach(this::remakeHome);
  }

  public void tie(Collection<Tie> ties) {
    var touched = new HashSet<FindingId>(same.keySet());
    touched.addAll(other.keySet());
    same.clear();
    other.clear();
    for (var tie : ties) {
      var into = tie.same() ? same : other;
      into.computeIfAbsent(tie.one(), _ -> new HashSet<>()).add(tie.other());
      into.computeIfAbsent(tie.other(), _ -> new HashSet<>()).add(tie.one());
      touched.add(tie.one());
      touched.add(tie.other());
    }
    for (var id : touched) {
      var seat = seats.get(id);
      if (seat != null) {
        choosing.open(seat);
        remake(seat.home);
      }
    }
  }

  /// In the order of their earliest findings.
  public List<T> things() {
    choosing.choose();
    while (!unmade.isEmpty()) {
      make(unmade.iterator().next());
    }
    return things.list();
  }

  private Seat<N, T> seat(FindingId id) {
    var seat = seats.get(id);
    if (seat == null) {
      throw new IllegalStateException("no such finding here: " + id);
    }
    return seat;
  }

  /// Those that are said not to be the same as it.
  private List<Seat<N, T>> apart(Seat<N, T> seat) {
    if (other.isEmpty()) {
      return List.of();
    }
    return other.getOrDefault(seat.id, Set.of()).stream()
        .flatMap(id -> Optional.ofNullable(seats.get(id)).stream())
        .toList();
  }

  // -- making --

  private void changed(Cluster<N, T> cluster) {
    remake(cluster);
    if (cluster.members.isEmpty()) {
      unmade.remove(cluster);
    } else {
      unmade.add(cluster);
    }
  }

  private void remakeHome(FindingId id) {
    var seat = seats.get(id);
    if (seat != null) {
      remake(seat.home);
    }
  }

  private void remake(@Nullable Cluster<N, T> cluster) {
    if (cluster == null || cluster.group == null) {
      return;
    }
    var group = cluster.group;
    group.things().forEach(things::remove);
    for (var one : group.clusters()) {
      one.group = null;
      if (!one.members.isEmpty()) {
        unmade.add(one);
      }
    }
  }

  private void make(Cluster<N, T> start) {
    Set<Cluster<N, T>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var queue = new ArrayDeque<Cluster<N, T>>();
    queue.add(start);
    seen.add(start);
    List<Cluster<N, T>> clusters = new ArrayList<>();
    while (!queue.isEmpty()) {
      var cluster = queue.remove();
      remake(cluster);
      clusters.add(cluster);
      for (var seat : cluster.members) {
        for (var id : same.isEmpty() ? Set.<FindingId>of() : same.getOrDefault(seat.id, Set.of())) {
          var tied = seats.get(id);
          if (tied != null && tied.home != null && seen.add(tied.home)) {
            queue.add(tied.home);
          }
        }
        for (var relative : seat.kin) {
          if (relative.home != null
              && (isHead(seat) || isHead(relative))
              && seen.add(relative.home)) {
            queue.add(relative.home);
          }
        }
      }
    }
    clusters.sort((a, b) -> earliest.compare(a.members.getFirst(), b.members.getFirst()));
    var joined = joined(clusters);
    var made =
        make.make(
            joined.stream()
                .map(members -> members.stream().map(seat -> seat.node).toList())
                .toList(),
            kin(joined));
    List<Seat<N, T>> earliest = new ArrayList<>();
    for (var members : joined) {
      var first = members.getFirst();
      var thing = made.get(first.node);
      if (thing != null) {
        things.put(first, thing);
        earliest.add(first);
      }
    }
    var group = new Group<>(clusters, earliest);
    for (var cluster : clusters) {
      cluster.group = group;
      unmade.remove(cluster);
    }
  }

  private List<Set<Integer>> kin(List<List<Seat<N, T>>> clusters) {
    if (clusters.size() == 1) {
      return List.of(Set.of());
    }
    for (var i = 0; i < clusters.size(); i++) {
      place(clusters.get(i), i);
    }
    List<Set<Integer>> kin = new ArrayList<>();
    for (var cluster : clusters) {
      Set<Integer> places = new HashSet<>();
      for (var relative : cluster.getFirst().kin) {
        if (relative.place != Seat.NOWHERE) {
          places.add(relative.place);
        }
      }
      kin.add(places);
    }
    clusters.forEach(cluster -> place(cluster, Seat.NOWHERE));
    return kin;
  }

  private static <N, T> void place(List<Seat<N, T>> cluster, int place) {
    for (var seat : cluster.subList(0, Math.min(EARLIEST, cluster.size()))) {
      seat.place = place;
    }
  }

  /// Whether its cluster's kin are looked for at this finding: at the earliest, and where ties may
  /// make any the earliest at all of them.
  private boolean isHead(Seat<N, T> seat) {
    var home = seat.home;
    return home != null && (home.members.getFirst() == seat || isTied(home));
  }

  private boolean isTied(Cluster<N, T> cluster) {
    return !same.isEmpty()
        && cluster.members.stream().anyMatch(member -> same.containsKey(member.id));
  }

  /// Clusters that people's ties make one. Where that would put two findings together that are said
  /// to be apart, only the tied finding moves.
  private List<List<Seat<N, T>>> joined(List<Cluster<N, T>> chosen) {
    List<List<Seat<N, T>>> clusters = new ArrayList<>();
    chosen.forEach(cluster -> clusters.add(new ArrayList<>(cluster.members)));
    if (same.isEmpty()) {
      return clusters;
    }
    var tiedMembers =
        chosen.stream()
            .flatMap(cluster -> cluster.members.stream())
            .filter(seat -> same.containsKey(seat.id))
            .sorted(earliest)
            .toList();
    for (var seat : tiedMembers) {
      for (var id : same.getOrDefault(seat.id, Set.of()).stream().sorted(BY_NAME).toList()) {
        var tied = seats.get(id);
        if (tied == null) {
          continue;
        }
        var home = home(clusters, seat);
        var away = home(clusters, tied);
        if (home == away) {
          continue;
        }
        if (agree(home, away)) {
          home.addAll(away);
          clusters.remove(away);
        } else {
          away.remove(tied);
          home.add(tied);
          clusters.removeIf(List::isEmpty);
        }
        home.sort(earliest);
      }
    }
    return clusters;
  }

  private static final Comparator<FindingId> BY_NAME = Comparator.comparing(FindingId::toString);

  private List<Seat<N, T>> home(List<List<Seat<N, T>>> clusters, Seat<N, T> seat) {
    return clusters.stream().filter(cluster -> cluster.contains(seat)).findFirst().orElseThrow();
  }

  private boolean agree(List<Seat<N, T>> a, List<Seat<N, T>> b) {
    for (var seat : a) {
      var not = other.getOrDefault(seat.id, Set.of());
      if (!not.isEmpty() && b.stream().anyMatch(member -> not.contains(member.id))) {
        return false;
      }
    }
    return true;
  }
}
