package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Tasks;
import org.tellings.workbench.Step;

/// One open article, which of its findings are shown, which is selected, and what one can decide.
///
/// Only on the screen's thread; the library is asked in the background.
final class ReaderModel {

  final Desk desk;
  private final Tasks.Lane loading;
  private final Tasks.Lane looking;
  private Optional<ArticleId> wanted = Optional.empty();
  private Optional<FindingId> wantedAt = Optional.empty();
  private boolean following;

  ReaderModel(Desk desk) {
    this.desk = desk;
    this.loading = desk.tasks().lane();
    this.looking = desk.tasks().lane();
    this.elsewhere = new ElsewhereModel(desk);
    for (var kind : Kind.values()) {
      var on = new SimpleBooleanProperty(kind != Kind.ENTITY);
      on.subscribe(this::narrow);
      layers.put(kind, on);
    }
    unreviewedOnly.subscribe(this::narrow);
  }

  // -- what it shows --

  final ObjectProperty<Optional<Article>> article = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<List<Kept>> findings = new SimpleObjectProperty<>(List.of());

  /// The findings of the layers that are on, in reading order.
  final ObjectProperty<List<Kept>> shown = new SimpleObjectProperty<>(List.of());

  final ObjectProperty<Optional<FindingId>> selected = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<List<Step>> history = new SimpleObjectProperty<>(List.of());
  final Map<Kind, BooleanProperty> layers = new EnumMap<>(Kind.class);

  /// The codebook.
  final ObjectProperty<List<Code>> codes = new SimpleObjectProperty<>(List.of());

  final ElsewhereModel elsewhere;

  final Giving giving = new Giving(this);

  final BooleanProperty unreviewedOnly = new SimpleBooleanProperty();

  Optional<Kept> current() {
    return selected
        .get()
        .flatMap(id -> findings.get().stream().filter(k -> k.id().equals(id)).findFirst());
  }

  int count(Kind kind) {
    return (int) findings.get().stream().filter(k -> k.finding().kind() == kind).count();
  }

  int count(State state) {
    return (int) findings.get().stream().filter(k -> k.state() == state).count();
  }

  // -- what it can do --

  void open(ArticleId id, Optional<FindingId> at) {
    open(id, at, () -> {});
  }

  /// The same; `then` runs once the article is shown.
  void open(ArticleId id, Optional<FindingId> at, Runnable then) {
    wanted = Optional.of(id);
    wantedAt = at;
    if (article.get().filter(a -> a.id().equals(id)).isPresent()) {
      at.ifPresent(this::select);
      then.run();
      reload();
      return;
    }
    loading.run(
        () -> load(id),
        loaded -> {
          fresh(loaded, at);
          then.run();
        },
        desk::failed);
  }

  /// Shows an article that was not shown before.
  private void fresh(Loaded loaded, Optional<FindingId> at) {
    wanted = loaded.article().map(Article::id);
    selected.set(Optional.empty());
    codes.set(loaded.codes());
    elsewhere.clear();
    findings.set(giving.on(loaded.findings()));
    article.set(loaded.article());
    narrow();
    select(
        at.filter(id -> wanted.filter(id.article()::equals).isPresent())
            .or(() -> shown.get().stream().map(Kept::id).findFirst()));
    loaded.article().ifPresent(elsewhere::seek);
  }

  private record Loaded(Optional<Article> article, List<Kept> findings, List<Code> codes) {}

  /// Reads an article, or the one that took its place.
  private Loaded load(ArticleId id) {
    var there = desk.workbench().standing(id).orElse(id);
    return new Loaded(
        desk.workbench().article(there),
        desk.workbench().findings(there),
        desk.workbench().codes().stream().filter(Code::isGiven).toList());
  }

  /// Reads the findings anew; the selection stays.
  void reload() {
    var other = wanted.filter(id -> article.get().filter(a -> a.id().equals(id)).isEmpty());
    if (other.isPresent()) {
      open(other.get(), wantedAt); // its answer is still on the way
      return;
    }
    article
        .get()
        .ifPresent(
            a ->
                loading.run(
                    () -> load(a.id()),
                    loaded -> {
                      if (loaded.article().filter(now -> now.id().equals(a.id())).isEmpty()) {
                        fresh(loaded, Optional.empty());
                        return;
                      }
                      codes.set(loaded.codes());
                      var now = giving.on(loaded.findings());
                      var changed = changed(now);
                      findings.set(now);
                      article.set(loaded.article());
                      narrow();
                      changed.ifPresentOrElse(this::select, this::look);
                      loaded.article().ifPresent(elsewhere::seek);
                    },
                    desk::failed));
  }

