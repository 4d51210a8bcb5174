package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the sayings that share a mark with a saying, without going through all of them.
///
/// A mark that more than `MOST` sayings have tells nothing and is left out of account; which marks
/// those are depends on the sayings that are there, not on the order in which they came.
final class Nearby {

  /// Sayings that may have a mark in common before it counts for nothing.
  static final int MOST = 120;

  private final Map<Long, List<Saying>> having = new HashMap<>();

  /// Two sayings that may have become near, or may be near no longer.
  record Pair(Saying one, Saying other) {}

  /// Puts a saying in; the pairs whose nearness may have changed.
  Set<Pair> put(Saying saying) {
    var changed = new LinkedHashSet<Pair>();
    for (var mark : saying.marks) {
      var all = having.computeIfAbsent(mark, _ -> new ArrayList<>(1));
      all.add(saying);
      if (all.size() <= MOST) {
        pairs(saying, all, changed);
      } else if (all.size() == MOST + 1) {
        allPairs(all, changed);
      }
    }
    return changed;
  }

  /// Takes a saying out; the pairs of others whose nearness may have changed.
  Set<Pair> take(Saying saying) {
    var changed = new LinkedHashSet<Pair>();
    for (var mark : saying.marks) {
      var all = having.get(mark);
      if (all == null) {
        continue;
      }
      all.remove(saying);
      if (all.isEmpty()) {
        having.remove(mark);
      } else if (all.size() == MOST) {
        allPairs(all, changed);
      }
    }
    return changed;
  }

  /// Whether two sayings share a mark that counts.
  boolean areNear(Saying one, Saying other) {
    for (var mark : one.marks) {
      if (Arrays.binarySearch(other.marks, mark) >= 0) {
        var all = having.get(mark);
        if (all != null && all.size() <= MOST) {
          return true;
        }
      }
    }
    return false;
  }

  private static void pairs(Saying saying, List<Saying> all, Set<Pair> changed) {
    for (var other : all) {
      if (other != saying) {
        changed.add(new Pair(saying, other));
      }
    }
  }

  private static void allPairs(List<Saying> all, Set<Pair> changed) {
    for (var i = 0; i < all.size(); i++) {
      for (var k = i + 1; k < all.size(); k++) {
        changed.add(new Pair(all.get(i), all.get(k)));
      }
    }
  }
}
