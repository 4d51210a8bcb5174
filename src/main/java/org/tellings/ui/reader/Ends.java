package org.tellings.ui.reader;

/// Where a passage may end or begin: at the edges of words.
final class Ends {

  private Ends() {}

  /// The next place after a word (`ends`) or before one, going left or right.
  static int word(String text, int from, int by, boolean ends) {
    for (var at = from + by; at > 0 && at < text.length(); at += by) {
      var before = Character.isLetterOrDigit(text.charAt(at - 1));
      var after = Character.isLetterOrDigit(text.charAt(at));
      if (ends ? before && !after : after && !before) {
        return at;
      }
    }
    return by < 0 ? (ends ? from : 0) : (ends ? text.length() : from);
  }
}
