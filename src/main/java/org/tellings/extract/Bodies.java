package org.tellings.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which named bodies “the council”, “the company” and “the newspaper” may stand for, by the words
/// of `bodies.txt`.
final class Bodies {

  private static final Map<String, Set<String>> WORDS = read();

  private Bodies() {}

  /// Whether the noun may stand for the name: a council has the word in its name, a newspaper's
  /// name is meant only where one is spoken of, and any other noun fits any other name.
  static boolean mayBe(String name, String noun) {
    var low = name.toLowerCase(Locale.ROOT);
    var last = low.substring(low.lastIndexOf(' ') + 1);
    var plain = noun.toLowerCase(Locale.ROOT);
    if (is("press", last)) {
      return is("printing", plain);
    }
    return !is("public", plain) || low.contains(plain);
  }

  private static boolean is(String sort, String word) {
    return WORDS.getOrDefault(sort, Set.of()).contains(word);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> words = new HashMap<>();
    for (var line : Lexicon.lines("bodies.txt")) {
      var colon = line.indexOf(": ");
      words
          .computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>())
          .addAll(Set.of(line.substring(colon + 2).split(" ")));
    }
    return words;
  }
}
