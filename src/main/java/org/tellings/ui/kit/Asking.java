package org.tellings.ui.kit;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.tellings.workbench.Progress;

/// What a view asks that takes a while: answered in the background, with progress and a way to stop
/// it. A later question stops an earlier one and makes it forgotten. Only on the screen's thread.
public final class Asking {

  /// What is said of it: that it goes on, `{0}` of `{1}` done, that it was stopped.
  public record Words(String going, String step, String stopped) {}

  private interface Way<T> {
    void run(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed);
  }

  private final Desk desk;
  private final Words words;
  private final Tasks.Lane lane;
  private AtomicBoolean stop = new AtomicBoolean();

  public Asking(Desk desk, Words words) {
    this.desk = desk;
    this.words = words;
    this.lane = desk.tasks().lane();
  }

  /// Work is under way.
  public final BooleanProperty busy = new SimpleBooleanProperty();

  /// How far it is, empty at once after it began.
  public final StringProperty how = new SimpleStringProperty("");

  /// The last work was stopped before its end: the view lacks what came since.
  public final BooleanProperty stopped = new SimpleBooleanProperty();

  /// Asks; `work` answers nothing when it was stopped.
  public <T> void ask(Function<Progress, Optional<T>> work, Consumer<T> then) {
    ask(lane::run, work, then);
  }

  /// Asks what nobody waits for.
  public <T> void unasked(Function<Progress, Optional<T>> work, Consumer<T> then) {
    ask(lane::unasked, work, then);
  }

  private <T> void ask(
      Way<Optional<T>> way, Function<Progress, Optional<T>> work, Consumer<T> then) {
    var mine = new AtomicBoolean();
    stop.set(true);
    stop = mine;
    busy.set(true);
    way.run(
        () -> work.apply(telling(mine)),
        answer -> {
          ended(answer.isEmpty());
          answer.ifPresent(then);
        },
        problem -> {
          ended(true);
          desk.failed(problem);
        });
  }

  private void ended(boolean wasStopped) {
    busy.set(false);
    how.set("");
    stopped.set(wasStopped);
  }

  public void cancel() {
    stop.set(true);
  }

  private Progress telling(AtomicBoolean stop) {
    return new Progress() {
      @Override
      public void at(int done, int total, String what) {
        desk.tasks().screen().execute(() -> how.set(t(words.step(), done, total)));
      }

      @Override
      public boolean isCancelled() {
        return stop.get();
      }
    };
  }

  /// What a place without anything in it says of the work: that it is under way, with a way to stop
  /// it, or that it was stopped; empty when it ended.
  public Optional<Node> placeholder(Runnable again) {
    if (busy.get()) {
      return Optional.of(going());
    }
    return stopped.get()
        ? Optional.of(Nodes.empty(words.stopped(), Nodes.button(t("Go on"), again, "primary")))
        : Optional.empty();
  }

  /// That it is under way, with a way to stop it.
  public Node going() {
    var far = Nodes.label("", "muted");
    far.textProperty().bind(how);
    return Nodes.empty(words.going(), far, Nodes.button(t("Stop"), this::cancel, "secondary"));
  }
}
