package org.tellings.ui.reader;

import java.util.Optional;
import org.tellings.model.Span;

/// Where a passage may end or begin: at the edges of words.
final class Ends {

  private Ends() {}

  /// A passage with its end, or else its start, moved by a word to the left (-1) or to the right
  /// (1); empty when it stays or would hold nothing.
  static Optional<Span> moved(String text, Span span, boolean end, int by) {
    var start = end ? span.start() : word(text, span.start(), by, false);
    var to = end ? word(text, span.end(), by, true) : span.end();
    return start < to
        ? Optional.of(new Span(start, to)).filter(s -> !s.equals(span))
        : Optional.empty();
  }

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
