package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/// Which cluster each finding goes to, by the rule of [Clusters].
///
/// A finding remembers how like it is to its cluster and, at most, to any other. When clusters
/// change it is laid beside these alone, and beside all only where its own has become less like it
/// than another may be. Not safe for use from several threads.
final class Choosing<N, T> {

  /// What a finding is to the cluster that it began.
  private static final double NONE = Double.NEGATIVE_INFINITY;

  private static final int FEW = 64;

  private final Comparator<Seat<N, T>> earliest = Seat::compareTo;
  private final BiPredicate<N, N> parts;
  private final ToDoubleBiFunction<N, N> likeness;
  private final Function<Seat<N, T>, List<Seat<N, T>>> apart;
  private final Consumer<Cluster<N, T>> changed;
  private final TreeSet<Seat<N, T>> choosing = new TreeSet<>(earliest);
  private int choice;
  private int round; // of moves, each of a finding no earlier than the one before
  private @Nullable Seat<N, T> marked; // whose neighbours were asked in this choice

  /// `apart` are those that people said are not the same; `changed` is told of each cluster that
  /// one joined or left.
  Choosing(
      BiPredicate<N, N> parts,
      ToDoubleBiFunction<N, N> likeness,
      Function<Seat<N, T>, List<Seat<N, T>>> apart,
      Consumer<Cluster<N, T>> changed) {
    this.parts = parts;
    this.likeness = likeness;
    this.apart = apart;
    this.changed = changed;
  }

  void add(Seat<N, T> seat, Collection<Seat<N, T>> like) {
    wait(seat);
    seat.like.addAll(like);
    for (var one : like) {
      one.like.add(seat);
    }
  }

  void remove(Seat<N, T> seat) {
    if (seat.isChoosing) {
      seat.isChoosing = false;
      choosing.remove(seat);
    }
    round++;
    leave(seat);
    for (var neighbour : seat.like) {
      neighbour.like.remove(seat);
    }
    Near.endAll(seat);
  }

  /// It is to choose among all clusters again.
  void open(Seat<N, T> seat) {
    seat.isOpen = true;
    wait(seat);
  }

  private void wait(Seat<N, T> seat) {
    if (!seat.isChoosing) {
      seat.isChoosing = true;
      choosing.add(seat);
    }
  }

  /// All that are to choose do so, the earliest first.
  void choose() {
    round++;
    for (var next = choosing.pollFirst(); next != null; next = choosing.pollFirst()) {
      next.isChoosing = false;
      choose(next);
    }
  }

  private void choose(Seat<N, T> seat) {
    choice++;
    marked = null;
    var home = seat.home;
    var best = home == null || seat.isOpen || !stays(seat, home) ? best(seat) : better(seat, home);
    seat.isOpen = false;
    seat.isHomeChanged = false;
    seat.changed.forEach(near -> near.isChanged = false);
    seat.changed.clear();
    if (home != null && (best == home || best == null && home.members.getFirst() == seat)) {
      return;
    }
    leave(seat);
    join(seat, best == null ? begun() : best);
  }

  /// A new cluster: none later knows of it.
  private Cluster<N, T> begun() {
    var cluster = new Cluster<N, T>();
    cluster.told = round;
    return cluster;
  }

  /// Whether the home of a finding is still better than all clusters that did not change.
  private boolean stays(Seat<N, T> seat, Cluster<N, T> home) {
    if (!seat.isHomeChanged) {
      return true;
    }
    var mean = mean(home, seat);
    var first = home.members.getFirst();
    var before = seat.first;
    if (mean <= seat.next
            && (mean < seat.score || before == null || earliest.compare(first, before) > 0)
        || !takes(home, seat)) {
      return false;
    }
    seat.score = mean;
    seat.first = first;
    return true;
  }

  /// The best of the home of a finding and the other clusters that changed. Most are worse whether
  /// they take it or not.
  private Cluster<N, T> better(Seat<N, T> seat, Cluster<N, T> home) {
    var best = home;
    for (var near : seat.changed) {
      var cluster = near.cluster;
      var mean = cluster == home ? NONE : mean(cluster, seat);
      if (isBetter(seat, cluster, mean) && takes(cluster, seat)) {
        best = cluster;
        prefer(seat, cluster, mean);
      } else {
        seat.next = Math.max(seat.next, mean);
      }
    }
    return best;
  }

  /// The cluster of earlier findings that a finding goes to; null when it begins its own.
  private @Nullable Cluster<N, T> best(Seat<N, T> seat) {
    seat.score = NONE;
    seat.next = NONE;
    seat.first = null;
    @Nullable Cluster<N, T> best = null;
    List<Cluster<N, T>> near = new ArrayList<>();
    mark(seat);
    for (var neighbour : seat.like) {
      var cluster = neighbour.home;
      if (cluster == null || cluster.asked == choice || earliest.compare(neighbour, seat) > 0) {
        continue;
      }
      cluster.asked = choice;
      near.add(cluster);
      if (takes(cluster, seat)) {
        var mean = mean(cluster, seat);
        if (isBetter(seat, cluster, mean)) {
          best = cluster;
          prefer(seat, cluster, mean);
        } else {
          seat.next = Math.max(seat.next, mean);
        }
      }
    }
    Near.endAll(seat);
    for (var cluster : near) {
      if (cluster != best) {
        Near.of(seat, cluster);
      }
    }
    return best;
  }

