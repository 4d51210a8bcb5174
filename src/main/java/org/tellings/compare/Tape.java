package org.tellings.compare;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.Outlet;
import org.tellings.model.Span;

/// An article as a run of words that can be laid beside another: a number for each word, the same
/// for the same word in any case, spelling and signs.
///
/// `quoted` marks words between quotation marks.
final class Tape {

  /// Words of a print: runs of this length are looked up.
  static final int PRINT = 6;

  /// Of this many prints running one is kept, so that no run of eight words is missed.
  static final int WINDOW = 3;

  /// Characters of a day, `2025-01-27`.
  private static final int DAY = 10;

  /// Characters of a quotation in curly marks at most.
  private static final int LONGEST = 1_500;

  final Article article;
  final int slot;
  final int[] words;
  final int[] from;
  final int[] to;
  final BitSet quoted = new BitSet();
  private final String published;
  private final OptionalLong day;
  private @Nullable TapeNames names;
  private @Nullable List<Span> stock;
  private final Map<Outlet, Boolean> credits = new HashMap<>(0);
  private final Map<Long, Boolean> isStock = new HashMap<>(0);

  /// The places of the prints that are kept, and the prints.
  final int[] places;

  final long[] prints;

  Tape(Account account, int slot, Map<String, Integer> numbers) {
    this.article = account.article();
    this.slot = slot;
    published = article.heading().published().map(Dated::value).orElse("9999");
    day =
        published.length() < DAY
            ? OptionalLong.empty()
            : OptionalLong.of(LocalDate.parse(published.substring(0, DAY)).toEpochDay());
    var text = article.text();
    var size = 0;
    var ws = new int[text.length() / 4 + 8];
    var fs = new int[ws.length];
    var ts = new int[ws.length];
    var i = 0;
    while (i < text.length()) {
      if (!isWordy(text.charAt(i))) {
        i++;
        continue;
      }
      var start = i;
      while (i < text.length() && (isWordy(text.charAt(i)) || isInside(text, i))) {
        i++;
      }
      if (size == ws.length) {
        ws = Arrays.copyOf(ws, size * 2);
        fs = Arrays.copyOf(fs, size * 2);
        ts = Arrays.copyOf(ts, size * 2);
      }
      ws[size] = number(text.substring(start, i), numbers);
      fs[size] = start;
      ts[size++] = i;
    }
    words = Arrays.copyOf(ws, size);
    from = Arrays.copyOf(fs, size);
    to = Arrays.copyOf(ts, size);
    for (var kept : account.of(Quote.class)) {
      if (((Quote) kept.finding()).form() != Form.INDIRECT) {
        mark(kept.finding().span());
      }
    }
    between(text);
    var all = hashes();
    places = winnow(all);
    prints = Arrays.stream(places).mapToLong(place -> all[place]).toArray();
  }

  private static boolean isWordy(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /// An apostrophe in a word, a point or comma in a number or in "U.S.".
  private static boolean isInside(String text, int i) {
    var c = text.charAt(i);
    return (c == '\'' || c == '’' || c == '.' || c == ',')
        && i + 1 < text.length()
        && isWordy(text.charAt(i + 1))
        && (c != ',' || Character.isDigit(text.charAt(i + 1)));
  }

  private static int number(String printed, Map<String, Integer> numbers) {
    var known = numbers.get(printed);
    if (known != null) {
      return known;
    }
    var hash = Saying.hash(Spelling.key(printed));
    var number = (int) (hash ^ (hash >>> 32));
    numbers.put(printed, number);
    return number;
  }

  /// What stands between curly marks is a quotation, whether or not it is closed before the next
  /// opens, as in one of several paragraphs.
  private void between(String text) {
    for (var open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
      var close = text.indexOf('”', open);
      var next = text.indexOf('“', open + 1);
      var end = next >= 0 && (close < 0 || next < close) ? next : close;
      if (end > open && end - open <= LONGEST) {
        mark(new Span(open, end));
      }
    }
  }

  private void mark(Span span) {
    var first = Arrays.binarySearch(from, span.start());
    for (var i = first < 0 ? -first - 1 : first; i < from.length && to[i] <= span.end(); i++) {
      quoted.set(i);
    }
  }

  private long[] hashes() {
    var hashes = new long[Math.max(0, words.length - PRINT + 1)];
    for (var i = 0; i < hashes.length; i++) {
      var hash = 0x9e3779b97f4a7c15L;
      for (var k = i; k < i + PRINT; k++) {
        hash = (hash ^ words[k]) * 0xbf58476d1ce4e5b9L;
        hash ^= hash >>> 29;
      }
      hashes[i] = hash;
    }
    return hashes;
  }

  private static int[] winnow(long[] hashes) {
    var kept = new BitSet();
    for (var i = 0; i + WINDOW <= hashes.length; i++) {
      var least = i;
      for (var k = i + 1; k < i + WINDOW; k++) {
        if (hashes[k] <= hashes[least]) {
          least = k;
        }
      }
      kept.set(least);
    }
    return kept.stream().toArray();
  }

  /// ISO 8601, as precise as known; `9999` when it is not known, so that it comes last.
  String published() {
    return published;
  }

  /// The day of publication as days since 1970; empty when it is not known to the day.
  OptionalLong day() {
    return day;
  }

  /// Whether a short stretch is stock wording, see [Stock].
  boolean isStock(int first, int end) {
    return isStock.computeIfAbsent(
        (long) first << Integer.SIZE | end, _ -> Stock.read(this, first, end));
  }

  /// Where set phrases stand.
  List<Span> stock() {
    var known = stock;
    if (known == null) {
      known = Stock.phrases(article.text());
      stock = known;
    }
    return known;
  }

  /// Whether it names another outlet as the place something comes from.
  boolean credits(Outlet other) {
    return credits.computeIfAbsent(other, _ -> Direction.credits(article, other));
  }

  TapeNames names() {
    var known = names;
    if (known == null) {
      known = new TapeNames(this);
      names = known;
    }
    return known;
  }

  int size() {
    return words.length;
  }

  Span span(int first, int end) {
    return new Span(from[first], to[end - 1]);
  }
}
