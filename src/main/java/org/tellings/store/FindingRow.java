package org.tellings.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Finding;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.Speaker;

/// A finding as one JSON text in a row, and back.
final class FindingRow {

  private FindingRow() {}

  static String body(Finding finding) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("at", span(finding.span()));
    m.put("rule", finding.rule());
    switch (finding) {
      case Finding.Quote q -> {
        m.put("form", q.form().name());
        m.put("speaker", q.speaker().name().orElse(null));
        m.put("speakerAt", q.speaker().at().map(FindingRow::span).orElse(null));
        m.put("speakerKind", q.speaker().kind().map(Enum::name).orElse(null));
        m.put("role", q.speaker().role().orElse(null));
        m.put("cue", q.cue().orElse(null));
        m.put("saidTo", q.saidTo().orElse(null));
        m.put("joins", q.joins().map(FindingRow::span).orElse(null));
        m.put("within", q.within().map(FindingRow::span).orElse(null));
      }
      case Finding.Claim c -> {
        m.put("source", c.source().orElse(null));
        m.put("stance", c.stance().map(Enum::name).orElse(null));
        m.put("cues", c.cues().stream().map(FindingRow::span).toList());
        m.put("checkworthy", c.checkworthy());
      }
      case Finding.Figure f -> {
        m.put("low", f.low().toPlainString());
        m.put("high", f.high().toPlainString());
        m.put("unit", f.unit());
        m.put("approximation", f.approximation().name());
        m.put("change", f.change().name());
        m.put("measures", f.measures().orElse(null));
      }
      case Finding.DateMention d -> {
        m.put("value", d.value().orElse(null));
        m.put("precision", d.precision().name());
        m.put("anchor", d.anchor().name());
      }
      case Finding.Mention e -> {
        m.put("name", e.name());
        m.put("type", e.type().name());
        m.put("misnamed", e.misnamed());
      }
    }
    // what is not there is left out; half of the fields of most findings are
    m.values().removeIf(value -> value == null);
    return Json.line(m);
  }

  /// A person's reading with the machine's that they had seen.
  static String body(Finding finding, Optional<Finding> seen) {
    var body = body(finding);
    return seen.map(s -> body.substring(0, body.length() - 1) + ",\"seen\":" + body(s) + "}")
        .orElse(body);
  }

  /// What the person had seen, of a row that [#body(Finding, Optional)] wrote.
  static Optional<Finding> seen(Kind kind, String body) {
    return Json.object(body)
        .flatMap(m -> Optional.ofNullable(m.get("seen")))
        .map(seen -> finding(kind, Json.line(seen)));
  }

  static Finding finding(Kind kind, String body) {
    var m =
        Json.object(body)
            .orElseThrow(() -> new LibraryException("a finding cannot be read: " + body));
    var at = span(m.get("at")).orElseThrow();
    var rule = text(m, "rule").orElse("");
    return switch (kind) {
      case QUOTE ->
          new Finding.Quote(
              at,
              Finding.Form.valueOf(text(m, "form").orElseThrow()),
              new Speaker(
                  text(m, "speaker"),
                  span(m.get("speakerAt")),
                  text(m, "speakerKind").map(Speaker.SpeakerKind::valueOf),
                  text(m, "role")),
              text(m, "cue"),
              text(m, "saidTo"),
              span(m.get("joins")),
              span(m.get("within")),
              rule);
      case CLAIM -> {
        List<Span> cues = new ArrayList<>();
        if (m.get("cues") instanceof List<?> list) {
          list.forEach(cue -> span(cue).ifPresent(cues::add));
        }
        yield new Finding.Claim(
            at,
            text(m, "source"),
            text(m, "stance").map(Finding.Stance::valueOf),
            cues,
            m.get("checkworthy") instanceof Number n ? n.doubleValue() : 0,
            rule);
      }
      case FIGURE ->
          new Finding.Figure(
              at,
              new BigDecimal(text(m, "low").orElseThrow()),
              new BigDecimal(text(m, "high").orElseThrow()),
              text(m, "unit").orElse(""),
              Finding.Approximation.valueOf(text(m, "approximation").orElseThrow()),
              Finding.Change.valueOf(text(m, "change").orElseThrow()),
              text(m, "measures"),
              rule);
      case DATE ->
          new Finding.DateMention(
              at,
              text(m, "value"),
              Finding.Precision.valueOf(text(m, "precision").orElseThrow()),
              Finding.Anchor.valueOf(text(m, "anchor").orElseThrow()),
              rule);
      case ENTITY ->
          new Finding.Mention(
              at,
              text(m, "name").orElse(""),
              Finding.EntityType.valueOf(text(m, "type").orElseThrow()),
              Boolean.TRUE.equals(m.get("misnamed")),
              rule);
    };
  }

  private static List<Integer> span(Span span) {
    return List.of(span.start(), span.end());
  }

  private static Optional<Span> span(@Nullable Object value) {
    return value instanceof List<?> l
            && l.size() == 2
            && l.get(0) instanceof Integer a
            && l.get(1) instanceof Integer b
        ? Optional.of(new Span(a, b))
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, @Nullable Object> m, String key) {
    return Optional.ofNullable(m.get(key)).map(Object::toString);
  }
}
