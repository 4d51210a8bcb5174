package org.tellings.ui.figures;

import static org.tellings.ui.kit.Texts.t;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.tellings.model.Finding;

/// A value with its unit, short for a plot and a list, long for a table.
final class Amount {

  private record Scale(int zeros, String sign) {}

  private static final List<Scale> SCALES =
      List.of(new Scale(12, "tn"), new Scale(9, "bn"), new Scale(6, "m"));

  private Amount() {}

  /// "$589bn", "16.97 %", "2,048", "2.788m hours": four digits at most where it is scaled.
  static String shortly(BigDecimal value, String unit) {
    return with(scaled(value), unit);
  }

  /// "589,000,000,000", in whole digits; a range with a dash.
  static String wholly(Finding.Figure figure) {
    return figure.low().compareTo(figure.high()) == 0
        ? plain(figure.low())
        : plain(figure.low()) + "–" + plain(figure.high());
  }

  /// The sign before a value as read: `<` under, `≈` about, `>` over; empty when exact.
  static String sign(Finding.Approximation approximation) {
    return switch (approximation) {
      case EXACT -> "";
      case ABOUT -> "≈ ";
      case UNDER -> "< ";
      case OVER -> "> ";
      case UPTO -> "≤ ";
      case ATLEAST -> "≥ ";
    };
  }

  /// How a figure was meant, in words.
  static String kind(Finding.Figure figure) {
    if (figure.low().compareTo(figure.high()) != 0) {
      return t("range");
    }
    return switch (figure.approximation()) {
      case EXACT -> t("exact");
      case ABOUT -> t("approximate");
      case UNDER, UPTO -> t("upper bound");
      case OVER, ATLEAST -> t("lower bound");
    };
  }

  /// "US dollars", "per cent", "hours", or nothing for a plain count.
  static String unit(String unit) {
    return switch (unit) {
      case "USD" -> t("US dollars");
      case "EUR" -> t("euros");
      case "GBP" -> t("pounds");
      case "percent" -> t("per cent");
      case "count" -> t("a count");
      default -> unit;
    };
  }

  private static String with(String number, String unit) {
    return switch (unit) {
      case "USD" -> "$" + number;
      case "EUR" -> "€" + number;
      case "GBP" -> "£" + number;
      case "percent" -> number + " %";
      case "count" -> number;
      default -> number + " " + unit;
    };
  }

  private static String scaled(BigDecimal value) {
    for (var scale : SCALES) {
      if (value.abs().compareTo(BigDecimal.TEN.pow(scale.zeros())) >= 0) {
        return plain(value.scaleByPowerOfTen(-scale.zeros()).round(new MathContext(4)))
            + scale.sign();
      }
    }
    return plain(value);
  }

  private static String plain(BigDecimal value) {
    var format = NumberFormat.getInstance(Locale.ENGLISH);
    format.setMaximumFractionDigits(6);
    return format.format(value);
  }
}
