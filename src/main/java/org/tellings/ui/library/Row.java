package org.tellings.ui.library;

import java.util.List;
import org.tellings.model.Article;
import org.tellings.model.Excerpt;
import org.tellings.model.Hits.Hit;
import org.tellings.model.Span;
import org.tellings.model.Summary;

/// One article found, as a row of the list: heading, counts, and the words around its best matches.
///
/// `marks` are the matches inside `snippet`.
record Row(Hit hit, Summary summary, String snippet, List<Span> marks) {

  private static final int LENGTH = 190;

  static Row of(Hit hit, Summary summary, Article article) {
    if (article.text().isEmpty()) {
      return new Row(hit, summary, "", List.of());
    }
    var excerpt = Excerpt.of(article.text(), hit.spans(), LENGTH);
    return new Row(hit, summary, excerpt.words(article.text()), excerpt.marks());
  }
}
