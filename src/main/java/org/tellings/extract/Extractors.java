package org.tellings.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Span;

/// All extractors, in the order they run. Pure: the same article gives the same findings, always.
///
/// Safe for use from many threads. Bounded: time grows linearly with the text.
public final class Extractors {

  private Extractors() {}

  /// Every finding of an article, ordered by span, then kind; no two of a kind have the same span.
  /// Relative dates are resolved against the article's published date.
  public static List<Finding> extractAll(Article article) {
    return extractAll(article, Weights.learned());
  }

  /// Every finding by other weights than those of this program.
  static List<Finding> extractAll(Article article, Weights weights) {
    var reading = new Reading(article.text());
    List<Finding> all = new ArrayList<>(reading.mentions);
    all.addAll(FigureExtractor.extract(reading));
    all.addAll(
        DateExtractor.extract(reading.words, article.heading().published().map(Dated::value)));
    var spoken = QuoteExtractor.extract(reading, new Speakers(reading), weights);
    var claims = ClaimExtractor.extract(reading, spoken, all);
    all.addAll(spoken.quotes());
    all.addAll(claims);
    all.sort(Comparator.comparing(Finding::span).thenComparing(Finding::kind));
    return unique(all);
  }

  /// The claim that a person marks in an article: whose it is, and how far the sentence around it
  /// stands behind it.
  public static Claim claimAt(Article article, Span span) {
    var reading = new Reading(article.text());
    List<Finding> others = new ArrayList<>(reading.mentions);
    others.addAll(FigureExtractor.extract(reading));
    var spoken = QuoteExtractor.extract(reading, new Speakers(reading), Weights.learned());
    return ClaimExtractor.at(reading, spoken, others, span);
  }

  /// Why claims of an article are held to be worth checking or not, one line each: what in them
  /// weighed most, with its weight (positive: for it).
  public static List<String> whyChecked(Article article, List<Span> claims) {
    return WorthWhy.of(article, claims);
  }

  /// The figure that words tell by themselves, its span counted in them; empty when they tell none
  /// or several.
  public static Optional<Finding.Figure> figureIn(String words) {
    var all = FigureExtractor.extract(new Reading(words));
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /// The sentences of a text, in order, without the white space between them.
  public static List<Span> sentences(String text) {
    return Sentences.of(new Words(text));
  }

  /// Of findings of one kind on one span, the first.
  private static List<Finding> unique(List<Finding> sorted) {
    List<Finding> unique = new ArrayList<>(sorted.size());
    for (var finding : sorted) {
      if (unique.isEmpty()
          || !unique.getLast().span().equals(finding.span())
          || unique.getLast().kind() != finding.kind()) {
        unique.add(finding);
      }
    }
    return unique;
  }
}
