package org.tellings.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.tellings.model.Marks;

/// The words of a text, and of a query: marks are plain, letters small, and a possessive `'s` is
/// left off.
///
/// A change here is a change of [Documents#FORM].
final class WordAnalyzer extends Analyzer {

  // words of two names never stand side by side
  private static final int BETWEEN_NAMES = 1000;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    return new TokenStreamComponents(
        words, new EnglishPossessiveFilter(new LowerCaseFilter(words)));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new EnglishPossessiveFilter(new LowerCaseFilter(in));
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new PlainMarks(text);
  }

  @Override
  protected Reader initReaderForNormalization(String field, Reader text) {
    return new PlainMarks(text);
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return BETWEEN_NAMES;
  }

  private static final class PlainMarks extends CharFilter {

    PlainMarks(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] letters, int from, int most) throws IOException {
      var length = input.read(letters, from, most);
      Marks.plain(letters, from, Math.max(0, length));
      return length;
    }

    @Override
    protected int correct(int place) {
      return place;
    }
  }
}
