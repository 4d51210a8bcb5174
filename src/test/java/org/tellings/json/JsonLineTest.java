package org.tellings.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A line written field by field is, to the letter, the line of a map with the same fields.
final class JsonLineTest {

  private enum Way {
    THERE,
    BACK
  }

  private static String words(Random random) {
    var words = new StringBuilder();
    for (var i = random.nextInt(24); i > 0; i--) {
      words.appendCodePoint(
          switch (random.nextInt(5)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> "\"\\/“”\u2028\u007f".charAt(random.nextInt(7));
            case 2 -> 0x1F600 + random.nextInt(40);
            case 3 -> 0xD800 + random.nextInt(0x800); // one half of a letter
            default -> 'a' + random.nextInt(26);
          });
    }
    return words.toString();
  }

  @Test
  void asAMapIsWritten() {
    for (var seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      var said = words(random);
      var maybe = random.nextBoolean() ? Optional.of(words(random)) : Optional.<String>empty();
      var number = random.nextInt(3) == 0 ? random.nextInt(9) : random.nextGaussian() * 1e6;
      var way = Way.values()[random.nextInt(2)];
      var isSo = random.nextBoolean();
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("at", List.of(3, 12));
      map.put("said", said);
      maybe.ifPresent(value -> map.put("maybe", value));
      map.put("way", way.name());
      map.put("number", number);
      map.put("isSo", isSo);
      map.put("cues", List.of(List.of(1, 2), List.of(30, 40)));
      map.put("none", List.of());
      var line = new StringBuilder("d");
      new JsonLine(line)
          .pair("at", 3, 12)
          .put("said", said)
          .put("maybe", maybe)
          .put("way", way)
          .put("number", number)
          .put("isSo", isSo)
          .pairs("cues", 1, 2, 30, 40)
          .pairs("none")
          .end();
      assertEquals("d" + Json.line(map), line.toString(), "seed " + seed);
    }
  }
}
