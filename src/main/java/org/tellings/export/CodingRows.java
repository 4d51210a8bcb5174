package org.tellings.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Article;
import org.tellings.model.Coding;
import org.tellings.model.Kept;
import org.tellings.model.Segment;
import org.tellings.model.Span;

/// Codings as rows with the published fields: one a code that a coder gave, or a note on words that
/// nobody coded.
public final class CodingRows {

  private static final List<String> FIELDS =
      List.of(
          "id", "article", "file", "outlet", "start", "end", "text", "state", "rule", "code",
          "coder", "version", "note");

  private CodingRows() {}

  public static List<String> fields() {
    return FIELDS;
  }

  /// `code` is what the code is called now; `kept` the finding that was coded, empty where words
  /// that are none were; `note` is the note on what was coded, empty for none.
  public static Map<String, @Nullable Object> row(
      Article a, Coding coding, String code, Optional<Kept> kept, String note) {
    var span = span(coding, kept);
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", coding.target().toString());
    m.put("article", a.id().value());
    m.put("file", a.file());
    m.put("outlet", a.outlet().isKnown() ? a.outlet().name() : null);
    m.put("start", span.start());
    m.put("end", span.end());
    m.put("text", span.in(a.text()));
    m.put("state", kept.map(k -> k.state().word()).orElse(null));
    m.put("rule", kept.map(k -> k.finding().rule()).orElse("person"));
    m.put("code", code);
    m.put("coder", coding.coder());
    m.put("version", coding.version());
    m.put("note", note.isEmpty() ? null : note);
    return m;
  }

  /// A note on words that nobody coded and that are no finding: without code, coder and version.
  public static Map<String, @Nullable Object> noted(Article a, Segment words, String note) {
    var row = row(a, new Coding(words, "", "", 0), "", Optional.empty(), note);
    row.put("code", null);
    row.put("coder", null);
    row.put("version", null);
    return row;
  }

  /// The words that a coding is on: of a finding, those it has now.
  public static Span span(Coding coding, Optional<Kept> kept) {
    return kept.map(k -> k.finding().span()).orElse(coding.target().span());
  }
}
