package org.tellings.compare;

import org.tellings.model.Span;

/// One word of a text, as it is compared.
///
/// `key` is the same for the same word in another spelling, `stem` for its other forms. `at` lies
/// in the text of the article. `after` are the signs between it and the next word of the same text.
/// A function word ("the", "of", "would") says little about the matter; a negation is none.
/// `bracketed`: it stands in brackets, with some of its letters at least.
record Word(
    String key, String stem, Span at, String printed, String after, boolean function, Marked mark) {

  /// Where a word stands: plain, in square brackets, or in round ones.
  enum Marked {
    PLAIN,
    SQUARE,
    ROUND
  }

  /// What a word counts when wordings are weighed: four content words weigh as much as sixteen
  /// function words.
  int weight() {
    return function ? 1 : 4;
  }

  boolean bracketed() {
    return mark != Marked.PLAIN;
  }

  /// Begins with a capital, as names do.
  boolean capital() {
    var first = printed.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /// An ellipsis stands between this word and the next.
  boolean cutAfter() {
    return hasEllipsis(after);
  }

  /// A sentence ends after this word.
  boolean stopAfter() {
    if (cutAfter()) {
      return false;
    }
    return after.indexOf('.') >= 0 || after.indexOf('?') >= 0 || after.indexOf('!') >= 0;
  }

  static boolean hasEllipsis(String signs) {
    if (signs.indexOf('…') >= 0) {
      return true;
    }
    var dots = 0;
    for (var i = 0; i < signs.length(); i++) {
      var c = signs.charAt(i);
      if (c == '.') {
        dots++;
      }
    }
    return dots >= 2;
  }
}
