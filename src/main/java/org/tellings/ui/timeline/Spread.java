package org.tellings.ui.timeline;

import java.util.List;
import java.util.Set;

/// Events that are shown, made ready to be drawn: `marks` in order, `important` the same with those
/// of most outlets first and `places` where these stand, those that are no single day as `ranges`,
/// and the `whole` time from the first to the last. May be made on any thread; passes over all
/// events, of which there may be many thousands.
record Spread(
    List<Mark> marks, List<Mark> important, double[] places, Axis.Ranges ranges, Sight whole) {

  static final Sight NOTHING = new Sight(0, 10);

  static Spread none() {
    return of(List.of(), List.of());
  }

  /// `important` are the same as `marks`, which are in order.
  static Spread of(List<Mark> marks, List<Mark> important) {
    var places = new double[important.size()];
    for (var i = 0; i < places.length; i++) {
      places[i] = important.get(i).at();
    }
    return new Spread(marks, important, places, Axis.Ranges.of(marks), whole(marks));
  }

  private static Sight whole(List<Mark> marks) {
    if (marks.isEmpty()) {
      return NOTHING;
    }
    var first = Double.MAX_VALUE;
    var last = -Double.MAX_VALUE;
    for (var mark : marks) {
      first = Math.min(first, mark.from());
      last = Math.max(last, mark.to());
    }
    var margin = Math.max(1, (last - first) * 0.02);
    return new Sight(first - margin, last + margin);
  }

  /// Those of them with these ids.
  Spread only(Set<String> ids) {
    return of(
        marks.stream().filter(mark -> ids.contains(mark.id())).toList(),
        important.stream().filter(mark -> ids.contains(mark.id())).toList());
  }

  /// Which mark it is, from 0; -1 when it is none of them.
  int index(Mark mark) {
    for (var i = first(marks, 0, mark.at());
        i < marks.size() && marks.get(i).at() == mark.at();
        i++) {
      if (marks.get(i).id().equals(mark.id())) {
        return i;
      }
    }
    return -1;
  }

  /// Marks are in order: the first in sight is found by halving.
  static List<Mark> inSight(List<Mark> marks, Sight sight) {
    return marks.subList(first(marks, 0, sight.from()), first(marks, 0, Math.nextUp(sight.to())));
  }

  /// The first from this one on that stands at this time or later.
  static int first(List<Mark> marks, int from, double time) {
    var low = from;
    var high = marks.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (marks.get(middle).at() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