  /// The next reading selects what it finds changed: a step was undone or done again.
  void follow() {
    following = true;
  }

  /// The first finding that reads otherwise now, when that is to be followed.
  private Optional<FindingId> changed(List<Kept> now) {
    var before = Set.copyOf(findings.get());
    var first = now.stream().filter(kept -> following && !before.contains(kept)).findFirst();
    following = false;
    return first.map(Kept::id);
  }

  private void narrow() {
    shown.set(
        findings.get().stream()
            .filter(k -> Optional.ofNullable(layers.get(k.finding().kind())).orElseThrow().get())
            .filter(
                k ->
                    !unreviewedOnly.get()
                        || !k.isReviewed()
                        || selected.get().filter(k.id()::equals).isPresent())
            .toList());
  }

  void select(FindingId id) {
    select(Optional.of(id));
  }

  void select(Optional<FindingId> id) {
    id.ifPresent(one -> Optional.ofNullable(layers.get(one.kind())).orElseThrow().set(true));
    selected.set(id);
    look();
  }

  private void look() {
    selected
        .get()
        .ifPresentOrElse(
            id -> looking.run(() -> desk.workbench().history(id), history::set, desk::failed),
            () -> history.set(List.of()));
  }

  /// Selects the innermost shown finding at an offset of the text; none there: nothing is selected.
  void selectAt(int offset) {
    select(Kept.innermost(shown.get(), offset).map(Kept::id));
  }

  void step(int by) {
    var all = shown.get();
    if (!all.isEmpty()) {
      var now = position();
      select(
          all.get(
                  now < 0
                      ? (by > 0 ? 0 : all.size() - 1)
                      : Math.clamp(now + (long) by, 0, all.size() - 1))
              .id());
    }
  }

  /// Steps among the findings of the selected one's kind.
  void stepInKind(int by) {
    current()
        .ifPresent(
            kept -> {
              var same =
                  shown.get().stream()
                      .filter(k -> k.finding().kind() == kept.finding().kind())
                      .toList();
              select(same.get(Math.clamp(same.indexOf(kept) + (long) by, 0, same.size() - 1)).id());
            });
  }

  void nextUnreviewed() {
    var all = shown.get();
    for (var i = position() + 1; i < all.size(); i++) {
      if (!all.get(i).isReviewed()) {
        select(all.get(i).id());
        return;
      }
    }
    desk.said(t("Nothing after this waits for review."), false);
  }

