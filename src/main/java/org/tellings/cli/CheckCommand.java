package org.tellings.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.tellings.workbench.Workbench;
import org.tellings.workbench.WorkbenchException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `check`: whether library and index are whole, and how they become so.
@Command(
    name = "check",
    description = {
      "Looks the library and its index over.",
      "Of a damaged library, --repair saves every article and decision that can be read into a new"
          + " file and says what was kept and what was lost; the damaged file stays beside it."
    })
final class CheckCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--repair",
      description =
          "Rebuilds the index when it differs; saves what can be read when the library is damaged.")
  private boolean repair;

  CheckCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (!repair) {
      return cli.reading(workbench -> told(workbench.check(false, cli.progress())));
    }
    var damaged = new AtomicReference<>(false);
    var status = 0;
    try {
      status =
          cli.on(
              false,
              workbench -> {
                var problems = workbench.check(true, cli.progress());
                damaged.set(problems.contains(Workbench.WANTS_RESCUE));
                told(problems.stream().filter(p -> !p.equals(Workbench.WANTS_RESCUE)).toList());
                return problems.isEmpty() || workbench.check(false, cli.progress()).isEmpty()
                    ? 0
                    : 3;
              });
    } catch (WorkbenchException e) {
      if (!e.isDamaged()) {
        throw e;
      }
      damaged.set(true);
    }
    return damaged.get() ? rescued() : status;
  }

  /// Done when what was saved is whole.
  private int rescued() {
    Workbench.rescue(cli.meant().folder()).forEach(cli.err()::println);
    return cli.on(
        false,
        workbench -> {
          var left =
              workbench.check(false, cli.progress()).stream().peek(cli.err()::println).toList();
          cli.out().println(left.isEmpty() ? "saved; the library is whole again" : "saved");
          return left.isEmpty() ? 0 : 3;
        });
  }

  private int told(List<String> problems) {
    problems.forEach(cli.err()::println);
    cli.out()
        .println(
            problems.isEmpty()
                ? "library and index are whole"
                : problems.size() + (problems.size() == 1 ? " problem" : " problems"));
    return problems.isEmpty() ? 0 : 3;
  }
}
