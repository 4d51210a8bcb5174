package org.tellings.export;

import java.util.Arrays;
import java.util.Optional;
import org.tellings.model.Span;

/// Places in a text by Unicode code points, as other programs count, and by UTF-16 units, as this
/// one does.
public final class CodePoints {

  private final String text;

  /// Where the second halves of surrogate pairs stand, in order.
  private final int[] pairs;

  public CodePoints(String text) {
    this.text = text;
    var found = new int[16];
    var n = 0;
    for (var i = 1; i < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
        found[n++] = i;
        i++; // the next pair begins after this one
      }
    }
    this.pairs = Arrays.copyOf(found, n);
  }

  public int count() {
    return text.length() - pairs.length;
  }

  /// How many code points stand before a UTF-16 offset.
  public int before(int offset) {
    var at = Arrays.binarySearch(pairs, offset);
    return offset - (at >= 0 ? at : -at - 1);
  }

  /// The UTF-16 offset after so many code points.
  public int offset(int points) {
    // the i-th pair's second half stands after pairs[i] - i code points
    var low = 0;
    var high = pairs.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (pairs[middle] - middle <= points) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return points + low;
  }

  /// The characters from one place to another, the end not included; empty when the text has no
  /// such characters.
  public Optional<Span> span(long from, long to) {
    return from < 0 || to <= from || to > count()
        ? Optional.empty()
        : Optional.of(new Span(offset((int) from), offset((int) to)));
  }
}
