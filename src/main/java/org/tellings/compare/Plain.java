package org.tellings.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.compare.Prose.Word;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Figure;

/// A figure in the unit in which it can be compared with others.
final class Plain {

  /// Parts by the stem of their word.
  private static final Map<String, Integer> PARTS =
      Map.of("half", 2, "third", 3, "quarter", 4, "fifth", 5, "eighth", 8, "tenth", 10);

  private static final Map<String, String> SPEEDS = Map.of("mile", "mph", "km", "kph");

  /// Stems of what is measured in metres.
  private static final Set<String> HIGH =
      Arrays.stream(
              "river water tide wave flood snow sea lake tall high deep depth height wide long wall"
                  .split(" "))
          .map(Stems::of)
          .collect(Collectors.toUnmodifiableSet());

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// How much a part in words may be off, in percent.
  private static final BigDecimal STEP = BigDecimal.valueOf(5);

  private Plain() {}

  /// “Two thirds of …” in percent, a count of years in years; others as they are. `head` is the
  /// stem of what is counted; words `from` to `to` are the figure.
  static Figure of(Figure figure, String head, List<Word> words, int from, int to) {
    if (figure.rule().startsWith("figure.fraction")) {
      return rough(figure, figure.low(), figure.high());
    }
    if (!figure.unit().equals("count")) {
      var speed = SPEEDS.get(figure.unit());
      return speed != null && isAnHour(words, to)
          ? with(figure, figure.low(), figure.high(), speed)
          : figure;
    }
    if (isMetres(words, from, to)) {
      return with(figure, figure.low().movePointLeft(6), figure.high().movePointLeft(6), "metre");
    }
    var part = PARTS.get(head);
    var size = BigDecimal.TEN;
    if (part != null
        && figure.high().compareTo(size) < 0
        && to + 1 < words.size()
        && words.get(to + 1).low().equals("of")) {
      return rough(figure, percent(figure.low(), part), percent(figure.high(), part));
    }
    return Units.isKnown(head) ? with(figure, figure.low(), figure.high(), head) : figure;
  }

  /// A part in words may be off by a step, but not to the side that “over” or “under” shuts out.
  private static Figure rough(Figure figure, BigDecimal low, BigDecimal high) {
    return with(
        figure,
        figure.approximation() == Approximation.OVER ? low : low.subtract(STEP),
        figure.approximation() == Approximation.UNDER ? high : high.add(STEP),
        "percent");
  }

  private static boolean isAnHour(List<Word> words, int to) {
    return to + 1 < words.size()
        && (words.get(to).low().equals("an") || words.get(to).low().equals("per"))
        && words.get(to + 1).low().equals("hour");
  }

  /// “4.8m” is metres beside water, snow and what is tall or deep, and with no noun behind it.
  private static boolean isMetres(List<Word> words, int from, int to) {
    return to == from + 1
        && words.get(from).low().matches("\\d{1,3}(\\.\\d+)?m")
        && words.stream().anyMatch(word -> HIGH.contains(word.stem()));
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
