package org.tellings.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.tellings.compare.Prose.Word;

/// Words by which unnamed sources are found, by the lines of `sources.txt`.
final class SourceWords {

  enum Sort {
    SOURCE,
    PLAIN,
    VOICE,
    GROUP,
    THING,
    PERSON,
    SAY,
    TELLING,
    HAND,
    HELPER,
    MODAL,
    STOP,
    PLACE,
    ONE,
    SOME
  }

  private static final Set<Sort> NOUNS =
      Set.of(Sort.SOURCE, Sort.PLAIN, Sort.VOICE, Sort.GROUP, Sort.THING, Sort.PERSON);

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60));

  private static final Map<Sort, Set<String>> WORDS = load();

  /// One of what a plural noun of the lists names: “people” are a person, “sources” a source.
  static String singular(String plural) {
    return plural.equals("people")
        ? "person"
        : plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
  }

  private static final Set<String> ENDINGS =
      Set.of("er", "or", "ist", "man", "men", "ian", "ee", "eur", "folk");

  private SourceWords() {}

  static boolean is(Word word, Sort sort) {
    return !word.isName() && is(word.low(), sort);
  }

  static boolean is(String low, Sort sort) {
    return WORDS.getOrDefault(sort, Set.of()).contains(low);
  }

  /// Whether a noun is one for persons, by the lists or by how it ends.
  static boolean isPerson(String low) {
    var plain = low.substring(low.lastIndexOf('-') + 1);
    var one =
        plain.endsWith("s") && !plain.endsWith("ss")
            ? plain.substring(0, plain.length() - 1)
            : plain;
    return is(plain, Sort.PERSON)
        || is(plain, Sort.SOURCE)
        || is(plain, Sort.PLAIN)
        || is(plain, Sort.VOICE)
        || is(plain, Sort.GROUP)
        || ENDINGS.stream().anyMatch(one::endsWith);
  }

  /// The number that a word or its figures say, up to 999.
  static OptionalInt number(String low) {
    var known = NUMBERS.get(low);
    if (known != null) {
      return OptionalInt.of(known);
    }
    return !low.isEmpty() && low.length() < 4 && low.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalInt.of(Integer.parseInt(low))
        : OptionalInt.empty();
  }

  private static Map<Sort, Set<String>> load() {
    var words = new EnumMap<Sort, Set<String>>(Sort.class);
    try (var in = SourceWords.class.getResourceAsStream("sources.txt")) {
      if (in == null) {
        throw new IllegalStateException("sources.txt is missing from the program");
      }
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        var colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        var sort = Sort.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
        var set = words.computeIfAbsent(sort, _ -> new HashSet<>());
        for (var word : line.substring(colon + 1).strip().split("\\s+")) {
          set.add(word);
          if (NOUNS.contains(sort)) {
            set.add(plural(word));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  static String plural(String word) {
    if (word.endsWith("y") && !word.endsWith("ay") && !word.endsWith("ey")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word.endsWith("s") || word.endsWith("ch") || word.endsWith("sh")
        ? word + "es"
        : word + "s";
  }
}
