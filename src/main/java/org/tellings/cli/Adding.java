package org.tellings.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.tellings.model.Intake;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Hears how the adding of files goes on: names what is refused, prints each intake once it is
/// kept, and stops between files when the program is told to end (Ctrl-C).
///
/// A line that is printed is kept: the file is in the library even when the program is killed then.
final class Adding implements Progress {

  private final PrintStream lines;
  private final PrintStream err;
  private final boolean jsonl;
  private long told = System.nanoTime();
  private volatile boolean stopped;

  /// Prints each intake as JSON on `lines` when `jsonl`; problems and progress on `err`.
  Adding(PrintStream lines, PrintStream err, boolean jsonl) {
    this.lines = lines;
    this.err = err;
    this.jsonl = jsonl;
  }

  /// Runs work so that Ctrl-C lets it come to a good end: the program ends when the work has.
  int runStoppable(IntSupplier work) {
    var ended = new CountDownLatch(1);
    var stop = new Thread(() -> stopAndWait(ended), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      return work.getAsInt();
    } finally {
      lines.flush();
      ended.countDown();
      if (!stopped) {
        remove(stop);
      }
    }
  }

  private void stopAndWait(CountDownLatch ended) {
    stopped = true;
    try {
      ended.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException _) {
      // the program was told to end just now; the work is done, so nothing waits
    }
  }

  @Override
  public void at(int done, int total, String what) {
    lines.flush();
    if (done < total && System.nanoTime() - told > TimeUnit.SECONDS.toNanos(2)) {
      err.println(done + " of " + total);
      told = System.nanoTime();
    }
  }

  @Override
  public void intake(Intake intake) {
    if (intake instanceof Intake.Unreadable u) {
      err.println(u.path() + ": " + u.reason());
    }
    if (jsonl) {
      lines.print(Workbench.written(Workbench.rows(new ArrayList<>(List.of(intake))), "jsonl"));
    }
  }

  @Override
  public boolean isCancelled() {
    return stopped;
  }
}
