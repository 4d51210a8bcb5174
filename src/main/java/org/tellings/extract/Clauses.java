package org.tellings.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Attribution.Told;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Outline.Head;
import org.tellings.extract.Outline.Phrase;

/// What a paragraph lets somebody say in its own words: the content clause of each verb of speech
/// or thought, with its subject.
final class Clauses {

  /// A content clause: places `from` to `to`, the place of the cue, who says it if that can be
  /// told, and whether it holds marked words. The cue of a learned one may stand inside; the places
  /// `gap` to `resume` are then no content (both are `to` when nothing stands inside). `claims`:
  /// whether what is told is a claim, not a thing or a wish.
  record Clause(
      int from,
      int to,
      int gap,
      int resume,
      int cue,
      @Nullable Told told,
      String rule,
      boolean marked,
      boolean claims) {

    Clause as(String other) {
      return new Clause(from, to, gap, resume, cue, told, other, marked, claims);
    }

    /// A clause that nothing interrupts.
    static Clause of(int from, int to, Told told, boolean marked) {
      return new Clause(from, to, to, to, told.cue(), told, told.rule(), marked, true);
    }
  }

  /// The rule of “The bridge is old, Ortiz said”.
  static final String BEFORE = "quote.indirect-before/2";

  private static final int SHORTEST = 3;
  private static final int LONGEST = 120;

  /// The most places between a cue and the comma behind it.
  private static final int ASIDE = 10;

  private final Outline outline;
  private final Attribution attribution;
  private final Predicates predicates;
  private final List<Clause> clauses = new ArrayList<>();

  private Clauses(Outline outline) {
    this.outline = outline;
    attribution = new Attribution(outline);
    predicates = new Predicates(outline);
  }

  /// The content clauses of a paragraph, in order, none overlapping another.
  static List<Clause> of(Outline outline) {
    var found = new Clauses(outline);
    for (var from = 0; from < outline.size; from = outline.sentenceEnd(from)) {
      found.sentence(from, outline.sentenceEnd(from));
    }
    return found.clauses;
  }

  private void sentence(int from, int end) {
    var last = end;
    while (last > from && isOneOf(outline.mark(last - 1), ".!?…")) {
      last--;
    }
    var free = from;
    for (var v = from; v < last; v++) {
      if (outline.is(v, "according") && outline.is(v + 1, "to")) {
        free = according(v, from, free, last);
        v = Math.max(v + 1, free - 1);
      } else if (attribution.isCue(v) && v >= free) {
        free = cue(v, from, free, last);
        v = Math.max(v, free - 1);
      }
    }
  }

  private static boolean isOneOf(char mark, String marks) {
    return mark != 0 && marks.indexOf(mark) >= 0;
  }

  /// According to the memo, …; …, according to the memo.
  private int according(int v, int from, int free, int last) {
    var who = outline.phrase(v + 2);
    if (who == null) {
      return free;
    }
    var to = who.to();
    if (v == from) {
      while (to < last && outline.mark(to) != ',') {
        to++;
      }
      var end = to + 1 < last ? cut(to + 1, last, v) : to;
      return add(to + 1, end, told(who, v, "quote.indirect-according/1")) ? end : free;
    }
    var start = Math.max(free, from);
    var end = outline.mark(v - 1) == ',' ? v - 1 : v;
    add(start, end, told(who, v, "quote.indirect-according/1"));
    return to;
  }

  /// Reads what the verb at `v` governs; returns the first place no clause has taken.
  private int cue(int v, int from, int free, int last) {
    var who = attribution.subject(v, free);
    if (who == null
        && !clauses.isEmpty()
        && !attribution.isFinite(v)
        && clauses.getLast().to() <= v
        && clauses.getLast().from() >= from) {
      var earlier = clauses.getLast().told();
      who = earlier == null ? null : earlier.who();
    }
    if (who == null && v + 1 == last) {
      who = bare(v);
    }
    if (who == null || attribution.isObject(who) || attribution.isNegated(v, who)) {
      return free;
    }
    var resume = free == from ? resume(v, who, from, last) : -1;
    if (resume > 0) {
      return add(from, last, who.from() - 1, resume, told(who, v, "quote.indirect-around/1"))
          ? last
          : free;
    }
    var start = content(v, last);
    if (start > 0) {
      var end =
          isSubordinate(outline, who) ? comma(start, cut(start, last, v)) : cut(start, last, v);
      var rule = outline.is(v, Sort.SPEECH) ? "quote.indirect/1" : "quote.indirect-thought/1";
      return add(start, end, told(who, v, rule)) ? end : free;
    }
    // The bridge is old, Ortiz said.
    var before = who.from() - 1;
    if ((v + 1 == last || outline.is(v, Sort.SPEECH) && outline.is(v, Sort.CLAUSAL))
        && attribution.isFinite(v)
        && before > from
        && free == from
        && !outline.is(who.from(), Sort.CLAUSE)
        && predicates.isClause(from, before)
        && (v - who.to() < 4 || outline.mark(v - 1) == ',')
        && outline.mark(before) == ','
        && isTail(v + 1, last)
        && !outline.isQuote(before - 1)
        && !outline.isQuote(from)
        && !outline.isQuote(v + 1)
        && !outline.isQuote(v + 2)
        && !isAdjunct(from)) {
      return add(from, before, told(who, v, BEFORE)) ? last : free;
    }
    return free;
  }

