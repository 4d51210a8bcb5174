package org.tellings.extract;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;

/// Parts of a unit in digits: “1/2 pound”, “a 3/4-mile run”, “2½ hours”.
final class Quotients {

  /// Into what things are parted.
  private static final Set<String> PARTS = Set.of("2", "3", "4", "5", "8", "10", "16", "32");

  private final Words words;

  Quotients(Words words) {
    this.words = words;
  }

  /// Whether `/2` or `⁄32` stands at token `i`, and a unit behind it.
  boolean isOne(int i) {
    return (words.mark(i) == '/' || words.mark(i) == '⁄')
        && words.isGlued(i)
        && words.isGlued(i + 1)
        && words.isNumber(i + 1)
        && PARTS.contains(words.low(i + 1))
        && (words.isAny(i + 2, Sort.UNIT.bit | Sort.MONEY.bit) || isUnitBehindDash(i + 2));
  }

  private boolean isUnitBehindDash(int i) {
    return words.mark(i) == '-' && words.isGlued(i) && words.is(i + 1, Sort.UNIT);
  }

  /// The value of a sign such as `½`; null of others.
  static @Nullable BigDecimal part(char c) {
    return switch (c) {
      case '½' -> new BigDecimal("0.5");
      case '¼' -> new BigDecimal("0.25");
      case '¾' -> new BigDecimal("0.75");
      default -> null;
    };
  }
}
