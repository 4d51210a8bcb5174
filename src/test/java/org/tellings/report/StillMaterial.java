package org.tellings.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// A library read once, for reports that are verified a thousand times.
final class StillMaterial implements Material {

  private final Workbench workbench;
  private final String hash;
  private final Comparison comparison;
  private final List<Event> events;
  private final List<Anomaly> anomalies = new ArrayList<>();
  private final List<Summary> articles;
  private final Map<ArticleId, Article> texts = new HashMap<>();

  StillMaterial(Workbench workbench, String hash) {
    this.workbench = workbench;
    this.hash = hash;
    comparison = workbench.comparison(Progress.none()).orElseThrow();
    events = workbench.timeline().events(Progress.none()).orElseThrow();
    anomalies.addAll(comparison.anomalies());
    for (var one : workbench.timeline().anomalies(Progress.none()).orElseThrow()) {
      anomalies.add(
          new Anomaly(
              one.id(),
              one.type().word(),
              one.why(),
              one.spans().stream()
                  .map(
                      p ->
                          new Passage.Place(p.article(), p.file(), p.heading(), p.span(), p.text()))
                  .toList()));
    }
    articles = workbench.articles().stream().sorted(Comparator.comparing(Summary::id)).toList();
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public List<Summary> articles() {
    return articles;
  }

  @Override
  public Article article(ArticleId id) {
    return texts.computeIfAbsent(id, one -> workbench.article(one).orElseThrow());
  }

  @Override
  public Optional<Kept> finding(FindingId id) {
    return workbench.finding(id);
  }

  @Override
  public Comparison comparison() {
    return comparison;
  }

  @Override
  public List<Event> events() {
    return events;
  }

  @Override
  public List<Anomaly> anomalies() {
    return anomalies;
  }

  @Override
  public List<ArticleId> found(String query) {
    throw new IllegalArgumentException("nothing is searched here: " + query);
  }
}
