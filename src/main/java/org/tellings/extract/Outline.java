package org.tellings.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Marks.Marked;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Span;

/// A paragraph with every quotation folded into one place, so that what stands around quotations
/// reads as plain sentences: `“…” , said Ortiz .` has five places.
final class Outline {

  /// What a noun phrase names by its last noun.
  enum Head {
    NAME,
    PRONOUN,
    PERSON,
    PEOPLE,
    BODY,
    PAPER,
    OTHER
  }

  /// A noun phrase: places `from` to `to`, and where in it the name (or the whole) stands.
  record Phrase(int from, int to, Head head, int nameFrom, int nameTo) {

    boolean isNamed() {
      return head == Head.NAME;
    }
  }

  private static final long STOPS = Sort.AUXILIARY.bit | Sort.CLAUSE.bit | Sort.MODAL.bit;
  private static final long NOUNS =
      Sort.PERSON.bit | Sort.PEOPLE.bit | Sort.BODY.bit | Sort.PAPER.bit;
  private static final long LEADS = Sort.DETERMINER.bit | Sort.POSSESSIVE.bit | Sort.NUMBER.bit;

  final Words words;
  final List<Marked> quotes;
  private final Mention[] named;
  private final int[] items;
  private final boolean[] ends;
  private final int[] firsts;
  private final int[] lasts;
  private final @Nullable Phrase[] begins;
  private final @Nullable Phrase[] closes;
  final int size;

  /// The paragraph of tokens `from` to `to`; `quotes` are the outermost marked stretches in it, and
  /// `named` holds at each token the mention that begins there.
  Outline(Words words, int from, int to, List<Marked> quotes, Mention[] named) {
    this.words = words;
    this.quotes = quotes;
    this.named = named;
    items = new int[to - from + quotes.size()];
    var n = 0;
    var next = 0;
    for (var t = from; t < to; t++) {
      if (next < quotes.size() && words.start(t) >= quotes.get(next).open()) {
        var quote = quotes.get(next);
        items[n++] = ~next++;
        while (t < to && words.start(t) < quote.close()) {
          t++;
        }
        t--;
      } else {
        items[n++] = t;
      }
    }
    size = n;
    ends = new boolean[n];
    for (var p = 0; p < n; p++) {
      ends[p] = p + 1 == n || (items[p] >= 0 ? Sentences.ends(words, items[p]) : quoteEnds(p));
    }
    firsts = new int[n];
    lasts = new int[n];
    for (var p = 0; p < n; p++) {
      firsts[p] = p == 0 || ends[p - 1] ? p : firsts[p - 1];
    }
    for (var p = n - 1; p >= 0; p--) {
      lasts[p] = ends[p] ? p + 1 : lasts[p + 1];
    }
    begins = new Phrase[n];
    closes = new Phrase[n + 1];
    for (var p = 0; p < n; ) {
      var phrase = mayBegin(p) ? phrase(p) : null;
      if (phrase != null) {
        begins[p] = phrase;
        closes[phrase.to()] = phrase;
      }
      p = phrase == null ? p + 1 : phrase.to();
    }
  }

  boolean isQuote(int p) {
    return p >= 0 && p < size && items[p] < 0;
  }

  Marked quote(int p) {
    return quotes.get(~items[p]);
  }

  int token(int p) {
    return p >= 0 && p < size && items[p] >= 0 ? items[p] : -1;
  }

  boolean is(int p, Sort sort) {
    return words.is(token(p), sort);
  }

  boolean isAny(int p, long bits) {
    return words.isAny(token(p), bits);
  }

  boolean is(int p, String low) {
    return words.is(token(p), low);
  }

  char mark(int p) {
    return words.mark(token(p));
  }

  /// Whether a sentence ends with this place.
  boolean ends(int p) {
    return p >= 0 && p < size && ends[p];
  }

  /// The first place of the sentence that `p` is in.
  int sentence(int p) {
    return firsts[p];
  }

