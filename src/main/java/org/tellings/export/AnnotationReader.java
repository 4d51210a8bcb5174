package org.tellings.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.export.Project.Given;
import org.tellings.json.Json;

/// Reads annotations of texts: a collection, a page, a list or one annotation of the W3C Web
/// Annotation Data Model, or what the interface of Hypothes.is gives (`rows`).
///
/// Of an annotation its tags become codes and its comments notes. What has neither, or no words, is
/// named in `left`.
public final class AnnotationReader {

  private static final String OURS = "urn:tellings:";
  private static final String HASH = "urn:sha256:";

  private AnnotationReader() {}

  /// One annotation. `target` is the name of what it is about, where this program wrote it, else
  /// empty; `sha256` of the text (else empty), `address` and `title` of its page; tags with who
  /// gave them.
  public record Annotation(
      String target,
      String sha256,
      String address,
      String title,
      Anchor anchor,
      List<Given> tags,
      List<String> notes) {
    public Annotation {
      tags = List.copyOf(tags);
      notes = List.copyOf(notes);
    }
  }

  /// What a file has, and a sentence for each thing that is left out.
  public record Read(List<Annotation> annotations, List<String> left) {}

  /// Why it cannot be read is told by an [IllegalArgumentException].
  public static Read read(String json) {
    var bare = json.replaceFirst("^\ufeff", "").strip();
    List<Annotation> annotations = new ArrayList<>();
    List<String> left = new ArrayList<>();
    var items = items(bare);
    for (var i = 0; i < items.size(); i++) {
      var where = "annotation " + (i + 1);
      if (!(items.get(i) instanceof Map<?, ?> one)) {
        left.add(where + ": it is no annotation");
        continue;
      }
      var read = one.containsKey("uri") ? ofHypothesis(one) : ofW3c(one);
      var problem = problem(one, read);
      problem.ifPresentOrElse(why -> left.add(where + why), () -> annotations.add(read));
    }
    return new Read(annotations, left);
  }

  private static Optional<String> problem(Map<?, ?> one, Annotation read) {
    var said = read.notes().isEmpty() ? "" : ": “" + String.join(" / ", read.notes()) + "”";
    if (one.get("references") instanceof List<?> references && !references.isEmpty()) {
      return Optional.of(", an answer to another annotation, has no place here" + said);
    }
    if (read.tags().isEmpty() && read.notes().isEmpty()) {
      return Optional.of(" has neither tag nor comment");
    }
    if (read.anchor().exact().isEmpty() && read.anchor().start().isEmpty()) {
      return Optional.of(" is about a whole page, not about words of it" + said);
    }
    return Optional.empty();
  }

  private static List<?> items(String json) {
    if (json.startsWith("[")) {
      return list(json);
    }
    Map<?, ?> top =
        Json.object(json)
            .orElseThrow(
                () -> new IllegalArgumentException("this file has no annotations: it is no JSON"));
    if (top.get("first") instanceof Map<?, ?> first) {
      top = first;
    }
    for (var name : List.of("rows", "items")) {
      if (top.get(name) instanceof List<?> items) {
        return items;
      }
    }
    if (top.containsKey("target")) {
      return List.of(top);
    }
    throw new IllegalArgumentException(
        "this file has no annotations: neither “rows” as Hypothes.is gives them, nor an"
            + " AnnotationCollection, AnnotationPage or Annotation");
  }

  private static List<?> list(String json) {
    var items = Json.list(json);
    if (items.isEmpty() && !json.matches("\\[\\s*]")) {
      throw new IllegalArgumentException("this file has no annotations: it is no JSON");
    }
    return items;
  }

  // -- the W3C's --

