package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Reading a library that another window or command has open.
final class ReadingTest {

  private static final String OPEN = "is open in another window or command; close that first";

  @TempDir Path folder;
  private Path library = Path.of("none");
  private Path in = library;
  private Terminal terminal = new Terminal(library);

  @BeforeEach
  void addTwo() throws IOException {
    library = folder.resolve("library");
    in = folder.resolve("in");
    terminal = new Terminal(library);
    Program.texts(in, 2, 7);
    assertEquals(0, terminal.run("add", in.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "find harbour OR river OR court",
        "show text-00000.txt",
        "export quotes",
        "export figures",
        "compare utterances --all",
        "compare articles text-00000.txt text-00001.txt",
        "codebook",
        "history",
        "check"
      })
  void readingPrintsTheSameWhileTheLibraryIsOpen(String line) {
    assertEquals(0, terminal.run(line.split(" ")), terminal.problems());
    var printed = terminal.printed();
    var problems = terminal.problems();
    assertTrue(!printed.isEmpty());
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertEquals(0, terminal.run(line.split(" ")), terminal.problems());
      assertEquals(printed, terminal.printed());
      assertEquals(problems, terminal.problems());
      assertEquals(2, workbench.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add in",
        "undo",
        "reindex",
        "codebook --add a",
        "compare same a b",
        "check --repair"
      })
  void writingWaitsUntilItIsClosed(String line) {
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertEquals(3, terminal.run(line.split(" ")));
      assertTrue(terminal.problems().contains(OPEN), terminal.problems());
      assertEquals(2, workbench.size());
    }
  }

  @Test
  void whatIsDecidedInTheWindowIsReadAtOnce() {
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      var id = workbench.findings(workbench.articles().getFirst().id()).getFirst().id();
      workbench.reject(List.of(id));
      assertEquals(0, terminal.run("find", "state:rejected"));
      assertEquals("1 article\n", terminal.problems());
      assertEquals(0, terminal.run("show", id.article().value()));
      assertTrue(terminal.printed().contains("  rejected  “"), terminal.printed());
      workbench.undo();
      assertEquals(0, terminal.run("find", "state:rejected"));
      assertEquals("0 articles\n", terminal.problems());
    }
  }

  @Test
  void whileFilesAreAddedWhatIsKeptIsReadAndASearchSaysThatItIsBehind() throws IOException {
    Program.texts(folder.resolve("more"), 30, 8);
    List<String> problems = new ArrayList<>();
    List<Long> listed = new ArrayList<>();
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      workbench.add(
          List.of(folder.resolve("more")),
          (done, total, what) -> {
            if (problems.isEmpty()) {
              assertEquals(0, terminal.run("list", "--format", "jsonl"), terminal.problems());
              listed.add(terminal.printed().lines().count());
              assertEquals(0, terminal.run("find", "cost"), terminal.problems());
              problems.add(terminal.problems());
            }
          });
      assertTrue(listed.getFirst() > 2, listed.toString());
      assertTrue(
          problems.getFirst().startsWith("2 articles\n")
              && problems.getFirst().contains("searched as it was before"),
          problems.toString());
      assertEquals(0, terminal.run("find", "cost", "--limit", "50"));
      assertEquals("32 articles\n", terminal.problems());
    }
  }

  @Test
  void anotherProcessReadsToo() throws IOException, InterruptedException {
    try (var workbench = Workbench.open(library, false, Progress.none());
        var other = Program.start("", library, List.of(), "find", "cost", "--format", "jsonl")) {
      assertEquals(0, other.ended(), other.problems());
      assertEquals(2, other.lines().size());
      var id = workbench.findings(workbench.articles().getFirst().id()).getFirst().id();
      workbench.confirm(List.of(id));
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
  }

  @Test
  void withoutAnIndexAllButTheSearchIsRead() throws IOException {
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      try (var files = Files.list(library.resolve("index"))) {
        for (var file : files.filter(f -> f.toString().contains("segments")).toList()) {
          Files.delete(file);
        }
      }
      assertEquals(0, terminal.run("list"));
      assertEquals(3, terminal.run("find", "cost"));
      assertTrue(
          terminal.problems().contains("there is no index to search in"), terminal.problems());
      assertEquals(2, workbench.size());
    }
  }
}
