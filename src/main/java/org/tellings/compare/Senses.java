package org.tellings.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tellings.compare.Prose.Word;

/// What words stand for, by the lines of `senses.txt`.
final class Senses {

  /// A sense found at words `from` to `to`, the end excluded. `rank` is its line in the file.
  record Found(String type, String name, int from, int to, int rank) {}

  private record Entry(String type, String name, List<String> stems, String exact, int rank) {}

  /// Types that say how much a word weighs, not what it stands for.
  private static final Set<String> WEIGHTS = Set.of("idle", "common", "plain", "vague");

  /// Types whose words tell the same: in claims and figures, and in figures alone.
  private static final Set<String> ALIKE = Set.of("like", "akin");

  private static final Map<String, List<Entry>> ENTRIES = load();

  private static final Map<String, Set<String>> LIKE = like();

  private Senses() {}

  /// Whether two stems are one word, forms of one, or tell the same.
  static boolean areAlike(String one, String other) {
    if (one.equals(other) || isForm(one, other) || isForm(other, one)) {
      return true;
    }
    var names = LIKE.get(one);
    var others = LIKE.get(other);
    return names != null && others != null && names.stream().anyMatch(others::contains);
  }

  /// Whether a stem is one of the words of a sense.
  static boolean areNamed(String type, String name, String stem) {
    return ENTRIES.getOrDefault(stem, List.of()).stream()
        .anyMatch(
            entry ->
                entry.type().equals(type)
                    && entry.name().equals(name)
                    && entry.stems().size() == 1);
  }

  /// “Trade” and “trader”.
  private static boolean isForm(String longer, String shorter) {
    var length = shorter.length();
    return length >= 4
        && longer.length() - length <= 3
        && (longer.startsWith(shorter) || isNationOf(longer, shorter));
  }

  /// “Italian” of “Italy”.
  private static boolean isNationOf(String longer, String shorter) {
    var end = shorter.length() - 1;
    return longer.length() > end + 1
        && shorter.charAt(end) == 'y'
        && longer.charAt(end) == 'i'
        && longer.startsWith(shorter.substring(0, end));
  }

  private static Map<String, Set<String>> like() {
    var like = new HashMap<String, Set<String>>();
    ENTRIES.values().stream()
        .flatMap(List::stream)
        .filter(entry -> ALIKE.contains(entry.type()) && entry.stems().size() == 1)
        .forEach(
            entry ->
                like.computeIfAbsent(entry.stems().getFirst(), _ -> new TreeSet<>())
                    .add(entry.type() + " " + entry.name()));
    return like;
  }

  /// The stems of the words of a type: `idle` ones say nothing about what is measured or claimed,
  /// `common` ones little, `plain` ones make no two claims alike, and `vague` ones make no other
  /// thing of what a figure is of.
  static Set<String> stems(String type) {
    return ENTRIES.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.type().equals(type))
        .map(entry -> entry.stems().getFirst())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// All senses of the given words; a phrase hides shorter ones of its type inside it.
  static List<Found> in(List<Word> words) {
    List<Found> all = new ArrayList<>();
    for (var i = 0; i < words.size(); i++) {
      for (var entry : ENTRIES.getOrDefault(words.get(i).stem(), List.of())) {
        if (WEIGHTS.contains(entry.type())) {
          continue;
        }
        var to = i + entry.stems().size();
        if (to <= words.size()
            && (entry.exact().isEmpty() || entry.exact().equals(words.get(i).low()))
            && matches(entry, words, i)) {
          all.add(new Found(entry.type(), entry.name(), i, to, entry.rank()));
        }
      }
    }
    all.removeIf(found -> all.stream().anyMatch(other -> hides(other, found)));
    return all;
  }

  private static boolean hides(Found a, Found b) {
    return a.type().equals(b.type())
        && a.from() <= b.from()
        && b.to() <= a.to()
        && a.to() - a.from() > b.to() - b.from();
  }

  private static boolean matches(Entry entry, List<Word> words, int at) {
    for (var k = 1; k < entry.stems().size(); k++) {
      if (!words.get(at + k).stem().equals(entry.stems().get(k))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Entry>> load() {
    var entries = new HashMap<String, List<Entry>>();
    try (var in = Senses.class.getResourceAsStream("senses.txt")) {
      if (in == null) {
        throw new IllegalStateException("senses.txt is missing from the program");
      }
      var rank = 0;
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        rank++;
        var colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        var head = line.substring(0, colon).split(" ", 2);
        for (var phrase : line.substring(colon + 1).split(",")) {
          var exact = phrase.strip().startsWith("=");
          var bare = exact ? phrase.strip().substring(1) : phrase.strip();
          var stems = Arrays.stream(bare.split(" ")).map(Stems::of).toList();
          entries
              .computeIfAbsent(stems.getFirst(), _ -> new ArrayList<>())
              .add(new Entry(head[0], head[1], stems, exact ? bare : "", rank));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
