package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Code;
import org.tellings.model.Kept;
import org.tellings.model.Kind;

/// A library can be had as it was at any moment, and it is not touched by that.
/// `-Drestore.actions=500` does as many.
final class RestoreTest {

  private static final Progress QUIET = Progress.none();
  private static final long SEED = Long.getLong("restore.seed", 20250131);
  private static final int ACTIONS = Integer.getInteger("restore.actions", 40);

  @TempDir Path folder;

  private Path library() {
    return folder.resolve("library");
  }

  private Workbench filled() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.txt"),
        "“We never saw a cheaper weir,” said Ada Ortiz on Monday.\nIt cost 5 million crowns.\n");
    Files.writeString(
        in.resolve("b.txt"),
        "Ada Ortiz said on 27 January 2025 that the weir cost 6 million crowns, not 5 million.\n");
    var workbench = Workbench.open(library(), true, QUIET);
    workbench.add(List.of(in), QUIET);
    return workbench;
  }

  /// A library as one sees it: its tables, its history, and what it exports.
  private record Seen(List<String> tables, List<String> steps, String pack, String findings) {
    static Seen of(Workbench workbench) throws SQLException {
      return new Seen(
          RandomActions.tables(workbench.folder()),
          workbench.history().stream()
              .map(s -> s.number() + s.when() + s.coder() + s.words() + s.undone() + s.changes())
              .toList(),
          workbench.pack(QUIET),
          Workbench.written(
              "findings",
              workbench.rows("findings", workbench.articles().stream().map(a -> a.id()).toList()),
              "jsonl"));
    }
  }

  @Test
  void asOfEachMomentItIsWhatItWas() throws IOException, SQLException {
    var random = new Random(SEED);
    var actions = new RandomActions(random);
    List<String> moments = new ArrayList<>();
    List<Seen> seen = new ArrayList<>();
    try (var workbench = filled()) {
      for (var i = 0; i < ACTIONS; i++) {
        switch (random.nextInt(5)) {
          case 0 -> workbench.undo();
          case 1 -> workbench.redo();
          default -> actions.one(workbench);
        }
        var now = workbench.restoring().moments().getFirst().asOf();
        if (moments.isEmpty() || !moments.getLast().equals(now)) {
          moments.add(now);
          seen.add(Seen.of(workbench));
        }
      }
      assertTrue(moments.size() > ACTIONS / 2, () -> "too few moments: " + moments);
      var end = Seen.of(workbench);
      for (var i = 0; i < moments.size(); i++) {
        var to = folder.resolve("copy-" + i);
        assertTrue(workbench.restoring().restore(moments.get(i), to, QUIET).isPresent());
        try (var copy = Workbench.open(to, false, QUIET)) {
          var when = "seed " + SEED + ", " + moments.get(i);
          assertEquals(seen.get(i), Seen.of(copy), when);
          assertEquals(List.of(), copy.check(false, QUIET), when);
        }
      }
      assertEquals(end, Seen.of(workbench), "the library itself was touched");
    }
  }

  @Test
  void whatCameLaterIsNotInTheCopyAndCanBeAddedThere() throws IOException {
    try (var workbench = filled()) {
      var c = folder.resolve("c.txt");
      Files.writeString(c, "Nobody crossed the bridge on Tuesday, said Ada Lind.\n");
      var first = workbench.history().getFirst().number();
      workbench.add(List.of(c), QUIET);
      var to = folder.resolve("copy");
      var made = workbench.restoring().restore("step:" + first, to, QUIET).orElseThrow();
      assertEquals(2, made.articles());
      try (var copy = Workbench.open(to, false, QUIET)) {
        assertEquals(Optional.empty(), copy.redo());
        assertEquals(1, copy.add(List.of(c), QUIET).size());
        assertEquals(3, copy.size());
        copy.undo();
        copy.undo();
        assertEquals(0, copy.size());
      }
      assertEquals(3, workbench.size());
    }
  }

  @Test
  void aTimeNamesTheLastMomentBeforeIt() throws IOException {
    try (var workbench = filled()) {
      var first = workbench.history().getFirst().when();
      workbench.define(new Code("weir", 1));
      var last = workbench.history().getFirst().when();
      for (var asked :
          Map.of(first, 0, last, 1, "2999-01-01", 1, "2999-01-01 10:00", 1).entrySet()) {
        var to = folder.resolve("copy-" + asked.getKey().replace(':', '-'));
        assertTrue(workbench.restoring().restore(asked.getKey(), to, QUIET).isPresent());
        try (var copy = Workbench.open(to, false, QUIET)) {
          assertEquals(asked.getValue(), copy.codes().size(), asked.getKey());
        }
      }
      var none = workbench.restoring().restore("1999-01-01", folder.resolve("0"), QUIET);
      assertEquals(0, none.orElseThrow().articles());
    }
  }

  @Test
  void pointsAreTheMomentsBeforeSomethingBig() throws IOException {
    try (var workbench = filled()) {
      var all =
          workbench.articles().stream()
              .flatMap(a -> workbench.findings(a.id()).stream())
              .map(Kept::id)
              .toList();
      workbench.confirm(List.of(all.getFirst()));
      var now = workbench.restoring().moments().getFirst().asOf();
      workbench.takeOut(List.of(workbench.articles().getFirst().id()));
      assertEquals(
          List.of(now, "moment:0"),
          workbench.restoring().points().stream().map(RestoreDesk.Past::asOf).toList());
      assertTrue(
          workbench.restoring().points().getFirst().words().startsWith("Before: Took out article"));
      workbench.restoring().restore(now, folder.resolve("copy"), QUIET);
      try (var copy = Workbench.open(folder.resolve("copy"), false, QUIET)) {
        assertEquals(2, copy.size());
        assertEquals(
            1, all.stream().filter(id -> copy.finding(id).orElseThrow().isReviewed()).count());
      }
    }
  }

  @Test
  void whatCannotBeMadeIsRefusedAndLeavesNothing() throws IOException {
    try (var workbench = filled()) {
      var desk = workbench.restoring();
      var there = Files.createDirectories(folder.resolve("there"));
      Files.writeString(there.resolve("mine.txt"), "mine");
      for (var asked : List.of("yesterday", "step:99", "moment:99", "before-step:0")) {
        assertThrows(
            IllegalArgumentException.class,
            () -> desk.restore(asked, folder.resolve("copy"), QUIET),
            asked);
      }
      assertThrows(IllegalArgumentException.class, () -> desk.restore("moment:1", there, QUIET));
      assertThrows(
          IllegalArgumentException.class,
          () -> desk.restore("moment:1", library().resolve("copy"), QUIET));
      assertEquals(
          Optional.empty(),
          desk.restore(
              "moment:1",
              folder.resolve("copy"),
              new Progress() {
                @Override
                public void at(int done, int total, String what) {}

                @Override
                public boolean isCancelled() {
                  return true;
                }
              }));
      try (var left = Files.list(folder)) {
        assertEquals(
            List.of("in", "library", "there"),
            left.map(f -> String.valueOf(f.getFileName())).sorted().toList());
      }
      assertFalse(Files.exists(folder.resolve("copy")));
    }
  }

  @Test
  void aLibraryThatIsOnlyReadCanBeRestoredFrom() throws IOException {
    try (var workbench = filled();
        var reading = Workbench.openToRead(library(), QUIET)) {
      var step = workbench.history().getFirst().number();
      workbench.define(new Code("weir", 1));
      var made = reading.restoring().restore("step:" + step, folder.resolve("copy"), QUIET);
      assertEquals(2, made.orElseThrow().articles());
      var claims =
          workbench.articles().stream()
              .flatMap(a -> workbench.findings(a.id()).stream())
              .filter(k -> k.id().kind() == Kind.QUOTE)
              .count();
      try (var copy = Workbench.open(folder.resolve("copy"), false, QUIET)) {
        assertEquals(0, copy.codes().size());
        assertTrue(claims > 0 && copy.tally().findings() > 0);
      }
    }
  }
}
