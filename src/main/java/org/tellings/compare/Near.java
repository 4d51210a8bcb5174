package org.tellings.compare;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/// A finding and a cluster, not its own, that may have an earlier one like it.
final class Near<N, T> {
  final Seat<N, T> seat;
  final Cluster<N, T> cluster;
  private int place; // among those near the cluster
  boolean isChanged; // what the cluster is to the finding, since the finding chose

  private Near(Seat<N, T> seat, Cluster<N, T> cluster) {
    this.seat = seat;
    this.cluster = cluster;
    place = cluster.near.size();
    cluster.near.add(this);
    seat.near.add(this);
  }

  /// What is there, or a new one.
  static <N, T> Near<N, T> of(Seat<N, T> seat, Cluster<N, T> cluster) {
    var known = find(seat, cluster);
    return known == null ? new Near<>(seat, cluster) : known;
  }

  private static <N, T> @Nullable Near<N, T> find(Seat<N, T> seat, Cluster<N, T> cluster) {
    for (var i = 0; i < seat.near.size(); i++) {
      var one = seat.near.get(i);
      if (one.cluster == cluster) {
        Collections.swap(seat.near, 0, i); // many that move one after the other move to one cluster
        return one;
      }
    }
    return null;
  }

  /// The finding is near no cluster.
  static <N, T> void endAll(Seat<N, T> seat) {
    for (var near : seat.near) {
      var last = near.cluster.near.removeLast();
      if (last != near) {
        near.cluster.near.set(near.place, last);
        last.place = near.place;
      }
    }
    seat.near.clear();
    seat.changed.clear();
  }

  /// No finding is near the cluster.
  static <N, T> void endAll(Cluster<N, T> cluster) {
    for (var near : cluster.near) {
      near.seat.near.remove(near);
      near.seat.changed.remove(near);
    }
    cluster.near.clear();
  }
}
