package org.tellings.extract;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What each rule goes by, in words for people. Read from `rules.txt`.
public final class Rules {

  private static final Map<String, String> WORDS =
      Lexicon.lines("rules.txt").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.substring(0, line.indexOf(": ")),
                  line -> line.substring(line.indexOf(": ") + 2)));

  private Rules() {}

  /// What a rule such as `quote.cue-after/2` goes by, whatever its version; empty for a person's
  /// own and for rules this program does not have. What a learned rule adds behind its version, the
  /// traits that weighed most, follows the words.
  public static Optional<String> words(String rule) {
    var stroke = rule.indexOf('/');
    var space = rule.indexOf(' ');
    return Optional.ofNullable(WORDS.get(stroke < 0 ? rule : rule.substring(0, stroke)))
        .map(words -> space < 0 ? words : words + ": " + rule.substring(space + 1));
  }
}
