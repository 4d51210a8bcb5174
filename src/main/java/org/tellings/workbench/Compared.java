package org.tellings.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tellings.compare.Comparison;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;
import org.tellings.store.Library;

/// The comparison of a library's articles: begun when first asked for, then kept up with the
/// articles that changed.
///
/// Whoever changes an article says so with [#changed] when the change is committed. Safe for use
/// from many threads; those who ask while it catches up wait.
final class Compared {

  private final Library library;
  // made when first wanted: what it needs would else be loaded at every start
  private Optional<Comparison> made = Optional.empty();
  private final KeptUp articles;
  private List<Tie> ties = List.of();
  private Map<FindingId, String> labels = Map.of();

  Compared(Library library) {
    this.library = library;
    articles =
        new KeptUp(
            library,
            "comparing",
            article -> comparison().take(article),
            id -> comparison().leave(id));
  }

  /// An article came, went, or reads otherwise now.
  void changed(ArticleId id) {
    articles.changed(id);
  }

  private synchronized Comparison comparison() {
    var comparison = made.orElseGet(Comparison::new);
    made = Optional.of(comparison);
    return comparison;
  }

  /// The comparison, caught up with the library; empty when the work was cancelled. What was done
  /// until then is not done again.
  synchronized Optional<Comparison> get(Progress progress) {
    if (!articles.catchUp(progress)) {
      return Optional.empty();
    }
    people();
    return Optional.of(comparison());
  }

  /// What people said, where it is not what it was.
  private void people() {
    var said = library.ties();
    if (!said.equals(ties)) {
      comparison().ties(said);
      ties = said;
    }
    var named = library.labels();
    if (!named.equals(labels)) {
      comparison().labels(named);
      labels = named;
    }
  }
}
