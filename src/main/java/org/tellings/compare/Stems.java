package org.tellings.compare;

import java.util.Locale;

/// Cuts a word down to what its forms share: `distilled`, `distilling` and `distillation` to
/// `distil`. Crude and predictable; British and American spelling become one.
final class Stems {

  private static final Memo KNOWN = new Memo(word -> Memo.WORDS.of(stem(word)));

  private Stems() {}

  static String of(String word) {
    return KNOWN.of(word);
  }

  private static String stem(String word) {
    var w = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (w.endsWith("'s")) {
      w = w.substring(0, w.length() - 2);
    } else if (w.endsWith("'")) {
      w = w.substring(0, w.length() - 1);
    }
    if (w.length() < 4 || hasDigit(w)) {
      return w;
    }
    w = plural(w);
    w = ending(w);
    if (w.length() > 3 && w.endsWith("e")) {
      w = w.substring(0, w.length() - 1);
    }
    if (w.length() > 3 && w.endsWith("y")) {
      w = w.substring(0, w.length() - 1) + "i";
    }
    if (w.length() > 5 && w.endsWith("our")) {
      w = w.substring(0, w.length() - 2) + "r";
    }
    return undoubled(w.endsWith("iz") ? w.substring(0, w.length() - 1) + "s" : w);
  }

  private static boolean hasDigit(String w) {
    return w.chars().anyMatch(Character::isDigit);
  }

  private static String plural(String w) {
    if (w.endsWith("ies") && w.length() > 4) {
      return w.substring(0, w.length() - 3) + "y";
    }
    if (w.endsWith("sses") || w.endsWith("shes") || w.endsWith("ches") || w.endsWith("xes")) {
      return w.substring(0, w.length() - 2);
    }
    return w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")
        ? w.substring(0, w.length() - 1)
        : w;
  }

  private static String ending(String w) {
    for (var end : ENDINGS) {
      if (w.endsWith(end) && w.length() - end.length() >= (end.length() > 3 ? 4 : 3)) {
        var rest = w.substring(0, w.length() - end.length());
        if (hasVowel(rest)) {
          return rest;
        }
      }
    }
    return w;
  }

  private static final String[] ENDINGS = {"isation", "ization", "ation", "ing", "ied", "ed", "ly"};

  private static boolean hasVowel(String w) {
    return w.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  private static String undoubled(String w) {
    var n = w.length();
    return n > 3 && w.charAt(n - 1) == w.charAt(n - 2) && "aeiosu".indexOf(w.charAt(n - 1)) < 0
        ? w.substring(0, n - 1)
        : w;
  }
}
