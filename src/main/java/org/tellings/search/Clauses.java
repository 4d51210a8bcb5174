package org.tellings.search;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.tellings.model.Query.Clause;
import org.tellings.model.Query.FieldName;

/// What a person asked for, as Lucene runs it.
final class Clauses {

  private final Analyzer analyzer;
  private final QueryBuilder builder;

  Clauses(Analyzer analyzer) {
    this.analyzer = analyzer;
    this.builder = new QueryBuilder(analyzer);
  }

  /// What a query finds; nothing when nothing of it could be read.
  Query of(org.tellings.model.Query asked) {
    return restricted(asked, _ -> true);
  }

  /// What those clauses of a query find that are `kept`.
  Query restricted(org.tellings.model.Query asked, Predicate<Clause> kept) {
    return asked.isUnderstood()
        ? all(asked.clauses().stream().filter(kept).toList())
        : new MatchNoDocsQuery("nothing of the query was understood");
  }

  /// All of the clauses must hold; without any, all articles are found.
  private Query all(List<Clause> clauses) {
    var all = new BooleanQuery.Builder();
    var some = false;
    for (var clause : clauses) {
      switch (clause) {
        case Clause.Not not -> all.add(one(not.clause()), Occur.MUST_NOT);
        case Clause.Unread _ -> {}
        case Clause.Word _,
            Clause.Phrase _,
            Clause.Field _,
            Clause.When _,
            Clause.Inside _,
            Clause.FigureIn _,
            Clause.Near _,
            Clause.Either _ -> {
          all.add(one(clause), Occur.MUST);
          some = true;
        }
      }
    }
    if (!some) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return all.build();
  }

  private Query one(Clause clause) {
    return switch (clause) {
      case Clause.Word w ->
          w.word().endsWith("*") && w.word().length() > 1
              ? prefix(w.word().substring(0, w.word().length() - 1))
              : words(w.word(), 0);
      case Clause.Phrase p -> words(p.words(), 0);
      case Clause.Near n -> words(n.one() + " " + n.other(), n.distance());
      case Clause.Field f ->
          any(f.values().stream().map(value -> field(f.field(), value)).toList());
      case Clause.When w -> when(w);
      case Clause.Inside i ->
          new InsideQuery(phrase(Documents.TEXT, i.words(), 0), Documents.spans(i.kind()));
      case Clause.FigureIn f ->
          DoubleRange.newIntersectsQuery(
              Documents.figure(f.unit()),
              new double[] {f.low().doubleValue()},
              new double[] {f.high().doubleValue()});
      case Clause.Either e ->
          e.isUnderstood()
              ? any(e.clauses().stream().filter(Clause::isUnderstood).map(this::one).toList())
              : MatchAllDocsQuery.INSTANCE;
      case Clause.Not not ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
              .add(one(not.clause()), Occur.MUST_NOT)
              .build();
      case Clause.Unread _ -> MatchAllDocsQuery.INSTANCE;
    };
  }

  private Query field(FieldName name, String value) {
    return switch (name) {
      case TITLE -> phrase(Documents.TITLE, value, 0);
      case STATE ->
          new TermQuery(
              new Term(
                  "state.is",
                  Documents.whole(value.replaceFirst("^=", "")).toLowerCase(Locale.ROOT)));
      case OUTLET, SPEAKER, ENTITY, CODE ->
          value.startsWith("=")
              ? new TermQuery(new Term(name.word() + ".is", Documents.whole(value.substring(1))))
              : phrase(name.word(), value, 0);
    };
  }

  private Query prefix(String typed) {
    var start = analyzer.normalize(Documents.TEXT, typed);
    return any(
        List.of(
            new PrefixQuery(new Term(Documents.TITLE, start)),
            new PrefixQuery(new Term(Documents.TEXT, start))));
  }

  private Query words(String words, int slop) {
    return any(List.of(phrase(Documents.TITLE, words, slop), phrase(Documents.TEXT, words, slop)));
  }

  private Query phrase(String field, String words, int slop) {
    var query = builder.createPhraseQuery(field, words, slop);
    return query == null ? new MatchNoDocsQuery("no word in it") : query;
  }

  /// An article of which only the month is known is before, after or on a day only when it is so
  /// whatever its day.
  private static Query when(Clause.When w) {
    var first = Documents.number(w.date(), false);
    var last = Documents.number(w.date(), true);
    return switch (w.side()) {
      case BEFORE -> LongPoint.newRangeQuery(Documents.PUBLISHED_LAST, 1, first - 1);
      case AFTER -> LongField.newRangeQuery(Documents.PUBLISHED, last + 1, Long.MAX_VALUE);
      case ON ->
          new BooleanQuery.Builder()
              .add(LongField.newRangeQuery(Documents.PUBLISHED, first, last), Occur.FILTER)
              .add(LongPoint.newRangeQuery(Documents.PUBLISHED_LAST, first, last), Occur.FILTER)
              .build();
    };
  }

  private static Query any(List<Query> parts) {
    var any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(part, Occur.SHOULD));
    return any.build();
  }
}
