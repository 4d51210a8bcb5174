package org.tellings.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.Finding.EntityType;

/// Names printed with a slip that no list has: a listed name of which one word is a letter or two
/// off, by the rule of `docs/method.md`, “Misnamings”.
final class Slips {

  /// Letters that a word has at least in which a slip is seen: of a person’s name, of another name
  /// of several words, of a name of one word.
  private static final int PERSON = 6;

  private static final int BODY = 5;
  private static final int ALONE = 7;

  /// Of so many letters two may be off.
  private static final int LONG = 9;

  /// Of a name of so many words a short one may be off too.
  private static final int MANY = 4;

  /// Names of several words by each word that is right; names of one word by their first letter.
  private static final Map<String, List<Names.Form>> BY_WORD = new HashMap<>();

  private static final Map<Character, List<Names.Form>> BY_LETTER = new HashMap<>();

  /// Names of bodies and products of several words, without blanks and in lower case. Capitals
  /// alone are an outlet’s style.
  private static final Map<String, Names.Form> JOINED = new HashMap<>();

  static {
    for (var form : Names.right()) {
      if (form.type() != EntityType.ORGANISATION
          && form.type() != EntityType.PRODUCT
          && form.type() != EntityType.PERSON) {
        continue;
      }
      if (form.tokens().size() > 1) {
        for (var token : Set.copyOf(form.tokens())) {
          if (token.length() > 2) {
            BY_WORD.computeIfAbsent(token, _ -> new ArrayList<>()).add(form);
          }
        }
      } else if (form.type() != EntityType.PERSON && form.tokens().getFirst().length() >= ALONE) {
        BY_LETTER
            .computeIfAbsent(form.tokens().getFirst().charAt(0), _ -> new ArrayList<>())
            .add(form);
      }
      var joined = String.join("", form.tokens()).toLowerCase(Locale.ROOT);
      if (form.type() != EntityType.PERSON
          && form.tokens().size() > 1
          && joined.length() >= ALONE) {
        JOINED.putIfAbsent(joined, form);
      }
    }
  }

  private Slips() {}

  /// The listed name that these printed words stand for; empty when they are right, or another
  /// name. `first`: they begin a sentence.
  static Optional<Names.Form> of(List<String> printed, boolean first) {
    if (printed.size() == 1) {
      return alone(printed.getFirst(), first);
    }
    for (var word : printed) {
      for (var form : BY_WORD.getOrDefault(word, List.of())) {
        if (isSlip(form, printed)) {
          return Optional.of(form);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Names.Form> alone(String printed, boolean first) {
    if (printed.length() < ALONE || isCapitals(printed)) {
      return Optional.empty();
    }
    var joined = Optional.ofNullable(JOINED.get(printed.toLowerCase(Locale.ROOT)));
    if (joined.isPresent() || first || Lexicon.sorts(printed.toLowerCase(Locale.ROOT)) != 0) {
      return joined;
    }
    return BY_LETTER.getOrDefault(printed.charAt(0), List.of()).stream()
        .filter(form -> isNear(form.tokens().getFirst(), printed, 1))
        .findFirst();
  }

  private static boolean isCapitals(String printed) {
    return printed.equals(printed.toUpperCase(Locale.ROOT));
  }

  /// All words but one are the same.
  private static boolean isSlip(Names.Form form, List<String> printed) {
    var tokens = form.tokens();
    if (tokens.size() != printed.size()) {
      return false;
    }
    var least = tokens.size() >= MANY ? 2 : form.type() == EntityType.PERSON ? PERSON : BODY;
    var off = 0;
    for (var i = 0; i < tokens.size(); i++) {
      var right = tokens.get(i);
      var there = printed.get(i);
      if (!right.equals(there)) {
        off++;
        if (Math.min(right.length(), there.length()) < least
            || right.charAt(0) != there.charAt(0)
            || !isNear(right, there, right.length() >= LONG ? 2 : 1)) {
          return false;
        }
      }
    }
    return off == 1;
  }

  /// Whether one becomes the other by `most` letters left out, put in, changed or swapped; an “s”
  /// at the end is another word, not a slip.
  private static boolean isNear(String right, String printed, int most) {
    return !printed.equals(right + "s")
        && !right.equals(printed + "s")
        && Math.abs(right.length() - printed.length()) <= most
        && isWithin(right, printed, most);
  }

  /// Looks at what is left without the common beginning and end, which is short when they are near.
  private static boolean isWithin(String a, String b, int most) {
    var from = 0;
    while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    var end = 0;
    while (end < Math.min(a.length(), b.length()) - from
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    var x = a.substring(from, a.length() - end);
    var y = b.substring(from, b.length() - end);
    return Math.max(x.length(), y.length()) <= (most == 1 ? 2 : LONG) && distance(x, y) <= most;
  }

  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      rows[i][0] = i;
    }
    for (var k = 0; k <= b.length(); k++) {
      rows[0][k] = k;
    }
    for (var i = 1; i <= a.length(); i++) {
      for (var k = 1; k <= b.length(); k++) {
        var same = a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1;
        var best =
            Math.min(Math.min(rows[i - 1][k] + 1, rows[i][k - 1] + 1), rows[i - 1][k - 1] + same);
        if (i > 1
            && k > 1
            && a.charAt(i - 1) == b.charAt(k - 2)
            && a.charAt(i - 2) == b.charAt(k - 1)) {
          best = Math.min(best, rows[i - 2][k - 2] + 1);
        }
        rows[i][k] = best;
      }
    }
    return rows[a.length()][b.length()];
  }
}
