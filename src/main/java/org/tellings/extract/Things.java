package org.tellings.extract;

import java.util.Set;
import org.tellings.extract.Lexicon.Sort;

/// The words for what a number counts.
final class Things {

  static final long STOPS =
      Sort.PREPOSITION.bit
          | Sort.CONJUNCTION.bit
          | Sort.AUXILIARY.bit
          | Sort.CLAUSE.bit
          | Sort.DETERMINER.bit
          | Sort.PRONOUN.bit
          | Sort.ADVERB.bit;

  private static final Set<String> PLURALS =
      Set.of(
          "children",
          "feet",
          "teeth",
          "sheep",
          "fish",
          "aircraft",
          "mice",
          "geese",
          "lives",
          "fishermen",
          "firefighters",
          "policemen",
          "staff",
          "personnel",
          "crew",
          "cattle",
          "livestock",
          "horsemen",
          "sportsmen",
          "countrymen",
          "servicemen",
          "gunmen");

  /// They end like a plural and are none.
  private static final Set<String> SINGULARS =
      Set.of(
          "less", "plus", "this", "as", "was", "has", "is", "its", "his", "us", "across", "thus");

  private static final int LONGEST = 4;

  private final Words words;
  private final boolean[] named;

  /// `named` says of each token whether it is part of a name.
  Things(Words words, boolean[] named) {
    this.words = words;
    this.named = named;
  }

  boolean isPlural(int i) {
    var low = words.low(i);
    return low.endsWith("s")
            && !low.endsWith("ss")
            && !low.endsWith("ous")
            && !low.endsWith("sis")
            && !SINGULARS.contains(low)
        || words.is(i, Sort.PEOPLE)
        || PLURALS.contains(low);
  }

  /// Where the words for what is counted end: up to four, the last of them a plain noun.
  int end(int from) {
    var i = words.is(from, "of") ? from + 1 : from;
    var first = i;
    while (i < from + LONGEST + 1
        && (words.isWord(i) || isOfModel(i, first))
        && (!words.isAny(i, STOPS) || isMore(i) || isNamesAnd(i, first))
        && (i == first || !words.isAny(i, Sort.SPEECH.bit | Sort.THOUGHT.bit) || isState(i))
        && !words.isPossessive(i)
        && (i == first || !Sentences.ends(words, i - 1))) {
      i++;
      if (i > first && isPlural(i - 1) && !(words.isCapital(i - 1) && named[i - 1])) {
        break;
      }
      if (i == from + LONGEST) {
        break;
      }
    }
    return i == first ? from : i;
  }

  /// “Eight other employees”, “two more days”.
  private boolean isMore(int i) {
    return words.is(i, "other") || words.is(i, "more") || words.is(i, "such");
  }

  /// “Member states”, where others state.
  private boolean isState(int i) {
    return words.is(i, "states") && words.is(i - 1, "member");
  }

  /// “Model 3 sedans”.
  private boolean isOfModel(int i, int first) {
    return i > first && words.isNumber(i) && words.is(i - 1, "model") && words.isCapital(i - 1);
  }

  /// “Kia and Hyundai vehicles”.
  private boolean isNamesAnd(int i, int first) {
    return i > first && words.is(i, "and") && words.isCapital(i - 1) && words.isCapital(i + 1);
  }
}
