package org.tellings.ui.claims;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tellings.compare.Comparison;
import org.tellings.compare.Proposition;
import org.tellings.compare.Proposition.Stated;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.model.Outlet;
import org.tellings.ui.kit.Board;
import org.tellings.ui.kit.Comparing;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Texts;

/// The propositions of the library by outlets, which cell is selected, and what one can decide.
/// Only on the screen's thread.
final class ClaimsModel {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /// How the rows are grouped.
  enum Group {
    MONTH("Month first told"),
    CODE("Code"),
    NONE("None");

    final String words;

    Group(String words) {
      this.words = words;
    }
  }

  /// How the columns are ordered.
  enum Columns {
    FIRST("first to publish"),
    MOST("most told"),
    NAME("by name");

    final String words;

    Columns(String words) {
      this.words = words;
    }
  }

  /// A row of the matrix: the heading of a group, or a proposition with its number.
  sealed interface Line {

    record Heading(String words, int size, boolean folded) implements Line {}

    record Told(int number, Proposition proposition) implements Line {}
  }

  private static final class Shape implements Board.Shape<Proposition, Stated> {
    @Override
    public List<Stated> tellings(Proposition proposition) {
      return proposition.tellings();
    }

    @Override
    public List<FindingId> findings(Stated stated) {
      return List.of(id(stated));
    }

    @Override
    public Stated lead(Proposition proposition) {
      return proposition.tellings().getFirst();
    }
  }

  private final Desk desk;
  private final Set<String> folded = new HashSet<>();

  ClaimsModel(Desk desk) {
    this.desk = desk;
    this.comparing = new Comparing(desk);
    this.board = new Board<>(desk, new Shape());
    board.arrange(
        Comparator.<Proposition>comparingInt(p -> -p.stances().size())
            .thenComparing(p -> -p.tellings().size())
            .thenComparing(Proposition::id));
    differing.subscribe(on -> board.narrow(p -> !on || p.isDisputed()));
    board.things.addListener((javafx.collections.ListChangeListener<Proposition>) _ -> lay());
    group.subscribe((_, _) -> lay());
    columns.subscribe((_, _) -> lay());
    board.telling.subscribe(
        now ->
            now.map(s -> s.telling().outlet())
                .filter(Outlet::isKnown)
                .ifPresent(o -> outlet.set(Optional.of(o))));
  }

  // -- what it shows --

  final Comparing comparing;
  final Board<Proposition, Stated> board;
  final ObjectProperty<Group> group = new SimpleObjectProperty<>(Group.MONTH);
  final ObjectProperty<Columns> columns = new SimpleObjectProperty<>(Columns.FIRST);

  /// Only propositions on which outlets differ.
  final BooleanProperty differing = new SimpleBooleanProperty();

  /// The rows in order.
  final ObservableList<Line> lines = FXCollections.observableArrayList();

  /// One a column.
  final ObservableList<Outlet> outlets = FXCollections.observableArrayList();

  /// The column of the selected cell.
  final ObjectProperty<Optional<Outlet>> outlet = new SimpleObjectProperty<>(Optional.empty());

  int disputed() {
    return (int) board.all().stream().filter(Proposition::isDisputed).count();
  }

  /// How many of the propositions shown this outlet tells.
  int carried(Outlet outlet) {
    return (int) board.things.stream().filter(p -> !p.of(outlet.name()).isEmpty()).count();
  }

  Optional<Line.Told> line(Proposition proposition) {
    return lines.stream()
        .filter(l -> l instanceof Line.Told told && told.proposition().equals(proposition))
        .map(Line.Told.class::cast)
        .findFirst();
  }

  static FindingId id(Stated stated) {
    return stated.telling().kept().id();
  }

  static Optional<Proposition.Omission> omission(Proposition proposition, Outlet outlet) {
    return proposition.omissions().stream()
        .filter(o -> o.outlet().equals(outlet.name()))
        .findFirst();
  }

  /// The stances an outlet takes, each once, the first told first.
  static List<Optional<Stance>> stances(Proposition proposition, Outlet outlet) {
    return proposition.of(outlet.name()).stream().map(Stated::stance).distinct().toList();
  }

  private void lay() {
    var shown = new HashSet<String>();
    board.things.forEach(p -> p.tellings().forEach(s -> shown.add(s.telling().outlet().name())));
    Map<Outlet, String> first = new HashMap<>();
    Map<Outlet, Integer> most = new HashMap<>();
    for (var proposition : board.things) {
      for (var stated : proposition.tellings()) {
        var of = stated.telling().outlet();
        if (of.isKnown()) {
          first.merge(of, published(stated), (a, b) -> a.compareTo(b) <= 0 ? a : b);
          most.merge(of, 1, Integer::sum);
        }
      }
    }
    Comparator<Outlet> order =
        switch (columns.get()) {
          case FIRST -> Comparator.comparing(o -> first.getOrDefault(o, ""));
          case MOST -> Comparator.comparing(o -> -most.getOrDefault(o, 0));
          case NAME -> Comparator.comparing(Outlet::name);
        };
    outlets.setAll(first.keySet().stream().sorted(order.thenComparing(Outlet::name)).toList());
    Map<String, List<Proposition>> groups = new LinkedHashMap<>();
    board.things.stream()
        .sorted(Comparator.comparing(this::groupKey))
        .forEach(p -> groups.computeIfAbsent(groupName(p), _ -> new ArrayList<>()).add(p));
    List<Line> all = new ArrayList<>();
    var number = 0;
    for (var entry : groups.entrySet()) {
      var isFolded = folded.contains(entry.getKey());
      if (group.get() != Group.NONE) {
        all.add(new Line.Heading(entry.getKey(), entry.getValue().size(), isFolded));
      }
      for (var proposition : entry.getValue()) {
        number++;
        if (!isFolded) {
          all.add(new Line.Told(number, proposition));
        }
      }
    }
    lines.setAll(all);
  }

