package org.tellings.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;

/// What fell, rose, stood or was cut where a figure tells how far: the words before the verb, or
/// those between it and the figure.
final class Subjects {

  /// Verbs behind which a value stands, besides forms of “be” and those of movement.
  private static final Set<String> STATES =
      Set.of(
          "stood",
          "stands",
          "standing",
          "reached",
          "reaches",
          "reaching",
          "hit",
          "hits",
          "topped",
          "tops",
          "exceeded",
          "exceeds",
          "surpassed",
          "passed",
          "passes",
          "totalled",
          "totaled",
          "totals",
          "averaged",
          "average",
          "averages",
          "cost",
          "costs",
          "valued",
          "priced",
          "estimated",
          "fetched",
          "fetches",
          "equals",
          "equalled",
          "amounted",
          "amounts",
          "closed",
          "settled",
          "measured",
          "measures",
          "weighed",
          "weighs",
          "remained",
          "remains",
          "worth");

  /// What may stand between such a verb and the figure.
  private static final Set<String> FILL =
      Set.of(
          "at",
          "to",
          "for",
          "a",
          "an",
          "the",
          "record",
          "only",
          "just",
          "now",
          "still",
          "about",
          "as",
          "high",
          "low",
          "of",
          "all-time",
          "from");

  /// They name nothing that could be measured.
  private static final Set<String> EMPTY =
      Set.of(
          "total",
          "record",
          "average",
          "maximum",
          "minimum",
          "high",
          "low",
          "excess",
          "region",
          "sum",
          "instead",
          "ahead",
          "short",
          "worth",
          "out",
          "all",
          "some",
          "there",
          "most",
          "each",
          "many",
          "age",
          "more",
          "least",
          "amount",
          "upwards",
          "peak",
          "part",
          "range",
          "up",
          "down",
          "fraction",
          "question",
          "claim",
          "figure",
          "cause",
          "afternoon",
          "morning",
          "evening",
          "cash");

  /// With them a price is no longer behind “up” and “down”: “gone up”, “closed down”.
  private static final Set<String> GOING =
      Set.of(
          "go",
          "goes",
          "went",
          "gone",
          "going",
          "closed",
          "moved",
          "edged",
          "ended",
          "finished",
          "ticked",
          "inched",
          "crept",
          "shot",
          "came",
          "come");

  /// Verbs before the noun that moves: “sent shares down 17 %”.
  private static final Set<String> DRIVING =
      Set.of(
          "sent", "sends", "saw", "sees", "made", "makes", "drove", "drives", "left", "leaves",
          "brought", "brings", "helped", "helps", "took", "takes", "kept", "keeps", "pushed",
          "knocked", "lifted", "pulled");

  static final long BEFORE_NOUN = Sort.ARTICLE.bit | Sort.POSSESSIVE.bit | Sort.DETERMINER.bit;

  private static final int LONGEST = 4;
  private static final int FAR = 14;

  private final Words words;
  private final Movements movements;
  private final boolean[] named;

  Subjects(Words words, Movements movements, boolean[] named) {
    this.words = words;
    this.movements = movements;
    this.named = named;
  }

  /// Words from one token up to another.
  record Phrase(int from, int to) {}

  /// Whether the word names nothing that could be measured.
  boolean isEmpty(int i) {
    return words.isWord(i) && EMPTY.contains(words.low(i));
  }

  /// What stands before a time in which something happened.
  boolean isDuring(int i) {
    return words.isAny(i, Sort.PREPOSITION.bit) && !words.is(i, "to") && !words.is(i, "by");
  }

  boolean isState(int i) {
    return words.isWord(i) && STATES.contains(words.low(i));
  }

  /// What fell, rose or stood: the words before the verb, or what was cut or raised.
  @Nullable Phrase before(int start) {
    var move = movements.before(start);
    if (move > 0 && movements.isGiven(move, start)) {
      return null; // who raised money is not what it measures
    }
    var verb = move > 0 ? move : state(start);
    if (verb < 1) {
      return null;
    }
    if (move > 0) {
      var object = object(move, start);
      if (object != null) {
        return object;
      }
    }
    var to = subjectEnd(verb);
    return to < 0 ? null : head(to);
  }

  private int state(int start) {
    for (var k = start - 1; k >= Math.max(0, start - 4) && words.isWord(k); k--) {
      var isSale = words.is(k, "sold") || words.is(k, "sells");
      if (isSale && words.is(k + 1, "for")
          || words.is(k, Sort.BE)
          || STATES.contains(words.low(k))
          || words.is(start - 1, "from") && GOING.contains(words.low(k))) {
        return k;
      }
      if (!FILL.contains(words.low(k))) {
        return -1;
      }
    }
    return -1;
  }

  /// “Cut deaths by 9%”, “raised its rate to 5%”, “the reduction in prices of 5%”.
  private @Nullable Phrase object(int move, int start) {
    var isLinked =
        words.is(start - 1, "by") || words.is(start - 1, "to") || words.is(start - 1, "from");
    var end = isLinked ? start - 1 : start;
    var from = move + 1;
    if (words.is(from, "in") && words.isAny(move - 1, BEFORE_NOUN)) {
      from++;
    }
    while (from < end && words.isAny(from, Sort.ARTICLE.bit | Sort.POSSESSIVE.bit)
        || words.is(from, "own")) {
      from++;
    }
    if (from >= end || end - from > LONGEST || EMPTY.contains(words.low(end - 1))) {
      return null;
    }
    for (var k = from; k < end; k++) {
      if (!words.isWord(k)
          || words.isAny(k, Things.STOPS | Sort.UNIT.bit)
          || words.is(k, Sort.WEEKDAY)
          || words.low(k).endsWith("ly")) {
        return null;
      }
    }
    return new Phrase(from, end);
  }

