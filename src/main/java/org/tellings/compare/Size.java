package org.tellings.compare;

import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Figure;

/// A single value that says “about” at most, as a number to be compared fast.
///
/// `unit` is empty where the figure is a range or a bound, of which this tells nothing.
record Size(String unit, double value, boolean exact) {

  /// No rounding takes away or adds more of the greater: of two that say no “about”, and else.
  private static final double LEAST = 0.081;

  private static final double MOST = 0.51;

  private static final Size UNTOLD = new Size("", 0, false);

  static Size of(Figure figure) {
    var plain =
        figure.approximation() == Approximation.EXACT
            || figure.approximation() == Approximation.ABOUT;
    return plain && figure.low().compareTo(figure.high()) == 0
        ? new Size(
            figure.unit(),
            figure.high().doubleValue(),
            figure.approximation() == Approximation.EXACT)
        : UNTOLD;
  }

  /// True when the two are neither equal nor the rounding of each other, see [Values#isRounding];
  /// false tells nothing.
  boolean isOff(Size other) {
    return !unit.isEmpty()
        && unit.equals(other.unit)
        && Math.abs(value - other.value)
            > (exact && other.exact ? LEAST : MOST)
                * Math.max(Math.abs(value), Math.abs(other.value));
  }
}
