package org.tellings.model;

/// Quotation marks and apostrophes as a keyboard has them.
///
/// Every sign is replaced by one sign, so that places in the text stay where they are.
public final class Marks {

  private Marks() {}

  /// The text with straight marks in the place of all others: `O’Leary` becomes `O'Leary`.
  public static String plain(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (plain(text.charAt(i)) != text.charAt(i)) {
        var plain = text.toCharArray();
        plain(plain, i, plain.length - i);
        return new String(plain);
      }
    }
    return text;
  }

  /// Replaces the marks among `length` letters from `from` on.
  public static void plain(char[] letters, int from, int length) {
    for (var i = from; i < from + length; i++) {
      letters[i] = plain(letters[i]);
    }
  }

  private static char plain(char letter) {
    return letter < '`'
        ? letter
        : switch (letter) {
          case '’', '‘', '‛', '‚', 'ʼ', '′', '´', '`', '＇' -> '\'';
          case '“', '”', '‟', '„', '″', '＂' -> '"';
          default -> letter;
        };
  }
}