  /// The place after the sentence that `p` is in.
  int sentenceEnd(int p) {
    return lasts[p];
  }

  /// The noun phrase that ends just before `p`.
  @Nullable Phrase before(int p) {
    return p >= 0 && p <= size ? closes[p] : null;
  }

  /// The noun phrase found at `p` when the paragraph was read.
  @Nullable Phrase at(int p) {
    return p >= 0 && p < size ? begins[p] : null;
  }

  int start(int p) {
    return items[p] >= 0 ? words.start(items[p]) : quote(p).open();
  }

  int end(int p) {
    return items[p] >= 0 ? words.end(items[p]) : quote(p).close();
  }

  Span span(int from, int to) {
    return new Span(start(from), end(to - 1));
  }

  /// The mention that begins at a place.
  @Nullable Mention mention(int p) {
    var t = token(p);
    return t < 0 ? null : named[t];
  }

  private boolean quoteEnds(int p) {
    var quote = quote(p);
    var last = words.text.charAt(quote.to() - 1);
    if (!quote.closed()) {
      return true;
    }
    if (".!?…".indexOf(last) < 0 || items[p + 1] < 0) {
      return ".!?…".indexOf(last) >= 0;
    }
    var next = items[p + 1];
    if (last == '.') {
      return (words.isCapital(next) || words.isNumber(next)) && !isBareAttribution(p + 1);
    }
    return words.isCapital(next) && !isAttribution(p + 1);
  }

  /// Whether a whole sentence is but a name and a verb of speech: “It holds.” Ortiz said.
  private boolean isBareAttribution(int p) {
    for (var q = p + 1; q < Math.min(size, p + 6) && items[q] >= 0; q++) {
      if (words.mark(items[q]) == '.') {
        return words.is(items[q - 1], Sort.SPEECH) && isAttribution(p);
      }
    }
    return false;
  }

  /// Whether a name and a verb of speech follow, as in “Is it?” Ortiz asked.
  private boolean isAttribution(int p) {
    for (var q = p; q < Math.min(size, p + 6) && items[q] >= 0; q++) {
      if (words.is(items[q], Sort.SPEECH) && !words.isCapital(items[q])) {
        return true;
      }
      if (!words.isCapital(items[q]) && !words.isAny(items[q], Sort.ADVERB.bit | LEADS | NOUNS)) {
        return false;
      }
    }
    return false;
  }

  private boolean mayBegin(int p) {
    var t = items[p];
    return t >= 0
        && words.isWord(t)
        && (named[t] != null
            || words.isAny(t, LEADS | NOUNS | Sort.PRONOUN.bit)
            || isName(p)
            || words.isAny(t, Sort.TITLES.bit));
  }

  private boolean isName(int p) {
    var t = token(p);
    return t >= 0 && words.isCapital(t) && !words.is(t, Sort.PLAIN) && !isTitle(t);
  }

  private boolean isTitle(int t) {
    return words.isAny(t, Sort.TITLES.bit | Sort.COURTESY.bit | Sort.TAILING.bit);
  }

  /// The noun phrase that begins at `p`, if one does: “chief executive Sam Altman”, “a person close
  /// to the company”, “she”.
  @Nullable Phrase phrase(int p) {
    return phrase(p, size);
  }

  /// The same, of the places before `limit` alone.
  @Nullable Phrase phrase(int p, int limit) {
    return phrase(p, limit, 0);
  }

