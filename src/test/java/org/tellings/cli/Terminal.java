package org.tellings.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tellings.workbench.WorkbenchException;

/// Runs command lines on one library and keeps what the last one printed.
final class Terminal {

  private final Path library;
  private String printed = "";
  private String problems = "";

  Terminal(Path library) {
    this.library = library;
  }

  /// The exit status.
  int run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> line = new ArrayList<>(List.of("--library", library.toString()));
    line.addAll(List.of(words));
    var status =
        Cli.run(
            line.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            (_, _, _) -> {
              throw new WorkbenchException("there is no display");
            });
    printed = out.toString(StandardCharsets.UTF_8);
    problems = err.toString(StandardCharsets.UTF_8);
    return status;
  }

  /// What went to standard output.
  String printed() {
    return printed;
  }

  /// What went to standard error.
  String problems() {
    return problems;
  }
}
