package org.tellings.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The command `verify`: a report against its library, or the library against itself.
@Command(
    name = "verify",
    description = {
      "Makes a report again from the library and says where the two differ; without a report, reads"
          + " every article and every span of the library again.",
      "Exit status 0 when nothing differs, 1 when something does."
    })
final class VerifyCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      arity = "0..1",
      paramLabel = "REPORT",
      description = "A report made by `report`, HTML or .docx.")
  private @Nullable Path report;

  VerifyCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var file = report;
    return cli.reading(
        workbench ->
            file == null
                ? told(
                    workbench.check(false, cli.progress()).stream()
                        .filter(line -> !line.equals(Workbench.WANTS_RESCUE))
                        .toList(),
                    spans(workbench))
                : told(
                    workbench.reports().differences(file, cli.progress()).orElseThrow(),
                    "the report is exactly what the library gives"));
  }

  private static String spans(Workbench workbench) {
    var findings = workbench.articles().stream().mapToInt(one -> one.findings()).sum();
    return workbench.size()
        + (workbench.size() == 1 ? " article and " : " articles and ")
        + findings
        + (findings == 1 ? " span" : " spans")
        + " are what was stored";
  }

  private int told(List<String> differences, String whole) {
    differences.forEach(cli.out()::println);
    if (differences.isEmpty()) {
      cli.out().println(whole);
    }
    return differences.isEmpty() ? 0 : 1;
  }
}
