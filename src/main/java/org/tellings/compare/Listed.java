package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Things in the order of what they are under. A list of them is made of the one before and what
/// changed since. Not safe for use from several threads.
final class Listed<K, T> {

  private final Comparator<K> order;
  private final TreeMap<K, Optional<T>> changed; // empty what went
  private List<K> keys = List.of();
  private List<T> things = List.of();

  Listed(Comparator<K> order) {
    this.order = order;
    changed = new TreeMap<>(order);
  }

  void put(K key, T thing) {
    changed.put(key, Optional.of(thing));
  }

  void remove(K key) {
    changed.put(key, Optional.empty());
  }

  /// All things; a list once given stays as it is.
  List<T> list() {
    if (!changed.isEmpty()) {
      merge();
    }
    return things;
  }

  private void merge() {
    List<K> nextKeys = new ArrayList<>(keys.size() + changed.size());
    List<T> next = new ArrayList<>(keys.size() + changed.size());
    var done = 0;
    for (var change : changed.entrySet()) {
      var at = Collections.binarySearch(keys, change.getKey(), order);
      var from = at < 0 ? -1 - at : at;
      nextKeys.addAll(keys.subList(done, from));
      next.addAll(things.subList(done, from));
      done = at < 0 ? from : from + 1;
      change
          .getValue()
          .ifPresent(
              thing -> {
                nextKeys.add(change.getKey());
                next.add(thing);
              });
    }
    nextKeys.addAll(keys.subList(done, keys.size()));
    next.addAll(things.subList(done, things.size()));
    changed.clear();
    keys = nextKeys;
    things = Collections.unmodifiableList(next);
  }
}
