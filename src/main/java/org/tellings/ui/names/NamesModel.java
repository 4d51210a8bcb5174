package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tellings.compare.Comparison;
import org.tellings.compare.Passage;
import org.tellings.compare.Proposition;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.ui.kit.Comparing;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.names.Entry.Register;
import org.tellings.ui.names.Entry.Rest;
import org.tellings.ui.names.Entry.Said;

/// The registers of names, which entry and which telling is selected, and what one can do with
/// them. Only on the screen's thread.
final class NamesModel {

  /// Characters of the paragraph shown on each side of a telling, at most.
  private static final int AROUND = 240;

  /// How the list is ordered.
  enum Order {
    STANDING("What stands out first"),
    PRINTED("Most printed"),
    NAME("By name");

    final String words;

    Order(String words) {
      this.words = words;
    }
  }

  /// The words of its paragraph before and after a telling.
  record Around(String before, String after) {
    static final Around NONE = new Around("", "");
  }

  /// The entries, and of each by its id all words the filter looks in, in lower case.
  private record Found(Map<Register, List<Entry>> all, Map<String, String> words) {}

  private final Desk desk;
  private final Tasks.Lane reading;
  private Found found = new Found(Map.of(), Map.of());
  private Map<String, Around> around = Map.of();
  private Optional<String> wanted = Optional.empty();

  NamesModel(Desk desk) {
    this.desk = desk;
    this.comparing = new Comparing(desk);
    this.reading = desk.tasks().lane();
    register.subscribe((_, _) -> arrange());
    order.subscribe((_, _) -> arrange());
    filter.subscribe((_, _) -> arrange());
    standing.subscribe((_, _) -> arrange());
    selected.subscribe(
        now -> {
          telling.set(now.flatMap(entry -> entry.tellings().stream().findFirst()));
          readAround(now);
        });
  }

  // -- what it shows --

