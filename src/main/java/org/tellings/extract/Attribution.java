package org.tellings.extract;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Outline.Head;
import org.tellings.extract.Outline.Phrase;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Span;

/// Who said what stands at a place of a paragraph: the verb of speech near it and that verb's
/// subject.
final class Attribution {

  private static final int FAR = 60;

  private static final Set<String> REPORTS =
      Set.of(
          "claims",
          "reports",
          "suggestions",
          "allegations",
          "accusations",
          "charges",
          "complaints",
          "warnings",
          "rumours",
          "rumors",
          "assertions");

  /// A speaker's phrase and the place of the cue (-1: none), in the paragraph they stand in.
  record Told(Outline outline, Phrase who, int cue, int roleFrom, int roleTo, String rule) {

    Told as(String other) {
      return new Told(outline, who, cue, roleFrom, roleTo, other);
    }

    /// Whether only the sentence's subject tells who speaks.
    boolean isWeak() {
      return rule.startsWith("quote.subject");
    }

    Span cueSpan() {
      return outline.span(
          cue, outline.is(cue, "according") && outline.is(cue + 1, "to") ? cue + 2 : cue + 1);
    }

    String cueText() {
      return cueSpan().in(outline.words.text);
    }

    Optional<String> saidTo() {
      return Occasion.of(outline, this);
    }
  }

  private final Outline outline;

  Attribution(Outline outline) {
    this.outline = outline;
  }

  /// Who says the quotation at `p`, from what stands behind it, before it, or around it.
  @Nullable Told of(int p) {
    var told = after(p);
    if (told == null) {
      told = before(p, outline.sentence(p));
    }
    if (told == null) {
      told = new Answers(outline).of(p);
    }
    if (told == null) {
      told = tail(p);
    }
    if (told != null
        && (outline.is(told.cue(), "say") || outline.is(told.cue(), "tell"))
        && isNegated(told.cue(), told.who())) {
      return null;
    }
    return told == null ? subjectOf(p) : told;
  }

  /// Did not say, would not say, neither of them said: nothing is told.
  boolean isNegated(int v, Phrase who) {
    for (var q = v - 1; q >= Math.max(who.to(), v - 4); q--) {
      if (outline.is(q, Sort.NEGATION) || outline.is(q, "never")) {
        return true;
      }
      if (!outline.isAny(q, Sort.AUXILIARY.bit | Sort.ADVERB.bit)) {
        break;
      }
    }
    return isNobody(who);
  }

  /// No one, nobody, not all, neither of them.
  boolean isNobody(Phrase who) {
    return outline.is(who.from(), "no")
        || outline.is(who.from(), "nobody")
        || outline.is(who.from(), "none")
        || outline.is(who.from(), "neither")
        || outline.is(who.from() - 1, "not")
        || outline.is(who.from() - 1, "neither")
        || outline.is(who.from() - 1, "nor");
  }

  /// Whether the quotation at `p` has an attribution other than that of the one before it.
  boolean hasOwn(int p, Told other) {
    var told = after(p);
    if (told == null) {
      told = before(p, outline.sentence(p));
    }
    return told != null && told.cue() != other.cue();
  }

