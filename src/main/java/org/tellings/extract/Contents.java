package org.tellings.extract;

import org.jspecify.annotations.Nullable;
import org.tellings.extract.Clauses.Clause;
import org.tellings.extract.Learned.Guess;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Outline.Phrase;

/// What a guess of cue and content says: the clause, and who says it.
final class Contents {

  private Contents() {}

  /// The clause of a guess, with who says it where somebody does.
  static Clause clause(Outline outline, Guess guess, boolean hasVerb) {
    var attribution = new Attribution(outline);
    var cue = guess.cue();
    var from = guess.from();
    var to = guess.to();
    if (outline.is(from, "that") && to - from > 1 && outline.mark(from + 1) == 0) {
      from++;
    }
    if (outline.is(cue, "according") && outline.is(from, Sort.RELATIVE)) {
      from = behindComma(outline, from, to); // according to Brandt, whose report came in May, …
    }
    if (outline.is(cue, Sort.DENY)
        && from > cue
        && to - from > 3
        && outline.isQuote(to - 1)
        && outline.mark(to - 2) == ':') {
      to -= 2; // rejected that it had been late: “…”
    }
    var marked = false;
    for (var p = from; p < to; p++) {
      marked |= outline.isQuote(p);
    }
    var who = source(outline, attribution, guess);
    var rule = "quote.learned/1";
    var told = who == null ? null : attribution.told(who, cue, rule);
    var gap = to;
    var resume = to;
    if (cue > from && cue < to) {
      gap = who == null ? cue : Math.min(cue, who.from());
      resume = who == null ? cue + 1 : Math.max(cue + 1, who.to());
      while (gap > from + 1 && outline.mark(gap - 1) != 0) {
        gap--;
      }
      while (resume < to - 1 && outline.mark(resume) != 0) {
        resume++;
      }
      if (gap <= from || resume >= to) {
        gap = to;
        resume = to;
      }
    }
    var that = from > guess.from() || from == cue + 1 && outline.is(cue, Sort.SPEECH);
    var claims =
        marked
            || outline.is(cue, "according")
            || hasVerb && (that && !outline.is(from, "to") || outline.is(cue, Sort.PREDICT))
            || new Predicates(outline).isClause(from, to);
    return new Clause(from, to, gap, resume, cue, told, rule, marked, claims);
  }

  /// According to records obtained by the paper: a plain word in the plural.
  private static @Nullable Phrase bare(Outline outline, int p) {
    var t = outline.token(p);
    return t >= 0 && outline.words.isWord(t) && outline.words.low(t).endsWith("s")
        ? new Phrase(p, p + 1, Outline.Head.OTHER, p, p + 1)
        : null;
  }

  private static int behindComma(Outline outline, int from, int to) {
    for (var p = from; p + 2 < to; p++) {
      if (outline.mark(p) == ',') {
        return p + 1;
      }
    }
    return from;
  }

  /// Who says it: behind “according to” and “by”, behind the cue where the content stands before
  /// it, else the subject of the cue.
  private static @Nullable Phrase source(Outline outline, Attribution attribution, Guess guess) {
    var cue = guess.cue();
    if (outline.is(cue, "according") && outline.is(cue + 1, "to")) {
      var who = outline.phrase(cue + 2);
      return free(who == null ? bare(outline, cue + 2) : who, guess);
    }
    var sentence = outline.sentence(cue);
    if (guess.to() <= cue + 1) {
      var behind = outline.is(cue + 1, "by") ? outline.phrase(cue + 2) : outline.at(cue + 1);
      if (behind != null && (outline.is(cue + 1, "by") || cue <= guess.to() + 1)) {
        return free(named(outline, behind), guess);
      }
    }
    if (guess.from() < cue && cue + 1 < guess.to() && outline.mark(cue - 1) == ',') {
      var behind = outline.at(cue + 1); // the bridge, said Ortiz, will close
      if (behind != null && behind.isNamed() && outline.mark(behind.to()) == ',') {
        return behind;
      }
    }
    if (attribution.isPassive(cue)
        || outline.isAny(cue, Sort.ADVERB.bit | Sort.MAYBE.bit) && !outline.is(cue, Sort.SPEECH)) {
      return null;
    }
    var from = guess.to() <= cue ? guess.to() : sentence;
    var who = attribution.subject(cue, from);
    return who == null || attribution.isObject(who) ? null : free(who, guess);
  }

  /// The mayor, Paul Kerr: the name behind the comma, where nothing but a sign follows it.
  private static Phrase named(Outline outline, Phrase who) {
    if (who.isNamed() || outline.mark(who.to()) != ',') {
      return who;
    }
    var name = outline.at(who.to() + 1);
    return name != null
            && name.isNamed()
            && (name.to() >= outline.size || outline.mark(name.to()) != 0)
        ? name
        : who;
  }

  /// The phrase unless it is content itself.
  private static @Nullable Phrase free(@Nullable Phrase who, Guess guess) {
    var inside = guess.cue() > guess.from() && guess.cue() < guess.to();
    return who == null || !inside && who.from() < guess.to() && guess.from() < who.to()
        ? null
        : who;
  }
}
