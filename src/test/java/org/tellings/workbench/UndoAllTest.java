package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random actions of every kind: undoing all of them gives every table back as it was, doing them
/// again gives the end back. `-Dundo.sequences=10000` runs as many sequences.
final class UndoAllTest {

  private static final long SEED = Long.getLong("undo.seed", 20250131);
  private static final int SEQUENCES = Integer.getInteger("undo.sequences", 25);

  @TempDir Path folder;

  /// A library grows with what is done to it: after so many sequences another is begun.
  private static final int IN_ONE_LIBRARY = 100;

  @Test
  void undoingAllAndDoingAllAgainComesBackToTheSameTables() throws IOException, SQLException {
    var random = new Random(SEED);
    var actions = new RandomActions(random);
    var in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.txt"),
        "“We never saw a cheaper weir,” said Ada Ortiz on Monday.\nIt cost 5 million crowns.\n");
    Files.writeString(
        in.resolve("b.txt"),
        "Ada Ortiz said on 27 January 2025 that the weir cost 6 million crowns, not 5 million.\n");
    for (var first = 0; first < SEQUENCES; first += IN_ONE_LIBRARY) {
      var library = folder.resolve("library-" + first);
      try (var workbench = Workbench.open(library, true, Progress.none())) {
        workbench.add(List.of(in), Progress.none());
        for (var n = first; n < Math.min(SEQUENCES, first + IN_ONE_LIBRARY); n++) {
          oneSequence(workbench, actions, random, "seed " + SEED + ", sequence " + n);
        }
        assertEquals(List.of(), workbench.check(false, Progress.none()));
      }
    }
    assertTrue(
        SEQUENCES < 25 || actions.done().size() > 20,
        () -> "too few kinds of action: " + actions.done());
  }

  private static void oneSequence(
      Workbench workbench, RandomActions actions, Random random, String when) throws SQLException {
    var library = workbench.folder();
    var before = steps(workbench);
    var start = RandomActions.tables(library);
    for (var i = random.nextInt(12) + 1; i > 0; i--) {
      actions.one(workbench);
    }
    var end = RandomActions.tables(library);
    var steps = steps(workbench) - before;
    for (var i = 0; i < steps; i++) {
      workbench.undo();
    }
    assertEquals(start, RandomActions.tables(library), when + ", all undone");
    for (var i = 0; i < steps; i++) {
      workbench.redo();
    }
    assertEquals(end, RandomActions.tables(library), when + ", all done again");
  }

  private static int steps(Workbench workbench) {
    return workbench.history().size();
  }
}
