package org.tellings;

import org.tellings.cli.Cli;
import org.tellings.ui.App;

/// Where the program begins: the command line, which can ask for the window.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(Cli.run(args, App::open));
  }
}
