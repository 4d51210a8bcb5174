package org.tellings.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tellings.compare.SeenSource.Group;
import org.tellings.compare.SeenSource.Shared;

/// Which seen sources are one: those that share something with one in another article.
///
/// After a change only groups with a source that changed are made anew. Not safe for use from
/// several threads.
final class SharedSources {

  private final Map<Shared, Set<SeenSource>> sharing = new HashMap<>();
  private final Set<SeenSource> loose = new LinkedHashSet<>();
  private final Consumer<Group> gone;

  /// `gone` is told of each group that is no more.
  SharedSources(Consumer<Group> gone) {
    this.gone = gone;
  }

  /// What a source shares, in place of what it shared.
  void put(SeenSource seen, Set<Shared> shared) {
    loosen(seen);
    if (shared.equals(seen.shared)) {
      return;
    }
    drop(seen);
    seen.shared = shared;
    for (var one : shared) {
      var others = sharing.computeIfAbsent(one, _ -> new LinkedHashSet<>());
      others.forEach(this::loosen);
      others.add(seen);
    }
  }

  void remove(SeenSource seen) {
    loosen(seen);
    drop(seen);
    loose.remove(seen);
  }

  private void drop(SeenSource seen) {
    for (var one : seen.shared) {
      var others = sharing.getOrDefault(one, Set.of());
      others.remove(seen);
      others.forEach(this::loosen);
      if (others.isEmpty()) {
        sharing.remove(one);
      }
    }
    seen.shared = Set.of();
  }

  private void loosen(SeenSource seen) {
    loose.add(seen);
    var group = seen.group;
    if (group != null) {
      gone.accept(group);
      for (var one : group.all()) {
        one.group = null;
        loose.add(one);
      }
    }
  }

  /// The groups that are new since it was last asked.
  List<Group> made() {
    List<Group> made = new ArrayList<>();
    while (!loose.isEmpty()) {
      made.add(gathered(loose.iterator().next()));
    }
    return made;
  }

  private Group gathered(SeenSource start) {
    Set<SeenSource> all = new LinkedHashSet<>();
    var queue = new ArrayDeque<SeenSource>();
    all.add(start);
    queue.add(start);
    while (!queue.isEmpty()) {
      var seen = queue.remove();
      loosen(seen);
      for (var one : seen.shared) {
        var others = sharing.getOrDefault(one, Set.of());
        if (isOfArticles(others)) {
          others.stream().filter(all::add).forEach(queue::add);
        }
      }
    }
    loose.removeAll(all);
    var group = new Group(all.stream().sorted(SeenSource.EARLIEST).toList());
    all.forEach(seen -> seen.group = group);
    return group;
  }

  /// Of all that share a thing each has one in another article, or none has.
  private static boolean isOfArticles(Collection<SeenSource> sources) {
    return sources.stream().map(seen -> seen.place.article()).distinct().limit(2).count() > 1;
  }
}
