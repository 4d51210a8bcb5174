package org.tellings.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tellings.model.Span;

/// The agreement on the ends of passages against the published example and a second way to compute
/// it.
final class ContinuumTest {

  private static final double EXACT = 1e-9;
  private static final long SEED = Long.getLong("agreement.seed", 19950101);

  /// Krippendorff (2004), page 254: two observers on 300 units of length from 150 on; printed are
  /// 0.7286 for c, 1 for k and 0.8591 together.
  private static final Continuum C =
      new Continuum(
          300,
          List.of(
              List.of(span(225, 70), span(370, 30)),
              List.of(span(220, 80), span(355, 20), span(400, 20))));

  private static final Continuum K =
      new Continuum(
          300,
          List.of(List.of(span(180, 60), span(300, 50)), List.of(span(180, 60), span(300, 50))));

  private static Span span(int from, int length) {
    return new Span(from - 150, from - 150 + length);
  }

  @Test
  void itIsThatOfKrippendorffsExample() {
    assertEquals(2600 / 180000.0, C.observed(), EXACT);
    // 2/300 · (4/3 · 1757220 + 424200) / (600·599 - 12780)
    assertEquals(2.0 / 300 * 2767160 / 346620, C.expected(), EXACT);
    assertEquals(0.7286, C.alpha(), 0.00005);
    assertEquals(1, K.alpha(), EXACT);
    assertEquals(0.0490, K.expected(), 0.00005);
    // printed from D_o and D_e as they are rounded there
    assertEquals(1 - 0.0144 / 0.1022, 0.8591, 0.00005);
    assertEquals(0.8591, Continuum.alpha(List.of(C, K)), 0.0005);
  }

  @Test
  void withoutPassagesItIsNoNumber() {
    assertTrue(Double.isNaN(new Continuum(10, List.of(List.of(), List.of())).alpha()));
  }

  @Test
  void passagesOfOneCoderThatOverlapOrTouchAreOne() {
    assertEquals(
        1,
        new Continuum(
                50,
                List.of(
                    List.of(new Span(3, 9), new Span(7, 12), new Span(12, 20)),
                    List.of(new Span(3, 20))))
            .alpha(),
        EXACT);
  }

  @Test
  void manyPassagesAreComparedWithoutWaiting() {
    List<Span> one = new ArrayList<>();
    List<Span> other = new ArrayList<>();
    for (var i = 0; i < 100_000; i++) {
      one.add(new Span(20 * i, 20 * i + 9));
      other.add(new Span(20 * i + 3, 20 * i + 12 + i % 5));
    }
    assertTimeout(
        Duration.ofSeconds(30), // compared one with all others it took many minutes
        () -> assertTrue(new Continuum(2_000_000, List.of(one, other)).alpha() > 0));
  }

  @Test
  void aSecondWayToComputeItGivesTheSame() {
    var random = new Random(SEED);
    for (var round = 0; round < 200; round++) {
      var length = 20 + random.nextInt(60);
      List<List<Span>> coders = new ArrayList<>();
      for (var coder = 0; coder < 2 + random.nextInt(3); coder++) {
        List<Span> passages = new ArrayList<>();
        for (var at = random.nextInt(9); at < length - 1; at += 1 + random.nextInt(20)) {
          var end = Math.min(length, at + 1 + random.nextInt(9));
          passages.add(new Span(at, end));
          at = end + 1;
        }
        coders.add(passages);
      }
      var when = "seed " + SEED + ", round " + round;
      var continuum = new Continuum(length, coders);
      assertEquals(observed(length, coders), continuum.observed(), EXACT, when);
      assertEquals(expected(length, coders), continuum.expected(), EXACT, when);
    }
  }

  /// A stretch of one coder's text: a passage or a gap.
  private record Section(int start, int end, boolean marked) {
    int length() {
      return end - start;
    }
  }

  private static List<Section> sections(int length, List<Span> passages) {
    List<Section> sections = new ArrayList<>();
    var from = 0;
    for (var passage : passages) {
      if (passage.start() > from) {
        sections.add(new Section(from, passage.start(), false));
      }
      sections.add(new Section(passage.start(), passage.end(), true));
      from = passage.end();
    }
    if (from < length) {
      sections.add(new Section(from, length, false));
    }
    return sections;
  }

  /// The difference of two sections, the other moved by so many characters.
  private static double difference(Section a, Section b, int by) {
    var from = b.start() + by;
    var to = b.end() + by;
    if (a.marked() && b.marked()) {
      return from < a.end() && a.start() < to
          ? Math.pow(a.start() - from, 2) + Math.pow(a.end() - to, 2)
          : 0;
    }
    if (a.marked() && from <= a.start() && a.end() <= to) {
      return Math.pow(a.length(), 2);
    }
    return b.marked() && a.start() <= from && to <= a.end() ? Math.pow(b.length(), 2) : 0;
  }

  private static double observed(int length, List<List<Span>> coders) {
    var sum = 0.0;
    for (var i = 0; i < coders.size(); i++) {
      for (var j = 0; j < coders.size(); j++) {
        for (var a : i == j ? List.<Section>of() : sections(length, coders.get(i))) {
          for (var b : sections(length, coders.get(j))) {
            sum += difference(a, b, 0);
          }
        }
      }
    }
    return sum / (coders.size() * (coders.size() - 1.0) * length * length);
  }

  /// By laying every section over every other in every place in which the two can meet.
  private static double expected(int length, List<List<Span>> coders) {
    List<Section> all = new ArrayList<>();
    coders.forEach(passages -> all.addAll(sections(length, passages)));
    var sum = 0.0;
    var within = 0.0;
    for (var i = 0; i < all.size(); i++) {
      var a = all.get(i);
      within += a.marked() ? a.length() * (a.length() - 1.0) : 0;
      for (var j = 0; j < all.size(); j++) {
        var b = all.get(j);
        var isPair = i < j && a.marked() && b.marked() || a.marked() && !b.marked();
        for (var by = -3 * length; isPair && by <= 3 * length; by++) {
          sum += difference(a, b, by);
        }
      }
    }
    var m = (double) coders.size() * length;
    return sum == 0 ? 0 : 2.0 / length * sum / (m * (m - 1) - within);
  }
}
