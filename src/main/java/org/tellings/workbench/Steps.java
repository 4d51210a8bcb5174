package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.coding.Codebook;
import org.tellings.export.Exporters;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.model.Tie;
import org.tellings.model.Waiting;
import org.tellings.store.Library;

/// Reads out of the journal what each step changed, in the published fields.
///
/// Where a step was the first to decide on a finding, it is told from what the machine read then.
final class Steps {

  private static final Set<String> FIXED = Set.of("id", "article", "file");

  private final Library library;
  private final Blind blind;
  private final Map<ArticleId, Optional<Article>> articles = new HashMap<>();
  private final Map<ArticleId, Map<FindingId, Finding>> readings = new HashMap<>();

  Steps(Library library) {
    this.library = library;
    this.blind = new Blind(library);
  }

  Step of(Library.Noted noted) {
    var edit = library.edit(noted);
    return step(noted, edit, changes(edit));
  }

  /// The step as far as it is about one finding.
  Step of(Library.Noted noted, FindingId id) {
    var edit = library.edit(noted);
    var about = single(edit).filter(one -> isAbout(one, id)).flatMap(one -> changes(one).stream());
    return step(noted, edit, about.filter(change -> change.id().equals(id.toString())).toList());
  }

  private Step step(Library.Noted noted, Edit edit, List<Step.Change> changes) {
    return new Step(
        noted.number(),
        noted.at(),
        noted.coder(),
        blind.words(noted.words(), noted.coder(), () -> edit),
        noted.undone(),
        changes);
  }

  private static Stream<Edit> single(Edit edit) {
    return edit instanceof Edit.Together t
        ? t.edits().stream().flatMap(Steps::single)
        : Stream.of(edit);
  }

  private static boolean isAbout(Edit edit, FindingId id) {
    return switch (edit) {
      case Edit.Decided d -> d.id().equals(id);
      case Edit.Noted n -> n.id().equals(id);
      case Edit.Named n -> n.id().equals(id);
      case Edit.Timed t -> t.id().equals(id);
      case Edit.Coded c -> c.id().equals(id);
      case Edit.Tied t ->
          Stream.concat(t.before().stream(), t.after().stream())
              .anyMatch(tie -> tie.one().equals(id) || tie.other().equals(id));
      case Edit.Settled _,
          Edit.Defined _,
          Edit.Closed _,
          Edit.Enrolled _,
          Edit.Finished _,
          Edit.Described _,
          Edit.Dismissed _,
          Edit.Presence _,
          Edit.LeftOut _,
          Edit.Learned _,
          Edit.Waits _,
          Edit.Reread _,
          Edit.Together _ ->
          false;
    };
  }

