package org.tellings.report;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.Span;

/// Numbers and quotations in a person's own words, which lead to no source.
///
/// A number is digits or other signs for numbers, a Roman numeral of four letters or more, or a
/// word that counts, orders or divides; “one” and “first” are none, since they are seldom meant as
/// such. Letters with digits right behind them are a name (“R1”, “H800”, “Qwen2.5”), but where the
/// letters are those of a currency (“EUR589bn”, “Rs500”) or an “x”, or a word for millions stands
/// behind (“NT3m”); a number that is hidden in other letters is missed. A quotation is what stands
/// between two marks of one line. Linear in the words.
final class Untraced {

  private static final Pattern FOUND =
      Pattern.compile(
          """
          (?<quotation>
              [“„"] [^“”„"\\n]{1,2000} [”“"]
            | ‘ [^‘’\\n]{1,500} ’
            | ‚ [^‚‘’\\n]{1,500} [‘’]
            | « [^«»\\n]{1,2000} »
            | » [^«»\\n]{1,2000} «
            | ‹ [^‹›\\n]{1,500} ›
            | ＂ [^＂\\n]{1,2000} ＂
            | ❝ [^❝❞\\n]{1,2000} ❞
            | 〝 [^〝〞〟\\n]{1,2000} [〞〟]
            | 「 [^「」\\n]{1,2000} 」
            | 『 [^『』\\n]{1,2000} 』
            | (?<![\\p{L}\\p{N}]) ' [^'\\n]{2,500} ' (?![\\p{L}\\p{N}]) )
          | (?<digits>
              (?<![\\p{L}\\p{N}]) (?<letters> \\p{L}{1,12}+ )? \\p{Sc}? \\p{N} [\\p{N}.,:/-]*
              (?: \\s? % | \\s? (?<scale> million | billion | trillion | bn | mn | tn | m | k ) \\b )? )
          | (?<sign> [一二三四五六七八九十百千万億兆] )
          | (?<roman> \\b (?=[MDCLXVI]{4}) M{0,4} (?:CM|CD|D?C{0,3}) (?:XC|XL|L?X{0,3})
              (?:IX|IV|V?I{0,3}) (?<=[MDCLXVI]{4}) \\b )
          | (?<word>
              (?i: \\b (?: zero | two | three | four | five | six | seven | eight | nine | ten
                | eleven | twelve | (?: thir|four|fif|six|seven|eigh|nine ) teen (?:th)?
                | eleventh | twelfth
                | twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety
                | (?: twent|thirt|fort|fift|sixt|sevent|eight|ninet ) ieth
                | hundreds? | thousands? | millions? | billions? | trillions? | dozens? | scores?
                | (?: hundred|thousand|million|billion ) ths?
                | half | halves | halved? | halving | second | thirds? | fourth | fifths? | sixth
                | seventh | eighth | ninth | tenths? | quarters? | twice | thrice
                | (?: doubl|tripl|trebl|quadrupl|quintupl ) (?: e | es | ed | ing )
                | (?: two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|many ) fold
                | a\\s(?: couple | pair )\\sof | per\\s?cent ) \\b ) )
          """,
          Pattern.COMMENTS);

  /// What stands before a sum, beside the codes of ISO 4217.
  private static final Set<String> CURRENCIES =
      Stream.concat(
              Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
              Stream.of("US", "NT", "HK", "CA", "AU", "NZ", "Rs", "RM", "RMB", "kr", "Fr"))
          .collect(Collectors.toUnmodifiableSet());

  private Untraced() {}

  /// Where they stand in the words, in order; no two overlap.
  static List<Span> in(String words) {
    List<Span> found = new ArrayList<>();
    var matcher = FOUND.matcher(words);
    while (matcher.find()) {
      if (isName(matcher)) {
        continue;
      }
      var end = matcher.end();
      while (end > matcher.start() + 1 && ".,:/-".indexOf(words.charAt(end - 1)) >= 0) {
        end--;
      }
      found.add(new Span(matcher.start(), end));
    }
    return found;
  }

  private static boolean isName(Matcher matcher) {
    var letters = matcher.group("letters");
    return letters != null
        && matcher.group("scale") == null
        && !letters.equals("x")
        && !CURRENCIES.contains(letters)
        && matcher
            .group()
            .chars()
            .noneMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
  }
}
