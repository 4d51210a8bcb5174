package org.tellings.compare;

import java.util.List;
import java.util.Set;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.Senses.Found;
import org.tellings.model.Finding.Figure;

/// What a figure counts: `head` is its sense or the stem of its noun, empty when that is not told;
/// `at` is the place of that noun, the last word of the figure when there is none.
record Counted(String head, int at) {

  private static final Set<String> NUMBERS =
      Set.of("hundred", "thousand", "million", "billion", "trillion", "dozen", "dozens");

  /// Behind such a word nothing is counted: “9,000 by the count of the police”.
  private static final Set<String> AWAY =
      Set.of(
          "by", "from", "in", "on", "at", "for", "to", "with", "than", "after", "before", "since");

  private static final Set<String> OTHERS =
      Set.of("the", "a", "an", "this", "that", "his", "her", "its", "their");

  private static final Set<String> VERBS = Set.of("were", "was", "are", "is");

  /// Words behind the figure at most, for a word that is known to be counted, and for another.
  private static final int KNOWN = 4;

  private static final int OTHER = 3;

  /// Words `from` to `to` are the figure.
  static Counted of(Figure figure, List<Word> words, List<Found> senses, int from, int to) {
    var at = at(words, senses, from, to);
    return new Counted(head(figure, words, senses, from, to, at), at);
  }

  static boolean isCounted(Found found) {
    return found.type().equals("people")
        || found.type().equals("person")
        || found.type().equals("thing");
  }

  /// Whether a word is a number, as in “at least seven”.
  static boolean isNumber(String low) {
    return SourceWords.number(low).isPresent();
  }

  private static int at(List<Word> words, List<Found> senses, int from, int to) {
    for (var i = from + 1; i < Math.min(words.size(), to + KNOWN); i++) {
      if (i >= to && (isAway(words.get(i)) || isOther(words, i))) {
        break;
      }
      var place = i;
      if (senses.stream().anyMatch(found -> isCounted(found) && found.from() == place)) {
        return i;
      }
    }
    for (var i = from + 1; i < Math.min(words.size(), to + OTHER); i++) {
      var word = words.get(i);
      if (i >= to
          && (isAway(word)
              || i > to && Measure.isIdle(word.stem())
              || VERBS.contains(word.low()))) {
        break;
      }
      var isPart = i + 1 < to && words.get(i + 1).low().equals("of");
      if (isNoun(word) && !isPart) {
        return i;
      }
    }
    return to - 1;
  }

  /// “Three times the engineer wrote”: another group begins, but not in “three of the engineers”.
  private static boolean isOther(List<Word> words, int i) {
    return OTHERS.contains(words.get(i).low()) && !words.get(i - 1).low().equals("of");
  }

  private static boolean isAway(Word word) {
    return word.comma() || AWAY.contains(word.low());
  }

  private static boolean isNoun(Word word) {
    return word.low().endsWith("s")
        && !word.isName()
        && (!Measure.isIdle(word.stem()) || Units.ofStem(word.stem()).isPresent());
  }

  private static String head(
      Figure figure, List<Word> words, List<Found> senses, int from, int to, int at) {
    if (!figure.unit().equals("count")) {
      return Units.measure(figure.unit()).equals("count") ? Stems.of(figure.unit()) : "";
    }
    if (at >= words.size()) {
      return "";
    }
    var word = words.get(at);
    return senses.stream()
        .filter(found -> isCounted(found) && found.from() == at)
        .map(
            found ->
                switch (found.type()) {
                  case "people" -> "people";
                  case "person" -> "people:" + word.stem();
                  default -> found.name();
                })
        .findFirst()
        .orElse(at >= to || at > from && !isValue(word) ? word.stem() : "");
  }

  private static boolean isValue(Word word) {
    return word.isNumber() || NUMBERS.contains(word.low()) || isNumber(word.low());
  }
}
