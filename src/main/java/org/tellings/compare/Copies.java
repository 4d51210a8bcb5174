package org.tellings.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Passage.Place;
import org.tellings.model.ArticleId;

/// Passages, overlaps and boilerplate, made of the runs that pairs of articles share.
///
/// Stretches with the same words, and stretches of one article that are nearly the same, belong to
/// one passage. After a pair of articles changed only passages are made anew that have a stretch of
/// the pair, and what depends on them: what is boilerplate in an article, and its overlaps.
final class Copies {

  /// The share of two stretches of an article that makes them one place.
  private static final double SAME_PLACE = 0.8;

  /// The share of the shorter and of the longer text that makes two articles near.
  private static final double NEAR = 0.8;

  private static final double NEAR_BACK = 0.5;

  private static final Comparator<Stretch> ORDER =
      Comparator.comparing((Stretch s) -> s.tape().published())
          .thenComparing(s -> s.tape().article.id())
          .thenComparing(Stretch::first)
          .thenComparing(s -> -s.end());

  private static final BitSet NONE = new BitSet();

  private final Map<Tape, Shelf> shelves = new HashMap<>();
  private final Set<Node> loose = new LinkedHashSet<>();
  private final Set<Group> unjudged = new LinkedHashSet<>();
  private final Set<Group> unplaced = new LinkedHashSet<>();
  private final Set<Tape> unmarked = new LinkedHashSet<>();
  private final Set<Tape> recompared = new LinkedHashSet<>();
  private final Set<Pair> unmeasured = new LinkedHashSet<>();
  private final Listed<Stretch, Passage> passages = new Listed<>(ORDER);
  private final Listed<Stretch, Passage> boilerplate = new Listed<>(ORDER);
  private final TreeMap<ArticleId, TreeMap<ArticleId, Overlap>> overlaps = new TreeMap<>();
  private boolean measuring; // since overlaps were first asked for

  /// A stretch that some run has, with the stretches that have its words.
  private static final class Node {
    final Stretch stretch;
    final List<Node> like = new ArrayList<>(2);
    @Nullable Group group;

    Node(Stretch stretch) {
      this.stretch = stretch;
    }
  }

  /// Stretches that are one passage.
  private static final class Group {
    final List<Node> nodes;
    final List<Stretch> places;
    boolean furniture;

    Group(List<Node> nodes) {
      this.nodes = nodes;
      var ordered = new TreeSet<Stretch>(ORDER);
      nodes.forEach(node -> ordered.add(node.stretch));
      places = Copies.places(ordered);
    }
  }

  /// What is known of one article: its stretches by where they begin and end, what it shares with
  /// whom, and which of its words are boilerplate.
  private static final class Shelf {
    final TreeMap<Long, Node> nodes = new TreeMap<>();
    final Map<Tape, Pair> pairs = new HashMap<>();
    BitSet furniture = NONE;

    /// The key of a stretch: where it begins, then where it ends.
    static long key(int first, int end) {
      return (long) first << Integer.SIZE | end;
    }
  }

  // -- taking in --

  /// What two articles share, in place of what they shared; the lesser id first, or one article
  /// twice. `changed` is the one of them that is being laid beside all others.
  void put(Tape changed, Tape one, Tape other, List<Match> matches) {
    var known = shelf(one).pairs.get(other);
    if (known != null) {
      if (known.matches.equals(matches)) {
        return;
      }
      drop(changed, one, other);
    }
    var pair = new Pair(one, other, matches);
    shelf(one).pairs.put(other, pair);
    shelf(other).pairs.put(one, pair);
    for (var run : pair.runs) {
      var first = node(run.one());
      var second = node(run.other());
      first.like.add(second);
      second.like.add(first);
      loosen(first);
      loosen(second);
    }
    if (measuring) {
      unmeasured.add(pair);
    }
    recompared.add(changed);
  }

  void drop(Tape changed, Tape one, Tape other) {
    var pair = shelf(one).pairs.remove(other);
    if (pair == null) {
      return;
    }
    shelf(other).pairs.remove(one);
    for (var run : pair.runs) {
      var first = node(run.one());
      var second = node(run.other());
      first.like.remove(second);
      second.like.remove(first);
      loosen(first);
      loosen(second);
      clear(first);
      clear(second);
    }
    recompared.add(changed);
    unmeasured.remove(pair);
    forgetOverlap(pair);
  }

  /// Articles that share something with this one.
  Set<Tape> partners(Tape tape) {
    var shelf = shelves.get(tape);
    return shelf == null ? Set.of() : Set.copyOf(shelf.pairs.keySet());
  }

  /// The article is gone, and shares nothing any more.
  void leave(Tape tape) {
    partners(tape).forEach(other -> drop(tape, lesser(tape, other), greater(tape, other)));
    shelves.remove(tape);
    unmarked.remove(tape);
  }

  static Tape lesser(Tape a, Tape b) {
    return a.article.id().compareTo(b.article.id()) <= 0 ? a : b;
  }

