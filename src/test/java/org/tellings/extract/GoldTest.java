package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tellings.model.Finding;

/// Extraction does what the marked texts below `gold/` say. `{?}` is "cannot say".
final class GoldTest {

  private static final Pattern MARK = Pattern.compile("\\[\\[([^\\]]*)\\]\\]\\{([^}]*)\\}");

  @TestFactory
  Stream<DynamicTest> quotes() throws IOException {
    return cases("quotes", text -> QuoteExtractor.extract(text).stream()
        .map(q -> said(text, q, q.speaker().name().orElse("?"))).toList());
  }

  @TestFactory
  Stream<DynamicTest> figures() throws IOException {
    return cases("figures", text -> FigureExtractor.extract(text).stream()
        .map(f -> said(text, f, f.low().toPlainString() + " " + f.unit() + " " + word(f.approximation()) + " " + word(f.change()))).toList());
  }

  @TestFactory
  Stream<DynamicTest> dates() throws IOException {
    return cases("dates", text -> DateExtractor.extract(text, Optional.of("2025-01-29")).stream()
        .map(d -> said(text, d, d.value().orElse("?") + " " + word(d.precision()) + " " + word(d.anchor()))).toList());
  }

  private static Stream<DynamicTest> cases(String name, Function<String, List<String>> found) throws IOException {
    var paragraphs = Files.readString(Path.of("src/test/resources/gold/" + name + ".txt")).split("\n\n");
    assertTrue(paragraphs.length > 5, "too few cases in " + name);
    return Stream.of(paragraphs).map(paragraph -> {
      var lines = paragraph.strip().split("\n", 2);
      return DynamicTest.dynamicTest(lines[0], () -> {
        List<String> expected = new ArrayList<>();
        var plain = new StringBuilder();
        var m = MARK.matcher(lines[1]);
        var at = 0;
        while (m.find()) {
          plain.append(lines[1], at, m.start());
          expected.add(plain.length() + " " + m.group(1) + " {" + m.group(2) + "}");
          plain.append(m.group(1));
          at = m.end();
        }
        plain.append(lines[1].substring(at));
        assertEquals(expected, found.apply(plain.toString()));
      });
    });
  }

  private static String said(String text, Finding finding, String read) {
    return finding.span().start() + " " + finding.span().in(text) + " {" + read + "}";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
