package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.coding.Codebook;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Segment;
import org.tellings.model.Settlement;
import org.tellings.model.State;
import org.tellings.model.Target;
import org.tellings.model.Tie;
import org.tellings.store.Codings;
import org.tellings.store.EditRow;
import org.tellings.store.Library;
import org.tellings.store.LibraryException;

/// What people decided on the articles of a library, as a file for another library that has these
/// articles.
///
/// The first line says what the file is; every further line is one decision as JSON, with the file
/// and the SHA-256 of the article's text and with the exact words it is about. In the other library
/// it holds where the same text has the same words at the same place.
final class Pack {

  private static final String FIRST = "{\"tellings\":\"pack\",\"version\":1}";

  private final Library library;
  private final Map<ArticleId, Optional<Article>> articles = new HashMap<>();

  Pack(Library library) {
    this.library = library;
  }

  // -- out --

  /// All decisions in the order of the articles and of the findings in them; those on two findings
  /// and the codebook come last. Fewer when `progress` cancelled it.
  String written(Progress progress) {
    var out = new StringBuilder(FIRST).append('\n');
    var labels = library.labels();
    var timings = library.timings();
    var codings = library.codings();
    var ids = library.articles();
    for (var i = 0; i < ids.size() && !progress.isCancelled(); i++) {
      for (var kept : library.findings(ids.get(i))) {
        ofFinding(kept, labels, timings).forEach(edit -> out.append(line(edit)).append('\n'));
      }
      codings.notes(ids.get(i)).entrySet().stream()
          .sorted(Comparator.comparing(one -> one.getKey().span()))
          .map(one -> new Edit.Noted(one.getKey(), "", one.getValue()))
          .forEach(edit -> out.append(line(edit)).append('\n'));
      codings.of(ids.get(i)).stream()
          .map(coding -> new Edit.Coded(coding, true))
          .forEach(edit -> out.append(line(edit)).append('\n'));
      progress.at(i + 1, ids.size(), "writing decisions");
    }
    library.ties().stream()
        .map(tie -> new Edit.Tied(Optional.empty(), Optional.of(tie)))
        .forEach(edit -> out.append(line(edit)).append('\n'));
    library.dismissals().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> new Edit.Dismissed(one.getKey(), "", one.getValue()))
        .forEach(edit -> out.append(line(edit)).append('\n'));
    codings.codes().stream()
        .map(code -> new Edit.Defined(Optional.empty(), Optional.of(code)))
        .forEach(edit -> out.append(line(edit)).append('\n'));
    codings.coders().stream()
        .map(coder -> new Edit.Enrolled(coder, true))
        .forEach(edit -> out.append(line(edit)).append('\n'));
    codings.finished().stream()
        .filter(done -> ids.contains(done.article()))
        .map(done -> new Edit.Finished(done.article(), done.coder(), true))
        .forEach(edit -> out.append(line(edit)).append('\n'));
    codings.settled().stream()
        .filter(settlement -> ids.contains(settlement.at().article()))
        .map(settlement -> new Edit.Settled(Optional.empty(), Optional.of(settlement)))
        .forEach(edit -> out.append(line(edit)).append('\n'));
    return out.toString();
  }

  private List<Edit> ofFinding(
      Kept kept, Map<FindingId, String> labels, Map<FindingId, String> timings) {
    var id = kept.id();
    List<Edit> edits = new ArrayList<>();
    if (kept.state() != State.MACHINE) {
      edits.add(new Edit.Decided(id, Optional.empty(), library.decision(id)));
    }
    if (!kept.note().isEmpty()) {
      edits.add(new Edit.Noted(id, "", kept.note()));
    }
    Optional.ofNullable(labels.get(id)).ifPresent(to -> edits.add(new Edit.Named(id, "", to)));
    Optional.ofNullable(timings.get(id)).ifPresent(to -> edits.add(new Edit.Timed(id, "", to)));
    return edits;
  }

  private String line(Edit edit) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    about(edit).findFirst().ifPresent(id -> line.putAll(place(id)));
    line.putAll(Json.object(EditRow.text(edit)).orElseThrow());
    return Json.line(line);
  }

  private Map<String, @Nullable Object> place(Target id) {
    Map<String, @Nullable Object> place = new LinkedHashMap<>();
    var article = article(id.article()).orElseThrow();
    place.put("file", article.file());
    place.put("sha256", article.sha256());
    place.put("text", id.span().in(article.text()));
    return place;
  }

  /// The findings or coded words an edit is about.
  private static Stream<Target> about(Edit edit) {
    return switch (edit) {
      case Edit.Decided d -> Stream.of(d.id());
      case Edit.Noted n -> Stream.of(n.id());
      case Edit.Coded c -> Stream.of(c.id());
      case Edit.Named n -> Stream.of(n.id());
      case Edit.Timed t -> Stream.of(t.id());
      case Edit.Tied t -> t.after().stream().flatMap(tie -> Stream.of(tie.one(), tie.other()));
      case Edit.Settled t -> t.after().stream().map(Settlement::at);
      case Edit.Defined _, Edit.Dismissed _, Edit.Enrolled _, Edit.Finished _ -> Stream.of();
      case Edit.Closed _,
          Edit.Described _,
          Edit.Presence _,
          Edit.LeftOut _,
          Edit.Reread _,
          Edit.Together _ ->
          throw new IllegalArgumentException("a pack has no such decision");
    };
  }

  // -- in --

  /// What a pack says that this library does not have yet: `edits` to be made, how many decisions
  /// stand here `already`, which machine readings they lean on are `unfound` now, and `left`, a
  /// sentence each, what finds no place here.
  record Read(List<Edit> edits, int already, List<FindingId> unfound, List<String> left) {}

  /// What was said here before, each read once for the whole pack.
  private record Said(
      Map<FindingId, String> labels,
      Map<FindingId, String> timings,
      Map<String, String> dismissals,
      Map<Set<FindingId>, Tie> ties,
      Codebook codes,
      List<Settlement> settled) {

    static Said in(Library library) {
      return new Said(
          library.labels(),
          library.timings(),
          library.dismissals(),
          library.ties().stream()
              .collect(Collectors.toMap(tie -> Set.of(tie.one(), tie.other()), tie -> tie)),
          new Codebook(library.codings().codes()),
          library.codings().settled());
    }
  }

  /// Reads a pack for this library. What a person decided here stays and is told in `left`.
  Read read(String text) {
    var lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(FIRST)) {
      throw new IllegalArgumentException(
          "this file is no pack of decisions: its first line is not " + FIRST);
    }
    List<Edit> edits = new ArrayList<>();
    List<FindingId> unfound = new ArrayList<>();
    List<String> left = new ArrayList<>();
    var said = Said.in(library);
    var already = 0;
    for (var i = 1; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      try {
        var edit = edit(line);
        place(line, edit);
        var here = here(edit, said);
        if (here.isEmpty()) {
          already++;
        } else {
          edits.add(here.get());
          if (edit instanceof Edit.Decided d && d.after().isPresent() && !isFound(d.id())) {
            unfound.add(d.id());
          }
        }
      } catch (IllegalArgumentException e) {
        left.add("line " + (i + 1) + ": " + e.getMessage());
      }
    }
    return new Read(edits, already, unfound, left);
  }

  private static Edit edit(String line) {
    try {
      return EditRow.edit(line);
    } catch (LibraryException
        | IllegalArgumentException
        | NoSuchElementException
        | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a decision that this version can read", e);
    }
  }

  /// Refuses what has no place here.
  private void place(String line, Edit edit) {
    var told = Json.object(line).orElseThrow();
    var first = true;
    for (var id : about(edit).toList()) {
      var article =
          article(id.article())
              .filter(a -> library.has(a.id()))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the text of "
                              + told.getOrDefault("file", id.article())
                              + " is not here"));
      if (first
          && !(article.sha256().equals(told.get("sha256"))
              && id.span().end() <= article.text().length()
              && id.span().in(article.text()).equals(told.get("text")))) {
        throw new IllegalArgumentException(
            "other words stand at characters "
                + id.span().start()
                + " to "
                + id.span().end()
                + " of "
                + article.file());
      }
      first = false;
    }
  }

  /// The same decision over what stands here; empty when it stands here already.
  private Optional<Edit> here(Edit edit, Said said) {
    return switch (edit) {
      case Edit.Decided d ->
          fresh(
              library.decision(d.id()), d.after(), d, "a person decided on " + d.id() + " already");
      case Edit.Noted n -> fresh(note(n.id()), n.after(), n, n.id() + " has a note already");
      case Edit.Named n ->
          fresh(
              Optional.ofNullable(said.labels().get(n.id())),
              n.after(),
              n,
              n.id() + " has a name already");
      case Edit.Timed t ->
          fresh(
              Optional.ofNullable(said.timings().get(t.id())),
              t.after(),
              t,
              t.id() + " was dated already");
      case Edit.Dismissed d ->
          fresh(
              Optional.ofNullable(said.dismissals().get(d.id())),
              d.after(),
              d,
              "the anomaly " + d.id() + " was dismissed already");
      case Edit.Coded c ->
          given(c.id().article()).stream()
                  .anyMatch(
                      here ->
                          here.target().equals(c.id())
                              && here.code().equals(c.code())
                              && here.coder().equals(c.coder()))
              ? Optional.empty()
              : Optional.of(edit);
      case Edit.Tied t -> {
        var pair = t.after().orElseThrow();
        yield fresh(
            Optional.ofNullable(said.ties().get(Set.of(pair.one(), pair.other()))),
            t.after(),
            t,
            pair.one() + " was compared with the other already");
      }
      case Edit.Defined d -> {
        var code = d.after().orElseThrow();
        yield defined(code, said.codes()).map(to -> new Edit.Defined(d.before(), Optional.of(to)));
      }
      case Edit.Enrolled e ->
          library.codings().coders().contains(e.coder()) ? Optional.empty() : Optional.of(e);
      case Edit.Finished f -> {
        if (!library.has(f.article())) {
          throw new IllegalArgumentException(
              "an article that " + f.coder() + " finished is not here");
        }
        yield library.codings().finished().contains(new Codings.Done(f.article(), f.coder()))
            ? Optional.empty()
            : Optional.of(f);
      }
      case Edit.Settled t -> {
        var to = t.after().orElseThrow();
        yield fresh(
            said.settled().stream()
                .filter(s -> s.at().equals(to.at()) && s.code().equals(to.code()))
                .findFirst(),
            t.after(),
            t,
            "a disagreement on “" + said.codes().name(to.code()) + "” was settled otherwise");
      }
      case Edit.Closed _,
          Edit.Described _,
          Edit.Presence _,
          Edit.LeftOut _,
          Edit.Reread _,
          Edit.Together _ ->
          throw new IllegalArgumentException("a pack has no such decision");
    };
  }

  private static Optional<Edit> fresh(
      Optional<String> now, String after, Edit edit, String otherwise) {
    return fresh(now.filter(s -> !s.isEmpty()), Optional.of(after), edit, otherwise);
  }

  private static <T> Optional<Edit> fresh(
      Optional<T> now, Optional<T> after, Edit edit, String otherwise) {
    if (now.isPresent() && !now.equals(after)) {
      throw new IllegalArgumentException(otherwise);
    }
    return now.isPresent() ? Optional.empty() : Optional.of(edit);
  }

  /// A code that is not here; without its key where that is taken. One that is here under another
  /// name or with another meaning stays as it is.
  private static Optional<Code> defined(Code code, Codebook here) {
    if (here.withId(code.id()).isPresent()) {
      return Optional.empty();
    }
    if (here.codes().stream().anyMatch(c -> c.name().equals(code.name()))) {
      throw new IllegalArgumentException(
          "there is another code “" + code.name() + "” here; rename one of the two first");
    }
    var isKeyTaken = here.codes().stream().anyMatch(c -> c.key() == code.key());
    return Optional.of(isKeyTaken ? code.withKey(0) : code);
  }

  private final Map<ArticleId, List<Coding>> given = new HashMap<>();

  private List<Coding> given(ArticleId id) {
    return given.computeIfAbsent(id, library.codings()::of);
  }

  private boolean isFound(FindingId id) {
    return kept(id).flatMap(Kept::machine).isPresent();
  }

  private final Map<ArticleId, List<Kept>> found = new HashMap<>();

  private Optional<String> note(Target id) {
    return switch (id) {
      case FindingId finding -> kept(finding).map(Kept::note);
      case Segment words ->
          Optional.ofNullable(library.codings().notes(words.article()).get(words));
    };
  }

  private Optional<Kept> kept(FindingId id) {
    return found.computeIfAbsent(id.article(), library::findings).stream()
        .filter(kept -> kept.id().equals(id))
        .findFirst();
  }

  private Optional<Article> article(ArticleId id) {
    return articles.computeIfAbsent(id, library::article);
  }
}
