package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.compare.Account;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;
import org.tellings.store.Library;
import org.tellings.timeline.Timeline;
import org.tellings.timeline.When;

/// The timeline of a library's articles: begun when first asked for, then kept up with the articles
/// that changed.
///
/// Whoever changes an article says so with [#changed] when the change is committed. Safe for use
/// from many threads; those who ask while it catches up wait.
final class KeptTimeline {

  private final Library library;
  private final Timeline timeline = new Timeline();
  private final Set<ArticleId> changed = new HashSet<>();
  private boolean begun; // until then every article counts as changed
  private List<Tie> ties = List.of();
  private Map<FindingId, String> labels = Map.of();
  private Map<FindingId, String> timings = Map.of();

  KeptTimeline(Library library) {
    this.library = library;
  }

  /// An article came, went, or reads otherwise now.
  void changed(ArticleId id) {
    synchronized (changed) {
      changed.add(id);
    }
  }

  /// The timeline, caught up with the library; empty when the work was cancelled. What was done
  /// until then is not done again.
  synchronized Optional<Timeline> get(Progress progress) {
    if (!begun) {
      library.articles().forEach(this::changed);
      begun = true;
    }
    var waiting = waiting();
    for (var i = 0; i < waiting.size(); i++) {
      if (progress.isCancelled()) {
        waiting.subList(i, waiting.size()).forEach(this::changed);
        return Optional.empty();
      }
      take(waiting.get(i));
      progress.at(i + 1, waiting.size(), "reading dates");
    }
    people();
    return Optional.of(timeline);
  }

  private List<ArticleId> waiting() {
    synchronized (changed) {
      var waiting = new ArrayList<>(changed);
      changed.clear();
      return waiting;
    }
  }

  private void take(ArticleId id) {
    try {
      if (library.has(id)) {
        timeline.take(new Account(library.article(id).orElseThrow(), library.findings(id)));
      } else {
        timeline.leave(id);
      }
    } catch (RuntimeException e) {
      changed(id);
      throw e;
    }
  }

  /// What people said, where it is not what it was.
  private void people() {
    var said = library.ties();
    if (!said.equals(ties)) {
      timeline.ties(said);
      ties = said;
    }
    var named = library.labels();
    if (!named.equals(labels)) {
      timeline.labels(named);
      labels = named;
    }
    var timed = library.timings();
    if (!timed.equals(timings)) {
      Map<FindingId, When> whens = new HashMap<>();
      timed.forEach((id, value) -> When.of(value).ifPresent(when -> whens.put(id, when)));
      timeline.datings(whens);
      timings = timed;
    }
  }
}
