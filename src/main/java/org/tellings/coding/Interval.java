package org.tellings.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// The interval that holds 95 of 100 values a measure takes when the units are drawn again. `draws`
/// is how many of these values there were: fewer than asked for where the measure is not defined
/// for some.
public record Interval(double low, double high, int draws) {

  /// How often is drawn.
  public static final int DRAWS = 1000;

  /// The seed of the draws: the same units give the same interval, always.
  public static final long SEED = 20110125;

  /// The percentile bootstrap (B. Efron and R. Tibshirani, “An Introduction to the Bootstrap”,
  /// 1993, chapter 13): of these clusters of units, as the sentences of one article, as many are
  /// drawn as there are, with replacement. NaN to NaN where no draw has a value.
  public static Interval of(List<Ratings> clusters, ToDoubleFunction<Ratings> measure) {
    var all = Ratings.all(clusters);
    var counts = clusters.stream().map(cluster -> cluster.in(all)).toList();
    var random = new Random(SEED);
    var values = new double[DRAWS];
    var n = 0;
    for (var draw = 0; draw < DRAWS; draw++) {
      var value = measure.applyAsDouble(all.times(drawn(counts, random)));
      if (!Double.isNaN(value)) {
        values[n++] = value;
      }
    }
    if (n == 0) {
      return new Interval(Double.NaN, Double.NaN, 0);
    }
    var sorted = Arrays.copyOf(values, n);
    Arrays.sort(sorted);
    return new Interval(at(sorted, 0.025), at(sorted, 0.975), n);
  }

  private static long[] drawn(List<long[]> counts, Random random) {
    var sum = new long[counts.isEmpty() ? 0 : counts.getFirst().length];
    for (var i = 0; i < counts.size(); i++) {
      var one = counts.get(random.nextInt(counts.size()));
      for (var j = 0; j < sum.length; j++) {
        sum[j] += one[j];
      }
    }
    return sum;
  }

  /// The quantile between the two nearest values.
  private static double at(double[] sorted, double part) {
    var where = part * (sorted.length - 1);
    var low = (int) where;
    var high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (where - low) * (sorted[high] - sorted[low]);
  }
}
