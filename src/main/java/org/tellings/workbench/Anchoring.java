package org.tellings.workbench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tellings.export.Anchor;
import org.tellings.export.AnnotationReader;
import org.tellings.export.AnnotationReader.Annotation;
import org.tellings.export.Project.Given;
import org.tellings.export.Qdc;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.model.Target;
import org.tellings.store.Library;

/// Annotations of texts, anchored anew in the articles that are here: by the hash of the text, else
/// by the address of the page, else by its title. An annotation never makes an article.
///
/// One object takes one file.
final class Anchoring {

  private static final int LONGEST_NAME = 80;

  /// So many groups and the code are surely no longer than a path may be.
  private static final int DEEPEST = 100;

  private final Library library;
  private final Bringing bringing;
  private final Map<String, List<ArticleId>> byAddress = new HashMap<>();
  private final Map<String, List<ArticleId>> byTitle = new HashMap<>();
  private final Map<ArticleId, Article> articles = new HashMap<>();
  private final Map<Target, Set<String>> notes = new LinkedHashMap<>();

  /// The path of each tag and group of tags of this file, by the whole of it in small letters.
  private final Map<String, String> paths = new HashMap<>();

  private final Set<String> taken = new HashSet<>();

  Anchoring(Library library, Bringing bringing) {
    this.library = library;
    this.bringing = bringing;
    for (Summary summary : library.summaries()) {
      var article = library.article(summary.id()).orElseThrow(); // not kept: there may be many
      var address = address(article.heading().url());
      if (!address.isEmpty()) {
        byAddress.computeIfAbsent(address, _ -> new ArrayList<>()).add(summary.id());
      }
      if (!article.title().isBlank()) {
        byTitle.computeIfAbsent(title(article.title()), _ -> new ArrayList<>()).add(summary.id());
      }
    }
  }

  /// False when `progress` cancelled it.
  boolean take(String json, Progress progress) {
    var read = AnnotationReader.read(json);
    read.left().forEach(bringing::left);
    var annotations = read.annotations();
    Map<Annotation, Target> found = new LinkedHashMap<>();
    for (var i = 0; i < annotations.size(); i++) {
      if (progress.isCancelled()) {
        return false;
      }
      var one = annotations.get(i);
      find(one).ifPresent(target -> found.put(one, target));
      progress.at(i + 1, annotations.size(), "looking for the words");
    }
    Map<String, Code> codes = new LinkedHashMap<>();
    found
        .keySet()
        .forEach(one -> one.tags().forEach(tag -> codes.computeIfAbsent(tag.code(), this::code)));
    bringing.codes(codes.values().stream().distinct().toList());
    found.forEach((one, target) -> take(one, target, codes));
    notes.forEach(
        (target, said) ->
            bringing.noted(target, String.join("\n\n", said), Words.excerpt(words(target))));
    return true;
  }

  private void take(Annotation one, Target target, Map<String, Code> codes) {
    for (var tag : one.tags()) {
      var code = Optional.ofNullable(codes.get(tag.code())).orElseThrow();
      bringing.coded(target, new Given(code.guid(), tag.coder()), where(one));
    }
    one.notes()
        .forEach(note -> notes.computeIfAbsent(target, _ -> new LinkedHashSet<>()).add(note));
  }

  private static String where(Annotation one) {
    return (one.anchor().exact().isEmpty() ? "" : Words.excerpt(one.anchor().exact()) + " of ")
        + page(one);
  }

  /// The words it is about; empty, and told, where they are not here.
  private Optional<Target> find(Annotation one) {
    var where = where(one);
    var places = articles(one);
    if (places.isEmpty()) {
      bringing.lost(where + ": that article is not here" + said(one));
      return Optional.empty();
    }
    Optional<Target> found = Optional.empty();
    var why = "";
    var isMoved = false;
    for (var id : places) {
      var article = article(id);
      switch (one.anchor().in(article.text(), article.sha256().equals(one.sha256()))) {
        case Anchor.Exact exact -> {
          found = Optional.of(target(one, id, exact.span()));
          isMoved = false;
        }
        case Anchor.Moved moved -> {
          if (found.isEmpty()) {
            found = Optional.of(target(one, id, moved.span()));
            isMoved = true;
          }
        }
        case Anchor.Lost lost -> why = lost.why();
      }
      if (found.isPresent() && !isMoved) {
        break;
      }
    }
    if (found.isEmpty()) {
      bringing.lost(where + ": " + why + said(one));
      return Optional.empty();
    }
    var target = found.get();
    if (isMoved) {
      bringing.moved(
          where + ": now at characters " + target.span().start() + " to " + target.span().end());
    } else {
      bringing.exact();
    }
    return found;
  }

