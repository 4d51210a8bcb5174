package org.tellings.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of news outlets that the program knows, by the lines of `outlets.txt`.
final class OutletNames {

  private static final Set<String> KNOWN = load();

  private OutletNames() {}

  /// Whether this is the name of a known outlet, with or without “The”.
  static boolean isKnown(String name) {
    return KNOWN.contains(key(name));
  }

  /// The name as it is compared: lower case, no “the” before it, no possessive behind it.
  static String key(String name) {
    var low = name.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    low = low.startsWith("the ") ? low.substring(4) : low;
    return low.endsWith("'s") ? low.substring(0, low.length() - 2) : low;
  }

  private static Set<String> load() {
    try (var in = OutletNames.class.getResourceAsStream("outlets.txt")) {
      if (in == null) {
        throw new IllegalStateException("outlets.txt is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .flatMap(line -> Arrays.stream(line.split(";")))
          .map(OutletNames::key)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
