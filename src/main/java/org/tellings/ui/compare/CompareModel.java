package org.tellings.ui.compare;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tellings.compare.Account;
import org.tellings.compare.Alignment;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.Telling;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.ui.kit.Comparing;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Texts;

/// The articles side by side, which proposition and column is selected, and what one can decide.
/// Only on the screen's thread.
final class CompareModel {

  static final int MOST = 6;
  private static final String KEPT = "compare";

  private final Desk desk;

  CompareModel(Desk desk) {
    this.desk = desk;
    this.comparing = new Comparing(desk);
  }

  // -- what it shows --

  final Comparing comparing;

  /// The articles chosen, in the order of the columns.
  final ObjectProperty<List<ArticleId>> chosen = new SimpleObjectProperty<>(List.of());

  /// What the columns hold; empty with fewer than two articles.
  final ObjectProperty<Optional<Board>> board = new SimpleObjectProperty<>(Optional.empty());

  final ObjectProperty<Optional<Integer>> selected = new SimpleObjectProperty<>(Optional.empty());
  final IntegerProperty column = new SimpleIntegerProperty();
  final BooleanProperty linked = new SimpleBooleanProperty(true);
  final BooleanProperty bands = new SimpleBooleanProperty(true);
  final BooleanProperty shared = new SimpleBooleanProperty(true);
  final BooleanProperty onlyAndMissing = new SimpleBooleanProperty(true);

  /// All articles, for the one to be added.
  final ObjectProperty<List<Summary>> offered = new SimpleObjectProperty<>(List.of());

  /// The articles with what was found in them, and how they line up.
  record Board(List<Article> articles, List<List<Kept>> findings, Alignment alignment) {}

  Optional<Alignment.Row> row() {
    return selected
        .get()
        .flatMap(
            n ->
                board
                    .get()
                    .flatMap(
                        b ->
                            b.alignment().rows().stream()
                                .filter(r -> r.number() == n)
                                .findFirst()));
  }

  /// How many of the rows a person has confirmed in all their tellings.
  int confirmed() {
    return (int)
        board.get().stream()
            .flatMap(b -> b.alignment().rows().stream())
            .filter(
                r -> here(r).stream().allMatch(s -> s.telling().kept().state() == State.CONFIRMED))
            .count();
  }

  /// What the columns tell of a row.
  static List<Stated> here(Alignment.Row row) {
    List<Stated> all = new ArrayList<>();
    for (var cell : row.cells()) {
      switch (cell) {
        case Alignment.Here h -> all.addAll(h.tellings());
        case Alignment.Prints _, Alignment.Missing _ -> {}
      }
    }
    return all;
  }

  /// All that the columns print of a row, in their order.
  private static List<Telling> tellings(Alignment.Row row) {
    List<Telling> all = new ArrayList<>();
    for (var cell : row.cells()) {
      switch (cell) {
        case Alignment.Here h -> h.tellings().forEach(s -> all.add(s.telling()));
        case Alignment.Prints prints -> all.addAll(prints.tellings());
        case Alignment.Missing _ -> {}
      }
    }
    return all;
  }

  // -- what it can do --

  void load() {
    var ids = chosen.get();
    desk.tasks().run(desk.workbench()::articles, offered::set, desk::failed);
    if (ids.isEmpty()) {
      desk.tasks()
          .run(
              () -> desk.workbench().setting(KEPT).map(CompareModel::parse).orElse(List.of()),
              kept -> {
                if (chosen.get().isEmpty() && !kept.isEmpty()) {
                  chosen.set(kept);
                  load();
                }
              },
              desk::failed);
      return;
    }
    if (ids.size() < 2) {
      board.set(Optional.empty());
      return;
    }
    comparing.ask(
        comparison -> {
          List<Article> articles = new ArrayList<>();
          List<List<Kept>> findings = new ArrayList<>();
          for (var id : ids) {
            desk.workbench()
                .standing(id)
                .or(() -> Optional.of(id))
                .flatMap(there -> desk.workbench().article(there))
                .ifPresent(
                    article -> {
                      articles.add(article);
                      findings.add(desk.workbench().findings(article.id()));
                    });
          }
          List<Account> accounts = new ArrayList<>();
          for (var i = 0; i < articles.size(); i++) {
            accounts.add(new Account(articles.get(i), findings.get(i)));
          }
          return new Board(articles, findings, comparison.alignment(accounts));
        },
        fresh -> {
          board.set(Optional.of(fresh));
          if (row().isEmpty()) {
            selected.set(fresh.alignment().rows().stream().findFirst().map(Alignment.Row::number));
          }
        });
  }

  private static List<ArticleId> parse(String kept) {
    return Arrays.stream(kept.split(" ")).filter(s -> !s.isBlank()).map(ArticleId::new).toList();
  }

