package org.tellings.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Findings that were compared pair by pair, brought together into things.
///
/// Two findings are near when they may tell one thing, and like when they do. Each finding, the
/// earliest first, joins the cluster that has a finding like it and none, among its twelve
/// earliest, that it must not stand with; of several the one whose twelve earliest it is most like;
/// else it begins a cluster. People's ties come after and win: clusters with findings said to be
/// the same become one; a finding said not to be the same as another is never put beside it, but
/// where a tie says otherwise. Only what is near to a change is worked on again, and the result is
/// as if all had been done at once.
final class Clusters<N, T> {

  private static final int EARLIEST = 12;

  private static final class Vertex<N, T> {
    final FindingId id;
    final N node;
    final Set<Vertex<N, T>> near = new LinkedHashSet<>();
    final Set<Vertex<N, T>> like = new HashSet<>();
    @Nullable Component<N, T> component;

    Vertex(FindingId id, N node) {
      this.id = id;
      this.node = node;
    }
  }

  /// Findings that hang together; nothing outside bears on how they are clustered.
  private record Component<N, T>(List<Vertex<N, T>> vertices, Map<N, T> things) {}

  private final Comparator<N> order;
  private final BiPredicate<N, N> parts;
  private final ToDoubleBiFunction<N, N> likeness;
  private final Function<List<List<N>>, Map<N, T>> make;
  private final Map<FindingId, Vertex<N, T>> vertices = new HashMap<>();
  private final Set<Vertex<N, T>> waiting = new HashSet<>();
  private final Map<FindingId, Set<FindingId>> same = new HashMap<>();
  private final Map<FindingId, Set<FindingId>> other = new HashMap<>();
  private final TreeMap<N, T> things;

  /// `parts` are findings that must not stand together; `make` makes the things of clusters that
  /// hang together, each under its earliest finding.
  Clusters(
      Comparator<N> order,
      BiPredicate<N, N> parts,
      ToDoubleBiFunction<N, N> likeness,
      Function<List<List<N>>, Map<N, T>> make) {
    this.order = order;
    this.parts = parts;
    this.likeness = likeness;
    this.make = make;
    things = new TreeMap<>(order);
  }

  /// Adds a finding; `near` and, among them, `like` are findings added before.
  void add(FindingId id, N node, Collection<FindingId> near, Collection<FindingId> like) {
    var vertex = new Vertex<N, T>(id, node);
    vertices.put(id, vertex);
    waiting.add(vertex);
    for (var one : near) {
      var neighbour = vertex(one);
      vertex.near.add(neighbour);
      neighbour.near.add(vertex);
      dissolve(neighbour);
    }
    for (var one : like) {
      vertex.like.add(vertex(one));
      vertex(one).like.add(vertex);
    }
    touchTied(id);
  }

  void remove(FindingId id) {
    var vertex = vertex(id);
    dissolve(vertex);
    vertices.remove(id);
    waiting.remove(vertex);
    for (var neighbour : vertex.near) {
      neighbour.near.remove(vertex);
      neighbour.like.remove(vertex);
    }
    touchTied(id);
  }

  void tie(Collection<Tie> ties) {
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
    touched.forEach(this::touch);
  }

  /// In the order of their earliest findings.
  List<T> things() {
    while (!waiting.isEmpty()) {
      settle(waiting.iterator().next());
    }
    return List.copyOf(things.values());
  }

  private Vertex<N, T> vertex(FindingId id) {
    var vertex = vertices.get(id);
    if (vertex == null) {
      throw new IllegalStateException("no such finding here: " + id);
    }
    return vertex;
  }

  private void touchTied(FindingId id) {
    same.getOrDefault(id, Set.of()).forEach(this::touch);
  }

  private void touch(FindingId id) {
    var vertex = vertices.get(id);
    if (vertex != null) {
      dissolve(vertex);
    }
  }

