package org.tellings.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tellings.model.Span;

/// Numbers and quotations in a person's own words, which lead to no source.
///
/// A number is digits or other signs for numbers, or a word that counts, orders or divides; “one”
/// and “first” are none, since they are seldom meant as such. A quotation is what stands between
/// two marks of one line. Linear in the words.
final class Untraced {

  private static final Pattern FOUND =
      Pattern.compile(
          """
          (?<quotation>
              [“„"] [^“”„"\\n]{1,2000} [”“"]
            | ‘ [^‘’\\n]{1,500} ’
            | « [^«»\\n]{1,2000} »
            | (?<![\\p{L}\\p{N}]) ' [^'\\n]{2,500} ' (?![\\p{L}\\p{N}]) )
          | (?<digits>
              (?<![\\p{L}\\p{N}]) [$€£¥]? \\p{N} [\\p{N}.,:/-]*
              (?: \\s? % | \\s (?:million|billion|trillion) \\b )? )
          | (?<word>
              (?i: \\b (?: zero | two | three | four | five | six | seven | eight | nine | ten
                | eleven | twelve | (?: thir|four|fif|six|seven|eigh|nine ) teen
                | twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety
                | hundreds? | thousands? | millions? | billions? | trillions? | dozens? | scores?
                | half | halves | second | thirds? | fourth | fifths? | sixth | seventh | eighth
                | ninth | tenths? | quarters? | twice | thrice | doubled? | doubles | tripled?
                | quadrupled? | (?: two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|many ) fold | per\\s?cent ) \\b ) )
          """,
          Pattern.COMMENTS);

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
