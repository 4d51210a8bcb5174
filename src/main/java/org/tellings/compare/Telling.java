package org.tellings.compare;

import java.util.Comparator;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;

/// One article's version of one thing: a finding, with the article it stands in.
///
/// `text` is exactly the finding's characters.
public record Telling(ArticleId article, String file, Heading heading, Kept kept, String text) {

  /// By day of publication, those without one last; then by article and span.
  public static final Comparator<Telling> EARLIEST =
      Comparator.comparing(Telling::published)
          .thenComparing(Telling::article)
          .thenComparing(telling -> telling.kept().finding().span());

  public static Telling of(Article article, Kept kept) {
    return new Telling(
        article.id(),
        article.file(),
        article.heading(),
        kept,
        kept.finding().span().in(article.text()));
  }

  /// Where it stands.
  public Passage.Place place() {
    return new Passage.Place(article, file, heading, kept.finding().span(), text);
  }

  public Outlet outlet() {
    return heading.outlet();
  }

  /// ISO 8601, as precise as known; `9999` when it is not known, so that it comes last.
  String published() {
    var published = heading.published();
    return published.isPresent() ? published.get().value() : "9999";
  }
}
