package org.tellings.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Summary;

/// What the library keeps, on a real file.
final class LibraryTest {

  private static final String TEXT = "It cost 5 million, not 6 million.";
  private static final Article ARTICLE =
      Article.of("a.txt", Heading.NONE.withTitle("Costs"), TEXT, List.of());
  private static final Finding FIVE = figure(new Span(8, 17), "5000000");
  private static final Finding SIX = figure(new Span(23, 32), "6000000");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aLibraryOfAnOlderVersionIsBroughtForward(int version) throws IOException, SQLException {
    var came = "as it came".getBytes(StandardCharsets.UTF_8);
    var sha256 = Article.sha256(came);
    Files.createDirectories(folder.resolve("originals"));
    var pack =
        version == 1
            ? ""
            : new Originals(folder.resolve("originals"))
                .write("7", List.of(file(ARTICLE, "a.txt", came)));
    Files.write(folder.resolve("originals").resolve(sha256), came);
    try (var old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
        var s = old.createStatement()) {
      for (var statement :
          Files.readString(Path.of("src/test/resources/store/schema-" + version + ".sql"))
              .split(";\n")) {
        s.execute(statement);
      }
      s.execute(
          "insert into article values ('"
              + ARTICLE.id()
              + "','a.txt','Costs','','',null,null,null,null,'','','"
              + TEXT
              + "','"
              + ARTICLE.sha256()
              + "','[]',1"
              + (version == 1 ? ")" : ",7,33,'f2')"));
      s.execute(
          "insert into finding values ('"
              + ARTICLE.id()
              + "','f',8,17,'"
              + FindingRow.body(FIVE)
              + "')");
      s.execute(
          "insert into finding values ('"
              + ARTICLE.id()
              + "','f',23,32,'"
              + FindingRow.body(SIX)
              + "')");
      s.execute(
          "insert into decision values ('"
              + ARTICLE.id()
              + "','f',8,17,'REJECTED','"
              + FindingRow.body(FIVE)
              + "','t')");
      s.execute(
          "insert into decision values ('"
              + ARTICLE.id()
              + "','f',0,2,'CONFIRMED','"
              + FindingRow.body(figure(new Span(0, 2), "1"))
              + "','t')");
      s.execute(
          "insert into original values ('"
              + sha256
              + "','"
              + ARTICLE.id()
              + "','a.txt'"
              + (version == 1 ? ")" : ",'" + pack + "')"));
      if (version == 3) {
        s.execute("insert into code values ('cost', 1)");
        s.execute("insert into coded values ('" + ARTICLE.id() + ".f.8-17','cost','t')");
      }
    }
    try (var library = Library.open(folder, false)) {
      assertEquals(
          List.of(
              new Summary(
                  ARTICLE.id(),
                  "a.txt",
                  ARTICLE.heading(),
                  7,
                  TEXT.length(),
                  Map.of(Kind.FIGURE, 3),
                  Map.of(State.MACHINE, 1, State.REJECTED, 1, State.CONFIRMED, 1),
                  0)),
          library.summaries());
      assertEquals(
          List.of(State.CONFIRMED, State.REJECTED, State.MACHINE),
          library.findings(ARTICLE.id()).stream().map(k -> k.state()).toList());
      assertEquals(
          version == 1 ? List.of() : List.of("cost"),
          library.findings(ARTICLE.id()).get(1).codes());
      assertEquals(List.of(), library.check());
      assertArrayEquals(came, library.copies().of(ARTICLE.id()).orElseThrow());
    }
    try (var again = Library.open(folder, false)) {
      assertEquals(ARTICLE, again.article(ARTICLE.id()).orElseThrow());
    }
  }

  @Test
  void theJournalOfVersion4LearnsWhichFindingsItsStepsTouched() throws IOException, SQLException {
    var five = new FindingId(ARTICLE.id(), Kind.FIGURE, FIVE.span());
    var six = new FindingId(ARTICLE.id(), Kind.FIGURE, SIX.span());
    var note = new Edit.Noted(five, "", "look again");
    var code = new Edit.Coded(six, "cost", "t", true);
    try (var old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
        var s = old.createStatement()) {
      for (var statement :
          Files.readString(Path.of("src/test/resources/store/schema-4.sql")).split(";\n")) {
        s.execute(statement);
      }
      List<Edit> edits =
          List.of(
              note,
              new Edit.Presence(List.of(ARTICLE.id()), true),
              new Edit.Together("both", List.of(code, note)));
      for (var edit : edits) {
        s.execute(
            "insert into journal (at, coder, words, edit, undone) values ('','t','','"
                + EditRow.text(edit)
                + "',0)");
      }
      s.execute("insert into original values ('ab','" + ARTICLE.id() + "','a.txt','1.zip')");
    }
    try (var library = Library.open(folder, false)) {
      assertEquals(List.of(3L, 1L), numbers(library.journal(five)));
      assertEquals(List.of(3L), numbers(library.journal(six)));
      assertEquals(
          List.of("the copy of the file a.txt of article " + ARTICLE.id() + " is gone or damaged"),
          library.check());
    }
  }

