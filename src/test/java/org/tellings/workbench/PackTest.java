package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;

/// Decisions go from one library to another that has the same texts, and nothing of them is lost
/// silently.
final class PackTest {

  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;

  @BeforeEach
  void articles() throws IOException {
    article("a", "“We shall dredge the harbour,” said Ada Reed on 5 February 2025. It costs $3m.");
    article("b", "On 5 February 2025 Ada Reed said: “We shall dredge the harbour.” It costs $4m.");
    try (var workbench = open("one", true)) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var a = workbench.resolve("a.txt").orElseThrow();
      var b = workbench.resolve("b.txt").orElseThrow();
      var quotes =
          List.of(first(workbench, a.value(), Kind.QUOTE), first(workbench, b.value(), Kind.QUOTE));
      workbench.confirm(List.of(quotes.getFirst(), first(workbench, a.value(), Kind.DATE)));
      workbench.correct(quotes.getLast(), Map.of("speaker", "A. Reed"));
      workbench.reject(List.of(first(workbench, b.value(), Kind.FIGURE)));
      workbench.note(quotes.getFirst(), "she said it twice");
      workbench.merge(quotes);
      workbench.name(quotes.getFirst(), "She wants to dredge.");
      workbench.timeline().name(first(workbench, a.value(), Kind.DATE), "The promise");
      workbench.timeline().date(first(workbench, a.value(), Kind.DATE), "2025-02");
      workbench.define(new Code("harbour", 1));
      workbench.code(List.of(quotes.getFirst()), "harbour", true);
      workbench.make(a, Kind.CLAIM, new Span(0, 20));
    }
  }

  private void article(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in").resolve(name + ".txt"),
        "Title of " + name + "\n\n" + text + "\n\nNobody at the quay had anything to add to it.\n");
  }

  private Workbench open(String library, boolean create) {
    return Workbench.open(folder.resolve(library), create, QUIET);
  }

  private static FindingId first(Workbench workbench, String article, Kind kind) {
    return workbench.findings(workbench.resolve(article).orElseThrow()).stream()
        .map(Kept::id)
        .filter(id -> id.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private Path pack() throws IOException {
    try (var workbench = open("one", false)) {
      return Files.writeString(folder.resolve("of-one.pack"), workbench.pack(QUIET));
    }
  }

  private Workbench other() {
    var workbench = open("two", true);
    workbench.add(List.of(folder.resolve("in")), QUIET);
    return workbench;
  }

  /// The lines of what stands, without whose words they are.
  static List<String> standing(String pack) {
    return pack.lines()
        .skip(1)
        .filter(line -> !line.startsWith("{\"gone\":"))
        .map(line -> line.replaceFirst("\"known\":\\{[^}]*\\},?", ""))
        .toList();
  }

  @Test
  void allDecisionsHoldInAnotherLibraryAndGoInOneStep() throws IOException {
    var pack = pack();
    try (var workbench = other()) {
      var done = workbench.takeIn(pack);
      assertEquals(List.of(), done.left());
      assertEquals(Workbench.decisions(Files.readString(pack)), done.taken());
      assertEquals(1, done.unfound().size(), "the claim made by hand");
      assertEquals(standing(Files.readString(pack)), standing(workbench.pack(QUIET)));
      var again = workbench.takeIn(pack);
      assertEquals(List.of(0, done.taken()), List.of(again.taken(), again.already()));
      assertTrue(workbench.undo().orElseThrow().startsWith("Took in "));
      assertEquals(List.of(), standing(workbench.pack(QUIET)), "one step took all back");
      assertEquals(0, workbench.tally().reviewed());
      workbench.redo();
      assertEquals(standing(Files.readString(pack)), standing(workbench.pack(QUIET)));
    }
  }

  @Test
  void whatAPersonDecidedHereStays() throws IOException {
    var pack = pack();
    try (var workbench = other()) {
      var quote = first(workbench, workbench.resolve("a.txt").orElseThrow().value(), Kind.QUOTE);
      workbench.reject(List.of(quote));
      var done = workbench.takeIn(pack);
      assertEquals(1, done.left().size(), done.left()::toString);
      assertTrue(
          done.left().getFirst().startsWith("conflict: quote “We shall dredge the harbour")
              && done.left().getFirst().contains("state: rejected → confirmed"),
          done.left()::toString);
      assertEquals(State.REJECTED, workbench.finding(quote).orElseThrow().state());
    }
  }

  @Test
  void badLinesAreToldByNumberAndLoseNothingElse() throws IOException {
    var lines = Files.readString(pack()).lines().toList();
    var spoiled = new java.util.ArrayList<>(lines);
    spoiled.add(2, "{\"did\":\"danced\"}");
    spoiled.add(3, "not JSON at all");
    var bad = Files.write(folder.resolve("bad.pack"), spoiled);
    try (var workbench = other()) {
      var done = workbench.takeIn(bad);
      assertEquals(Workbench.decisions(String.join("\n", lines)), done.taken());
      assertEquals(
          List.of("cannot be read: line 3", "cannot be read: line 4"),
          done.left().stream().map(line -> line.substring(0, 22)).toList());
      assertEquals(List.of(2, 0, 0), List.of(done.unread(), done.lost(), done.conflicts()));
    }
  }

  /// A code that no codebook has would have no name anywhere.
  @Test
  void aCodingWithACodeOfNoCodebookIsNotTaken() throws IOException {
    String coding;
    try (var workbench = open("one", false)) {
      coding =
          workbench
              .pack(QUIET)
              .lines()
              .filter(l -> l.contains("\"coded\""))
              .findFirst()
              .orElseThrow();
    }
    var odd = coding.replaceFirst("\"code\":\"[^\"]+\"", "\"code\":\"nowhere\"");
    assertNotEquals(coding, odd);
    var bad = Files.writeString(folder.resolve("bad.pack"), Pack.FIRST + "\n" + odd + "\n");
    try (var workbench = other()) {
      var done = workbench.takeIn(bad);
      assertEquals(List.of(0, 1), List.of(done.taken(), done.unread()));
      assertTrue(done.left().getFirst().contains("“nowhere”"), done.left()::toString);
      assertEquals(List.of(), workbench.coding().list(CodingDesk.Filter.ALL));
    }
  }

  /// What was coded under a former codebook is coded under the same one in the other library.
  @Test
  void formerCodebooksGoAlong() throws IOException {
    try (var workbench = open("one", false)) {
      workbench
          .codebook()
          .describe("harbour", new Code.Sense("what is by the sea", "", "", "", ""));
      workbench.code(List.of(first(workbench, "b.txt", Kind.FIGURE)), "harbour", true);
    }
    var pack = pack();
    try (var workbench = other()) {
      workbench.takeIn(pack);
      for (var coded : workbench.coding().list(CodingDesk.Filter.ALL)) {
        var isFirst = coded.coding().target() instanceof FindingId id && id.kind() == Kind.QUOTE;
        assertEquals(
            isFirst ? "" : "what is by the sea",
            workbench
                .codebook()
                .version(coded.coding().version())
                .the("harbour")
                .sense()
                .definition());
      }
      assertEquals(2, workbench.coding().list(CodingDesk.Filter.ALL).size());
    }
  }

  @Test
  void aTextThatIsNotHereIsNamed() throws IOException {
    var pack = pack();
    try (var workbench = open("three", true)) {
      workbench.add(List.of(folder.resolve("in").resolve("a.txt")), QUIET);
      var done = workbench.takeIn(pack);
      assertTrue(done.taken() > 3);
      assertTrue(
          done.left().stream().allMatch(line -> line.contains("is not here")),
          done.left()::toString);
    }
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    var other = Files.writeString(folder.resolve("x.pack"), "hello\n");
    try (var workbench = other()) {
      assertThrows(IllegalArgumentException.class, () -> workbench.takeIn(other));
      assertThrows(
          IllegalArgumentException.class, () -> workbench.takeIn(folder.resolve("nowhere.pack")));
    }
  }
}
