package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.Kept;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;
import org.tellings.store.LibraryException;

/// Reads a pack for the library that takes it in: which of its decisions have a place here.
///
/// One whose article, or whose words, are not here is no loss: it waits, in the form in which the
/// pack has it, until the article comes.
final class PackReader {

  /// What a pack says: `edits` that have their place here, as single edits from nothing; `exact` of
  /// them stand at the very characters, `moved` elsewhere in the article; `lost` wait; `bad` says
  /// of lines that cannot be read, a sentence each; `versions` says whose words they are, also of
  /// what stands no more; `moment` is the last one of the library it is of.
  record Read(
      List<Edit> edits,
      int exact,
      int moved,
      List<Waiting> lost,
      List<String> bad,
      Versions versions,
      String moment) {}

  /// Something that waits, with the edit that it is here now, and its versions.
  record Found(Waiting waiting, Edit edit, Versions versions) {

    private static Found of(Waiting waiting, String line, Edit placed) {
      var known = new Known();
      known.add(HashedReader.object(line), PackReader.edit(line), Optional.of(placed));
      return new Found(waiting, placed, known.versions());
    }
  }

  private static final Pattern KNOWN = Pattern.compile("\"known\":\\{[^}]*\\},?");
  private static final String ORIGIN = "origin ";
  private static final String WAITS = "waits for ";

  private final Library library;
  private final Map<ArticleId, Optional<Article>> articles = new HashMap<>();

  PackReader(Library library) {
    this.library = library;
  }

