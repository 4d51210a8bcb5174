package org.tellings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `coder`: who works here, who codes, and which articles they have finished.
@Command(
    name = "coder",
    description = {
      "Lists the coders and how far they are; or: use NAME says who works here from now on (\"\":"
          + " who uses the machine), enrol NAME..., leave NAME..., finish ARTICLE..., reopen"
          + " ARTICLE....",
      "Coders who are enrolled do not see each other's codes in an article until both have"
          + " finished it."
    })
final class CoderCommand implements Callable<Integer> {

  private static final List<String> VERBS = List.of("use", "enrol", "leave", "finish", "reopen");

  private final Cli cli;

  @Parameters(arity = "0..*", paramLabel = "VERB", description = "See above.")
  private @Nullable List<String> verb;

  @Option(
      names = "--coder",
      paramLabel = "NAME",
      description = "With finish and reopen: who has finished; else who works here.")
  private @Nullable String coder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = Cli.FORMAT)
  private String format = "table";

  CoderCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    var words = verb;
    return words == null || words.isEmpty()
        ? cli.reading(this::list)
        : cli.on(false, workbench -> done(workbench, words));
  }

  private int list(Workbench workbench) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    var names = new ArrayList<String>();
    for (var one : workbench.coding().progress()) {
      names.add(one.name());
      rows.add(
          row(
              workbench,
              one.name(),
              one.enrolled(),
              one.codings(),
              one.articles(),
              one.finished()));
    }
    if (!names.contains(workbench.coder())) {
      rows.add(row(workbench, workbench.coder(), false, 0, 0, 0));
    }
    cli.print(
        rows, format, List.of("coder", "here", "enrolled", "codings", "articles", "finished"));
    return 0;
  }

  private static Map<String, @Nullable Object> row(
      Workbench workbench, String name, boolean enrolled, int codings, int articles, int done) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("coder", name);
    row.put("here", name.equals(workbench.coder()));
    row.put("enrolled", enrolled);
    row.put("codings", codings);
    row.put("articles", articles);
    row.put("finished", done);
    return row;
  }

  private int done(Workbench workbench, List<String> words) {
    var rest = words.subList(1, words.size());
    if (!VERBS.contains(words.getFirst())) {
      throw new IllegalArgumentException(
          "coder has no " + words.getFirst() + "; there are " + String.join(" ", VERBS));
    }
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("coder " + words.getFirst() + " wants a word after it");
    }
    var desk = workbench.coding();
    switch (words.getFirst()) {
      case "use" -> {
        workbench.coder(rest.getFirst());
        cli.out().println("who works here: " + workbench.coder());
      }
      case "enrol", "leave" -> {
        var on = words.getFirst().equals("enrol");
        var enrolled = desk.coders();
        rest.stream()
            .filter(name -> !on && !enrolled.contains(name))
            .findFirst()
            .ifPresent(
                name -> {
                  throw new IllegalArgumentException(
                      name
                          + " is not enrolled; there are: "
                          + (enrolled.isEmpty() ? "none" : String.join(", ", enrolled)));
                });
        rest.forEach(
            name -> {
              desk.enrol(name, on);
              cli.out().println(name + (on ? " is enrolled" : " is not enrolled any more"));
            });
      }
      case "finish", "reopen" -> {
        var on = words.getFirst().equals("finish");
        var who = Optional.ofNullable(coder).orElseGet(workbench::coder);
        desk.checkKnown(who);
        var ids = rest.stream().map(name -> Cli.article(workbench, name)).toList();
        desk.finish(ids, who, on);
        ids.forEach(id -> cli.out().println(id + (on ? "  finished" : "  taken up again")));
      }
      default -> throw new IllegalStateException(words.getFirst());
    }
    return 0;
  }
}
