package org.tellings.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stamped in a person's own words, marked by `⟦` and `⟧`.
final class UntracedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wiped ⟦EUR589bn⟧ and ⟦NT3m⟧.",
        "⟦Rs500⟧ and ⟦CHF12⟧, ⟦US5bn⟧, ⟦USD5bn⟧, ⟦US$589⟧, EUR ⟦589⟧, ⟦£1m⟧, ⟦5bn⟧, ⟦₹20⟧",
        "about ⟦x2⟧ and ⟦x²⟧ and ⟦½⟧, ⟦٣⟧, ⟦五⟧, in ⟦MMXXV⟧",
        "R1, V3, o1, H800, A100, A350 and Qwen2.5 on ⟦500⟧ km².",
        "the ⟦eleventh⟧, ⟦twentieth⟧ and ⟦fifth⟧, ⟦halved⟧, ⟦doubled⟧, ⟦trebling⟧",
        "⟦a couple of⟧ weeks, ⟦a pair of⟧ chips, ⟦two⟧ ⟦dozen⟧; the couple said no",
        "⟦＂so＂⟧ ⟦❝so❞⟧ ⟦〝so〞⟧ ⟦‹so›⟧ ⟦„so“⟧ ⟦«so»⟧ ⟦»so«⟧ ⟦「so」⟧ ⟦‘so’⟧",
        "One of the first, at a MIX of CIVIL courts, it’s theirs.",
        "⟦17 %⟧, ⟦6 million⟧, ⟦2025-01-27⟧."
      })
  void numbersAndQuotationsAreFoundAndNamesAreNot(String marked) {
    var words = marked.replaceAll("[⟦⟧]", "");
    var text = new StringBuilder(words);
    for (var span : Untraced.in(words).reversed()) {
      text.insert(span.end(), '⟧').insert(span.start(), '⟦');
    }
    assertEquals(marked, text.toString());
  }
}