  /// “…,” said Ortiz; “…,” Ortiz said; “…,” according to Ortiz.
  private @Nullable Told after(int p) {
    if (outline.ends(p)) {
      return null;
    }
    var r = p + 1;
    if (",—–-".indexOf(outline.mark(r) == 0 ? 'x' : outline.mark(r)) >= 0) {
      r++;
    }
    var comma = r > p + 1 || ",?!".indexOf(inside(p)) >= 0;
    if (outline.is(r, "according") && outline.is(r + 1, "to")) {
      return told(outline.phrase(r + 2), r, "quote.according-to/2");
    }
    if (isCue(r) && isFinite(r)) {
      var w = r + 1;
      while (outline.is(w, Sort.ADVERB) && w < r + 3) {
        w++;
      }
      var who = outline.phrase(w);
      if (who != null
          && who.head() != Head.OTHER
          && !isObject(who)
          && !(outline.is(r, Sort.DIRECTED) && outline.is(r, "told"))) {
        var name = apposedName(who);
        return name == null
            ? told(who, r, "quote.cue-after/2")
            : new Told(outline, name, r, who.from(), who.to(), "quote.cue-after/3");
      }
    }
    var end = Math.min(outline.sentenceEnd(p), r + 30);
    for (var v = r + 1; v < end && !outline.isQuote(v); v++) {
      if (isCue(v) && isFinite(v)) {
        var who = subject(v, r);
        if (who != null
            && (who.from() == r
                || isRole(r, who.from())
                || comma
                    && who.from() == r + 1
                    && outline.isAny(r, Sort.ADVERB.bit | Sort.TITLES.bit))) {
          return who.head() == Head.OTHER && outline.is(v, Sort.THOUGHT)
              ? null
              : told(who, v, "quote.speaker-after/2");
        }
        return null;
      }
    }
    return null;
  }

  /// “…,” operations director Shona Reid told: plain words before a role.
  private boolean isRole(int from, int to) {
    if (to - from > 3 || to <= from || !outline.isAny(to, Sort.PERSON.bit | Sort.TITLES.bit)) {
      return false;
    }
    for (var q = from; q < to; q++) {
      var t = outline.token(q);
      if (t < 0
          || !outline.words.isWord(t)
          || outline.words.isCapital(t)
          || Lexicon.sorts(outline.words.low(t)) != 0) {
        return false;
      }
    }
    return true;
  }

  /// “…,” said the chairman, Viktor Sandell: the name between the comma and the next mark.
  private @Nullable Phrase apposedName(Phrase who) {
    if (who.head() != Head.PERSON || outline.mark(who.to()) != ',') {
      return null;
    }
    var name = outline.at(who.to() + 1);
    return name != null
            && name.isNamed()
            && name.nameFrom() == name.from()
            && name.nameTo() == name.to()
            && name.to() - name.from() > 1
            && (outline.ends(name.to()) || ",.;—–".indexOf(mark(name.to())) >= 0)
        ? name
        : null;
  }

  private char mark(int p) {
    return outline.mark(p) == 0 ? 'x' : outline.mark(p);
  }

  private char inside(int p) {
    var quote = outline.quote(p);
    var last = outline.words.text.charAt(quote.to() - 1);
    return outline.words.text.charAt(quote.to()) == ',' ? ',' : last;
  }

  /// Ortiz said: “…”; Ortiz called it “…”; according to Ortiz, “…”.
  @Nullable Told before(int p, int from) {
    @Nullable Told thought = null;
    for (var v = p - 1; v >= Math.max(from, p - FAR); v--) {
      if (outline.is(v, "to") && outline.is(v - 1, "according")) {
        var who = outline.phrase(v + 1);
        if (who != null && who.to() <= p) {
          return told(who, v - 1, "quote.according-to/2");
        }
      }
      if (isCue(v)) {
        var quoted = low(v).startsWith("quot") ? outline.at(v + 1) : null;
        if (quoted != null && quoted.to() <= p && p - quoted.to() < 3) {
          return told(quoted, v, "quote.quoted/1");
        }
        var who = subject(v, from);
        if (who == null && v > 0 && (outline.isQuote(v - 1) || outline.isQuote(v - 2))) {
          var next = outline.phrase(v + 1);
          who = next != null && next.to() <= p ? next : null;
        }
        if (who != null && !isObject(who)) {
          if (outline.is(v, Sort.SPEECH)) {
            return told(who, v, "quote.cue-before/2");
          }
          // Rubio says he feels “great”: the verb of speech further off tells more
          thought = thought == null ? told(who, v, "quote.cue-before/2") : thought;
        }
      }
    }
    return thought;
  }

