package org.tellings.report;

import java.util.List;
import java.util.Optional;
import org.tellings.compare.Anomaly;
import org.tellings.compare.Comparison;
import org.tellings.compare.Passage;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Summary;
import org.tellings.timeline.Event;

/// What a report is made of: one library as it stands. Asked from one thread; nothing may change
/// while a report is made.
public interface Material {

  /// A hash of all articles and findings: another character, decision or span gives another.
  String hash();

  /// In the order of their ids.
  List<Summary> articles();

  /// Fails with an [IllegalArgumentException] fit to show when there is none.
  Article article(ArticleId id);

  Optional<Kept> finding(FindingId id);

  Comparison comparison();

  List<Event> events();

  /// What does not go together and nobody dismissed, dates too.
  List<Anomaly> anomalies();

  /// What people noted on an article's findings and on other words of it, by where it stands, as
  /// far as who works here may see it.
  List<Noted> notes(ArticleId article);

  /// A note of a person on words; `finding` is empty where they are none.
  record Noted(Passage.Place place, Optional<Kept> finding, String note) {}

  /// The query that finds every article.
  String ALL = "all";

  /// The articles that a query finds, in the order of their ids. Fails with an
  /// [IllegalArgumentException] fit to show when the query is not understood.
  List<ArticleId> found(String query);
}
