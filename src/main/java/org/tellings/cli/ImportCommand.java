package org.tellings.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tellings.workbench.CodebookDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The command `import`: takes in what people decided in another library.
@Command(
    name = "import",
    description =
        "Takes in a pack of decisions that `export decisions` wrote, in one step that can be"
            + " undone. What was decided here stays; what finds no place here is named.")
final class ImportCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(paramLabel = "FILE", description = "The pack, or a codebook (.qdc, .csv).")
  private Path file = Path.of("");

  ImportCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.on(
        false,
        workbench -> {
          if (CodebookDesk.isCodebook(file)) {
            var taken = workbench.codebook().read(file);
            cli.out().println("took in " + taken + (taken == 1 ? " code" : " codes"));
            return 0;
          }
          var done = workbench.takeIn(file);
          done.left().forEach(line -> cli.err().println(file + " " + line));
          cli.out()
              .println(
                  "took in "
                      + done.taken()
                      + " + already here "
                      + done.already()
                      + " + no place here "
                      + done.left().size());
          if (!done.unfound().isEmpty()) {
            cli.out()
                .println(
                    done.unfound().size() + " of them on words that the machine does not find");
          }
          return done.left().isEmpty() ? 0 : 1;
        });
  }
}