  /// The “…” move was late, Ortiz said.
  private @Nullable Told tail(int p) {
    var end = outline.sentenceEnd(p);
    for (var v = p + 2; v < Math.min(end, p + FAR); v++) {
      if (outline.mark(v - 1) == ',' && outline.is(v, "according") && outline.is(v + 1, "to")) {
        return told(outline.phrase(v + 2), v, "quote.according-to/2");
      }
      if (isCue(v) && isFinite(v)) {
        var who = subject(v, p + 1);
        if (who != null
            && who.from() > 0
            && (outline.mark(who.from() - 1) == ',' || v + 3 >= end)) {
          return told(who, v, "quote.speaker-tail/1");
        }
      }
    }
    return null;
  }

  /// The subject of the sentence a few marked words stand in.
  private @Nullable Told subjectOf(int p) {
    var from = outline.sentence(p);
    for (var q = from; q < Math.min(p, from + FAR); q++) {
      var who = outline.at(q);
      if (who != null) {
        if ((who.isNamed() || who.head() == Head.PRONOUN || who.head() == Head.PERSON)
            && !isObject(who)
            && !isPreposed(who)) {
          return new Told(outline, who, -1, -1, -1, "quote.subject/1");
        }
        q = who.to() - 1;
      }
    }
    return null;
  }

  private boolean isPreposed(Phrase who) {
    return outline.is(who.from() - 1, Sort.PREPOSITION) || outline.is(who.to(), Sort.WEEKDAY);
  }

  @Nullable Told told(@Nullable Phrase who, int cue, String rule) {
    return new Appositives(outline).told(who, cue, rule);
  }

  /// Whether the word at a place is a verb of speech (or of thought), not a noun or a passive.
  boolean isCue(int p) {
    if (!outline.isAny(p, Sort.SPEECH.bit | Sort.THOUGHT.bit)
        || outline.words.isCapital(outline.token(p)) && outline.sentence(p) != p) {
      return false;
    }
    var noun =
        outline.isAny(p - 1, Sort.ARTICLE.bit | Sort.POSSESSIVE.bit)
            || outline.words.isPossessive(outline.token(p - 1));
    if (noun || isReport(p) || outline.is(p, Sort.PERSON) || outline.is(p - 1, "to")) {
      return false;
    }
    var low = low(p);
    if (outline.is(p - 1, Sort.PREPOSITION)) {
      return low.endsWith("ing");
    }
    if (outline.is(p, Sort.PAPER)
        && !outline.is(p - 1, Sort.PRONOUN)
        && outline.before(p) == null) {
      return false;
    }
    return !isPassive(p);
  }

  /// Rejected claims that, dismissed reports that: the word is what the verb before it takes.
  boolean isReport(int p) {
    return outline.token(p) >= 0
        && outline.is(p - 1, Sort.SPEECH)
        && !outline.words.isCapital(outline.token(p - 1))
        && REPORTS.contains(low(p));
  }

  private String low(int p) {
    return outline.words.low(outline.token(p));
  }

  /// Whether a form of “to be” and at most two adverbs stand before the word.
  boolean isPassive(int p) {
    var q = p - 1;
    while (outline.is(q, Sort.ADVERB) && q > p - 3) {
      q--;
    }
    return outline.is(q, Sort.BE) && !low(p).endsWith("ing");
  }

  boolean isFinite(int p) {
    return !low(p).endsWith("ing") || outline.is(p - 1, Sort.BE);
  }

  boolean isObject(Phrase who) {
    return who.head() == Head.PRONOUN && outline.is(who.from(), "you");
  }

  /// The subject of the verb at `v`, not before `from`.
  @Nullable Phrase subject(int v, int from) {
    var k = v;
    var helpers = Sort.AUXILIARY.bit | Sort.ADVERB.bit | Sort.NEGATION.bit;
    while (k > from && outline.isAny(k - 1, helpers) && outline.before(k) == null) {
      k--;
    }
    if (k > from + 1 && outline.mark(k - 1) == ',' && outline.mark(k - 2) == ')') {
      k--;
    }
    if (k > from && outline.mark(k - 1) == ')') {
      k = opening(k - 1, from);
    }
    var who = usable(outline.before(k), from);
    if (who != null) {
      return who.head() == Head.PRONOUN && outline.is(who.from(), "who")
          ? relative(who, from)
          : climbed(who, from);
    }
    if (k > from && outline.mark(k - 1) == ',') {
      who = apposed(k - 1, from);
      if (who != null) {
        return who;
      }
    }
    var far =
        isFinite(v) && !outline.isAny(k - 1, Sort.CONJUNCTION.bit) && outline.mark(k - 1) != ','
            ? nearest(k, from)
            : first(k, from);
    // Ortiz, who in May said
    return far != null && outline.is(far.from(), "who") ? relative(far, from) : far;
  }

