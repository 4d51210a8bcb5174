package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Facets;
import org.tellings.model.Hits.Hit;
import org.tellings.model.Hits.Order;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.model.Query.FieldName;
import org.tellings.model.Span;
import org.tellings.model.Tally;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;

/// What is asked, what was found, and the article in the preview.
///
/// Only on the screen's thread. Results are read in pages as the list shows them; the count is
/// exact.
final class LibraryModel {

  private static final int PAGE = 40;
  private static final int LONGEST_CHIP = 400;

  /// As many stand side by side at most.
  static final int MOST_IN_COMPARE = 6;

  private final Desk desk;
  private boolean changed;
  private final Tasks.Lane finding;
  private final Tasks.Lane counting;
  private final Tasks.Lane previewing;
  private final Tasks.Lane helping;
  private final Map<Integer, Row> rows = new HashMap<>();
  private final Set<Integer> asked = new HashSet<>();
  // raised with every answer: a page asked for before it is not put among its rows
  private int answers;
  private boolean refused;
  private Optional<Integer> wanted = Optional.empty();
  private Optional<Runnable> waiting = Optional.empty();

  LibraryModel(Desk desk) {
    this.desk = desk;
    this.near = new NearIdentical(desk);
    this.finding = desk.tasks().lane();
    this.counting = desk.tasks().lane();
    this.previewing = desk.tasks().lane();
    this.helping = desk.tasks().lane();
    typed.subscribe((_, _) -> search());
    order.subscribe((_, _) -> search());
    selected.subscribe(this::preview);
    near.folding.subscribe((_, now) -> fold(now));
  }

  // -- what it shows --

  /// Clauses that stand as chips, each as typed.
  final ObservableList<String> chips = FXCollections.observableArrayList();