  private static String published(Stated stated) {
    return stated.telling().heading().published().map(Dated::value).orElse("9999");
  }

  private String groupKey(Proposition proposition) {
    return switch (group.get()) {
      case MONTH -> month(proposition).orElse("9999");
      case CODE -> code(proposition).orElse("\uffff");
      case NONE -> "";
    };
  }

  private String groupName(Proposition proposition) {
    return switch (group.get()) {
      case MONTH ->
          month(proposition)
              .map(m -> LocalDate.parse(m + "-01").format(MONTH))
              .orElse(t("No date"));
      case CODE -> code(proposition).orElse(t("No code"));
      case NONE -> "";
    };
  }

  private static Optional<String> month(Proposition proposition) {
    return Optional.of(published(proposition.tellings().getFirst()))
        .filter(v -> v.length() >= 7)
        .map(v -> v.substring(0, 7));
  }

  private static Optional<String> code(Proposition proposition) {
    return proposition.tellings().stream()
        .flatMap(s -> s.telling().kept().codes().stream())
        .findFirst();
  }

  // -- what it can do --

  void load() {
    comparing.ask(Comparison::propositions, board::show);
  }

  void fold(String heading) {
    if (!folded.remove(heading)) {
      folded.add(heading);
    }
    lay();
  }

  /// Selects the cell of a proposition and an outlet, also one without a claim.
  void select(Proposition proposition, Outlet column) {
    board.selected.set(Optional.of(proposition));
    board.telling.set(proposition.of(column.name()).stream().findFirst());
    outlet.set(Optional.of(column));
  }

  void stepRow(int by) {
    var told =
        lines.stream().filter(Line.Told.class::isInstance).map(Line.Told.class::cast).toList();
    if (told.isEmpty()) {
      return;
    }
    var now = board.selected.get().flatMap(this::line).map(told::indexOf).orElse(-1);
    var to = told.get(Math.clamp(now + (long) by, 0, told.size() - 1)).proposition();
    outlet.get().ifPresentOrElse(o -> select(to, o), () -> board.selected.set(Optional.of(to)));
  }

  void stepColumn(int by) {
    if (!outlets.isEmpty()) {
      var now = outlet.get().map(outlets::indexOf).orElse(-1);
      var to = outlets.get(Math.clamp(now + (long) by, 0, outlets.size() - 1));
      board.selected.get().ifPresent(p -> select(p, to));
    }
  }

  private String here() {
    return outlet.get().map(Texts::outlet).orElse("");
  }

  void confirm() {
    board.confirm(t("Confirmed the claim in {0}", here()));
  }

  void reject() {
    board.reject(t("Rejected the claim in {0}", here()));
  }

  void split() {
    board.split(t("Took the claim in {0} out of the proposition", here()));
  }

  /// Keeps a stance a person gives to the selected claim; empty: cannot say.
  void stance(Optional<Stance> stance) {
    var word = stance.map(s -> s.name().toLowerCase(Locale.ROOT));
    board
        .telling
        .get()
        .ifPresent(
            now ->
                desk.edit(
                    t("{0}: {1}", here(), word.orElse(t("cannot say"))),
                    () -> desk.workbench().correct(id(now), Map.of("stance", word.orElse("")))));
  }

  /// Names the selected proposition; the empty name gives it back to the machine.
  void name(String label) {
    board
        .selected
        .get()
        .ifPresent(
            p ->
                desk.edit(
                    label.isBlank() ? t("Took the name back") : t("Named: {0}", label.strip()),
                    () -> desk.workbench().name(id(p.tellings().getFirst()), label.strip())));
  }

  /// Makes a proposition of its own of the selected claim, under this name.
  void make(String label) {
    board
        .telling
        .get()
        .ifPresent(
            now -> {
              var rest =
                  board.selected.get().stream()
                      .flatMap(p -> p.tellings().stream())
                      .map(ClaimsModel::id)
                      .filter(other -> !other.equals(id(now)))
                      .toList();
              desk.edit(
                  t("New proposition: {0}", label.strip()),
                  () -> {
                    if (!rest.isEmpty()) {
                      desk.workbench().split(List.of(id(now)), rest);
                    }
                    desk.workbench().name(id(now), label.strip());
                  });
            });
  }

  void open() {
    board.telling.get().ifPresent(now -> desk.open(now.telling().article(), Optional.of(id(now))));
  }

  /// All claims of the selected proposition with their sources, a line each.
  void copy() {
    board
        .selected
        .get()
        .ifPresent(
            p -> {
              Sourced.copy(
                  p.tellings().stream()
                      .map(s -> Sourced.words(s.telling()))
                      .collect(Collectors.joining("\n")));
              desk.said(t("Copied {0} claims with their sources.", p.tellings().size()), false);
            });
  }
}
