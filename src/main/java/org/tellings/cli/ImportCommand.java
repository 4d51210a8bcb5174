package org.tellings.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tellings.workbench.CodebookDesk;
import org.tellings.workbench.ExchangeDesk;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `import`: takes in what people decided in another library.
@Command(
    name = "import",
    description =
        "Takes in a pack of decisions that `export decisions` wrote, a codebook, or what another"
            + " program coded, in one step that can be undone. What was decided here stays; what"
            + " finds no place here is named.")
final class ImportCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      paramLabel = "FILE",
      description =
          "A pack; a codebook (.qdc, .csv); a REFI-QDA project (.qdpx); W3C Web Annotations"
              + " (.jsonld, .json) or those of Hypothes.is (.json); a database of Discourse Network"
              + " Analyzer 3 (.dna).")
  private Path file = Path.of("");

  @Option(
      names = "--preview",
      description = "Of files of other programs: says what would be taken in, and changes nothing.")
  private boolean preview;

  ImportCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.on(
        false,
        workbench -> {
          if (ExchangeDesk.isForeign(file)) {
            return foreign(workbench);
          }
          if (preview) {
            throw new IllegalArgumentException(
                "--preview is for files of other programs: " + ExchangeDesk.ENDINGS);
          }
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
                      + done.lost()
                      + (done.conflicts() == 0 ? "" : " + in conflict " + done.conflicts())
                      + (done.unread() == 0 ? "" : " + unreadable " + done.unread()));
          if (done.conflicts() > 0) {
            cli.out().println("`merge --waiting` lists what is in conflict, --settle settles it");
          }
          if (!done.unfound().isEmpty()) {
            cli.out()
                .println(
                    done.unfound().size() + " of them on words that the machine does not find");
          }
          return done.left().isEmpty() ? 0 : 1;
        });
  }

  private int foreign(Workbench workbench) {
    var desk = workbench.exchange();
    var done =
        (preview ? desk.look(file, cli.progress()) : desk.takeIn(file, cli.progress()))
            .orElseThrow();
    done.told().forEach(line -> cli.err().println("moved: " + line));
    done.left().forEach(line -> cli.err().println("no place here: " + line));
    cli.out()
        .println(
            (preview ? "would take in " : "took in ")
                + done.inWords()
                + "; already here "
                + done.already()
                + ", no place here "
                + done.left().size());
    if (done.exact() + done.moved() + done.lost() > 0) {
      cli.out()
          .println(
              "anchors: exact "
                  + done.exact()
                  + ", moved "
                  + done.moved()
                  + ", lost "
                  + done.lost());
    }
    return done.left().isEmpty() ? 0 : 1;
  }
}
