package org.tellings.ui.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Values on a line: zoomed to the data, with round ticks.
///
/// `from` and `to` are the values at its ends.
record Axis(BigDecimal from, BigDecimal to, List<BigDecimal> ticks) {

  /// An axis that holds these two values, with about four ticks.
  static Axis over(BigDecimal lowest, BigDecimal highest) {
    var range = highest.subtract(lowest);
    if (range.signum() == 0) {
      range = lowest.abs().multiply(new BigDecimal("0.02")).max(BigDecimal.ONE);
    }
    var step = step(range.divide(BigDecimal.valueOf(4), MathContext.DECIMAL64));
    var from = lowest.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    if (from.compareTo(lowest) == 0) {
      from = from.subtract(step);
    }
    var to = highest.divide(step, 0, RoundingMode.CEILING).multiply(step);
    if (to.compareTo(highest) == 0) {
      to = to.add(step);
    }
    List<BigDecimal> ticks = new ArrayList<>();
    for (var tick = from; tick.compareTo(to) <= 0; tick = tick.add(step)) {
      ticks.add(tick);
    }
    return new Axis(from, to, List.copyOf(ticks));
  }

  /// The next round number: 1, 2 or 5 and zeros.
  private static BigDecimal step(BigDecimal about) {
    var power = BigDecimal.ONE.scaleByPowerOfTen(about.precision() - about.scale() - 1);
    for (var digit : List.of(1, 2, 5, 10)) {
      var step = power.multiply(BigDecimal.valueOf(digit));
      if (step.compareTo(about) >= 0) {
        return step;
      }
    }
    return power.multiply(BigDecimal.TEN);
  }

  /// Where a value stands, 0 at the beginning and 1 at the end.
  double at(BigDecimal value) {
    return value.subtract(from).divide(to.subtract(from), MathContext.DECIMAL64).doubleValue();
  }
}
