package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Event;
import org.tellings.timeline.Event.Told;
import org.tellings.timeline.When;
import org.tellings.ui.kit.Asking;
import org.tellings.ui.kit.Board;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Progress;

/// The events of the library, the stretch of time in sight, which event, telling and anomaly are
/// selected, and what one can decide. Only on the screen's thread; what it shows is made off it.
final class TimelineModel {

  private static final class Shape implements Board.Shape<Event, Told> {
    @Override
    public List<Told> tellings(Event event) {
      return event.tellings();
    }

    @Override
    public List<FindingId> findings(Told told) {
      return List.of(id(told));
    }

    @Override
    public Told lead(Event event) {
      return event.tellings().getFirst();
    }
  }

  private final Desk desk;
  private Map<String, Mark> marked = Map.of();

  /// All events, and those shown.
  private Spread all = Spread.none();

  private Spread spread = all;

  TimelineModel(Desk desk) {
    this.desk = desk;
    asking =
        new Asking(
            desk,
            new Asking.Words(
                t("Reading what happened when…"),
                "Reading article {0} of {1}",
                t("The reading was stopped. What was read is kept.")));
    this.board = new Board<>(desk, new Shape());
    board.severalOnly.set(false);
    board.things.addListener((ListChangeListener<Event>) _ -> arranged());
    least.subscribe((_, _) -> narrow());
    from.subscribe((_, _) -> narrow());
    to.subscribe((_, _) -> narrow());
    flag.subscribe(now -> now.flatMap(Found.Flag::at).ifPresent(this::hold));
  }

  // -- what it shows --

  final Board<Event, Told> board;

  /// Events shown, in order.
  final ObjectProperty<List<Mark>> marks = new SimpleObjectProperty<>(List.of());

  /// The same, made ready to be drawn.
  Spread spread() {
    return spread;
  }

  /// Of the events at these times so many that most outlets tell of, those of most first.
  List<Mark> important(Sight within, int most) {
    List<Mark> first = new ArrayList<>();
    var places = spread.places();
    for (var i = 0; i < places.length && first.size() < most; i++) {
      if (places[i] >= within.from() && places[i] <= within.to()) {
        first.add(spread.important().get(i));
      }
    }
    return first;
  }

