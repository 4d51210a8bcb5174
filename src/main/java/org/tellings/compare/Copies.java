package org.tellings.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tellings.compare.Passage.Place;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;

/// Passages, overlaps and boilerplate, made of the runs that pairs of articles share.
///
/// Places of one article that are nearly the same stretch belong to one passage.
final class Copies {

  /// The share of two stretches of an article that makes them one place.
  private static final double SAME_PLACE = 0.8;

  /// The share of the shorter and of the longer text that makes two articles near.
  private static final double NEAR = 0.8;

  private static final double NEAR_BACK = 0.5;

  private static final Comparator<Stretch> ORDER =
      Comparator.comparing((Stretch s) -> published(s.tape.article))
          .thenComparing(s -> s.tape.article.id())
          .thenComparing(s -> s.first)
          .thenComparing(s -> -s.end);

  private final Map<ArticleId, Tape> tapes;
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Stretch, Stretch> rootOf = new HashMap<>();
  private final List<Passage> passages = new ArrayList<>();
  private final List<Passage> boilerplate = new ArrayList<>();
  private final List<Overlap> overlaps = new ArrayList<>();

  /// Words of a tape from `first` to before `end`.
  private record Stretch(Tape tape, int first, int end) {

    int length() {
      return end - first;
    }
  }

  /// Two stretches with the same words.
  private record Run(Stretch one, Stretch other) {}

  /// What two articles share; `runs` are without quotations at their ends.
  private record Pair(
      Tape one, Tape other, List<Run> runs, double share, double back, Direction direction) {

    int words() {
      return runs.stream().mapToInt(run -> run.one.length()).sum();
    }
  }

  Copies(Map<ArticleId, Tape> tapes, TreeMap<ArticleId, TreeMap<ArticleId, List<Match>>> matches) {
    this.tapes = tapes;
    matches.forEach((one, others) -> others.forEach((other, list) -> pair(one, other, list)));
    makePassages();
  }

  List<Passage> passages() {
    return passages;
  }

  List<Passage> boilerplate() {
    return boilerplate;
  }

  List<Overlap> overlaps() {
    return overlaps;
  }

  private void pair(ArticleId oneId, ArticleId otherId, List<Match> matches) {
    var one = tapes.get(oneId);
    var other = tapes.get(otherId);
    if (one == null || other == null) {
      return;
    }
    var runs = new ArrayList<Run>();
    var here = new BitSet();
    var there = new BitSet();
    for (var match : matches) {
      here.set(match.one(), match.one() + match.length());
      there.set(match.other(), match.other() + match.length());
      trimmed(one, other, match).ifPresent(runs::add);
    }
    if (runs.isEmpty()) {
      return;
    }
    var share = (double) here.cardinality() / one.size();
    var back = (double) there.cardinality() / other.size();
    var direction =
        one == other
            ? new Direction(Optional.of(oneId), "It stands twice in one article.")
            : Direction.of(one.article, other.article, share, back);
    pairs.add(new Pair(one, other, runs, share, back, direction));
  }

  /// A match without the words at its ends that both print as a quotation; empty when fewer than
  /// eight words outside quotations are left. In one article quotations count.
  private static Optional<Run> trimmed(Tape one, Tape other, Match match) {
    var from = 0;
    var to = match.length();
    if (one != other) {
      while (from < to && isQuoted(one, other, match, from)) {
        from++;
      }
      while (to > from && isQuoted(one, other, match, to - 1)) {
        to--;
      }
      var own = 0;
      for (var i = from; i < to; i++) {
        own += isQuoted(one, other, match, i) ? 0 : 1;
      }
      if (own < Passages.LEAST) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Run(
            new Stretch(one, match.one() + from, match.one() + to),
            new Stretch(other, match.other() + from, match.other() + to)));
  }

  private static boolean isQuoted(Tape one, Tape other, Match match, int i) {
    return one.quoted.get(match.one() + i) && other.quoted.get(match.other() + i);
  }

  private void makePassages() {
    var byArticle = new LinkedHashMap<Tape, TreeSet<Stretch>>();
    for (var pair : pairs) {
      for (var run : pair.runs) {
        byArticle.computeIfAbsent(run.one.tape, _ -> new TreeSet<>(ORDER)).add(run.one);
        byArticle.computeIfAbsent(run.other.tape, _ -> new TreeSet<>(ORDER)).add(run.other);
      }
    }
    byArticle.values().forEach(this::joinSame);
    for (var pair : pairs) {
      pair.runs.forEach(run -> join(run.one, run.other));
    }
    var groups = new TreeMap<Stretch, TreeSet<Stretch>>(ORDER);
    for (var stretches : byArticle.values()) {
      for (var stretch : stretches) {
        groups.computeIfAbsent(root(stretch), _ -> new TreeSet<>(ORDER)).add(stretch);
      }
    }
    var pairOf = new HashMap<List<ArticleId>, Pair>();
    pairs.forEach(
        pair -> pairOf.put(List.of(pair.one.article.id(), pair.other.article.id()), pair));
    var furniture = new HashMap<Tape, BitSet>();
    var open = new ArrayList<List<Stretch>>();
    groups.values().stream()
        .map(Copies::places)
        .sorted(Comparator.comparing(List::getFirst, ORDER))
        .forEach(
            places -> {
              var standing = places.stream().map(Copies::standing).toList();
              if (Furniture.is(standing, (a, b) -> shared(pairOf, places.get(a), places.get(b)))) {
                places.forEach(
                    place ->
                        furniture
                            .computeIfAbsent(place.tape, _ -> new BitSet())
                            .set(place.first, place.end));
                boilerplate.add(passage(places, pairOf));
              } else {
                open.add(places);
              }
            });
    for (var places : open) {
      var within = places.stream().allMatch(place -> isWithin(place, furniture));
      (within ? boilerplate : passages).add(passage(places, pairOf));
    }
    for (var pair : pairs) {
      overlap(pair, furniture);
    }
    overlaps.sort(Comparator.comparing(Overlap::one).thenComparing(Overlap::other));
  }

