package org.tellings.extract;

import java.util.List;
import org.tellings.extract.Clauses.Clause;
import org.tellings.extract.Lexicon.Sort;

/// What is known of each place of a paragraph before anything is learned of it: its word and class,
/// how often it is a cue, and how many verbs, commas, brackets and quotations stand before it. For
/// one paragraph and one thread.
class Surroundings {

  static final int NAME = 1;
  static final int NUMBER = 2;
  static final int QUOTE = 3;
  static final int MARK = 4;
  static final int UNKNOWN = 5;
  static final int DAY = 6;

  /// The first class of words that the weights name themselves.
  static final int FIRST = 16;

  static final int NAMED = "Xx".hashCode();
  static final int DAYS = "Monday".hashCode();
  static final int COUNTED = "00".hashCode();
  static final int THAT = "that".hashCode();
  static final int TO = "to".hashCode();
  static final int QUOTED = "“”".hashCode();

  static final String AROUND = "“”\"‘’'`,.;:!?—–-…()[]";

  final Outline outline;
  final int[] words;
  final byte[] classes;
  final byte[] priors;
  final int[] verbs;
  final int[] commas;
  final int[] depths;
  final int[] quotes;

  /// Whether nothing but marks stands from a place on to the end of its sentence.
  final boolean[] rest;

  final boolean[] around;
  final byte[] ruled;

  /// At each place 1 a quotation, 2 “that”, 3 “to”, 4 a colon, else 0.
  final byte[] signs;

  /// The highest prior before a place in its sentence, and from it on.
  final byte[] earlier;

  final byte[] later;
  final boolean heading;

  /// `heading`: whether the paragraph is the first of the text.
  Surroundings(Outline outline, Weights weights, List<Clause> clauses, boolean heading) {
    this.outline = outline;
    this.heading = heading;
    var n = outline.size;
    words = new int[n];
    classes = new byte[n];
    priors = new byte[n];
    verbs = new int[n + 1];
    commas = new int[n + 1];
    depths = new int[n + 1];
    quotes = new int[n + 1];
    rest = new boolean[n + 1];
    ruled = new byte[n + 1];
    signs = new byte[n];
    around = new boolean[n];
    earlier = new byte[n];
    later = new byte[n + 1];
    for (var from = 0; from < n; from = outline.sentenceEnd(from)) {
      var titled = isTitled(from, outline.sentenceEnd(from));
      for (var p = from; p < outline.sentenceEnd(from); p++) {
        place(p, p == from || titled, weights);
      }
    }
    for (var p = 0; p < n; p++) {
      verbs[p + 1] = verbs[p] + (weights.isVerb(classes[p]) ? 1 : 0);
      var mark = classes[p] == MARK ? words[p] : 0;
      quotes[p + 1] = quotes[p] + (classes[p] == QUOTE ? 1 : 0);
      around[p] = mark != 0 && AROUND.indexOf(mark) >= 0;
      commas[p + 1] = commas[p] + (mark == ',' ? 1 : 0);
      depths[p + 1] = depths[p] + (mark == '(' ? 1 : mark == ')' ? -1 : 0);
      earlier[p] = p == outline.sentence(p) ? 0 : (byte) Math.max(earlier[p - 1], priors[p - 1]);
      signs[p] =
          (byte)
              (classes[p] == QUOTE
                  ? 1
                  : words[p] == THAT ? 2 : words[p] == TO ? 3 : mark == ':' ? 4 : 0);
    }
    for (var p = n - 1; p >= 0; p--) {
      rest[p] = around[p] && (outline.ends(p) || rest[p + 1]);
      later[p] = outline.ends(p) ? priors[p] : (byte) Math.max(later[p + 1], priors[p]);
    }
    for (var clause : clauses) {
      ruled[clause.from()] |= 1;
      ruled[clause.to()] |= 2;
      ruled[clause.cue()] |= 4;
      for (var p = clause.from(); p < clause.to(); p++) {
        ruled[p] |= 8;
      }
    }
  }

  private boolean isTitled(int from, int to) {
    var capitals = 0;
    var plain = 0;
    for (var p = from; p < to; p++) {
      var t = outline.token(p);
      if (t >= 0 && outline.words.isWord(t) && outline.words.end(t) - outline.words.start(t) > 3) {
        if (outline.words.isCapital(t)) {
          capitals++;
        } else {
          plain++;
        }
      }
    }
    return capitals > 2 && capitals > 2 * plain;
  }

  private void place(int p, boolean mayBePlain, Weights weights) {
    var t = outline.token(p);
    if (t < 0) {
      words[p] = QUOTED;
      classes[p] = QUOTE;
      return;
    }
    var all = outline.words;
    var hash = all.low(t).hashCode();
    if (all.mark(t) != 0) {
      words[p] = hash;
      classes[p] = (byte) (MARK);
      priors[p] = (byte) weights.prior(weights.word(hash));
      return;
    }
    if (all.isNumber(t)) {
      var dated = p > 0 && classes[p - 1] == DAY || isDay(p + 1);
      words[p] = dated ? DAYS : COUNTED;
      classes[p] = (byte) (dated ? DAY : NUMBER);
      return;
    }
    var known = weights.word(hash);
    var name =
        all.isCapital(t)
            && (known == 0 || !mayBePlain)
            && !all.isAny(t, Sort.PLAIN.bit | Sort.COURTESY.bit)
            && outline.mention(p) == null;
    if (isDay(p)) {
      words[p] = DAYS;
      classes[p] = DAY;
      return;
    }
    if (name || outline.mention(p) != null) {
      words[p] = NAMED;
      classes[p] = NAME;
      return;
    }
    words[p] = known == 0 ? ending(all.low(t)) : hash;
    classes[p] = known == 0 ? UNKNOWN : (byte) weights.sort(known);
    priors[p] = (byte) weights.prior(known);
  }

  /// Whether a day of the week or a month stands there.
  private boolean isDay(int p) {
    return outline.isAny(p, Sort.WEEKDAY.bit | Sort.MONTH.bit)
        && outline.words.isCapital(outline.token(p))
        && outline.mention(p) == null;
  }

  /// The last letters of a word nobody knows.
  private static int ending(String low) {
    var h = (int) '-';
    for (var i = Math.max(0, low.length() - 3); i < low.length(); i++) {
      h = h * 31 + low.charAt(i);
    }
    return h;
  }

  /// How often a word like this is a cue, from 0 (never) to 9.
  int prior(int p) {
    return priors[p];
  }

  int w(int p, int from, int to) {
    return p < from ? 11 : p >= to ? 12 : words[p];
  }

  int c(int p, int from, int to) {
    return p < from ? 14 : p >= to ? 15 : classes[p];
  }

  /// A mark counts as itself.
  int m(int p, int from, int to) {
    return p < from ? 14 : p >= to ? 15 : classes[p] == MARK ? 128 + (words[p] & 63) : classes[p];
  }

  static int near(int distance) {
    return distance < 7
        ? distance
        : distance < 10 ? 7 : distance < 15 ? 8 : distance < 25 ? 9 : distance < 40 ? 10 : 11;
  }
}
