package org.tellings.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The workbench from a terminal.
public final class Cli {

  private Cli() {}

  /// Runs one command and returns the exit status of `docs/manual/cli.md`.
  public static int run(String[] args, Window window) {
    if (args.length > 0 && args[0].equals("open")) {
      return window.open(Optional.empty(), true, Optional.empty());
    }
    return 2;
  }

  /// Opens the window on a library (empty: the default one; `sample`: the sample) and, when given, on
  /// one article; returns when the window is closed.
  @FunctionalInterface
  public interface Window {
    int open(Optional<Path> library, boolean sample, Optional<String> article);
  }
}