  /// Most of a place is boilerplate found elsewhere.
  private static boolean isWithin(Stretch place, Map<Tape, BitSet> furniture) {
    var marked = furniture.get(place.tape);
    return marked != null && marked.get(place.first, place.end).cardinality() * 2 > place.length();
  }

  private static Furniture.Standing standing(Stretch stretch) {
    return new Furniture.Standing(
        stretch.tape.article.id(),
        stretch.tape.article.outlet(),
        stretch.length(),
        stretch.first,
        stretch.tape.size() - stretch.end,
        stretch.tape.size());
  }

  private static int shared(Map<List<ArticleId>, Pair> pairOf, Stretch one, Stretch other) {
    return pairOf(pairOf, one.tape.article.id(), other.tape.article.id())
        .map(Pair::words)
        .orElse(0);
  }

  private static Optional<Pair> pairOf(
      Map<List<ArticleId>, Pair> pairOf, ArticleId one, ArticleId other) {
    var ordered = one.compareTo(other) <= 0 ? List.of(one, other) : List.of(other, one);
    return Optional.ofNullable(pairOf.get(ordered));
  }

  /// Stretches of one article that are nearly the same are one place.
  private void joinSame(TreeSet<Stretch> stretches) {
    var list = stretches.stream().sorted(Comparator.comparingInt(Stretch::first)).toList();
    for (var i = 0; i < list.size(); i++) {
      for (var k = i + 1; k < list.size() && list.get(k).first < list.get(i).end; k++) {
        var one = list.get(i);
        var other = list.get(k);
        var both = Math.min(one.end, other.end) - Math.max(one.first, other.first);
        var all = Math.max(one.end, other.end) - Math.min(one.first, other.first);
        if (both >= SAME_PLACE * all) {
          join(one, other);
        }
      }
    }
  }

  private Stretch root(Stretch stretch) {
    var root = stretch;
    for (var up = rootOf.get(root); up != null; up = rootOf.get(root)) {
      root = up;
    }
    if (root != stretch) {
      rootOf.put(stretch, root);
    }
    return root;
  }

  private void join(Stretch one, Stretch other) {
    var first = root(one);
    var second = root(other);
    if (!first.equals(second)) {
      var isFirst = ORDER.compare(first, second) < 0;
      rootOf.put(isFirst ? second : first, isFirst ? first : second);
    }
  }

  /// One stretch for each place: of several that overlap the longest.
  private static List<Stretch> places(TreeSet<Stretch> group) {
    var places = new ArrayList<Stretch>();
    for (var stretch : group) {
      var last = places.isEmpty() ? null : places.getLast();
      if (last != null && last.tape == stretch.tape && stretch.first < last.end) {
        if (stretch.length() > last.length()) {
          places.set(places.size() - 1, stretch);
        }
      } else {
        places.add(stretch);
      }
    }
    return places;
  }

  private static Passage passage(List<Stretch> stretches, Map<List<ArticleId>, Pair> pairOf) {
    var places =
        stretches.stream().map(s -> Place.of(s.tape.article, s.tape.span(s.first, s.end))).toList();
    var articles = stretches.stream().map(s -> s.tape.article.id()).distinct().toList();
    var direction = direction(articles, pairOf);
    var first = places.getFirst();
    return new Passage(
        "p." + first.article() + "." + first.span().start() + "-" + first.span().end(),
        places,
        stretches.stream().mapToInt(Stretch::length).min().orElseThrow(),
        direction.from(),
        direction.evidence(),
        articles.size() < places.size());
  }

  /// Where it started: the article that was before each other one.
  private static Direction direction(List<ArticleId> articles, Map<List<ArticleId>, Pair> pairOf) {
    if (articles.size() == 1) {
      return new Direction(Optional.of(articles.getFirst()), "It stands twice in one article.");
    }
    var undecided = new Direction(Optional.empty(), "No article was before all others.");
    for (var candidate : articles) {
      var said =
          articles.stream()
              .filter(other -> !other.equals(candidate))
              .flatMap(other -> pairOf(pairOf, candidate, other).stream())
              .map(Pair::direction)
              .toList();
      if (said.stream().allMatch(d -> d.from().equals(Optional.of(candidate))) && !said.isEmpty()) {
        return said.getFirst();
      }
      if (articles.size() == 2) {
        undecided = said.isEmpty() ? undecided : said.getFirst();
      }
    }
    return undecided.from().isPresent()
        ? undecided
        : new Direction(Optional.empty(), undecided.evidence());
  }

  private void overlap(Pair pair, Map<Tape, BitSet> furniture) {
    if (pair.one == pair.other) {
      return;
    }
    var here = new BitSet();
    var there = new BitSet();
    for (var run : pair.runs) {
      if (!isWithin(run.one, furniture)) {
        here.set(run.one.first, run.one.end);
        there.set(run.other.first, run.other.end);
      }
    }
    if (here.isEmpty()) {
      return;
    }
    overlaps.add(
        new Overlap(
            pair.one.article.id(),
            pair.other.article.id(),
            here.cardinality(),
            (double) here.cardinality() / pair.one.size(),
            (double) there.cardinality() / pair.other.size(),
            Math.max(pair.share, pair.back) >= NEAR && Math.min(pair.share, pair.back) >= NEAR_BACK,
            pair.direction.from(),
            pair.direction.evidence()));
  }

  private static String published(Article article) {
    return article.heading().published().map(dated -> dated.value()).orElse("9999");
  }
}