  final Comparing comparing;
  final ObjectProperty<Register> register = new SimpleObjectProperty<>(Register.ROLES);
  final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.STANDING);

  /// Words that an entry, or one of its outlets, must have.
  final StringProperty filter = new SimpleStringProperty("");

  /// Only what stands out.
  final BooleanProperty standing = new SimpleBooleanProperty();

  final ObservableList<Entry> entries = FXCollections.observableArrayList();
  final ObjectProperty<Optional<Entry>> selected = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Said>> telling = new SimpleObjectProperty<>(Optional.empty());

  /// Counts up when the words around the tellings have come.
  final ObjectProperty<Integer> read = new SimpleObjectProperty<>(0);

  /// All entries of a register, shown or not.
  List<Entry> all(Register of) {
    return found.all().getOrDefault(of, List.of());
  }

  /// Whether the groups of tellings are words of articles.
  boolean isQuoted() {
    return register.get() != Register.OUTLETS;
  }

  boolean isNarrowed() {
    return standing.get() || !filter.get().isBlank();
  }

  /// The words around a telling; none until they are read.
  Around around(Said said) {
    return around.getOrDefault(said.key(), Around.NONE);
  }

  // -- what it can do --

  void load() {
    comparing.ask(NamesModel::found, this::show);
  }

  private static Found found(Comparison comparison) {
    Map<String, Proposition> propositions = new HashMap<>();
    comparison.propositions().forEach(p -> propositions.put(p.id(), p));
    Map<Register, List<Entry>> found = new EnumMap<>(Register.class);
    found.put(Register.ROLES, comparison.roles().stream().map(Entry::of).toList());
    found.put(Register.MISNAMINGS, comparison.misnamings().stream().map(Entry::of).toList());
    found.put(
        Register.UNNAMED,
        comparison.unnamed().stream().map(u -> Entry.of(u, propositions)).toList());
    found.put(Register.OUTLETS, comparison.practices().stream().map(Entry::of).toList());
    Map<String, String> words = new HashMap<>();
    found.values().forEach(all -> all.forEach(entry -> words.put(entry.id(), words(entry))));
    return new Found(found, words);
  }

  private void show(Found fresh) {
    found = fresh;
    arrange();
  }

  private void arrange() {
    var before = wanted.or(this::key);
    var line = filter.get().strip().toLowerCase(Locale.ROOT);
    entries.setAll(
        all(register.get()).stream()
            .filter(entry -> !standing.get() || entry.stands())
            .filter(entry -> line.isEmpty() || has(entry, line))
            .sorted(comparator(order.get()))
            .toList());
    if (before.filter(this::choose).isEmpty()) {
      selected.set(entries.stream().findFirst());
    }
  }

  private boolean has(Entry entry, String line) {
    return found.words().getOrDefault(entry.id(), "").contains(line);
  }

  private static String words(Entry entry) {
    var words = new StringBuilder(entry.name() + "\n" + entry.aside() + "\n" + entry.why());
    for (var said : entry.tellings()) {
      words.append('\n').append(said.outlet()).append('\n').append(said.place().text());
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static Comparator<Entry> comparator(Order order) {
    var name =
        Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Entry::id);
    var printed =
        Comparator.<Entry>comparingInt(entry -> -entry.tellings().size()).thenComparing(name);
    return switch (order) {
      case STANDING ->
          Comparator.<Entry, Boolean>comparing(entry -> !entry.stands()).thenComparing(printed);
      case PRINTED -> printed;
      case NAME -> name;
    };
  }

  /// The selected entry and telling, in words that stay the same when the library is read anew.
  Optional<String> key() {
    return selected.get().map(entry -> entry.id() + "\n" + telling.get().map(Said::key).orElse(""));
  }

  /// Selects what was selected when [#key] was asked, as soon as it is there; true when it is.
  boolean choose(String key) {
    var at = key.indexOf('\n');
    for (var entry : entries) {
      if (entry.id().equals(key.substring(0, at))) {
        selected.set(Optional.of(entry));
        entry.tellings().stream()
            .filter(said -> said.key().equals(key.substring(at + 1)))
            .findFirst()
            .ifPresent(said -> telling.set(Optional.of(said)));
        wanted = Optional.empty();
        return true;
      }
    }
    wanted = found.all().isEmpty() ? Optional.of(key) : Optional.empty();
    return false;
  }

  void step(int by) {
    if (!entries.isEmpty()) {
      var now = selected.get().map(entries::indexOf).orElse(-1);
      selected.set(Optional.of(entries.get(Math.clamp(now + (long) by, 0, entries.size() - 1))));
    }
  }

  void stepTelling(int by) {
    selected
        .get()
        .map(Entry::tellings)
        .ifPresent(
            tellings -> {
              var now = telling.get().map(tellings::indexOf).orElse(0);
              telling.set(
                  Optional.of(tellings.get(Math.clamp(now + (long) by, 0, tellings.size() - 1))));
            });
  }

  void showAll() {
    filter.set("");
    standing.set(false);
  }

  private static String sourced(Said said) {
    var printed = Sourced.words(said.place());
    return said.note().map(note -> t("{0} {1}", printed, note.spoken())).orElse(printed);
  }

  private void readAround(Optional<Entry> now) {
    around = Map.of();
    now.ifPresent(
        entry ->
            reading.run(
                () -> around(entry),
                found -> {
                  around = found;
                  read.set(read.get() + 1);
                },
                desk::failed));
  }

  private Map<String, Around> around(Entry entry) {
    Map<ArticleId, List<Said>> byArticle =
        entry.tellings().stream().collect(Collectors.groupingBy(said -> said.place().article()));
    Map<String, Around> found = new HashMap<>();
    byArticle.forEach(
        (id, said) ->
            desk.workbench()
                .article(id)
                .map(Article::text)
                .ifPresent(
                    text ->
                        said.forEach(
                            one -> found.put(one.key(), around(text, one.place().span())))));
    return found;
  }

  private static Around around(String text, Span span) {
    var from = Math.max(text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1, 0);
    var end = text.indexOf('\n', span.end());
    var to = end < 0 ? text.length() : end;
    return new Around(
        text.substring(Math.max(Math.min(from, span.start()), span.start() - AROUND), span.start()),
        text.substring(span.end(), Math.min(to, span.end() + AROUND)));
  }

  /// Opens the characters of the selected telling.
  void open() {
    telling.get().ifPresent(said -> open(said.place()));
  }

  void open(Passage.Place place) {
    desk.open(place.article(), place.span());
  }

  void open(Rest rest) {
    desk.open(rest.claim().article(), Optional.of(rest.claim()));
  }

  /// True where the selected telling is a finding that can be decided on.
  boolean isDecidable() {
    return telling.get().flatMap(Said::kept).isPresent();
  }

  void confirm() {
    decided()
        .ifPresent(
            id ->
                desk.edit(t("Confirmed {0}", here()), () -> desk.workbench().confirm(List.of(id))));
  }

  void reject() {
    decided()
        .ifPresent(
            id -> desk.edit(t("Rejected {0}", here()), () -> desk.workbench().reject(List.of(id))));
  }

  private Optional<FindingId> decided() {
    return telling.get().flatMap(Said::kept).map(kept -> kept.id());
  }

  private String here() {
    return telling.get().map(said -> said.place().text() + " · " + said.outlet()).orElse("");
  }

  /// All tellings of the selected entry with their sources, a line each, under what is found.
  void copy() {
    selected
        .get()
        .ifPresent(
            entry -> {
              List<String> lines = new ArrayList<>();
              lines.add(entry.name() + ": " + entry.why());
              entry.tellings().forEach(said -> lines.add(sourced(said)));
              Sourced.copy(String.join("\n", lines));
              desk.said(
                  t("Copied {0} tellings with their sources.", entry.tellings().size()), false);
            });
  }
}
