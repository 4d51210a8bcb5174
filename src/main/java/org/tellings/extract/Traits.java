package org.tellings.extract;

import java.util.List;
import org.tellings.extract.Clauses.Clause;
import org.tellings.extract.Lexicon.Sort;

/// What the learned reading of attributions goes by: for a place that may be a cue, for a place
/// where its content may begin, and for one where it may end, the traits of that place as numbers.
///
/// A trait is a template with one or two values (words and classes of words); its key is a hash of
/// the three. The keys of the last call stand in `keys`, `size` of them. A capitalised name counts
/// as a name only, never by its letters. For one paragraph and one thread.
final class Traits extends Surroundings {

  /// Most traits that a place has.
  static final int MOST = 64;

  /// The first template of those that sort out most places.
  static final int ROUGH = 600;

  /// What is added to a template for a content that begins before its cue; twice for one around it.
  static final int WAY = 200;

  /// How far behind its cue a content may begin.
  static final int FAR = 26;

  /// How far before it, unless it begins with the sentence.
  static final int BACK = 60;

  final int[] keys = new int[MOST];

  /// The template and values of each key, for those who explain or write them.
  final int[] templates = new int[MOST];

  final int[] ones = new int[MOST];
  final int[] others = new int[MOST];
  int size;

  /// `heading`: whether the paragraph is the first of the text.
  Traits(Outline outline, Weights weights, List<Clause> clauses, boolean heading) {
    super(outline, weights, clauses, heading);
  }

  private void add(int template, int one, int other) {
    templates[size] = template;
    ones[size] = one;
    others[size] = other;
    keys[size++] = key(template, one, other);
  }

  static int key(int template, int one, int other) {
    var h = template * 0x9E3779B1 ^ one * 0x85EBCA6B;
    h = Integer.rotateLeft(h, 13) * 5 + 0xE6546B64;
    h ^= other * 0xC2B2AE35;
    h ^= h >>> 16;
    h *= 0x7FEB352D;
    h ^= h >>> 15;
    h *= 0x846CA68B;
    return h ^ h >>> 16;
  }

  /// The few traits by which most places are told to be no cue.
  void roughCue(int p) {
    size = 0;
    var from = outline.sentence(p);
    var to = outline.sentenceEnd(p);
    var c = (int) classes[p];
    var after = m(p + 1, from, to);
    var before = c(p - 1, from, to);
    add(ROUGH + 1, words[p], 0);
    add(ROUGH + 2, before << 16 | c << 8 | after, 0);
    add(ROUGH + 3, priors[p] << 8 | after, ruled[p] & 12);
    add(ROUGH + 4, priors[p] << 8 | before, 0);
  }

  /// The few traits by which most places are told not to begin a content.
  void roughStart(int s, int p) {
    size = 0;
    var from = outline.sentence(p);
    var to = outline.sentenceEnd(p);
    var far = near(Math.abs(s - p)) + (s > p ? 0 : 32);
    var here = m(s, from, to);
    add(ROUGH + 11, far, priors[p]);
    add(ROUGH + 12, words[s], s > p ? 0 : 1);
    add(ROUGH + 13, m(s - 1, from, to) << 8 | here, far);
    add(ROUGH + 14, ruled[s] & 9 | ruled[p] & 4, far);
    add(ROUGH + 15, far, m(p + 1, from, to));
  }

  /// The few traits by which most places are told not to end a content.
  void roughEnd(int e, int s, int p) {
    size = 0;
    var from = outline.sentence(p);
    var to = outline.sentenceEnd(p);
    var way = s > p ? 0 : e <= p ? 1 : 2;
    var here = m(e, from, to) << 2 | way;
    var kind = classes[s] == MARK ? 0 : m(s, from, to);
    add(ROUGH + 21, words[s], e >= to || rest[e] ? 4 | way : way);
    add(ROUGH + 22, here, m(e + 1, from, to));
    add(ROUGH + 23, w(e, from, to), way);
    add(ROUGH + 24, here, m(e - 1, from, to));
    add(ROUGH + 25, ruled[e] & 2 | ruled[e - 1] & 8 | ruled[s] & 1, here);
    add(ROUGH + 26, near(e - s), here);
    add(ROUGH + 27, kind, here);
  }

