package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `add` says of the files it does not take.
final class AddCommandTest {

  private static final String MILL = "The mill cost 40 million dollars, said Ada Lind, its owner.";

  @TempDir Path folder;
  private Path in = Path.of("none");
  private Terminal terminal = new Terminal(in);

  @BeforeEach
  void makeFolder() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    terminal = new Terminal(folder.resolve("library"));
  }

  @Test
  void everyFileLeftOutIsNamed() throws IOException {
    Files.writeString(in.resolve("mill.txt"), MILL);
    Files.writeString(in.resolve("mill-again.txt"), MILL);
    Files.writeString(in.resolve("README.md"), "about");
    Files.writeString(in.resolve("empty.txt"), "");
    assertEquals(1, terminal.run("add", in.toString()));
    assertEquals("seen 4 = added 1 + duplicate 1 + unreadable 1 + skipped 1\n", terminal.printed());
    var problems = terminal.problems().lines().sorted().toList();
    assertEquals(4, problems.size(), problems.toString());
    assertEquals(
        "No outlet found: 1; No publication date found: 1; No title found: 1."
            + " `tellings describe ARTICLE --published DAY --outlet NAME` gives them",
        problems.getLast());
    assertEquals(
        in.resolve("README.md") + ": skipped, tells about the folder, is no article",
        problems.get(0));
    assertEquals(in.resolve("empty.txt") + ": the file is empty", problems.get(1));
    assertTrue(
        problems
            .get(2)
            .startsWith(in.resolve("mill.txt") + ": duplicate, this file is already there ("),
        problems.get(2));
  }

  @Test
  void ofManyFilesLeftOutOnlySomeAreNamed() throws IOException {
    for (var i = 0; i < 25; i++) {
      Files.writeString(in.resolve("picture-" + i + ".jpg"), "x");
    }
    assertEquals(0, terminal.run("add", in.toString()));
    var problems = terminal.problems().lines().toList();
    assertEquals(21, problems.size());
    assertEquals(
        "not named here: 5 more skipped; `add` again with `--format jsonl` names every file",
        problems.getLast());
    assertEquals(0, terminal.run("add", in.toString(), "--format", "jsonl"));
    assertEquals(25, terminal.printed().lines().count());
    assertEquals(
        "seen 25 = added 0 + duplicate 0 + unreadable 0 + skipped 25\n", terminal.problems());
  }

  @Test
  void aFileIsNoLibrary() throws IOException {
    var file = Files.writeString(in.resolve("mill.txt"), MILL);
    var other = new Terminal(file);
    for (var command : new String[] {"add", "list"}) {
      assertEquals(
          3,
          other.run(
              command.equals("add") ? new String[] {"add", in.toString()} : new String[] {"list"}));
      assertEquals(
          "tellings: " + file + " is a file; a library is a folder. Nothing was changed.\n",
          other.problems());
    }
    assertEquals(MILL, Files.readString(file));
  }

  static Stream<Charset> wide() {
    return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  }

  @ParameterizedTest
  @MethodSource("wide")
  void wideLettersAreReadWithoutTheirMark(Charset letters) throws IOException {
    Files.write(in.resolve("mill.txt"), (MILL + " “Ångström” €").getBytes(letters));
    assertEquals(0, terminal.run("add", in.toString()), terminal.problems());
    assertEquals(0, terminal.run("show", "mill.txt"));
    assertTrue(terminal.printed().contains(MILL + " “Ångström” €"), terminal.printed());
  }

  @Test
  void whatHoldsNoTextSaysWhatToDo() throws IOException {
    Files.write(in.resolve("program.txt"), new byte[] {127, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0});
    assertEquals(1, terminal.run("add", in.toString()));
    assertTrue(terminal.problems().contains("save it as UTF-8"), terminal.problems());
  }

  @Test
  void whatIsSaidOfAStopAgreesWithWhatWasRead() {
    var adding = new Adding(System.out, System.err, "jsonl");
    assertEquals("stopped before a file was read", adding.stoppedWhere());
    adding.at(2, 5, "b.txt");
    assertEquals(
        "stopped; what was read is kept, 3 files have not been read", adding.stoppedWhere());
    adding.at(5, 5, "e.txt");
    assertEquals(
        "stopped when all files had been read; all that was read is kept", adding.stoppedWhere());
  }
}
