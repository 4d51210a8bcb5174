package org.tellings.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.json.JsonLine;
import org.tellings.model.Finding;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.Speaker;

/// A finding as one JSON text in a row, and back.
final class FindingRow {

  private FindingRow() {}

  static String body(Finding finding) {
    var body = new StringBuilder(160);
    write(finding, body);
    return body.toString();
  }

  /// Writes a finding behind what stands there. What is not there is left out: half of the fields
  /// of most findings are.
  static void write(Finding finding, StringBuilder to) {
    var line = new JsonLine(to);
    at(line, "at", finding.span());
    line.put("rule", finding.rule());
    switch (finding) {
      case Finding.Quote q -> {
        line.put("form", q.form()).put("speaker", q.speaker().name());
        q.speaker().at().ifPresent(span -> at(line, "speakerAt", span));
        q.speaker().kind().ifPresent(kind -> line.put("speakerKind", kind));
        line.put("role", q.speaker().role()).put("cue", q.cue()).put("saidTo", q.saidTo());
        q.joins().ifPresent(span -> at(line, "joins", span));
        q.within().ifPresent(span -> at(line, "within", span));
      }
      case Finding.Claim c -> {
        line.put("source", c.source());
        c.stance().ifPresent(stance -> line.put("stance", stance));
        line.pairs(
                "cues",
                c.cues().stream()
                    .flatMapToInt(cue -> IntStream.of(cue.start(), cue.end()))
                    .toArray())
            .put("checkworthy", c.checkworthy());
      }
      case Finding.Figure f ->
          line.put("low", f.low().toPlainString())
              .put("high", f.high().toPlainString())
              .put("unit", f.unit())
              .put("approximation", f.approximation())
              .put("change", f.change())
              .put("measures", f.measures());
      case Finding.DateMention d ->
          line.put("value", d.value()).put("precision", d.precision()).put("anchor", d.anchor());
      case Finding.Mention e ->
          line.put("name", e.name()).put("type", e.type()).put("misnamed", e.misnamed());
    }
    line.end();
  }

  private static void at(JsonLine line, String key, Span span) {
    line.pair(key, span.start(), span.end());
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