  private void choose(List<ArticleId> ids) {
    chosen.set(List.copyOf(ids));
    column.set(Math.clamp(column.get(), 0, Math.max(0, ids.size() - 1)));
    var words = ids.stream().map(ArticleId::value).collect(Collectors.joining(" "));
    desk.tasks()
        .edit(
            () -> {
              desk.workbench().setting(KEPT, words);
              return words;
            },
            _ -> {},
            desk::failed);
    load();
  }

  /// Puts an article beside the others.
  void add(ArticleId id) {
    if (chosen.get().contains(id)) {
      desk.said(t("This article is already side by side with the others."), false);
    } else if (chosen.get().size() == MOST) {
      desk.said(t("Six articles stand side by side; take one away first."), false);
    } else {
      var ids = new ArrayList<>(chosen.get());
      ids.add(id);
      choose(ids);
    }
  }

  void remove(ArticleId id) {
    choose(chosen.get().stream().filter(one -> !one.equals(id)).toList());
  }

  /// Shows exactly these articles.
  void show(List<ArticleId> ids) {
    choose(ids.stream().distinct().limit(MOST).toList());
  }

  /// Goes to the next row that fits.
  private void step(int by, java.util.function.Predicate<Alignment.Row> wanted) {
    var rows = board.get().map(b -> b.alignment().rows()).orElse(List.of());
    var now = row().map(rows::indexOf).orElse(-1);
    for (var i = now + by; i >= 0 && i < rows.size(); i += by) {
      if (wanted.test(rows.get(i))) {
        selected.set(Optional.of(rows.get(i).number()));
        return;
      }
    }
  }

  void step(int by) {
    step(by, _ -> true);
  }

  void onlyHere() {
    step(1, r -> r.onlyHere().isPresent());
  }

  void missingHere() {
    var at = column.get();
    step(1, r -> r.cells().get(at) instanceof Alignment.Missing);
  }

  void stepColumn(int by) {
    column.set(Math.clamp(column.get() + (long) by, 0, Math.max(0, chosen.get().size() - 1)));
  }

  /// The telling of the selected row in the selected column.
  private Optional<Stated> telling() {
    return row()
        .filter(r -> column.get() < r.cells().size())
        .flatMap(
            r ->
                switch (r.cells().get(column.get())) {
                  case Alignment.Here h -> Optional.of(h.tellings().getFirst());
                  case Alignment.Prints _, Alignment.Missing _ -> Optional.empty();
                });
  }

  /// Confirms what the selected row lines up: its claims tell the same thing.
  void confirm() {
    row()
        .ifPresent(
            r -> {
              var ids = ids(r);
              desk.edit(
                  t("Confirmed the alignment of proposition {0}", String.valueOf(r.number())),
                  () -> {
                    if (ids.size() > 1) {
                      desk.workbench().merge(ids);
                    }
                    desk.workbench().confirm(ids);
                  });
            });
  }

  private static List<FindingId> ids(Alignment.Row row) {
    return here(row).stream().map(s -> s.telling().kept().id()).toList();
  }

  /// Takes the selected column's telling out of the selected row.
  void unlink() {
    row()
        .ifPresent(
            r ->
                telling()
                    .ifPresent(
                        s -> {
                          var off = s.telling().kept().id();
                          var rest = ids(r).stream().filter(id -> !id.equals(off)).toList();
                          if (rest.isEmpty()) {
                            desk.said(t("Only this article tells it: nothing to unlink."), false);
                          } else {
                            desk.edit(
                                t(
                                    "Unlinked {0} from proposition {1}",
                                    Texts.outlet(s.telling().outlet()), String.valueOf(r.number())),
                                () -> desk.workbench().split(List.of(off), rest));
                          }
                        }));
  }

  /// What the selected column prints of the selected row, claim or not.
  private Optional<Telling> printed() {
    return telling()
        .map(Stated::telling)
        .or(
            () ->
                row()
                    .filter(r -> column.get() < r.cells().size())
                    .filter(r -> r.cells().get(column.get()) instanceof Alignment.Prints)
                    .map(r -> (Alignment.Prints) r.cells().get(column.get()))
                    .map(prints -> prints.tellings().getFirst()));
  }

  void open() {
    printed()
        .ifPresentOrElse(
            t -> desk.open(t.article(), Optional.of(t.kept().id())),
            () ->
                chosen.get().stream()
                    .skip(column.get())
                    .findFirst()
                    .ifPresent(id -> desk.open(id, Optional.empty())));
  }

  /// What the columns print of the selected row, with sources, a line each.
  void copy() {
    row()
        .ifPresent(
            r -> {
              Sourced.copy(
                  tellings(r).stream().map(Sourced::words).collect(Collectors.joining("\n")));
              desk.said(t("Copied with sources."), false);
            });
  }

  /// Articles whose title, outlet or file hold these words and that are not chosen yet.
  List<Summary> offers(String words) {
    var wanted = words.strip().toLowerCase(Locale.ROOT);
    return offered.get().stream()
        .filter(s -> !chosen.get().contains(s.id()))
        .filter(
            s ->
                (s.heading().title() + " " + s.heading().outlet().name() + " " + s.file())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted))
        .toList();
  }
}
