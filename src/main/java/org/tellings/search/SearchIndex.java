package org.tellings.search;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Facets;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Query;

/// Articles by their words: a Lucene index that is a shadow of the store and may be deleted.
///
/// Safe for use from many threads; one process writes.
public final class SearchIndex implements Closeable {

  /// Opens the index in `folder`, making it when it is not there. A damaged index is thrown away and
  /// begun anew: `generation()` is then -1, and the caller fills it again.
  public static SearchIndex open(Path folder) {
    throw new UnsupportedOperationException("search");
  }

  /// The store's generation at the last commit; -1 when the index is new.
  public long generation() {
    throw new UnsupportedOperationException("search");
  }

  /// The ids of all articles in the index, for reconciling.
  public List<ArticleId> articles() {
    throw new UnsupportedOperationException("search");
  }

  /// Adds an article with its findings, or replaces it. Seen by searches after [#commit].
  public void put(Article article, List<Kept> findings) {
    throw new UnsupportedOperationException("search");
  }

  public void remove(ArticleId id) {
    throw new UnsupportedOperationException("search");
  }

  public void clear() {
    throw new UnsupportedOperationException("search");
  }

  /// Makes what was put and removed durable and visible, marked with the store's generation.
  public void commit(long generation) {
    throw new UnsupportedOperationException("search");
  }

  /// Makes what was put and removed visible, without making it durable.
  public void refresh() {
    throw new UnsupportedOperationException("search");
  }

  /// The articles a query finds: exact total, and the page from `from` (0 is first) of at most `size`.
  public Hits find(Query query, Hits.Order order, int from, int size) {
    throw new UnsupportedOperationException("search");
  }

  public Facets facets(Query query) {
    throw new UnsupportedOperationException("search");
  }

  /// The query as Lucene runs it.
  public String explain(Query query) {
    throw new UnsupportedOperationException("search");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("search");
  }
}
