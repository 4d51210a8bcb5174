package org.tellings;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tellings.cli.Cli;
import org.tellings.ui.App;

/// Where the program begins.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    var noted = new Noted(new FileOutputStream(FileDescriptor.out));
    var out = new PrintStream(noted, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var status =
        Cli.run(
            args,
            out,
            err,
            (library, samples, article) ->
                App.run(App.Opening.of(library::open, library::read), samples, article));
    // a full disk is noted by the stream alone; who closed the pipe has seen enough
    if (out.checkError() && status < 2 && !noted.isClosedPipe()) {
      err.println("tellings: the output could not be written whole");
      status = 3;
    }
    System.exit(status);
  }
}
