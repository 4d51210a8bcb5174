package org.tellings.compare;

import java.util.List;
import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Heading;
import org.tellings.model.Span;

/// Wording that stands in several articles, or several times in one.
///
/// `words` is the length of the shortest place, in words. `direction` is the article it started in,
/// empty when undecided; `evidence` says in a sentence why. `repeatsWithin`: one article says it
/// twice. Places begin with the earliest article and are at least two.
public record Passage(
    String id,
    List<Place> places,
    int words,
    Optional<ArticleId> direction,
    String evidence,
    boolean repeatsWithin) {

  public Passage {
    places = List.copyOf(places);
    if (places.size() < 2) {
      throw new IllegalArgumentException("a passage stands in two places at least");
    }
  }

  /// Where the wording stands in one article, and its exact characters there.
  public record Place(ArticleId article, String file, Heading heading, Span span, String text) {

    static Place of(Article article, Span span) {
      return new Place(
          article.id(), article.file(), article.heading(), span, span.in(article.text()));
    }
  }
}
