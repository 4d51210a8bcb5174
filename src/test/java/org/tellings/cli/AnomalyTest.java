package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Query;
import org.tellings.model.State;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;
import org.tellings.workbench.WorkbenchException;

/// What goes wrong in the world: each time a clear word, and nothing lost.
final class AnomalyTest {

  private static final String GOOD = "“The mill will open again,” said Ada Lind, who owns it.";

  @TempDir Path folder;
  private Path library;
  private Path in;

  @BeforeEach
  void makeFolders() throws IOException {
    library = folder.resolve("library");
    in = Files.createDirectory(folder.resolve("in"));
  }

  @Test
  void everyBadFileIsNamedAndTheGoodOneIsKept() throws IOException {
    Files.writeString(in.resolve("good.txt"), GOOD);
    Files.write(in.resolve("empty.txt"), new byte[0]);
    Files.write(in.resolve("binary.txt"), new byte[] {7, 0, 1, 0, 2});
    Files.write(
        in.resolve("broken-letters.txt"),
        new byte[] {
          'C', 'a', 'f', (byte) 0xC3, ' ', 'o', 'w', 'n', 'e', 'r', 's', ' ', (byte) 0xFF, '.'
        });
    Files.write(in.resolve("page.html"), new byte[0]);
    Files.write(in.resolve("picture.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 1});
    Files.writeString(in.resolve(".hidden.txt"), GOOD);
    var outcomes = added(in, folder.resolve("nowhere.txt"));
    assertEquals("unreadable binary", outcomes.get("binary.txt"));
    assertEquals("unreadable empty", outcomes.get("empty.txt"));
    assertEquals("unreadable empty", outcomes.get("page.html"));
    assertEquals("unreadable missing", outcomes.get("nowhere.txt"));
    assertEquals("skipped kind", outcomes.get("picture.jpg"));
    assertEquals("skipped hidden", outcomes.get(".hidden.txt"));
    assertEquals("added", outcomes.get("good.txt"));
    assertEquals("added", outcomes.get("broken-letters.txt"));
    assertEquals(8, outcomes.size());
  }

  @Test
  void aFileOnWhichTheReaderMightFailKeepsNoOtherFileOut() throws IOException {
    Files.writeString(in.resolve("good.txt"), GOOD);
    Files.writeString(
        in.resolve("nulls.html"),
        "<script type='application/ld+json'>[null,{\"@graph\":[null]}]</script><p>"
            + GOOD
            + " Nulls.");
    assertEquals(Map.of("good.txt", "added", "nulls.html", "added"), added(in));
  }

  @Test
  void whatTellsOfTheFolderIsSkippedWhateverItsEnding() throws IOException {
    for (var name : List.of("README (1).md", "readme_old.txt", "LICENCE.txt", "License-MIT.md")) {
      Files.writeString(in.resolve(name), GOOD);
    }
    Files.writeString(in.resolve("readmeter.txt"), GOOD);
    var outcomes = added(in);
    assertEquals("added", outcomes.remove("readmeter.txt"));
    assertEquals(
        List.of("skipped about-the-folder"), outcomes.values().stream().distinct().toList());
    assertEquals(4, outcomes.size());
  }

  @Test
  void everyCopyStandsInTheLedger() throws IOException {
    for (var name : List.of("a.txt", "b.txt", "c.txt")) {
      Files.writeString(in.resolve(name), GOOD);
    }
    var first = Map.of("a.txt", "added", "b.txt", "duplicate", "c.txt", "duplicate");
    assertEquals(first, added(in));
    // offered again, each keeps what became of it
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      var before = workbench.ledger();
      workbench.add(List.of(in), Progress.none());
      assertEquals(before, workbench.ledger());
      Files.delete(in.resolve("a.txt"));
      workbench.add(List.of(in.resolve("a.txt")), Progress.none());
      assertEquals(before, workbench.ledger());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hiddenFoldersAndLinksToFoldersAreSkippedByName() throws IOException {
    Files.writeString(Files.createDirectory(in.resolve(".git")).resolve("notes.md"), GOOD);
    var other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("good.txt"), GOOD);
    Files.createSymbolicLink(in.resolve("link"), other);
    assertEquals(Map.of(".git", "skipped hidden", "link", "skipped link"), added(in));
  }

  @Test
  void lettersOfPagesAreTold() throws IOException {
    var page =
        "<title>Zoë</title><p>“The café of Zoë will open again,” said Ada Lind, who owns it.";
    Files.write(in.resolve("old.html"), page.getBytes("windows-1252"));
    Files.write(in.resolve("wide.html"), page.getBytes("UTF-16LE"));
    Files.write(in.resolve("marked.html"), ("\uFEFF" + page + " Marked.").getBytes("UTF-16BE"));
    Files.write(
        in.resolve("said.html"),
        ("<meta charset='windows-1252'>" + page + " Said.").getBytes("windows-1252"));
    var noise = new byte[4000];
    new Random(5).nextBytes(noise);
    Files.write(in.resolve("noise.html"), noise);
    for (var i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == 0 ? 1 : noise[i];
    }
    Files.write(in.resolve("noise.txt"), noise);
    var outcomes = added(in);
    assertEquals("unreadable binary", outcomes.get("noise.html"));
    assertEquals("unreadable binary", outcomes.get("noise.txt"));
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertEquals(3, workbench.size()); // old and wide are the same text
      for (var one : workbench.articles()) {
        var article = workbench.article(one.id()).orElseThrow();
        assertTrue(article.text().contains("café of Zoë"), article.text());
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderWithoutRightsIsNamed() throws IOException {
    var closed = Files.createDirectory(in.resolve("closed"));
    Files.writeString(closed.resolve("a.txt"), GOOD);
    Files.writeString(in.resolve("good.txt"), GOOD);
    assertTrue(closed.toFile().setReadable(false) && closed.toFile().setExecutable(false));
    assumeFalse(Files.isReadable(closed), "this user may read everything");
    var outcomes = added(in);
    assertEquals(Map.of("closed", "unreadable rights", "good.txt", "added"), outcomes);
    assertTrue(closed.toFile().setReadable(true) && closed.toFile().setExecutable(true));
  }

  @Test
  void aLineOfAHundredMegabytesIsRefusedInLittleMemory() throws IOException, InterruptedException {
    try (var huge = new RandomAccessFile(in.resolve("huge.txt").toFile(), "rw")) {
      huge.setLength(100L << 20);
    }
    Files.writeString(in.resolve("good.txt"), GOOD);
    try (var program = Program.start("", library, List.of("-Xmx48m"), "add", in.toString())) {
      assertEquals(1, program.ended(), program.problems());
      assertEquals(
          List.of("seen 2 = added 1 + duplicate 0 + unreadable 1 + skipped 0"), program.lines());
      assertTrue(program.problems().contains("huge.txt: larger than 64 MB"), program.problems());
    }
  }

  @Test
  void hostileFilesEndInTime() throws IOException {
    Files.writeString(in.resolve("deep.html"), "<div>".repeat(200_000) + "<p>" + GOOD + "</p>");
    Files.writeString(
        in.resolve("scripts.html"),
        "<html><body>"
            + "<script>var a='<p>no</p>';</script>".repeat(50_000)
            + "<p>"
            + GOOD
            + " Scripts.</p>");
    Files.writeString(
        in.resolve("wide.html"),
        "<html><body><p>" + GOOD + " Wide.</p>" + "<i></i>".repeat(300_000) + "</body>");
    Files.writeString(in.resolve("unclosed.html"), "<p><a href='" + "<b".repeat(100_000));
    Files.writeString(in.resolve("marks.txt"), "“".repeat(30_000) + " " + GOOD);
    Files.writeString(in.resolve("straight.txt"), "\"a ".repeat(30_000));
    Files.writeString(in.resolve("said.txt"), "he said ".repeat(400_000));
    Files.writeString(in.resolve("menus.html"), "<nav>a</nav>".repeat(400_000) + "<p>" + GOOD);
    Files.writeString(in.resolve("line.txt"), "word ".repeat(400_000));
    Files.writeString(in.resolve("digits.txt"), "1".repeat(300_000) + " 1,1,1,1".repeat(30_000));
    // some seconds; what grows with the square would take hours, a busy machine does not
    var outcomes = assertTimeoutPreemptively(Duration.ofMinutes(8), () -> added(in));
    assertEquals(10, outcomes.size());
    for (var name :
        List.of("deep.html", "scripts.html", "wide.html", "marks.txt", "line.txt", "digits.txt")) {
      assertEquals("added", outcomes.get(name), name);
    }
  }

  /// Offers the files; file name to outcome and rule. The ledger must say the same, and all must be
  /// whole.
  private Map<String, String> added(Path... paths) {
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      var intakes = workbench.add(List.of(paths), Progress.none());
      assertEquals(List.of(), workbench.check(false, Progress.none()));
      assertEquals(
          intakes.stream().map(Intake::path).sorted().toList(),
          workbench.ledger().stream().map(Intake::path).sorted().toList());
      Map<String, String> outcomes = new java.util.TreeMap<>();
      for (var intake : intakes) {
        outcomes.put(
            Path.of(intake.path()).getFileName().toString(),
            switch (intake) {
              case Intake.Added _ -> "added";
              case Intake.Duplicate _ -> "duplicate";
              case Intake.Unreadable u -> "unreadable " + u.rule();
              case Intake.Skipped s -> "skipped " + s.rule();
            });
      }
      return outcomes;
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whenTheDiskIsFullWhatWasKeptStays() throws IOException, InterruptedException {
    Program.texts(in, 1000, 3);
    // no file of the program may grow beyond 4 MB; SQLite.s own library is unpacked before
    var natives = Files.createDirectory(folder.resolve("native"));
    try (var first =
        Program.start(
            "",
            library,
            List.of("-Dorg.sqlite.tmpdir=" + natives),
            "add",
            in.resolve("text-00000.txt").toString())) {
      assertEquals(0, first.ended(), first.problems());
    }
    List<String> said;
    try (var program =
        Program.start(
            "ulimit -f 8192; exec",
            library,
            List.of(),
            "add",
            in.toString(),
            "--format",
            "jsonl")) {
      assertEquals(3, program.ended(), program.problems());
      said = program.lines();
      var told = program.problems();
      assertTrue(
          told.contains("What was kept before is unharmed")
              && told.matches("(?s).*(full|too large|I/O).*"),
          told);
    }
    assertTrue(!said.isEmpty() && said.size() < 1000, () -> said.size() + " lines");
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertTrue(workbench.size() >= said.stream().filter(l -> l.contains("\"added\"")).count());
      assertEquals(List.of(), workbench.check(false, Progress.none()));
      workbench.add(List.of(in), Progress.none());
      assertEquals(1000, workbench.size());
    }
  }

  @Test
  void aLibraryThatIsOpenElsewhereIsLeftAlone() throws IOException, InterruptedException {
    Files.writeString(in.resolve("good.txt"), GOOD);
    try (var workbench = Workbench.open(library, true, Progress.none());
        var other = Program.start("", library, List.of(), "add", in.toString())) {
      assertEquals(3, other.ended());
      assertTrue(
          other.problems().contains("is open in another window or command"), other.problems());
      assertEquals(0, workbench.size());
      assertEquals(1, workbench.add(List.of(in), Progress.none()).size());
    }
  }

  @Test
  void aTruncatedLibraryIsNamedAndLeftAsItIs() throws IOException {
    filled();
    var file = library.resolve("library.db");
    var whole = Files.readAllBytes(file);
    for (var left : List.of(0, 1, 50, 100, 4096, whole.length / 2, whole.length - 1)) {
      var cut = Arrays.copyOf(whole, left);
      Files.write(file, cut);
      var problem = refused();
      assertTrue(
          problem.contains("damaged or not a library") || problem.contains("malformed"),
          left + ": " + problem);
      assertArrayEquals(cut, Files.readAllBytes(file), () -> "cut to " + left);
    }
    Files.write(file, whole);
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertEquals(40, workbench.size());
    }
  }

  @Test
  void aDamagedPageIsNoticedAndTheFileIsLeftAsItIs() throws IOException {
    filled();
    var file = library.resolve("library.db");
    var whole = Files.readAllBytes(file);
    var seed = 11L;
    var random = new Random(seed);
    for (var round = 0; round < 12; round++) {
      var damaged = whole.clone();
      var page = 1 + random.nextInt(whole.length / 4096 - 1);
      for (var i = 0; i < 4096; i++) {
        damaged[page * 4096 + i] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      var told = new ArrayList<String>();
      try (var workbench = Workbench.open(library, false, Progress.none())) {
        told.addAll(workbench.check(false, Progress.none()));
      } catch (WorkbenchException e) {
        told.add(String.valueOf(e.getMessage()));
      }
      var where = "page " + page + ", round " + round + ", seed " + seed;
      assertTrue(!told.isEmpty(), where);
      assertFalse(
          told.stream().anyMatch(t -> t.contains("SQLITE_CORRUPT") && t.contains("unharmed")),
          where + ": " + told);
      assertArrayEquals(damaged, Files.readAllBytes(file), where);
    }
  }

  @Test
  void checkOffersToRepairADamagedLibraryAndDoesSo() throws IOException, InterruptedException {
    filled();
    var file = library.resolve("library.db");
    var damaged = Files.readAllBytes(file);
    Arrays.fill(
        damaged, damaged.length / 8192 * 4096, damaged.length / 8192 * 4096 + 4096, (byte) 9);
    Files.write(file, damaged);
    try (var program = Program.start("", library, List.of(), "check")) {
      assertEquals(3, program.ended(), program.problems());
      assertTrue(program.problems().contains("`check --repair` saves"), program.problems());
    }
    assertArrayEquals(damaged, Files.readAllBytes(file));
    try (var program = Program.start("", library, List.of(), "check", "--repair")) {
      assertEquals(0, program.ended(), program.problems());
      assertTrue(program.problems().contains("kept: 40 articles"), program.problems());
      assertEquals(
          List.of("saved; the library is whole again"), program.lines().reversed().subList(0, 1));
    }
    assertArrayEquals(damaged, Files.readAllBytes(library.resolve("library-damaged-1.db")));
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertEquals(40, workbench.size());
      assertEquals(40, workbench.find(Query.ALL, Hits.Order.RELEVANCE, 0, 1).total());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    filled();
    assertTrue(library.toFile().setWritable(false));
    assumeFalse(Files.isWritable(library), "this user may write everywhere");
    var problem = refused();
    assertTrue(library.toFile().setWritable(true));
    assertTrue(problem.contains("no right to write there"), problem);
  }

  private String refused() {
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      return "opened, and holds "
          + workbench.articles().size()
          + workbench.check(false, Progress.none());
    } catch (WorkbenchException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void filled() throws IOException {
    Program.texts(in, 40, 9);
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      workbench.add(List.of(in), Progress.none());
      var id = workbench.findings(workbench.articles().getFirst().id()).getFirst().id();
      workbench.confirm(List.of(id));
      assertEquals(State.CONFIRMED, workbench.finding(id).orElseThrow().state());
    }
  }

  @Test
  void cancellingKeepsWhatIsReadAndLeavesTheRest() throws IOException {
    Program.texts(in, 1500, 5);
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      var heard = new ArrayList<String>();
      var intakes =
          workbench.add(
              List.of(in),
              new Progress() {
                @Override
                public void at(int done, int total, String what) {
                  heard.add(what);
                }

                @Override
                public boolean isCancelled() {
                  return !heard.isEmpty();
                }
              });
      assertTrue(!intakes.isEmpty() && intakes.size() < 1500, () -> intakes.size() + " were read");
      assertEquals(intakes.size(), workbench.size());
      assertEquals(List.of(), workbench.check(false, Progress.none()));
      workbench.add(List.of(in), Progress.none());
      assertEquals(1500, workbench.size());
      workbench.undo();
      assertEquals(intakes.size(), workbench.size());
    }
  }
}
