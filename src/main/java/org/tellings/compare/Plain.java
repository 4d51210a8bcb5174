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

  /// A figure without what it is told for each of, which its scope tells: “USD per month”.
  static Figure bare(Figure figure) {
    var per = figure.unit().indexOf(" per ");
    return per < 0 || figure.unit().startsWith("part per")
        ? figure
        : with(figure, figure.low(), figure.high(), figure.unit().substring(0, per));
  }

  /// “Two thirds of …”, “two out of five” in percent, a count of years in years; others as they
  /// are. `head` is the stem of what is counted; words `from` to `to` are the figure.
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
    var whole = outOf(words, to);
    if (whole > 0 && figure.high().compareTo(BigDecimal.valueOf(whole)) < 0) {
      return with(figure, percent(figure.low(), whole), percent(figure.high(), whole), "percent");
    }
    var parts = partsOf(words, from);
    if (parts > 0 && figure.low().compareTo(BigDecimal.valueOf(parts)) > 0) {
      var percent =
          BigDecimal.valueOf(parts).multiply(HUNDRED).divide(figure.low(), MathContext.DECIMAL32);
      return with(figure, percent, percent, "percent");
    }
    var part = PARTS.get(head);
    var size = BigDecimal.TEN;
    if (part != null && figure.high().compareTo(size) < 0 && isPart(words, to)) {
      return rough(figure, percent(figure.low(), part), percent(figure.high(), part));
    }
    return Units.ofStem(head)
        .map(unit -> with(figure, figure.low(), figure.high(), unit))
        .orElse(figure);
  }

  /// “A fifth of”, “two thirds were against”.
  private static boolean isPart(List<Word> words, int to) {
    return to < words.size()
        && (words.get(to).low().equals("thirds")
            || words.get(to).low().endsWith("ths")
            || to + 1 < words.size() && words.get(to + 1).low().equals("of"));
  }

  /// A part in words may be off by a step, but not to the side that “over” or “under” shuts out.
  private static Figure rough(Figure figure, BigDecimal low, BigDecimal high) {
    return with(
        figure,
        figure.approximation() == Approximation.OVER ? low : low.subtract(STEP),
        figure.approximation() == Approximation.UNDER ? high : high.add(STEP),
        "percent");
  }

  /// The five of “two out of five”; 0 where it is not told so.
  private static int outOf(List<Word> words, int to) {
    return to + 2 < words.size()
            && words.get(to).low().equals("out")
            && words.get(to + 1).low().equals("of")
        ? SourceWords.number(words.get(to + 2).low()).orElse(0)
        : 0;
  }

  /// The two of “two out of five”, where the five is the figure.
  private static int partsOf(List<Word> words, int from) {
    return from >= 3
            && words.get(from - 1).low().equals("of")
            && words.get(from - 2).low().equals("out")
        ? SourceWords.number(words.get(from - 3).low()).orElse(0)
        : 0;
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
