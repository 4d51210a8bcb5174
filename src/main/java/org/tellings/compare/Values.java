package org.tellings.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Figure;

/// Two values and how they come to differ: the arithmetic of figures.
final class Values {

  /// The part of a value that rounding takes away or adds at most.
  private static final BigDecimal CLOSE = new BigDecimal("0.08");

  /// The part of a value that an “about” of two digits or more leaves open.
  private static final BigDecimal ABOUT = new BigDecimal("0.02");

  /// The part of a value that an “about” leaves open at most.
  private static final BigDecimal ROUGHLY = new BigDecimal("0.15");

  private static final BigDecimal SPREAD = BigDecimal.valueOf(3);

  private Values() {}

  /// Whether two figures of one measure have one value, in the unit of either.
  static boolean isEqual(Figure a, Figure b) {
    return a.unit().equals(b.unit())
        ? a.low().compareTo(b.low()) == 0 && a.high().compareTo(b.high()) == 0
        : isEqual(in(a, b.unit()), b) || isEqual(a, in(b, a.unit()));
  }

  /// The figure in another unit of its measure.
  static Figure in(Figure figure, String unit) {
    return figure.unit().equals(unit)
        ? figure
        : new Figure(
            figure.span(),
            Units.in(figure.low(), figure.unit(), unit),
            Units.in(figure.high(), figure.unit(), unit),
            unit,
            figure.approximation(),
            figure.change(),
            figure.measures(),
            figure.rule());
  }

  /// How many digits a value is printed to: the digits without the noughts at its end.
  static int digits(BigDecimal value) {
    return value.signum() == 0 ? 1 : value.abs().stripTrailingZeros().precision();
  }

  /// Whether `exact` becomes `round` when it is rounded to as many digits as `round` is printed to.
  static boolean roundsTo(BigDecimal exact, BigDecimal round) {
    var digits = digits(round);
    return digits(exact) > digits
        && exact.round(new java.math.MathContext(digits, RoundingMode.HALF_UP)).compareTo(round)
            == 0;
  }

  /// Whether `value` keeps the bound that a figure prints: “nearly 15” holds of 14 to 15, “over
  /// 400” of 400 to 500; always within one step of the last digit printed.
  static boolean keeps(BigDecimal value, Figure bound) {
    var b = bound.high();
    var step = step(b);
    return switch (bound.approximation()) {
      case UNDER, UPTO -> value.compareTo(b) < 0 && value.compareTo(b.subtract(step)) >= 0;
      case OVER, ATLEAST ->
          value.compareTo(bound.low()) > 0 && value.compareTo(bound.low().add(step)) < 0;
      case ABOUT ->
          value.subtract(b).abs().compareTo(step.divide(BigDecimal.TWO)) <= 0
                  && value.subtract(b).abs().compareTo(b.abs().multiply(ROUGHLY)) <= 0
              || digits(b) > 1 && value.subtract(b).abs().compareTo(b.abs().multiply(ABOUT)) <= 0;
      case EXACT -> false;
    };
  }

  /// One unit of the last digit printed that is not nought.
  static BigDecimal step(BigDecimal value) {
    var bare = value.stripTrailingZeros();
    return BigDecimal.ONE.scaleByPowerOfTen(-bare.scale());
  }

  /// Whether a single value lies in a range, or one range in another.
  ///
  /// A range that ends at more than three times where it begins is a spread, not an estimate.
  static boolean isWithin(Figure a, Figure b) {
    return b.low().compareTo(b.high()) < 0
        && b.high().compareTo(b.low().multiply(SPREAD)) <= 0
        && a.low().compareTo(b.low()) >= 0
        && a.high().compareTo(b.high()) <= 0;
  }

  static boolean isRounding(Figure a, Figure b) {
    return !Size.of(a).isOff(Size.of(b)) && (rounds(a, b) || rounds(b, a));
  }

