package org.tellings.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Kept;
import org.tellings.model.Segment;
import org.tellings.model.Span;

/// Findings as annotations of the W3C Web Annotation Data Model (Recommendation of 23 February
/// 2017).
///
/// The target is the text of the article, named by its SHA-256, with the address of its page as
/// scope. Two selectors say where: the exact words with what stands around them, and the place in
/// Unicode code points, as the recommendation wants it, not in the UTF-16 units of all other
/// exports.
public final class Annotations {

  /// Characters before and after, at most.
  private static final int AROUND = 32;

  private static final Set<String> PLACE =
      Set.of("id", "article", "file", "outlet", "start", "end", "text", "note", "codes", "code");

  private Annotations() {}

  /// `row` is the finding as [Exporters#row] gives it.
  public static Map<String, @Nullable Object> of(
      Article article, Kept kept, Map<String, @Nullable Object> row) {
    return of(article, kept.finding().span(), kept.finding().kind().word(), row, Optional.of(kept));
  }

  /// Coded words that are no finding; `row` is as [CodingRows#row] gives it.
  public static Map<String, @Nullable Object> of(
      Article article, Segment segment, Map<String, @Nullable Object> row) {
    return of(article, segment.span(), "passage", row, Optional.empty());
  }

  private static Map<String, @Nullable Object> of(
      Article article,
      Span span,
      String kind,
      Map<String, @Nullable Object> row,
      Optional<Kept> kept) {
    Map<String, @Nullable Object> annotation = new LinkedHashMap<>();
    annotation.put("id", "urn:tellings:" + row.get("id") + code(row));
    annotation.put("type", "Annotation");
    annotation.put("motivation", "identifying");
    if (row.get("coder") != null) {
      Map<String, Object> creator = new LinkedHashMap<>();
      creator.put("type", "Person");
      creator.put("name", String.valueOf(row.get("coder")));
      annotation.put("creator", creator);
    }
    annotation.put("body", bodies(kept, kind, row));
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("type", "SpecificResource");
    target.put("source", "urn:sha256:" + article.sha256());
    if (!article.heading().url().isEmpty()) {
      target.put("scope", article.heading().url());
    }
    target.put("selector", selectors(article.text(), span));
    annotation.put("target", target);
    return annotation;
  }

  /// A finding has an annotation a coding, when codings are written.
  private static String code(Map<String, @Nullable Object> row) {
    return row.get("code") == null
        ? ""
        : ":" + URLEncoder.encode(row.get("code") + ":" + row.get("coder"), StandardCharsets.UTF_8);
  }

  private static List<Object> bodies(
      Optional<Kept> kept, String kind, Map<String, @Nullable Object> row) {
    List<Object> bodies = new ArrayList<>();
    bodies.add(body("classifying", kind));
    bodies.add(
        body(
            "describing",
            row.entrySet().stream()
                .filter(field -> field.getValue() != null && !PLACE.contains(field.getKey()))
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("; "))));
    Optional.ofNullable(row.get("note"))
        .map(Object::toString)
        .ifPresent(note -> bodies.add(body("commenting", note)));
    var code = row.get("code");
    (code == null ? kept.map(Kept::codes).orElse(List.of()) : List.of(code.toString()))
        .forEach(one -> bodies.add(body("tagging", one)));
    return bodies;
  }

  private static Map<String, Object> body(String purpose, String value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "TextualBody");
    body.put("purpose", purpose);
    body.put("format", "text/plain");
    body.put("value", value);
    return body;
  }

  private static List<Object> selectors(String text, Span span) {
    Map<String, Object> quote = new LinkedHashMap<>();
    quote.put("type", "TextQuoteSelector");
    quote.put("exact", span.in(text));
    quote.put("prefix", text.substring(back(text, span.start()), span.start()));
    quote.put("suffix", text.substring(span.end(), forth(text, span.end())));
    Map<String, Object> position = new LinkedHashMap<>();
    position.put("type", "TextPositionSelector");
    position.put("start", text.codePointCount(0, span.start()));
    position.put("end", text.codePointCount(0, span.end()));
    return List.of(quote, position);
  }

  /// Never between the two halves of a character.
  private static int back(String text, int from) {
    var at = Math.max(0, from - AROUND);
    return at > 0 && at < from && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  private static int forth(String text, int from) {
    var at = Math.min(text.length(), from + AROUND);
    return at < text.length() && at > from && Character.isLowSurrogate(text.charAt(at))
        ? at - 1
        : at;
  }

  /// A collection of annotations in one page, a line each.
  static String collection(String kind, List<Map<String, @Nullable Object>> annotations) {
    var id = "urn:tellings:export:" + kind;
    var items = annotations.stream().map(Json::line).collect(Collectors.joining(",\n"));
    return "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":"
        + Json.line(id)
        + ",\"type\":\"AnnotationCollection\",\"label\":"
        + Json.line(kind)
        + ",\"total\":"
        + annotations.size()
        + ",\"first\":{\"id\":"
        + Json.line(id + ":1")
        + ",\"type\":\"AnnotationPage\",\"partOf\":"
        + Json.line(id)
        + ",\"startIndex\":0,\"items\":[\n"
        + items
        + "\n]}}\n";
  }
}
