package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Finding;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Target;

/// What people coded goes to other programs as a REFI-QDA project and comes back as it was.
final class ProjectExchangeTest {

  private static final Progress QUIET = Progress.none();

  /// Its line ends stay as the other program has them.
  private static final String FOREIGN = "😀 First line\r\nשורה שנייה 𝒌 the end\r\nand more words";

  @TempDir Path folder;

  @BeforeEach
  void library() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("kiln.md"),
        """
        ---
        title: "=Kiln & barge"
        author: By Ada Lund
        outlet: The Harbour & Post
        date: 2025-02-03
        url: https://harbour.example/kiln?a=1&b=2
        ---
        🔥 The kiln 𝒌 burned on Monday. “We 😀 saw it <b>at once</b>,” said Ada Lund, who counted 1,250 tiles.
        """);
    Files.writeString(
        in.resolve("quay.txt"),
        "Quay closes\r\n\r\nשלום עולם. The quay closed. “مرحبا بكم here,” said Tom Arne.\r\n");
    try (var workbench = open("one")) {
      workbench.add(List.of(in), QUIET);
      workbench.define(new Code("harbour", 1));
      workbench.codebook().describe("harbour", sense("by the sea", "a memo\nof two lines 😀"));
      workbench.define(new Code("People › Speaker", 2));
      workbench.coder("Ada");
      var kiln = workbench.resolve("kiln.md").orElseThrow();
      var quay = workbench.resolve("quay.txt").orElseThrow();
      var quote = finding(workbench, kiln, Kind.QUOTE);
      give(workbench, quote, "harbour", "Ada");
      give(workbench, quote, "harbour", "Bo");
      give(workbench, quote, "Speaker", "Bo");
      var words = words(workbench, quay, "مرحبا بكم");
      give(workbench, words, "Speaker", "Ada");
      give(workbench, words(workbench, kiln, "𝒌"), "harbour", "Ada");
      workbench.note(quote, "said on the quay 😀\nשלום");
      workbench.note(words, "welcome");
    }
  }

  private static Code.Sense sense(String definition, String memo) {
    return new Code.Sense(definition, "when", "when not", "", memo);
  }

  private Workbench open(String name) {
    return Workbench.open(folder.resolve(name), true, QUIET);
  }

  private static Target finding(Workbench workbench, ArticleId article, Kind kind) {
    return workbench.findings(article).stream()
        .map(Kept::id)
        .filter(id -> id.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Target words(Workbench workbench, ArticleId article, String words) {
    var at = workbench.article(article).orElseThrow().text().indexOf(words);
    return new Segment(article, new Span(at, at + words.length()));
  }

  private static void give(Workbench workbench, Target target, String code, String coder) {
    workbench.coding().give(List.of(target), code, true, coder);
  }

  private Path project(String of) {
    var file = folder.resolve(of + ".qdpx");
    try (var workbench = open(of)) {
      assertTrue(workbench.exchange().write(Optional.empty(), file, QUIET).isPresent());
    }
    return file;
  }

  /// All that is to come back: codings with words, code, coder and note; articles; the codebook.
  private static List<Object> told(Workbench workbench) {
    List<Map<String, @Nullable Object>> codings = new ArrayList<>();
    for (var row : workbench.coding().rows(workbench.coding().list(CodingDesk.Filter.ALL))) {
      row.remove("version");
      codings.add(row);
    }
    var articles =
        workbench.rows("articles", workbench.articles().stream().map(a -> a.id()).toList());
    for (var row : articles) {
      // the rule says that a project told it; what was left out of a page does not go along
      List.of("publishedRule", "removed").forEach(row::remove);
    }
    var codes =
        workbench.codes().stream()
            .filter(code -> code.use() != Code.Use.GROUP)
            .map(code -> List.of(code.guid(), code.name(), code.key(), code.sense(), code.use()))
            .toList();
    return List.of(codings, articles, codes);
  }

  @Test
  void aProjectComesBackEqualIntoAnEmptyLibrary() {
    var file = project("one");
    List<Object> wanted;
    try (var workbench = open("one")) {
      wanted = told(workbench);
    }
    try (var workbench = open("two")) {
      var preview = workbench.exchange().look(file, QUIET).orElseThrow();
      assertEquals(0, workbench.size(), "a preview changes nothing");
      var brought = workbench.exchange().takeIn(file, QUIET).orElseThrow();
      assertEquals(preview, brought);
      assertEquals(List.of(), brought.left());
      assertEquals("2 articles, 3 codes, 5 codings and 2 notes", brought.inWords());
      assertEquals(wanted, told(workbench));
      var again = workbench.exchange().takeIn(file, QUIET).orElseThrow();
      assertTrue(again.isNothing(), again::toString);
      assertEquals(7, again.already());
      assertEquals(
          1,
          workbench
              .find(
                  org.tellings.model.Query.parse("code:speaker tiles"),
                  org.tellings.model.Hits.Order.OLDEST,
                  0,
                  9)
              .total());
    }
    assertEquals(-1, mismatch(file, project("two")), "and goes out as the same bytes");
  }

  private static long mismatch(Path one, Path other) {
    try {
      return Files.mismatch(one, other);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void takingInIsOneStepInWords() {
    var file = project("one");
    try (var workbench = open("two")) {
      workbench.exchange().takeIn(file, QUIET);
      var full = told(workbench);
      assertEquals(
          "Took in 2 articles, 3 codes, 5 codings and 2 notes of one.qdpx",
          workbench.undo().orElseThrow());
      assertEquals(0, workbench.size());
      assertEquals(List.of(), workbench.codes());
      assertEquals(Optional.empty(), workbench.undo());
      workbench.redo();
      assertEquals(full, told(workbench));
      assertEquals(List.of(), workbench.check(false, QUIET));
    }
  }

  @Test
  void whatStandsHereStays() {
    var file = project("one");
    try (var workbench = open("two")) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var quay = workbench.resolve("quay.txt").orElseThrow();
      workbench.note(words(workbench, quay, "مرحبا بكم"), "mine");
      var brought = workbench.exchange().takeIn(file, QUIET).orElseThrow();
      assertEquals(0, brought.articles());
      assertEquals(
          List.of(
              "“Quay closes”, “مرحبا بكم”: there is another note here already; the file's is"
                  + " “welcome”"),
          brought.left());
      assertEquals("mine", workbench.note(words(workbench, quay, "مرحبا بكم")));
    }
  }

  @Test
  void linesOfAnotherProgramKeepTheirEnds() throws IOException {
    var file = foreign(FOREIGN, 12, 23);
    try (var workbench = open("two")) {
      var brought = workbench.exchange().takeIn(file, QUIET).orElseThrow();
      assertEquals("1 article, 1 code, 1 coding and 1 note", brought.inWords());
      var coded = workbench.coding().list(CodingDesk.Filter.ALL).getFirst();
      assertEquals("\r\nשורה שנייה".substring(0, 11), coded.words());
      assertEquals("anna", coded.coding().coder());
      assertEquals(
          FOREIGN, workbench.article(workbench.articles().getFirst().id()).orElseThrow().text());
    }
    var out = project("two");
    try (var workbench = open("three")) {
      var brought = workbench.exchange().takeIn(out, QUIET).orElseThrow();
      assertEquals("1 article, 1 code, 1 coding and 1 note", brought.inWords());
      try (var before = open("two")) {
        assertEquals(told(before), told(workbench));
      }
    }
  }

  @Test
  void anArticleThatComesBackIsReadWithTheDayItHad() throws IOException {
    try (var workbench = open("one")) {
      var kiln = workbench.resolve("kiln.md").orElseThrow();
      var text = workbench.article(kiln).orElseThrow().text();
      workbench.describe(kiln, Map.of("published", "2024-05-06"));
      var wanted = workbench.findings(kiln);
      assertTrue(
          wanted.stream().anyMatch(k -> k.finding() instanceof Finding.DateMention),
          wanted::toString);
      workbench.takeOut(List.of(kiln));
      var brought = workbench.exchange().takeIn(foreign(text, 0, 4), QUIET).orElseThrow();
      assertEquals(1, brought.articles());
      assertEquals(wanted, workbench.findings(kiln));
      assertEquals(
          List.of(),
          workbench.ledger().stream()
              .filter(i -> i instanceof Intake.Added a && a.path().contains("foreign.qdpx"))
              .flatMap(i -> ((Intake.Added) i).missing().stream())
              .toList());
      workbench.takeOut(List.of(kiln));
      workbench.add(List.of(folder.resolve("in").resolve("kiln.md")), QUIET);
      assertEquals(wanted, workbench.findings(kiln), "as a file too");
    }
  }

  private Path foreign(String text, int from, int to) throws IOException {
    var xml =
        """
        <Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Other">
        <Users><User guid="aaaaaaaa-0000-4000-8000-000000000001" name="anna"/></Users>
        <CodeBook><Codes><Code guid="aaaaaaaa-0000-4000-8000-000000000002" name="line" isCodable="true"/></Codes></CodeBook>
        <Sources><TextSource guid="aaaaaaaa-0000-4000-8000-000000000003" name="Lines" plainTextPath="internal://t.txt">
        <PlainTextSelection guid="aaaaaaaa-0000-4000-8000-000000000004" startPosition="%d" endPosition="%d">
        <Description>seen</Description>
        <Coding guid="aaaaaaaa-0000-4000-8000-000000000005" creatingUser="aaaaaaaa-0000-4000-8000-000000000001">
        <CodeRef targetGUID="aaaaaaaa-0000-4000-8000-000000000002"/></Coding>
        </PlainTextSelection></TextSource></Sources></Project>
        """
            .formatted(from, to);
    var file = folder.resolve("foreign.qdpx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : Map.of("project.qde", xml, "sources/t.txt", text).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void whatIsCancelledOrRefusedChangesNothing() throws IOException {
    var file = project("one");
    var cancelled =
        new Progress() {
          @Override
          public void at(int done, int total, String what) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    try (var workbench = open("two")) {
      assertEquals(Optional.empty(), workbench.exchange().takeIn(file, cancelled));
      assertEquals(0, workbench.size());
      var no = Files.writeString(folder.resolve("no.qdpx"), "no");
      assertThrows(IllegalArgumentException.class, () -> workbench.exchange().takeIn(no, QUIET));
    }
    try (var workbench = open("one")) {
      Files.writeString(file, "as it was");
      assertEquals(Optional.empty(), workbench.exchange().write(Optional.empty(), file, cancelled));
      assertEquals("as it was", Files.readString(file));
      assertFalse(Files.exists(folder.resolve(".one.qdpx.part")));
    }
  }
}
