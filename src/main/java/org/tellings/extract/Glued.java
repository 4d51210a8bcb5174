package org.tellings.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Digits that stand in one word with the code of their money: `EUR50m`, `RM120,000`, `A82,615`.
///
/// A word ends at a comma, so the digits may reach over several tokens.
final class Glued {

  private static final int LONGEST = 16;

  private final Words words;

  Glued(Words words) {
    this.words = words;
  }

  /// Digits up to token `to`, the letters before them, and those behind them in the same word.
  record Found(int to, BigDecimal value, String before, String behind, boolean thousands) {

    /// Whether it can be no name: `RM120,000` and `PS2.7m`, not `PS5`.
    boolean isAmount() {
      return thousands || value.scale() > 0 || !behind.isEmpty();
    }
  }

  /// One to three capitals and a digit; cheap.
  boolean mayBegin(int i) {
    if (!words.isWord(i) || !words.isCapital(i)) {
      return false;
    }
    var low = words.low(i);
    for (var k = 1; k < Math.min(4, low.length()); k++) {
      if (Words.isDigit(low.charAt(k))) {
        return true;
      }
    }
    return false;
  }

  /// What the word at `i` and the tokens glued to it print; null when it is no such word.
  @Nullable Found at(int i) {
    if (!mayBegin(i)) {
      return null;
    }
    var text = words.text;
    var from = words.start(i);
    var digits = from;
    while (!Words.isDigit(text.charAt(digits))) {
      digits++;
    }
    var end = digits;
    while (end < text.length() && end - digits <= LONGEST && isPart(text, end)) {
      end++;
    }
    var printed = text.substring(digits, end);
    var to = words.at(end);
    var behind = "";
    if (to < words.size() && words.start(to) < end) {
      behind = text.substring(end, words.end(to));
      to++;
    }
    if (printed.length() > LONGEST
        || printed.indexOf('.') != printed.lastIndexOf('.')
        || printed.indexOf(',') >= 0 && !Numbers.hasThousands(printed)) {
      return null;
    }
    return new Found(
        to,
        new BigDecimal(printed.replace(",", "")),
        text.substring(from, digits),
        behind,
        printed.indexOf(',') >= 0);
  }

  private static boolean isPart(String text, int i) {
    var c = text.charAt(i);
    return Words.isDigit(c)
        || (c == ',' || c == '.') && i + 1 < text.length() && Words.isDigit(text.charAt(i + 1));
  }

  /// The money that letters before digits mean, as ISO 4217; empty when they mean none.
  static String money(String letters) {
    return switch (letters) {
      case "USD",
          "EUR",
          "GBP",
          "JPY",
          "CNY",
          "INR",
          "AUD",
          "CAD",
          "CHF",
          "HKD",
          "SGD",
          "NZD",
          "SEK",
          "NOK",
          "DKK",
          "ZAR",
          "BRL",
          "MXN",
          "KRW",
          "TRY",
          "ILS" ->
          letters;
      case "RM" -> "MYR";
      case "RMB" -> "CNY";
      case "Rs" -> "INR";
      case "PS" -> "GBP"; // the pound sign in texts that were turned into plain letters
      default -> "";
    };
  }
}
