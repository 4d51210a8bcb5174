package org.tellings.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Prose.Word;

/// Words for offices, by the lines of `offices.txt`.
final class Offices {

  /// How many can hold it: one person of one body, one of a state, or many.
  enum Sort {
    SOLE,
    STATE,
    TRADE
  }

  /// An office found at words `from` to `to`, the end excluded.
  record Found(String name, Sort sort, int from, int to) {

    /// The same office, in no words but before word `k`.
    Found at(int k) {
      return new Found(name, sort, k, k);
    }
  }

  private record Entry(String name, Sort sort, List<String> words) {}

  /// Words of “chief … officer” at most.
  private static final int LONG = 5;

  private static final Map<String, List<Entry>> BY_LAST = load();

  private Offices() {}

  /// The longest office that ends with word `last` and begins at `least` or later.
  static List<Found> endingAt(List<Word> words, int last, int least) {
    var low = words.get(last).low();
    if (low.equals("officer")) {
      for (var from = last - 1; from >= Math.max(least, last - LONG); from--) {
        if (words.get(from).low().equals("chief")) {
          return List.of(known(words, from, last + 1));
        }
      }
    }
    @Nullable Found best = null;
    for (var entry : BY_LAST.getOrDefault(low, List.of())) {
      var from = last + 1 - entry.words().size();
      if (from >= least
          && (best == null || from < best.from())
          && matches(words, from, entry.words())) {
        best = new Found(entry.name(), entry.sort(), from, last + 1);
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  /// The office of one word, as “President”.
  static Optional<Found> called(String printed) {
    var low = printed.toLowerCase(Locale.ROOT);
    return BY_LAST.getOrDefault(low, List.of()).stream()
        .filter(entry -> entry.words().size() == 1)
        .map(entry -> new Found(entry.name(), entry.sort(), 0, 1))
        .findFirst();
  }

  /// Whether a word in lower case ends an office.
  static boolean isLast(String low) {
    return BY_LAST.containsKey(low);
  }

  private static Found known(List<Word> words, int from, int to) {
    var name = new StringBuilder("chief");
    for (var word : words.subList(from + 1, to)) {
      name.append(' ').append(word.low());
    }
    for (var entry : BY_LAST.getOrDefault("officer", List.of())) {
      if (String.join(" ", entry.words()).contentEquals(name)) {
        return new Found(entry.name(), entry.sort(), from, to);
      }
    }
    return new Found(name.toString(), Sort.SOLE, from, to);
  }

  private static boolean matches(List<Word> words, int from, List<String> wanted) {
    for (var k = 0; k < wanted.size(); k++) {
      var word = words.get(from + k);
      if (!word.low().equals(wanted.get(k)) || k > 0 && word.comma()) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Entry>> load() {
    var entries = new HashMap<String, List<Entry>>();
    try (var in = Offices.class.getResourceAsStream("offices.txt")) {
      if (in == null) {
        throw new IllegalStateException("offices.txt is missing from the program");
      }
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        var colon = line.indexOf(':');
        var blank = line.indexOf(' ');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        var sort = Sort.valueOf(line.substring(0, blank).toUpperCase(Locale.ROOT));
        var name = line.substring(blank + 1, colon);
        add(entries, name, sort, name);
        for (var other : line.substring(colon + 1).split(",")) {
          if (!other.isBlank()) {
            add(entries, name, sort, other.strip());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static void add(Map<String, List<Entry>> entries, String name, Sort sort, String form) {
    var words = List.of(form.split(" "));
    entries
        .computeIfAbsent(words.getLast(), _ -> new ArrayList<>())
        .add(new Entry(name, sort, words));
  }
}
