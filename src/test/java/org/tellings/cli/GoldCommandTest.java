package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.json.Json;

/// A decided finding becomes a case in the form that the tests of extraction read.
final class GoldCommandTest {

  @TempDir Path folder;
  private Terminal terminal = new Terminal(Path.of("none"));

  @BeforeEach
  void add() throws IOException {
    terminal = new Terminal(folder.resolve("library"));
    var file =
        Files.writeString(
            folder.resolve("mill.md"),
            """
            ---
            title: The mill
            outlet: Harbour Test
            date: 2025-02-12
            ---
            Nothing is known of the weir.

            Ada Lind, the miller, owns the mill.

            “The wheel is broken,” Lind said on Monday. It cost $4 million, or about 5 percent.
            """);
    assertEquals(0, terminal.run("add", file.toString()));
  }

  private String id(String kind, int which) {
    assertEquals(0, terminal.run("export", kind, "--format", "jsonl"));
    List<String> lines = terminal.printed().lines().toList();
    return String.valueOf(Json.object(lines.get(which)).orElseThrow().get("id"));
  }

  @Test
  void aCorrectedQuoteHasAsMuchBeforeItAsTheMachineNeeds() {
    var quote = id("quotes", 0);
    assertEquals(2, terminal.run("gold", quote));
    assertTrue(terminal.problems().contains("nobody decided on"), terminal.problems());
    assertEquals(0, terminal.run("review", quote, "--correct", "cue=muttered"));
    assertEquals(0, terminal.run("gold", quote, "--why", "a surname stands for the name before"));
    assertEquals(
        """
        # why: a surname stands for the name before
        # published: 2025-02-12
        Ada Lind, the miller, owns the mill. ¶ “[[The wheel is broken]]{Ada Lind; cue=muttered},” \
        Lind said on Monday. It cost $4 million, or about 5 percent.
        """,
        terminal.printed());
  }

  @Test
  void whatIsRejectedIsNotMarkedAndCasesGoToTheEndOfAFile() throws IOException {
    var first = id("figures", 0);
    var file = folder.resolve("cases.txt");
    assertEquals(0, terminal.run("review", first, "--reject"));
    assertEquals(0, terminal.run("gold", first, "--out", file.toString()));
    assertEquals(0, terminal.run("gold", first, "--out", file.toString()));
    var cases = Files.readString(file).split("\n\n");
    assertEquals(2, cases.length);
    assertEquals(cases[0], cases[1].strip());
    assertTrue(
        cases[0].contains("It cost $4 million, or [[about 5 percent]]{5 percent about none"),
        cases[0]);
    assertTrue(cases[0].startsWith("# why: rejected by a person\n"), cases[0]);
    assertTrue(cases[0].contains("\n# undecided: “about 5 percent”\n"), cases[0]);
  }
}
