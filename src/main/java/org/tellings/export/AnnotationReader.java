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
/// Of an annotation its tags become codes and its comments notes, at each of its targets. What has
/// neither, or no words, is named in `left`, and so are annotations that the file counts but has
/// not.
public final class AnnotationReader {

  private static final String OURS = "urn:tellings:";
  private static final String HASH = "urn:sha256:";

  private static final Optional<Long> NONE = Optional.empty();

  /// What holds several bodies or targets, each of which is one.
  private static final List<String> SEVERAL =
      List.of("Choice", "Composite", "List", "Independents");

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
    for (var i = 0; i < items.all().size(); i++) {
      var where = "annotation " + (i + 1);
      if (!(items.all().get(i) instanceof Map<?, ?> one)) {
        left.add(where + ": it is no annotation");
        continue;
      }
      var read = one.containsKey("uri") ? ofHypothesis(one) : ofW3c(one);
      var problem = problem(one, read.getFirst());
      problem.ifPresent(why -> left.add(where + why));
      for (var n = 0; problem.isEmpty() && n < read.size(); n++) {
        if (hasWords(read.get(n))) {
          annotations.add(read.get(n));
        } else {
          left.add(
              where
                  + (read.size() == 1 ? "" : ", target " + (n + 1))
                  + " is about a whole page, not about words of it"
                  + said(read.get(n)));
        }
      }
    }
    items.missing().ifPresent(left::add);
    return new Read(annotations, left);
  }

  private static Optional<String> problem(Map<?, ?> one, Annotation read) {
    if (one.get("references") instanceof List<?> references && !references.isEmpty()) {
      return Optional.of(", an answer to another annotation, has no place here" + said(read));
    }
    if (read.tags().isEmpty() && read.notes().isEmpty()) {
      return Optional.of(" has neither tag nor comment");
    }
    return Optional.empty();
  }

  private static String said(Annotation read) {
    return read.notes().isEmpty() ? "" : ": “" + String.join(" / ", read.notes()) + "”";
  }

  private static boolean hasWords(Annotation read) {
    return !read.anchor().exact().isEmpty() || read.anchor().start().isPresent();
  }

  /// The annotations in a file; `total` is how many it says there are, `next` the address of the
  /// page that follows and is not in it (empty when there is none).
  private record Items(List<?> all, long total, String next) {

    /// What the file says there is besides.
    Optional<String> missing() {
      var away = total - all.size();
      return away <= 0 && next.isEmpty()
          ? Optional.empty()
          : Optional.of(
              (away > 0
                      ? away
                          + " of the "
                          + total
                          + " annotations of the collection are not in this file"
                      : "annotations of other pages are not in this file")
                  + (next.isEmpty() ? "" : "; it goes on at " + next));
    }
  }

  private static Items items(String json) {
    if (json.startsWith("[")) {
      return new Items(list(json), 0, "");
    }
    Map<?, ?> top =
        Json.object(json)
            .orElseThrow(
                () -> new IllegalArgumentException("this file has no annotations: it is no JSON"));
    var total = total(top);
    if (top.get("rows") instanceof List<?> rows) {
      return new Items(rows, total, "");
    }
    if (top.get("target") != null) {
      return new Items(List.of(top), 0, "");
    }
    var first = top.get("first");
    List<Object> all = new ArrayList<>();
    var isPage = false;
    @Nullable Object next = top.get("items") instanceof List<?> ? top : first;
    while (next instanceof Map<?, ?> page) {
      if (page.get("items") instanceof List<?> items) {
        isPage = true;
        all.addAll(items);
      }
      next = page.get("next");
    }
    if (isPage) {
      return new Items(all, total, string(next));
    }
    if (!string(first).isEmpty()) {
      throw new IllegalArgumentException(
          "this file has no annotations: its pages stand elsewhere, the first at " + string(first));
    }
    throw new IllegalArgumentException(
        "this file has no annotations: neither “rows” as Hypothes.is gives them, nor an"
            + " AnnotationCollection, AnnotationPage or Annotation");
  }

  /// How many annotations there are, as a collection, its page or a search says; 0 when untold.
  private static long total(Map<?, ?> top) {
    var of = top.get("partOf") instanceof Map<?, ?> whole ? number(whole.get("total")) : NONE;
    return number(top.get("total")).or(() -> of).orElse(0L);
  }

  private static List<?> list(String json) {
    var items = Json.list(json);
    if (items.isEmpty() && !json.matches("\\[\\s*]")) {
      throw new IllegalArgumentException("this file has no annotations: it is no JSON");
    }
    return items;
  }

  // -- the W3C's --

  /// At each of its targets; at no words of it where it has none.
  private static List<Annotation> ofW3c(Map<?, ?> one) {
    var targets = each(one.get("target"));
    return targets.isEmpty()
        ? List.of(ofW3c(one, ""))
        : targets.stream().map(target -> ofW3c(one, target)).toList();
  }

  private static Annotation ofW3c(Map<?, ?> one, Object target) {
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
    for (var body : each(one.get("body"))) {
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

  private static List<Annotation> ofHypothesis(Map<?, ?> row) {
    var user = string(row.get("user")).replaceFirst("^acct:", "").replaceFirst("@.*$", "");
    List<Given> tags = new ArrayList<>();
    all(row.get("tags")).forEach(tag -> add(tags, string(tag).strip(), user));
    var text = string(row.get("text")).strip();
    var title =
        row.get("document") instanceof Map<?, ?> document
            ? string(first(document.get("title")))
            : "";
    var targets = each(row.get("target"));
    return (targets.isEmpty() ? List.<Object>of("") : targets)
        .stream()
            .map(
                target ->
                    new Annotation(
                        "",
                        "",
                        string(row.get("uri")),
                        title,
                        withoutPlace(anchor(target)),
                        tags,
                        text.isEmpty() ? List.of() : List.of(text)))
            .toList();
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

  private static Anchor anchor(Object target) {
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

  /// Those of a list, and of what holds several; what is null is none.
  private static List<Object> each(@Nullable Object value) {
    List<Object> each = new ArrayList<>();
    for (var one : all(value)) {
      if (one instanceof Map<?, ?> map
          && SEVERAL.contains(string(map.get("type")))
          && map.get("items") instanceof List<?> items) {
        each.addAll(each(items));
      } else if (one != null) {
        each.add(one);
      }
    }
    return each;
  }

  private static @Nullable Object first(@Nullable Object value) {
    return value instanceof List<?> list ? (list.isEmpty() ? null : list.getFirst()) : value;
  }
}
