package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.model.Target;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.workbench.CodingDesk.Coded;

/// The text in which words are chosen and coded, with what is coded in it. Only on the screen's
/// thread.
///
/// What one codes stands in [#coded] at once; the library keeps it in the background, and what it
/// says then takes its place.
final class TextModel {

  /// An article with what is coded in it.
  private record Loaded(
      Article article,
      List<Span> sentences,
      List<Coded> coded,
      SortedMap<Span, String> notes,
      boolean done) {}

  private final Desk desk;
  private final CodingModel model;
  private final Tasks.Lane lane;
  private Optional<WordChoice> words = Optional.empty();

  /// Another article is asked for, and its answer is on the way.
  private boolean opening;

  TextModel(Desk desk, CodingModel model) {
    this.desk = desk;
    this.model = model;
    this.lane = desk.tasks().lane();
  }

  // -- what it shows --

  final ObjectProperty<Optional<Article>> article = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Span>> chosen = new SimpleObjectProperty<>(Optional.empty());
  final ObservableList<Coded> coded = FXCollections.observableArrayList();

  /// Notes on words that are no finding, in order.
  final ObjectProperty<SortedMap<Span, String>> notes =
      new SimpleObjectProperty<>(Collections.emptySortedMap());

  final ObjectProperty<Boolean> finished = new SimpleObjectProperty<>(false);

  boolean isOpen() {
    return article.get().isPresent();
  }

  /// What is coded on some of the chosen words, in order.
  List<Coded> onChosen() {
    return chosen
        .get()
        .map(span -> coded.stream().filter(c -> c.span().overlaps(span)).toList())
        .orElse(List.of());
  }

  /// The notes on some of the chosen words, each with these words.
  List<String> notesOnChosen() {
    var text = article.get().map(Article::text).orElse("");
    return chosen
        .get()
        .map(
            span ->
                notes.get().entrySet().stream()
                    .filter(note -> note.getKey().overlaps(span))
                    .map(
                        note ->
                            note.getKey().equals(span)
                                ? note.getValue()
                                : t("on “{0}”: {1}", note.getKey().in(text), note.getValue()))
                    .toList())
        .orElse(List.of());
  }

  /// The note on exactly the chosen words; empty when there is none.
  String note() {
    return chosen.get().map(span -> notes.get().getOrDefault(span, "")).orElse("");
  }

  // -- what it can do --

  void open(ArticleId id, Optional<Span> at) {
    opening = true;
    lane.run(() -> loaded(id), loaded -> opened(loaded, at), this::failed);
  }

  private void opened(Optional<Loaded> loaded, Optional<Span> at) {
    opening = false;
    show(loaded, at);
  }

  private void failed(RuntimeException problem) {
    opening = false;
    desk.failed(problem);
  }

  /// Reads the shown article anew; not when another comes, which is read then.
  void load() {
    article
        .get()
        .filter(_ -> !opening)
        .ifPresent(a -> lane.run(() -> loaded(a.id()), l -> show(l, chosen.get()), desk::failed));
  }

  private Optional<Loaded> loaded(ArticleId id) {
    var coding = desk.workbench().coding();
    return desk.workbench()
        .article(id)
        .map(
            a ->
                new Loaded(
                    a,
                    coding.sentences(a),
                    coding.in(id),
                    coding.notes(id),
                    coding.hasFinished(id, desk.workbench().coder())));
  }

  private void show(Optional<Loaded> loaded, Optional<Span> at) {
    loaded.ifPresent(
        l -> {
          words = Optional.of(new WordChoice(l.article().text(), l.sentences()));
          notes.set(l.notes());
          coded.setAll(l.coded());
          finished.set(l.done());
          article.set(Optional.of(l.article()));
          chosen.set(at.or(() -> words.flatMap(WordChoice::first)));
        });
  }