  /// Reads a pack that is called so. A file that is no pack is refused.
  Read read(String name, String text) {
    var lines = text.lines().toList();
    Map<String, @Nullable Object> first = lines.isEmpty() ? Map.of() : head(lines.getFirst());
    if (first.get("lines") instanceof Integer all
        && (lines.size() - 1 < all || !text.endsWith("\n"))) {
      throw new IllegalArgumentException(
          "this pack is cut off: it has "
              + Math.min(lines.size() - 1, all - 1)
              + " of its "
              + all
              + " lines; nothing was taken in");
    }
    if (Integer.valueOf(2).equals(first.get("version"))) {
      return hashed(name, first, lines);
    }
    if (!Integer.valueOf(1).equals(first.get("version"))) {
      throw new IllegalArgumentException(
          "pack".equals(first.get("tellings"))
              ? "this pack was written by a newer version of the program"
              : "this file is no pack of decisions: its first line does not say so");
    }
    List<Edit> edits = new ArrayList<>();
    List<Waiting> lost = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    var known = new Known();
    var codes = codes(lines);
    var exact = 0;
    for (var i = 1; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank() || isFormer(line)) {
        continue;
      }
      try {
        var edit = edit(line);
        var told = HashedReader.object(line);
        if (!isGone(told)) {
          refuseUnknown(edit, codes);
        }
        var why = whyNot(line, edit);
        known.add(told, edit, Optional.of(edit).filter(_ -> why.isEmpty()));
        if (isGone(told)) {
          continue;
        }
        if (why.isEmpty()) {
          edits.add(edit);
          exact += Pack.articles(edit).isEmpty() ? 0 : 1;
        } else {
          lost.add(waiting(name, line, why.get(), Map.of("pack", 1, "line", line)));
        }
      } catch (IllegalArgumentException e) {
        bad.add("line " + (i + 1) + ": " + e.getMessage());
      }
    }
    return new Read(edits, exact, 0, lost, bad, known.versions(), moment(first));
  }

  /// What is read of the versions of a pack.
  private static final class Known {
    private final Map<String, Version> all = new HashMap<>();
    private final Map<String, Edit> things = new LinkedHashMap<>();

    /// Of a line about a thing that is named `told` there and `placed` here, if it has a place.
    void add(Map<String, @Nullable Object> line, Edit told, Optional<Edit> placed) {
      if (told instanceof Edit.Closed) {
        return;
      }
      var there = Leaves.key(told);
      var whole = Versions.told(line.get(Pack.KNOWN), there).get(there);
      if (whole != null && !isGone(line) && whole.isNobodys()) {
        throw new IllegalArgumentException("a decision that is nobody's");
      }
      placed.ifPresent(
          edit -> {
            var key = Leaves.key(edit);
            things.put(key, edit);
            all.putAll(Versions.told(line.get(Pack.KNOWN), key));
          });
      if (placed.filter(edit -> Leaves.key(edit).equals(there)).isEmpty()) {
        var waits = placed.isEmpty() && !isGone(line);
        Versions.told(line.get(Pack.KNOWN), there)
            .forEach((aspect, version) -> all.put((waits ? WAITS : ORIGIN) + aspect, version));
      }
    }

    Versions versions() {
      return Versions.of(all, things);
    }
  }

  /// An aspect by the name that it has in the library a pack is of, where it stands elsewhere here,
  /// or stands there no more.
  static String origin(String aspect) {
    return ORIGIN + aspect;
  }

  static boolean isOrigin(String aspect) {
    return aspect.startsWith(ORIGIN);
  }

  /// The same of one that waits for its article here.
  static String waits(String aspect) {
    return WAITS + aspect;
  }

  /// The versions of something that waits for its article, by the names of its own library.
  static Map<String, Version> told(Waiting waiting) {
    if (waiting.why() != Waiting.Why.LOST) {
      return Map.of();
    }
    var line = String.valueOf(HashedReader.object(waiting.body()).get("line"));
    return Versions.told(HashedReader.object(line).get(Pack.KNOWN), Leaves.key(edit(line)));
  }

  private static boolean isGone(Map<String, @Nullable Object> line) {
    return Boolean.TRUE.equals(line.get(Pack.GONE));
  }

  /// Whether a line tells of the past as packs did for a while; it says nothing that counts.
  private static boolean isFormer(String line) {
    return line.startsWith("{\"until\":");
  }

  private static String moment(Map<String, @Nullable Object> first) {
    return Optional.ofNullable(first.get("moment")).map(Object::toString).orElse("");
  }

  private static Map<String, @Nullable Object> head(String line) {
    return Json.object(line).filter(m -> "pack".equals(m.get("tellings"))).orElse(Map.of());
  }

  /// The same words of the same person are the same thing that waits, whatever they know by now.
  private static Waiting waiting(String name, String line, String why, Map<String, Object> body) {
    return new Waiting(
        Article.sha256(KNOWN.matcher(line).replaceFirst("")).substring(0, 12),
        name,
        Waiting.Why.LOST,
        why,
        Json.line(new TreeMap<>(body)));
  }

  // -- packs without text --

  private Read hashed(String name, Map<String, @Nullable Object> first, List<String> lines) {
    var salt = String.valueOf(first.get("salt"));
    var known = new Known();
    Map<ArticleId, String> articlesTold = new LinkedHashMap<>();
    List<Edit> edits = new ArrayList<>();
    List<Waiting> lost = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    Set<String> articleLines = new HashSet<>();
    var codes = codes(lines);
    for (var i = 1; i < lines.size(); i++) {
      var line = lines.get(i);
      var map = Json.object(line).filter(m -> m.get("blocks") != null);
      if (map.isPresent()) {
        articleLines.add(line);
        try {
          articlesTold.put(HashedReader.Told.of(map.get()).id(), line);
        } catch (IllegalArgumentException e) {
          bad.add("line " + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    var reader = reader(salt, articlesTold.values(), library.articles());
    for (var i = 1; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank() || isFormer(line) || articleLines.contains(line)) {
        continue;
      }
      try {
        var edit = edit(line);
        var told = HashedReader.object(line);
        if (!isGone(told)) {
          refuseUnknown(edit, codes);
        }
        var placed = isGone(told) ? reader.past(edit, told) : reader.placed(edit, told);
        known.add(told, edit, placed);
        if (isGone(told)) {
          continue;
        }
        if (placed.isPresent()) {
          edits.add(placed.get());
        } else {
          var articles =
              Pack.articles(edit).stream()
                  .flatMap(id -> Optional.ofNullable(articlesTold.get(id)).stream())
                  .toList();
          lost.add(
              waiting(
                  name,
                  salt + line,
                  reader.whyNot(edit),
                  Map.of("pack", 2, "salt", salt, "articles", articles, "line", line)));
        }
      } catch (IllegalArgumentException e) {
        bad.add("line " + (i + 1) + ": " + e.getMessage());
      }
    }
    return new Read(
        edits, reader.exact(), reader.moved(), lost, bad, known.versions(), moment(first));
  }

  private HashedReader reader(
      String salt, Collection<String> articles, List<ArticleId> candidates) {
    return new HashedReader(
        library,
        salt,
        articles.stream().map(line -> HashedReader.Told.of(HashedReader.object(line))).toList(),
        candidates);
  }

  // -- what waited --

  /// Those of these that have their place here now, since the `fresh` articles came.
  List<Found> found(List<Waiting> lost, List<ArticleId> fresh) {
    List<Found> found = new ArrayList<>();
    Map<String, Set<String>> articlesOf = new LinkedHashMap<>();
    Map<String, List<Waiting>> hashed = new LinkedHashMap<>();
    for (var waiting : lost) {
      var body = HashedReader.object(waiting.body());
      var line = String.valueOf(body.get("line"));
      if (Integer.valueOf(2).equals(body.get("pack"))) {
        var salt = String.valueOf(body.get("salt"));
        hashed.computeIfAbsent(salt, _ -> new ArrayList<>()).add(waiting);
        if (body.get("articles") instanceof List<?> list) {
          list.forEach(
              one ->
                  articlesOf
                      .computeIfAbsent(salt, _ -> new LinkedHashSet<>())
                      .add(String.valueOf(one)));
        }
      } else {
        var edit = edit(line);
        if (whyNot(line, edit).isEmpty()) {
          found.add(Found.of(waiting, line, edit));
        }
      }
    }
    hashed.forEach(
        (salt, all) -> {
          var reader = reader(salt, articlesOf.getOrDefault(salt, Set.of()), fresh);
          for (var waiting : all) {
            var line = String.valueOf(HashedReader.object(waiting.body()).get("line"));
            var told = HashedReader.object(line);
            if (HashedReader.isReadable(told)) { // else it waits on, among what is laid aside
              reader
                  .placed(edit(line), told)
                  .ifPresent(edit -> found.add(Found.of(waiting, line, edit)));
            }
          }
        });
    return found;
  }

  /// The ids of the codes that the codebooks here and in the pack have, or had.
  private Set<String> codes(List<String> lines) {
    var ids = library.codings().ids();
    for (var line : lines) {
      if (line.contains("\"defined\"") || line.contains("\"closed\"")) {
        try {
          var edit = EditRow.edit(line);
          if (edit instanceof Edit.Defined d) {
            d.before().or(d::after).ifPresent(code -> ids.add(code.id()));
          } else if (edit instanceof Edit.Closed c) {
            c.codes().forEach(code -> ids.add(code.id()));
          }
        } catch (LibraryException | IllegalArgumentException | NoSuchElementException _) {
          // told where the lines are read one by one
        }
      }
    }
    return ids;
  }

  private static void refuseUnknown(Edit edit, Set<String> codes) {
    if (edit instanceof Edit.Coded c && !codes.contains(c.code())) {
      throw new IllegalArgumentException(
          "a coding with “" + c.code() + "”, which no codebook of the pack or here has");
    }
  }

  private static Edit edit(String line) {
    try {
      var edit = EditRow.edit(line);
      Pack.about(edit).forEach(Objects::requireNonNull); // refuses what is no decision
      if (edit instanceof Edit.Defined d && d.before().or(d::after).isEmpty()
          || edit instanceof Edit.Coded c && (c.coder().isBlank() || c.version() < 0)
          || edit instanceof Edit.Enrolled e && e.coder().isBlank()) {
        throw new IllegalArgumentException("it says nothing of any code or coder");
      }
      return edit;
    } catch (LibraryException
        | IllegalArgumentException
        | NoSuchElementException
        | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a decision that this version can read", e);
    }
  }

  /// Why it has no place here; empty when it has.
  private Optional<String> whyNot(String line, Edit edit) {
    var told = Json.object(line).orElseThrow();
    if (edit instanceof Edit.Finished f && !library.has(f.article())) {
      return Optional.of("an article that " + f.coder() + " finished is not here");
    }
    var first = true;
    for (var id : Pack.about(edit).toList()) {
      var article = article(id.article()).filter(a -> library.has(a.id()));
      if (article.isEmpty()) {
        return Optional.of(
            "the text of " + told.getOrDefault("file", id.article()) + " is not here");
      }
      var text = article.get().text();
      if (first
          && !(article.get().sha256().equals(told.get("sha256"))
              && id.span().end() <= text.length()
              && id.span().in(text).equals(told.get("text")))) {
        return Optional.of(
            "other words stand at characters "
                + id.span().start()
                + " to "
                + id.span().end()
                + " of "
                + article.get().file());
      }
      first = false;
    }
    return Optional.empty();
  }

  private Optional<Article> article(ArticleId id) {
    return articles.computeIfAbsent(id, library::article);
  }

  /// Of these edits, the findings decided on that the machine does not find here.
  static List<org.tellings.model.FindingId> unfound(Library library, List<Edit> edits) {
    Map<ArticleId, List<Kept>> found = new HashMap<>();
    return edits.stream()
        .flatMap(Leaves::of)
        .filter(e -> e instanceof Edit.Decided d && d.after().isPresent())
        .map(e -> ((Edit.Decided) e).id())
        .filter(
            id ->
                found.computeIfAbsent(id.article(), library::findings).stream()
                    .noneMatch(k -> k.id().equals(id) && k.machine().isPresent()))
        .toList();
  }
}
