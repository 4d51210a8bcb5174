package org.tellings.ui.library;

import java.util.List;
import org.tellings.model.Article;
import org.tellings.model.Hits.Hit;
import org.tellings.model.Span;
import org.tellings.model.Summary;

/// One article found, as a row of the list: heading, counts, and some words around the first match.
///
/// `marks` are the matches inside `snippet`.
record Row(Hit hit, Summary summary, String snippet, List<Span> marks) {

  private static final int LENGTH = 190;
  private static final int BEFORE = 40;

  static Row of(Hit hit, Summary summary, Article article) {
    var text = article.text();
    var first = hit.spans().isEmpty() ? 0 : hit.spans().getFirst().start();
    var start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
    var end = start + LENGTH >= text.length() ? text.length() : wordStart(text, start + LENGTH);
    var lead = start > 0 ? "…" : "";
    var words =
        lead
            + text.substring(start, end).replace('\n', ' ').stripTrailing()
            + (end < text.length() ? "…" : "");
    var marks =
        hit.spans().stream()
            .filter(s -> s.start() >= start && s.end() <= end)
            .map(s -> new Span(s.start() - start + lead.length(), s.end() - start + lead.length()))
            .toList();
    return new Row(hit, summary, words, marks);
  }

  private static int wordStart(String text, int from) {
    var at = from;
    while (at < text.length() && at < from + 24 && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return Math.min(text.length(), at + 1);
  }
}
