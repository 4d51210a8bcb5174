package org.tellings.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Edit;

/// What happened to the steps is kept, of libraries of before as far as they kept it.
final class MomentsTest {

  @TempDir Path folder;

  private static final Edit ONE = new Edit.Enrolled("AB", true);
  private static final Edit TWO = new Edit.Enrolled("CD", true);
  private static final Edit THREE = new Edit.Enrolled("EF", true);

  private static List<String> told(Library library) {
    return library.moments().all().stream()
        .map(m -> m.number() + " " + m.at() + " " + m.did().word() + " " + m.words())
        .toList();
  }

  @Test
  void aStepThatWasUndoneAndReplacedIsToldStill() {
    try (var library = Library.open(folder, true)) {
      library.together(l -> l.journal("t1", "AB", "one", ONE));
      var two = library.together(l -> l.journal("t2", "AB", "two", TWO));
      library.together(
          l -> {
            l.undone(two, true, "t3");
            return l;
          });
      library.together(l -> l.journal("t4", "AB", "three", THREE));
      assertEquals(
          List.of("1 t1 done one", "2 t2 done two", "3 t3 undone two", "4 t4 done three"),
          told(library));
      var all = library.moments().all();
      assertEquals(
          List.of(ONE, TWO, TWO, THREE), all.stream().map(library.moments()::edit).toList());
      assertEquals(2, library.journal(9).size(), "the journal itself has what can be undone");
    }
  }

  @Test
  void aLibraryOfVersion8IsBroughtForwardWithItsStepsAndKeptAsItWas()
      throws IOException, SQLException {
    try (var old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
        var s = old.createStatement()) {
      for (var statement :
          Files.readString(Path.of("src/test/resources/store/schema-8.sql")).split(";\n")) {
        s.execute(statement);
      }
      s.execute("insert into coder values ('AB')");
      var row = "insert into journal values (%d,'2025-02-0%dT10:00:00Z','AB','%s','%s',%d)";
      s.execute(row.formatted(1, 1, "one", EditRow.text(ONE), 0));
      s.execute(row.formatted(3, 2, "two", EditRow.text(TWO), 1));
      s.execute(row.formatted(4, 3, "three", EditRow.text(THREE), 1));
    }
    var before = Files.readAllBytes(folder.resolve("library.db"));
    try (var library = Library.open(folder, false)) {
      assertEquals(
          List.of(
              "1 2025-02-01T10:00:00Z done one",
              "2 2025-02-02T10:00:00Z done two",
              "3 2025-02-03T10:00:00Z done three",
              "4 2025-02-03T10:00:00Z undone three",
              "5 2025-02-03T10:00:00Z undone two"),
          told(library));
      assertEquals(List.of("AB"), library.codings().coders());
      assertEquals(List.of(), library.waiting());
      assertEquals(List.of(), library.check());
    }
    var copy = folder.resolve("library-version-8.db");
    assertTrue(before.length > 0 && Files.exists(copy));
    var again = Files.createDirectory(folder.resolve("again"));
    Files.copy(copy, again.resolve("library.db"));
    try (var library = Library.open(again, false)) {
      assertEquals(3, library.journal(9).size(), "the copy is the library as it was");
    }
  }

  @Test
  void atMostTwoCopiesOfEarlierVersionsStay() throws IOException, SQLException {
    assertEquals(
        List.of("library-version-7.db", "library-version-8.db"), copiesAfter(List.of(5, 6, 7)));
  }

  /// Somebody put an earlier copy back, and it is brought forward once more.
  @Test
  void theCopyJustMadeStaysThoughThereAreTwoOfHigherVersions() throws IOException, SQLException {
    assertEquals(
        List.of("library-version-8.db", "library-version-10.db"), copiesAfter(List.of(9, 10)));
  }

  private List<String> copiesAfter(List<Integer> versions) throws IOException, SQLException {
    for (var version : versions) {
      Files.writeString(folder.resolve("library-version-" + version + ".db"), "older");
    }
    try (var old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
        var s = old.createStatement()) {
      for (var statement :
          Files.readString(Path.of("src/test/resources/store/schema-8.sql")).split(";\n")) {
        s.execute(statement);
      }
    }
    Library.open(folder, false).close();
    return Earlier.all(folder.resolve("library.db")).stream()
        .map(one -> String.valueOf(one.getFileName()))
        .toList();
  }
}