  final StringProperty typed = new SimpleStringProperty("");
  final ObjectProperty<Query> query = new SimpleObjectProperty<>(Query.ALL);
  final ObjectProperty<Optional<Facets>> facets = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.RELEVANCE);
  final IntegerProperty total = new SimpleIntegerProperty(-1);
  final ObservableList<Integer> places = FXCollections.observableArrayList();

  /// Raised when rows arrived.
  final IntegerProperty arrived = new SimpleIntegerProperty();

  final ObjectProperty<Tally> tally =
      new SimpleObjectProperty<>(new Tally(0, 0, Map.of(), Map.of()));

  /// True when another process changes the library, and searches do not see all of it.
  final BooleanProperty behind = new SimpleBooleanProperty();

  final StringProperty took = new SimpleStringProperty("");
  final BooleanProperty busy = new SimpleBooleanProperty();
  final ObjectProperty<Optional<Integer>> selected = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Preview>> shown = new SimpleObjectProperty<>(Optional.empty());
  final IntegerProperty match = new SimpleIntegerProperty(-1);

  /// The articles that are nearly the same text as another one, and how their rows fold.
  final NearIdentical near;

  /// How many articles stand side by side.
  final IntegerProperty inCompare = new SimpleIntegerProperty();

  /// When nothing was found: the chip without which most is found, and how many then.
  final ObjectProperty<Optional<Way>> way = new SimpleObjectProperty<>(Optional.empty());

  record Preview(Article article, List<Kept> findings, List<Span> hits) {}

  Optional<Row> row(int place) {
    if (!rows.containsKey(place) && asked.add(place / PAGE)) {
      load(place / PAGE);
    }
    return Optional.ofNullable(rows.get(place));
  }

  /// The rows of these places, as far as they were read.
  List<Row> shown(List<Integer> places) {
    return places.stream().flatMap(place -> Optional.ofNullable(rows.get(place)).stream()).toList();
  }

  // -- what it can do --

  /// Hands over the whole list, in order.
  void all(Consumer<List<ArticleId>> then) {
    var of = query.get();
    var by = order.get();
    var n = total.get();
    desk.tasks().run(() -> ids(of, by, n), then, desk::failed);
  }

  void said(String words) {
    desk.said(words, false);
  }

  /// The whole query as one would type it.
  String text() {
    return (String.join(" ", chips) + " " + typed.get()).strip();
  }

  /// Asks another query: fields become chips, words stay in the field.
  void ask(String text) {
    chips.clear();
    typed.set("");
    typed.set(text);
    settle();
    search();
  }

  /// Asks a query again and selects the place one was at.
  void ask(String text, Optional<Integer> place) {
    wanted = place;
    ask(text);
  }

  /// Turns the fields typed so far into chips; words and phrases stay. What begins with OR joins
  /// the last chip, and an OR at the end waits for what comes. False when there was nothing to
  /// turn.
  boolean settle() {
    var now = typed.get();
    var joins = now.stripLeading().startsWith("OR ") && !chips.isEmpty();
    var all = joins ? chips.getLast() + " " + now.stripLeading() : now;
    List<String> stay = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (var clause : Query.parse(all).clauses()) {
      var words = clause.at().in(all);
      var plain =
          clause instanceof Query.Clause.Word
              || clause instanceof Query.Clause.Phrase
              || words.length() > LONGEST_CHIP;
      (plain ? stay : fresh).add(words);
    }
    if (now.strip().endsWith(" OR") || now.strip().equals("OR")) {
      stay.add("OR");
    }
    if (fresh.isEmpty() || joins && fresh.equals(List.of(chips.getLast()))) {
      return false;
    }
    if (joins) {
      chips.removeLast();
    }
    chips.addAll(fresh);
    typed.set(String.join(" ", stay) + (now.endsWith(" ") && !stay.isEmpty() ? " " : ""));
    return true;
  }

  void drop(String chip) {
    chips.remove(chip);
    search();
  }

  /// Adds the value to the field's chip, or takes it out when it is there.
  void toggle(FieldName field, String value) {
    settle();
    var values = new ArrayList<>(typedValues(field));
    if (!values.remove("=" + value) && !values.remove(value)) {
      values.add("=" + value);
    }
    chip(field).ifPresent(chips::remove);
    if (!values.isEmpty()) {
      chips.add(Query.restricting(field, values));
    }
    search();
  }

  /// Leaves out what has this value, or lets it in again.
  void exclude(FieldName field, String value) {
    settle();
    var chip = "-" + Query.choosing(field, List.of(value));
    if (!chips.remove(chip)) {
      chips.add(chip);
    }
    search();
  }

  boolean excludes(FieldName field, String value) {
    return chips.contains("-" + Query.choosing(field, List.of(value)));
  }

  /// The values a field is restricted to by its chip.
  List<String> values(FieldName field) {
    return typedValues(field).stream().map(v -> v.startsWith("=") ? v.substring(1) : v).toList();
  }

  /// The same as typed: with `=` before a value that is meant whole.
  private List<String> typedValues(FieldName field) {
    return chip(field)
        .flatMap(chip -> Query.parse(chip).clauses().stream().findFirst())
        .map(clause -> clause instanceof Query.Clause.Field f ? f.values() : List.<String>of())
        .orElse(List.of());
  }

  private Optional<String> chip(FieldName field) {
    return chips.stream().filter(chip -> chip.startsWith(field.word() + ":")).findFirst();
  }

  /// Only what was published in these days, both included, in place of any other days chosen
  /// before; chosen again, all days count.
  void during(LocalDate from, LocalDate to) {
    settle();
    var fresh =
        from.equals(to)
            ? List.of("on:" + from)
            : List.of("after:" + from.minusDays(1), "before:" + to.plusDays(1));
    var had = chips.containsAll(fresh);
    chips.removeIf(chip -> chip.matches("(on|after|before):.*"));
    if (!had) {
      chips.addAll(fresh);
    }
    search();
  }

  /// True when days are chosen and some of these are among them.
  boolean isChosen(LocalDate from, LocalDate to) {
    return ChosenDays.hold(chips, from, to);
  }

  void clear() {
    chips.clear();
    typed.set("");
    search();
  }

  void search() {
    var asked = Query.parse(text());
    query.set(asked);
    waiting = Optional.empty();
    busy.set(true);
    var order = this.order.get();
    // at a start the list is seen before what it may be narrowed to
    counting.unasked(
        () -> desk.workbench().facets(asked), now -> facets.set(Optional.of(now)), desk::failed);
    finding.run(
        () -> {
          var begun = System.nanoTime();
          var hits = desk.workbench().find(asked, order, 0, PAGE);
          var millis = (System.nanoTime() - begun) / 1_000_000;
          return new Found(
              hits.total(),
              hits.matches(),
              millis,
              hits.page().stream().map(Hit::article).toList(),
              rows(hits.page()),
              desk.workbench().tally(),
              desk.workbench().isBehind());
        },
        found -> {
          busy.set(false);
          answers++;
          rows.clear();
          this.asked.clear();
          this.asked.add(0);
          put(0, found.rows());
          behind.set(found.behind());
          tally.set(found.tally());
          // matches are counted in the articles read so far: said only when those are all
          took.set(
              (found.total() > PAGE || found.matches() == 0
                      ? ""
                      : Texts.count(found.matches(), t("match"), t("matches")) + " · ")
                  + t("{0} ms", found.millis()));
          var before = selected.get().flatMap(i -> shown.get().map(p -> p.article().id()));
          // beyond the first page the place is kept, as long as nothing came or went
          var place =
              wanted
                  .or(() -> selected.get().filter(i -> i >= PAGE && found.total() == total.get()))
                  .filter(i -> i < found.total());
          wanted = Optional.empty();
          total.set(found.total());
          selected.set(Optional.empty());
          near.among(found.total(), found.ids(), () -> ids(asked, order, found.total()));
          places.setAll(near.folding.get().places());
          arrived.set(arrived.get() + 1);
          var again =
              found.rows().stream()
                  .filter(r -> before.filter(r.summary().id()::equals).isPresent())
                  .findFirst();
          selected.set(
              found.total() == 0
                  ? Optional.empty()
                  : Optional.of(
                      near.folding
                          .get()
                          .seen(place.or(() -> again.map(found.rows()::indexOf)).orElse(0))));
          way.set(Optional.empty());
          if (found.total() == 0) {
            findWay();
          }
          if (changed) {
            changed = false;
            near.look(found.tally().articles());
          }
          var then = waiting;
          waiting = Optional.empty();
          then.ifPresent(Runnable::run);
        },
        problem -> {
          busy.set(false);
          refused = true;
          desk.failed(problem);
        });
  }

  /// A search has been answered, or refused.
  boolean isAnswered() {
    return answers > 0 || refused;
  }

  /// The library changed, or may have.
  void reload() {
    changed = true;
    countCompared();
    search();
  }

  /// What folds, or does not fold any more, is not in the list; the row at hand stays, or the one
  /// over it.
  private void fold(Folding now) {
    var at = selected.get().map(now::seen);
    selected.set(Optional.empty());
    places.setAll(now.places());
    arrived.set(arrived.get() + 1);
    selected.set(at);
  }

  /// Unfolds what is nearly the same text as the article at hand, or folds it.
  void toggleNear() {
    selected.get().ifPresent(near::toggle);
  }

  void open(ArticleId article) {
    desk.open(article, Optional.empty());
  }

  /// Runs when what stands in the list is the answer to what is asked: now, or when it has come.
  void whenFound(Runnable then) {
    if (busy.get()) {
      waiting = Optional.of(then);
    } else {
      then.run();
    }
  }

  private record Found(
      int total,
      int matches,
      long millis,
      List<ArticleId> ids,
      List<Row> rows,
      Tally tally,
      boolean behind) {}

  private List<Row> rows(List<Hit> hits) {
    List<Row> rows = new ArrayList<>();
    for (var hit : hits) {
      var article = desk.workbench().article(hit.article());
      var summary = desk.workbench().summary(hit.article());
      if (article.isPresent() && summary.isPresent()) {
        rows.add(Row.of(hit, summary.get(), article.get()));
      }
    }
    return rows;
  }

  private List<ArticleId> ids(Query of, Order order, int total) {
    return desk.workbench().find(of, order, 0, total).page().stream().map(Hit::article).toList();
  }

  private void put(int from, List<Row> page) {
    for (var i = 0; i < page.size(); i++) {
      rows.put(from + i, page.get(i));
    }
  }

  private void load(int page) {
    var of = query.get();
    var order = this.order.get();
    var asking = answers;
    desk.tasks()
        .run(
            () -> rows(desk.workbench().find(of, order, page * PAGE, PAGE).page()),
            found -> {
              if (answers == asking) {
                put(page * PAGE, found);
                arrived.set(arrived.get() + 1);
                if (shown.get().isEmpty()) {
                  preview(selected.get());
                }
              }
            },
            desk::failed);
  }

  /// Which chip, taken away, lets most through.
  private void findWay() {
    var all = List.copyOf(chips);
    var words = typed.get();
    helping.run(() -> Way.best(desk.workbench(), all, words), way::set, desk::failed);
  }

  private void preview(Optional<Integer> place) {
    var row = place.flatMap(this::row);
    if (row.isEmpty()) {
      previewing.forget();
      shown.set(Optional.empty());
      return;
    }
    var hit = row.get().hit();
    previewing.run(
        () ->
            desk.workbench()
                .article(hit.article())
                .map(a -> new Preview(a, desk.workbench().findings(a.id()), hit.spans())),
        now -> {
          match.set(-1);
          shown.set(now);
          match.set(hit.spans().isEmpty() ? -1 : 0);
        },
        desk::failed);
  }

  /// Asks how many articles stand side by side, after what was asked of them before.
  void countCompared() {
    desk.tasks()
        .edit(
            () ->
                desk.workbench().setting("compare").stream()
                    .mapToInt(
                        ids -> (int) Stream.of(ids.split(" ")).filter(s -> !s.isBlank()).count())
                    .sum(),
            inCompare::set,
            desk::failed);
  }

  void match(int by) {
    shown
        .get()
        .filter(p -> !p.hits().isEmpty())
        .ifPresent(p -> match.set(Math.floorMod(match.get() + by, p.hits().size())));
  }

  Optional<ArticleId> current() {
    return selected.get().flatMap(this::row).map(r -> r.summary().id());
  }
}
