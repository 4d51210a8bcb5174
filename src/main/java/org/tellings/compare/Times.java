package org.tellings.compare;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.compare.Prose.Word;

/// Words that tell at which time a figure was taken, in any subject: “four years ago”, “the next
/// day”, “last spring”, “in the second week”.
final class Times {

  /// About how many days a length of time has, by the stem of its word.
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          length("hour", 0),
          length("day", 1),
          length("night", 1),
          length("weekend", 2),
          length("week", 7),
          length("fortnight", 14),
          length("month", 30),
          length("quarter", 91),
          length("season", 91),
          length("year", 365),
          length("decade", 3650));

  private static Map.Entry<String, Integer> length(String word, int days) {
    return Map.entry(Stems.of(word), days);
  }

  private static final Set<String> SEASONS = Set.of("spring", "summer", "autumn", "winter");

  private static final Set<String> BACK = Set.of("ago", "earlier", "before", "previously");

  private static final Set<String> ON = Set.of("later", "afterwards", "on");

  private static final Set<String> TURNS =
      Set.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "last",
          "next",
          "following");

  private Times() {}

  /// About how many days a length of time has, by the stem of its word; an hour has none.
  static OptionalInt days(String stem) {
    var days = LENGTHS.get(stem);
    return days == null ? OptionalInt.empty() : OptionalInt.of(days);
  }

  static boolean isLength(String stem) {
    return LENGTHS.containsKey(stem);
  }

  /// The times that words `first` to `last` tell of; none when they tell of none.
  static Set<String> in(List<Word> words, int first, int last) {
    Set<String> times = new TreeSet<>();
    for (var i = first; i < last; i++) {
      var stem = words.get(i).stem();
      var before = i == first ? "" : words.get(i - 1).low();
      var after = i + 1 < last ? words.get(i + 1).low() : "";
      if (LENGTHS.containsKey(stem)) {
        if (BACK.contains(after)) {
          times.add("before");
        } else if (ON.contains(after) && (!after.equals("on") || isClosed(words, last, i + 2))) {
          times.add("later");
        } else if (isPrevious(words, first, i)) {
          times.add("before");
        } else if (TURNS.contains(before)) {
          times.add(before + " " + stem);
        }
      } else if (SEASONS.contains(stem)) {
        times.add(stem);
      }
    }
    return times;
  }

  /// “The previous day”, “in the preceding twelve months”.
  private static boolean isPrevious(List<Word> words, int first, int at) {
    for (var i = at - 1; i >= Math.max(first, at - 2); i--) {
      var low = words.get(i).low();
      if (low.equals("previous") || low.equals("preceding") || low.equals("prior")) {
        return true;
      }
    }
    return false;
  }

  /// “A year on”, but “a month on a mortgage”.
  private static boolean isClosed(List<Word> words, int last, int i) {
    return i >= last || words.get(i).comma();
  }
}
