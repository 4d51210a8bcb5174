package org.tellings.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work off the screen's thread, its answer back on it.
///
/// Safe for use from many threads. `background` may run several tasks at once, `serial` runs one
/// after the other: edits go there, so that they are made in the order asked. `unasked` runs what
/// nobody waits for, in the background, but not before something is seen.
public record Tasks(Executor background, Executor serial, Executor screen, Executor unasked) {

  /// What nobody waits for runs as all else does.
  public Tasks(Executor background, Executor serial, Executor screen) {
    this(background, serial, screen, background);
  }

  /// Runs `work`, then hands its answer to `then`, or what it threw to `failed`, on the screen's
  /// thread.
  public <T> void run(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
    on(background, work, then, failed);
  }

  /// Changes the library; edits are made in the order asked.
  public <T> void edit(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
    on(serial, work, then, failed);
  }

  private <T> void on(
      Executor executor, Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
    executor.execute(() -> screen.execute(answered(work, then, failed)));
  }

  /// Does the work here and now; what it returns tells the answer, or the failure, on the screen.
  private static <T> Runnable answered(
      Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
    try {
      var answer = work.get();
      return () -> then.accept(answer);
    } catch (RuntimeException e) {
      return () -> failed.accept(e);
    } catch (Error e) {
      return () -> failed.accept(new IllegalStateException("the program failed: " + e, e));
    }
  }

  /// A lane in which only the newest task's answer counts: an older answer never overwrites a
  /// newer.
  public Lane lane() {
    return new Lane(this);
  }

  /// See [Tasks#lane].
  public static final class Lane {
    private final Tasks tasks;
    private final AtomicLong newest = new AtomicLong();

    private Lane(Tasks tasks) {
      this.tasks = tasks;
    }

    public <T> void run(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
      on(tasks.background, work, then, failed);
    }

    /// As [#run], for work that nobody waits for.
    public <T> void unasked(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
      on(tasks.unasked, work, then, failed);
    }

    private <T> void on(
        Executor executor, Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
      var mine = newest.incrementAndGet();
      executor.execute(
          () -> {
            if (newest.get() == mine) {
              var answer = answered(work, then, failed);
              tasks.screen.execute(
                  () -> {
                    if (newest.get() == mine) {
                      answer.run();
                    }
                  });
            }
          });
    }

    /// Whatever was asked before is not wanted any more.
    public void forget() {
      newest.incrementAndGet();
    }
  }
}
