package org.tellings.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Facets;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.model.Query.Clause;
import org.tellings.model.Query.FieldName;
import org.tellings.model.Span;

/// Articles by their words: a Lucene index that is a shadow of the store and may be deleted.
///
/// Safe for use from many threads; one process writes, others may read what it last committed.
public final class SearchIndex implements Closeable {

  // Lucene tells at every start that a vector module would be faster; the user cannot act on it.
  // The
  // field keeps the logger, and with it its level, from being collected.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");
  private static final int MOST_SPANS = 200;
  private static final int MOST_CLAUSES = 100_000;
  private static final long SMALL_BYTES = 64L << 20;

  static {
    LUCENE.setLevel(Level.SEVERE);
    // a query is as long as its reader lets it be
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private final Clauses clauses;
  private final Optional<IndexWriter> writer;
  private final Optional<SearcherManager> searchers;
  private final String lacking;

  private SearchIndex(
      Clauses clauses,
      Optional<IndexWriter> writer,
      Optional<SearcherManager> searchers,
      String lacking) {
    this.clauses = clauses;
    this.writer = writer;
    this.searchers = searchers;
    this.lacking = lacking;
  }

  /// `committed`: the last commit, opened; it is closed here. Without it, an index is begun.
  private static SearchIndex writing(Directory directory, Optional<DirectoryReader> committed)
      throws IOException {
    var analyzer = new WordAnalyzer();
    var config =
        new IndexWriterConfig(analyzer)
            .setRAMBufferSizeMB(128)
            // what was put but not committed may be half of a change; the caller tells when it is
            // whole
            .setCommitOnClose(false);
    try {
      if (committed.isPresent()) {
        config.setIndexCommit(committed.get().getIndexCommit()); // what is open is not opened again
      }
      var writer = new IndexWriter(directory, config);
      try {
        return new SearchIndex(
            new Clauses(analyzer),
            Optional.of(writer),
            Optional.of(new SearcherManager(writer, null)),
            "");
      } catch (IOException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } finally {
      if (committed.isPresent()) {
        committed.get().close();
      }
    }
  }

  /// A small index is read through channels: mapping files needs Java's foreign linker, which alone
  /// takes 40 ms of a start.
  private static Directory directory(Path folder) throws IOException {
    var bytes = 0L;
    try (var files = Files.list(folder)) {
      for (var file : (Iterable<Path>) files::iterator) {
        bytes += file.toFile().length(); // 0 when another process took it away meanwhile
      }
    }
    return bytes < SMALL_BYTES ? new NIOFSDirectory(folder) : FSDirectory.open(folder);
  }

  /// Opens what another process committed last to the index in `folder`; writes nothing. When there
  /// is nothing that can be read, [#generation] is -1 and a search is refused with `lacking`, the
  /// reason.
  public static SearchIndex openToRead(Path folder, String lacking) {
    var clauses = new Clauses(new WordAnalyzer());
    try {
      if (Files.isDirectory(folder)) {
        var reader = DirectoryReader.open(directory(folder));
        if (Documents.FORM.equals(reader.getIndexCommit().getUserData().get("form"))) {
          return new SearchIndex(
              clauses, Optional.empty(), Optional.of(new SearcherManager(reader, null)), lacking);
        }
        reader.close();
      }
      return new SearchIndex(clauses, Optional.empty(), Optional.empty(), lacking);
    } catch (IndexNotFoundException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException _) {
      // the process that has the library is making it anew
      return new SearchIndex(clauses, Optional.empty(), Optional.empty(), lacking);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the index " + folder, e);
    }
  }

  /// Opens the index in `folder`, making it when it is not there. A damaged index, or one of an
  /// older form, is thrown away and begun anew: [#generation] is then -1, and the caller fills it
  /// again.
  public static SearchIndex open(Path folder) {
    try {
      Files.createDirectories(folder);
      try {
        var directory = directory(folder);
        return writing(directory, verified(directory, folder));
      } catch (CorruptIndexException
          | IndexFormatTooOldException
          | IndexFormatTooNewException
          | EOFException
          | NoSuchFileException
          | FileNotFoundException
          | IllegalArgumentException _) {
        try (var files = Files.list(folder)) {
          for (var file : files.filter(SearchIndex::isLucenes).toList()) {
            Files.delete(file);
          }
        }
        return writing(directory(folder), Optional.empty());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the index " + folder, e);
    }
  }

  /// True of the names Lucene gives its files; nothing else is ever deleted.
  static boolean isLucenes(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.startsWith("segments")
        || name.startsWith("_")
        || name.startsWith("pending_segments")
        || name.equals("write.lock");
  }

  /// Reads every file's checksum, so that damage is met here and not in a search; not of files that
  /// are known to be right.
  private static Optional<DirectoryReader> verified(Directory directory, Path folder)
      throws IOException {
    try {
      var reader = DirectoryReader.open(directory);
      try {
        if (!Documents.FORM.equals(reader.getIndexCommit().getUserData().get("form"))) {
          throw new IndexFormatTooOldException(folder.toString(), "made by another version");
        }
        if (!Verified.isKnown(folder)) {
          readWhole(reader);
          Verified.note(folder);
        }
        return Optional.of(reader);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IndexNotFoundException e) {
      try (var files = Files.list(folder)) {
        if (files.anyMatch(file -> isLucenes(file) && !file.endsWith("write.lock"))) {
          throw new CorruptIndexException("no commit", folder.toString(), e);
        }
      }
      return Optional.empty();
    }
  }

  private static void readWhole(IndexReader reader) throws IOException {
    for (var leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader codec) {
        codec.checkIntegrity();
      }
    }
  }

  /// Reads all of the index; what is damaged in it, empty when nothing is.
  public Optional<String> damage() {
    return searching(
        searcher -> {
          try {
            readWhole(searcher.getIndexReader());
            return Optional.empty();
          } catch (CorruptIndexException | EOFException e) {
            return Optional.of(String.valueOf(e.getMessage()));
          }
        });
  }

  /// The store's generation at the last commit; -1 when the index is new.
  public long generation() {
    if (writer.isEmpty()) {
      return searchers.isEmpty() ? -1 : searching(SearchIndex::generation);
    }
    var data = writer.get().getLiveCommitData();
    if (data != null) {
      for (var entry : data) {
        if (entry.getKey().equals("generation")) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return -1;
  }

  private static long generation(IndexSearcher searcher) throws IOException {
    return searcher.getIndexReader() instanceof DirectoryReader reader
        ? Long.parseLong(reader.getIndexCommit().getUserData().getOrDefault("generation", "-1"))
        : -1;
  }

  private IndexWriter writer() {
    return writer.orElseThrow(() -> new IllegalStateException("the index is open to be read only"));
  }

  /// Adds an article with its findings and the codes of words that are no finding, or replaces it.
  /// Seen by searches after [#commit].
  public void put(Article article, List<Kept> findings, List<String> codes) {
    doing(
        "index " + article.id(),
        () ->
            writer()
                .updateDocument(
                    new Term(Documents.ID, article.id().value()),
                    Documents.of(article, findings, codes)));
  }

  public void remove(ArticleId id) {
    doing(
        "take " + id + " out of the index",
        () -> writer().deleteDocuments(new Term(Documents.ID, id.value())));
  }

  public void clear() {
    doing("clear the index", writer()::deleteAll);
  }

  /// Makes what was put and removed durable and visible, marked with the store's generation.
  public void commit(long generation) {
    doing(
        "commit the index",
        () -> {
          writer()
              .setLiveCommitData(
                  Map.of("generation", Long.toString(generation), "form", Documents.FORM)
                      .entrySet());
          writer().commit();
          searchers.orElseThrow().maybeRefreshBlocking();
          return generation;
        });
  }

  /// The articles a query finds: exact total, and the page from `from` (0 is first) of at most
  /// `size`.
  public Hits find(Query query, Hits.Order order, int from, int size) {
    return searching(
        searcher -> {
          var lucene = searcher.rewrite(clauses.of(query));
          var top = top(searcher, lucene, order, Math.max(1, from + size));
          var weight = searcher.createWeight(lucene, ScoreMode.COMPLETE, 1);
          List<Hits.Hit> page = new ArrayList<>();
          var matches = 0;
          for (var i = from; i < Math.min(top.scoreDocs.length, from + size); i++) {
            var hit = top.scoreDocs[i];
            var leaves = searcher.getIndexReader().leaves();
            var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            var places = weight.matches(leaf, hit.doc - leaf.docBase);
            var spans = spans(places, Documents.TEXT);
            matches += spans.size();
            page.add(
                new Hits.Hit(
                    new ArticleId(searcher.storedFields().document(hit.doc).get(Documents.ID)),
                    score(hit),
                    spans,
                    spans(places, Documents.TITLE)));
          }
          return new Hits(searcher.count(lucene), matches, page);
        });
  }

  private static TopDocs top(
      IndexSearcher searcher, org.apache.lucene.search.Query lucene, Hits.Order order, int wanted)
      throws IOException {
    return switch (order) {
      case RELEVANCE ->
          searcher.search(lucene, wanted, new Sort(SortField.FIELD_SCORE, published(true), id()));
      case NEWEST ->
          searcher.search(lucene, wanted, new Sort(published(true), SortField.FIELD_SCORE, id()));
      case OLDEST ->
          searcher.search(lucene, wanted, new Sort(published(false), SortField.FIELD_SCORE, id()));
    };
  }

  /// Articles without a date come last.
  private static SortField published(boolean newestFirst) {
    return new SortedNumericSortField(
        Documents.PUBLISHED,
        SortField.Type.LONG,
        newestFirst,
        SortedNumericSelector.Type.MAX,
        newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
  }

  /// What settles every tie, so that an order never depends on when an article was indexed.
  private static SortField id() {
    return new SortField(Documents.ID, SortField.Type.STRING);
  }

  private static float score(ScoreDoc hit) {
    if (hit instanceof FieldDoc sorted) {
      for (var value : sorted.fields) {
        if (value instanceof Float score) {
          return score;
        }
      }
    }
    return 0;
  }

  private static List<Span> spans(@Nullable Matches matches, String field) throws IOException {
    var places = matches == null ? null : matches.getMatches(field);
    List<Span> spans = new ArrayList<>();
    while (places != null && places.next() && spans.size() < MOST_SPANS) {
      if (places.startOffset() >= 0 && places.endOffset() > places.startOffset()) {
        spans.add(new Span(places.startOffset(), places.endOffset()));
      }
    }
    return spans.stream().sorted().distinct().toList();
  }

  /// What the articles a query finds have in common; each facet leaves its own conditions out.
  public Facets facets(Query query) {
    return searching(
        searcher -> {
          var counting = new Counting(searcher);
          return new Facets(
              counting.names(without(query, FieldName.OUTLET), FieldName.OUTLET.word()),
              counting.names(without(query, FieldName.SPEAKER), FieldName.SPEAKER.word()),
              counting.names(without(query, FieldName.ENTITY), FieldName.ENTITY.word()),
              counting.names(without(query, FieldName.CODE), FieldName.CODE.word()),
              counting.names(without(query, FieldName.STATE), FieldName.STATE.word()),
              counting.published(clauses.restricted(query, clause -> !isWhen(clause))));
        });
  }

  private org.apache.lucene.search.Query without(Query query, FieldName facet) {
    return clauses.restricted(query, clause -> !isAbout(clause, facet));
  }

  private static boolean isAbout(Clause clause, FieldName facet) {
    return clause instanceof Clause.Field f && f.field() == facet
        || clause instanceof Clause.Not n && isAbout(n.clause(), facet)
        || clause instanceof Clause.Either e
            && e.clauses().stream().allMatch(one -> isAbout(one, facet));
  }

  private static boolean isWhen(Clause clause) {
    return clause instanceof Clause.When
        || clause instanceof Clause.Not n && isWhen(n.clause())
        || clause instanceof Clause.Either e && e.clauses().stream().allMatch(SearchIndex::isWhen);
  }

  /// The articles the index has, each with a number made of all that is indexed of it; as
  /// [#printOf] makes it of the article as it should be.
  public Map<ArticleId, Long> prints() {
    return searching(
        searcher -> {
          Map<ArticleId, Long> prints = new HashMap<>();
          for (var leaf : searcher.getIndexReader().leaves()) {
            var ids = DocValues.getSorted(leaf.reader(), Documents.ID);
            var all = DocValues.getNumeric(leaf.reader(), Documents.PRINT);
            var live = leaf.reader().getLiveDocs();
            while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
              if (live == null || live.get(ids.docID())) {
                var id = new ArticleId(ids.lookupOrd(ids.ordValue()).utf8ToString());
                prints.put(id, all.advanceExact(ids.docID()) ? all.longValue() : 0L);
              }
            }
          }
          return prints;
        });
  }

  public static long printOf(Article article, List<Kept> findings, List<String> codes) {
    return Documents.print(article, findings, codes);
  }

  /// The query as Lucene runs it.
  public String explain(Query query) {
    return clauses.of(query).toString();
  }

  private interface Searching<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private <T> T searching(Searching<T> searching) {
    if (searchers.isEmpty()) {
      throw new UncheckedIOException("cannot search", new IOException(lacking));
    }
    try {
      var searcher = searchers.get().acquire();
      try {
        return searching.in(searcher);
      } finally {
        searchers.get().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot search", e);
    }
  }

  @Override
  public void close() {
    doing(
        "close the index",
        () -> {
          if (searchers.isPresent()) {
            searchers.get().close();
          }
          if (writer.isPresent()) {
            writer.get().close();
            if (writer.get().getDirectory() instanceof FSDirectory on) {
              Verified.note(on.getDirectory());
            }
          }
          return true;
        });
  }

  private interface Doing {
    Object run() throws IOException;
  }

  private static void doing(String what, Doing doing) {
    try {
      doing.run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot " + what, e);
    }
  }
}
