package org.tellings.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding;

/// All extractors, in the order they run. Pure: the same article gives the same findings, always.
///
/// Safe for use from many threads. Bounded: time grows linearly with the text.
public final class Extractors {

  /// Raised whenever any rule changes.
  public static final String VERSION = "2";

  private Extractors() {}

  /// Every finding of an article, ordered by span, then kind. Relative dates are resolved against the
  /// article's published date.
  public static List<Finding> extractAll(Article article) {
    List<Finding> all = new ArrayList<>();
    var reading = new Reading(article.text());
    all.addAll(QuoteExtractor.extract(reading, new Speakers(reading)));
    all.addAll(reading.mentions);
    all.addAll(FigureExtractor.extract(reading));
    all.addAll(DateExtractor.extract(reading.words,
        article.heading().published().map(Dated::value)));
    all.sort(Comparator.comparing(Finding::span).thenComparing(Finding::kind));
    return all;
  }
}
