package org.tellings.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.Intake;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Hears how the adding of files goes on: names what is refused and, up to a number, what is left
/// out, prints each intake once it is kept, and stops between files when the program is told to end
/// (Ctrl-C).
///
/// A line that is printed is kept: the file is in the library even when the program is killed then.
final class Adding implements Progress {

  private static final int MOST_NAMED = 20;

  private final PrintStream lines;
  private final PrintStream err;
  private final String format;
  private long told = System.nanoTime();
  private volatile boolean stopped;
  private int left = -1;
  private int duplicates;
  private int skipped;

  /// Prints each intake as JSON on `lines` when the format is `jsonl`; problems and progress on
  /// `err`, and what is left out when the format is `table`.
  Adding(PrintStream lines, PrintStream err, String format) {
    this.lines = lines;
    this.err = err;
    this.format = format;
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
    left = total - done;
    if (done < total && System.nanoTime() - told > TimeUnit.SECONDS.toNanos(2)) {
      err.println(done + " of " + total);
      told = System.nanoTime();
    }
  }

  @Override
  public void intake(Intake intake) {
    switch (intake) {
      case Intake.Added _ -> {}
      case Intake.Unreadable u -> err.println(u.path() + ": " + u.reason());
      case Intake.Duplicate d -> {
        if (format.equals("table") && ++duplicates <= MOST_NAMED) {
          err.println(d.path() + ": duplicate, " + d.reason() + " (" + d.article() + ")");
        }
      }
      case Intake.Skipped s -> {
        if (format.equals("table") && ++skipped <= MOST_NAMED) {
          err.println(s.path() + ": skipped, " + s.reason());
        }
      }
    }
    if (format.equals("jsonl")) {
      lines.print(Workbench.written(Workbench.rows(new ArrayList<>(List.of(intake))), "jsonl"));
    }
  }

  /// What is kept and what has not been read, of an adding that was stopped.
  String stoppedWhere() {
    return switch (left) {
      case -1 -> "stopped before a file was read";
      case 0 -> "stopped when all files had been read; all that was read is kept";
      case 1 -> "stopped; what was read is kept, 1 file has not been read";
      default -> "stopped; what was read is kept, " + left + " files have not been read";
    };
  }

  /// Says how many files were not named, and where they are.
  void end() {
    var unnamed =
        Stream.of(unnamed(duplicates, "duplicate"), unnamed(skipped, "skipped"))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" and "));
    if (!unnamed.isEmpty()) {
      err.println(
          "not named here: " + unnamed + "; `add` again with `--format jsonl` names every file");
    }
  }

  private static String unnamed(int files, String what) {
    return files <= MOST_NAMED ? "" : files - MOST_NAMED + " more " + what;
  }

  @Override
  public boolean isCancelled() {
    return stopped;
  }
}
