package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.json.Json;

/// What the command `timeline` says of a decision made with it.
final class TimelineCommandTest {

  @TempDir Path folder;

  @Test
  void aDecisionSaysWhatWasDone() throws IOException {
    var terminal = new Terminal(folder.resolve("library"));
    var file = folder.resolve("kiln.txt");
    Files.writeString(
        file,
        "The kiln burned\n\n5 February 2025\n\nThe old kiln at Velby burned down on 3 February 2025"
            + " and nobody was hurt.\n");
    assertEquals(0, terminal.run("add", file.toString()));
    assertEquals(0, terminal.run("timeline", "--format", "jsonl"));
    var event = Json.object(terminal.printed().lines().findFirst().orElseThrow()).orElseThrow();
    var id = String.valueOf(event.get("id"));

    assertEquals(0, terminal.run("timeline", "name", id, "Fire at Velby"), terminal.problems());
    var said = terminal.printed().strip();
    assertTrue(said.contains("Fire at Velby"), said);
    assertEquals(0, terminal.run("timeline", "name", id, "Fire at Velby"), terminal.problems());
    assertEquals("It is so already.", terminal.printed().strip());

    assertEquals(0, terminal.run("undo"));
    assertEquals("Undone: " + said, terminal.printed().strip() + ".");

    assertEquals(0, terminal.run("reindex"));
    assertEquals("The index was made anew of 1 article.", terminal.printed().strip());
  }

  @Test
  void theTableOfAnomaliesNamesPlacesAndWhatIsSuggested() throws IOException {
    var terminal = new Terminal(folder.resolve("library"));
    var file = folder.resolve("kiln.txt");
    Files.writeString(
        file,
        "The kiln burned\n\n5 February 2025\n\nThe old kiln at Velby burned down on Tuesday 3"
            + " February 2025 and nobody was hurt.\n");
    assertEquals(0, terminal.run("add", file.toString()));
    assertEquals(0, terminal.run("timeline", "--anomalies"));
    var table = terminal.printed();
    assertTrue(table.contains("weekday-mismatch"), table);
    assertTrue(table.contains("\n      kiln.txt: “"), table);
    assertTrue(table.lines().findFirst().orElseThrow().contains("suggested"), table);
  }
}
