package org.tellings.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tellings.model.Intake;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `add`: files into the library, and what became of them.
@Command(name = "add", description = "Reads files and folders into the library; prints the ledger.")
final class AddCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files, and folders with all that is below them.")
  private List<Path> paths = List.of();

  @Option(names = "--retry", description = "Offers the unreadable files again.")
  private boolean retry;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "table: the ledger in one line; jsonl: a line a file, printed when it is kept; csv.")
  private String format = "table";

  AddCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (paths.isEmpty() && !retry) {
      throw new IllegalArgumentException("add what? Name files or folders, or --retry");
    }
    if (paths.stream().anyMatch(path -> path.toString().isBlank())) {
      throw new IllegalArgumentException("add what? A name is empty");
    }
    Cli.checkFormat(format);
    var adding = new Adding(cli.out(), cli.err(), format);
    return adding.runStoppable(() -> cli.on(true, workbench -> added(workbench, adding)));
  }

  private int added(Workbench workbench, Adding adding) {
    List<Intake> intakes = new ArrayList<>(retry ? workbench.retry(adding) : List.of());
    intakes.addAll(paths.isEmpty() ? List.of() : workbench.add(paths, adding));
    adding.end();
    if (format.equals("csv")) {
      cli.print(Workbench.rows(intakes), format, List.of());
    }
    var unreadable = count(intakes, Intake.Unreadable.class);
    var ledger =
        "seen "
            + intakes.size()
            + " = added "
            + count(intakes, Intake.Added.class)
            + " + duplicate "
            + count(intakes, Intake.Duplicate.class)
            + " + unreadable "
            + unreadable
            + " + skipped "
            + count(intakes, Intake.Skipped.class);
    if (adding.isCancelled()) {
      cli.err().println(adding.stoppedWhere());
    }
    (format.equals("table") ? cli.out() : cli.err()).println(ledger);
    lacking(intakes).ifPresent(cli.err()::println);
    return unreadable == 0 ? 0 : 1;
  }

  /// What articles just added lack, so that nobody learns of it later.
  private static Optional<String> lacking(List<Intake> intakes) {
    Map<String, Integer> lacking = new TreeMap<>();
    for (var intake : intakes) {
      if (intake instanceof Intake.Added added) {
        added.missing().forEach(one -> lacking.merge(one, 1, Integer::sum));
      }
    }
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lacking.entrySet().stream()
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining("; "))
                + ". `tellings describe ARTICLE --published DAY --outlet NAME` gives them");
  }

  private static long count(List<Intake> intakes, Class<? extends Intake> kind) {
    return intakes.stream().filter(kind::isInstance).count();
  }
}