  /// The traits of a place as a cue.
  void cue(int p) {
    size = 0;
    var from = outline.sentence(p);
    var to = outline.sentenceEnd(p);
    var w = words[p];
    var c = (int) classes[p];
    var before = c(p - 1, from, to);
    var after = m(p + 1, from, to);
    var next = m(p + 2, from, to);
    add(1, w, 0);
    add(2, c, 0);
    add(3, w, w(p - 1, from, to));
    add(4, w, w(p + 1, from, to));
    add(5, w, after);
    add(6, w, before);
    add(7, before << 16 | c << 8 | after, 0);
    add(8, c << 16 | after << 8 | next, 0);
    add(9, c(p - 2, from, to) << 16 | before << 8 | c, 0);
    add(10, w(p - 1, from, to), 0);
    add(11, w(p + 1, from, to), 0);
    add(12, w(p + 2, from, to), c);
    add(13, w(p - 2, from, to), c);
    add(14, w, after << 8 | next);
    add(15, w(p + 1, from, to), c);
    add(16, w(p - 1, from, to), c);
    var head = subject(p, from);
    add(17, w, head);
    add(18, head, c << 8 | after);
    var rule = ruled[p] & 12;
    add(19, rule, 0);
    add(20, rule, w);
    add(21, priors[p], rule);
    var that = first(p, to);
    add(22, w, that);
    add(23, priors[p] << 8 | that, c);
    var earlier = (int) this.earlier[p];
    var later = p + 1 < to ? this.later[p + 1] : 0;
    add(24, earlier, c);
    add(25, later, c);
    add(26, earlier, priors[p]);
    add(27, later, priors[p]);
    add(28, earlier, w);
    add(29, heading ? 1 : 0, w);
    add(30, heading ? 1 : 0, c << 8 | after);
    add(31, Math.min(4, p - from), c);
    add(32, w(from, from, to), priors[p]);
    add(33, priors[p], before << 8 | after);
    add(34, priors[p], after << 8 | next);
    add(35, Math.min(4, to - p), c);
    var phrase = p + 1 < to ? head(p + 1) : 0;
    add(36, phrase, w);
    add(37, phrase, c << 8 | Math.min(2, verbs[to] - verbs[p + 1]));
    add(38, w, Math.min(2, verbs[to] - verbs[p + 1]));
  }

  /// What stands before the helpers of a verb: its subject's head, or the class of the last word.
  private int subject(int p, int from) {
    var k = p;
    while (k > from
        && outline.isAny(k - 1, Sort.AUXILIARY.bit | Sort.ADVERB.bit | Sort.NEGATION.bit)
        && outline.before(k) == null) {
      k--;
    }
    var who = outline.before(k);
    return (who == null || who.from() < from
            ? 16 + (k > from ? classes[k - 1] : 0)
            : who.head().ordinal())
        + (k < p ? 256 : 0);
  }

  /// Which of “that”, a quotation, “to” or a colon comes first behind a place, and how soon.
  private int first(int p, int to) {
    for (var q = p + 1; q < Math.min(to, p + 9); q++) {
      var kind = signs[q];
      if (kind > 0) {
        return kind << 4 | Math.min(4, q - p);
      }
    }
    return outline.isQuote(p - 1) || outline.isQuote(p - 2) ? 5 << 4 : 0;
  }

  /// Whether the content of the cue at `p` may begin at `s`.
  boolean mayBegin(int s, int p) {
    if (s == p || isAround(s)) {
      return false;
    }
    if (s > p) {
      return s < p + FAR && !isInverted(p) && !(s == p + 1 && isNamedBehind(p));
    }
    var from = outline.sentence(p);
    return s == from
        || s >= p - BACK
            && (outline.token(s - 1) >= 0 && classes[s - 1] == MARK
                || classes[s - 1] == QUOTE
                || classes[s] == QUOTE
                || outline.isAny(s - 1, Sort.CONJUNCTION.bit | Sort.CLAUSE.bit)
                || outline.is(s, Sort.CLAUSE)
                || outline.at(s) != null);
  }

  /// “…, said the mayor, Paul Kerr.”: what stands behind the cue, without a verb, is who says it.
  private boolean isInverted(int p) {
    if (!isBehindComma(p)) {
      return false;
    }
    var who = outline.at(p + 1);
    return who != null
        && verbs[outline.sentenceEnd(p)] == verbs[who.to()]
        && (who.to() >= outline.size
            || outline.ends(who.to() - 1)
            || rest[who.to()]
            || outline.mark(who.to()) == ','
            || outline.isAny(who.to(), Sort.PREPOSITION.bit));
  }

  /// “…, said Paul Kerr, who …”.
  private boolean isNamedBehind(int p) {
    var who = isBehindComma(p) ? outline.at(p + 1) : null;
    return who != null
        && who.isNamed()
        && (outline.mark(who.to()) == ',' || outline.is(who.to(), Sort.RELATIVE));
  }

