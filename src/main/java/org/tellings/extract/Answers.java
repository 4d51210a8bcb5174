package org.tellings.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Attribution.Told;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Outline.Head;
import org.tellings.extract.Outline.Phrase;

/// What is said under a noun: “Mr Okoro’s verdict? “…””, “Her answer was blunt. “…””, “in the words
/// of its engineer, “…””.
///
/// For one paragraph and one thread.
final class Answers {

  private static final Set<String> NOUNS =
      Set.of(
          "advice",
          "answer",
          "argument",
          "assessment",
          "comment",
          "conclusion",
          "defence",
          "defense",
          "excuse",
          "explanation",
          "judgement",
          "judgment",
          "message",
          "motto",
          "plea",
          "promise",
          "reaction",
          "reply",
          "request",
          "response",
          "retort",
          "slogan",
          "verdict",
          "view",
          "warning");

  /// The most places between the noun and the quotation, and between the noun and whose it is.
  private static final int FAR = 9;

  private static final int ADJECTIVES = 3;

  private static final long VERBS =
      Sort.SPEECH.bit | Sort.THOUGHT.bit | Sort.AUXILIARY.bit | Sort.MODAL.bit | Sort.BE.bit;

  private final Outline outline;

  Answers(Outline outline) {
    this.outline = outline;
  }

  /// Who says the quotation at `p`; null when no such noun leads to it.
  @Nullable Told of(int p) {
    var words = wordsOf(p);
    if (words != null || p < 2) {
      return words;
    }
    var sentence = outline.sentence(p - 1);
    var ended = sentence != outline.sentence(p);
    var colon = outline.mark(p - 1) == ':';
    if (!ended && !colon && !outline.is(p - 1, Sort.BE) && outline.mark(p - 1) != ',') {
      return null;
    }
    for (var r = p - 1; r >= Math.max(sentence, p - FAR); r--) {
      if (outline.isQuote(r)
          || outline.isAny(r, Sort.SPEECH.bit | Sort.THOUGHT.bit) && !isNoun(r)) {
        return null;
      }
      if (isNoun(r)) {
        var who = leadsTo(r, p, colon) ? owner(r, sentence) : null;
        if (who != null && ended && !isSubject(who, r, p)) {
          return null; // the judge threw out her argument. “…”
        }
        return who == null ? null : new Attribution(outline).told(who, r, "quote.answer/1");
      }
    }
    return null;
  }

  private boolean isNoun(int r) {
    return outline.token(r) >= 0 && NOUNS.contains(outline.words.low(outline.token(r)));
  }

  /// Whether the noun is the last word before the quotation, or a form of “to be” stands between
  /// them; before a colon “to parents” may as well.
  private boolean leadsTo(int r, int p, boolean colon) {
    if (r + 1 >= p - 1) {
      return true;
    }
    for (var q = r + 1; q < p; q++) {
      if (outline.is(q, Sort.BE)) {
        return q <= r + 4;
      }
    }
    return colon && outline.is(r + 1, Sort.PREPOSITION);
  }

  /// Whether a sentence that has ended begins with whose it is, and is no more than that or goes on
  /// with “was”.
  private boolean isSubject(Phrase who, int noun, int p) {
    var from = outline.sentence(noun);
    var starts =
        who.from() == from
            || who.from() == from + 1
                && outline.isAny(from, Sort.CONJUNCTION.bit | Sort.ARTICLE.bit);
    return starts && (noun + 2 >= p || outline.is(noun + 1, Sort.BE));
  }

  /// Whose answer it is: “her”, or who stands before the possessive.
  private @Nullable Phrase owner(int noun, int sentence) {
    for (var q = noun - 1; q >= Math.max(sentence, noun - ADJECTIVES); q--) {
      if (outline.is(q, Sort.POSSESSIVE)) {
        return new Phrase(q, q + 1, Head.PRONOUN, q, q + 1);
      }
      if (outline.words.isPossessive(outline.token(q))) {
        return named(sentence, q);
      }
    }
    return null;
  }

  /// The longest phrase that ends at `to` and has no verb in it.
  private @Nullable Phrase named(int sentence, int to) {
    @Nullable Phrase found = null;
    for (var from = to - 1; from >= Math.max(sentence, to - FAR); from--) {
      if (outline.isAny(from, VERBS) || outline.mark(from) != 0) {
        break;
      }
      var who = outline.phrase(from, to);
      if (who != null && who.to() == to && who.head() != Head.OTHER) {
        found = found == null || isLed(from) ? who : found;
      }
    }
    return found;
  }

  /// An article, a title or a courtesy, which belongs to the name behind it.
  private boolean isLed(int p) {
    return outline.isAny(
            p, Sort.ARTICLE.bit | Sort.TITLES.bit | Sort.COURTESY.bit | Sort.PERSON.bit)
        || outline.words.isCapital(outline.token(p));
  }

  /// “in the words of its own engineer, “…””.
  private @Nullable Told wordsOf(int p) {
    var end = outline.mark(p - 1) == ',' ? p - 1 : p;
    for (var q = end - 2; q > Math.max(0, end - FAR); q--) {
      if (outline.is(q, "of") && outline.is(q - 1, "words")) {
        var who = outline.phrase(q + 1);
        return who == null || who.to() != end
            ? null
            : new Attribution(outline).told(who, q - 1, "quote.answer/1");
      }
    }
    return null;
  }
}
