package bench;

import bench.PolNear.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pairs wanted and found stretches one to one, those that share most first.
final class Pairs {

  /// A wanted and a found stretch by their numbers.
  record Pair(int wanted, int found) {}

  private record Likely(int shared, int wanted, int found) {}

  private Pairs() {}

  static List<Pair> of(List<Stretch> wanted, List<Stretch> found, boolean exact) {
    List<Likely> likely = new ArrayList<>();
    for (var i = 0; i < wanted.size(); i++) {
      for (var j = 0; j < found.size(); j++) {
        var shared = wanted.get(i).shared(found.get(j));
        if (shared > 0 && (!exact || wanted.get(i).equals(found.get(j)))) {
          likely.add(new Likely(shared, i, j));
        }
      }
    }
    likely.sort(
        Comparator.comparingInt((Likely one) -> -one.shared())
            .thenComparingInt(Likely::wanted)
            .thenComparingInt(Likely::found));
    Set<Integer> takenWanted = new HashSet<>();
    Set<Integer> takenFound = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (var one : likely) {
      if (!takenWanted.contains(one.wanted()) && !takenFound.contains(one.found())) {
        takenWanted.add(one.wanted());
        takenFound.add(one.found());
        pairs.add(new Pair(one.wanted(), one.found()));
      }
    }
    return pairs;
  }
}
