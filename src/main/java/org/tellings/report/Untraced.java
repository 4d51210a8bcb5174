package org.tellings.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tellings.model.Span;

/// Numbers and quotations in a person's own words, which lead to no source.
///
/// A number is digits or other signs for numbers, of any script, also glued behind letters
/// (`EUR589bn`, `x2`, `x²`); a Roman numeral of four capitals or more; or an English word that
/// counts, orders or divides. “one” and “first” are none, since they are seldom meant as such. A
/// quotation is what stands between two marks of one line.
///
/// Letters with digits behind them are a name (`R1`, `GPT-4`, `Qwen2.5`) and no number, if
/// - the letters have a capital, or are one small letter before one digit (`o1`); two capitals
///   where a hyphen stands between;
/// - they are none of [#NO_NAMES]: currencies, months, and what counts or numbers (`x`, `No`,
///   `FY`);
/// - there are four digits at most, behind a point two more, and no bn, m, k, million or per cent
///   follows.
///
/// `CO₂` and `km²` are no numbers either.
///
/// So a number that is written like a name is missed (`Meridian500`, `R500` for 500 rand, `Q3`),
/// and so are Roman numerals of three capitals or fewer (`XIV`) and number words of other
/// languages. Some names are stamped: `mp3`, `Covid-19`, `TOP500` (`TOP` is a currency), the 7 of
/// `Qwen2.5-7B`, and in Chinese and Japanese every 三 or 千 of a name.
///
/// Linear in the words.
final class Untraced {

  /// What may stand behind digits and makes them a sum.
  private static final String SUM =
      """
      (?: [\\s\\h]? [%‰％]
        | (?i: [mk] | [\\s\\h]? (?: mn | mln | mio | mrd | bn | tn | trn | cr | crores? | lakhs?
              | (?: thousand | million | billion | trillion )s? ) ) (?![\\p{L}\\p{N}]) )
      """;

  /// What stands for a number, in any script.
  private static final String NUMERAL = "\\p{N}零一二三四五六七八九十百千万萬億亿兆两兩廿卅壱壹弐贰貳参叁參肆伍陆陸柒捌玖拾佰仟";

  private static final Pattern FOUND =
      Pattern.compile(
          """
          (?<quotation>
              [“”„‟"＂❝] [^“”„‟"＂❝❞\\n]++ [“”"＂❞]
            | [‘‚❛] [^‘’‚❛❜\\n]++ [‘’❜]
            | « [^«»\\n]++ » | » [^«»\\n]++ «
            | ‹ [^‹›\\n]++ › | › [^‹›\\n]++ ‹
            | 「 [^「」\\n]++ 」 | 『 [^『』\\n]++ 』 | ｢ [^｢｣\\n]++ ｣
            | ﹁ [^﹁﹂\\n]++ ﹂ | ﹃ [^﹃﹄\\n]++ ﹄ | 〝 [^〝〞〟\\n]++ [〞〟]
            | (?<![\\p{L}\\p{N}]) ' [^'\\n]{2,500} ' (?![\\p{L}\\p{N}]) )
          | (?<word>
              (?<!\\p{L}) (?i: zero | two | three | four | five | six | seven | eight | nine | ten
                | eleven | twelve | (?: thir|four|fif|six|seven|eigh|nine ) teen (?:th)?
                | (?: twen|thir|for|fif|six|seven|eigh|nine ) t (?: y|ies|ieth )
                | (?: ten | hundred | thousand | million | billion | trillion ) (?: ths? | s )?
                | dozens? | scores? | pairs? | a [\\s\\h]+ couple
                | half | halves | halved? | halving | second | thirds? | fourths? | fifths?
                | sixths? | sevenths? | eighths? | ninths? | elevenths? | twelfths? | quarters?
                | twice | thrice | doubl(?: e[ds]? | ing ) | trebl(?: e[ds]? | ing )
                | tripl(?: e[ds]? | ing ) | (?: quadrupl | quintupl )(?: e[ds]? | ing )
                | (?: two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|many ) fold
                | per\\s?cent ) (?!\\p{L}) )
          | (?<roman>
              (?<![\\p{L}\\p{N}]) (?=[IVXLCDM]{4})
              M{0,4} (?:CM|CD|D?C{0,3}) (?:XC|XL|L?X{0,3}) (?:IX|IV|V?I{0,3})
              (?![\\p{L}\\p{N}]) )
          | (?<digits>
              (?: (?<![\\p{Lu}\\p{Ll}\\p{Lt}]) (?<letters> [\\p{Lu}\\p{Ll}\\p{Lt}]{1,40}+ -? ) )?
              \\p{Sc}? [NUMERAL] [NUMERAL.,:/-]* (?<![.,:/-]) SUM? )
          """
              .replace("NUMERAL", NUMERAL)
              .replace("SUM", SUM),
          Pattern.COMMENTS);

