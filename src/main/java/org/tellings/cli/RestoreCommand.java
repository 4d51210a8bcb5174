package org.tellings.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.workbench.RestoreDesk.Past;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `restore`: a copy of the library as it was at any moment.
@Command(
    name = "restore",
    description = {
      "Makes a copy of the library as it was at a moment; the library itself is not touched.",
      "WHEN is a time of this machine (2025-02-03T10:15, or a day, which is its end), a time with"
          + " its zone (2025-02-03T10:15:30Z), step:12 (just after this step of `history` was"
          + " made), before-step:12, or moment:17 and version:8 as --list and --points name them."
    })
final class RestoreCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(names = "--as-of", paramLabel = "WHEN", description = "The moment.")
  private @Nullable String asOf;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the copy: not there yet, or empty.")
  private @Nullable Path out;

  @Option(names = "--list", description = "Lists every moment there was, newest first.")
  private boolean list;

  @Option(
      names = "--points",
      description =
          "Lists the moments before something big: articles, a merge, a pack, much at once.")
  private boolean points;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "Of the list: " + Cli.FORMAT)
  private String format = "table";

  RestoreCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    if (list || points) {
      return cli.reading(
          workbench -> {
            var desk = workbench.restoring();
            var rows =
                new ArrayList<>(
                    (points ? desk.points() : desk.moments()).stream().map(this::row).toList());
            cli.print(rows, format, List.of("asOf", "when", "coder", "words"));
            return 0;
          });
    }
    if (asOf == null || out == null) {
      throw new IllegalArgumentException(
          "restore wants --as-of WHEN and --out DIR; `restore --list` tells the moments");
    }
    var when = asOf;
    var to = out;
    return cli.reading(
        workbench -> {
          var made = workbench.restoring().restore(when, to, cli.progress()).orElseThrow();
          cli.out()
              .println(
                  "restored: "
                      + made.folder()
                      + " as of "
                      + (made.when().isEmpty() ? when : shown(made.when()))
                      + ", "
                      + made.articles()
                      + (made.articles() == 1 ? " article" : " articles"));
          return 0;
        });
  }

  private Map<String, @Nullable Object> row(Past past) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("asOf", past.asOf());
    row.put(
        "when",
        past.when().isEmpty() ? null : format.equals("table") ? shown(past.when()) : past.when());
    row.put("coder", past.coder().isEmpty() ? null : past.coder());
    row.put("words", past.words());
    return row;
  }

  private static String shown(String when) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
        .withZone(ZoneId.systemDefault())
        .format(Instant.parse(when));
  }
}
