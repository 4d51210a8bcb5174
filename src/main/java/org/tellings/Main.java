package org.tellings;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tellings.cli.Cli;
import org.tellings.ui.App;

/// Where the program begins.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var status =
        Cli.run(
            args,
            out,
            err,
            (library, samples, article) ->
                App.run(App.Opening.of(library::open, library::read), samples, article));
    // a full disk or a closed pipe is noted by the stream alone
    if (out.checkError() && status < 2) {
      err.println("tellings: the output could not be written whole");
      status = 3;
    }
    System.exit(status);
  }
}
