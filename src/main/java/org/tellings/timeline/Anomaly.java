package org.tellings.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Span;

/// A date, or an office at a date, that cannot be so beside what else is told.
///
/// `why` says in a sentence what does not fit; `spans` are the places, two where two do not fit
/// together, none where the page's own dates do not. `suggested` is the day that would fit, where
/// there is one. The id is made of the type and the places.
public record Anomaly(
    String id, Type type, String why, List<Place> spans, Optional<Suggestion> suggested) {

  public Anomaly {
    spans = List.copyOf(spans);
  }

  /// A day that would fit, as 2025-01-27, and what would have to say so.
  public sealed interface Suggestion {

    LocalDate when();

    /// What these dating words would have to say.
    record OfWords(FindingId dating, LocalDate when) implements Suggestion {}

    /// When the article would have been published.
    record OfPage(ArticleId article, LocalDate when) implements Suggestion {}
  }

  static Anomaly of(Type type, String why, List<Place> spans) {
    return of(type, why, spans, Optional.empty());
  }

  static Anomaly of(Type type, String why, List<Place> spans, Optional<Suggestion> suggested) {
    var hash = new StringBuilder(type.word());
    spans.forEach(
        place ->
            hash.append('\n')
                .append(place.article())
                .append(place.span().start())
                .append('-')
                .append(place.span().end()));
    return new Anomaly(
        "a-" + Article.sha256(hash.toString()).substring(0, 12), type, why, spans, suggested);
  }

  /// A stretch of one article.
  public record Place(ArticleId article, String file, Heading heading, Span span, String text) {

    static Place of(Article article, Span span) {
      return new Place(
          article.id(), article.file(), article.heading(), span, span.in(article.text()));
    }

    String outlet() {
      return heading.outlet().isKnown() ? heading.outlet().name() : file;
    }
  }

  /// The rules, each by the word it has in output.
  public enum Type {
    DATED_BEFORE_EVENT,
    WEEKDAY_MISMATCH,
    DATE_CONFLICT,
    UPDATED_BEFORE_PUBLISHED,
    CAPTURED_BEFORE_PUBLISHED,
    RELATIVE_DATE_WITHOUT_ANCHOR,
    PRODUCT_BEFORE_RELEASE,
    OFFICE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
