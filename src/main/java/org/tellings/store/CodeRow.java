package org.tellings.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Code;
import org.tellings.model.Segment;
import org.tellings.model.Settlement;
import org.tellings.model.Span;

/// A code, and what was settled about one, as JSON in the journal and in former codebooks, and
/// back.
final class CodeRow {

  private CodeRow() {}

  static Map<String, @Nullable Object> map(Code c) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", c.id());
    m.put("name", c.name());
    m.put("key", c.key());
    m.put("place", c.place());
    m.put("use", c.use().name());
    m.put("colour", c.colour());
    m.put("definition", c.sense().definition());
    m.put("when", c.sense().when());
    m.put("whenNot", c.sense().whenNot());
    m.put("examples", c.sense().examples());
    m.put("memo", c.sense().memo());
    return m;
  }

  /// Of a code that an older version wrote there are name and key alone.
  static Optional<Code> code(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    var m = object(value);
    var name = string(m, "name");
    return Optional.of(
        new Code(
            m.get("id") == null ? name : string(m, "id"),
            name,
            number(m, "key"),
            number(m, "place"),
            m.get("use") == null ? Code.Use.GIVEN : Code.Use.valueOf(string(m, "use")),
            string(m, "colour"),
            new Code.Sense(
                string(m, "definition"),
                string(m, "when"),
                string(m, "whenNot"),
                string(m, "examples"),
                string(m, "memo"))));
  }

  static List<Code> codes(@Nullable Object value) {
    List<Code> codes = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(one -> code(one).ifPresent(codes::add));
    }
    return codes;
  }

  static Map<String, @Nullable Object> map(Settlement s) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("at", s.at().toString());
    m.put("code", s.code());
    m.put("as", s.as().map(span -> List.of(span.start(), span.end())).orElse(null));
    m.put("coder", s.coder());
    m.put("reason", s.reason());
    return m;
  }

  static Optional<Settlement> settlement(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    var m = object(value);
    return Optional.of(
        new Settlement(
            Segment.parse(string(m, "at")),
            string(m, "code"),
            m.get("as") instanceof List<?> l
                    && l.getFirst() instanceof Integer from
                    && l.getLast() instanceof Integer to
                ? Optional.of(new Span(from, to))
                : Optional.empty(),
            string(m, "coder"),
            string(m, "reason")));
  }

  static int number(Map<String, @Nullable Object> m, String key) {
    return m.get(key) == null ? 0 : Integer.parseInt(string(m, key));
  }

  private static Map<String, @Nullable Object> object(Object value) {
    return Json.object(Json.line(value)).orElseThrow();
  }

  private static String string(Map<String, @Nullable Object> m, String key) {
    return Optional.ofNullable(m.get(key)).map(Object::toString).orElse("");
  }
}
