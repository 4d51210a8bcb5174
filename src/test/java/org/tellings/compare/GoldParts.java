package org.tellings.compare;

import java.util.Arrays;
import java.util.stream.Stream;

/// The parts of `gold/compare/` that tests read: all, or those named, as in `-Dgold=tuning,held`.
///
/// Of the held part nothing but scores is ever printed, and no limit is set for it.
final class GoldParts {

  private static final String HELD = "held";

  private GoldParts() {}

  static Stream<String> asked() {
    return Arrays.stream(
        System.getProperty("gold", "tuning,further,further2,further3,further4,held").split(","));
  }

  /// Those of files that have no further cases.
  static Stream<String> halves() {
    return asked().filter(part -> !part.startsWith("further"));
  }

  /// Whether cases may be printed and limits hold.
  static boolean isOpen(String part) {
    return !part.equals(HELD);
  }
}
