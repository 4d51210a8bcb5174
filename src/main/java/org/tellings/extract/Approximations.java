package org.tellings.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        "better than");
    before(
        Approximation.UPTO,
        "up to",
        "as much as",
        "as many as",
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
    return best;
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
