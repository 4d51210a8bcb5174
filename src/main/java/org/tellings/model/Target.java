package org.tellings.model;

/// What can be coded: a finding, or any words of an article.
public sealed interface Target permits FindingId, Segment {

  ArticleId article();

  /// Where it stands in the article's text; of a finding, where the machine or a person first found
  /// it.
  Span span();

  /// A finding's id, or `0f3a…e1.s.361-475` for words that are no finding.
  static Target parse(String text) {
    return text.contains(".s.") ? Segment.parse(text) : FindingId.parse(text);
  }
}
