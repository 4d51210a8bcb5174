package org.tellings.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Kind;
import org.tellings.workbench.ReviewDesk.Queue;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `queue`: what waits for a person.
@Command(
    name = "queue",
    description = {
      "Lists what waits for a person; without a name, how many wait in each queue. The table ends"
          + " with how many of how many are reviewed.",
      "unreviewed: nobody decided on them. disputed: decided, and the machine now reads them"
          + " otherwise. lost: decided on what the machine finds no longer; they stay as decided."
    })
final class QueueCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("id", "kind", "outlet", "date", "state", "text", "machine");

  private static final int MOST = 100;

  private final Cli cli;

  @Parameters(arity = "0..1", paramLabel = "QUEUE", description = "unreviewed, disputed or lost.")
  private @Nullable String queue;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only those of a kind: quote claim figure date entity.")
  private @Nullable String kind;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many; 0: all. Without it 100.")
  private @Nullable Integer limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = Cli.FORMAT)
  private String format = "table";

  QueueCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    if (limit != null && limit < 0) {
      throw new IllegalArgumentException("--limit wants 0 or more");
    }
    if (queue == null && (limit != null || kind != null)) {
      throw new IllegalArgumentException(
          "--kind and --limit are of one queue: "
              + words(Queue::word, Queue.values())
              + "; `queue "
              + Queue.UNREVIEWED.word()
              + " …`");
    }
    var only = Optional.ofNullable(kind).map(QueueCommand::kind);
    var named = Optional.ofNullable(queue).map(QueueCommand::queue);
    return cli.reading(
        workbench -> {
          cli.print(
              named.map(one -> waiting(workbench, one, only)).orElseGet(() -> counts(workbench)),
              format,
              named.isPresent() ? COLUMNS : List.of("queue", "count"));
          if (format.equals("table")) {
            cli.out().println(workbench.review().progress(only));
          }
          return 0;
        });
  }

  private List<Map<String, @Nullable Object>> waiting(
      Workbench workbench, Queue one, Optional<Kind> only) {
    return workbench.review().rows(one, only, most(), cli.progress());
  }

  private int most() {
    var asked = Optional.ofNullable(limit).orElse(MOST);
    return asked == 0 ? Integer.MAX_VALUE : asked;
  }

  private List<Map<String, @Nullable Object>> counts(Workbench workbench) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    workbench
        .review()
        .counts(cli.progress())
        .forEach(
            (one, count) -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("queue", one.word());
              row.put("count", count);
              rows.add(row);
            });
    return rows;
  }

  private static Queue queue(String word) {
    return Arrays.stream(Queue.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no queue “" + word + "”; there are: " + words(Queue::word, Queue.values())));
  }

  private static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no kind “" + word + "”; there are: " + words(Kind::word, Kind.values())));
  }

  private static <T> String words(java.util.function.Function<T, String> word, T[] all) {
    return Arrays.stream(all).map(word).collect(Collectors.joining(" "));
  }
}
