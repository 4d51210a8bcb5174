package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What came into a list, and what went from it, where all else kept its order.
record Turnover<T>(List<T> came, List<T> went) {

  /// `isNew` tells of one that is there now whether it was not there before.
  static <T> Turnover<T> between(
      List<? extends T> before, List<? extends T> now, Predicate<T> isNew) {
    List<T> came = new ArrayList<>();
    List<T> went = new ArrayList<>();
    var at = 0;
    for (T one : now) {
      if (at < before.size() && before.get(at) == one) {
        at++;
      } else if (isNew.test(one)) {
        came.add(one);
      } else {
        while (before.get(at) != one) {
          went.add(before.get(at++));
        }
        at++;
      }
    }
    went.addAll(before.subList(at, before.size()));
    return new Turnover<>(came, went);
  }
}