  private int position() {
    for (var i = 0; i < shown.get().size(); i++) {
      if (selected.get().filter(shown.get().get(i).id()::equals).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  void confirm() {
    decideAndStep("Confirmed {0}", id -> desk.workbench().confirm(List.of(id)));
  }

  void reject() {
    decideAndStep("Rejected {0}", id -> desk.workbench().reject(List.of(id)));
  }

  void giveBack() {
    current()
        .filter(Kept::isReviewed)
        .ifPresent(
            kept ->
                edit(
                    t("Given back to the machine"),
                    () -> desk.workbench().restore(List.of(kept.id()))));
  }

  /// Takes what the machine reads now (`use`), or leaves the decision and tells of it no more.
  void machineNow(boolean use) {
    var words = use ? t("Took the machine’s new reading") : t("Kept as it was decided");
    current()
        .filter(kept -> kept.machineNow().isPresent())
        .map(kept -> List.of(kept.id()))
        .ifPresent(
            ids ->
                edit(
                    words,
                    use
                        ? () -> desk.workbench().useMachine(ids)
                        : () -> desk.workbench().dismissMachine(ids)));
  }

  private interface Deciding {
    void on(FindingId id);
  }

  private void decideAndStep(String words, Deciding deciding) {
    current()
        .ifPresent(
            kept -> {
              var of =
                  shown.get().stream()
                      .filter(k -> k.finding().kind() == kept.finding().kind())
                      .toList();
              var number = 1 + of.indexOf(kept);
              edit(
                  t(words, kept.finding().kind().word() + " " + number),
                  () -> deciding.on(kept.id()));
              step(1);
            });
  }

  /// Keeps one corrected field, written as on the command line; a value that cannot be is refused
  /// with the reason and nothing changes.
  void correct(String field, String value) {
    current()
        .ifPresent(
            kept ->
                edit(
                    t("Corrected {0}", kept.finding().kind().word()),
                    () -> desk.workbench().correct(kept.id(), Map.of(field, value))));
  }

  /// Keeps a person's note on the selected finding; the empty note is no note.
  void note(String text) {
    current()
        .filter(kept -> !kept.note().equals(text.strip()))
        .ifPresent(kept -> edit(t("Noted"), () -> desk.workbench().note(kept.id(), text)));
  }

  void toLibrary() {
    desk.library();
  }

  /// Shows where the article came from; `kept`: the copy of its file, not its page.
  void source(boolean kept) {
    article.get().ifPresent(a -> desk.source(a, kept));
  }

  void compare() {
    article.get().ifPresent(a -> desk.compare(a.id()));
  }

  /// Puts the selected finding's words with their source on the clipboard.
  void copy() {
    current()
        .flatMap(kept -> article.get().map(a -> Sourced.words(a, kept.finding().span())))
        .ifPresent(
            words -> {
              Sourced.copy(words);
              desk.said(t("Copied with its source."), false);
            });
  }

  /// Shows findings of the article that is shown, before the library has them so.
  void show(List<Kept> now) {
    findings.set(now);
    narrow();
  }

  /// Makes a finding on the words chosen.
  void add(Kind kind, Span span) {
    article
        .get()
        .ifPresent(
            a ->
                desk.tasks()
                    .edit(
                        () -> desk.workbench().make(a.id(), kind, span),
                        id -> {
                          desk.said(t("Added {0}", kind.word()), true);
                          desk.changed();
                          select(id);
                        },
                        desk::failed));
  }

  /// Moves the start or the end of the selected passage by a word, to the left (-1) or to the right
  /// (1).
  void move(boolean end, int by) {
    current()
        .ifPresent(
            kept ->
                article
                    .get()
                    .ifPresent(
                        a ->
                            edit(
                                t("Moved the ends"),
                                () -> {
                                  // as it is in the library now: the screen may lag behind a key
                                  // held down
                                  var span =
                                      desk.workbench()
                                          .finding(kept.id())
                                          .orElseThrow()
                                          .finding()
                                          .span();
                                  Ends.moved(a.text(), span, end, by)
                                      .ifPresent(to -> desk.workbench().move(kept.id(), to));
                                })));
  }

  /// Corrects what stands over the article; a value that cannot be is refused and nothing changes.
  void describe(Map<String, String> fields) {
    article
        .get()
        .ifPresent(
            a ->
                edit(
                    t("Corrected {0}", String.join(", ", fields.keySet())),
                    () -> desk.workbench().describe(a.id(), fields)));
  }

  /// Puts the part with this number (from 0) of those left out back into the text, and says which
  /// decisions could not go along.
  void putBack(int part) {
    article
        .get()
        .filter(a -> part >= 0 && part < a.removed().size())
        .ifPresent(
            a ->
                desk.tasks()
                    .edit(
                        () -> desk.workbench().restorePart(a.id(), part),
                        put -> {
                          wanted = Optional.of(put.article());
                          wantedAt = Optional.empty();
                          var words = Reading.shortened(a.removed().get(part).text(), 48);
                          desk.saidWithUndo(
                              put.left().isEmpty()
                                  ? t("Put back into the text: “{0}”", words)
                                  : t(
                                      "Put back into the text: “{0}”. Undo brings back {1} decided"
                                          + " findings whose words it parts.",
                                      words, put.left().size()));
                          desk.changed();
                        },
                        desk::failed));
  }

  void edit(String words, Runnable edit) {
    desk.edit(words, edit);
  }

  void told(String done) {
    desk.said(done, true);
    desk.changed();
  }

  /// The fields of the selected finding, in the order of the inspector.
  List<Field> fields() {
    return current().map(Field::of).orElse(List.of());
  }

  /// What a field's editor offers.
  List<String> suggestions(String field) {
    return Field.isName(field) ? Field.names(findings.get()) : Field.words(field);
  }
}
