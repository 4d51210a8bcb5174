package org.tellings.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tellings.compare.Prose.Word;

/// Verbs and nouns that stand for one sort of deed, from `acts.txt`.
final class Acts {

  private static final Map<String, String> ACTS = load();

  private Acts() {}

  /// The sort of deed that a word stands for.
  static Optional<String> of(Word word) {
    return Optional.ofNullable(ACTS.get(word.low()));
  }

  private static Map<String, String> load() {
    Map<String, String> acts = new HashMap<>();
    for (var line : lines("acts.txt")) {
      var colon = line.indexOf(':');
      for (var word : line.substring(colon + 1).split(",")) {
        acts.put(word.strip(), line.substring(0, colon));
      }
    }
    return acts;
  }

  /// The lines of a list that comes with the program, without comments and blank ones.
  static java.util.List<String> lines(String name) {
    try (var in = Acts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
