package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Claim;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Tie;

/// Points on a line, so dense that clusters have far more than the earliest that are compared.
class ClustersTest {

  private static final double LIKE = 0.06;
  private static final double APART = 0.1;

  private record Point(Telling telling, double at) {

    FindingId id() {
      return telling.kept().id();
    }
  }

  /// The points that are there, and their clusters.
  private static final class Line {
    private final Map<FindingId, Seat<Point, List<FindingId>>> seats = new HashMap<>();
    private final Clusters<Point, List<FindingId>> clusters =
        new Clusters<>(
            Point::telling,
            (a, b) -> Math.abs(a.at() - b.at()) > APART,
            (a, b) -> 1 - Math.abs(a.at() - b.at()),
            (clustered, _) -> make(clustered));

    void add(Point point) {
      var like =
          seats.values().stream()
              .filter(seat -> Math.abs(seat.node().at() - point.at()) < LIKE)
              .toList();
      seats.put(point.id(), clusters.add(point.id(), point, like, List.of()));
    }

    void remove(Point point) {
      seats.remove(point.id());
      clusters.remove(point.id());
    }

    private static Map<Point, List<FindingId>> make(List<List<Point>> clustered) {
      Map<Point, List<FindingId>> made = new HashMap<>();
      clustered.forEach(
          points -> made.put(points.getFirst(), points.stream().map(Point::id).toList()));
      return made;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void largeClustersAreTheSameAsWhenBuiltAnew(long seed) {
    var random = new Random(seed);
    var line = new Line();
    List<Point> there = new ArrayList<>();
    List<Tie> ties = List.of();
    var largest = 0;
    for (var step = 0; step < 120; step++) {
      for (var i = random.nextInt(6); i >= 0; i--) {
        var point = point(random);
        if (there.stream().noneMatch(one -> one.id().equals(point.id()))) {
          there.add(point);
          line.add(point);
        }
      }
      if (random.nextInt(3) == 0) {
        line.remove(there.remove(random.nextInt(there.size())));
      }
      if (random.nextInt(20) == 0) {
        ties = ties(there, random);
        line.clusters.tie(ties);
      }
      var things = line.clusters.things();
      assertEquals(anew(there, ties, random), things, "seed " + seed + ", step " + step);
      largest = Math.max(largest, things.stream().mapToInt(List::size).max().orElse(0));
    }
    assertTrue(largest > 2 * Clusters.EARLIEST, "the largest has " + largest);
  }

  private static Point point(Random random) {
    var article = new ArticleId(String.format(Locale.ROOT, "%016x", random.nextInt(40)));
    var start = random.nextInt(200);
    var span = new Span(start, start + 1);
    var claim = new Claim(span, Optional.empty(), Optional.empty(), List.of(), 0, "test/1");
    var id = new FindingId(article, Kind.CLAIM, span);
    // the day follows from the article, and earlier articles come late as often as not
    var day = Long.parseUnsignedLong(article.value(), 16) * 7 % 28 + 1;
    var published = new Dated("2025-01-" + (day < 10 ? "0" : "") + day, "test/1");
    return new Point(
        new Telling(
            article,
            "test.txt",
            Heading.NONE.withPublished(Optional.of(published)),
            new Kept(id, State.MACHINE, claim, Optional.empty(), "", List.of()),
            ""),
        random.nextDouble());
  }

  private static List<Tie> ties(List<Point> there, Random random) {
    var shuffled = new ArrayList<>(there);
    Collections.shuffle(shuffled, random);
    List<Tie> ties = new ArrayList<>();
    for (var i = 0; i + 1 < Math.min(12, shuffled.size()); i += 2) {
      ties.add(new Tie(shuffled.get(i).id(), shuffled.get(i + 1).id(), random.nextBoolean()));
    }
    return ties;
  }

  private static List<List<FindingId>> anew(List<Point> there, List<Tie> ties, Random random) {
    var shuffled = new ArrayList<>(there);
    Collections.shuffle(shuffled, random);
    var line = new Line();
    line.clusters.tie(ties);
    shuffled.forEach(line::add);
    return line.clusters.things();
  }
}
