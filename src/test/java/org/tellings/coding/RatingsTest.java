package org.tellings.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The measures of agreement against published examples, and against a second way to compute them.
final class RatingsTest {

  private static final double EXACT = 1e-9;
  private static final int NO = Ratings.NONE;
  private static final long SEED = Long.getLong("agreement.seed", 19600405);

  /// Krippendorff (2011): two observers, ten units, yes or no.
  private static final int[][] TWO_OBSERVERS = {
    {0, 1}, {1, 1}, {0, 1}, {0, 0}, {0, 0}, {0, 1}, {0, 0}, {0, 0}, {1, 0}, {0, 0}
  };

  /// Krippendorff (2011): two observers, twelve units, five categories.
  private static final int[][] NOMINAL = {
    {0, 1}, {0, 0}, {1, 1}, {1, 1}, {3, 1}, {2, 2}, {2, 2}, {2, 2}, {4, 4}, {3, 3}, {3, 3}, {0, 3}
  };

  /// Krippendorff (2011): four observers, values 1 to 5, some missing.
  private static final int[][] MISSING =
      transposed(
          new int[][] {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, NO, NO, NO},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NO, 3},
            {NO, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NO},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NO}
          });

  private static int[][] transposed(int[][] coders) {
    var units = new int[coders[0].length][coders.length];
    for (var u = 0; u < units.length; u++) {
      for (var c = 0; c < coders.length; c++) {
        units[u][c] = coders[c][u];
      }
    }
    return units;
  }

  @Test
  void alphaIsThatOfKrippendorffsExamples() {
    // printed as 0.095, 0.692 and 0.743
    assertEquals(2 / 21.0, new Ratings(TWO_OBSERVERS).alpha(), EXACT);
    assertEquals(155 / 224.0, new Ratings(NOMINAL).alpha(), EXACT);
    assertEquals(113 / 152.0, new Ratings(MISSING).alpha(), EXACT);
  }

  /// Fleiss (1971), table 1: 30 patients, 6 psychiatrists, 5 diagnoses; printed as 0.430.
  @Test
  void fleissKappaIsThatOfThePsychiatrists() {
    var counts =
        new int[][] {
          {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0},
          {2, 0, 4, 0, 0}, {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6},
          {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0}, {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1},
          {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0}, {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3},
          {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0}, {1, 0, 0, 4, 1},
          {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
        };
    var ratings = new Ratings(rows(counts));
    assertEquals(180, ratings.units() * ratings.coders());
    assertEquals(0.430, ratings.fleiss(), 0.0005);
    assertEquals(brute(rows(counts)).fleiss(), ratings.fleiss(), EXACT);
  }

  /// Which values in which order do not matter to Fleiss' kappa.
  private static int[][] rows(int[][] counts) {
    var rows = new int[counts.length][];
    for (var u = 0; u < counts.length; u++) {
      var row = new ArrayList<Integer>();
      for (var c = 0; c < counts[u].length; c++) {
        for (var i = 0; i < counts[u][c]; i++) {
          row.add(c);
        }
      }
      rows[u] = row.stream().mapToInt(Integer::intValue).toArray();
    }
    return rows;
  }

  /// Cohen (1960): 200 cases, .70 of them alike and .41 by chance; printed as .492.
  @Test
  void cohensKappaIsThatOfHisTwoJudges() {
    var cases = new int[][] {{88, 10, 2}, {14, 40, 6}, {18, 10, 12}};
    assertEquals(29 / 59.0, new Ratings(units(cases)).cohen(), EXACT);
    // .7 alike, .5 by chance
    assertEquals(0.4, new Ratings(units(new int[][] {{20, 5}, {10, 15}})).cohen(), EXACT);
  }

  private static int[][] units(int[][] table) {
    List<int[]> units = new ArrayList<>();
    for (var a = 0; a < table.length; a++) {
      for (var b = 0; b < table[a].length; b++) {
        for (var i = 0; i < table[a][b]; i++) {
          units.add(new int[] {a, b});
        }
      }
    }
    return units.toArray(int[][]::new);
  }

  @Test
  void whatIsNotDefinedIsNoNumber() {
    assertTrue(Double.isNaN(new Ratings(new int[][] {{0, 0}, {0, 0}}).cohen()));
    assertTrue(Double.isNaN(new Ratings(new int[][] {{0, 0}, {0, 0}}).alpha()));
    assertTrue(Double.isNaN(new Ratings(new int[][] {{0, 0}}).fleiss()));
    assertTrue(Double.isNaN(new Ratings(new int[][] {{NO, 1}}).percent()));
    assertEquals(1, new Ratings(new int[][] {{0, 0}, {1, 1}}).alpha(), EXACT);
  }

  @Test
  void theTableSaysWhoGaveTheCode() {
    assertEquals(
        new Table(2, 1, 3, 1),
        new Ratings(new int[][] {{1, 1}, {1, 1}, {1, 0}, {0, 1}, {0, 1}, {0, 1}, {0, 0}, {NO, 1}})
            .table());
  }

  @Test
  void aSecondWayToComputeThemGivesTheSame() {
    var random = new Random(SEED);
    for (var round = 0; round < 300; round++) {
      var coders = 2 + random.nextInt(4);
      var categories = 1 + random.nextInt(5);
      var units = new int[1 + random.nextInt(40)][coders];
      for (var row : units) {
        for (var c = 0; c < coders; c++) {
          row[c] = random.nextInt(6) == 0 ? NO : random.nextInt(categories);
        }
      }
      var when = "seed " + SEED + ", round " + round;
      var ratings = new Ratings(units);
      var brute = brute(units);
      assertEquals(brute.percent(), ratings.percent(), EXACT, when);
      assertEquals(brute.cohen(), ratings.cohen(), EXACT, when);
      assertEquals(brute.fleiss(), ratings.fleiss(), EXACT, when);
      assertEquals(brute.alpha(), ratings.alpha(), EXACT, when);
      assertEquals(brute.alpha(), Ratings.all(List.of(ratings)).alpha(), EXACT, when);
    }
  }

  private record Brute(double percent, double cohen, double fleiss, double alpha) {}

  /// By going through every pair of values, without counts or coincidences.
  private static Brute brute(int[][] units) {
    return new Brute(percent(units), cohen(units), fleiss(units), alpha(units));
  }

  private static double percent(int[][] units) {
    var same = 0;
    var pairs = 0;
    for (var row : units) {
      for (var i = 0; i < row.length; i++) {
        for (var j = i + 1; j < row.length; j++) {
          if (row[i] != NO && row[j] != NO) {
            pairs++;
            same += row[i] == row[j] ? 1 : 0;
          }
        }
      }
    }
    return (double) same / pairs;
  }

  private static double cohen(int[][] units) {
    List<int[]> both = new ArrayList<>();
    for (var row : units) {
      if (row[0] != NO && row[1] != NO) {
        both.add(row);
      }
    }
    var observed = 0.0;
    var expected = 0.0;
    for (var one : both) {
      observed += one[0] == one[1] ? 1.0 / both.size() : 0;
      for (var other : both) {
        expected += one[0] == other[1] ? 1.0 / both.size() / both.size() : 0;
      }
    }
    return both.isEmpty() || Math.abs(1 - expected) < 1e-12
        ? Double.NaN
        : (observed - expected) / (1 - expected);
  }

  private static double fleiss(int[][] units) {
    List<int[]> whole = new ArrayList<>();
    for (var row : units) {
      if (Arrays.stream(row).noneMatch(v -> v == NO)) {
        whole.add(row);
      }
    }
    var observed = percent(whole.toArray(int[][]::new));
    var expected = 0.0;
    var n = 0;
    for (var one : whole) {
      for (var a : one) {
        for (var other : whole) {
          for (var b : other) {
            expected += a == b ? 1 : 0;
            n++;
          }
        }
      }
    }
    expected /= n;
    return Math.abs(1 - expected) < 1e-12 ? Double.NaN : (observed - expected) / (1 - expected);
  }

  private static double alpha(int[][] units) {
    List<Integer> all = new ArrayList<>();
    var observed = 0.0;
    for (var row : units) {
      var here = Arrays.stream(row).filter(v -> v != NO).toArray();
      if (here.length >= 2) {
        for (var i = 0; i < here.length; i++) {
          all.add(here[i]);
          for (var j = 0; j < here.length; j++) {
            observed += i != j && here[i] != here[j] ? 1.0 / (here.length - 1) : 0;
          }
        }
      }
    }
    var expected = 0.0;
    for (var i = 0; i < all.size(); i++) {
      for (var j = 0; j < all.size(); j++) {
        expected += i != j && !all.get(i).equals(all.get(j)) ? 1.0 / (all.size() - 1) : 0;
      }
    }
    return expected == 0 ? Double.NaN : 1 - observed / expected;
  }

  @Test
  void anIntervalHoldsItsValueAndIsTheSameEveryTime() {
    var random = new Random(SEED);
    List<Ratings> units = new ArrayList<>();
    for (var i = 0; i < 200; i++) {
      var first = random.nextInt(2);
      units.add(new Ratings(new int[][] {{first, random.nextInt(5) == 0 ? 1 - first : first}}));
    }
    var alpha = Ratings.all(units).alpha();
    var interval = Interval.of(units, Ratings::alpha);
    assertEquals(interval, Interval.of(units, Ratings::alpha));
    assertTrue(interval.low() < alpha && alpha < interval.high(), () -> alpha + " " + interval);
    // about 1.96 standard errors on each side: sqrt(.16 * .84 / 200) / .5 is near .05
    assertTrue(interval.high() - interval.low() > 0.12, interval::toString);
    assertTrue(interval.high() - interval.low() < 0.30, interval::toString);
  }
}
