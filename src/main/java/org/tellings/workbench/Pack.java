package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Settlement;
import org.tellings.model.State;
import org.tellings.model.Target;
import org.tellings.store.EditRow;
import org.tellings.store.Library;

/// What people decided on the articles of a library, as a file for another library that has these
/// articles.
///
/// The first line says what the file is; every further line is one decision as JSON, with the file
/// and the SHA-256 of the article's text and with the exact words it is about. In the other library
/// it holds where the same text has the same words at the same place. `known` are the [Versions] of
/// its aspects; `gone` says that it stands no more: what it was is not told. So the next pack of
/// the same library brings what was taken back, and an older one brings nothing back.
final class Pack {

  static final String FIRST = "{\"tellings\":\"pack\",\"version\":1}";

  /// Of a line: the thing stands no more.
  static final String GONE = "gone";

  /// Of a line: its versions.
  static final String KNOWN = "known";

  private static final String GONE_LINE = "{\"gone\":";

  private final Library library;
  private final Versions versions;
  private final Map<ArticleId, Optional<Article>> articles = new HashMap<>();

  Pack(Library library) {
    this.library = library;
    this.versions = Versions.of(library);
  }

  /// The former codebooks, and all decisions in the order of the articles and of the findings in
  /// them; those on two findings and the codebook come last. Without what others coded that the
  /// viewer may not see yet. Nothing when `progress` cancelled it.
  String written(Progress progress) {
    List<String> lines = new ArrayList<>();
    former().forEach(edit -> lines.add(line(edit, false)));
    edits(progress).forEach(edit -> lines.add(line(edit, false)));
    gone().forEach(edit -> lines.add(line(edit, true)));
    return progress.isCancelled() ? "" : text(1, lines);
  }

  /// The same without the words of the articles, see [HashedPack].
  String withoutText(Progress progress) {
    var hashed = new HashedPack(library, versions);
    List<String> lines = new ArrayList<>();
    Set<ArticleId> told = new HashSet<>();
    former().forEach(edit -> lines.add(hashed.line(edit, false)));
    edits(progress).forEach(edit -> add(hashed, edit, false, told, lines));
    gone().forEach(edit -> add(hashed, edit, true, told, lines));
    return progress.isCancelled() ? "" : text(2, lines);
  }

  private static void add(
      HashedPack hashed, Edit edit, boolean isGone, Set<ArticleId> told, List<String> lines) {
    articles(edit).stream().filter(told::add).forEach(id -> lines.add(hashed.article(id)));
    lines.add(hashed.line(edit, isGone));
  }

  /// The whole pack of this version of its form: a first line, and the lines.
  private String text(int version, List<String> lines) {
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("tellings", "pack");
    first.put("version", version);
    first.put("salt", HashedPack.salt(library));
    first.put("lines", lines.size());
    first.put("moment", versions.last());
    var out = new StringBuilder(Json.line(first)).append('\n');
    lines.forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  /// How many decisions a pack holds that stand.
  static int decisions(String pack) {
    return (int)
        pack.lines()
            .filter(line -> line.contains("\"did\":") && !line.startsWith(GONE_LINE))
            .count();
  }

  /// What was said once and stands no more, as the edits that take it away: of nothing that a coder
  /// may not see yet, and of no article that is not here.
  private List<Edit> gone() {
    var standing = Standing.of(library);
    var blind = new Blind(library);
    var there = new HashSet<>(library.articles());
    return versions.things().values().stream()
        .filter(edit -> isTold(edit) && standing.value(Leaves.key(edit)).isEmpty())
        .filter(edit -> !blind.hides(edit) && there.containsAll(articles(edit)))
        .map(Leaves::gone)
        .toList();
  }

  private static boolean isTold(Edit edit) {
    return !(edit instanceof Edit.Presence
        || edit instanceof Edit.Described
        || edit instanceof Edit.Waits
        || edit instanceof Edit.Closed);
  }

  /// What a line begins with.
  static Map<String, @Nullable Object> begun(Edit edit, boolean isGone, Versions versions) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    if (isGone) {
      line.put(GONE, true);
    }
    var known = edit instanceof Edit.Closed ? Map.<String, String>of() : versions.lines(edit);
    if (!known.isEmpty()) {
      line.put(KNOWN, known);
    }
    return line;
  }

