package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tellings.export.GoldCase;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Kind;
import org.tellings.model.Span;

/// Extraction does what the marked texts below `gold/` say; how to write one is in
/// `gold/README.md`.
final class GoldTest {

  private static final String PUBLISHED = "2025-01-29";

  @TestFactory
  Stream<DynamicTest> quotes() throws IOException {
    return findings("quotes", Kind.QUOTE);
  }

  @TestFactory
  Stream<DynamicTest> figures() throws IOException {
    return findings("figures", Kind.FIGURE);
  }

  @TestFactory
  Stream<DynamicTest> dates() throws IOException {
    return findings("dates", Kind.DATE);
  }

  @TestFactory
  Stream<DynamicTest> mentions() throws IOException {
    return findings("mentions", Kind.ENTITY);
  }

  @TestFactory
  Stream<DynamicTest> claims() throws IOException {
    return findings("claims", Kind.CLAIM);
  }

  @TestFactory
  Stream<DynamicTest> sentences() throws IOException {
    return cases("sentences")
        .map(
            gold ->
                DynamicTest.dynamicTest(
                    gold.why(),
                    () ->
                        assertEquals(
                            gold.marked().stream().map(m -> m.span().in(gold.text())).toList(),
                            Sentences.of(new Words(gold.text())).stream()
                                .map(s -> s.in(gold.text()))
                                .toList())));
  }

  @ParameterizedTest
  @CsvSource({
    "quotes, 80",
    "figures, 60",
    "dates, 50",
    "claims, 40",
    "mentions, 30",
    "sentences, 20"
  })
  void noFileLosesCases(String file, int atLeast) throws IOException {
    var count = cases(file).count();
    assertTrue(count >= atLeast, () -> "only " + count + " cases in " + file);
  }

  private static Stream<DynamicTest> findings(String file, Kind kind) throws IOException {
    return cases(file)
        .map(
            gold ->
                DynamicTest.dynamicTest(
                    gold.why(),
                    () -> {
                      var heading =
                          Heading.NONE.withPublished(
                              gold.published().map(day -> new Dated(day, "gold")));
                      var article = Article.of(file + ".txt", heading, gold.text(), List.of());
                      var found =
                          Extractors.extractAll(article).stream()
                              .filter(f -> f.kind() == kind)
                              .toList();
                      var expected =
                          gold.marked().stream()
                              .map(m -> line(gold.text(), m.span(), m.fields()))
                              .toList();
                      var said =
                          IntStream.range(0, found.size())
                              .mapToObj(
                                  i ->
                                      line(
                                          gold.text(),
                                          found.get(i).span(),
                                          stated(
                                              GoldCase.fields(gold.text(), found.get(i), found),
                                              gold.marked(),
                                              i)));
                      assertEquals(
                          String.join("\n", expected), said.collect(Collectors.joining("\n")));
                    }));
  }

  private static String line(String text, Span span, Map<String, String> fields) {
    return span.start() + " [[" + span.in(text) + "]] " + fields;
  }

  /// Of what was read, only the fields the case states.
  private static Map<String, String> stated(Map<String, String> read, List<Marked> marked, int i) {
    if (i >= marked.size()) {
      return read;
    }
    Map<String, String> stated = new LinkedHashMap<>();
    marked
        .get(i)
        .fields()
        .forEach((key, _) -> stated.put(key, read.getOrDefault(key, "no such field")));
    return stated;
  }

  /// A stretch a case marks, with the fields it states.
  private record Marked(Span span, Map<String, String> fields) {}

  /// One case: why it is there, the day its article was published, its text and its marks.
  private record Gold(String why, Optional<String> published, String text, List<Marked> marked) {}

  private static Stream<Gold> cases(String file) throws IOException {
    var text = Files.readString(Path.of("src/test/resources/gold/" + file + ".txt"));
    return Stream.of(text.strip().split("\n\\s*\n")).map(GoldTest::gold);
  }

  private static Gold gold(String paragraph) {
    var why = "";
    var published = Optional.of(PUBLISHED);
    var body = new StringBuilder();
    for (var line : paragraph.strip().split("\n")) {
      if (line.startsWith("# why: ")) {
        why = line.substring(7);
      } else if (line.startsWith("# published:")) {
        published = Optional.of(line.substring(12).strip()).filter(day -> !day.equals("unknown"));
      } else if (!line.startsWith("# undecided: ")) {
        body.append(body.isEmpty() ? "" : " ").append(line);
      }
    }
    assertTrue(!why.isEmpty(), () -> "a case without a why: " + paragraph);
    return marked(why, published, body.toString().replaceAll("\\s*¶\\s*", "\n\n"));
  }

  private static Gold marked(String why, Optional<String> published, String body) {
    var plain = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    List<Marked> marked = new ArrayList<>();
    for (var i = 0; i < body.length(); i++) {
      if (body.startsWith("[[", i)) {
        open.add(marked.size());
        starts.add(plain.length());
        marked.add(new Marked(new Span(0, 1), Map.of()));
        i++;
      } else if (body.startsWith("]]", i) && !open.isEmpty()) {
        var fields = body.startsWith("{", i + 2) ? body.substring(i + 3, body.indexOf('}', i)) : "";
        var span = new Span(starts.removeLast(), plain.length());
        marked.set(open.removeLast(), new Marked(span, stated(fields)));
        i += fields.isEmpty() ? 1 : fields.length() + 3;
      } else {
        plain.append(body.charAt(i));
      }
    }
    assertTrue(open.isEmpty(), () -> "a mark is not closed: " + body);
    return new Gold(why, published, plain.toString(), marked);
  }

  private static Map<String, String> stated(String fields) {
    Map<String, String> stated = new LinkedHashMap<>();
    for (var field : fields.split("; ")) {
      var equals = field.indexOf('=');
      stated.put(equals < 0 ? "" : field.substring(0, equals), field.substring(equals + 1));
    }
    stated.values().removeIf(String::isEmpty);
    return stated;
  }
}
