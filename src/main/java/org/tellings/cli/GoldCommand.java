package org.tellings.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import org.tellings.workbench.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `gold`: decided findings as cases for the tests of extraction.
@Command(
    name = "gold",
    description = {
      "Prints decided findings as marked text, a case each for the program's tests of extraction.",
      "A case has the words of the article around the finding."
    })
final class GoldCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(arity = "1..*", paramLabel = "ID", description = Cli.ID)
  private List<String> names = List.of();

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What the case is for.")
  private String why = "";

  @Option(names = "--out", paramLabel = "FILE", description = "Puts them at the end of this file.")
  private @Nullable Path out;

  GoldCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var file = out;
    return cli.reading(
        workbench -> {
          var cases =
              String.join(
                  "\n",
                  names.stream()
                      .map(FindingId::parse)
                      .map(id -> workbench.review().goldCase(id, why))
                      .toList());
          if (file == null) {
            cli.out().print(cases);
          } else {
            ReviewDesk.append(cases, file);
            cli.out()
                .println(
                    names.size()
                        + (names.size() == 1 ? " gold case" : " gold cases")
                        + " at the end of "
                        + file);
          }
          return 0;
        });
  }
}
