package org.tellings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Code;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `codebook`: the codes there are, and their keys.
@Command(name = "codebook", description = "Lists the codebook; puts a code in or takes one out.")
final class CodebookCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--add",
      paramLabel = "CODE",
      description = "Puts a code in, or gives it another key.")
  private @Nullable String add;

  @Option(
      names = "--key",
      paramLabel = "1-9",
      defaultValue = "0",
      description = "The key that gives the code in the window.")
  private int key;

  @Option(
      names = "--remove",
      paramLabel = "CODE",
      description = "Takes a code out; where it was given it stays.")
  private @Nullable String remove;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = Cli.FORMAT)
  private String format = "table";

  CodebookCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    if (add == null && remove == null) {
      return cli.reading(
          workbench -> {
            cli.print(rows(workbench), format, List.of("code", "key"));
            return 0;
          });
    }
    return cli.on(
        false,
        workbench -> {
          if (add != null) {
            add(workbench, new Code(add, key));
          }
          if (remove != null) {
            workbench.undefine(remove);
            cli.out().println("code “" + remove + "” is taken out; where it was given it stays");
          }
          return 0;
        });
  }

  private void add(Workbench workbench, Code code) {
    var before =
        workbench.codes().stream()
            .filter(c -> c.key() == code.key() && c.key() != 0 && !c.name().equals(code.name()))
            .findFirst();
    workbench.define(code);
    cli.out()
        .println(
            "code “"
                + code.name()
                + "”"
                + (code.key() == 0 ? " without a key" : " with key " + code.key())
                + before.map(c -> "; code “" + c.name() + "” has no key now").orElse(""));
  }

  private static List<Map<String, @Nullable Object>> rows(Workbench workbench) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var code : workbench.codes()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("code", code.name());
      row.put("key", code.key() == 0 ? null : code.key());
      rows.add(row);
    }
    return rows;
  }
}
