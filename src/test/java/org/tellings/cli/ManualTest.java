package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tellings.workbench.WorkbenchException;

/// The manual of the command line names the commands and options that `--help` prints, no others.
final class ManualTest {

  private static final Set<String> EVERYWHERE =
      Set.of("--help", "--version", "--library", "--sample", "--format");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  (?<name>[a-z][a-z-]*)  ");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
  private static final Pattern CODE = Pattern.compile("`(?<name>[a-z][a-z-]*)[^`]*`");

  @Test
  void theTableNamesEveryCommandWithItsOptions() throws IOException {
    Map<String, Set<String>> printed = new TreeMap<>();
    for (var command : commands()) {
      var options = options(help(command, "--help"));
      options.removeAll(EVERYWHERE);
      printed.put(command, options);
    }
    assertTrue(printed.size() > 10, printed::toString);
    Map<String, Set<String>> told = new TreeMap<>();
    for (var row : Files.readAllLines(Path.of("docs/manual/cli.md"))) {
      if (row.startsWith("| `")) {
        var cell = row.substring(0, row.indexOf('|', 2));
        var options = options(row);
        options.removeAll(EVERYWHERE);
        for (var name : names(cell)) {
          told.computeIfAbsent(name, _ -> new TreeSet<>())
              .addAll(names(cell).size() == 1 ? options : Set.of());
        }
      }
    }
    assertEquals(printed, told);
  }

  @Test
  void theSentenceOnFormatsNamesTheCommandsThatHaveThem() throws IOException {
    var having = new TreeSet<String>();
    for (var command : commands()) {
      if (options(help(command, "--help")).contains("--format") && !command.equals("export")) {
        having.add(command);
      }
    }
    var manual = Files.readString(Path.of("docs/manual/cli.md"));
    var from = manual.indexOf("`--format table|jsonl|csv` on ");
    assertEquals(having, names(manual.substring(from + 29, manual.indexOf('.', from))));
  }

  private static Set<String> commands() {
    var help = help("--help");
    return COMMAND
        .matcher(help.substring(help.indexOf("Commands:")))
        .results()
        .map(m -> m.group("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> options(String text) {
    return OPTION
        .matcher(text)
        .results()
        .map(m -> m.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(String text) {
    return CODE.matcher(text)
        .results()
        .map(m -> m.group("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String help(String... line) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var status =
        Cli.run(
            line,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            (_, _, _) -> {
              throw new WorkbenchException("there is no display");
            });
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(0, status);
    return out.toString(StandardCharsets.UTF_8);
  }
}
