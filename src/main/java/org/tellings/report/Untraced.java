package org.tellings.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tellings.model.Span;

/// Numbers and quotations in a person's own words, which lead to no source.
///
/// A number is digits, or a word that counts or divides; “one” and “first” are none, since they are
/// seldom meant as such.
final class Untraced {

  private static final Pattern FOUND =
      Pattern.compile(
          "[“\"][^”\"]{1,2000}[”\"]"
              + "|(?<![\\p{L}\\d])[$€£¥]?\\d[\\d.,:/-]*(?:\\s?%|\\s(?:million|billion|trillion)\\b)?"
              + "|(?i:\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|"
              + "fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
              + "|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|thirds?|quarters?|twice|double[sd]?|tripled?|twofold|threefold|tenfold|per"
              + " cent|percent)\\b)");

  private Untraced() {}

  /// Where they stand in the words, in order; no two overlap.
  static List<Span> in(String words) {
    List<Span> found = new ArrayList<>();
    var matcher = FOUND.matcher(words);
    while (matcher.find()) {
      var end = matcher.end();
      while (end > matcher.start() + 1 && ".,:/-".indexOf(words.charAt(end - 1)) >= 0) {
        end--;
      }
      found.add(new Span(matcher.start(), end));
    }
    return found;
  }
}