  static Tape greater(Tape a, Tape b) {
    return lesser(a, b) == a ? b : a;
  }

  private Shelf shelf(Tape tape) {
    return shelves.computeIfAbsent(tape, _ -> new Shelf());
  }

  private Stream<Group> groups(Tape tape) {
    var shelf = shelves.get(tape);
    return shelf == null
        ? Stream.empty()
        : shelf.nodes.values().stream().flatMap(node -> Stream.ofNullable(node.group));
  }

  private Node node(Stretch stretch) {
    return shelf(stretch.tape())
        .nodes
        .computeIfAbsent(Shelf.key(stretch.first(), stretch.end()), _ -> new Node(stretch));
  }

  private void clear(Node node) {
    if (node.like.isEmpty()) {
      shelf(node.stretch.tape()).nodes.remove(Shelf.key(node.stretch.first(), node.stretch.end()));
      loose.remove(node);
    }
  }

  private void loosen(Node node) {
    loose.add(node);
    var group = node.group;
    if (group == null) {
      return;
    }
    withdraw(group);
    unjudged.remove(group);
    unplaced.remove(group);
    for (var one : group.nodes) {
      one.group = null;
      loose.add(one);
      if (group.furniture) {
        unmarked.add(one.stretch.tape());
      }
    }
  }

  private void withdraw(Group group) {
    passages.remove(group.places.getFirst());
    boilerplate.remove(group.places.getFirst());
  }

  // -- making --

  List<Passage> passages() {
    settle();
    return passages.list();
  }

  List<Passage> boilerplate() {
    settle();
    return boilerplate.list();
  }

  List<Overlap> overlaps() {
    settle();
    if (!measuring) {
      measuring = true;
      shelves.values().forEach(shelf -> unmeasured.addAll(shelf.pairs.values()));
    }
    unmeasured.forEach(this::measure);
    unmeasured.clear();
    return overlaps.values().stream().flatMap(others -> others.values().stream()).toList();
  }

  private void settle() {
    while (!loose.isEmpty()) {
      gather(loose.iterator().next());
    }
    // how much two articles share bears on whether what stands in both is boilerplate, and where it
    // started
    for (var tape : recompared) {
      groups(tape).forEach(unjudged::add);
    }
    recompared.clear();
    for (var group : unjudged) {
      var was = group.furniture;
      group.furniture =
          Furniture.is(
              group.places.stream().map(Copies::standing).toList(),
              (a, b) -> shared(group.places.get(a), group.places.get(b)));
      if (was || group.furniture) {
        group.nodes.forEach(node -> unmarked.add(node.stretch.tape()));
      }
    }
    unplaced.addAll(unjudged);
    unjudged.clear();
    unmarked.forEach(this::mark);
    unmarked.clear();
    unplaced.forEach(this::place);
    unplaced.clear();
  }

  /// Makes a group of all that hangs together with a stretch.
  private void gather(Node start) {
    List<Node> nodes = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    var queue = new ArrayDeque<Node>();
    queue.add(start);
    seen.add(start);
    while (!queue.isEmpty()) {
      var node = queue.remove();
      loosen(node);
      loose.remove(node);
      nodes.add(node);
      node.like.stream().filter(seen::add).forEach(queue::add);
      samePlace(node).filter(seen::add).forEach(queue::add);
    }
    loose.removeAll(nodes);
    var group = new Group(nodes);
    nodes.forEach(node -> node.group = group);
    unjudged.add(group);
  }

  /// Stretches of the article that are nearly the same: their ends lie within a quarter of its
  /// length.
  private Stream<Node> samePlace(Node node) {
    var here = node.stretch;
    var reach = here.length() / 4 + 1;
    return shelf(here.tape())
        .nodes
        .subMap(
            Shelf.key(Math.max(0, here.first() - reach), 0),
            true,
            Shelf.key(here.first() + reach, Integer.MAX_VALUE),
            true)
        .values()
        .stream()
        .filter(other -> isSamePlace(here, other.stretch));
  }

  private static boolean isSamePlace(Stretch one, Stretch other) {
    var both = Math.min(one.end(), other.end()) - Math.max(one.first(), other.first());
    var all = Math.max(one.end(), other.end()) - Math.min(one.first(), other.first());
    return both >= SAME_PLACE * all;
  }

  /// Which words of an article are boilerplate; where that changes, its passages and overlaps are
  /// made anew.
  private void mark(Tape tape) {
    var shelf = shelf(tape);
    var marked = new BitSet();
    groups(tape)
        .filter(group -> group.furniture)
        .distinct()
        .flatMap(group -> group.places.stream())
        .filter(place -> place.tape() == tape)
        .forEach(place -> marked.set(place.first(), place.end()));
    if (marked.equals(shelf.furniture)) {
      return;
    }
    shelf.furniture = marked;
    groups(tape).forEach(unplaced::add);
    if (measuring) {
      unmeasured.addAll(shelf.pairs.values());
    }
  }

