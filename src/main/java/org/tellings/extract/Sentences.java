package org.tellings.extract;

import java.util.ArrayList;
import java.util.List;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Span;

/// Where sentences begin and end. A line end always ends one; abbreviations and initials do not.
final class Sentences {

  private static final int LONGEST_DATELINE = 16;

  private Sentences() {}

  /// The sentences of a text, in order, without the white space between them.
  static List<Span> of(Words words) {
    List<Span> sentences = new ArrayList<>();
    var from = 0;
    for (var i = 0; i < words.size(); i++) {
      if (ends(words, i)) {
        var last = closing(words, i);
        sentences.add(new Span(words.start(from), words.end(last)));
        i = last;
        from = last + 1;
      }
    }
    return sentences;
  }

  /// Whether a sentence ends with this token (closing marks behind it not counted).
  static boolean ends(Words words, int i) {
    if (i + 1 >= words.size() || isLineEnd(words, i)) {
      return true;
    }
    var mark = words.mark(i);
    if ("-–—".indexOf(mark == 0 ? 'x' : mark) >= 0 && endsDateline(words, i)) {
      return true;
    }
    if (mark == '.' || mark == '!' || mark == '?' || mark == '…') {
      var next = closing(words, i) + 1;
      return next >= words.size()
          || isLineEnd(words, next - 1)
          || words.start(next) > words.end(next - 1) && begins(words, next, mark);
    }
    return words.endsWithStop(i)
        && mayEnd(words, i)
        && words.start(i + 1) > words.end(i)
        && opens(words, i + 1);
  }

  /// WASHINGTON, June 18 (Pacific Wire) - ; HANGZHOU, China — : the dash at `i` ends what stands
  /// before the report.
  private static boolean endsDateline(Words words, int i) {
    if (words.isGlued(i) || words.isGlued(i + 1)) {
      return false;
    }
    var first = i;
    while (first > 0 && i - first <= LONGEST_DATELINE && !isLineEnd(words, first - 1)) {
      first--;
    }
    if (i - first > LONGEST_DATELINE || first == i || !isInCapitals(words, first)) {
      return false;
    }
    var inside = false;
    var country = false;
    for (var k = first + 1; k < i; k++) {
      var mark = words.mark(k);
      country = words.isCapital(k) && (country || words.mark(k - 1) == ',');
      inside = mark == '(' || inside && mark != ')';
      if (mark != 0
          ? ",./()".indexOf(mark) < 0
          : !(inside
              || country
              || words.isNumber(k)
              || words.is(k, Sort.MONTH)
              || isInCapitals(words, k))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInCapitals(Words words, int k) {
    var word = words.text.substring(words.start(k), words.end(k));
    return word.length() > 2 && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
  }

  /// Whether the next token is one a new sentence may begin with.
  private static boolean begins(Words words, int next, char mark) {
    if (words.isCapital(next) || words.isNumber(next)) {
      return true;
    }
    if (words.isWord(next)) {
      // an unusual small letter, as in a name or a post, but not what goes on after "…" or "?”"
      return mark == '.'
          && !words.isAny(next, Sort.SPEECH.bit | Sort.CONJUNCTION.bit)
          && words.mark(closing(words, next - 1)) != '…'
          && words.mark(next - 2) != '.';
    }
    return "“\"‘'«„([$€£¥•*#@—–-`".indexOf(words.mark(next)) >= 0;
  }

  /// After an abbreviation only a word that usually begins a sentence begins one.
  private static boolean opens(Words words, int next) {
    return words.isCapital(next)
            && words.is(next, Sort.PLAIN)
            && !words.isAny(
                next, Sort.TITLES.bit | Sort.WEEKDAY.bit | Sort.MONTH.bit | Sort.PEOPLE.bit)
        || "“\"‘".indexOf(words.mark(next) == 0 ? 'x' : words.mark(next)) >= 0;
  }

  private static boolean mayEnd(Words words, int i) {
    return words.is(i, Sort.SHORTEND) || words.isInitial(i) && words.is(i - 1, Sort.ARTICLE);
  }

  /// The last of the closing marks that belong to the sentence that ends at `i`.
  private static int closing(Words words, int i) {
    var last = i;
    while (last + 1 < words.size()
        && words.isGlued(last + 1)
        && "”\"’'»)].!?…".indexOf(words.mark(last + 1) == 0 ? 'x' : words.mark(last + 1)) >= 0) {
      last++;
    }
    return last;
  }

  static boolean isLineEnd(Words words, int i) {
    if (i + 1 >= words.size()) {
      return true;
    }
    for (var at = words.end(i); at < words.start(i + 1); at++) {
      if (words.text.charAt(at) == '\n') {
        return true;
      }
    }
    return false;
  }
}
