package org.tellings.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Marks;
import org.tellings.model.Span;
import org.tellings.model.State;

/// An article as the index keeps it, and the names of the index's fields.
///
/// Names are there three times: by their words (`speaker`), whole (`speaker.is`) and for counting
/// (`speaker.facet`). Where the quotes and claims stand is kept beside the text (`quote.spans`), so
/// that their words are not indexed twice.
final class Documents {

  /// Raised when fields change; an index of another form is built anew.
  static final String FORM = "7";

  static final String ID = "id";
  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String PUBLISHED = "published";
  static final String PUBLISHED_LAST = "published.last";
  static final String FIGURE = "figure";

  /// A number made of all that is indexed of an article.
  static final String PRINT = "print";

  private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    WORDS.freeze();
  }

  private Documents() {}

  static Document of(Article article, List<Kept> findings, List<String> codes) {
    var d = fields(article, findings, codes);
    d.add(new NumericDocValuesField(PRINT, print(d)));
    return d;
  }

  static long print(Article article, List<Kept> findings, List<String> codes) {
    return print(fields(article, findings, codes));
  }

  private static Document fields(Article article, List<Kept> findings, List<String> given) {
    var d = new Document();
    d.add(new StringField(ID, article.id().value(), Field.Store.YES));
    d.add(new SortedDocValuesField(ID, new BytesRef(article.id().value())));
    d.add(new Field(TITLE, article.title(), WORDS));
    d.add(new Field(TEXT, article.text(), WORDS));
    var published = article.heading().published();
    published.ifPresent(
        p -> d.add(new LongField(PUBLISHED, number(p.value(), false), Field.Store.NO)));
    d.add(new LongPoint(PUBLISHED_LAST, published.map(p -> number(p.value(), true)).orElse(0L)));
    if (article.outlet().isKnown()) {
      names(d, "outlet", Set.of(article.outlet().name()));
    }
    Set<String> speakers = new HashSet<>();
    Set<String> entities = new HashSet<>();
    Set<String> states = new HashSet<>();
    Set<String> codes = new HashSet<>(given);
    List<Span> quotes = new ArrayList<>();
    List<Span> claims = new ArrayList<>();
    for (var kept : findings) {
      states.add(kept.state().word());
      codes.addAll(kept.codes());
      if (kept.state() == State.REJECTED) {
        continue;
      }
      switch (kept.finding()) {
        case Finding.Quote q -> {
          q.speaker().name().ifPresent(speakers::add);
          quotes.add(q.span());
        }
        case Finding.Claim c -> claims.add(c.span());
        case Finding.Figure f -> figure(d, f);
        case Finding.DateMention _ -> {}
        case Finding.Mention m -> entities.add(m.name());
      }
    }
    names(d, "speaker", speakers);
    names(d, "entity", entities);
    names(d, "code", codes);
    names(d, "state", states);
    spans(d, Kind.QUOTE, quotes);
    spans(d, Kind.CLAIM, claims);
    return d;
  }

  /// The same for the same fields in any order; of other fields the same by chance only.
  private static long print(Document d) {
    var sum = 0L;
    for (var field : d) {
      var hash = hashed(0xcbf29ce484222325L, field.name());
      @Nullable String words = field.stringValue();
      @Nullable BytesRef bytes = field.binaryValue();
      @Nullable Number number = field.numericValue();
      if (words != null) {
        hash = hashed(hash, words);
      } else if (bytes != null) {
        for (var i = 0; i < bytes.length; i++) {
          hash = (hash ^ bytes.bytes[bytes.offset + i]) * 0x100000001b3L;
        }
      } else if (number != null) {
        hash = (hash ^ number.longValue()) * 0x100000001b3L;
      }
      sum += hash ^ hash >>> 32;
    }
    return sum;
  }

  private static long hashed(long hash, String words) {
    for (var i = 0; i < words.length(); i++) {
      hash = (hash ^ words.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static void names(Document d, String field, Set<String> names) {
    for (var name : names) {
      var whole = whole(name);
      if (!whole.isEmpty()) {
        d.add(new TextField(field, name, Field.Store.NO));
        d.add(new StringField(field + ".is", whole, Field.Store.NO));
        d.add(new SortedSetDocValuesField(facet(field), new BytesRef(whole)));
      }
    }
  }

  static String facet(String field) {
    return field + ".facet";
  }

  /// A name as it can be typed in a query: with plain marks, at most as long as the index takes.
  static String whole(String name) {
    var plain = Marks.plain(name).replace("\"", "").strip();
    return plain.length() > 1000 ? plain.substring(0, 1000) : plain;
  }

  private static void figure(Document d, Finding.Figure f) {
    double[] low = {f.low().doubleValue()};
    double[] high = {f.high().doubleValue()};
    d.add(new DoubleRange(FIGURE, low, high));
    if (!f.unit().isEmpty()) {
      d.add(new DoubleRange(figure(f.unit()), low, high));
    }
    var per = f.unit().indexOf(" per ");
    if (per > 0) { // “$2 an hour” is found among the dollars, too
      d.add(new DoubleRange(figure(f.unit().substring(0, per)), low, high));
    }
  }

  /// The field of figures with a unit; of any unit when it is empty.
  static String figure(String unit) {
    return unit.isEmpty() ? FIGURE : FIGURE + "." + unit.toLowerCase(Locale.ROOT);
  }

  private static void spans(Document d, Kind kind, List<Span> spans) {
    if (!spans.isEmpty()) {
      var bytes = ByteBuffer.allocate(8 * spans.size());
      spans.forEach(span -> bytes.putInt(span.start()).putInt(span.end()));
      d.add(new BinaryDocValuesField(spans(kind), new BytesRef(bytes.array())));
    }
  }

  static String spans(Kind kind) {
    return kind.word() + ".spans";
  }

  /// A day as 20250129; of a month or a year the first or the last possible day.
  static long number(String date, boolean last) {
    var day = (date.length() > 10 ? date.substring(0, 10) : date).replace("-", "");
    return Long.parseLong((day + (last ? "9999" : "0000")).substring(0, 8));
  }
}
