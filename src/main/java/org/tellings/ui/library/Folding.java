package org.tellings.ui.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tellings.model.ArticleId;

/// Which rows of the list stand under another, since their articles are nearly the same text.
///
/// `places` are the rows shown, in the order shown; `under` has, by its place, each first row and
/// those that fold under it, shown or not; `over` has, by its place, each of those and its first
/// row; `unfolded` are the first rows under which they are shown.
record Folding(
    List<Integer> places,
    Map<Integer, List<Integer>> under,
    Map<Integer, Integer> over,
    Set<Integer> unfolded) {

  Folding {
    places = List.copyOf(places);
    under = Map.copyOf(under);
    over = Map.copyOf(over);
    unfolded = Set.copyOf(unfolded);
  }

  /// All rows as they were found.
  static Folding flat(int total) {
    return new Folding(IntStream.range(0, total).boxed().toList(), Map.of(), Map.of(), Set.of());
  }

  /// `found` are the articles in the order found; `near` tells which are nearly the same text; what
  /// holds one of `open` is unfolded.
  static Folding of(
      List<ArticleId> found, Map<ArticleId, Set<ArticleId>> near, Set<ArticleId> open) {
    Map<ArticleId, Integer> firsts = new HashMap<>();
    Map<Integer, List<Integer>> under = new HashMap<>();
    Map<Integer, Integer> over = new HashMap<>();
    Set<Integer> unfolded = new HashSet<>();
    List<Integer> leading = new ArrayList<>();
    for (var i = 0; i < found.size(); i++) {
      var id = found.get(i);
      var first = Optional.ofNullable(firsts.get(id));
      if (first.isPresent()) {
        under.computeIfAbsent(first.get(), _ -> new ArrayList<>()).add(i);
        over.put(i, first.get());
        continue;
      }
      leading.add(i);
      for (var one : reached(id, near)) {
        firsts.put(one, i);
        if (open.contains(one)) {
          unfolded.add(i);
        }
      }
    }
    List<Integer> places = new ArrayList<>();
    for (var first : leading) {
      places.add(first);
      if (unfolded.contains(first)) {
        places.addAll(under.getOrDefault(first, List.of()));
      }
    }
    unfolded.retainAll(under.keySet());
    return new Folding(places, under, over, unfolded);
  }

  /// An article, all that are near it, all near those, and so on.
  private static Set<ArticleId> reached(ArticleId id, Map<ArticleId, Set<ArticleId>> near) {
    Set<ArticleId> all = new HashSet<>(Set.of(id));
    var next = new ArrayDeque<>(all);
    while (!next.isEmpty()) {
      near.getOrDefault(next.remove(), Set.of()).stream().filter(all::add).forEach(next::add);
    }
    return all;
  }

  /// The rows that fold under this one.
  List<Integer> under(int place) {
    return under.getOrDefault(place, List.of());
  }

  /// The row under which this one folds, else itself.
  int first(int place) {
    return over.getOrDefault(place, place);
  }

  boolean isOpen(int first) {
    return unfolded.contains(first);
  }

  /// This row when it is shown, else the one over it.
  int seen(int place) {
    var first = first(place);
    return first != place && !isOpen(first) ? first : place;
  }

  /// How many rows are not shown.
  int hidden() {
    return under.keySet().stream()
        .filter(first -> !isOpen(first))
        .mapToInt(first -> under(first).size())
        .sum();
  }
}
