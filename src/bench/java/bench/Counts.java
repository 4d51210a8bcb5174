package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What was counted in each article, so that a measure can be taken of any set of them.
final class Counts {

  /// The measures that are taken; each is a number of hits over what was said and what was wanted.
  enum Measure {
    QUOTED("quoted stretches, F1 (overlap)"),
    QUOTED_EXACT("quoted stretches, F1 (exact)"),
    SPEAKER("speaker at the right place, of the stretches found"),
    QUOTED_SPEAKER("stretch and speaker, F1"),
    WHOLE_EXACT("whole attributions with indirect ones, F1 (exact)"),
    WHOLE("whole attributions with indirect ones, F1 (overlap)"),
    VALUE("figures: value, F1"),
    VALUE_UNIT("figures: value and unit, F1");

    final String words;

    Measure(String words) {
      this.words = words;
    }
  }

  private static final int ROUNDS = 1000;
  private static final long SEED = 20160117;

  /// An article's hits, what was said, what was wanted.
  record Row(int hits, int said, int wanted) {}

  /// A measure of all articles, in percent, with the bounds of its 95 percent interval.
  record Score(double value, double low, double high) {}

  private final List<Row> rows = new ArrayList<>();

  void add(int hits, int said, int wanted) {
    rows.add(new Row(hits, said, wanted));
  }

  /// The F1 (an accuracy where said and wanted are one number), and how it varies when articles are
  /// drawn again with replacement, 1,000 times, always the same way.
  Score score() {
    var random = new Random(SEED);
    var drawn = new double[ROUNDS];
    for (var round = 0; round < ROUNDS; round++) {
      long hits = 0;
      long both = 0;
      for (var n = 0; n < rows.size(); n++) {
        var row = rows.get(random.nextInt(rows.size()));
        hits += row.hits();
        both += row.said() + row.wanted();
      }
      drawn[round] = percent(hits, both);
    }
    java.util.Arrays.sort(drawn);
    return new Score(value(), drawn[ROUNDS / 40], drawn[ROUNDS - 1 - ROUNDS / 40]);
  }

  double value() {
    return percent(sum(Row::hits), sum(Row::said) + sum(Row::wanted));
  }

  double precision() {
    return percent(sum(Row::hits), 2 * sum(Row::said));
  }

  double recall() {
    return percent(sum(Row::hits), 2 * sum(Row::wanted));
  }

  private long sum(java.util.function.ToIntFunction<Row> of) {
    return rows.stream().mapToLong(of::applyAsInt).sum();
  }

  private static double percent(long hits, long both) {
    return both == 0 ? 0 : 200.0 * hits / both;
  }
}
