package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.json.Json;

/// `queue` lists what waits, and says what is no queue.
final class QueueCommandTest {

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
            date: 2025-01-29
            ---
            The mill closed on Monday, “for good,” said Ada Lind.
            """);
    assertEquals(0, terminal.run("add", file.toString()));
  }

  @Test
  void countsAndListsWhatWaits() {
    assertEquals(0, terminal.run("queue", "--format", "jsonl"));
    assertTrue(
        terminal.printed().contains("\"queue\":\"disputed\",\"count\":0"), terminal.printed());
    assertEquals(0, terminal.run("queue", "unreviewed", "--kind", "date", "--format", "jsonl"));
    var row = Json.object(terminal.printed().strip()).orElseThrow();
    assertEquals("Monday", row.get("text"));
    assertEquals("machine", row.get("state"));
    assertEquals(0, terminal.run("review", String.valueOf(row.get("id")), "--confirm"));
    assertEquals(0, terminal.run("queue", "unreviewed", "--kind", "date", "--format", "jsonl"));
    assertEquals("", terminal.printed());
    assertEquals(0, terminal.run("queue", "unreviewed", "--limit", "1"));
    assertEquals(3, terminal.printed().lines().count(), terminal.printed());
  }

  @Test
  void theTableEndsWithHowMuchIsReviewed() {
    assertEquals(0, terminal.run("queue", "unreviewed", "--kind", "date"));
    assertTrue(
        terminal.printed().endsWith("\n0 of 1 dates reviewed; 1 waits\n"), terminal.printed());
    assertEquals(0, terminal.run("review", "--reject", "--kind", "date"));
    assertEquals(0, terminal.run("queue"));
    assertTrue(
        terminal.printed().matches("(?s).*\n1 of \\d+ reviewed; \\d+ wait\n"), terminal.printed());
    assertEquals(0, terminal.run("queue", "--format", "csv"));
    assertTrue(!terminal.printed().contains("reviewed;"), terminal.printed());
  }

  @Test
  void whatIsNoQueueIsRefusedWithThoseThereAre() {
    assertEquals(2, terminal.run("queue", "later"));
    assertTrue(terminal.problems().contains("unreviewed disputed lost"), terminal.problems());
    assertEquals(2, terminal.run("queue", "unreviewed", "--kind", "rumour"));
    assertTrue(terminal.problems().contains("quote claim figure date entity"), terminal.problems());
    assertEquals(2, terminal.run("queue", "--limit", "-1"));
    assertEquals(2, terminal.run("queue", "--limit", "3"));
    assertTrue(terminal.problems().contains("are of one queue"), terminal.problems());
    assertEquals(2, terminal.run("queue", "--kind", "date"));
  }
}