  private @Nullable Phrase phrase(int p, int limit, int depth) {
    var t = token(p);
    if (t < 0 || !words.isWord(t)) {
      return null;
    }
    if (words.is(t, Sort.PRONOUN)) {
      return new Phrase(p, p + 1, Head.PRONOUN, p, p + 1);
    }
    if (words.isAny(t, Sort.MONTH.bit | Sort.WEEKDAY.bit) && words.isCapital(t)) {
      return null;
    }
    var led = words.isAny(t, LEADS);
    Head head = null;
    var nameFrom = -1;
    var nameTo = -1;
    var q = p;
    while (q < limit && q - p < 14) {
      t = items[q];
      if (t < 0 || !words.isWord(t) || q > p && ends[q - 1]) {
        if (t >= 0 && head == null && led && (words.isNumber(t) || isHyphen(q))) {
          q++;
          continue;
        }
        break;
      }
      if (words.isPossessive(t)) {
        head = null;
        nameFrom = -1;
        led = true;
        q++;
        continue;
      }
      var mention = named[t];
      if (head == Head.NAME && nameTo == q && MentionExtractor.isLetters(words.low(t))) {
        q++; // Miranda Thorley KC
        continue;
      }
      if (mention != null || isName(q)) {
        if (head == Head.NAME && nameTo == q && mention == null && words.is(t, Sort.SPEECH)
            || head == Head.PAPER && words.is(items[p], Sort.ARTICLE)) {
          break; // in a statement Ortiz said
        }
        nameFrom = q;
        q = nameEnd(q, mention);
        nameTo = q;
        head = Head.NAME;
        continue;
      }
      if (isTitle(t) && words.isCapital(t)) {
        head = words.is(t, Sort.PERSON) ? Head.PERSON : head;
        q++;
        continue;
      }
      var noun = noun(t);
      if (words.isAny(t, STOPS) || q > p && words.is(t, Sort.PRONOUN) && noun == null) {
        break;
      }
      if (words.is(t, Sort.CONJUNCTION)) {
        var next = q + 1 < size ? items[q + 1] : -1;
        if (words.is(t, "and") && next >= 0 && (led && head == null || isJoined(q, head))) {
          q++;
          continue;
        }
        break;
      }
      if (words.is(t, Sort.BESIDE)
          && (head == Head.PERSON || head == Head.PEOPLE)
          && isAny(q + 1, Sort.PREPOSITION.bit)) {
        // “a person close to the company”: what follows the preposition is taken whatever it is
        var near = depth < 3 ? phrase(q + 2, limit, depth + 1) : null;
        q = near == null ? q : near.to();
        break;
      }
      if (words.is(t, Sort.PREPOSITION)) {
        var attached =
            head != null && head != Head.OTHER && words.is(t, Sort.ATTACHING) && depth < 3
                ? phrase(q + 1, limit, depth + 1)
                : null;
        if (attached != null && attached.head() != Head.PRONOUN) {
          q = attached.to();
        } else if (led && head == null && words.is(t, "of")) {
          q++;
          continue;
        } else if (head == Head.OTHER && words.is(t, "of")) {
          q++;
          continue;
        }
        break;
      }
      if (noun == null && words.isAny(t, Sort.SPEECH.bit | Sort.THOUGHT.bit)
          || noun != null
              && words.is(t, Sort.SPEECH)
              && (head != null && head != Head.OTHER || !led && q == p)
              && !isVerb(q + 1)) {
        break;
      }
      if (noun != null) {
        head = noun;
        q++;
        continue;
      }
      if (words.is(t, Sort.ADVERB) && (head != null || !led)) {
        break;
      }
      if (head == Head.NAME && isOneOf(p, q, nameTo)) {
        head = Head.PERSON; // a former Veritap fitter
      } else if (head == Head.NAME && isFolk(q)) {
        head = Head.PEOPLE;
      } else if (head == Head.NAME || head == Head.PERSON || head == Head.PEOPLE) {
        if (!leadsOn(q) || head == Head.NAME && nameTo == q && words.low(t).endsWith("ed")) {
          break;
        }
      } else if (head != null && head != Head.OTHER && !leadsOn(q)) {
        break;
      } else if (led && (head == null || head == Head.OTHER)) {
        if (q > p && !leadsOn(q) && looksVerbal(t) && head == Head.OTHER) {
          break;
        }
        head = q > p ? Head.OTHER : head;
      } else if (!led && !leadsOn(q)) {
        break;
      }
      q++;
    }
    if (head == null && q == p + 1 && isSomebody(p)) {
      return new Phrase(p, q, Head.PERSON, p, q);
    }
    if (head == null || q == p) {
      return null;
    }
    if (head != Head.NAME) {
      return new Phrase(p, q, head, p, q);
    }
    return new Phrase(p, q, head, nameFrom, nameTo);
  }

