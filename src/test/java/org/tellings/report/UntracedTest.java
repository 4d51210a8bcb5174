package org.tellings.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which words of a person are numbers and quotations that lead nowhere, and which are names.
final class UntracedTest {

  private static List<String> untraced(String words) {
    return Untraced.in(words).stream().map(span -> span.in(words)).toList();
  }

  /// The words, then what of them is stamped; `|` between several, `-` for nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          # sums with the currency before the digits
          EUR589bn was lost;                        EUR589bn
          It lost NT3m.;                            NT3m
          Rs500 a head;                             Rs500
          CHF12 each;                               CHF12
          US5bn and USD5bn;                         US5bn|USD5bn
          US$5bn;                                   US$5bn
          NT$3m and HK$7, A$5 and C$6m;             NT$3m|HK$7|A$5|C$6m
          RM40 and kr300;                           RM40|kr300
          eur20 or Usd20;                           eur20|Usd20
          EUR 589bn;                                589bn
          EUR-5;                                    EUR-5
          ₹500 crore;                               ₹500 crore
          $5.6 million;                             $5.6 million
          5 bn, 7k, 3m;                             5 bn|7k|3m
          a sum of R5bn;                            R5bn
          Meridian12,000;                           Meridian12,000
          H100,000;                                 H100,000
          about500 and some40;                      about500|some40
          x2 and X10 and ×3;                        x2|X10|3
          p12 and FY25 and Jan29 and No5;           p12|FY25|Jan29|No5
          40m wide;                                 40m
          40 m²;                                    40
          # numbers of other kinds
          x² and ½ and 3½;                          x²|½|3½
          a footnote¹;                              footnote¹
          ٤٥ and ४५ and مبلغ٤٥;                      ٤٥|४५|٤٥
          Ⅳ and ⑤ and 〇 and 𝟓𝟔, 𝟕;                  Ⅳ|⑤|〇|𝟓𝟔|𝟕
          五人, 三千万円, 5億円;                          五|三千万|5億
          共有500人;                                 500
          in MMXXV, Louis XVIII, LVIII;             MMXXV|XVIII|LVIII
          CIVIL, MILD, MIDI and XIV;                -
          # words
          it halved, halving, half, two halves;     halved|halving|half|two|halves
          eleventh twelfth thirteenth nineteenth;   eleventh|twelfth|thirteenth|nineteenth
          twentieth, ninetieth, hundredth;          twentieth|ninetieth|hundredth
          a couple of days and the couple;          a couple
          a pair, pairs, a dozen, dozens;           pair|pairs|dozen|dozens
          trebled, quadrupled, quintupled, tripling; trebled|quadrupled|quintupled|tripling
          tens of thousands;                        tens|thousands
          _two_ of them;                            two
          TWO-5, up-40, January-29;                 TWO|5|40|January-29
          One of them said so first;                -
          # quotations
          ＂so＂ and ❝so❞ and 〝so〞;                  ＂so＂|❝so❞|〝so〞
          ‹so› and „so“ and «so» and »so« and ›so‹; ‹so›|„so“|«so»|»so«|›so‹
          ‚so‘ and ❛so❜ and 「so」 and 『so』 and ｢so｣; ‚so‘|❛so❜|「so」|『so』|｢so｣
          ”so” and „so”;                            ”so”|„so”
          # names
          R1, V3, H800 and A100 and o1;             -
          GPT-4, GPT-4o, GPT-4.5, COVID-19;         -
          Qwen2.5 and Llama3 and iPhone16;          -
          DeepSeek-R1, DeepSeek-V3;                 -
          DeepSeek-V3-0324;                         0324
          Qwen2.5-7B;                               7
          A350 people in an A350;                   -
          EU27 and G20/G7, Q3;                      -
          CO₂ of 40 km² of land;                    40
          GPT-4 million and V3 %;                   GPT-4 million|V3 %
          They don't, it's the dogs' scaffold;      -
          """)
  void isStampedOrNot(String words, String stamped) {
    assertEquals(stamped.equals("-") ? List.of() : List.of(stamped.split("\\|")), untraced(words));
  }

  @Test
  void aLongQuotationIsOneToo() {
    var quotation = "“" + "so it went ".repeat(1000) + "”";
    assertEquals(List.of(quotation), untraced(quotation));
  }

  @Test
  void readsLongWordsAtOnce() {
    for (var one : List.of("“", "a", "a1", "1,", "X", "'a ", "‘", "五", "A-", "MM", "V3-")) {
      var words = one.repeat(300_000 / one.length());
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> Untraced.in(words), () -> "slow: " + one);
    }
  }
}
