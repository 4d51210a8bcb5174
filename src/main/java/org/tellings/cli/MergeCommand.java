package org.tellings.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Waiting;
import org.tellings.workbench.MergeDesk;
import org.tellings.workbench.MergeDesk.Choice;
import org.tellings.workbench.MergeDesk.Merged;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `merge`: another library, or packs, put into this one; and what of them waits.
@Command(
    name = "merge",
    description = {
      "Puts other libraries (folders) or packs into this one, each in one step that `undo` takes"
          + " back. The other library is only read.",
      "Nothing is dropped: what is decided otherwise here stays, and the other's word is laid aside"
          + " as a conflict; what finds no place here waits for its article. --waiting lists both,"
          + " --settle says which word holds."
    })
final class MergeCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "The folders of libraries, and packs.")
  private List<Path> sources = List.of();

  @Option(names = "--preview", description = "Only says what would come of it.")
  private boolean preview;

  @Option(names = "--waiting", description = "Lists what is laid aside.")
  private boolean waiting;

  @Option(
      names = "--settle",
      paramLabel = "ID",
      description =
          "Settles what is laid aside under this id, or `all`; several times for several.")
  private List<String> settle = List.of();

  @Option(
      names = "--take",
      paramLabel = "WHOSE",
      description = "With --settle: ours (what is here), theirs, or of two notes both.")
  private @Nullable String take;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "Of the list: " + Cli.FORMAT)
  private String format = "table";

  MergeCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    if (waiting) {
      return cli.reading(
          workbench -> {
            cli.print(
                new ArrayList<>(
                    workbench.merging().waiting().stream().map(MergeCommand::row).toList()),
                format,
                List.of("id", "why", "from", "words"));
            return 0;
          });
    }
    if (!settle.isEmpty()) {
      return cli.on(false, this::settled);
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(
          "merge wants the folder of a library or a pack; --waiting lists what is laid aside");
    }
    MergeDesk.refuse(sources);
    return cli.on(
        false,
        workbench -> {
          var status = 0;
          for (var source : sources) {
            status |=
                told(workbench.merging().merge(source, preview, cli.progress()).orElseThrow());
          }
          return status;
        });
  }

  private int told(Merged done) {
    done.takenBack().forEach(line -> cli.out().println("taken back there, and here: " + line));
    done.conflicts().forEach(w -> cli.out().println("conflict " + w.id() + "  " + w.words()));
    done.lost().forEach(w -> cli.err().println("no place here " + w.id() + "  " + w.words()));
    done.bad().forEach(cli.err()::println);
    cli.out()
        .println(
            (preview ? "Would be: " : "")
                + done.words()
                + " ("
                + done.already()
                + " were here already"
                + (done.exact() + done.moved() == 0
                    ? ""
                    : "; " + done.exact() + " exact, " + done.moved() + " moved")
                + ")");
    return done.conflicts().isEmpty() && done.lost().isEmpty() && done.bad().isEmpty() ? 0 : 1;
  }

  private int settled(Workbench workbench) {
    if (take == null || !List.of("ours", "theirs", "both").contains(take)) {
      throw new IllegalArgumentException("--settle wants --take ours, theirs or both");
    }
    var choice = Choice.valueOf(take.toUpperCase(Locale.ROOT));
    var ids =
        settle.contains("all")
            ? workbench.merging().waiting().stream()
                .filter(w -> w.why() == Waiting.Why.CONFLICT)
                .map(Waiting::id)
                .toList()
            : settle;
    workbench.merging().settle(ids, choice);
    cli.out()
        .println(
            ids.isEmpty() ? "nothing is in conflict" : workbench.history(1).getFirst().words());
    return 0;
  }

  private static Map<String, @Nullable Object> row(Waiting waiting) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", waiting.id());
    row.put("why", waiting.why().word());
    row.put("from", waiting.from());
    row.put("words", waiting.words());
    return row;
  }
}