  void close() {
    lane.forget();
    opening = false;
    article.set(Optional.empty());
    chosen.set(Optional.empty());
    coded.clear();
  }

  interface Choosing {
    Span of(WordChoice words, Span now);
  }

  void choose(Choosing choosing) {
    words.ifPresent(w -> chosen.set(chosen.get().map(now -> choosing.of(w, now)).or(w::first)));
  }

  /// Puts a note on the chosen words; the empty note takes it away.
  void note(String words) {
    var a = article.get();
    var at = chosen.get();
    if (a.isPresent() && at.isPresent()) {
      var segment = new Segment(a.get().id(), at.get());
      model.edit(
          () -> {
            desk.workbench().note(segment, words);
            return words.isBlank() ? t("Took the note away") : t("Noted");
          });
    }
  }

  /// Chooses the words coded or noted next, or before.
  void stepCoded(int by) {
    var now = chosen.get().map(Span::start).orElse(0);
    var spans = marked();
    var next =
        by > 0
            ? spans.stream().filter(s -> s.start() > now).findFirst()
            : spans.reversed().stream().filter(s -> s.start() < now).findFirst();
    next.ifPresent(span -> chosen.set(Optional.of(span)));
  }

  /// Words that have a code or a note, in order.
  List<Span> marked() {
    return Stream.concat(coded.stream().map(Coded::span), notes.get().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /// Goes to the next article, or the one before.
  void stepArticle(int by) {
    article
        .get()
        .ifPresent(
            a -> {
              opening = true;
              lane.run(
                  () -> {
                    var all = desk.workbench().articles().stream().map(Summary::id).toList();
                    var to = Math.clamp(all.indexOf(a.id()) + (long) by, 0, all.size() - 1);
                    return loaded(all.get(to));
                  },
                  loaded -> opened(loaded, Optional.empty()),
                  this::failed);
            });
  }

  /// Gives the chosen words a code, or takes it back when one gave it to exactly these.
  void toggle(Code code) {
    if (!code.isGiven()) {
      desk.said(t("{0} is not given any more.", code.name()), false);
      return;
    }
    var a = article.get();
    var at = chosen.get();
    if (a.isEmpty() || at.isEmpty()) {
      return;
    }
    var segment = new Segment(a.get().id(), at.get());
    var mine =
        coded.stream()
            .filter(c -> isMine(c) && c.coding().code().equals(code.id()))
            .filter(c -> c.span().equals(at.get()))
            .findFirst();
    if (mine.isPresent()) {
      take(mine.get());
      return;
    }
    var now =
        new Coded(
            new Coding(segment, code.id(), model.book.get().coder(), model.book.get().version()),
            code.name(),
            at.get(),
            at.get().in(a.get().text()));
    List<Coded> all = new ArrayList<>(coded);
    all.add(now);
    coded.setAll(all);
    List<Target> targets = List.of(segment);
    model.edit(
        () -> {
          desk.workbench().coding().give(targets, code.name(), true);
          return t("Coded: {0}", code.name());
        });
  }

  private boolean isMine(Coded c) {
    return c.coding().coder().equals(model.book.get().coder());
  }

  /// Takes back the last code that one gave to some of the chosen words.
  void take() {
    onChosen().stream().filter(this::isMine).reduce((_, last) -> last).ifPresent(this::take);
  }

  private void take(Coded c) {
    coded.remove(c);
    List<Target> targets = List.of(c.coding().target());
    model.edit(
        () -> {
          desk.workbench().coding().give(targets, c.coding().code(), false);
          return t("Code taken back: {0}", c.code());
        });
  }

  void finish() {
    article
        .get()
        .ifPresent(
            a ->
                model.edit(
                    () -> {
                      var coding = desk.workbench().coding();
                      var on = !coding.hasFinished(a.id(), desk.workbench().coder());
                      coding.finish(a.id(), on);
                      return on ? t("Finished coding this article") : t("Taken up again");
                    }));
  }
}
