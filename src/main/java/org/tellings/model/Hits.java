package org.tellings.model;

import java.util.List;

/// What a search found: how many articles in all (exact), and one page of them in the order asked
/// for.
///
/// `matches` is the number of places matched in the articles of this page.
public record Hits(int total, int matches, List<Hit> page) {

  public Hits {
    page = List.copyOf(page);
  }

  /// One article found. `spans` are the matched places in its text, in order, at most 200;
  /// `titleSpans` those in its title. `score` only orders hits of one search.
  public record Hit(ArticleId article, float score, List<Span> spans, List<Span> titleSpans) {
    public Hit {
      spans = List.copyOf(spans);
      titleSpans = List.copyOf(titleSpans);
    }
  }

  public enum Order {
    RELEVANCE,
    NEWEST,
    OLDEST
  }
}
