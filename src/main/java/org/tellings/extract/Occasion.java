package org.tellings.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Attribution.Told;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Outline.Head;
import org.tellings.extract.Outline.Phrase;

/// Where or to whom something was said: “told Fox News”, “in a post on X”, “on Reddit”.
final class Occasion {

  private static final int FAR = 14;

  private Occasion() {}

  static Optional<String> of(Outline outline, Told told) {
    var cue = told.cue();
    if (cue < 0) {
      return Optional.empty();
    }
    if (outline.is(cue, Sort.DIRECTED) && !outline.is(cue, Sort.QUESTION)) {
      var whom = outline.phrase(cue + 1);
      if (whom != null
          && whom.head() != Head.PRONOUN
          && whom.head() != Head.OTHER
          && !whom.equals(told.who())) {
        return Optional.of(
            whom.isNamed()
                ? text(outline, whom.nameFrom(), whom.nameTo())
                : text(outline, whom.from(), whom.to()));
      }
    }
    var found = within(outline, cue + 1, Math.min(outline.sentenceEnd(cue), cue + FAR));
    if (found == null) {
      var first = outline.sentence(cue);
      found = first < told.who().from() ? within(outline, first, told.who().from()) : null;
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable String within(Outline outline, int from, int to) {
    for (var q = from; q < to && !outline.isQuote(q); q++) {
      if (!outline.is(q, Sort.PREPOSITION) && !outline.is(q, "In")) {
        continue;
      }
      var phrase = outline.phrase(q + 1);
      if (phrase == null) {
        continue;
      }
      var isOn = outline.is(q, "on") || outline.is(q, "to");
      isOn &= phrase.isNamed() && isOutlet(outline, phrase);
      if (isOn
          || hasOccasion(outline, phrase)
              && !outline.is(q, "on")
              && !outline.is(q, "to")
              && !outline.is(q, "of")
              && !outline.is(q, "about")) {
        return isOn
            ? text(outline, phrase.nameFrom(), phrase.nameTo())
            : text(outline, phrase.from(), end(outline, phrase));
      }
    }
    return null;
  }

  /// “an interview with CNBC”: the preposition after an occasion belongs to it.
  private static int end(Outline outline, Phrase phrase) {
    var to = phrase.to();
    if (outline.is(to, "with") || outline.is(to, "on") || outline.is(to, "to")) {
      var more = outline.phrase(to + 1);
      if (more != null && more.isNamed()) {
        return more.to();
      }
    }
    return to;
  }

  private static boolean hasOccasion(Outline outline, Phrase phrase) {
    for (var q = phrase.from(); q < phrase.to(); q++) {
      if (outline.is(q, Sort.OCCASION)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutlet(Outline outline, Phrase phrase) {
    var mention = outline.mention(phrase.nameFrom());
    return outline.words.is(outline.token(phrase.nameFrom()), "x")
        || mention != null && mention.type() == org.tellings.model.Finding.EntityType.ORGANISATION;
  }

  private static String text(Outline outline, int from, int to) {
    return outline.span(from, to).in(outline.words.text);
  }
}
