package org.tellings.workbench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Kept;
import org.tellings.search.SearchIndex;
import org.tellings.store.Library;

/// What follows the library, above all the index: knows whether the index has caught up.
///
/// Whoever changes the library calls [#begin] before and [#end] when the index has the change too.
/// As long as somebody is in between, a commit of the index is marked as behind, so that a program
/// killed then rebuilds it. Safe for use from many threads.
final class Shadow {

  private static final long BEHIND = -1;

  private final Library library;
  private final SearchIndex index;
  private final Consumer<ArticleId> changed;
  private final AtomicInteger changing = new AtomicInteger();

  // An article is read and put under its lock, so that the last to put it has read it last.
  private final List<Object> locks = IntStream.range(0, 64).mapToObj(_ -> new Object()).toList();

  // Taken over while files are added: what the adding knows of these articles may be older.
  private final Set<ArticleId> taken = ConcurrentHashMap.newKeySet();

  /// `changed` is told of every article that came, went or reads otherwise.
  Shadow(Library library, SearchIndex index, Consumer<ArticleId> changed) {
    this.library = library;
    this.index = index;
    this.changed = changed;
  }

  void begin() {
    if (changing.getAndIncrement() == 0) {
      taken.clear();
    }
  }

  /// Not called where the index failed: it then stays behind.
  void end() {
    changing.decrementAndGet();
  }

  boolean isBehind() {
    return index.generation() != library.generation();
  }

  /// Takes over an article just kept; as it is in the library now, when it was changed since.
  void put(Article article, List<Kept> findings) {
    changed.accept(article.id());
    synchronized (lock(article.id())) {
      if (taken.contains(article.id())) {
        index(article.id());
      } else {
        index.put(article, findings, library.codings().ofWords(article.id()));
      }
    }
  }

  private Object lock(ArticleId id) {
    return locks.get(Math.floorMod(id.hashCode(), locks.size()));
  }

  /// Takes over an article that changed, as it is in the library now; out, when it is not there.
  void take(ArticleId id) {
    changed.accept(id);
    synchronized (lock(id)) {
      taken.add(id);
      index(id);
    }
  }

  /// Brings the index alone up to an article.
  void index(ArticleId id) {
    synchronized (lock(id)) {
      if (library.has(id)) {
        index.put(
            library.article(id).orElseThrow(), library.findings(id), library.codings().ofWords(id));
      } else {
        index.remove(id);
      }
    }
  }

  /// The index takes the changed articles over; ends what [#begin] began.
  void catchUp(List<ArticleId> changed) {
    changed.forEach(this::take);
    end();
    commit();
  }

  void commit() {
    // in this order: what was in the library then is in the index, when nobody is in between now
    var seen = library.generation();
    index.commit(changing.get() == 0 ? seen : BEHIND);
  }
}