  private static Annotation ofW3c(Map<?, ?> one) {
    var target = first(one.get("target"));
    var source =
        target instanceof Map<?, ?> t
            ? string(t.get("source") instanceof Map<?, ?> s ? s.get("id") : t.get("source"))
            : string(target);
    var scope = target instanceof Map<?, ?> t ? string(first(t.get("scope"))) : "";
    var isHash = source.startsWith(HASH);
    var id = string(one.get("id"));
    var isOurs = id.startsWith(OURS);
    var coder = name(one.get("creator"));
    List<Given> tags = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (var body : all(one.get("body"))) {
      if (body instanceof Map<?, ?> b) {
        var value = string(b.get("value")).strip();
        switch (string(first(b.get("purpose")))) {
          case "tagging" -> add(tags, value, coder);
          case "classifying", "describing", "identifying" -> {
            if (!isOurs && !value.isEmpty()) {
              notes.add(value);
            }
          }
          default -> {
            if (!value.isEmpty()) {
              notes.add(value);
            }
          }
        }
      } else if (!string(body).isBlank()) {
        notes.add(string(body));
      }
    }
    if (!string(one.get("bodyValue")).isBlank()) {
      notes.add(string(one.get("bodyValue")));
    }
    return new Annotation(
        isOurs ? id.substring(OURS.length()).replaceFirst(":.*", "") : "",
        isHash ? source.substring(HASH.length()) : "",
        isHash ? scope : source,
        "",
        anchor(target),
        tags,
        notes);
  }

  private static String name(@Nullable Object creator) {
    return switch (first(creator)) {
      case Map<?, ?> map ->
          string(map.get("name")).isEmpty() ? string(map.get("nickname")) : string(map.get("name"));
      case String text -> text;
      case null, default -> "";
    };
  }

  // -- those of Hypothes.is --

  private static Annotation ofHypothesis(Map<?, ?> row) {
    var user = string(row.get("user")).replaceFirst("^acct:", "").replaceFirst("@.*$", "");
    List<Given> tags = new ArrayList<>();
    all(row.get("tags")).forEach(tag -> add(tags, string(tag).strip(), user));
    var text = string(row.get("text")).strip();
    var title =
        row.get("document") instanceof Map<?, ?> document
            ? string(first(document.get("title")))
            : "";
    return new Annotation(
        "",
        "",
        string(row.get("uri")),
        title,
        withoutPlace(anchor(first(row.get("target")))),
        tags,
        text.isEmpty() ? List.of() : List.of(text));
  }

  /// Its places count the characters of a page with all that stands around the article.
  private static Anchor withoutPlace(Anchor anchor) {
    return new Anchor(
        anchor.exact(), anchor.prefix(), anchor.suffix(), Optional.empty(), Optional.empty());
  }

  // -- both --

  private static void add(List<Given> tags, String tag, String coder) {
    if (!tag.isEmpty()) {
      tags.add(new Given(tag, coder));
    }
  }

  private static Anchor anchor(@Nullable Object target) {
    var exact = "";
    var prefix = "";
    var suffix = "";
    Optional<Long> start = Optional.empty();
    Optional<Long> end = Optional.empty();
    if (target instanceof Map<?, ?> t) {
      for (var selector : all(t.get("selector"))) {
        if (selector instanceof Map<?, ?> s) {
          switch (string(s.get("type"))) {
            case "TextQuoteSelector" -> {
              exact = string(s.get("exact"));
              prefix = string(s.get("prefix"));
              suffix = string(s.get("suffix"));
            }
            case "TextPositionSelector" -> {
              start = number(s.get("start"));
              end = number(s.get("end"));
            }
            default -> {
              // ways through a page (XPath, CSS) lead nowhere in a text
            }
          }
        }
      }
    }
    return new Anchor(exact, prefix, suffix, start, end);
  }

  private static Optional<Long> number(@Nullable Object value) {
    return value instanceof Number n && n.longValue() >= 0
        ? Optional.of(n.longValue())
        : Optional.empty();
  }

  private static String string(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static List<?> all(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list;
      default -> List.of(value);
    };
  }

  private static @Nullable Object first(@Nullable Object value) {
    return value instanceof List<?> list ? (list.isEmpty() ? null : list.getFirst()) : value;
  }
}
