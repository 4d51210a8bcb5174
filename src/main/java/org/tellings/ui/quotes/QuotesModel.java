package org.tellings.ui.quotes;

import static org.tellings.ui.kit.Texts.t;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tellings.compare.Comparison;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Outlet;
import org.tellings.ui.kit.Board;
import org.tellings.ui.kit.Comparing;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Texts;

/// The utterances of the library, which of them and which telling is selected, and what one can
/// decide. Only on the screen's thread.
final class QuotesModel {

  private static final int COLUMNS = 9;

  /// How the list is ordered.
  enum Order {
    CARRIED("Most carried"),
    ALTERED("Altered first"),
    EARLIEST("Earliest first"),
    SPEAKER("By speaker");

    final String words;

    Order(String words) {
      this.words = words;
    }
  }

  private static final class Shape implements Board.Shape<Utterance, Wording> {
    @Override
    public List<Wording> tellings(Utterance utterance) {
      return utterance.tellings();
    }

    @Override
    public List<FindingId> findings(Wording wording) {
      return wording.parts().stream().map(part -> part.kept().id()).toList();
    }

    @Override
    public Wording lead(Utterance utterance) {
      return utterance.fullestTelling();
    }
  }

  private final Desk desk;

  /// True while the quotes of one speaker are still on their way.
  private boolean waiting;

  QuotesModel(Desk desk) {
    this.desk = desk;
    this.comparing = new Comparing(desk);
    this.board = new Board<>(desk, new Shape());
    order.subscribe(now -> board.arrange(comparator(now)));
    only.subscribe(
        only ->
            board.narrow(
                u ->
                    only.stream()
                        .allMatch(name -> u.tellings().stream().anyMatch(w -> says(name, w)))));
  }

  // -- what it shows --

  final Comparing comparing;
  final Board<Utterance, Wording> board;
  final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.CARRIED);

  /// The speaker whose quotes alone are shown.
  final ObjectProperty<Optional<String>> only = new SimpleObjectProperty<>(Optional.empty());

  /// The outlets that carry most, one a column.
  final ObservableList<Outlet> outlets = FXCollections.observableArrayList();

  int altered() {
    return (int) board.all().stream().filter(Utterance::isSilentlyAltered).count();
  }

  /// The telling that carries most of an utterance in an outlet.
  static Optional<Wording> carried(Utterance utterance, Outlet outlet) {
    return utterance.tellings().stream()
        .filter(t -> t.first().outlet().equals(outlet))
        .min(Comparator.comparing(Wording::reach));
  }

  // -- what it can do --

  void load() {
    comparing.ask(Comparison::utterances, this::show);
  }

  private void show(List<Utterance> fresh) {
    var counts =
        fresh.stream()
            .filter(u -> u.tellings().size() > 1)
            .flatMap(u -> u.tellings().stream().map(t -> t.first().outlet()).distinct())
            .filter(Outlet::isKnown)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    outlets.setAll(
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Outlet, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COLUMNS)
            .map(Map.Entry::getKey)
            .toList());
    board.show(fresh);
    if (waiting) {
      waiting = false;
      next(0, true);
    }
  }

  private static Comparator<Utterance> comparator(Order order) {
    Comparator<Utterance> carried =
        Comparator.<Utterance>comparingInt(u -> -u.outlets().size())
            .thenComparing(u -> -u.tellings().size())
            .thenComparing(Utterance::id);
    return switch (order) {
      case CARRIED -> carried;
      case ALTERED ->
          Comparator.<Utterance, Boolean>comparing(u -> !u.isSilentlyAltered())
              .thenComparing(carried);
      case EARLIEST ->
          Comparator.<Utterance, String>comparing(
                  u ->
                      u.telling(u.earliest())
                          .flatMap(t -> t.first().heading().published())
                          .map(d -> d.value())
                          .orElse("9999"))
              .thenComparing(carried);
      case SPEAKER ->
          Comparator.<Utterance, String>comparing(u -> u.speaker().orElse("\uffff"))
              .thenComparing(carried);
    };
  }

  private String here() {
    return board.telling.get().map(w -> Texts.outlet(w.first().outlet())).orElse("");
  }

  /// Shows the quotes of this speaker alone, in how many articles they ever stand; the first that
  /// is not reviewed is selected.
  void only(String speaker) {
    board.severalOnly.set(false);
    only.set(Optional.of(speaker));
    waiting = !next(0, true);
  }

  private static boolean says(String name, Wording telling) {
    return telling.parts().stream()
        .anyMatch(
            part ->
                part.kept().finding() instanceof Finding.Quote q
                    && q.speaker().name().filter(name::equals).isPresent());
  }

  /// Goes on to the next telling that is not reviewed.
  void nextUnreviewed() {
    var at = Math.max(0, board.selected.get().map(board.things::indexOf).orElse(0));
    if (!next(at, false)) {
      desk.said(t("Nothing after this waits for review."), false);
    }
  }

  /// Selects the first telling that waits for review of the things from this one on: after the one
  /// at hand, or from the first (`passed`).
  private boolean next(int from, boolean passed) {
    var here = board.telling.get();
    for (var thing : List.copyOf(board.things).subList(from, board.things.size())) {
      for (var telling : thing.tellings()) {
        if (passed && waits(telling)) {
          board.choose(telling.id());
          return true;
        }
        passed = passed || here.filter(telling::equals).isPresent();
      }
    }
    return false;
  }

  private boolean waits(Wording telling) {
    return telling.parts().stream().anyMatch(part -> !part.kept().isReviewed())
        && only.get().filter(name -> !says(name, telling)).isEmpty();
  }

  void confirm() {
    board.confirm(t("Confirmed the quote in {0}", here()));
  }

  void reject() {
    board.reject(t("Rejected the quote in {0}", here()));
  }

  void split() {
    board.split(t("Split the telling of {0} off", here()));
  }

  /// Keeps another speaker for the selected telling; the empty name is "cannot say".
  void speaker(String name) {
    board
        .telling
        .get()
        .ifPresent(
            now ->
                desk.edit(
                    t("Corrected the speaker in {0}", here()),
                    () ->
                        now.parts()
                            .forEach(
                                part ->
                                    desk.workbench()
                                        .correct(
                                            part.kept().id(), Map.of("speaker", name.strip())))));
  }

  void open() {
    board.telling.get().ifPresent(now -> desk.open(now.first().article(), Optional.of(now.id())));
  }

  /// All tellings of the selected utterance with their sources, a line each.
  void copy() {
    board
        .selected
        .get()
        .ifPresent(
            utterance -> {
              Sourced.copy(
                  utterance.tellings().stream()
                      .flatMap(t -> t.parts().stream())
                      .map(Sourced::words)
                      .collect(Collectors.joining("\n")));
              desk.said(
                  t("Copied {0} tellings with their sources.", utterance.tellings().size()), false);
            });
  }
}
