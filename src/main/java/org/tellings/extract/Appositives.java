package org.tellings.extract;

import org.jspecify.annotations.Nullable;
import org.tellings.extract.Attribution.Told;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Outline.Head;
import org.tellings.extract.Outline.Phrase;

/// What a speaker is, between commas behind the name or before it.
///
/// For one paragraph and one thread.
final class Appositives {

  private final Outline outline;

  Appositives(Outline outline) {
    this.outline = outline;
  }

  /// Who says it, with the words that say what the one is.
  @Nullable Told told(@Nullable Phrase who, int cue, String rule) {
    if (who == null) {
      return null;
    }
    var from = -1;
    var to = -1;
    if (outline.mark(who.to()) == ',') {
      var end = appositive(who.to() + 1, cue > who.from() ? cue : -1);
      if (end > 0 && (who.to() == who.nameTo() || isPersons(who.to() + 1, end))) {
        from = who.to() + 1;
        to = end;
      }
    }
    var role =
        who.isNamed() && outline.mark(who.from() - 1) == ','
            ? outline.before(who.from() - 1)
            : null;
    if (from < 0 && role != null && role.head() == Head.PERSON) {
      // the city engineer, Tomas Brandt, said
      return new Told(outline, who, cue, role.from(), role.to(), rule);
    }
    return new Told(outline, who, cue, from, to, rule);
  }

  /// Whether a noun for a person stands there; “Brill of the Cedar Institute, a charity” has none.
  private boolean isPersons(int from, int to) {
    for (var q = from; q < to; q++) {
      if (outline.isAny(q, Sort.PERSON.bit | Sort.TITLES.bit)) {
        return true;
      }
    }
    return false;
  }

  /// Where the words after a name and a comma that say what the named one is end; -1 when they do
  /// not.
  private int appositive(int from, int cue) {
    if (!outline.isAny(from, Sort.ARTICLE.bit | Sort.POSSESSIVE.bit | Sort.PERSON.bit)
        && !outline.is(from, "who")
        && outline.at(from) == null
        && !outline.is(from, "one")) {
      return -1;
    }
    var end = Math.min(outline.size, from + 20);
    for (var q = from; q < end; q++) {
      var mark = outline.mark(q);
      if (mark == ',' || mark == '.' || mark == ';' || mark == ':' || q == cue) {
        var isRole = !outline.is(from, "who") && q > from && (q != cue);
        return isRole && mentionsRole(from, q) ? q : -1;
      }
      if (outline.isQuote(q)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean mentionsRole(int from, int to) {
    for (var q = from; q < to; q++) {
      if (outline.isAny(q, Sort.PERSON.bit | Sort.BODY.bit | Sort.TITLES.bit | Sort.TAILING.bit)) {
        return true;
      }
    }
    return outline.is(from, Sort.ARTICLE);
  }
}
