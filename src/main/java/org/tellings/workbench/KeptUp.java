package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tellings.compare.Account;
import org.tellings.model.ArticleId;
import org.tellings.store.Library;

/// What is made of a library's articles, kept up with those that changed: begun when first asked
/// for, then told of each article that came, went or reads otherwise.
///
/// Whoever changes an article says so with [#changed] when the change is committed. `changed` is
/// safe for use from many threads; catching up is done by one at a time, which its caller sees to.
final class KeptUp {

  private final Library library;
  private final String doing;
  private final Consumer<Account> take;
  private final Consumer<ArticleId> leave;
  private final Set<ArticleId> changed = new HashSet<>();
  private boolean begun; // until then every article counts as changed

  /// `doing` is what progress says; `take` takes an article in, in place of an earlier one of the
  /// same id, and `leave` takes one out.
  KeptUp(Library library, String doing, Consumer<Account> take, Consumer<ArticleId> leave) {
    this.library = library;
    this.doing = doing;
    this.take = take;
    this.leave = leave;
  }

  /// An article came, went, or reads otherwise now.
  void changed(ArticleId id) {
    synchronized (changed) {
      changed.add(id);
    }
  }

  /// Takes over what has changed; false when the work was cancelled. What was done until then is
  /// not done again.
  boolean catchUp(Progress progress) {
    if (!begun) {
      library.articles().forEach(this::changed);
      begun = true;
    }
    var waiting = waiting();
    for (var i = 0; i < waiting.size(); i++) {
      if (progress.isCancelled()) {
        waiting.subList(i, waiting.size()).forEach(this::changed);
        return false;
      }
      hand(waiting.get(i));
      progress.at(i + 1, waiting.size(), doing);
    }
    return true;
  }

  private List<ArticleId> waiting() {
    synchronized (changed) {
      var waiting = new ArrayList<>(changed);
      changed.clear();
      return waiting;
    }
  }

  private void hand(ArticleId id) {
    try {
      if (library.has(id)) {
        take.accept(new Account(library.article(id).orElseThrow(), library.findings(id)));
      } else {
        leave.accept(id);
      }
    } catch (RuntimeException e) {
      changed(id);
      throw e;
    }
  }
}
