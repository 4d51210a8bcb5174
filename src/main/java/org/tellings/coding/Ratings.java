package org.tellings.coding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// What several coders said of the same units: a row a unit, a column a coder, each value the
/// number of a category, or [#NONE] where a coder said nothing of a unit. Immutable.
///
/// All measures are of nominal data: two values are the same or they are not. A measure that is not
/// defined (nobody varies, or no unit has two values) is NaN, never a number made up.
public final class Ratings {

  /// A coder said nothing of the unit.
  public static final int NONE = -1;

  private final int[][] values;
  private final long[] times;
  private final int coders;
  private final int categories;

  /// `values[unit][coder]`, each [#NONE] or from 0; every row has as many columns.
  public Ratings(int[][] values) {
    this(values, LongStream.generate(() -> 1).limit(values.length).toArray());
  }

  /// Each row stands for as many units as `times` says.
  private Ratings(int[][] values, long[] times) {
    this.values = Arrays.stream(values).map(int[]::clone).toArray(int[][]::new);
    this.times = times;
    this.coders = values.length == 0 ? 0 : values[0].length;
    var highest = NONE;
    for (var row : this.values) {
      if (row.length != coders) {
        throw new IllegalArgumentException("a unit has " + row.length + " coders, not " + coders);
      }
      for (var value : row) {
        if (value < NONE) {
          throw new IllegalArgumentException("not a category: " + value);
        }
        highest = Math.max(highest, value);
      }
    }
    this.categories = highest + 1;
  }

  public long units() {
    return LongStream.of(times).sum();
  }

  public int coders() {
    return coders;
  }

  /// What two of the coders said.
  public Ratings only(int first, int second) {
    return new Ratings(
        Arrays.stream(values).map(row -> new int[] {row[first], row[second]}).toArray(int[][]::new),
        times);
  }

  /// The units of all these together.
  public static Ratings all(List<Ratings> parts) {
    Map<List<Integer>, Long> rows = new LinkedHashMap<>();
    for (var part : parts) {
      for (var i = 0; i < part.values.length; i++) {
        rows.merge(Arrays.stream(part.values[i]).boxed().toList(), part.times[i], Long::sum);
      }
    }
    return new Ratings(
        rows.keySet().stream()
            .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new),
        rows.values().stream().mapToLong(Long::longValue).toArray());
  }

  /// The same rows, each as often as `drawn` says.
  Ratings times(long[] drawn) {
    return new Ratings(values, drawn);
  }

  /// How often each row of `all` stands in this.
  long[] in(Ratings all) {
    var drawn = new long[all.values.length];
    for (var i = 0; i < values.length; i++) {
      for (var j = 0; j < drawn.length; j++) {
        if (Arrays.equals(values[i], all.values[j])) {
          drawn[j] += times[i];
        }
      }
    }
    return drawn;
  }

  /// Whether a unit has this category (1) or another (0).
  public Ratings of(int category) {
    return new Ratings(
        Arrays.stream(values)
            .map(
                row ->
                    Arrays.stream(row)
                        .map(value -> value == NONE ? NONE : value == category ? 1 : 0)
                        .toArray())
            .toArray(int[][]::new),
        times);
  }

  /// The table of the first two coders on category 1, of the units of which both said something.
  public Table table() {
    var counts = new long[4];
    for (var i = 0; i < values.length; i++) {
      var row = values[i];
      if (row[0] != NONE && row[1] != NONE) {
        counts[(row[0] == 1 ? 0 : 2) + (row[1] == 1 ? 0 : 1)] += times[i];
      }
    }
    return new Table(counts[0], counts[1], counts[2], counts[3]);
  }

  /// The part of the pairs of values on one unit that are the same, from 0 to 1.
  public double percent() {
    var same = 0L;
    var pairs = 0L;
    for (var i = 0; i < values.length; i++) {
      var counts = counts(values[i]);
      long n = sum(counts);
      for (var c : counts) {
        same += times[i] * c * (c - 1);
      }
      pairs += times[i] * n * (n - 1);
    }
    return pairs == 0 ? Double.NaN : (double) same / pairs;
  }

  /// Cohen's kappa of the first two coders, of the units of which both said something: (po - pe) /
  /// (1 - pe), pe from what each coder says how often. J. Cohen, “A coefficient of agreement for
  /// nominal scales”, Educational and Psychological Measurement 20 (1960), 37–46.
  public double cohen() {
    var first = new long[categories];
    var second = new long[categories];
    var same = 0L;
    var n = 0L;
    for (var i = 0; i < values.length; i++) {
      var row = values[i];
      if (row[0] != NONE && row[1] != NONE) {
        first[row[0]] += times[i];
        second[row[1]] += times[i];
        same += row[0] == row[1] ? times[i] : 0;
        n += times[i];
      }
    }
    var chance = 0L;
    for (var c = 0; c < categories; c++) {
      chance += first[c] * second[c];
    }
    // (po - pe) / (1 - pe), each side times n², so that whole numbers stay whole
    return (double) (same * n - chance) / (n * n - chance);
  }

  /// Fleiss' kappa, of the units of which every coder said something: pe from how often each
  /// category is given by all together. J. L. Fleiss, “Measuring nominal scale agreement among many
  /// raters”, Psychological Bulletin 76 (1971), 378–382.
  public double fleiss() {
    var all = new long[categories];
    var same = 0L;
    var n = 0L;
    for (var i = 0; i < values.length; i++) {
      var counts = counts(values[i]);
      if (sum(counts) == coders) {
        for (var c = 0; c < categories; c++) {
          all[c] += times[i] * counts[c];
          same += times[i] * counts[c] * (counts[c] - 1);
        }
        n += times[i];
      }
    }
    var total = (double) n * coders;
    var observed = same / (total * (coders - 1));
    var expected = Arrays.stream(all).mapToDouble(c -> c / total * (c / total)).sum();
    return (observed - expected) / (1 - expected);
  }

  /// Krippendorff's alpha for nominal data, any number of coders, with values missing: 1 - (n - 1)
  /// times the differing coincidences over the differing pairs by chance. Units with one value or
  /// none do not count. K. Krippendorff, “Computing Krippendorff's alpha-reliability”, University
  /// of Pennsylvania (2011), <https://repository.upenn.edu/asc_papers/43>.
  public double alpha() {
    var all = new double[categories];
    var same = 0.0;
    var n = 0.0;
    for (var i = 0; i < values.length; i++) {
      var counts = counts(values[i]);
      var here = sum(counts);
      if (here >= 2) {
        for (var c = 0; c < categories; c++) {
          all[c] += times[i] * counts[c];
          same += (double) (times[i] * counts[c] * (counts[c] - 1)) / (here - 1);
        }
        n += times[i] * here;
      }
    }
    var chance = 0.0;
    for (var c : all) {
      chance += c * (c - 1);
    }
    var expected = n * (n - 1) - chance;
    return expected == 0 ? Double.NaN : 1 - (n - 1) * (n - same) / expected;
  }

  private int[] counts(int[] row) {
    var counts = new int[categories];
    for (var value : row) {
      if (value != NONE) {
        counts[value]++;
      }
    }
    return counts;
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