  final ObjectProperty<List<Found.Flag>> flags = new SimpleObjectProperty<>(List.of());
  final ObjectProperty<List<Found.Lane>> lanes = new SimpleObjectProperty<>(List.of());
  final ObjectProperty<Optional<Found.Flag>> flag = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Spread.NOTHING);

  /// From the first to the last event shown.
  final ObjectProperty<Sight> whole = new SimpleObjectProperty<>(Spread.NOTHING);

  /// A lane for each outlet is shown.
  final BooleanProperty laned = new SimpleBooleanProperty(true);

  /// The zone whose hours are shown.
  final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);

  /// Only events told by so many outlets.
  final IntegerProperty least = new SimpleIntegerProperty(0);

  final ObjectProperty<Optional<LocalDate>> from = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<LocalDate>> to = new SimpleObjectProperty<>(Optional.empty());

  final Asking asking;

  Optional<Mark> selected() {
    return board.selected.get().map(Event::id).flatMap(id -> Optional.ofNullable(marked.get(id)));
  }

  boolean isNarrowed() {
    return least.get() > 0 || from.get().isPresent() || to.get().isPresent();
  }

  /// The anomaly walked to, then those of the selected event.
  List<Found.Flag> flagsHere() {
    var here = board.selected.get().map(Event::id);
    List<Found.Flag> all = new ArrayList<>(flag.get().stream().toList());
    flags.get().stream()
        .filter(
            f ->
                f.mark()
                    .map(Mark::id)
                    .filter(id -> here.filter(id::equals).isPresent())
                    .isPresent())
        .filter(f -> !all.contains(f))
        .forEach(all::add);
    return all;
  }

  static FindingId id(Told told) {
    return told.dating().kept().id();
  }

  // -- what it asks --

  void load() {
    asking.ask(this::found, this::show);
  }

  private Optional<Found> found(Progress progress) {
    var timeline = desk.workbench().timeline();
    return timeline
        .get(progress)
        .map(
            now ->
                Found.of(
                    now.events(),
                    now.anomalies(),
                    timeline.dismissed(),
                    desk.workbench().articles(),
                    Zones.parse(desk.workbench().setting(Zones.SETTING).orElse(""))));
  }

  void show(Found found) {
    var isFirst = marked.isEmpty();
    marked = found.byId();
    all = found.spread();
    lanes.set(found.lanes());
    zone.set(found.zone());
    flags.set(found.flags());
    flag.set(
        flag.get()
            .flatMap(
                old ->
                    found.flags().stream()
                        .filter(f -> f.anomaly().id().equals(old.anomaly().id()))
                        .findFirst()));
    var opening = found.opening();
    board.show(
        found.spread().marks().stream().map(Mark::event).toList(),
        opening.lead().filter(_ -> isFirst).map(m -> id(m.event().tellings().getFirst())));
    if (isFirst && !found.byId().isEmpty()) {
      sight.set(opening.sight());
      selected().ifPresent(this::holdUnseen); // what waited to be selected may lie elsewhere
    }
  }

  /// What is shown of all is made ready here only when it is less.
  private void arranged() {
    spread =
        board.things.size() == all.marks().size()
            ? all
            : all.only(board.things.stream().map(Event::id).collect(Collectors.toSet()));
    if (!spread.marks().isEmpty()) {
      whole.set(spread.whole());
    }
    marks.set(spread.marks());
  }

  private void narrow() {
    board.narrow(
        event ->
            (least.get() < 2
                    || Optional.ofNullable(marked.get(event.id()))
                        .filter(m -> m.outlets() >= least.get())
                        .isPresent())
                && from.get().filter(event.when().to()::isBefore).isEmpty()
                && to.get().filter(event.when().from()::isAfter).isEmpty());
    selected().ifPresent(this::holdUnseen);
  }

  /// Shows the hours of a zone, and keeps it.
  void choose(ZoneId wanted) {
    desk.tasks()
        .edit(
            () -> {
              desk.workbench().setting(Zones.SETTING, wanted.getId());
              return wanted;
            },
            _ -> load(),
            desk::failed);
  }

  void stepZone() {
    var all = Zones.all();
    choose(all.get((all.indexOf(zone.get()) + 1) % all.size()));
  }

  void showAll() {
    least.set(0);
    from.set(Optional.empty());
    to.set(Optional.empty());
  }

  // -- where one is --

  void see(Sight wanted) {
    sight.set(wanted.within(whole.get()));
  }

  void zoom(double times) {
    var middle =
        selected()
            .map(Mark::at)
            .filter(at -> at > sight.get().from() && at < sight.get().to())
            .orElse((sight.get().from() + sight.get().to()) / 2);
    see(sight.get().zoom(times, middle));
  }

  void pan(double share) {
    see(sight.get().pan(share));
  }

  void all() {
    sight.set(whole.get());
  }

  private void holdUnseen(Mark mark) {
    if (mark.at() < sight.get().from() || mark.at() > sight.get().to()) {
      hold(mark.at());
    }
  }

  private void hold(double time) {
    see(sight.get().holding(time));
  }

  void step(int by) {
    flag.set(Optional.empty());
    board.step(by);
    selected().ifPresent(m -> hold(m.at()));
  }

  void choose(Mark mark) {
    flag.set(Optional.empty());
    board.choose(id(mark.event().tellings().getFirst()));
    hold(mark.at());
  }

  void choose(Found.Flag chosen) {
    chosen.mark().ifPresent(m -> board.choose(id(m.event().tellings().getFirst())));
    flag.set(Optional.of(chosen));
  }

  /// To the next anomaly, after the last to the first.
  void stepFlag(int by) {
    var all = flags.get();
    if (all.isEmpty()) {
      desk.said(t("No date stands out."), false);
      return;
    }
    var now = flag.get().map(all::indexOf).orElse(by > 0 ? -1 : 0);
    choose(all.get(Math.floorMod(now + by, all.size())));
  }

  // -- what it can do --

  void open() {
    board.telling.get().ifPresent(this::open);
  }

  void open(Told told) {
    desk.open(told.dating().article(), Optional.of(id(told)));
  }

  void open(ArticleId article) {
    desk.open(article, Optional.empty());
  }

  /// Goes to the same events as a story.
  void read() {
    desk.reading();
  }

  /// Opens the words of an anomaly: at the finding that they are, or are in, else the article.
  void open(Anomaly.Place place) {
    desk.tasks()
        .run(
            () ->
                desk.workbench().findings(place.article()).stream()
                    .map(kept -> kept.id())
                    .filter(id -> Found.meet(id.span(), place.span()))
                    .min(
                        Comparator.comparingInt(
                            id ->
                                Math.abs(id.span().start() - place.span().start())
                                    + Math.abs(id.span().end() - place.span().end()))),
            at -> desk.open(place.article(), at),
            desk::failed);
  }

  /// All tellings of the selected event with their sources, a line each.
  void copy() {
    board
        .selected
        .get()
        .ifPresent(
            event -> {
              Sourced.copy(
                  selected().map(Mark::wholly).orElse("")
                      + ": "
                      + event.title()
                      + "\n"
                      + event.tellings().stream()
                          .map(told -> Sourced.words(told.dating(), told.span(), told.text()))
                          .collect(Collectors.joining("\n")));
              desk.said(
                  t("Copied {0} tellings with their sources.", event.tellings().size()), false);
            });
  }

  void name(String typed) {
    board
        .selected
        .get()
        .ifPresent(
            event ->
                desk.edit(
                    typed.isBlank() ? t("Gave the event its own words back") : t("Named the event"),
                    () -> desk.workbench().timeline().name(lead(event), typed.strip())));
  }

  /// Dates the selected event; false when the words are no date.
  boolean date(String typed) {
    var when = typed.strip();
    if (!when.isEmpty() && When.of(when).isEmpty()) {
      desk.said(
          t("“{0}” is no date. Write 2025-01-27, 2025-01, 2024/2025 or /2024-12-31.", when), false);
      return false;
    }
    board
        .selected
        .get()
        .ifPresent(
            event ->
                desk.edit(
                    when.isEmpty() ? t("Took back the date") : t("Dated the event {0}", when),
                    () -> desk.workbench().timeline().date(lead(event), when)));
    return true;
  }

  private static FindingId lead(Event event) {
    return id(event.tellings().getFirst());
  }

  /// Dismisses the anomaly at hand; false without a reason.
  boolean dismiss(String reason) {
    if (reason.isBlank()) {
      desk.said(t("Write why it is no anomaly."), false);
      return false;
    }
    flagsHere().stream()
        .findFirst()
        .ifPresent(
            now ->
                desk.edit(
                    t("Dismissed an anomaly: {0}", reason.strip()),
                    () -> desk.workbench().timeline().dismiss(now.anomaly().id(), reason.strip())));
    return true;
  }

  /// The first anomaly at hand that suggests a day.
  Optional<Anomaly> suggesting() {
    return flagsHere().stream()
        .map(Found.Flag::anomaly)
        .filter(anomaly -> anomaly.suggested().isPresent())
        .findFirst();
  }

  /// Takes the day that the anomaly at hand suggests.
  void useSuggested() {
    suggesting().ifPresent(this::use);
  }

  void use(Anomaly anomaly) {
    anomaly
        .suggested()
        .ifPresent(
            day ->
                desk.edit(
                    t("Took the suggested date, {0}", Texts.day(day.when())),
                    () -> desk.workbench().timeline().useSuggested(anomaly.id())));
  }

  /// While a merge is open: the two are one.
  void same() {
    board.confirm(t("Made one of two"));
  }

  /// While a merge is open: the two are not one.
  void notSame() {
    var first = board.merging.get();
    var second = board.selected.get();
    board.leaveMerge();
    if (first.isPresent() && second.isPresent() && !first.equals(second)) {
      desk.edit(
          t("Said that two events are not the same"),
          () -> desk.workbench().timeline().notSame(lead(first.get()), lead(second.get())));
    }
  }

  void split() {
    board.split(
        t(
            "Took {0} out of the event",
            board.telling.get().map(told -> Texts.outlet(told.dating().outlet())).orElse("")));
  }
}