  private boolean isBehindComma(int p) {
    return p > 0
        && classes[p - 1] == MARK
        && words[p - 1] == ','
        && outline.is(p, Sort.SPEECH)
        && !outline.words.low(outline.token(p)).endsWith("ing");
  }

  /// Whether the content that begins at `s` may end before `e`.
  boolean mayEnd(int e, int s, int p) {
    return e > s && !isAround(e - 1) && (s > p || e <= p || e > p + 2 && !isInverted(p));
  }

  private boolean isAround(int p) {
    return around[p];
  }

  /// The traits of a place where the content of the cue at `p` may begin.
  void start(int s, int p) {
    size = 0;
    var from = outline.sentence(p);
    var to = outline.sentenceEnd(p);
    var w = words[p];
    var way = s > p ? 0 : WAY;
    var far = near(Math.abs(s - p));
    var here = m(s, from, to);
    var before = m(s - 1, from, to);
    var next = m(s + 1, from, to);
    var ws = words[s];
    var wb = w(s - 1, from, to);
    add(way + 40, far, classes[p]);
    add(way + 41, far, w);
    add(way + 42, ws, 0);
    add(way + 43, wb, 0);
    add(way + 44, here << 8 | before, 0);
    add(way + 45, w, ws);
    add(way + 46, w, here << 8);
    add(way + 47, w, wb);
    add(way + 48, here << 8 | next, far);
    add(way + 49, ws, wb);
    add(way + 50, before, far);
    add(way + 51, ws, far);
    add(way + 52, wb, far);
    var rule = ruled[s] & 9 | (ruled[p] & 4);
    add(way + 53, rule, 0);
    add(way + 54, rule, ws);
    add(way + 55, s == from ? 1 : 0, w);
    add(way + 56, s == from ? 1 : 0, ws);
    var low = Math.min(s, p) + 1;
    var high = Math.max(s, p);
    var inner =
        Math.min(2, verbs[high] - verbs[low]) << 4 | Math.min(2, commas[high] - commas[low]);
    add(way + 57, inner, here << 8);
    add(way + 58, inner, far);
    add(way + 59, head(s), far);
    add(way + 60, s > p ? since(p, s) : 0, ws);
    add(way + 61, s > p ? since(p, s) : 0, here << 8 | before);
    var opening = outline.isQuote(s) ? 1 : 0;
    add(way + 62, opening << 4 | (s > p ? first(p, to) & 0xF0 : 1), far);
    add(way + 63, priors[p], here << 8 | before);
    add(way + 64, here << 16 | next << 8 | m(s + 2, from, to), 0);
    add(way + 65, before, here << 8 | next);
    var follow = m(p + 1, from, to);
    add(way + 66, follow << 8 | m(p + 2, from, to), far);
    add(way + 67, classes[p], here << 8 | before);
    var lead = m(p - 1, from, to);
    var behind = Math.min(2, verbs[to] - verbs[p + 1]);
    var ahead = Math.min(2, verbs[p] - verbs[from]);
    add(way + 68, lead << 8 | follow, far);
    add(way + 69, lead << 8 | follow, behind << 2 | ahead);
    add(way + 70, w, lead);
    add(way + 71, behind << 2 | ahead, far);
    add(way + 72, behind << 2 | ahead, lead << 8 | here);
    add(way + 73, behind << 2 | ahead, w);
  }

  /// Which of “that”, “to”, a quotation stands between a cue and a place.
  private int since(int p, int s) {
    var seen = 1;
    for (var q = p + 1; q < s; q++) {
      seen |= signs[q] == 0 || signs[q] == 4 ? 0 : 1 << signs[q];
    }
    return seen;
  }

