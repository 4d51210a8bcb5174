package org.tellings.ui.timeline;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Words in lines of a width, as a card has them: broken where lines may be broken, also between
/// characters of a language without spaces; what does not fit ends with “…”.
final class CardWords {

  private static final String CUT = "…";

  private CardWords() {}

  /// At most so many lines, none wider than `width` as `wide` tells; none begins or ends with a
  /// space. A word that is wider than a line is cut at its characters. Words are measured one by
  /// one, as most stand on other cards too.
  static List<String> lines(String words, double width, int most, ToDoubleFunction<String> wide) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    var taken = 0.0;
    for (var piece : pieces(words.strip())) {
      var bare = wide.applyAsDouble(piece.stripTrailing());
      if (taken + bare > width && (line.isEmpty() || lines.size() == most - 1)) {
        lines.add(cut(line + piece, width, wide));
        return lines;
      }
      if (taken + bare > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
        taken = 0;
        if (bare > width) {
          lines.add(cut(piece, width, wide));
          return lines;
        }
      }
      line.append(piece);
      taken += wide.applyAsDouble(piece);
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /// The same on one line.
  static String line(String words, double width, ToDoubleFunction<String> wide) {
    return lines(words, width, 1, wide).stream().findFirst().orElse("");
  }

  private static List<String> pieces(String words) {
    var breaks = BreakIterator.getLineInstance(Locale.ENGLISH);
    breaks.setText(words);
    List<String> pieces = new ArrayList<>();
    for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; ) {
      pieces.add(words.substring(from, to));
      from = to;
      to = breaks.next();
    }
    return pieces;
  }

  /// As much of the beginning as leaves room for the sign that more follows.
  private static String cut(String line, double width, ToDoubleFunction<String> wide) {
    var low = 0;
    var high = line.length();
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (wide.applyAsDouble(line.substring(0, middle).stripTrailing() + CUT) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    var isHalf = low > 0 && Character.isHighSurrogate(line.charAt(low - 1));
    return line.substring(0, isHalf ? low - 1 : low).stripTrailing() + CUT;
  }
}