  /// Professor Sorel of the observatory at Keld: what a preposition hangs on another phrase leads
  /// to that one.
  private Phrase climbed(Phrase who, int from) {
    var top = who;
    for (var n = 0; n < 3 && isAt(top.from() - 1); n++) {
      var holder = usable(outline.before(top.from() - 1), from);
      if (holder == null) {
        break;
      }
      top = holder;
    }
    return top;
  }

  private boolean isAt(int p) {
    return outline.is(p, Sort.ATTACHING) || outline.is(p, "at") || outline.is(p, "on");
  }

  private @Nullable Phrase usable(@Nullable Phrase who, int from) {
    return who == null || who.from() < from ? null : who;
  }

  private int opening(int close, int from) {
    for (var q = close; q > Math.max(from, close - 15); q--) {
      if (outline.mark(q) == '(') {
        return q;
      }
    }
    return close;
  }

  /// Ortiz, who runs the port, said.
  private @Nullable Phrase relative(Phrase who, int from) {
    var at = outline.mark(who.from() - 1) == ',' ? who.from() - 1 : who.from();
    return usable(outline.before(at), from);
  }

  /// Ortiz, the mayor, said: the phrase before the first of the two commas.
  private @Nullable Phrase apposed(int comma, int from) {
    for (var q = comma - 1; q > Math.max(from, comma - 25); q--) {
      if (outline.mark(q) == ',') {
        var who = usable(outline.before(q), from);
        if (who != null
            && (outline.is(who.from(), "a") || outline.is(who.from(), "an"))
            && outline.mark(who.from() - 1) == ',') {
          q = who.from() - 1; // Ballard, a fellow Democrat, …
          who = usable(outline.before(q), from);
        }
        if (who != null && !isPreposed(who) && !isPlace(who)) {
          var inner = outline.at(q + 1);
          return inner != null && inner.isNamed() && !who.isNamed() && inner.to() == comma
              ? inner
              : who;
        }
        if (who == null && outline.mark(q - 1) != ')') {
          continue;
        }
      }
      if (outline.isQuote(q)) {
        return null;
      }
    }
    return null;
  }

  /// The mayor on Tuesday said: the phrase nearest before, of those that are no one's object.
  private @Nullable Phrase nearest(int k, int from) {
    for (var q = k; q > Math.max(from, k - 12); q--) {
      if (outline.isQuote(q - 1) || outline.mark(q - 1) == ';' || outline.mark(q - 1) == ':') {
        return null;
      }
      var who = usable(outline.before(q), from);
      if (who != null && !isPreposed(who) && who.head() != Head.OTHER && !isPlace(who)) {
        return who;
      }
    }
    return null;
  }

  /// The first phrase of the sentence that may be a subject: Ortiz came late, saying.
  private @Nullable Phrase first(int k, int from) {
    var start = Math.max(from, outline.sentence(Math.max(0, k - 1)));
    for (var q = start; q < Math.min(k, start + FAR); q++) {
      var who = outline.at(q);
      if (who != null) {
        if (!isPreposed(who) && who.head() != Head.OTHER && who.to() <= k && !isPlace(who)) {
          var name = apposedName(who);
          return name == null ? who : name;
        }
        q = who.to() - 1;
      }
    }
    return null;
  }

  private boolean isPlace(Phrase who) {
    var mention = outline.mention(who.nameFrom());
    return mention != null && mention.type() == EntityType.PLACE;
  }
}
