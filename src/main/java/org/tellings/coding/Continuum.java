package org.tellings.coding;

import java.util.ArrayList;
import java.util.List;
import org.tellings.model.Span;

/// The passages that several coders marked on one stretch of text, of one code, and how far their
/// ends agree. Immutable.
///
/// Krippendorff's αU: K. Krippendorff, “On the reliability of unitizing continuous data”,
/// Sociological Methodology 25 (1995), 47–76, and “Content Analysis”, 2nd edition (2004), 251–256.
/// Two passages that overlap differ by the squares of how far apart their beginnings and their ends
/// are; a passage where another coder has none differs by the square of its length. Passages of one
/// coder that overlap or touch count as one.
public final class Continuum {

  private final long length;
  private final List<List<Span>> coders;

  /// `length` characters, and for each coder the passages in them.
  public Continuum(int length, List<List<Span>> coders) {
    this.length = length;
    this.coders = coders.stream().map(Passages::joined).toList();
    for (var passages : this.coders) {
      if (!passages.isEmpty() && passages.getLast().end() > length) {
        throw new IllegalArgumentException(
            "a passage ends after the text: " + passages.getLast() + " of " + length);
      }
    }
  }

  /// 1 - observed over expected disagreement; NaN where nothing was marked.
  public double alpha() {
    return alpha(List.of(this));
  }

  /// The same of several codes on one text together: 1 - the sum of what was observed over the sum
  /// of what was to be expected.
  public static double alpha(List<Continuum> codes) {
    var observed = codes.stream().mapToDouble(Continuum::observed).sum();
    var expected = codes.stream().mapToDouble(Continuum::expected).sum();
    return expected == 0 ? Double.NaN : 1 - observed / expected;
  }

  /// The disagreement there is, D_o of the code.
  public double observed() {
    var sum = 0.0;
    for (var one : coders) {
      for (var other : coders) {
        if (one != other) {
          sum += differences(one, other);
        }
      }
    }
    var m = coders.size();
    return sum / ((double) m * (m - 1) * length * length);
  }

  /// What the passages of one coder differ from those of another, and from the gaps of the other.
  /// Gaps of the one that hold a passage of the other count when the two are taken the other way
  /// round, as the sum over both orders wants it.
  private double differences(List<Span> one, List<Span> other) {
    var sum = 0.0;
    var first = 0; // of those that do not end before the passage; both lists are in order
    for (var passage : one) {
      while (first < other.size() && other.get(first).end() <= passage.start()) {
        first++;
      }
      var meets = false;
      for (var i = first; i < other.size() && other.get(i).start() < passage.end(); i++) {
        var there = other.get(i);
        sum += square(passage.start() - there.start()) + square(passage.end() - there.end());
        meets = true;
      }
      if (!meets) {
        // seen from the passage, and once more from the gap
        sum += 2 * square(passage.length());
      }
    }
    return sum;
  }

  /// The disagreement to be expected by chance, D_e of the code.
  public double expected() {
    var units = coders.stream().mapToInt(List::size).sum();
    var gaps =
        coders.stream()
            .flatMap(passages -> gaps(passages).stream())
            .mapToLong(gap -> gap)
            .sorted()
            .toArray();
    var from = new long[gaps.length + 1]; // the sum of this gap and all longer ones
    for (var i = gaps.length - 1; i >= 0; i--) {
      from[i] = from[i + 1] + gaps[i];
    }
    var sum = 0.0;
    var within = 0.0;
    for (var passages : coders) {
      for (var passage : passages) {
        double l = passage.length();
        sum += (units - 1) / 3.0 * (2 * l * l * l - 3 * l * l + l);
        var first = firstOfAtLeast(gaps, passage.length());
        sum += l * l * (from[first] - (gaps.length - first) * (l - 1));
        within += l * (l - 1);
      }
    }
    if (sum == 0) {
      return 0;
    }
    var all = (double) coders.size() * length;
    return 2.0 / length * sum / (all * (all - 1) - within);
  }

  private static int firstOfAtLeast(long[] sorted, long length) {
    var from = 0;
    var to = sorted.length;
    while (from < to) {
      var middle = (from + to) >>> 1;
      if (sorted[middle] < length) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// How long the stretches are that a coder left unmarked.
  private List<Long> gaps(List<Span> passages) {
    List<Long> gaps = new ArrayList<>();
    var from = 0L;
    for (var passage : passages) {
      if (passage.start() > from) {
        gaps.add(passage.start() - from);
      }
      from = passage.end();
    }
    if (from < length) {
      gaps.add(length - from);
    }
    return gaps;
  }

  private static double square(double by) {
    return by * by;
  }
}
