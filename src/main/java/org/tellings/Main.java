package org.tellings;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tellings.cli.Cli;

/// Where the program begins.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var status = Cli.run(args, out, err);
    out.flush();
    System.exit(status);
  }
}
