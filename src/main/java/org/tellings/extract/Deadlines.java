package org.tellings.extract;

import java.util.Set;

/// Ends of a time that may still run: by the end of June, until Friday, before 14 July.
final class Deadlines {

  private static final Set<String> EDGES =
      Set.of("end", "close", "start", "beginning", "middle", "early", "mid", "late");

  /// What is wanted or owed, with “to” and a verb behind it.
  private static final Set<String> WANTED =
      Set.of(
          "promised",
          "promises",
          "pledged",
          "pledges",
          "vowed",
          "vows",
          "hoped",
          "hopes",
          "hope",
          "expected",
          "expects",
          "expect",
          "planned",
          "plans",
          "plan",
          "aimed",
          "aims",
          "aim",
          "wants",
          "want",
          "wanted",
          "agreed",
          "agrees",
          "needs",
          "need",
          "needed",
          "intends",
          "intend",
          "intended",
          "due",
          "set",
          "ordered",
          "orders",
          "required",
          "told",
          "urged",
          "asked",
          "threatened",
          "threatens",
          "offered",
          "offers",
          "able",
          "likely",
          "scheduled",
          "has",
          "have",
          "is",
          "are",
          "be",
          "talks",
          "deal",
          "deadline",
          "trying",
          "seeking",
          "refused",
          "days",
          "weeks",
          "months");

  private static final int FAR = 15;

  private final Dating dating;
  private final Words words;

  Deadlines(Dating dating) {
    this.dating = dating;
    this.words = dating.words;
  }

  /// Whether the date that begins at `i` and ends before `to` is the end of a time that the words
  /// leave open: what is promised, must be done or runs, not what had been.
  boolean isOpen(int i, int to) {
    var at = i;
    if (words.is(at - 1, "of") && at > 1 && EDGES.contains(words.low(at - 2))) {
      at -= words.is(at - 3, "the") ? 3 : 2;
    }
    at -= words.is(at - 1, "the") ? 1 : 0;
    var before = words.is(at - 1, "before");
    if (!before
        && !words.is(at - 1, "by")
        && !words.is(at - 1, "until")
        && !words.is(at - 1, "till")) {
      return false;
    }
    var isDeed = false;
    for (var k = at - 2; k >= Math.max(0, at - FAR) && !Sentences.ends(words, k); k--) {
      if (dating.isComing(k) || words.is(k, "unless") || words.is(k, "if")) {
        return true;
      }
      if (words.is(k, "to") && words.isWord(k + 1) && !words.isAny(k + 1, Things.STOPS)) {
        isDeed = true;
      } else if (isDeed && WANTED.contains(words.low(k))) {
        return !words.is(k - 1, "had");
      } else if (dating.isPast(k)) {
        return words.is(k - 1, "is") || words.is(k - 1, "are");
      }
    }
    return !before && (isWithin(at - 1) || isComing(to));
  }

  /// Whether words of the same sentence stand before the one at `i`.
  private boolean isWithin(int i) {
    return i > 1 && !Sentences.ends(words, i - 1) && words.mark(i - 1) == 0;
  }

  /// “By June it will be open”: the first verb behind the date tells.
  private boolean isComing(int to) {
    for (var k = to; k < Math.min(words.size(), to + FAR); k++) {
      if (dating.isComing(k)) {
        return true;
      }
      if (dating.isPast(k) || Sentences.ends(words, k)) {
        return false;
      }
    }
    return false;
  }
}
