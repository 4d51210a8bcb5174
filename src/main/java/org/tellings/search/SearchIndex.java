package org.tellings.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.model.Span;
import org.tellings.model.State;

/// Articles by their words: a Lucene index that is a shadow of the store and may be deleted.
///
/// Safe for use from many threads; one process writes.
public final class SearchIndex implements Closeable {

  // Lucene tells at every start that a vector module would be faster; the user cannot act on it. The
  // field keeps the logger, and with it its level, from being collected.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");
  private static final int MOST_SPANS = 200;
  private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    WORDS.freeze();
    LUCENE.setLevel(Level.SEVERE);
  }

  private final Analyzer analyzer = new StandardAnalyzer();
  private final QueryBuilder builder = new QueryBuilder(analyzer);
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private SearchIndex(FSDirectory directory) throws IOException {
    var config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(128);
    this.writer = new IndexWriter(directory, config);
    try {
      this.searchers = new SearcherManager(writer, null);
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /// Opens the index in `folder`, making it when it is not there. A damaged index is thrown away and
  /// begun anew: [#generation] is then -1, and the caller fills it again.
  public static SearchIndex open(Path folder) {
    try {
      Files.createDirectories(folder);
      try {
        verify(folder);
        return new SearchIndex(FSDirectory.open(folder));
      } catch (CorruptIndexException | IndexFormatTooOldException | java.io.EOFException
          | java.nio.file.NoSuchFileException | java.io.FileNotFoundException | IllegalArgumentException _) {
        try (var files = Files.list(folder)) {
          for (var file : files.toList()) {
            Files.delete(file);
          }
        }
        return new SearchIndex(FSDirectory.open(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the index " + folder, e);
    }
  }

  /// Reads every file's checksum, so that damage is met here and not in a search.
  private static void verify(Path folder) throws IOException {
    try (var directory = FSDirectory.open(folder); var reader = DirectoryReader.open(directory)) {
      for (var leaf : reader.leaves()) {
        if (leaf.reader() instanceof org.apache.lucene.index.CodecReader codec) {
          codec.checkIntegrity();
        }
      }
    } catch (IndexNotFoundException e) {
      try (var files = Files.list(folder)) {
        if (files.anyMatch(file -> !file.endsWith("write.lock"))) {
          throw new CorruptIndexException("no commit", folder.toString(), e);
        }
      }
    }
  }

  /// The store's generation at the last commit; -1 when the index is new.
  public long generation() {
    var data = writer.getLiveCommitData();
    if (data != null) {
      for (var entry : data) {
        if (entry.getKey().equals("generation")) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return -1;
  }

  /// Adds an article with its findings, or replaces it. Seen by searches after [#commit].
  public void put(Article article, List<Kept> findings) {
    var d = new Document();
    d.add(new StringField("id", article.id().value(), Field.Store.YES));
    d.add(new Field("title", article.title(), WORDS));
    d.add(new Field("text", article.text(), WORDS));
    d.add(new StringField("outlet", fold(article.outlet().name()), Field.Store.NO));
    var day = article.heading().published().map(p -> number(p.value(), false)).orElse(0L);
    d.add(new LongField("published", day, Field.Store.NO));
    for (var kept : findings) {
      d.add(new StringField("state", kept.state().word(), Field.Store.NO));
      if (kept.state() != State.REJECTED) {
        put(d, article, kept.finding());
      }
    }
    doing("index " + article.id(), () -> writer.updateDocument(new Term("id", article.id().value()), d));
  }

  private static void put(Document d, Article article, Finding finding) {
    switch (finding) {
      case Finding.Quote q -> {
        q.speaker().name().ifPresent(name -> d.add(new StringField("speaker", fold(name), Field.Store.NO)));
        d.add(new TextField("quote", q.span().in(article.text()), Field.Store.NO));
      }
      case Finding.Claim c -> d.add(new TextField("claim", c.span().in(article.text()), Field.Store.NO));
      case Finding.Figure f ->
          d.add(new org.apache.lucene.document.DoubleField("figure", f.low().doubleValue(), Field.Store.NO));
      case Finding.DateMention _ -> { }
      case Finding.Mention m -> d.add(new StringField("entity", fold(m.name()), Field.Store.NO));
    }
  }

  public void remove(ArticleId id) {
    doing("take " + id + " out of the index", () -> writer.deleteDocuments(new Term("id", id.value())));
  }

  public void clear() {
    doing("clear the index", writer::deleteAll);
  }

  /// Makes what was put and removed durable and visible, marked with the store's generation.
  public void commit(long generation) {
    doing("commit the index", () -> {
      writer.setLiveCommitData(Map.of("generation", Long.toString(generation)).entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
      return generation;
    });
  }

  /// The articles a query finds: exact total, and the page from `from` (0 is first) of at most `size`.
  public Hits find(Query query, Hits.Order order, int from, int size) {
    try {
      var searcher = searchers.acquire();
      try {
        var lucene = searcher.rewrite(lucene(query));
        var wanted = Math.max(1, from + size);
        var top = switch (order) {
          case RELEVANCE -> searcher.search(lucene, new TopScoreDocCollectorManager(wanted, Integer.MAX_VALUE));
          case NEWEST -> searcher.search(lucene, wanted, new Sort(LongField.newSortField("published", true, org.apache.lucene.search.SortedNumericSelector.Type.MAX), SortField.FIELD_SCORE));
          case OLDEST -> searcher.search(lucene, wanted, new Sort(LongField.newSortField("published", false, org.apache.lucene.search.SortedNumericSelector.Type.MIN), SortField.FIELD_SCORE));
        };
        var weight = searcher.createWeight(lucene, ScoreMode.COMPLETE, 1);
        List<Hits.Hit> page = new ArrayList<>();
        var matches = 0;
        for (var i = from; i < Math.min(top.scoreDocs.length, from + size); i++) {
          var hit = top.scoreDocs[i];
          var leaf = searcher.getIndexReader().leaves().get(
              org.apache.lucene.index.ReaderUtil.subIndex(hit.doc, searcher.getIndexReader().leaves()));
          var places = weight.matches(leaf, hit.doc - leaf.docBase);
          var spans = spans(places, "text");
          matches += spans.size();
          page.add(new Hits.Hit(new ArticleId(searcher.storedFields().document(hit.doc).get("id")),
              Float.isNaN(hit.score) ? 0 : hit.score, spans, spans(places, "title")));
        }
        return new Hits(searcher.count(lucene), matches, page);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot search", e);
    }
  }

  private static List<Span> spans(@org.jspecify.annotations.Nullable Matches matches, String field) throws IOException {
    var places = matches == null ? null : matches.getMatches(field);
    List<Span> spans = new ArrayList<>();
    while (places != null && places.next() && spans.size() < MOST_SPANS) {
      if (places.startOffset() >= 0 && places.endOffset() > places.startOffset()) {
        spans.add(new Span(places.startOffset(), places.endOffset()));
      }
    }
    return spans.stream().sorted().distinct().toList();
  }

  /// The query as Lucene runs it.
  public String explain(Query query) {
    return lucene(query).toString();
  }

  private org.apache.lucene.search.Query lucene(Query query) {
    var all = new BooleanQuery.Builder();
    var some = false;
    for (var clause : query.clauses()) {
      switch (clause) {
        case Query.Clause.Not not -> all.add(lucene(not.clause()), Occur.MUST_NOT);
        case Query.Clause.Unread _ -> { }
        case Query.Clause.Word _, Query.Clause.Phrase _, Query.Clause.Field _, Query.Clause.When _,
            Query.Clause.Inside _, Query.Clause.FigureIn _, Query.Clause.Near _, Query.Clause.Either _ -> {
          all.add(lucene(clause), Occur.MUST);
          some = true;
        }
      }
    }
    if (!some) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return all.build();
  }

  private org.apache.lucene.search.Query lucene(Query.Clause clause) {
    return switch (clause) {
      case Query.Clause.Word w ->
          w.word().endsWith("*") && w.word().length() > 1
              ? either(List.of(
                  new PrefixQuery(new Term("title", fold(w.word().substring(0, w.word().length() - 1)))),
                  new PrefixQuery(new Term("text", fold(w.word().substring(0, w.word().length() - 1))))))
              : words(w.word(), 0);
      case Query.Clause.Phrase p -> words(p.words(), 0);
      case Query.Clause.Near n -> words(n.one() + " " + n.other(), n.distance());
      case Query.Clause.Field f -> either(f.values().stream().map(value -> field(f.field(), value)).toList());
      case Query.Clause.When w -> when(w);
      case Query.Clause.Inside i -> phrase(i.kind().word(), i.words(), 0);
      case Query.Clause.FigureIn f ->
          org.apache.lucene.document.DoubleField.newRangeQuery("figure", f.low().doubleValue(), f.high().doubleValue());
      case Query.Clause.Either e -> either(e.clauses().stream().map(this::lucene).toList());
      case Query.Clause.Not not ->
          new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST).add(lucene(not.clause()), Occur.MUST_NOT).build();
      case Query.Clause.Unread _ -> MatchAllDocsQuery.INSTANCE;
    };
  }

  private org.apache.lucene.search.Query field(Query.FieldName name, String value) {
    return switch (name) {
      case OUTLET -> new TermQuery(new Term("outlet", fold(value)));
      case SPEAKER -> new TermQuery(new Term("speaker", fold(value)));
      case ENTITY -> new TermQuery(new Term("entity", fold(value)));
      case STATE -> new TermQuery(new Term("state", fold(value)));
      case TITLE -> phrase("title", value, 0);
    };
  }

  private org.apache.lucene.search.Query words(String words, int slop) {
    return either(List.of(phrase("title", words, slop), phrase("text", words, slop)));
  }

  private org.apache.lucene.search.Query phrase(String field, String words, int slop) {
    var query = builder.createPhraseQuery(field, words, slop);
    return query == null ? new MatchNoDocsQuery("no word in it") : query;
  }

  private static org.apache.lucene.search.Query when(Query.Clause.When w) {
    var first = number(w.date(), false);
    var last = number(w.date(), true);
    return switch (w.side()) {
      case BEFORE -> LongField.newRangeQuery("published", 1, first - 1);
      case AFTER -> LongField.newRangeQuery("published", last + 1, Long.MAX_VALUE);
      case ON -> LongField.newRangeQuery("published", first, last);
    };
  }

  /// A day as 20250129; of a month or a year the first or the last possible day.
  private static long number(String date, boolean last) {
    var day = (date.length() > 10 ? date.substring(0, 10) : date).replace("-", "");
    return Long.parseLong((day + (last ? "9999" : "0000")).substring(0, 8));
  }

  private static org.apache.lucene.search.Query either(List<org.apache.lucene.search.Query> parts) {
    var any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(part, Occur.SHOULD));
    return any.build();
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  @Override
  public void close() {
    doing("close the index", () -> {
      searchers.close();
      writer.close();
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