  @Test
  void aFindingsStepsAreThoseThatTouchedIt() {
    var five = new FindingId(ARTICLE.id(), Kind.FIGURE, FIVE.span());
    var six = new FindingId(ARTICLE.id(), Kind.FIGURE, SIX.span());
    try (var library = Library.open(folder, true)) {
      library.together(l -> l.journal("", "t", "one", new Edit.Noted(five, "", "a")));
      var second = library.together(l -> l.journal("", "t", "two", new Edit.Noted(six, "", "b")));
      var third =
          library.together(l -> l.journal("", "t", "three", new Edit.Coded(six, "c", "t", true)));
      library.together(
          l -> {
            l.join(
                List.of(second, third),
                "both",
                new Edit.Together(
                    "both",
                    List.of(new Edit.Noted(six, "", "b"), new Edit.Coded(six, "c", "t", true))));
            return l;
          });
      assertEquals(List.of(3L), numbers(library.journal(six)));
      library.together(
          l -> {
            l.undone(third, true, "2025-02-01T12:00:09Z");
            return l;
          });
      assertEquals(third, library.oldestUndone().orElseThrow().number());
      library.together(l -> l.journal("", "t", "four", new Edit.Noted(five, "a", "")));
      assertEquals(List.of(), numbers(library.journal(six)));
      assertEquals(
          List.of("four", "one"), library.journal(five).stream().map(n -> n.words()).toList());
      assertEquals("four", library.newestDone().orElseThrow().words());
    }
  }

  private static List<Long> numbers(List<Library.Noted> steps) {
    return steps.stream().map(Library.Noted::number).toList();
  }

  @Test
  void anOlderLibraryBroughtForwardHasTheTablesOfANewOne() throws IOException, SQLException {
    var tables = new java.util.TreeMap<Integer, List<String>>();
    for (var version : List.of(1, 3, 4, 5, 6, 7, 8)) {
      var older = folder.resolve("v" + version);
      Files.createDirectories(older);
      try (var old = DriverManager.getConnection("jdbc:sqlite:" + older.resolve("library.db"));
          var s = old.createStatement()) {
        for (var statement :
            Files.readString(Path.of("src/test/resources/store/schema-" + version + ".sql"))
                .split(";\n")) {
          s.execute(statement);
        }
      }
      Library.open(older, false).close();
      tables.put(version, tables(older));
    }
    Library.open(folder.resolve("new"), true).close();
    var fresh = tables(folder.resolve("new"));
    assertEquals(
        Map.of(1, fresh, 3, fresh, 4, fresh, 5, fresh, 6, fresh, 7, fresh, 8, fresh), tables);
  }