  private List<Edit> former() {
    return CodesMerging.Books.of(library).former().entrySet().stream()
        .map(book -> (Edit) new Edit.Closed(book.getKey(), book.getValue(), true))
        .toList();
  }

  /// The articles an edit is about.
  static List<ArticleId> articles(Edit edit) {
    return edit instanceof Edit.Finished f
        ? List.of(f.article())
        : about(edit).map(Target::article).distinct().toList();
  }

  private List<Edit> edits(Progress progress) {
    List<Edit> edits = new ArrayList<>();
    var labels = library.labels();
    var timings = library.timings();
    var ofFindings = ofFindings(labels, timings);
    var codings = library.codings();
    var ids = library.articles();
    for (var i = 0; i < ids.size() && !progress.isCancelled(); i++) {
      Set<FindingId> there = new HashSet<>();
      for (var kept : library.findings(ids.get(i))) {
        there.add(kept.id());
        edits.addAll(ofFinding(kept, labels, timings));
      }
      ofFindings.getOrDefault(ids.get(i), List.of()).stream() // also of what is no finding any more
          .filter(edit -> about(edit).noneMatch(there::contains))
          .forEach(edits::add);
      codings.shownNotes(ids.get(i)).entrySet().stream()
          .sorted(Comparator.comparing(one -> one.getKey().span()))
          .forEach(one -> edits.add(new Edit.Noted(one.getKey(), "", one.getValue())));
      codings
          .shown(codings.of(ids.get(i)))
          .forEach(coding -> edits.add(new Edit.Coded(coding, true)));
      progress.at(i + 1, ids.size(), "writing decisions");
    }
    library.ties().forEach(tie -> edits.add(new Edit.Tied(Optional.empty(), Optional.of(tie))));
    library.dismissals().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> edits.add(new Edit.Dismissed(one.getKey(), "", one.getValue())));
    codings
        .codes()
        .forEach(code -> edits.add(new Edit.Defined(Optional.empty(), Optional.of(code))));
    codings.coders().forEach(coder -> edits.add(new Edit.Enrolled(coder, true)));
    codings.finished().stream()
        .filter(done -> ids.contains(done.article()))
        .forEach(done -> edits.add(new Edit.Finished(done.article(), done.coder(), true)));
    codings.settled().stream()
        .filter(settlement -> ids.contains(settlement.at().article()))
        .forEach(
            settlement -> edits.add(new Edit.Settled(Optional.empty(), Optional.of(settlement))));
    return edits;
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

  /// What is said of findings, by their articles.
  private Map<ArticleId, List<Edit>> ofFindings(
      Map<FindingId, String> labels, Map<FindingId, String> timings) {
    List<Edit> edits = new ArrayList<>();
    library.notes().forEach((id, to) -> edits.add(new Edit.Noted(id, "", to)));
    labels.forEach((id, to) -> edits.add(new Edit.Named(id, "", to)));
    timings.forEach((id, to) -> edits.add(new Edit.Timed(id, "", to)));
    return edits.stream()
        .filter(edit -> about(edit).findFirst().orElseThrow() instanceof FindingId)
        .sorted(Comparator.comparing(Leaves::key))
        .collect(Collectors.groupingBy(edit -> articles(edit).getFirst()));
  }

  private String line(Edit edit, boolean isGone) {
    var line = begun(edit, isGone, versions);
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
  static Stream<Target> about(Edit edit) {
    return switch (edit) {
      case Edit.Decided d -> Stream.of(d.id());
      case Edit.Noted n -> Stream.of(n.id());
      case Edit.Coded c -> Stream.of(c.id());
      case Edit.Named n -> Stream.of(n.id());
      case Edit.Timed t -> Stream.of(t.id());
      case Edit.Tied t ->
          t.after().or(t::before).stream().flatMap(tie -> Stream.of(tie.one(), tie.other()));
      case Edit.Settled t -> t.after().or(t::before).stream().map(Settlement::at);
      case Edit.Defined _, Edit.Closed _, Edit.Dismissed _, Edit.Enrolled _, Edit.Finished _ ->
          Stream.of();
      case Edit.Described _,
          Edit.Presence _,
          Edit.LeftOut _,
          Edit.Learned _,
          Edit.Waits _,
          Edit.Reread _,
          Edit.Together _ ->
          throw new IllegalArgumentException("a pack has no such decision");
    };
  }

  private Optional<Article> article(ArticleId id) {
    return articles.computeIfAbsent(id, library::article);
  }
}
