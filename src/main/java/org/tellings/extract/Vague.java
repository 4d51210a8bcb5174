package org.tellings.extract;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers left open in words: “dozens of”, “tens of millions of”, as a range of ten times.
final class Vague {

  private static final Map<String, BigDecimal> PLURALS =
      Map.of(
          "tens", BigDecimal.TEN,
          "dozens", BigDecimal.valueOf(12),
          "hundreds", BigDecimal.valueOf(100),
          "thousands", BigDecimal.valueOf(1_000),
          "millions", BigDecimal.valueOf(1_000_000),
          "billions", BigDecimal.valueOf(1_000_000_000),
          "trillions", BigDecimal.valueOf(1_000_000_000_000L));

  private final Words words;

  Vague(Words words) {
    this.words = words;
  }

  /// The least value meant, and the token behind the last “of”.
  record Found(int to, BigDecimal low) {}

  /// What begins at token `i`; null when nothing does. The word for what is counted has to follow.
  @Nullable Found at(int i) {
    var least = words.isWord(i) && words.low(i).endsWith("s") ? PLURALS.get(words.low(i)) : null;
    if (least == null || !words.is(i + 1, "of") || words.isNumber(i - 1)) {
      return null;
    }
    var more = i + 2 < words.size() ? PLURALS.get(words.low(i + 2)) : null;
    if (more != null && words.is(i + 3, "of")) {
      return new Found(i + 4, least.multiply(more));
    }
    return least.compareTo(BigDecimal.TEN) == 0 ? null : new Found(i + 2, least);
  }
}
