package org.tellings.extract;

import java.util.Set;
import org.tellings.extract.Learned.Guess;
import org.tellings.extract.Lexicon.Sort;

/// Contents that weights find and nobody would call something said.
///
/// For one paragraph and one thread.
final class Trifles {

  /// The least chance of a content around its cue without a comma, and of a few words for a thing.
  private static final double LIKELY_AROUND = 0.35;

  private static final double LIKELY_SHORT = 0.6;

  private static final Set<String> REFUSALS =
      Set.of("declined", "declines", "declining", "refused", "refuses", "refusing");

  private static final Set<String> SAYING =
      Set.of("comment", "elaborate", "say", "answer", "respond", "discuss", "speak", "talk");

  private final Traits traits;

  Trifles(Traits traits) {
    this.traits = traits;
  }

  /// Whether a content is but words for a thing: the cue's own subject, whom it tells, a few words
  /// without a verb that are not likely; or runs on over its cue without a comma before it, unless
  /// that is likely and somebody stands in it right before the cue.
  boolean holds(Guess guess) {
    var outline = traits.outline;
    var subject = outline.before(guess.cue());
    if ((guess.chance() < LIKELY_AROUND || subject == null || subject.from() == guess.from())
        && guess.from() < guess.cue()
        && guess.cue() < guess.to()
        && traits.commas[guess.cue()] == traits.commas[guess.from()]
        && !traits.holdsQuote(guess.from(), guess.to())) {
      return true; // nothing is known of the weir: the cue is the content's own verb
    }
    if (guess.from() == guess.cue() + 1
        && outline.is(guess.from(), "who")
        && outline.is(guess.cue(), Sort.PERSON)) {
      return true; // a public defender who had never run
    }
    if (guess.from() == guess.cue() + 1
        && outline.is(guess.from(), "so")
        && !outline.is(guess.from() + 1, "that")) {
      return true; // and said so three days before
    }
    if (traits.hasVerb(guess)) {
      return false;
    }
    if (guess.from() == guess.cue() + 1
        && (outline.is(guess.from(), "him")
            || outline.is(guess.from(), "her")
            || outline.is(guess.from(), "them"))
        && !traits.holdsQuote(guess.from(), guess.to())) {
      return true; // congratulated her in a tweet
    }
    if (subject != null && subject.from() == guess.from() && subject.to() == guess.to()) {
      return true;
    }
    if (guess.from() == guess.cue() + 1
        && outline.is(guess.cue(), Sort.DIRECTED)
        && !traits.holdsQuote(guess.from(), guess.to())) {
      return true; // told the council about it
    }
    var cue = outline.token(guess.cue());
    if (cue >= 0
        && guess.from() == guess.cue() + 1
        && REFUSALS.contains(outline.words.low(cue))
        && outline.is(guess.from(), "to")
        && outline.token(guess.from() + 1) >= 0
        && SAYING.contains(outline.words.low(outline.token(guess.from() + 1)))) {
      return true; // declined to comment
    }
    if (cue >= 0
        && outline.words.low(cue).startsWith("plead")
        && outline.is(guess.cue() + 1, "guilty")) {
      return true; // pleaded guilty to nine counts
    }
    if (guess.from() > guess.cue()
        && (outline.is(guess.from() - 1, "after") || outline.is(guess.from() - 1, "before"))
        && !traits.holdsQuote(guess.from(), guess.to())) {
      return true; // spoke after the owner
    }
    // nothing was said about the port, he spoke on Monday
    return guess.to() - guess.from() <= 3
        && guess.chance() < LIKELY_SHORT
        && !traits.holdsQuote(guess.from(), guess.to());
  }
}
