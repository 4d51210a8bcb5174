package org.tellings.ui.kit;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.tellings.compare.Comparison;
import org.tellings.workbench.Progress;

/// What a view asks of the comparison: answered in the background, with progress and cancel. Only
/// on the screen's thread.
public final class Comparing {

  private final Desk desk;
  private final Tasks.Lane lane;
  private final AtomicReference<AtomicBoolean> stop = new AtomicReference<>(new AtomicBoolean());

  public Comparing(Desk desk) {
    this.desk = desk;
    this.lane = desk.tasks().lane();
  }

  /// Work is under way.
  public final BooleanProperty busy = new SimpleBooleanProperty();

  /// How far it is, empty at once after it began.
  public final StringProperty words = new SimpleStringProperty("");

  /// The last work was stopped before its end: the view lacks what came since.
  public final BooleanProperty stopped = new SimpleBooleanProperty();

  /// Asks; a later question makes an earlier one forgotten.
  public <T> void ask(Function<Comparison, T> question, Consumer<T> then) {
    ask(lane::run, desk.workbench()::comparison, question, then);
  }

  /// Asks as [#ask], unless the comparison takes long to make: then nobody asked for that.
  public <T> void askAtHand(Function<Comparison, T> question, Consumer<T> then) {
    ask(lane::unasked, desk.workbench()::comparisonAtHand, question, then);
  }

  private interface Way<T> {
    void run(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed);
  }

  private <T> void ask(
      Way<Optional<T>> way,
      Function<Progress, Optional<Comparison>> comparison,
      Function<Comparison, T> question,
      Consumer<T> then) {
    var mine = new AtomicBoolean();
    stop.getAndSet(mine).set(true);
    busy.set(true);
    way.run(
        () -> comparison.apply(telling(mine)).map(question),
        answer -> {
          ended(answer);
          answer.ifPresent(then);
        },
        problem -> {
          ended(Optional.empty());
          desk.failed(problem);
        });
  }

  private void ended(Optional<?> answer) {
    busy.set(false);
    words.set("");
    stopped.set(answer.isEmpty());
  }

  public void cancel() {
    stop.get().set(true);
  }

  private Progress telling(AtomicBoolean stop) {
    return new Progress() {
      @Override
      public void at(int done, int total, String what) {
        desk.tasks()
            .screen()
            .execute(() -> words.set(t("Comparing article {0} of {1}", done, total)));
      }

      @Override
      public boolean isCancelled() {
        return stop.get();
      }
    };
  }

  /// What an empty list says: work under way with a way to stop it, work that was stopped, or that
  /// there is nothing, in the view's own words.
  public Node placeholder(String nothing, Runnable again) {
    if (busy.get()) {
      var how = Nodes.label("", "muted");
      how.textProperty().bind(words);
      return Nodes.empty(
          t("Comparing the articles…"), how, Nodes.button(t("Stop"), this::cancel, "secondary"));
    }
    return stopped.get()
        ? Nodes.empty(
            t("The comparison was stopped. What was read is kept."),
            Nodes.button(t("Go on"), again, "primary"))
        : Nodes.empty(nothing);
  }
}
