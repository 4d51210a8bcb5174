package org.tellings.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;

/// Articles, findings and intakes as rows with the published fields, and rows as JSONL or CSV.
public final class Exporters {

  private static final Pattern BELOW_ZERO = Pattern.compile("-[0-9]+(?:\\.[0-9]+)?");

  private Exporters() {}

  /// What can be exported: each kind's word in the plural.
  public static List<String> kinds() {
    return List.of(
        "articles",
        "quotes",
        "claims",
        "figures",
        "dates",
        "entities",
        "sources",
        "events",
        "codings");
  }

  public static Map<String, @Nullable Object> row(Article a) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", a.id().value());
    m.put("file", a.file());
    m.put("outlet", known(a.outlet().name()));
    m.put("title", known(a.title()));
    m.put("byline", known(a.heading().byline()));
    m.put("published", a.heading().published().map(Dated::value).orElse(null));
    m.put("publishedRule", a.heading().published().map(Dated::rule).orElse(null));
    m.put("updated", a.heading().updated().map(Dated::value).orElse(null));
    m.put("updatedRule", a.heading().updated().map(Dated::rule).orElse(null));
    m.put("captured", a.heading().captured().map(Dated::value).orElse(null));
    m.put("capturedRule", a.heading().captured().map(Dated::rule).orElse(null));
    m.put("url", known(a.heading().url()));
    m.put("language", known(a.heading().language()));
    m.put("words", a.words());
    m.put(
        "removed",
        a.removed().stream()
            .map(
                r -> {
                  Map<String, Object> part = new LinkedHashMap<>(); // in this order, always
                  part.put("text", r.text());
                  part.put("rule", r.rule());
                  return part;
                })
            .toList());
    m.put("sha256", a.sha256());
    return m;
  }

  public static Map<String, @Nullable Object> row(Article a, Kept kept) {
    var f = kept.finding();
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", kept.id().toString());
    m.put("article", a.id().value());
    m.put("file", a.file());
    m.put("outlet", known(a.outlet().name()));
    m.put("start", f.span().start());
    m.put("end", f.span().end());
    m.put("text", f.span().in(a.text()));
    m.put("state", kept.state().word());
    m.put("rule", f.rule());
    switch (f) {
      case Finding.Quote q -> {
        m.put("speaker", q.speaker().name().orElse(null));
        m.put("speakerText", q.speaker().at().map(at -> at.in(a.text())).orElse(null));
        m.put("speakerStart", q.speaker().at().map(Span::start).orElse(null));
        m.put("speakerEnd", q.speaker().at().map(Span::end).orElse(null));
        m.put("speakerKind", q.speaker().kind().map(Exporters::word).orElse(null));
        m.put("role", q.speaker().role().orElse(null));
        m.put("cue", q.cue().orElse(null));
        m.put("form", word(q.form()));
        m.put("saidTo", q.saidTo().orElse(null));
        m.put("joins", quote(a, q.joins()));
        m.put("within", quote(a, q.within()));
      }
      case Finding.Claim c -> {
        m.put("source", c.source().orElse(null));
        m.put("stance", c.stance().map(Exporters::word).orElse(null));
        m.put("cues", c.cues().stream().map(cue -> cue.in(a.text())).toList());
        m.put("checkworthy", c.checkworthy());
        m.put("proposition", null);
      }
      case Finding.Figure g -> {
        m.put("low", g.low().toPlainString());
        m.put("high", g.high().toPlainString());
        m.put("unit", g.unit());
        m.put("approximation", word(g.approximation()));
        m.put("change", word(g.change()));
        m.put("measures", g.measures().orElse(null));
        m.put("quantity", null);
      }
      case Finding.DateMention d -> {
        m.put("value", d.value().orElse(null));
        m.put("precision", word(d.precision()));
        m.put("anchor", word(d.anchor()));
      }
      case Finding.Mention e -> {
        m.put("name", e.name());
        m.put("type", word(e.type()));
        m.put("misnamed", e.misnamed());
      }
    }
    m.put("note", known(kept.note()));
    m.put("codes", kept.codes());
    return m;
  }

  public static Map<String, @Nullable Object> row(Intake i) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("path", i.path());
    m.put("outcome", i.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    switch (i) {
      case Intake.Added a ->
          fill(
              m,
              a.article().value(),
              known(String.join("; ", a.missing())),
              null,
              i.bytes(),
              a.characters());
      case Intake.Duplicate d -> fill(m, d.article().value(), d.reason(), null, i.bytes(), 0);
      case Intake.Unreadable u -> fill(m, null, u.reason(), u.rule(), i.bytes(), 0);
      case Intake.Skipped s -> fill(m, null, s.reason(), s.rule(), i.bytes(), 0);
    }
    return m;
  }

  private static void fill(
      Map<String, @Nullable Object> m,
      @Nullable String article,
      @Nullable String reason,
      @Nullable String rule,
      long bytes,
      int characters) {
    m.put("article", article);
    m.put("reason", reason);
    m.put("rule", rule);
    m.put("bytes", bytes);
    m.put("characters", characters);
  }

  /// One object a line, every line ended.
  public static String jsonl(List<Map<String, @Nullable Object>> rows) {
    return rows.stream().map(row -> Json.line(row) + "\n").collect(Collectors.joining());
  }

  /// RFC 4180 with a header line: these fields, which may be none, and then every other field of
  /// the rows; a row without a field has an empty cell. Cells that a spreadsheet would run as
  /// formulas begin with `'`. Without fields and rows there is no line.
  public static String csv(List<Map<String, @Nullable Object>> rows, List<String> fields) {
    Set<String> header = new LinkedHashSet<>(fields);
    rows.forEach(row -> header.addAll(row.keySet()));
    if (header.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", header));
    for (var row : rows) {
      lines.add(
          header.stream().map(field -> cell(row.get(field))).collect(Collectors.joining(",")));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String cell(@Nullable Object value) {
    var text =
        switch (value) {
          case null -> "";
          case List<?> list -> Json.line(list);
          case Map<?, ?> map -> Json.line(map);
          case Number number -> number.toString();
          default -> defused(value.toString());
        };
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static String defused(String text) {
    return !text.isEmpty()
            && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0
            && !BELOW_ZERO.matcher(text).matches()
        ? "'" + text
        : text;
  }

  private static @Nullable String quote(Article a, Optional<Span> at) {
    return at.map(span -> new FindingId(a.id(), Kind.QUOTE, span).toString()).orElse(null);
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
