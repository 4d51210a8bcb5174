package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Code;
import org.tellings.model.Intake;
import org.tellings.store.DnaFile;
import org.tellings.store.DnaFile.Content;
import org.tellings.store.DnaFile.Document;
import org.tellings.store.DnaFile.Statement;
import org.tellings.store.DnaFile.Type;
import org.tellings.store.DnaFile.Value;

/// Statements of Discourse Network Analyzer come in as codings and go out as they came.
final class DnaExchangeTest {

  private static final Progress QUIET = Progress.none();

  private static final String TEXT =
      "😀 The kiln must close, said Ada Lund of the Harbour Board.\r\n"
          + "שלום. Tom Arne wants it open.";

  @TempDir Path folder;

  private Workbench open(String name) {
    return Workbench.open(folder.resolve(name), true, QUIET);
  }

  private static Statement said(String words, String person, String concept, boolean agrees) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("person", new Value(Type.SHORT_TEXT, person));
    values.put("organization", new Value(Type.SHORT_TEXT, ""));
    values.put("concept", new Value(Type.SHORT_TEXT, concept));
    values.put("agreement", new Value(Type.BOOLEAN, agrees ? "1" : "0"));
    var at = TEXT.indexOf(words);
    return new Statement(0, "DNA Statement", "Anna", at, at + words.length(), values);
  }

  private static Content content(List<Statement> statements) {
    return new Content(
        List.of(
            new Document(
                "The kiln", TEXT, "Bo Ek", "The Harbour & Post", "", "", "", 1_738_540_800L)),
        statements,
        Map.of());
  }

  private Path file(Content content) {
    var file = folder.resolve("in.dna");
    DnaFile.write(file, content);
    return file;
  }

  @Test
  void statementsComeInAsCodingsAndGoOutAsTheyCame() {
    var statements =
        List.of(
            said("The kiln must close", "Ada Lund", "Closing of the kiln 🔥", true),
            said("Tom Arne wants it open", "Tom Arne", "Closing of the kiln 🔥", false));
    var in = file(content(statements));
    assertEquals(content(statements), DnaFile.read(in));
    var out = folder.resolve("out.dna");
    try (var workbench = open("one")) {
      var preview = workbench.exchange().look(in, QUIET).orElseThrow();
      var brought = workbench.exchange().takeIn(in, QUIET).orElseThrow();
      assertEquals(preview, brought);
      assertEquals("1 article, 5 codes, 6 codings and 0 notes", brought.inWords());
      assertEquals(List.of(), brought.left());
      assertEquals(
          List.of(
              "agreement › yes: The kiln must close",
              "concept › Closing of the kiln 🔥: The kiln must close",
              "person › Ada Lund: The kiln must close",
              "agreement › no: Tom Arne wants it open",
              "concept › Closing of the kiln 🔥: Tom Arne wants it open",
              "person › Tom Arne: Tom Arne wants it open"),
          workbench.coding().list(CodingDesk.Filter.ALL).stream()
              .map(c -> c.code() + ": " + c.words())
              .toList());
      var article = workbench.article(workbench.articles().getFirst().id()).orElseThrow();
      assertEquals(TEXT, article.text());
      assertEquals("2025-02-03", article.heading().published().orElseThrow().value());
      assertTrue(workbench.exchange().takeIn(in, QUIET).orElseThrow().isNothing());
      workbench.exchange().export("codings", Optional.empty(), "dna", out, QUIET);
      assertEquals(
          "Took in 1 article, 5 codes, 6 codings and 0 notes of in.dna",
          workbench.undo().orElseThrow());
      assertEquals(0, workbench.size());
    }
    assertEquals(statements, DnaFile.read(out).statements());
    var document = DnaFile.read(out).documents().getFirst();
    assertEquals(
        List.of("The kiln", TEXT, "Bo Ek", "The Harbour & Post", 1_738_540_800L),
        List.of(
            document.title(),
            document.text(),
            document.author(),
            document.source(),
            document.date()));
  }

  @Test
  void otherCodesAndNotesGoOutAndComeBack() {
    var in = file(content(List.of(said("Tom Arne", "Tom Arne", "", true))));
    var out = folder.resolve("out.dna");
    List<String> wanted;
    try (var workbench = open("one")) {
      workbench.exchange().takeIn(in, QUIET);
      var coding = workbench.coding().list(CodingDesk.Filter.ALL).getFirst().coding();
      workbench.define(new org.tellings.model.Code("People › Speaker", 1));
      workbench.coding().give(List.of(coding.target()), "Speaker", true, "Bo");
      workbench.note(coding.target(), "a note\nof two lines 😀");
      wanted = told(workbench);
      workbench.exchange().export("codings", Optional.empty(), "dna", out, QUIET);
    }
    try (var workbench = open("two")) {
      assertEquals(List.of(), workbench.exchange().takeIn(out, QUIET).orElseThrow().left());
      assertEquals(wanted, told(workbench));
    }
  }

  @Test
  void aCodedFindingComesBackAsThatFinding() throws java.io.IOException {
    var out = folder.resolve("out.dna");
    java.nio.file.Files.writeString(
        folder.resolve("weir.txt"), "“We never saw a cheaper weir,” said Ada Ortiz on Monday.\n");
    try (var workbench = open("one")) {
      workbench.add(List.of(folder.resolve("weir.txt")), QUIET);
      var quote = workbench.findings(workbench.articles().getFirst().id()).getFirst().id();
      workbench.define(new org.tellings.model.Code("P", 1));
      workbench.coding().give(List.of(quote), "P", true, "Bo");
      var wanted = told(workbench);
      workbench.exchange().export("codings", Optional.empty(), "dna", out, QUIET);
      assertEquals(
          "0 articles, 0 codes, 0 codings and 0 notes",
          workbench.exchange().takeIn(out, QUIET).orElseThrow().inWords());
      assertEquals(wanted, told(workbench));
    }
  }

  private static List<String> told(Workbench workbench) {
    var rows = workbench.coding().rows(workbench.coding().list(CodingDesk.Filter.ALL));
    rows.forEach(row -> List.of("version").forEach(row::remove));
    return rows.stream().map(Object::toString).toList();
  }

  @Test
  void statementsOnTheSameWordsAreToldApartInANote() {
    var in =
        file(
            content(
                List.of(
                    said("The kiln must close", "Ada Lund", "Closing", true),
                    said("The kiln must close", "Tom Arne", "Opening", false))));
    try (var workbench = open("one")) {
      var brought = workbench.exchange().takeIn(in, QUIET).orElseThrow();
      assertEquals("1 article, 6 codes, 6 codings and 1 note", brought.inWords());
      var target = workbench.coding().list(CodingDesk.Filter.ALL).getFirst().coding().target();
      assertEquals(
          "DNA Statement of Anna: person = Ada Lund; concept = Closing; agreement = yes\n\n"
              + "DNA Statement of Anna: person = Tom Arne; concept = Opening; agreement = no",
          workbench.note(target));
    }
  }

  private static void sql(Path file, String... lines) throws SQLException {
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
        var s = db.createStatement()) {
      for (var line : lines) {
        s.execute(line);
      }
    }
  }

  @Test
  void whatBelongsToNothingInTheFileIsTold() throws SQLException {
    var in =
        file(
            new Content(
                List.of(
                    new Document("The kiln", TEXT, "", "", "", "", "", 0),
                    new Document("Blank", " ", "", "", "", "", "", 0)),
                List.of(
                    said("The kiln must close", "Ada Lund", "Closing", true),
                    said("Tom Arne", "Tom Arne", "Closing", false),
                    said("wants it open", "Tom Arne", "Opening", true),
                    new Statement(1, "Annotation", "Bo", 0, 1, Map.of())),
                Map.of()));
    sql(
        in,
        "update STATEMENTS set DocumentId = 99 where ID = 2",
        "insert into STATEMENTTYPES (ID, Label) values (9, 'gone')",
        "update STATEMENTS set StatementTypeId = 77 where ID = 3",
        "update DATASHORTTEXT set Entity = 4711 where StatementId = 1 and VariableId = 1");
    try (var workbench = open("one")) {
      var brought = workbench.exchange().takeIn(in, QUIET).orElseThrow();
      assertEquals(
          List.of(
              "statements of no type (1): there is no place for them here",
              "values of no statement, variable or entity (1): there is no place for them here",
              "a statement at characters 67 to 75: its document is not in the file (DNA Statement"
                  + " of Anna: person = Tom Arne; concept = Closing; agreement = no)",
              "“Blank”: it has no words; with it 1 statement is left out"),
          brought.left());
      assertEquals(2, brought.codings());
    }
  }

  @Test
  void longNamesGoOutDistinctAndComeBackWhole() {
    var long1 = "x".repeat(200) + " one";
    var long2 = "x".repeat(200) + " two";
    var statements =
        List.of(
            said("The kiln must close", "Ada Lund", long1, true),
            said("Tom Arne wants it open", "Tom Arne", long2, false));
    var in = file(content(statements));
    assertEquals(statements, DnaFile.read(in).statements());
    var out = folder.resolve("out.dna");
    var deep = String.join(Code.BETWEEN, List.of("a".repeat(80), "b".repeat(80), "c".repeat(80)));
    List<String> wanted;
    try (var workbench = open("one")) {
      assertEquals(6, workbench.exchange().takeIn(in, QUIET).orElseThrow().codes());
      var at = workbench.coding().list(CodingDesk.Filter.ALL).getFirst().coding().target();
      workbench.define(new Code(deep + Code.BETWEEN + "one", 0));
      workbench.define(new Code(deep + Code.BETWEEN + "two", 0));
      workbench.coding().give(List.of(at), deep + Code.BETWEEN + "one", true, "Bo");
      workbench.coding().give(List.of(at), deep + Code.BETWEEN + "two", true, "Bo");
      wanted = told(workbench);
      workbench.exchange().export("codings", Optional.empty(), "dna", out, QUIET);
    }
    assertEquals(
        statements,
        DnaFile.read(out).statements().stream()
            .filter(s -> s.type().equals("DNA Statement"))
            .toList());
    try (var workbench = open("two")) {
      assertEquals(List.of(), workbench.exchange().takeIn(out, QUIET).orElseThrow().left());
      assertEquals(wanted, told(workbench));
    }
  }

  @Test
  void documentsOfOneTitleAndLongHeadingsComeBackAsTheyWere() {
    var title = "The kiln ".repeat(30).strip();
    var byline = "Bo Ek, ".repeat(40).strip();
    var in =
        file(
            new Content(
                List.of(
                    new Document("The kiln", TEXT, "Bo Ek", "", "", "", "", 0),
                    new Document("The kiln", TEXT + " More.", "", "", "", "", "", 0)),
                List.of(),
                Map.of()));
    var out = folder.resolve("out.dna");
    try (var workbench = open("one")) {
      workbench.exchange().takeIn(in, QUIET);
      var paths = workbench.ledger().stream().map(Intake::path).distinct().toList();
      assertEquals(2, paths.size(), paths::toString);
      var first = workbench.articles().getFirst().id();
      workbench.describe(first, Map.of("title", title, "byline", byline));
      workbench.exchange().export("codings", Optional.empty(), "dna", out, QUIET);
    }
    try (var workbench = open("two")) {
      assertEquals(List.of(), workbench.exchange().takeIn(out, QUIET).orElseThrow().left());
      var heading =
          workbench.articles().stream()
              .map(a -> workbench.article(a.id()).orElseThrow().heading())
              .filter(h -> !h.byline().isEmpty())
              .findFirst()
              .orElseThrow();
      assertEquals(List.of(title, byline), List.of(heading.title(), heading.byline()));
    }
  }

  @Test
  void claimsGoOutAsStatements() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.txt"),
        "The kiln\n\nAda Lund said that the kiln had burned for 40 days. The company said that it"
            + " had not been told of any fire at all.\n");
    var out = folder.resolve("claims.dna");
    try (var workbench = open("one")) {
      workbench.add(List.of(in), QUIET);
      var written =
          workbench.exchange().export("claims", Optional.empty(), "dna", out, QUIET).orElseThrow();
      var statements = DnaFile.read(out).statements();
      assertEquals(written, statements.size());
      var first = statements.getFirst();
      assertEquals(
          "Ada Lund", first.values().getOrDefault("person", new Value(Type.SHORT_TEXT, "")).text());
      assertTrue(
          DnaFile.read(out)
              .documents()
              .getFirst()
              .text()
              .substring(first.start(), first.stop())
              .contains("the kiln had burned"));
    }
  }

  @Test
  void whatIsNoDatabaseOfDnaIsRefusedInWords() throws IOException {
    var no = Files.writeString(folder.resolve("no.dna"), "no database");
    try (var workbench = open("one")) {
      var problem =
          assertThrows(
              IllegalArgumentException.class, () -> workbench.exchange().takeIn(no, QUIET));
      assertTrue(
          String.valueOf(problem.getMessage()).startsWith("no.dna is no database of DNA 3"),
          problem::toString);
    }
  }

  /// The sample of DNA itself, where it is at hand: `-Ddna.sample=FILE`.
  @Test
  void theSampleOfDnaComesInAndGoesOut() {
    var sample = Optional.ofNullable(System.getProperty("dna.sample")).map(Path::of);
    assumeTrue(sample.isPresent(), "no -Ddna.sample=FILE was given");
    var before = DnaFile.read(sample.orElseThrow());
    var out = folder.resolve("out.dna");
    try (var workbench = open("one")) {
      var brought = workbench.exchange().takeIn(sample.orElseThrow(), QUIET).orElseThrow();
      assertEquals(before.documents().size(), brought.articles());
      workbench.exchange().export("codings", Optional.empty(), "dna", out, QUIET);
    }
    var after = DnaFile.read(out);
    assertEquals(statements(before), statements(after));
  }

  /// Those of the type that both programs know, whichever place their document has.
  private static List<String> statements(Content content) {
    return content.statements().stream()
        .filter(s -> s.type().equals("DNA Statement"))
        .map(
            s ->
                content.documents().get(s.document()).title()
                    + s.coder()
                    + s.start()
                    + s.stop()
                    + s.values())
        .sorted()
        .toList();
  }
}
