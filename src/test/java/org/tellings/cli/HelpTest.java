package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `tellings COMMAND --help`, held against the parser; `ManualTest` holds it against the manual.
final class HelpTest {

  private static CommandLine line() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    return Cli.line(nowhere, nowhere, (_, _, _) -> {});
  }

  private static CommandSpec spec(String command) {
    return Optional.ofNullable(line().getSubcommands().get(command)).orElseThrow().getCommandSpec();
  }

  static Set<String> commands() {
    return new TreeSet<>(line().getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void printsTheWholeOfACommand(String command) {
    var terminal = new Terminal(Path.of("none"));
    assertEquals(0, terminal.run(command, "--help"));
    var printed = terminal.printed();
    assertTrue(printed.startsWith("Usage: tellings " + command + " "), printed);
    var spec = spec(command);
    assertTrue(spec.usageMessage().description().length > 0, command);
    for (var argument : spec.args()) {
      assertTrue(argument.description().length > 0, () -> command + " " + argument);
      assertTrue(
          argument.arity().max() == 0 || !argument.paramLabel().startsWith("<"),
          () -> command + " " + argument);
    }
    for (var option : spec.options()) {
      assertTrue(printed.contains("\n      " + option.longestName()), printed);
    }
    assertEquals(2, terminal.run(command, "--nonsense"));
    var brief = new String[] {command, "-h"};
    var out = new ByteArrayOutputStream();
    var to = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(0, Cli.run(brief, to, to, (_, _, _) -> {}));
    assertEquals(printed, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theProgramNamesItsCommands() {
    var terminal = new Terminal(Path.of("none"));
    assertEquals(0, terminal.run("--help"));
    for (var command : commands()) {
      assertTrue(terminal.printed().contains("  " + command + " "), terminal.printed());
    }
    assertEquals(0, terminal.run("--version"));
    assertTrue(terminal.printed().matches("(?s)\\d+\\.\\d+\\.\\d+\\s+"), terminal.printed());
  }
}
