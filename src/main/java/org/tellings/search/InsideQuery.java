package org.tellings.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterMatchesIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Words of the text that stand inside one of the article's quotes, or claims.
///
/// Asks for the words first; their places are then held against the spans kept beside the text.
final class InsideQuery extends Query {

  private static final float CHECK_COST = 1000;

  private final Query words;
  private final String spans;

  /// `spans` is the field that tells where the findings stand.
  InsideQuery(Query words, String spans) {
    this.words = words;
    this.spans = spans;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    var rewritten = words.rewrite(searcher);
    return rewritten == words ? this : new InsideQuery(rewritten, spans);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new Inside(words.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, boost), boost);
  }

  private final class Inside extends Weight {

    private final Weight inner;
    private final float score;

    Inside(Weight inner, float score) {
      super(InsideQuery.this);
      this.inner = inner;
      this.score = score;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      var candidates = inner.scorerSupplier(leaf);
      return candidates == null
          ? null
          : new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
              var iterator = candidates.get(leadCost).iterator();
              return new ConstantScoreScorer(
                  score,
                  ScoreMode.COMPLETE_NO_SCORES,
                  new TwoPhaseIterator(iterator) {
                    @Override
                    public boolean matches() throws IOException {
                      var places = places(leaf, iterator.docID());
                      return places != null && places.next();
                    }

                    @Override
                    public float matchCost() {
                      return CHECK_COST;
                    }
                  });
            }

            @Override
            public long cost() {
              return candidates.cost();
            }
          };
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
      var places = places(leaf, doc);
      return places != null && places.next()
          ? MatchesUtils.forField(Documents.TEXT, () -> places(leaf, doc))
          : null;
    }

    private @Nullable MatchesIterator places(LeafReaderContext leaf, int doc) throws IOException {
      var found = inner.matches(leaf, doc);
      var all = found == null ? null : found.getMatches(Documents.TEXT);
      var stand = DocValues.getBinary(leaf.reader(), spans);
      return all == null || !stand.advanceExact(doc) ? null : inside(all, stand);
    }

    private static MatchesIterator inside(MatchesIterator all, BinaryDocValues stand)
        throws IOException {
      var value = stand.binaryValue();
      var bounds = ByteBuffer.wrap(value.bytes, value.offset, value.length).slice().asIntBuffer();
      return new FilterMatchesIterator(all) {
        @Override
        public boolean next() throws IOException {
          while (all.next()) {
            for (var i = 0; i < bounds.limit(); i += 2) {
              if (bounds.get(i) <= all.startOffset() && all.endOffset() <= bounds.get(i + 1)) {
                return true;
              }
            }
          }
          return false;
        }
      };
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      var places = places(leaf, doc);
      return places != null && places.next()
          ? Explanation.match(score, InsideQuery.this.toString())
          : Explanation.noMatch(InsideQuery.this.toString());
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return inner.isCacheable(leaf) && DocValues.isCacheable(leaf, spans);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "inside(" + spans + ", " + words.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InsideQuery o && words.equals(o.words) && spans.equals(o.spans);
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, spans);
  }
}