  /// Where the words before the verb end that tell of what it is said; -1 where they cannot be
  /// told.
  private int subjectEnd(int verb) {
    var to = verb;
    for (var n = 0; n < 8 && to > 0; n++) {
      var before = to - 1;
      if (words.is(before, "than") && words.is(before - 1, "more")) {
        to -= 2;
      } else if (words.isAny(before, Sort.AUXILIARY.bit | Sort.ADVERB.bit)
          || words.is(before, "almost")
          || words.is(before, "together")
          || words.is(before, "to") && isForeseen(before - 1)
          || words.is(to, "to") && isForeseen(before)
          || words.isWord(before) && words.low(before).endsWith("ly") && !words.isCapital(before)
          || words.isAny(verb, Sort.UP.bit | Sort.DOWN.bit) && GOING.contains(words.low(before))) {
        to--;
      } else {
        break;
      }
    }
    if (words.is(to - 1, "to") || words.is(to - 1, Sort.CONJUNCTION)) {
      return -1;
    }
    if (words.is(to - 1, "that") && words.is(verb, Sort.BE)) {
      return -1; // that is $5
    }
    if (words.is(to - 1, "that") || words.is(to - 1, "which") || words.is(to - 1, "who")) {
      return words.mark(to - 2) == ',' ? to - 2 : to - 1;
    }
    if (words.mark(to - 1) == ',') {
      for (var k = to - 2; k >= Math.max(1, to - FAR) && !Sentences.ends(words, k); k--) {
        if (words.mark(k) == ',') {
          return k;
        }
      }
      return -1;
    }
    return to;
  }

  /// “Inflation is expected to be 3%”.
  private boolean isForeseen(int i) {
    return words.isWord(i) && FORESEEN.contains(words.low(i));
  }

  private static final Set<String> FORESEEN =
      Set.of("expected", "likely", "forecast", "projected", "predicted", "estimated", "set", "due");

  /// The noun before `to`, past “in the United States and Europe”, to the noun it belongs to; of
  /// “the number of boats” the boats.
  @Nullable Phrase head(int to) {
    var end = to;
    for (var n = 0; n < 3; n++) {
      var first = start(end);
      var link = first - 1;
      while (words.isAny(link, Sort.ARTICLE.bit) || words.is(link, Sort.SCALE)) {
        link--;
      }
      var isListed = words.is(link, "and") && isBehindPreposition(link);
      if (start(link) == link || !words.isAny(link, Sort.PREPOSITION.bit) && !isListed) {
        break;
      }
      if (words.is(link, "of") && (words.is(link - 1, "number") || words.is(link - 1, "amount"))) {
        break;
      }
      end = link;
    }
    return phrase(end);
  }

  /// “In the United States and”, not “sales and”.
  private boolean isBehindPreposition(int to) {
    var link = start(to) - 1;
    return words.isAny(words.isAny(link, Sort.ARTICLE.bit) ? link - 1 : link, Sort.PREPOSITION.bit);
  }

  /// The noun that ends before `to`, its article left out.
  @Nullable Phrase phrase(int to) {
    var from = start(to);
    for (var k = from; k < to; k++) {
      if (words.isWord(k) && DRIVING.contains(words.low(k)) || words.is(k, "later")) {
        from = k + 1; // its success sent shares, a week later Nvidia shares
      }
    }
    while (from < to && isLead(from)) {
      from++;
    }
    var isNothing = words.isAny(to - 1, Sort.UNIT.bit | Sort.WEEKDAY.bit);
    return to > from && !isNothing && !EMPTY.contains(words.low(to - 1))
        ? new Phrase(from, to)
        : null;
  }

  private boolean isLead(int i) {
    return words.isAny(i, BEFORE_NOUN) || words.is(i, "own") || words.isPossessive(i);
  }

  /// Where the up to four plain words that end before `to` begin; a name is taken whole.
  private int start(int to) {
    var from = to;
    var count = 0;
    while (from > 0
        && (count < LONGEST || named[from] && named[from - 1] && to - from < FAR)
        && words.isWord(from - 1)
        && !Sentences.ends(words, from - 1)
        && !words.isAny(
            from - 1,
            Sort.PREPOSITION.bit
                | Sort.CONJUNCTION.bit
                | Sort.CLAUSE.bit
                | Sort.SPEECH.bit
                | Sort.THOUGHT.bit
                | Sort.AUXILIARY.bit
                | Sort.PRONOUN.bit
                | Sort.SCALE.bit
                | Sort.WORDED.bit
                | Sort.ARTICLE.bit)) {
      from--;
      count += words.isPossessive(from) ? 0 : 1;
      if (words.mark(from - 1) == '-' && words.isGlued(from) && words.isNumber(from - 2)) {
        from -= 2; // the 7.5-mile line
      }
    }
    return from;
  }
}
