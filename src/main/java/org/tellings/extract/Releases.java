package org.tellings.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The days on which products came out, of the lines `product | name | day` of the timeline's
/// `facts.txt`. Safe for use from many threads.
public final class Releases {

  private static final String FILE = "/org/tellings/timeline/facts.txt";
  private static final Map<String, LocalDate> DAYS = read();

  private Releases() {}

  /// The day on which a product came out, by its canonical name; empty when none is known.
  public static Optional<LocalDate> of(String product) {
    return Optional.ofNullable(DAYS.get(product));
  }

  private static Map<String, LocalDate> read() {
    try (var in = Releases.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the program");
      }
      Map<String, LocalDate> days = new HashMap<>();
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        var cells = line.split(" \\| ", -1);
        if (cells[0].equals("product")) {
          days.put(cells[1], LocalDate.parse(cells[2].strip()));
        }
      }
      return days;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