  private void dissolve(Vertex<N, T> vertex) {
    var component = vertex.component;
    if (component == null) {
      return;
    }
    component.things().keySet().forEach(things::remove);
    for (var member : component.vertices()) {
      member.component = null;
      waiting.add(member);
    }
  }

  private void settle(Vertex<N, T> start) {
    List<Vertex<N, T>> members = new ArrayList<>();
    var seen = new HashSet<Vertex<N, T>>();
    var queue = new ArrayDeque<Vertex<N, T>>();
    queue.add(start);
    seen.add(start);
    while (!queue.isEmpty()) {
      var vertex = queue.remove();
      dissolve(vertex);
      members.add(vertex);
      for (var neighbour : vertex.near) {
        if (seen.add(neighbour)) {
          queue.add(neighbour);
        }
      }
      for (var id : same.getOrDefault(vertex.id, Set.of())) {
        var tied = vertices.get(id);
        if (tied != null && seen.add(tied)) {
          queue.add(tied);
        }
      }
    }
    members.sort((a, b) -> order.compare(a.node, b.node));
    var clusters = joined(clustered(members), members);
    var made =
        make.apply(
            clusters.stream().map(c -> c.stream().map(vertex -> vertex.node).toList()).toList());
    var component = new Component<>(members, made);
    for (var member : members) {
      member.component = component;
      waiting.remove(member);
    }
    things.putAll(made);
  }

  private List<List<Vertex<N, T>>> clustered(List<Vertex<N, T>> members) {
    List<List<Vertex<N, T>>> clusters = new ArrayList<>();
    for (var vertex : members) {
      @Nullable List<Vertex<N, T>> home = null;
      var best = 0.0;
      for (var cluster : clusters) {
        if (takes(cluster, vertex)) {
          var mean = mean(cluster, vertex);
          if (home == null || mean > best) {
            home = cluster;
            best = mean;
          }
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        clusters.add(home);
      }
      home.add(vertex);
    }
    return clusters;
  }

  private double mean(List<Vertex<N, T>> cluster, Vertex<N, T> vertex) {
    return cluster.stream()
        .limit(EARLIEST)
        .mapToDouble(member -> likeness.applyAsDouble(member.node, vertex.node))
        .average()
        .orElse(0);
  }

  private boolean takes(List<Vertex<N, T>> cluster, Vertex<N, T> vertex) {
    var not = other.getOrDefault(vertex.id, Set.of());
    return cluster.stream().anyMatch(vertex.like::contains)
        && (not.isEmpty() || cluster.stream().noneMatch(member -> not.contains(member.id)))
        && cluster.stream()
            .limit(EARLIEST)
            .noneMatch(
                member -> !vertex.like.contains(member) && parts.test(member.node, vertex.node));
  }

  /// Clusters that people's ties make one. Where that would put two findings together that are said
  /// to be apart, only the tied finding moves.
  private List<List<Vertex<N, T>>> joined(
      List<List<Vertex<N, T>>> clusters, List<Vertex<N, T>> members) {
    for (var vertex : members) {
      for (var id : same.getOrDefault(vertex.id, Set.of()).stream().sorted(BY_NAME).toList()) {
        var tied = vertices.get(id);
        if (tied == null) {
          continue;
        }
        var home = home(clusters, vertex);
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
        home.sort((a, b) -> order.compare(a.node, b.node));
      }
    }
    return clusters;
  }

  private static final Comparator<FindingId> BY_NAME = Comparator.comparing(FindingId::toString);

  private List<Vertex<N, T>> home(List<List<Vertex<N, T>>> clusters, Vertex<N, T> vertex) {
    return clusters.stream().filter(cluster -> cluster.contains(vertex)).findFirst().orElseThrow();
  }

  private boolean agree(List<Vertex<N, T>> a, List<Vertex<N, T>> b) {
    for (var vertex : a) {
      var not = other.getOrDefault(vertex.id, Set.of());
      if (!not.isEmpty() && b.stream().anyMatch(member -> not.contains(member.id))) {
        return false;
      }
    }
    return true;
  }
}