  /// The traits of a place before which the content of the cue at `p` that begins at `s` may end.
  void end(int e, int s, int p) {
    size = 0;
    var from = outline.sentence(p);
    var to = outline.sentenceEnd(p);
    var w = words[p];
    var ws = words[s];
    var way = s > p ? 0 : e <= p ? WAY : 2 * WAY;
    var here = m(e, from, to);
    var before = m(e - 1, from, to);
    var next = m(e + 1, from, to);
    var we = w(e, from, to);
    var wn = w(e + 1, from, to);
    var wb = words[e - 1];
    var last = e >= to || rest[e] ? 1 : 0;
    var inner = Math.min(3, verbs[e] - verbs[s]);
    var parts = Math.min(3, commas[e] - commas[s]);
    var long_ = near(e - s);
    add(way + 80, last, classes[p] << 8);
    add(way + 81, last, w);
    add(way + 82, last, ws);
    add(way + 83, we, inner << 8);
    add(way + 84, wb, 0);
    add(way + 85, here << 8 | before, Math.min(1, inner) << 8);
    add(way + 86, w, we);
    add(way + 87, w, here << 8);
    add(way + 88, ws, we);
    add(way + 89, m(s, from, to), here << 8);
    add(way + 90, here << 8 | next, Math.min(2, inner) << 8);
    add(way + 91, we, wn);
    add(way + 92, long_, here);
    add(way + 93, long_, w);
    add(way + 94, inner << 8 | parts, here << 8);
    var rule = ruled[e] & 2 | ruled[e - 1] & 8 | (ruled[s] & 1);
    add(way + 95, rule, 0);
    add(way + 96, rule, here << 8);
    add(way + 97, e - p, 0);
    add(way + 98, inner, ws);
    add(way + 99, inner, m(s, from, to) << 8 | here);
    add(way + 100, we, long_);
    add(way + 101, e < to ? head(e) : 0, last << 8);
    add(way + 102, outline.before(e) != null ? 1 : 0, here << 8);
    add(way + 103, e < to ? later[e] : 0, here << 8);
    add(way + 104, priors[p], here << 8 | inner << 16);
    add(way + 105, here << 16 | next << 8 | m(e + 2, from, to), 0);
    add(way + 106, depth(s, e), here << 8);
    add(way + 107, ws, last << 16 | inner << 8);
    var same = same(s, e);
    add(way + 108, same, here << 8);
    add(way + 109, same, we);
    add(way + 110, w, last << 16 | inner << 8);
    add(way + 111, classes[s], here << 8 | next | inner << 16);
    add(way + 112, wb, we);
    var left = Math.min(2, verbs[to] - verbs[Math.min(e, to)]);
    add(way + 113, left, here << 8 | next);
    add(way + 114, left << 4 | inner, we);
    add(way + 115, left << 4 | inner, here << 8 | m(s, from, to));
    add(way + 118, left << 4 | inner, classes[p] << 8 | here);
    add(way + 119, left << 4 | last, ws);
    var who = outline.before(p);
    var gap = e <= p ? Math.max(-1, Math.min(6, (who == null ? p : who.from()) - e)) : 8;
    add(way + 120, gap, here);
    add(way + 121, gap, w);
    add(way + 122, gap, left << 2 | inner);
    var quote =
        (outline.isQuote(s) ? 1 : 0)
            | (outline.isQuote(e - 1) ? 2 : 0)
            | (holdsQuote(s, e) ? 4 : 0)
            | (e < to && holdsQuote(e, to) ? 8 : 0)
            | (way == 2 * WAY && holdsQuote(p, e) ? 16 : 0);
    add(way + 123, quote, inner << 8 | here);
    add(way + 124, quote << 1 | last, w);
    add(way + 125, quote, near(e - s));
  }

  /// How many places like the one at `e` a content has passed, to 3.
  private int same(int s, int e) {
    if (e >= outline.size) {
      return 0;
    }
    var count = 0;
    for (var q = s + 1; q < e; q++) {
      count += words[q] == words[e] ? 1 : 0;
    }
    return Math.min(3, count);
  }

  /// Ortiz, who said so, left: the content up to the comma behind which the main verb stands.
  Learned.Guess untilVerb(Learned.Guess guess) {
    for (var q = guess.to() - 2; q > Math.max(guess.cue(), guess.from()) + 1; q--) {
      if (outline.mark(q) == ','
          && verbs[q + 2] > verbs[q + 1]
          && verbs[q] > verbs[guess.from()]
          && !outline.words.low(outline.token(q + 1)).endsWith("ing")) {
        return new Learned.Guess(guess.cue(), guess.from(), q, guess.chance(), guess.span());
      }
    }
    return guess;
  }

  boolean hasVerb(Learned.Guess guess) {
    return verbs[guess.to()] > verbs[guess.from()];
  }

  /// Whether a quotation stands among the places `from` to `to`.
  boolean holdsQuote(int from, int to) {
    return quotes[to] > quotes[from];
  }

  private int depth(int s, int e) {
    return Math.max(-1, Math.min(1, depths[e] - depths[s]));
  }

  /// What the noun phrase that begins there is about, 0 where none does.
  private int head(int at) {
    var phrase = outline.at(at);
    return phrase == null ? 0 : 1 + phrase.head().ordinal();
  }
}