  /// A plain word right behind a name that “a” or “an” stands before, if a verb, a comma or “who”
  /// follows: somebody who has no name here.
  private boolean isOneOf(int from, int q, int nameTo) {
    return nameTo == q
        && (is(from, "a") || is(from, "an"))
        && !isAny(q, Sort.ADVERB.bit)
        && (mark(q + 1) == ','
            || isAny(q + 1, Sort.SPEECH.bit | Sort.THOUGHT.bit | Sort.AUXILIARY.bit)
            || is(q + 1, "who"));
  }

  /// Campaign finance reports show: another verb follows, so the word before it is none.
  private boolean isVerb(int q) {
    return isAny(q, Sort.SPEECH.bit | Sort.THOUGHT.bit)
        && noun(items[q]) == null
        && !words.isCapital(items[q]);
  }

  /// “One wrote”, “another said”.
  private boolean isSomebody(int p) {
    return (is(p, "one") || is(p, "another") || is(p, "some") || is(p, "others") || is(p, "many"))
        && isVerb(p + 1);
  }

  /// The 64-page complaint.
  private boolean isHyphen(int q) {
    var t = items[q];
    return words.mark(t) == '-'
        && words.isGlued(t)
        && words.isGlued(t + 1)
        && words.isNumber(token(q - 1));
  }

  /// “Nvidia holders hope”: a plain plural between a name and a verb.
  private boolean isFolk(int q) {
    var t = items[q];
    return words.low(t).endsWith("s")
        && !words.is(t, Sort.SPEECH)
        && isAny(q + 1, Sort.SPEECH.bit | Sort.THOUGHT.bit | Sort.AUXILIARY.bit);
  }

  private boolean looksVerbal(int t) {
    var low = words.low(t);
    return low.endsWith("ed") || low.endsWith("es") || low.endsWith("ing");
  }

  /// “Smith and Jones”, “AI and crypto czar”.
  private boolean isJoined(int and, @Nullable Head head) {
    var t = items[and + 1];
    if (t < 0) {
      return false;
    }
    if (head == Head.NAME) {
      return isName(and + 1) || named[t] != null;
    }
    return head != null && !words.isCapital(t) && words.isWord(t) && leadsOn(and + 1);
  }

  private int nameEnd(int q, @Nullable Mention mention) {
    if (mention != null) {
      var end = q;
      while (end < size && items[end] >= 0 && words.start(items[end]) < mention.span().end()) {
        end++;
      }
      return end;
    }
    var end = q + 1;
    while (end < size
        && items[end] >= 0
        && !ends[end - 1]
        && named[items[end]] == null
        && isName(end)) {
      end++;
    }
    return end;
  }

  /// Whether a noun for a speaker or a name comes within a few plain words.
  private boolean leadsOn(int q) {
    for (var k = q; k < Math.min(size, q + 5); k++) {
      var t = items[k];
      if (t < 0 || !words.isWord(t) || k > 0 && ends[k - 1]) {
        return false;
      }
      if (noun(t) != null) {
        return true;
      }
      if (k > q && (named[t] != null || isName(k))) {
        return true;
      }
      if (words.isAny(
          t,
          STOPS
              | Sort.SPEECH.bit
              | Sort.PREPOSITION.bit
              | Sort.THOUGHT.bit
              | Sort.ARTICLE.bit
              | Sort.PRONOUN.bit)) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Head noun(int t) {
    if (words.is(t, Sort.PERSON)) {
      return Head.PERSON;
    }
    if (words.is(t, Sort.PEOPLE)) {
      return Head.PEOPLE;
    }
    if (words.is(t, Sort.PAPER)) {
      return Head.PAPER;
    }
    return words.is(t, Sort.BODY) ? Head.BODY : null;
  }
}
