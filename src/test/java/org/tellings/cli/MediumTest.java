package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Hits;
import org.tellings.model.Query;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;
import org.tellings.workbench.WorkbenchException;

/// A library on a disk that is full, or where nothing may be written: it can be read.
@DisabledOnOs(OS.WINDOWS)
final class MediumTest {

  @TempDir Path folder;
  private Path library;
  private Path in;

  @BeforeEach
  void fill() throws IOException {
    library = folder.resolve("library");
    in = folder.resolve("in");
    Program.texts(in, 5, 3);
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      workbench.add(List.of(in), Progress.none());
    }
  }

  @Test
  void aLibraryOnAFullDiskIsNotCalledDamagedAndCanBeRead()
      throws IOException, InterruptedException {
    var before = Files.readAllBytes(library.resolve("library.db"));
    try (var program = withoutRoom("add", in.toString())) {
      assertEquals(3, program.ended(), program.problems());
      var told = program.problems();
      assertTrue(
          told.contains("the disk is full")
              && told.contains("What was kept before is unharmed; make room")
              && !told.contains("damaged"),
          told);
    }
    for (var command : List.of(List.of("list"), List.of("find", "plant OR river OR cost"))) {
      try (var program = withoutRoom(command.toArray(new String[0]))) {
        assertEquals(0, program.ended(), program.problems());
        assertTrue(program.lines().size() >= 5, () -> command + ": " + program.lines());
      }
    }
    assertArrayEquals(before, Files.readAllBytes(library.resolve("library.db")));
  }

  /// No file may grow beyond 8 KB: there is no room for what SQLite keeps beside its file.
  private Program withoutRoom(String... words) throws IOException {
    var arch = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x86_64";
    var name = "libsqlitejdbc.so";
    var natives = Files.createDirectories(folder.resolve("native"));
    try (var unpacked =
        org.sqlite.JDBC.class.getResourceAsStream(
            "/org/sqlite/native/Linux/" + arch + "/" + name)) {
      assumeTrue(unpacked != null && System.getProperty("os.name", "").equals("Linux"));
      if (unpacked != null && !Files.exists(natives.resolve(name))) {
        Files.copy(unpacked, natives.resolve(name));
      }
    }
    return Program.start(
        "ulimit -f 16; exec",
        library,
        List.of("-Dorg.sqlite.lib.path=" + natives, "-Dorg.sqlite.lib.name=" + name),
        words);
  }

  @Test
  void aLibraryInAFolderThatMayOnlyBeReadIsRead() throws IOException {
    List<Path> closed = new ArrayList<>();
    try (var all = Files.walk(library)) {
      closed.addAll(all.toList());
    }
    closed.forEach(one -> assertTrue(one.toFile().setWritable(false)));
    try {
      assumeFalse(Files.isWritable(library), "this user may write everywhere");
      readButNotChanged();
    } finally {
      closed.forEach(one -> assertTrue(one.toFile().setWritable(true)));
    }
  }

  private void readButNotChanged() {
    try (var workbench = Workbench.openToRead(library, Progress.none())) {
      assertEquals("there is no right to write there", workbench.whyNot());
      assertEquals(5, workbench.size());
      assertEquals(5, workbench.find(Query.ALL, Hits.Order.RELEVANCE, 0, 9).total());
      assertEquals(5, workbench.exported("articles", Progress.none()).size());
      assertTrue(workbench.comparison(Progress.none()).isPresent());
      assertEquals(List.of(), workbench.check(false, Progress.none()));
      var id = workbench.articles().getFirst().id();
      var problem =
          assertThrows(
              WorkbenchException.class, () -> workbench.describe(id, Map.of("title", "Other")));
      assertTrue(
          String.valueOf(problem.getMessage()).contains("open only to be read"),
          problem.getMessage());
      workbench.setting("theme", "dark");
    }
    var problem =
        assertThrows(
            WorkbenchException.class, () -> Workbench.open(library, false, Progress.none()));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("no right to write there"),
        problem.getMessage());
  }
}
