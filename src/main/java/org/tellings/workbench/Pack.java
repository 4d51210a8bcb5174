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
/// it holds where the same text has the same words at the same place. What stood before is told
/// too, see [PackPast], so that the next pack of the same library brings what was taken back.
final class Pack {

  static final String FIRST = "{\"tellings\":\"pack\",\"version\":1}";

  private final Library library;
  private final Map<ArticleId, Optional<Article>> articles = new HashMap<>();

  Pack(Library library) {
    this.library = library;
  }

  /// The former codebooks, and all decisions in the order of the articles and of the findings in
  /// them; those on two findings and the codebook come last. Without what others coded that the
  /// viewer may not see yet. Nothing when `progress` cancelled it.
  String written(Progress progress) {
    List<String> lines = new ArrayList<>();
    former().forEach(edit -> lines.add(line(edit, List.of())));
    edits(progress).forEach(edit -> lines.add(line(edit, List.of())));
    var past = PackPast.of(library, HashedPack.salt(library));
    past.forEach((gone, until) -> lines.add(line(gone, until)));
    return progress.isCancelled() ? "" : past.text(1, lines);
  }

  /// The same without the words of the articles, see [HashedPack].
  String withoutText(Progress progress) {
    var hashed = new HashedPack(library);
    List<String> lines = new ArrayList<>();
    Set<ArticleId> told = new HashSet<>();
    former().forEach(edit -> lines.add(hashed.line(edit, List.of())));
    edits(progress).forEach(edit -> add(hashed, edit, List.of(), told, lines));
    var past = PackPast.of(library, HashedPack.salt(library));
    past.forEach((gone, until) -> add(hashed, gone, until, told, lines));
    return progress.isCancelled() ? "" : past.text(2, lines);
  }

  private static void add(
      HashedPack hashed, Edit edit, List<Object> until, Set<ArticleId> told, List<String> lines) {
    articles(edit).stream().filter(told::add).forEach(id -> lines.add(hashed.article(id)));
    lines.add(hashed.line(edit, until));
  }

  /// How many decisions a pack holds that stand.
  static int decisions(String pack) {
    return (int)
        pack.lines()
            .filter(line -> line.contains("\"did\":") && !line.startsWith(PackPast.UNTIL))
            .count();
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
    var codings = library.codings();
    var ids = library.articles();
    for (var i = 0; i < ids.size() && !progress.isCancelled(); i++) {
      for (var kept : library.findings(ids.get(i))) {
        edits.addAll(ofFinding(kept, labels, timings));
      }
      codings.notes(ids.get(i)).entrySet().stream()
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

  private String line(Edit edit, List<Object> until) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    if (!until.isEmpty()) {
      line.put("until", until);
    }
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
