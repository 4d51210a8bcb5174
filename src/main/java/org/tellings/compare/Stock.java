package org.tellings.compare;

import java.util.List;
import java.util.Locale;

/// Short wording that anybody may print: long names, and phrases of the trade.
final class Stock {

  /// Longer wording is more than its phrase.
  private static final int LONGEST = 24;

  private static final List<String> PHRASES =
      List.of(
          "request for comment",
          "requests for comment",
          "declined to comment",
          "condition of anonymity",
          "follow us on",
          "subscribe to our",
          "sign up for our",
          "sign up to our",
          "all rights reserved",
          "never miss a story");

  private Stock() {}

  /// Whether a stretch of the text is such wording.
  static boolean is(Tape tape, int first, int end) {
    if (end - first > LONGEST) {
      return false;
    }
    var text = tape.span(first, end).in(tape.article.text());
    var low = text.toLowerCase(Locale.ROOT);
    return PHRASES.stream().anyMatch(low::contains) || isName(text);
  }

  /// All words with a capital but the small ones, and no sentence among them.
  private static boolean isName(String text) {
    if (text.indexOf('.') >= 0) {
      return false;
    }
    var capitals = 0;
    for (var word : WordReader.read(text, 0)) {
      if (word.capital()) {
        capitals++;
      } else if (!word.function()) {
        return false;
      }
    }
    return capitals >= 3;
  }
}
