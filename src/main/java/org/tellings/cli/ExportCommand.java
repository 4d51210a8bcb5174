package org.tellings.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `export`: all articles, or all findings of a kind.
@Command(
    name = "export",
    description =
        "Writes articles quotes claims figures dates entities events or codings as csv or jsonl; or"
            + " all decisions as a pack, which `import` takes into another library of these"
            + " articles.")
final class ExportCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      paramLabel = "KIND",
      description = "articles quotes claims figures dates entities events codings decisions")
  private String kind = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "csv or jsonl; when it is not said, jsonl for a FILE.jsonl, else csv. Decisions: pack")
  private @Nullable String named;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes into this file in place of what is in it; else to standard output.")
  private @Nullable Path file;

  @Option(
      names = "--article",
      paramLabel = "ARTICLE",
      description = "Of this article alone; several times for several. Not of events or decisions.")
  private List<String> names = List.of();

  ExportCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (kind.equals("decisions")) {
      if (named != null && !named.equals("pack")) {
        throw new IllegalArgumentException("decisions are written as a pack");
      }
      if (!names.isEmpty()) {
        throw new IllegalArgumentException("decisions are written of the whole library");
      }
      return cli.reading(workbench -> cli.write(file, workbench.pack(cli.progress())));
    }
    var format =
        named != null
            ? named
            : file != null && file.toString().endsWith(".jsonl") ? "jsonl" : "csv";
    if (!Workbench.exportKinds().contains(kind) || !List.of("csv", "jsonl").contains(format)) {
      throw new IllegalArgumentException(
          "export wants one of "
              + String.join(" ", Workbench.exportKinds())
              + ", as csv or jsonl, or decisions, as a pack");
    }
    return cli.reading(
        workbench -> {
          var ids = names.stream().map(name -> Cli.article(workbench, name)).distinct().toList();
          var rows =
              ids.isEmpty()
                  ? workbench.exported(kind, cli.progress())
                  : workbench.exported(kind, ids, cli.progress());
          return cli.write(file, Workbench.written(kind, rows, format));
        });
  }
}
