package org.tellings.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final KeptUp articles;
  private List<Tie> ties = List.of();
  private Map<FindingId, String> labels = Map.of();
  private Map<FindingId, String> timings = Map.of();

  KeptTimeline(Library library) {
    this.library = library;
    articles = new KeptUp(library, "reading dates", timeline::take, timeline::leave);
  }

  /// An article came, went, or reads otherwise now.
  void changed(ArticleId id) {
    articles.changed(id);
  }

  /// The timeline, caught up with the library; empty when the work was cancelled. What was done
  /// until then is not done again.
  synchronized Optional<Timeline> get(Progress progress) {
    if (!articles.catchUp(progress)) {
      return Optional.empty();
    }
    people();
    return Optional.of(timeline);
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
