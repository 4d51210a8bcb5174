package org.tellings.ui.kit;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tellings.model.FindingId;

/// The things that articles tell, in order; which of them is selected, and which telling of it; and
/// what a person decides of them: confirm, reject, make one of two, split. Only on the screen's
/// thread.
///
/// `T` is the thing (an utterance, a quantity), `M` one telling of it.
public final class Board<T, M> {

  /// What a thing is made of.
  public interface Shape<T, M> {

    /// Its tellings, one at least.
    List<M> tellings(T thing);

    /// The findings of a telling, one at least.
    List<FindingId> findings(M telling);

    /// The telling that is selected first.
    M lead(T thing);
  }

  private final Desk desk;
  private final Shape<T, M> shape;
  private List<T> all = List.of();
  private int tellings;
  private Optional<FindingId> wanted = Optional.empty();
  private Comparator<T> order = Comparator.comparing(_ -> 0);
  private Predicate<T> among = _ -> true;

  public Board(Desk desk, Shape<T, M> shape) {
    this.desk = desk;
    this.shape = shape;
    severalOnly.subscribe((_, _) -> arrange());
    selected.subscribe(_ -> telling.set(selected.get().map(shape::lead)));
  }

  // -- what it shows --

  public final ObservableList<T> things = FXCollections.observableArrayList();

  /// Only things with several tellings.
  public final BooleanProperty severalOnly = new SimpleBooleanProperty(true);

  public final ObjectProperty<Optional<T>> selected = new SimpleObjectProperty<>(Optional.empty());
  public final ObjectProperty<Optional<M>> telling = new SimpleObjectProperty<>(Optional.empty());

  /// The thing that waits for another to be the same.
  public final ObjectProperty<Optional<T>> merging = new SimpleObjectProperty<>(Optional.empty());

  /// All things, shown or not.
  public List<T> all() {
    return all;
  }

  /// How many tellings all things have.
  public int tellings() {
    return tellings;
  }

  // -- what it can do --

  /// Takes in things that came; the selection stays where the same findings are.
  public void show(List<T> fresh) {
    show(fresh, Optional.empty());
  }

  /// The same; where nothing that is there was selected or awaited, `first` is selected rather than
  /// the first of all.
  public void show(List<T> fresh, Optional<FindingId> first) {
    var before = wanted.or(this::finding);
    wanted = Optional.empty();
    all = fresh;
    tellings = all.stream().mapToInt(thing -> shape.tellings(thing).size()).sum();
    merging.set(Optional.empty());
    arrange(before, first);
  }

  /// Shows only those that fit.
  public void narrow(Predicate<T> among) {
    this.among = among;
    arrange();
  }

  /// Puts them into another order.
  public void arrange(Comparator<T> order) {
    this.order = order;
    arrange();
  }

  private void arrange() {
    arrange(finding(), Optional.empty());
  }

  /// What is selected then changes once: what shows it is not made twice.
  private void arrange(Optional<FindingId> before, Optional<FindingId> first) {
    things.setAll(
        all.stream()
            .filter(thing -> !severalOnly.get() || shape.tellings(thing).size() > 1)
            .filter(among)
            .sorted(order)
            .toList());
    if (before.filter(this::select).or(() -> first.filter(this::select)).isEmpty()) {
      wanted = all.isEmpty() ? before.or(() -> wanted) : wanted;
      selected.set(things.stream().findFirst());
    }
  }

  /// The first finding of the selected telling.
  public Optional<FindingId> finding() {
    return telling.get().map(now -> shape.findings(now).getFirst());
  }

  /// Selects the thing and the telling that hold this finding; when things are still on their way,
  /// as soon as they are there.
  public void choose(FindingId finding) {
    if (!select(finding)) {
      wanted = all.isEmpty() ? Optional.of(finding) : Optional.empty();
    }
  }

  /// False when nothing holds the finding.
  private boolean select(FindingId finding) {
    for (var thing : all) {
      for (var one : shape.tellings(thing)) {
        if (shape.findings(one).contains(finding)) {
          if (severalOnly.get() && !things.contains(thing)) {
            severalOnly.set(false);
          }
          selected.set(Optional.of(thing));
          telling.set(Optional.of(one));
          return true;
        }
      }
    }
    return false;
  }

  public void step(int by) {
    if (!things.isEmpty()) {
      var now = selected.get().map(things::indexOf).orElse(-1);
      selected.set(Optional.of(things.get(Math.clamp(now + (long) by, 0, things.size() - 1))));
    }
  }

  public void stepTelling(int by) {
    selected
        .get()
        .map(shape::tellings)
        .ifPresent(
            tellings -> {
              var now = telling.get().map(tellings::indexOf).orElse(0);
              telling.set(
                  Optional.of(tellings.get(Math.clamp(now + (long) by, 0, tellings.size() - 1))));
            });
  }

  /// Confirms the selected telling; while a merge is open, makes the two things one.
  public void confirm(String words) {
    if (merging.get().isPresent()) {
      mergeHere();
      return;
    }
    telling
        .get()
        .ifPresent(now -> desk.edit(words, () -> desk.workbench().confirm(shape.findings(now))));
  }

  public void reject(String words) {
    telling
        .get()
        .ifPresent(now -> desk.edit(words, () -> desk.workbench().reject(shape.findings(now))));
  }

  /// Begins a merge: the next thing confirmed is the same as this one.
  public void merge() {
    selected
        .get()
        .ifPresent(
            thing -> {
              merging.set(Optional.of(thing));
              desk.said(t("Go with J and K to what is the same, then press Enter."), false);
            });
  }

  public void leaveMerge() {
    merging.set(Optional.empty());
  }

  private void mergeHere() {
    var first = merging.get();
    var second = selected.get().filter(thing -> !first.equals(Optional.of(thing)));
    merging.set(Optional.empty());
    if (first.isPresent() && second.isPresent()) {
      List<FindingId> both = new ArrayList<>(findings(first.get()));
      wanted = Optional.of(both.getFirst());
      both.addAll(findings(second.get()));
      desk.edit(t("Made one of two"), () -> desk.workbench().merge(both));
    }
  }

  /// Takes the selected telling out of its thing.
  public void split(String words) {
    var thing = selected.get();
    var off = telling.get();
    if (thing.isEmpty() || off.isEmpty() || shape.tellings(thing.get()).size() < 2) {
      desk.said(t("There is nothing to split: it has one telling."), false);
      return;
    }
    List<FindingId> rest = new ArrayList<>(findings(thing.get()));
    rest.removeAll(shape.findings(off.get()));
    wanted = Optional.of(rest.getFirst());
    desk.edit(words, () -> desk.workbench().split(shape.findings(off.get()), rest));
  }

  private List<FindingId> findings(T thing) {
    return shape.tellings(thing).stream().flatMap(m -> shape.findings(m).stream()).toList();
  }
}