  /// “The harbour, Ortiz said on Monday, will close”: where the sentence that begins with its
  /// subject goes on behind who says it; -1 when it does not.
  private int resume(int v, Phrase who, int from, int last) {
    var before = who.from() - 1;
    if (before <= from
        || outline.mark(before) != ','
        || !outline.is(v, Sort.SPEECH)
        || !outline.is(v, Sort.CLAUSAL)
        || !attribution.isFinite(v)
        || isAdjunct(from)
        || outline.at(from) == null && !outline.is(from, Sort.DETERMINER)
        || outline.isQuote(before - 1)) {
      return -1;
    }
    var open = outline.is(before - 1, Sort.BE);
    if (!open && predicates.isClause(from, before)) {
      return -1;
    }
    var q = v + 1;
    while (q < Math.min(last, v + ASIDE) && outline.mark(q) != ',' && !outline.isQuote(q)) {
      if (outline.isAny(q, Sort.AUXILIARY.bit | Sort.MODAL.bit | Sort.CLAUSE.bit)) {
        return -1;
      }
      q++;
    }
    if (outline.mark(q) == ',') {
      q++;
    }
    if (q >= last || q == v + 1 && !outline.isQuote(q)) {
      return -1;
    }
    return open || predicates.isVerb(q) ? q : -1;
  }

  /// “…, records show.”: a word alone between the comma and the verb that ends the sentence.
  private @Nullable Phrase bare(int v) {
    var t = outline.token(v - 1);
    return t >= 0
            && outline.mark(v - 2) == ','
            && outline.words.isWord(t)
            && outline.words.low(t).endsWith("s")
            && !outline.isAny(
                v - 1, Sort.PRONOUN.bit | Sort.AUXILIARY.bit | Sort.ADVERB.bit | Sort.BE.bit)
        ? new Phrase(v - 1, v, Head.OTHER, v - 1, v)
        : null;
  }

  /// In Oslo, Ortiz said; asked about it, Ortiz said: what stands before is no content.
  private boolean isAdjunct(int from) {
    return isParticipial(from)
        || outline.isAny(from, Sort.PREPOSITION.bit | Sort.SPEECH.bit)
        || outline.is(from, Sort.CLAUSE) && !outline.is(from, "if") && !outline.is(from, "what");
  }

  /// Sentencing him on Friday, …: an “-ing” and no verb up to the comma.
  private boolean isParticipial(int from) {
    var t = outline.token(from);
    if (t < 0 || !outline.words.low(t).endsWith("ing")) {
      return false;
    }
    for (var q = from + 1; q < outline.sentenceEnd(from) && outline.mark(q) != ','; q++) {
      if (outline.isAny(q, Sort.AUXILIARY.bit | Sort.BE.bit | Sort.MODAL.bit)) {
        return false;
      }
    }
    return true;
  }

  /// When Ortiz said so, …: the clause ends where the main one begins.
  static boolean isSubordinate(Outline outline, Phrase who) {
    var before = who.from() - 1;
    return outline.is(before, Sort.CLAUSE)
        && !outline.is(before, Sort.RELATIVE)
        && outline.sentence(before) == before;
  }

  /// Whether the verb is that of a relative clause: “Ortiz, who said so, …”.
  static boolean isAside(Outline outline, int v) {
    var k = v;
    while (k > 1
        && outline.isAny(k - 1, Sort.AUXILIARY.bit | Sort.ADVERB.bit | Sort.NEGATION.bit)) {
      k--;
    }
    return (outline.is(k - 1, "who") || outline.is(k - 1, "which")) && outline.mark(k - 2) == ',';
  }

  private int comma(int from, int to) {
    for (var q = from; q < to; q++) {
      if (outline.mark(q) == ',') {
        return q;
      }
    }
    return to;
  }

  private @Nullable Told told(Phrase who, int cue, String rule) {
    return attribution.told(who, cue, rule);
  }

  /// Where the content clause of the verb at `v` begins; -1 when it has none.
  private int content(int v, int last) {
    var q = v + 1;
    var directed = outline.is(v, Sort.DIRECTED);
    if (directed && !outline.is(q, "that") && !outline.is(q, Sort.CLAUSE)) {
      var whom = outline.phrase(q);
      q = whom != null ? whom.to() : isObjectPronoun(q) ? q + 1 : q;
    }
    if (attribution.isReport(q) && outline.is(q + 1, "that")) {
      return predicates.isClause(q + 2, last) ? q + 2 : -1;
    }
    var skipped = skipAside(q, last);
    if (outline.is(skipped, "that")) {
      return predicates.isClause(skipped + 1, last) ? skipped + 1 : -1;
    }
    if (outline.is(skipped, "whether")
        || outline.is(skipped, "if") && outline.is(v, Sort.QUESTION)
        || outline.is(skipped, "how")
        || outline.is(skipped, "why")
        || outline.is(skipped, "what")) {
      return skipped;
    }
    if (outline.is(q, "to") && outline.is(v, Sort.INFINITIVE)) {
      return q;
    }
    if (!outline.is(v, Sort.CLAUSAL) || directed && q == v + 1) {
      return -1;
    }
    if (outline.mark(q) == ':' && !outline.isQuote(q + 1)) {
      q++;
    } else if (outline.mark(q) == ',') {
      return -1;
    }
    return predicates.isClause(q, last) ? q : predicates.isClause(skipped, last) ? skipped : -1;
  }