  private static final Pattern NAME =
      Pattern.compile(
          """
            (?<letters> [\\p{Lu}\\p{Ll}\\p{Lt}]{1,40}+ ) (?<hyphen> -? )
            (?<number> [0-9]{1,4} (?: \\.[0-9]{1,2} ){0,2} )
            (?! [.,:/]? [NUMERAL] ) (?! SUM )
          | [\\p{Lu}\\p{Ll}]{1,40}+ [₀-₉]+ (?! [NUMERAL] )
          | (?: [cdkm]? m | ft | mi ) [²³] (?! [NUMERAL] )
          """
              .replace("NUMERAL", NUMERAL)
              .replace("SUM", SUM),
          Pattern.COMMENTS);

  /// In small letters: currencies of ISO 4217 and as they are written, then what else counts.
  private static final Set<String> NO_NAMES =
      Set.of(
          """
          aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob bov brl bsd
          btn bwp byn bzd cad cdf che chf chw clf clp cny cop cou crc cuc cup cve czk djf dkk dop
          dzd egp ern etb eur fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl hrk htg huf idr ils
          inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd
          mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn mxv myr mzn nad ngn nio nok npr nzd omr
          pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd shp sle sll sos
          srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd usn uyi uyu uyw
          uzs ved ves vnd vuv wst xaf xag xau xcd xcg xdr xof xpd xpf xpt xsu xua yer zar zmw zwg
          zwl
          us nt rs re hk rm rmb kr nz au sg tk rp ft fr sfr dm dem frf itl esp nlg ksh tsh ush sh
          euro euros dollar dollars pound pounds yen yuan won franc francs rupee rupees
          jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june
          july august september october november december
          x no nos nr fy cy
          """
              .strip()
              .split("\\s+"));

  private Untraced() {}

  /// Where they stand in the words, in order; no two overlap.
  static List<Span> in(String words) {
    List<Span> found = new ArrayList<>();
    var matcher = FOUND.matcher(words);
    var name = NAME.matcher(words);
    var at = 0;
    while (at <= words.length() && matcher.find(at)) {
      at = matcher.end();
      var isGlued = matcher.group("letters") != null;
      if (isGlued && name.region(matcher.start(), words.length()).lookingAt() && isName(name)) {
        at = name.end();
      } else {
        found.add(new Span(isGlued ? start(matcher) : matcher.start(), at));
      }
    }
    return found;
  }

  private static boolean isName(Matcher name) {
    var letters = name.group("letters");
    if (letters == null) {
      return true; // a formula or a unit
    }
    if (NO_NAMES.contains(letters.toLowerCase(Locale.ROOT))) {
      return false;
    }
    var capitals = letters.codePoints().filter(Character::isUpperCase).count();
    if (!name.group("hyphen").isEmpty()) {
      return capitals > 1;
    }
    return capitals > 0 || letters.length() == 1 && name.group("number").length() == 1;
  }

  /// A currency is a part of the sum; a word before a hyphen is none of the number.
  private static int start(Matcher glued) {
    var letters = glued.group("letters");
    var bare = letters.replace("-", "");
    return bare.length() == letters.length()
            || NO_NAMES.contains(bare.toLowerCase(Locale.ROOT))
            || bare.codePoints().filter(Character::isUpperCase).count() > 1
        ? glued.start()
        : glued.end("letters");
  }
}
