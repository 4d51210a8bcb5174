package org.tellings.extract;

import java.util.List;
import org.tellings.model.Article;
import org.tellings.model.Finding;

/// All extractors, in the order they run. Pure: the same article gives the same findings, always.
///
/// Safe for use from many threads. Bounded: time grows linearly with the text.
public final class Extractors {

  /// Raised whenever any rule changes; libraries extracted under another version offer re-extraction.
  public static final String VERSION = "1";

  private Extractors() {}

  /// Every finding of an article, ordered by span, then kind. Dates are resolved against the
  /// article's published date.
  public static List<Finding> extractAll(Article article) {
    return List.of();
  }
}