  private void place(Group group) {
    withdraw(group);
    var within = group.furniture || group.places.stream().allMatch(this::isWithin);
    (within ? boilerplate : passages).put(group.places.getFirst(), passage(group.places));
  }

  /// Most of a place is boilerplate found elsewhere.
  private boolean isWithin(Stretch place) {
    var marked = shelf(place.tape()).furniture;
    return marked.get(place.first(), place.end()).cardinality() * 2 > place.length();
  }

  private static Furniture.Standing standing(Stretch stretch) {
    return new Furniture.Standing(
        stretch.tape().article.id(),
        stretch.tape().article.outlet(),
        stretch.length(),
        stretch.first(),
        stretch.tape().size() - stretch.end(),
        stretch.tape().size(),
        stretch.length() <= Furniture.LONGEST && Stock.speaks(stretch));
  }

  private int shared(Stretch one, Stretch other) {
    return pair(one.tape(), other.tape()).map(pair -> pair.words).orElse(0);
  }

  private Optional<Pair> pair(Tape one, Tape other) {
    return Optional.ofNullable(shelf(one).pairs.get(other));
  }

  /// One stretch for each place: of several that overlap the longest.
  private static List<Stretch> places(TreeSet<Stretch> group) {
    var places = new ArrayList<Stretch>();
    for (var stretch : group) {
      var last = places.isEmpty() ? null : places.getLast();
      if (last != null && last.tape() == stretch.tape() && stretch.first() < last.end()) {
        if (stretch.length() > last.length()) {
          places.set(places.size() - 1, stretch);
        }
      } else {
        places.add(stretch);
      }
    }
    return places;
  }

  private Passage passage(List<Stretch> stretches) {
    var places =
        stretches.stream()
            .map(s -> Place.of(s.tape().article, s.tape().span(s.first(), s.end())))
            .toList();
    var tapes = stretches.stream().map(Stretch::tape).distinct().toList();
    var direction = direction(tapes);
    var first = places.getFirst();
    return new Passage(
        "p." + first.article() + "." + first.span().start() + "-" + first.span().end(),
        places,
        stretches.stream().mapToInt(Stretch::length).min().orElseThrow(),
        direction.from(),
        direction.evidence(),
        tapes.size() < places.size());
  }

  /// Where it started: the article that was before each other one.
  private Direction direction(List<Tape> tapes) {
    if (tapes.size() == 1) {
      return new Direction(
          Optional.of(tapes.getFirst().article.id()), "It stands twice in one article.");
    }
    for (var candidate : tapes) {
      var first = before(candidate, tapes);
      if (first.isPresent()) {
        return first.get();
      }
    }
    var none = new Direction(Optional.empty(), "No article was before all others.");
    return tapes.size() == 2
        ? pair(tapes.getFirst(), tapes.getLast()).map(Pair::direction).orElse(none)
        : none;
  }

  /// From one article to the first of those others that it shares something with, when it was
  /// before all of these.
  private Optional<Direction> before(Tape candidate, List<Tape> tapes) {
    var from = Optional.of(candidate.article.id());
    Optional<Direction> first = Optional.empty();
    for (var other : tapes) {
      var pair = other == candidate ? Optional.<Pair>empty() : pair(candidate, other);
      if (pair.isPresent()) {
        var direction = pair.get().direction();
        if (!direction.from().equals(from)) {
          return Optional.empty();
        }
        first = first.isPresent() ? first : Optional.of(direction);
      }
    }
    return first;
  }

  private void measure(Pair pair) {
    forgetOverlap(pair);
    if (pair.one == pair.other || shelf(pair.one).pairs.get(pair.other) != pair) {
      return;
    }
    var here = new BitSet();
    for (var run : pair.runs) {
      if (!isWithin(run.one())) {
        here.set(run.one().first(), run.one().end());
      }
    }
    if (here.isEmpty()) {
      return;
    }
    var there = new BitSet();
    for (var run : pair.runs) {
      if (!isWithin(run.one())) {
        there.set(run.other().first(), run.other().end());
      }
    }
    var direction = pair.direction();
    overlaps
        .computeIfAbsent(pair.one.article.id(), _ -> new TreeMap<>())
        .put(
            pair.other.article.id(),
            new Overlap(
                pair.one.article.id(),
                pair.other.article.id(),
                here.cardinality(),
                (double) here.cardinality() / pair.one.size(),
                (double) there.cardinality() / pair.other.size(),
                Math.max(pair.share, pair.back) >= NEAR
                    && Math.min(pair.share, pair.back) >= NEAR_BACK,
                direction.from(),
                direction.evidence()));
  }

  private void forgetOverlap(Pair pair) {
    overlaps.computeIfPresent(
        pair.one.article.id(),
        (_, others) -> {
          others.remove(pair.other.article.id());
          return others.isEmpty() ? null : others;
        });
  }
}
