package org.tellings.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Approximation;

/// The words around a number that say how exact it is: “nearly”, “up to”, “or more”.
final class Approximations {

  /// How exact, and the tokens that say so.
  record Found(Approximation kind, int from, int to) {}

  /// By their last word; the longest form of each last word comes first.
  private static final Map<String, Map<String, Approximation>> BEFORE = new LinkedHashMap<>();

  static {
    before(
        Approximation.ABOUT,
        "an estimated",
        "about",
        "around",
        "roughly",
        "some",
        "approximately",
        "circa",
        "approx.",
        "estimated",
        "something like",
        "perhaps",
        "in the region of",
        "~");
    before(
        Approximation.UNDER,
        "nearly",
        "almost",
        "just under",
        "well under",
        "less than",
        "fewer than",
        "under",
        "close to",
        "as little as",
        "as few as",
        "as low as",
        "below",
        "not quite",
        "just shy of",
        "shy of");
    before(
        Approximation.OVER,
        "well over",
        "just over",
        "well above",
        "more than",
        "over",
        "above",
        "upwards of",
        "in excess of",
        "exceeding",
        "greater than",
        "north of",
        "well north of",
        "better than");
    before(
        Approximation.UPTO,
        "up to",
        "as much as",
        "as many as",
        "as high as",
        "no more than",
        "at most",
        "not more than",
        "a maximum of");
    before(
        Approximation.ATLEAST,
        "at least",
        "no less than",
        "no fewer than",
        "not less than",
        "a minimum of");
  }

  private Approximations() {}

  private static void before(Approximation kind, String... forms) {
    for (var form : forms) {
      var last = form.substring(form.lastIndexOf(' ') + 1);
      BEFORE.computeIfAbsent(last, _ -> new LinkedHashMap<>()).put(form, kind);
    }
  }

  /// What approximates the number that begins at token `i`.
  static @Nullable Found before(Words words, int i) {
    if (i == 0) {
      return null;
    }
    var forms = BEFORE.get(words.low(i - 1));
    if (forms == null) {
      return null;
    }
    @Nullable Found best = null;
    for (var form : forms.entrySet()) {
      var tokens = form.getKey().split(" ");
      var from = i - tokens.length;
      if (from >= 0 && matches(words, from, tokens) && (best == null || from < best.from())) {
        best = new Found(form.getValue(), from, i);
      }
    }
    return best != null
            && (words.is(best.from(), "over") && isDuring(words, i)
                || best.to() - best.from() == 1 && isPlace(words, i))
        ? null
        : best;
  }

  /// “Rose above two defenders”: few things in words, over which nothing is measured.
  private static boolean isPlace(Words words, int i) {
    return (words.is(i - 1, "above") || words.is(i - 1, "below"))
        && words.is(i, Sort.WORDED)
        && words.isWord(i + 1)
        && !words.isAny(
            i + 1, Things.STOPS | Sort.UNIT.bit | Sort.SCALE.bit | Sort.MONEY.bit | Sort.WORDED.bit)
        && !words.is(i + 1, "percent")
        && !words.is(i + 1, "percentage")
        && !words.is(i + 1, "point")
        && !words.is(i + 1, "points");
  }

  /// What stands before “over” where it says how much: “lasted over three years”; elsewhere a time
  /// behind “over” tells during what: “losses of £105m over three years”.
  private static final Set<String> LASTING =
      Set.of(
          "for", "of", "in", "after", "within", "take", "takes", "took", "taken", "taking", "last",
          "lasts", "lasted", "lasting", "spend", "spends", "spent", "wait", "waited", "waiting",
          "serve", "served", "with", "to", "has", "have", "had", "was", "were", "is", "are", "be",
          "been", "that", "than", "a", "the", "at", "brings", "brought", "and", "or", "now", "s",
          "worked", "lived", "works", "lives", "ran", "runs", "held", "gone", "needs", "needed");

  private static boolean isDuring(Words words, int i) {
    var unit = i + 1;
    while (unit < i + 3 && (words.isNumber(unit) || words.is(unit, Sort.SCALE))) {
      unit++;
    }
    if (unit >= words.size() || !UnitNames.isTime(UnitNames.singular(words.low(unit)))) {
      return false;
    }
    var next = unit + 1;
    if (words.is(next, Sort.LASTING) || words.is(next, "of") || words.isPossessive(next)) {
      return false;
    }
    return i < 2 || Sentences.ends(words, i - 2)
        ? words.mark(next) == ','
        : !LASTING.contains(words.low(i - 2)) && !words.isPossessive(i - 2);
  }

  private static boolean matches(Words words, int from, String[] tokens) {
    for (var k = 0; k < tokens.length; k++) {
      if (!words.is(from + k, tokens[k])) {
        return false;
      }
    }
    return true;
  }

  /// “500 or so”, “500 or more”, “500+”.
  static @Nullable Found after(Words words, int i) {
    if (words.mark(i) == '+' && words.isGlued(i)) {
      return new Found(Approximation.ATLEAST, i, i + 1);
    }
    if (!words.is(i, "or")) {
      return null;
    }
    if (words.is(i + 1, "so")) {
      return new Found(Approximation.ABOUT, i, i + 2);
    }
    if (words.is(i + 1, "more")) {
      return new Found(Approximation.ATLEAST, i, i + 2);
    }
    return words.is(i + 1, "less") || words.is(i + 1, "fewer")
        ? new Found(Approximation.UPTO, i, i + 2)
        : null;
  }
}