  private boolean isBetter(Seat<N, T> seat, Cluster<N, T> cluster, double mean) {
    var before = seat.first;
    return mean > seat.score
        || mean == seat.score
            && before != null
            && earliest.compare(cluster.members.getFirst(), before) < 0;
  }

  private void prefer(Seat<N, T> seat, Cluster<N, T> cluster, double mean) {
    seat.next = Math.max(seat.next, seat.score);
    seat.score = mean;
    seat.first = cluster.members.getFirst();
  }

  /// How like a finding is to the twelve earliest of a cluster, as far as they are earlier; [#NONE]
  /// when none is.
  private double mean(Cluster<N, T> cluster, Seat<N, T> seat) {
    var sum = 0.0;
    var count = 0;
    for (var member : cluster.members) {
      if (count == Clusters.EARLIEST || earliest.compare(member, seat) >= 0) {
        break;
      }
      sum += likeness.applyAsDouble(member.node, seat.node);
      count++;
    }
    return count == 0 ? NONE : sum / count;
  }

  /// Whether a finding may join a cluster: one earlier there is like it, and none of the earliest
  /// must not stand with it.
  private boolean takes(Cluster<N, T> cluster, Seat<N, T> seat) {
    for (var one : apart.apply(seat)) {
      if (one.home == cluster && earliest.compare(one, seat) < 0) {
        return false;
      }
    }
    var isLike = false;
    var count = 0;
    for (var member : cluster.members) {
      if (count++ == Clusters.EARLIEST || earliest.compare(member, seat) >= 0) {
        break;
      }
      if (isMarked(member, seat)) {
        isLike = true;
      } else if (parts.test(member.node, seat.node)) {
        mark(seat);
        if (!isMarked(member, seat)) {
          return false;
        }
        isLike = true;
      }
    }
    return isLike || hasLike(cluster, seat);
  }

  /// Whether a finding is known to be like another. Where it is like many, noting them all takes
  /// longer than asking of twelve whether they part.
  private boolean isMarked(Seat<N, T> member, Seat<N, T> seat) {
    if (seat.like.size() <= FEW) {
      mark(seat);
    }
    return marked == seat && member.asked == choice;
  }

  /// Notes which are like a finding.
  private void mark(Seat<N, T> seat) {
    if (marked != seat) {
      marked = seat;
      for (var neighbour : seat.like) {
        neighbour.asked = choice;
      }
    }
  }

  private boolean hasLike(Cluster<N, T> cluster, Seat<N, T> seat) {
    for (var neighbour : seat.like) {
      if (neighbour.home == cluster && earliest.compare(neighbour, seat) < 0) {
        return true;
      }
    }
    return false;
  }

  private void join(Seat<N, T> seat, Cluster<N, T> cluster) {
    var at = -1 - Collections.binarySearch(cluster.members, seat, earliest);
    cluster.members.add(at, seat);
    seat.home = cluster;
    for (var neighbour : seat.like) {
      if (neighbour.home != null
          && neighbour.home != cluster
          && earliest.compare(neighbour, seat) > 0) {
        change(Near.of(neighbour, cluster));
      }
    }
    chooseAgain(seat, cluster, at, true);
    changed.accept(cluster);
  }

  private void leave(Seat<N, T> seat) {
    var cluster = seat.home;
    if (cluster == null) {
      return;
    }
    var at = Collections.binarySearch(cluster.members, seat, earliest);
    chooseAgain(seat, cluster, at, false);
    cluster.members.remove(at);
    seat.home = null;
    if (cluster.members.isEmpty()) {
      Near.endAll(cluster);
    } else {
      Near.of(seat, cluster);
    }
    changed.accept(cluster);
  }

  /// Later findings whose choice `moved` bears on. Among the twelve earliest of its cluster, it
  /// bears on all that are like one of the cluster; else on those like itself, which are known
  /// where it joins. All of the cluster are told once in a round: who is later has not chosen
  /// since.
  private void chooseAgain(Seat<N, T> moved, Cluster<N, T> cluster, int at, boolean isJoining) {
    if (cluster.told != round) {
      if (at < Clusters.EARLIEST) {
        tellAll(moved, cluster, at);
      } else if (!isJoining) {
        moved.like.forEach(neighbour -> tell(neighbour, moved, cluster));
      }
    }
    for (var one : apart.apply(moved)) {
      if (earliest.compare(one, moved) > 0) {
        open(one);
      }
    }
  }

  private void tellAll(Seat<N, T> moved, Cluster<N, T> cluster, int at) {
    cluster.told = round;
    for (var member : cluster.members.subList(at + 1, cluster.members.size())) {
      member.isHomeChanged = true;
      wait(member);
    }
    for (var near : cluster.near) {
      if (!near.isChanged && earliest.compare(near.seat, moved) > 0) {
        change(near);
      }
    }
  }

  /// One without a home is waiting to choose anyway.
  private void tell(Seat<N, T> neighbour, Seat<N, T> moved, Cluster<N, T> cluster) {
    var home = neighbour.home;
    if (home == null || earliest.compare(neighbour, moved) < 0) {
      return;
    }
    if (home == cluster) {
      neighbour.isHomeChanged = true;
      wait(neighbour);
    } else {
      change(Near.of(neighbour, cluster));
    }
  }

  private void change(Near<N, T> near) {
    if (!near.isChanged) {
      near.isChanged = true;
      near.seat.changed.add(near);
      wait(near.seat);
    }
  }
}
