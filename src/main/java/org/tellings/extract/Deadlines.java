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
          "days",
          "weeks",
          "months");

  /// Of them those that were done to somebody and may be over.
  private static final Set<String> ASKED =
      Set.of(
          "wanted",
          "needed",
          "ordered",
          "required",
          "told",
          "urged",
          "asked",
          "threatened",
          "offered");

  /// What tells of money yet to be made.
  private static final Set<String> FORECAST =
      Set.of(
          "forecast",
          "forecasts",
          "forecasting",
          "expects",
          "expect",
          "expected",
          "expecting",
          "guidance",
          "predicts",
          "projects");

  private static final Set<String> BEATEN =
      Set.of("beat", "beating", "missed", "missing", "exceeded", "exceeding", "topped", "had");

  private static final Set<String> PERIODS = Set.of("year", "half", "quarter", "months", "weeks");

  private static final int FAR = 15;
  private static final int NEAR = 6;

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
    if (isOut(i, to) || isForecast(at)) {
      return true;
    }
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
        return !words.is(k - 1, "had")
            && (ASKED.contains(words.low(k)) ? isStill(k) : !isUndone(to));
      } else if (dating.isPast(k)) {
        return words.is(k - 1, "is") || words.is(k - 1, "are");
      }
    }
    return !before && (isWithin(at - 1) || isComing(to));
  }

  /// “Has been told to”, “is required to”.
  private boolean isStill(int i) {
    for (var k = i - 1; k >= Math.max(0, i - 3) && words.isWord(k); k--) {
      if (words.is(k, "has")
          || words.is(k, "have")
          || words.is(k, "is")
          || words.is(k, "are")
          || words.is(k, "now")) {
        return true;
      }
      if (dating.isPast(k)) {
        return false;
      }
    }
    return false;
  }

  /// “But did not”, “but it is still open”.
  private boolean isUndone(int to) {
    var at = words.mark(to) == ',' ? to + 1 : to;
    if (!words.is(at, "but")) {
      return false;
    }
    for (var k = at + 1; k < Math.min(words.size(), at + NEAR); k++) {
      if (dating.isPast(k) || words.is(k, "still") || words.is(k, "never")) {
        return true;
      }
    }
    return false;
  }

  /// “Her memoir, out on Thursday”.
  private boolean isOut(int i, int to) {
    return words.is(i - 1, "on")
        && words.is(i - 2, "out")
        && (words.mark(i - 3) == ',' || words.is(i - 3, "is") || words.is(i - 3, "are"))
        && !isPast(to)
        && !isPast(to + 1);
  }

  private boolean isPast(int i) {
    return i < words.size() && dating.isPast(i);
  }

  /// “The forecast for the year to the end of March”.
  private boolean isForecast(int at) {
    if (at < 2 || !words.is(at - 1, "to") || !PERIODS.contains(words.low(at - 2))) {
      return false;
    }
    var isFound = false;
    for (var k = at - 3; k >= Math.max(0, at - 2 * FAR) && !Sentences.ends(words, k); k--) {
      if (BEATEN.contains(words.low(k))) {
        return false;
      }
      isFound = isFound || FORECAST.contains(words.low(k));
    }
    return isFound;
  }

  /// Whether something was wanted or asked before the day: “wanted him gone before the meeting on
  /// July 17”.
  boolean isAwaited(int i) {
    var at = -1;
    for (var k = i - 1; k >= Math.max(0, i - NEAR) && words.isWord(k) && at < 0; k--) {
      at = words.is(k, "before") || words.is(k, "by") || words.is(k, "until") ? k : -1;
    }
    for (var k = at - 1; k >= Math.max(0, at - NEAR) && words.isWord(k); k--) {
      if (ASKED.contains(words.low(k))) {
        return !words.is(k - 1, "had");
      }
    }
    return false;
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