  private Target target(Annotation one, ArticleId article, Span span) {
    Optional<Target> named = Optional.empty();
    try {
      named = one.target().isEmpty() ? named : Optional.of(Target.parse(one.target()));
    } catch (IllegalArgumentException _) {
      // another program took our name for something else; then its words are meant
    }
    return bringing.target(named.orElseGet(() -> new Segment(article, span)), article, span);
  }

  private static String page(Annotation one) {
    return one.address().isEmpty()
        ? one.title().isEmpty() ? "the text " + one.sha256() : "“" + one.title() + "”"
        : one.address();
  }

  /// What is lost with an annotation.
  private static String said(Annotation one) {
    var tags = one.tags().stream().map(tag -> "“" + tag.code() + "”").toList();
    return (tags.isEmpty() ? "" : "; tagged " + String.join(", ", tags))
        + (one.notes().isEmpty() ? "" : "; noted: " + String.join(" / ", one.notes()));
  }

  private String words(Target target) {
    return target.span().in(article(target.article()).text());
  }

  // -- which article --

  private List<ArticleId> articles(Annotation one) {
    if (one.sha256().matches("[0-9a-f]{64}")) {
      var id = new ArticleId(one.sha256().substring(0, 16));
      if (library.has(id) && article(id).sha256().equals(one.sha256())) {
        return List.of(id);
      }
    }
    var address = address(one.address());
    if (byAddress.containsKey(address)) {
      return byAddress.getOrDefault(address, List.of());
    }
    var titled = byTitle.getOrDefault(title(one.title()), List.of());
    return titled.size() == 1 ? titled : List.of();
  }

  private Article article(ArticleId id) {
    return articles.computeIfAbsent(id, _ -> library.article(id).orElseThrow());
  }

  /// An address without what makes no other page: the protocol, `www.`, a fragment, a last slash.
  private static String address(String url) {
    return url.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(?:www\\.)?", "")
        .replaceFirst("#.*$", "")
        .replaceFirst("/$", "");
  }

  private static String title(String title) {
    return title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  // -- tags --

  /// The code of a tag: each of its parts on one line of at most 80 characters. Two tags of which
  /// only the first 80 characters are alike become two codes; parts too deep for a code stand
  /// together in the last.
  private Code code(String tag) {
    var whole = "";
    var name = "";
    var parts = new ArrayDeque<>(parts(tag));
    while (!parts.isEmpty()) {
      var isLast = DEEPEST - 1 <= depth(name) && parts.size() > 1;
      var part = isLast ? String.join(" / ", parts) : parts.remove();
      if (isLast) {
        parts.clear();
      }
      whole = Code.path(whole, part);
      var group = name;
      name = paths.computeIfAbsent(whole.toLowerCase(Locale.ROOT), _ -> free(group, part));
    }
    return new Code(name, 0);
  }

  private static List<String> parts(String tag) {
    var parts =
        Stream.of(tag.split(Pattern.quote(Code.BETWEEN)))
            .map(part -> part.replaceAll("[\\p{Cntrl}\\p{Cs}\\ufffe\\uffff]+", " ").strip())
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? List.of("(no name)") : parts;
  }

  private static int depth(String path) {
    return path.isEmpty() ? 0 : path.split(Pattern.quote(Code.BETWEEN), -1).length;
  }

  /// A path below a group that no other tag of this file has.
  private String free(String group, String part) {
    var name = Code.path(group, Qdc.shortened(part, LONGEST_NAME));
    for (var n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      var end = " (" + n + ")";
      name = Code.path(group, Qdc.shortened(part, LONGEST_NAME - end.length()) + end);
    }
    return name;
  }
}
