package org.tellings.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.tellings.compare.Prose.Word;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Figure;

/// A figure in the unit in which it can be compared with others.
final class Plain {

  /// Parts by the stem of their word.
  private static final Map<String, Integer> PARTS =
      Map.of("half", 2, "third", 3, "quarter", 4, "fifth", 5, "eighth", 8, "tenth", 10);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// How much a part in words may be off, in percent.
  private static final BigDecimal STEP = BigDecimal.valueOf(5);

  private Plain() {}

  /// “Two thirds of …” in percent, a count of years in years; others as they are. `head` is the
  /// stem of what is counted, `to` the place of the first word behind the figure.
  static Figure of(Figure figure, String head, List<Word> words, int to) {
    if (!figure.unit().equals("count")) {
      return figure;
    }
    var part = PARTS.get(head);
    var size = BigDecimal.TEN;
    if (part != null
        && figure.high().compareTo(size) < 0
        && to + 1 < words.size()
        && words.get(to + 1).low().equals("of")) {
      var high = percent(figure.high(), part);
      var low = percent(figure.low(), part);
      return with(
          figure,
          figure.approximation() == Approximation.OVER ? low : low.subtract(STEP),
          figure.approximation() == Approximation.UNDER ? high : high.add(STEP),
          "percent");
    }
    return Units.isKnown(head) ? with(figure, figure.low(), figure.high(), head) : figure;
  }

  private static BigDecimal percent(BigDecimal parts, int whole) {
    return parts.multiply(HUNDRED).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL32);
  }

  private static Figure with(Figure figure, BigDecimal low, BigDecimal high, String unit) {
    return new Figure(
        figure.span(),
        low,
        high,
        unit,
        figure.approximation(),
        figure.change(),
        figure.measures(),
        figure.rule());
  }
}
