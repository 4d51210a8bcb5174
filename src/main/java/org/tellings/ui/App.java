package org.tellings.ui;

import java.nio.file.Path;
import java.util.Optional;

/// The workbench in a window.
public final class App {

  private App() {}

  /// Opens the window and returns when it is closed: 0, or 3 when there is no display.
  public static int open(Optional<Path> library, boolean sample, Optional<String> article) {
    return 3;
  }
}