  List<Step.Change> changes(Edit edit) {
    return switch (edit) {
      case Edit.Decided d ->
          parted(
              d.id().toString(),
              fields(d.id(), d.before(), d.after()),
              fields(d.id(), d.after(), d.before()));
      case Edit.Noted n when blind.hides(n) -> List.of();
      case Edit.Noted n ->
          List.of(
              change(n.id().toString(), "note", blind.isOnOthers(n) ? "" : n.before(), n.after()));
      case Edit.Named n -> List.of(change(n.id().toString(), "name", n.before(), n.after()));
      case Edit.Timed t -> List.of(change(t.id().toString(), "when", t.before(), t.after()));
      case Edit.Dismissed d -> List.of(change(d.id(), "dismissed", d.before(), d.after()));
      case Edit.Coded c when blind.hides(c) -> List.of();
      case Edit.Coded c ->
          List.of(
              change(
                  c.id().toString(),
                  "code",
                  c.on() ? "" : name(c.code()),
                  c.on() ? name(c.code()) : ""));
      case Edit.Defined d -> CodeSteps.of(d);
      case Edit.Closed c ->
          List.of(
              change(
                  "",
                  "codebook version",
                  String.valueOf(c.version() + (c.on() ? 0 : 1)),
                  String.valueOf(c.version() + (c.on() ? 1 : 0))));
      case Edit.Enrolled e ->
          List.of(change("", "coder", e.on() ? "" : e.coder(), e.on() ? e.coder() : ""));
      case Edit.Finished f ->
          List.of(
              change(
                  f.article().value(),
                  "finished by",
                  f.on() ? "" : f.coder(),
                  f.on() ? f.coder() : ""));
      case Edit.Settled t -> List.of(CodeSteps.of(t, this::name));
      case Edit.Described d ->
          article(d.id())
              .map(
                  a ->
                      parted(
                          d.id().value(),
                          Exporters.row(a.with(d.before())),
                          Exporters.row(a.with(d.after()))))
              .orElse(List.of());
      case Edit.Presence p ->
          p.articles().stream()
              .map(
                  id ->
                      change(
                          id.value(),
                          "present",
                          String.valueOf(!p.present()),
                          String.valueOf(p.present())))
              .toList();
      case Edit.Tied t -> tied(t);
      case Edit.Waits w when blind.hides(w) || Leaves.isMark(w) -> List.of();
      case Edit.Waits w ->
          List.of(
              change(
                  "",
                  "laid aside",
                  w.before().map(Waiting::words).orElse(""),
                  w.after().map(Waiting::words).orElse("")));
      case Edit.LeftOut l ->
          List.of(
              change(
                  "",
                  "outcome of " + l.file().path(),
                  l.on() ? "unreadable" : "skipped",
                  l.on() ? "skipped" : "unreadable"));
      case Edit.Learned _ -> List.of();
      case Edit.Reread r ->
          List.of(change("", "articles that read differently", "", String.valueOf(r.changed())));
      case Edit.Together t -> t.edits().stream().flatMap(one -> changes(one).stream()).toList();
    };
  }

  /// Told of both findings.
  private static List<Step.Change> tied(Edit.Tied t) {
    return Stream.concat(t.before().stream(), t.after().stream())
        .flatMap(tie -> Stream.of(tie.one(), tie.other()))
        .distinct()
        .map(
            id ->
                new Step.Change(
                    id.toString(),
                    "same",
                    t.before().flatMap(tie -> of(tie, id)),
                    t.after().flatMap(tie -> of(tie, id))))
        .toList();
  }

  private static Optional<String> of(Tie tie, FindingId id) {
    var other = tie.one().equals(id) ? tie.other() : tie.one();
    return tie.one().equals(id) || tie.other().equals(id)
        ? Optional.of((tie.same() ? "" : "not ") + other)
        : Optional.empty();
  }

  private String name(String code) {
    return new Codebook(library.codings().codes()).name(code);
  }

  private static Step.Change change(String id, String field, String from, String to) {
    return new Step.Change(id, field, known(from), known(to));
  }

  private static Optional<String> known(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }

  private static List<Step.Change> parted(
      String id, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Step.Change> changes = new ArrayList<>();
    for (var name : names) {
      var from = Optional.ofNullable(before.get(name)).map(String::valueOf);
      var to = Optional.ofNullable(after.get(name)).map(String::valueOf);
      if (!FIXED.contains(name) && !from.equals(to)) {
        changes.add(new Step.Change(id, name, from, to));
      }
    }
    return changes;
  }

  /// A finding's fields as a decision has them; without one, as the machine read it when the
  /// `other` was made, or reads it now. Empty when there is no finding.
  private Map<String, @Nullable Object> fields(
      FindingId id, Optional<Decision> decision, Optional<Decision> other) {
    var finding =
        decision
            .map(Decision::finding)
            .or(() -> other.flatMap(Decision::seen))
            .or(() -> Optional.ofNullable(reading(id.article()).get(id)));
    var state = decision.map(Decision::state).orElse(State.MACHINE);
    return article(id.article())
        .flatMap(
            a ->
                finding.map(
                    f -> Exporters.row(a, new Kept(id, state, f, Optional.empty(), "", List.of()))))
        .orElse(Map.of());
  }

  private Optional<Article> article(ArticleId id) {
    return articles.computeIfAbsent(id, library::article);
  }

  private Map<FindingId, Finding> reading(ArticleId id) {
    return readings.computeIfAbsent(
        id,
        _ ->
            library.findings(id).stream()
                .flatMap(k -> k.machine().map(m -> Map.entry(k.id(), m)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
