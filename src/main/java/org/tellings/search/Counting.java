package org.tellings.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Facets.Bar;
import org.tellings.model.Facets.Facet;
import org.tellings.model.Facets.Published;
import org.tellings.model.Facets.Value;

/// Counts the values of the articles a query finds; every article is looked at, so counts are
/// exact.
final class Counting {

  private final IndexSearcher searcher;

  Counting(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  Facet names(Query query, String field) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    var without = new int[1];
    each(
        query,
        (leaf, docs) -> {
          var values = DocValues.getSortedSet(leaf.reader(), Documents.facet(field));
          var here = new int[(int) values.getValueCount()];
          for (var doc = docs.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = docs.nextDoc()) {
            if (values.advanceExact(doc)) {
              for (var i = values.docValueCount(); i > 0; i--) {
                here[(int) values.nextOrd()]++;
              }
            } else {
              without[0]++;
            }
          }
          for (var ord = 0; ord < here.length; ord++) {
            if (here[ord] > 0) {
              counts.merge(values.lookupOrd(ord).utf8ToString(), here[ord], Integer::sum);
            }
          }
        });
    var values =
        counts.entrySet().stream()
            .map(e -> new Value(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingInt(Value::articles).reversed().thenComparing(Value::name))
            .toList();
    return new Facet(values, without[0]);
  }

  Published published(Query query) throws IOException {
    Map<Long, Integer> counts = new TreeMap<>();
    each(
        query,
        (leaf, docs) -> {
          var values = DocValues.getSortedNumeric(leaf.reader(), Documents.PUBLISHED);
          for (var doc = docs.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = docs.nextDoc()) {
            counts.merge(values.advanceExact(doc) ? values.nextValue() : 0L, 1, Integer::sum);
          }
        });
    List<Bar> days = new ArrayList<>();
    var vague = 0;
    for (var one : counts.entrySet()) {
      var date = day(one.getKey());
      date.ifPresent(day -> days.add(new Bar(day, day, one.getValue())));
      vague += date.isEmpty() && one.getKey() > 0 ? one.getValue() : 0;
    }
    return new Published(days, vague, counts.getOrDefault(0L, 0));
  }

  /// The day 20250129 stands for; empty when it stands for a month or a year, or for no day there
  /// is.
  private static Optional<LocalDate> day(long number) {
    var year = (int) (number / 10000);
    var month = (int) (number / 100 % 100);
    var day = (int) (number % 100);
    return month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
        ? Optional.of(LocalDate.of(year, month, day))
        : Optional.empty();
  }

  private interface PerLeaf {
    void count(LeafReaderContext leaf, DocIdSetIterator docs) throws IOException;
  }

  private void each(Query query, PerLeaf perLeaf) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (var leaf : searcher.getIndexReader().leaves()) {
      var scorer = weight.scorer(leaf);
      if (scorer != null) {
        perLeaf.count(leaf, living(scorer.iterator(), leaf.reader().getLiveDocs()));
      }
    }
  }

  private static DocIdSetIterator living(DocIdSetIterator docs, @Nullable Bits living) {
    return living == null
        ? docs
        : new FilteredDocIdSetIterator(docs) {
          @Override
          protected boolean match(int doc) {
            return living.get(doc);
          }
        };
  }
}