  private static boolean rounds(Figure printed, Figure round) {
    var exact = in(printed, round.unit());
    var single = exact.low().compareTo(exact.high()) == 0;
    return isWithin(exact, round)
        || single
            && (roundsTo(exact.high(), round.high())
                    && round.low().equals(round.high())
                    && (isClose(exact.high(), round.high())
                        || round.approximation() != Approximation.EXACT
                            && isNear(exact.high(), round.high(), ROUGHLY))
                || keeps(exact.high(), round)
                    && (exact.approximation() == Approximation.EXACT
                        || exact.approximation() == Approximation.ABOUT
                        || exact.approximation() == round.approximation()));
  }

  /// Nobody rounds 3.5 to 4 without an “about”.
  private static boolean isClose(BigDecimal exact, BigDecimal round) {
    return isNear(exact, round, CLOSE);
  }

  private static boolean isNear(BigDecimal exact, BigDecimal round, BigDecimal part) {
    return exact.subtract(round).abs().compareTo(round.abs().multiply(part)) <= 0;
  }

  /// What slip of the pen makes one value of the other, in words; empty when none does.
  static String slip(BigDecimal a, BigDecimal b) {
    if (a.signum() <= 0 || b.signum() <= 0) {
      return "";
    }
    var x = printed(a);
    var y = printed(b);
    if (x.equals(y)) {
      var power = Math.abs(magnitude(a) - magnitude(b));
      if (power == 3 || power == 6) {
        return power == 3
            ? "one is a thousand times the other"
            : "one is a million times the other";
      }
      return x.length() > 1 && power > 0 ? "the same digits, the point moved" : "";
    }
    if (isTeen(a, b) || isTeen(b, a)) {
      return "a “-teen” for a “-ty”";
    }
    if (magnitude(a) == magnitude(b) && isSwapped(x, y)) {
      return "two digits are swapped";
    }
    var whole = isWhole(a) && isWhole(b);
    if (whole && (isDoubled(x, y) || isDoubled(y, x))) {
      return "a digit is printed twice";
    }
    return whole && (isProduct(x, b) || isProduct(y, a)) ? "a multiplication sign is lost" : "";
  }

  /// Four and forty, both in words: one digit, ten times the other.
  static boolean isTyForNone(BigDecimal a, BigDecimal b) {
    return a.signum() > 0
        && b.signum() > 0
        && digits(a) == 1
        && printed(a).equals(printed(b))
        && Math.abs(magnitude(a) - magnitude(b)) == 1;
  }

  /// Nineteen and ninety.
  private static boolean isTeen(BigDecimal teen, BigDecimal tens) {
    return isWhole(teen)
        && teen.compareTo(BigDecimal.valueOf(13)) >= 0
        && teen.compareTo(BigDecimal.valueOf(19)) <= 0
        && teen.subtract(BigDecimal.TEN).movePointRight(1).compareTo(tens) == 0;
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  private static String printed(BigDecimal value) {
    return value.stripTrailingZeros().unscaledValue().toString();
  }

  private static int magnitude(BigDecimal value) {
    return value.precision() - value.scale();
  }

  private static boolean isSwapped(String x, String y) {
    if (x.length() != y.length()) {
      return false;
    }
    var i = 0;
    while (i < x.length() && x.charAt(i) == y.charAt(i)) {
      i++;
    }
    return i + 1 < x.length()
        && x.charAt(i) == y.charAt(i + 1)
        && x.charAt(i + 1) == y.charAt(i)
        && x.substring(i + 2).equals(y.substring(i + 2));
  }

  private static boolean isDoubled(String longer, String shorter) {
    if (longer.length() != shorter.length() + 1 || shorter.length() < 2) {
      return false;
    }
    for (var i = 1; i < longer.length(); i++) {
      if (longer.charAt(i) == longer.charAt(i - 1)
          && (longer.substring(0, i) + longer.substring(i + 1)).equals(shorter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isProduct(String digits, BigDecimal product) {
    if (digits.length() < 3 || digits.length() > 8) {
      return false;
    }
    for (var i = 1; i < digits.length(); i++) {
      var left = new BigDecimal(digits.substring(0, i));
      var right = new BigDecimal(digits.substring(i));
      if (left.multiply(right).compareTo(product) == 0) {
        return true;
      }
    }
    return false;
  }
}