  @Test
  void anArticleOfALibraryWithoutCapturesIsKeptAndTakesOne() throws IOException, SQLException {
    try (var old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("library.db"));
        var s = old.createStatement()) {
      for (var statement :
          Files.readString(Path.of("src/test/resources/store/schema-7.sql")).split(";\n")) {
        s.execute(statement);
      }
      s.execute(
          "insert into article values (7,'"
              + ARTICLE.id()
              + "','a.txt','Weir','By hand','Echo','2025-01-20','x/1','2025-01-21','y/1','','en','"
              + ARTICLE.sha256()
              + "',1,7,"
              + TEXT.length()
              + ",0,'')");
      s.execute("insert into content values (7,'" + TEXT + "','[]','')");
    }
    try (var library = Library.open(folder, false)) {
      var kept = library.article(ARTICLE.id()).orElseThrow();
      assertEquals(TEXT, kept.text());
      assertEquals("Weir", kept.title());
      assertEquals(Optional.of(new Dated("2025-01-21", "y/1")), kept.heading().updated());
      assertEquals(Optional.empty(), kept.heading().captured());
      var captured =
          kept.heading().withCaptured(Optional.of(new Dated("2025-01-30T08:14Z", "person")));
      var edit = new Edit.Described(ARTICLE.id(), kept.heading(), captured);
      assertEquals(edit, EditRow.edit(EditRow.text(edit)));
      library.together(
          l -> {
            l.apply(edit);
            return l;
          });
    }
    try (var library = Library.open(folder, false)) {
      assertEquals(
          "2025-01-30T08:14Z",
          library.article(ARTICLE.id()).orElseThrow().heading().captured().orElseThrow().value());
    }
  }

  /// What the file's tables and indexes are made of, and its version.
  private static List<String> tables(Path library) throws SQLException {
    var lines = new java.util.ArrayList<String>();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + library.resolve("library.db"));
        var s = file.createStatement()) {
      try (var r =
          s.executeQuery(
              "select coalesce(sql, name) from sqlite_master union all select"
                  + " 'version ' || user_version from pragma_user_version order by 1")) {
        while (r.next()) {
          lines.add(r.getString(1));
        }
      }
    }
    return lines;
  }

  @Test
  void aSummaryCountsWhatTheFindingsAre() {
    try (var library = Library.open(folder, true)) {
      library.together(l -> l.save(ARTICLE, Found.of(List.of(FIVE, SIX))));
      decide(library, FIVE, State.REJECTED);
      decide(
          library,
          new Finding.Mention(new Span(0, 2), "It", Finding.EntityType.WORK, false, "person"),
          State.CONFIRMED);
      assertEquals(
          new Summary(
              ARTICLE.id(),
              "a.txt",
              ARTICLE.heading(),
              7,
              TEXT.length(),
              Map.of(Kind.FIGURE, 2, Kind.ENTITY, 1),
              Map.of(State.MACHINE, 1, State.REJECTED, 1, State.CONFIRMED, 1),
              0),
          library.summary(ARTICLE.id()).orElseThrow());
      decide(library, SIX, State.CONFIRMED);
      assertEquals(Map.of(State.REJECTED, 1, State.CONFIRMED, 2), library.tally().states());
      assertEquals(library.findings(ARTICLE.id()).size(), library.tally().findings());
    }
  }

  @Test
  void theFilesAreKeptAsTheyCameAndCheckSaysWhenOneIsDamaged() throws IOException {
    var small = "“Yes.”\r\n".getBytes(StandardCharsets.UTF_8);
    var large = "A sentence that comes again. ".repeat(1000).getBytes(StandardCharsets.UTF_8);
    var other = Article.of("b.txt", Heading.NONE, "Another text.", List.of());
    try (var library = Library.open(folder, true)) {
      library.together(
          l -> {
            l.save(ARTICLE, Found.of(List.of()));
            l.save(other, Found.of(List.of()));
            l.keep(List.of(file(ARTICLE, "../a.txt", small), file(other, "b.txt", large)));
            return l;
          });
      assertArrayEquals(small, library.copies().of(ARTICLE.id()).orElseThrow());
      assertArrayEquals(large, library.copies().of(other.id()).orElseThrow());
      assertEquals(List.of(), library.check());
      var pack = folder.resolve("originals/1.zip");
      var bytes = Files.readAllBytes(pack);
      bytes[30 + 64 + "/.._a.txt".length() + 1] ^= 1; // in the first entry, behind its name
      Files.write(pack, bytes);
      assertEquals(
          List.of(
              "the copy of the file ../a.txt of article " + ARTICLE.id() + " is gone or damaged"),
          library.check());
      Files.delete(pack);
      assertEquals(2, library.check().size());
    }
  }

  @Test
  void aTextTakenOutComesBackWithItsDecisions() {
    try (var library = Library.open(folder, true)) {
      library.together(l -> l.save(ARTICLE, Found.of(List.of(FIVE))));
      decide(library, FIVE, State.CONFIRMED);
      assertEquals(
          Optional.empty(), library.together(l -> l.save(ARTICLE, Found.of(List.of(FIVE)))));
      library.together(
          l -> {
            l.apply(new Edit.Presence(List.of(ARTICLE.id()), false));
            return l;
          });
      assertEquals(List.of(), library.summaries());
      var saved =
          library
              .together(l -> l.save(ARTICLE.with(Heading.NONE), Found.of(List.of(FIVE, SIX))))
              .orElseThrow();
      assertEquals(
          List.of(State.CONFIRMED, State.MACHINE),
          saved.findings().stream().map(k -> k.state()).toList());
      assertEquals(ARTICLE, saved.article());
    }
  }

  @Test
  void whatAnOlderVersionDidNotKeepAsSeenIsWhatTheMachineReadBefore() {
    try (var library = Library.open(folder, true)) {
      library.together(l -> l.save(ARTICLE, Found.of(List.of(FIVE))));
      decide(library, FIVE, State.CONFIRMED);
      var other = figure(FIVE.span(), "55");
      library.together(
          l -> {
            l.machine(ARTICLE.id(), Found.of(List.of(other)));
            return l;
          });
      var kept = library.findings(ARTICLE.id()).getFirst();
      assertEquals(FIVE, kept.finding());
      assertEquals(Optional.of(other), kept.machineNow());
      library.together(
          l -> {
            l.machine(ARTICLE.id(), Found.of(List.of()));
            return l;
          });
      kept = library.findings(ARTICLE.id()).getFirst();
      assertEquals(FIVE, kept.finding());
      assertEquals(Optional.empty(), kept.machineNow());
    }
  }

  private static void decide(Library library, Finding finding, State state) {
    library.together(
        l -> {
          l.apply(
              new Edit.Decided(
                  new FindingId(ARTICLE.id(), finding.kind(), finding.span()),
                  Optional.empty(),
                  Optional.of(new Decision(state, finding, "t", Optional.empty()))));
          return l;
        });
  }

  private static OriginalFile file(Article article, String name, byte[] content) {
    return new OriginalFile(Article.sha256(content), article.id(), name, content);
  }

  private static Finding figure(Span span, String value) {
    return new Finding.Figure(
        span,
        new BigDecimal(value),
        new BigDecimal(value),
        "count",
        Finding.Approximation.EXACT,
        Finding.Change.NONE,
        Optional.empty(),
        "t");
  }
}
