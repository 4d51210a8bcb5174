package org.tellings.extract;

import java.util.Set;
import org.tellings.extract.Lexicon.Sort;

/// Words of caution that need others beside them.
final class Hedges {

  private static final Set<String> BELIEVED =
      Set.of(
          "said",
          "reported",
          "believed",
          "thought",
          "understood",
          "alleged",
          "accused",
          "suspected",
          "rumoured",
          "rumored",
          "estimated",
          "feared",
          "claimed",
          "considered",
          "deemed",
          "assumed",
          "presumed",
          "reputed",
          "reckoned",
          "judged");

  private static final Set<String> ALSO =
      Set.of("also", "once", "long", "now", "then", "often", "still");

  private Hedges() {}

  /// Is said to, was widely believed to, was accused of: the participle at `t`.
  static boolean isHearsay(Words words, int t) {
    return BELIEVED.contains(words.low(t))
        && (words.is(t - 1, Sort.BE) || isAdverb(words, t - 1) && words.is(t - 2, Sort.BE))
        && (words.is(t + 1, "to") || words.is(t + 1, "of"));
  }

  private static boolean isAdverb(Words words, int t) {
    return words.is(t, Sort.ADVERB) || words.low(t).endsWith("ly") || ALSO.contains(words.low(t));
  }

  /// May the month, in a stretch from `first`; could not and no one could, where something was not
  /// possible: words that look like caution at `t` and are none.
  static boolean isNone(Words words, int t, int first) {
    return words.is(t, "may") && words.isCapital(t) && t > first
        || words.is(t, "could")
            && (words.is(t + 1, Sort.NEGATION)
                || words.is(t - 1, "nobody")
                || words.is(t - 1, "none")
                || words.is(t - 1, "one") && words.is(t - 2, "no"));
  }
}
