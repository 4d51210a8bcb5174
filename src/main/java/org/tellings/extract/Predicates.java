package org.tellings.extract;

import org.tellings.extract.Lexicon.Sort;

/// Whether places of a paragraph have a finite verb, as far as lists and endings tell.
///
/// For one paragraph and one thread.
final class Predicates {

  private static final long VERBS =
      Sort.AUXILIARY.bit | Sort.MODAL.bit | Sort.FUTURE.bit | Sort.BE.bit;

  private final Outline outline;

  Predicates(Outline outline) {
    this.outline = outline;
  }

  /// Whether a subject and a finite verb follow.
  boolean isClause(int from, int last) {
    if (from >= last || outline.isQuote(from)) {
      return false;
    }
    var begins =
        outline.at(from) != null
            || outline.isAny(
                from,
                Sort.DETERMINER.bit | Sort.PRONOUN.bit | Sort.POSSESSIVE.bit | Sort.PEOPLE.bit)
            || outline.words.isCapital(outline.token(from))
            || isSum(from)
            || outline.is(from, "there")
            || outline.is(from, "if")
            || outline.is(from, "when");
    var bare =
        outline.words.isWord(outline.token(from))
            && !outline.isAny(
                from,
                Sort.PREPOSITION.bit
                    | Sort.CONJUNCTION.bit
                    | Sort.AUXILIARY.bit
                    | Sort.CLAUSE.bit
                    | Sort.ADVERB.bit
                    | Sort.SPEECH.bit
                    | Sort.OBJECT.bit);
    var first = outline.at(from);
    if (first != null && outline.is(first.to(), Sort.RELATIVE) && !outline.is(from - 1, "that")) {
      return false; // showed a model that …: a thing, no clause
    }
    if (!begins && !bare) {
      return outline.is(from, Sort.PREPOSITION) && outline.is(from - 1, "that");
    }
    var to = Math.min(last, from + 25);
    for (var q = from + 1; q < to; q++) {
      if (outline.isAny(q, Sort.AUXILIARY.bit | Sort.MODAL.bit | Sort.FUTURE.bit)
              && !outline.is(q - 1, "to")
          || isContracted(q)) {
        return true;
      }
      if (q > from && begins && looksFinite(q)) {
        return true;
      }
      if (outline.mark(q) == ';') {
        return false;
      }
    }
    return false;
  }

  /// A number, or the sign of a currency before one.
  private boolean isSum(int p) {
    var t = outline.token(p);
    return t >= 0
        && (outline.words.isNumber(t)
            || outline.mark(p) != 0
                && "$£€¥".indexOf(outline.mark(p)) >= 0
                && outline.words.isNumber(outline.token(p + 1)));
  }

  private boolean isContracted(int q) {
    var t = outline.token(q);
    if (t < 0) {
      return false;
    }
    var low = outline.words.low(t);
    var before = outline.token(q - 1);
    return low.indexOf('’') > 0
        || low.indexOf('\'') > 0
        || outline.words.isPossessive(t) && before >= 0 && outline.words.low(before).length() < 6;
  }

  private boolean looksFinite(int q) {
    var t = outline.token(q);
    if (t < 0 || !outline.words.isWord(t) || outline.words.isCapital(t)) {
      return false;
    }
    var low = outline.words.low(t);
    return low.endsWith("ed") && low.length() > 4
        || outline.isAny(
            q, Sort.SPEECH.bit | Sort.THOUGHT.bit | Sort.DEED.bit | Sort.DOWN.bit | Sort.UP.bit)
        || low.endsWith("s") && !low.endsWith("ss") && outline.before(q) != null
        || outline.before(q) != null
            && !outline.isAny(q, Sort.PREPOSITION.bit | Sort.CONJUNCTION.bit | Sort.CLAUSE.bit);
  }

  /// Whether the sentence goes on with a verb there, or with marked words that begin with one.
  boolean isVerb(int q) {
    if (outline.isQuote(q)) {
      var t = outline.words.at(outline.quote(q).from());
      return outline.words.isAny(t, VERBS) || outline.words.low(t).endsWith("ed");
    }
    return outline.isAny(q, VERBS) || looksFinite(q) && outline.before(q) == null;
  }
}
