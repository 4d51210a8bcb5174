package org.tellings.compare;

import org.tellings.compare.Prose.Word;

/// Numbers of models and products.
final class Codes {

  private Codes() {}

  /// `V3`, `H800`, `o1`, `k1.5`: a few letters and a number.
  static boolean isCode(String low) {
    var letters = 0;
    while (letters < low.length()
        && (Character.isLetter(low.charAt(letters)) || low.charAt(letters) == '-')) {
      letters++;
    }
    return letters > 0
        && letters <= 5
        && letters < low.length()
        && low.substring(letters)
            .chars()
            .allMatch(c -> Character.isDigit(c) || c == '.' || c == 's');
  }

  /// The number of a model in a word or a name: `v3` of DeepSeek-V3; empty when there is none.
  static String in(Word word) {
    var low = word.low();
    if (word.isName()) {
      for (var part : low.split("[- ]")) {
        if (isCode(part)) {
          return part;
        }
      }
      return low.chars().anyMatch(Character::isDigit) ? low : "";
    }
    return !isCode(low) ? "" : low.endsWith("s") ? low.substring(0, low.length() - 1) : low;
  }
}
