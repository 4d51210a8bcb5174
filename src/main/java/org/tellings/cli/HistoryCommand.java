package org.tellings.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import org.tellings.workbench.Step;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `history`: the steps made, and what each changed.
@Command(
    name = "history",
    description = {
      "Lists the steps made, newest first, with what each changed; with ID, those on one finding.",
      "The table has local time; jsonl and csv have UTC, and every change with its id."
    })
final class HistoryCommand implements Callable<Integer> {

  private static final int MOST_CHANGES = 3;

  private final Cli cli;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Only the steps on this finding. " + Cli.ID)
  private @Nullable String finding;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "0",
      description = "At most so many steps; else all.")
  private int limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = Cli.FORMAT)
  private String format = "table";

  HistoryCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    if (limit < 0) {
      throw new IllegalArgumentException("--limit wants 1 or more");
    }
    var of = Optional.ofNullable(finding).map(FindingId::parse);
    return cli.reading(
        workbench -> {
          var most = limit == 0 ? Integer.MAX_VALUE : limit;
          var steps = of.isEmpty() ? workbench.history(most) : of(workbench, of.get(), most);
          if (format.equals("table")) {
            steps.forEach(step -> print(step, cli.out()));
          } else {
            cli.print(
                new ArrayList<>(steps.stream().map(HistoryCommand::row).toList()),
                format,
                List.of());
          }
          return 0;
        });
  }

  /// When a step was made: in a table by the clock of here, else in UTC.
  static String when(Step step, String format) {
    return format.equals("table")
        ? local(step.when())
        : Instant.parse(step.when()).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static List<Step> of(Workbench workbench, FindingId id, int most) {
    var steps = workbench.history(id).stream().limit(most).toList();
    if (steps.isEmpty() && workbench.finding(id).isEmpty()) {
      throw new IllegalArgumentException("there is no finding " + id);
    }
    return steps;
  }

  private static void print(Step step, PrintStream out) {
    out.println(
        "%4d  %s  %s  %s%s"
            .formatted(
                step.number(),
                when(step, "table"),
                step.coder(),
                step.words(),
                step.undone() ? "  (undone)" : ""));
    var changes = step.telling();
    var several = changes.stream().map(Step.Change::id).distinct().count() > 1;
    for (var change : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
      out.println("      " + (several ? change.id() + "  " : "") + change.inWords());
    }
    if (changes.size() > MOST_CHANGES) {
      out.println("      … and " + (changes.size() - MOST_CHANGES) + " more changes");
    }
  }

  /// An instant in the time of this machine.
  static String local(String when) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
        .withZone(ZoneId.systemDefault())
        .format(Instant.parse(when));
  }

  private static Map<String, @Nullable Object> row(Step step) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("number", step.number());
    row.put("when", when(step, ""));
    row.put("coder", step.coder());
    row.put("words", step.words());
    row.put("undone", step.undone());
    row.put("changes", step.changes().stream().map(HistoryCommand::row).toList());
    return row;
  }

  private static Map<String, @Nullable Object> row(Step.Change change) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", change.id().isEmpty() ? null : change.id());
    row.put("field", change.field());
    row.put("from", change.from().orElse(null));
    row.put("to", change.to().orElse(null));
    return row;
  }
}
