package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings that chose each other, in order; never empty but while they choose.
final class Cluster<N, T> {
  final List<Seat<N, T>> members = new ArrayList<>();

  /// The findings of other clusters that may be like an earlier one of it.
  final List<Near<N, T>> near = new ArrayList<>();

  Clusters.@Nullable Group<N, T> group;
  int asked; // the last choice in which it was looked at
  int told; // the last round in which all that may know of it were told that it changed
}