  private boolean isObjectPronoun(int q) {
    return outline.is(q, Sort.OBJECT);
  }

  /// Past “on Tuesday”, “in a statement”, “in Oslo” after the verb.
  private int skipAside(int from, int last) {
    var q = from;
    for (var n = 0; n < 3; n++) {
      if (outline.is(q, Sort.WEEKDAY) || outline.is(q, Sort.ADVERB) && !outline.is(q, "never")) {
        q++;
      } else if (outline.is(q + 1, Sort.UNIT)
          && (outline.is(q, "last") || outline.is(q, "this") || outline.is(q, "next"))) {
        q += 2;
      } else if (outline.isAny(q, Sort.PREPOSITION.bit) && !outline.is(q, "to")) {
        var phrase = outline.phrase(q + 1);
        if (phrase == null && !outline.is(q + 1, Sort.WEEKDAY)) {
          return q;
        }
        q = phrase == null ? q + 2 : phrase.to();
      } else {
        break;
      }
    }
    return q >= last ? from : q;
  }

  /// Where the clause from `start` ends: at the sentence's end, or before another attribution.
  private int cut(int start, int last, int cue) {
    var depth = 0;
    for (var q = start + 1; q < Math.min(last, start + LONGEST); q++) {
      var mark = outline.mark(q);
      depth += mark == '(' ? 1 : mark == ')' ? -1 : 0;
      if (mark == ';' && depth <= 0) {
        return q;
      }
      if (mark == ',' && depth <= 0 && isNewAttribution(q + 1, last)) {
        return q;
      }
      if (outline.is(q, "according") && outline.is(q + 1, "to")) {
        return outline.mark(q - 1) == ',' ? q - 1 : q;
      }
    }
    return last;
  }

  /// Whether “adding …”, “but Dunne said …” or “while she denied …” begins here.
  private boolean isNewAttribution(int q, int last) {
    if (outline.is(q, Sort.SPEECH)) {
      return true;
    }
    var start =
        outline.isAny(q, Sort.CONJUNCTION.bit | Sort.CLAUSE.bit)
                && !outline.is(q, "who")
                && !outline.is(q, "which")
            ? q + 1
            : q;
    if (outline.is(start, Sort.SPEECH) && start > q) {
      return true;
    }
    var who = outline.at(start);
    return who != null
        && who.head() != Head.OTHER
        && (start > q || !isApposed(who))
        && who.to() < last
        && isSaying(who.to());
  }

  private boolean isApposed(Phrase who) {
    return outline.mark(who.to()) == ',';
  }

  private boolean isSaying(int q) {
    var v = q;
    while (outline.isAny(v, Sort.ADVERB.bit | Sort.AUXILIARY.bit) && v < q + 3) {
      v++;
    }
    return outline.is(v, Sort.SPEECH) && attribution.isCue(v);
  }

  /// Whether nothing but when, where and to whom follows to the end.
  private boolean isTail(int from, int last) {
    if (last - from > 14) {
      return false;
    }
    return from >= last
        || outline.mark(from) == ','
        || outline.isAny(from, Sort.PREPOSITION.bit | Sort.WEEKDAY.bit | Sort.ADVERB.bit)
        || outline.is(from - 1, Sort.DIRECTED) && outline.at(from) != null
        || outline.is(from + 1, Sort.UNIT);
  }

  private boolean add(int from, int to, @Nullable Told told) {
    return add(from, to, to, to, told);
  }

  private boolean add(int from, int to, int gap, int resume, @Nullable Told told) {
    if (told == null
        || to - from < SHORTEST
        || gap == to && told.who().to() > from && told.who().from() < to
        || outline.isQuote(from) && to - from < 3) {
      return false;
    }
    var end = to;
    while (end > from && isOneOf(outline.mark(end - 1), ",;:—–-")) {
      end--;
    }
    if (end - from < SHORTEST || outline.end(end - 1) - outline.start(from) > 1000) {
      return false;
    }
    var marked = false;
    for (var q = from; q < end; q++) {
      marked |= outline.isQuote(q);
      if (isOneOf(outline.mark(q), "“”\"")) {
        return false; // a mark without its other half: what is quoted cannot be told
      }
    }
    clauses.add(
        gap == to
            ? Clause.of(from, end, told, marked)
            : new Clause(from, end, gap, resume, told.cue(), told, told.rule(), marked, true));
    return true;
  }
}
