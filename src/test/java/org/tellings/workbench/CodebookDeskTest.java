package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.workbench.CodingDesk.Coded;
import org.tellings.workbench.CodingDesk.Filter;

/// Codebook, codings and coders, through a real library.
final class CodebookDeskTest {

  private static final String TEXT =
      "“We never saw a cheaper weir,” said Ada Ortiz, who has run the mill for nine years.\n"
          + "The weir cost 5 million crowns, and nobody had counted on that.\n";

  @TempDir Path folder;
  private Workbench workbench;
  private ArticleId article;

  @BeforeEach
  void open() throws IOException {
    var in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(in.resolve("mill.txt"), TEXT);
    workbench = Workbench.open(folder.resolve("library"), true, Progress.none());
    workbench.add(List.of(in), Progress.none());
    article = workbench.articles().getFirst().id();
    for (var name : List.of("Evidence › Asserted", "Evidence › Shown", "Tone › Alarm", "Tone")) {
      workbench.define(new Code(name, 0));
    }
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private Segment words(String words) {
    var at = workbench.article(article).orElseThrow().text().indexOf(words);
    return workbench.coding().segment(article, new Span(at, at + words.length()));
  }

  private List<String> names() {
    return workbench.codes().stream().map(Code::name).toList();
  }

  private List<String> coded() {
    return workbench.coding().list(Filter.ALL).stream()
        .map(c -> c.code() + "|" + c.coding().coder() + "|" + c.words())
        .toList();
  }

  private void give(String words, String code, String coder) {
    assertEquals(1, workbench.coding().give(List.of(words(words)), code, true, coder).size());
  }

  @Test
  void theTreeStandsInTheOrderInWhichCodesCame() {
    assertEquals(
        List.of("Evidence › Asserted", "Evidence › Shown", "Tone", "Tone › Alarm"), names());
    var tree = workbench.codebook().now().tree();
    assertEquals(List.of("Evidence", "Tone"), tree.stream().map(b -> b.path()).toList());
    assertEquals(Optional.empty(), tree.getFirst().code());
    assertEquals(
        List.of("Asserted", "Shown"),
        tree.getFirst().below().stream().map(b -> b.ownName()).toList());
  }

  @Test
  void aCodeIsFoundByTheEndOfItsNameWhereOneIsCalledSo() {
    var book = workbench.codebook().now();
    assertEquals("Evidence › Shown", book.the("shown").name());
    workbench.define(new Code("Tone › Shown", 0));
    var problem =
        assertThrows(IllegalArgumentException.class, () -> workbench.codebook().now().the("Shown"));
    assertEquals(
        "several codes are called Shown; say which: Evidence › Shown, Tone › Shown",
        problem.getMessage());
  }

  @Test
  void whatWasCodedStaysCodedWhenACodeIsRenamedAndMoved() {
    give("The weir cost", "Shown", "MK");
    workbench.codebook().rename("Evidence", "Proof");
    workbench.codebook().move("Shown", "Tone", Optional.of("Alarm"));
    assertEquals(List.of("Proof › Asserted", "Tone", "Tone › Shown", "Tone › Alarm"), names());
    assertEquals(List.of("Tone › Shown|MK|The weir cost"), coded());
    assertEquals(
        List.of("Moved code “Proof › Shown” to “Tone”", "Renamed code “Evidence”: Proof"),
        workbench.codebook().history("Shown").stream().limit(2).map(Step::words).toList());
    workbench.undo();
    workbench.undo();
    assertEquals(List.of("Evidence › Shown|MK|The weir cost"), coded());
  }

  /// Also of the code that another became, and of that from which one was split.
  @Test
  void theHistoryOfACodeTellsMergesIntoItAndSplitsFromIt() {
    var quote = workbench.findings(article).getFirst().id();
    workbench.define(new Code("Seen", 0));
    workbench.code(List.of(quote), "Seen", true);
    workbench.codebook().merge("Seen", "Shown");
    workbench.codebook().split("Shown", "Half", List.of(quote));
    var words = workbench.codebook().history("Shown").stream().map(Step::words).toList();
    assertEquals(
        2, words.stream().filter(w -> w.matches("(?:Merged|Split).*")).count(), words::toString);
  }

  @Test
  void aRenamedCodeIsSearchedByItsNewName() {
    var quote = workbench.findings(article).getFirst().id();
    workbench.code(List.of(quote), "Shown", true);
    workbench.codebook().rename("Shown", "Printed");
    assertEquals(1, found("code:printed"));
    assertEquals(0, found("code:shown"));
    workbench.undo();
    assertEquals(1, found("code:shown"));
    assertEquals(List.of(), workbench.check(false, Progress.none()));
  }

  private int found(String query) {
    return workbench.find(Query.parse(query), Hits.Order.OLDEST, 0, 9).total();
  }

  @Test
  void twoCodesBecomeOneAndNoCodingIsLost() {
    give("The weir cost", "Shown", "MK");
    give("The weir cost", "Asserted", "MK");
    give("The weir cost", "Shown", "TL");
    give("5 million crowns", "Shown", "TL");
    var before = coded();
    assertEquals(3, workbench.codebook().merge("Shown", "Asserted"));
    assertEquals(List.of("Evidence › Asserted", "Tone", "Tone › Alarm"), names());
    assertEquals(
        List.of(
            "Evidence › Asserted|MK|The weir cost",
            "Evidence › Asserted|TL|The weir cost",
            "Evidence › Asserted|TL|5 million crowns"),
        coded());
    workbench.undo();
    assertEquals(before, coded());
  }

  @Test
  void aSplitCodeGivesSomeOfItsCodingsToTheOtherUnderTheVersionTheyWereMade() {
    give("The weir cost", "Shown", "MK");
    give("5 million crowns", "Shown", "MK");
    assertEquals(
        1, workbench.codebook().split("Shown", "Counted", List.of(words("5 million crowns"))));
    assertEquals(
        List.of("Evidence › Shown|MK|The weir cost", "Evidence › Counted|MK|5 million crowns"),
        coded());
    assertEquals(
        List.of(1, 1),
        workbench.coding().list(Filter.ALL).stream().map(c -> c.coding().version()).toList());
    var problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> workbench.codebook().split("Shown", "Other", List.of(words("nobody"))));
    assertTrue(String.valueOf(problem.getMessage()).endsWith("is not coded “Evidence › Shown”"));
  }

  @Test
  void aCodingKnowsTheCodebookItWasMadeUnder() {
    assertEquals(1, workbench.codebook().version());
    give("The weir cost", "Shown", "MK");
    workbench.define(new Code("Tone › Calm", 4));
    assertEquals(2, workbench.codebook().version());
    workbench.codebook().retire("Calm");
    assertEquals(2, workbench.codebook().version(), "nothing was coded under the second");
    give("5 million crowns", "Shown", "MK");
    workbench.codebook().describe("Shown", new Code.Sense("", "", "", "", "only a memo"));
    assertEquals(2, workbench.codebook().version(), "a memo makes no other codebook");
    workbench.codebook().describe("Shown", new Code.Sense("Printed or linked.", "", "", "", ""));
    assertEquals(3, workbench.codebook().version());
    assertEquals(
        List.of(1, 2),
        workbench.coding().list(Filter.ALL).stream().map(c -> c.coding().version()).toList());
    assertEquals(4, workbench.codebook().version(1).codes().size());
    assertEquals("", workbench.codebook().version(2).the("Shown").sense().definition());
    workbench.undo();
    assertEquals(2, workbench.codebook().version());
  }

  @Test
  void aRetiredCodeIsGivenNoMoreAndStays() {
    give("The weir cost", "Shown", "MK");
    assertTrue(workbench.codebook().remove("Shown"), "it was given, and keeps its name");
    var problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> workbench.coding().give(List.of(words("nobody")), "Shown", true));
    assertEquals("“Evidence › Shown” is not given: it is retired", problem.getMessage());
    assertEquals(List.of("Evidence › Shown|MK|The weir cost"), coded());
    workbench.codebook().bringBack("Shown");
    give("nobody", "Shown", "MK");
  }

  @Test
  void wordsAreCodedSeveralTimesAndOverlap() {
    give("The weir cost", "Shown", "MK");
    give("weir cost 5 million crowns", "Shown", "MK");
    give("weir cost 5 million crowns", "Alarm", "MK");
    assertEquals(3, coded().size());
    var with =
        new Filter(
            Optional.of("Evidence"), Optional.empty(), Optional.empty(), Optional.of("Tone"));
    assertEquals(
        List.of("The weir cost", "weir cost 5 million crowns"),
        workbench.coding().list(with).stream().map(Coded::words).toList());
    assertEquals(
        3, workbench.rows("codings", List.of(article)).size(), "they are exported with the rest");
  }

  @Test
  void codedWordsThatAreNoFindingAreFoundByTheirCode() throws IOException {
    give("The weir cost", "Shown", "MK");
    assertEquals(1, found("code:shown"));
    assertEquals(1, found("code:=\"Evidence › Shown\""));
    workbench.codebook().rename("Shown", "Seen");
    assertEquals(0, found("code:shown"));
    assertEquals(1, found("code:seen"));
    workbench.undo();
    workbench.undo();
    assertEquals(0, found("code:shown"));
    workbench.redo();
    assertEquals(1, found("code:shown"));
    workbench.takeOut(List.of(article));
    assertEquals(0, found("code:shown"));
    workbench.add(List.of(folder.resolve("in")), Progress.none());
    assertEquals(1, found("code:shown"), "the codes come back with the article");
    assertEquals(List.of(), workbench.check(false, Progress.none()));
    try (var other = Workbench.open(folder.resolve("other"), true, Progress.none())) {
      other.add(List.of(folder.resolve("in")), Progress.none());
      assertEquals(0, other.find(Query.parse("code:shown"), Hits.Order.OLDEST, 0, 9).total());
      other.merging().merge(workbench.folder(), false, Progress.none());
      assertEquals(1, other.find(Query.parse("code:shown"), Hits.Order.OLDEST, 0, 9).total());
      other.undo();
      assertEquals(0, other.find(Query.parse("code:shown"), Hits.Order.OLDEST, 0, 9).total());
    }
  }

  @Test
  void whatASearchFindsIsCodedInOneStepAndUndoneInOne() {
    var found = workbench.coding().found(Query.parse("weir"), Optional.of("Shown"), false);
    assertEquals(2, found.passages().size());
    assertEquals(List.of(), coded(), "looking changes nothing");
    workbench.coding().give(found.passages(), "Shown", true);
    assertEquals(2, coded().size());
    assertTrue(
        coded()
            .getLast()
            .endsWith("The weir cost 5 million crowns, and nobody had counted on that."));
    assertEquals(
        0,
        workbench
            .coding()
            .found(Query.parse("weir"), Optional.of("Shown"), false)
            .passages()
            .size());
    workbench.undo();
    assertEquals(List.of(), coded());
    assertEquals(
        2, workbench.coding().found(Query.parse("weir"), Optional.empty(), true).passages().size());
  }

  @Test
  void coderSeesTheOthersCodesWhenBothHaveFinished() {
    var quote = quote().id();
    workbench.coding().enrol("MK", true);
    workbench.coding().enrol("TL", true);
    workbench.coder("MK");
    give("The weir cost", "Shown", "MK");
    give("5 million crowns", "Shown", "TL");
    workbench.coding().give(List.of(quote), "Alarm", true, "TL");
    assertEquals(List.of("Evidence › Shown|MK|The weir cost"), coded());
    assertEquals(List.of(), quote().codes());
    assertEquals(0, found("code:alarm"));
    workbench.coding().give(List.of(words("nobody had")), "Asserted", true, "TL");
    assertEquals(0, found("code:asserted"));
    workbench.coding().give(List.of(words("nobody had")), "Asserted", false, "TL");
    workbench.coding().finish(article, true);
    assertEquals(1, coded().size());
    workbench.coding().finish(article, "TL", true);
    assertEquals(3, coded().size());
    assertEquals(List.of("Tone › Alarm"), quote().codes());
    assertEquals(1, found("code:alarm"));
    workbench.undo();
    workbench.coder("");
    assertEquals(3, coded().size(), "who is not enrolled sees all");
    workbench.coder("TL");
    assertEquals(2, coded().size());
    assertEquals(List.of(), workbench.check(false, Progress.none()));
  }

  private Kept quote() {
    return workbench.findings(article).stream()
        .filter(k -> k.id().kind() == Kind.QUOTE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void codingsGoToAnotherLibraryInAPack() throws IOException {
    give("The weir cost", "Shown", "MK");
    workbench.coding().enrol("MK", true);
    workbench.coding().finish(article, "MK", true);
    var pack = folder.resolve("a.pack");
    Files.writeString(pack, workbench.pack(Progress.none()));
    try (var other = Workbench.open(folder.resolve("other"), true, Progress.none())) {
      other.add(List.of(folder.resolve("in")), Progress.none());
      assertEquals(List.of(), other.takeIn(pack).left());
      assertEquals(workbench.coding().list(Filter.ALL), other.coding().list(Filter.ALL));
      assertEquals(workbench.codes(), other.codes());
      assertTrue(other.coding().hasFinished(article, "MK"));
      assertEquals(0, other.takeIn(pack).taken());
    }
  }

  @Test
  void whatComesInStandsBehindWhatIsHereInItsOwnOrder() throws IOException {
    workbench.define(new Code("quay", 0));
    workbench.define(new Code("mole", 0));
    var file = Files.writeString(folder.resolve("codes.csv"), "code\nzinc\nmole\nalder\nbirch\n");
    assertEquals(3, workbench.codebook().read(file));
    assertEquals(
        List.of("quay", "mole", "zinc", "alder", "birch"),
        workbench.codes().stream()
            .map(Code::name)
            .filter(name -> name.chars().allMatch(Character::isLowerCase))
            .toList());
  }

  @Test
  void aCodeKeepsWhatAnotherCodebookDoesNotSayOfIt() throws IOException {
    var sense = new Code.Sense("by the sea", "at the quay", "", "the pier", "a memo");
    workbench.define(new Code("harbour", 3));
    workbench.codebook().describe("harbour", sense);
    var file = folder.resolve("codes.csv");
    Files.writeString(file, "code,definition,when\nharbour,,at the pier\n");
    assertEquals(1, workbench.codebook().read(file));
    assertEquals(
        new Code.Sense("by the sea", "at the pier", "", "the pier", "a memo"),
        workbench.codebook().now().the("harbour").sense());
    Files.writeString(file, "code,definition\nDup,first\ndup,second\n");
    var twice = assertThrows(IllegalArgumentException.class, () -> workbench.codebook().read(file));
    assertTrue(String.valueOf(twice.getMessage()).contains("row 2 too"), twice::toString);
    Files.writeString(file, "id,article,code,coder\n1,2,harbour,MK\n");
    var table = assertThrows(IllegalArgumentException.class, () -> workbench.codebook().read(file));
    assertTrue(String.valueOf(table.getMessage()).contains("table of codings"), table::toString);
    Files.write(file, new byte[] {'c', 'o', 'd', 'e', '\n', (byte) 0xe4, '\n'});
    var latin = assertThrows(IllegalArgumentException.class, () -> workbench.codebook().read(file));
    assertTrue(String.valueOf(latin.getMessage()).contains("no text in UTF-8"), latin::toString);
  }

  @Test
  void aMoveIntoItselfAndATakenNameAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> workbench.codebook().move("Tone", "Alarm", Optional.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> workbench.codebook().rename("Shown", "asserted"));
    assertThrows(IllegalArgumentException.class, () -> workbench.codebook().merge("Tone", "Alarm"));
    assertEquals(4, names().size());
  }

  @Test
  void namesThatDifferOnlyInCapitalsAreOne() {
    var book = workbench.codebook();
    book.describe("Tone", new Code.Sense("how it sounds", "", "", "", ""));
    var before = names();
    var quote = workbench.findings(workbench.articles().getFirst().id()).getFirst().id();
    workbench.coding().give(quote, new Code("tone", 7));
    assertEquals(before, names(), "given, not made anew");
    assertEquals("how it sounds", book.now().the("Tone").sense().definition());
    assertEquals("Tone", workbench.history().getFirst().words().replaceAll(".*: ", ""));
    workbench.define(new Code("TONE › quiet", 0));
    assertTrue(names().contains("Tone › quiet"), () -> "below the group that is there: " + names());
    assertThrows(IllegalArgumentException.class, () -> book.rename("Asserted", "shown"));
    assertThrows(IllegalArgumentException.class, () -> book.split("Alarm", "ALARM", List.of()));
  }

  @Test
  void aGroupIsNotCalledSoThatACodeBelowItMeetsAnother() {
    var book = workbench.codebook();
    workbench.define(new Code("Fear › Loud", 0));
    workbench.define(new Code("Noise › loud", 0)); // there is no code “Noise”
    var before = names();
    workbench.define(new Code("Fear", 0));
    var refused = assertThrows(IllegalArgumentException.class, () -> book.rename("Fear", "Noise"));
    assertTrue(String.valueOf(refused.getMessage()).contains("“Noise › loud”"));
    assertEquals(before.size() + 1, names().size());
  }

  /// What another library made of this one's codes: renamed, one more of the name that was free.
  @Test
  void aCodebookTakenInMakesNoTwoCodesOne() throws IOException {
    var book = workbench.codebook();
    var file = folder.resolve("book.qdc");
    workbench.define(new Code("Alarm", 0));
    book.describe("Alarm", new Code.Sense("what alarms", "", "", "", ""));
    book.write(file);
    var text = Files.readString(file);
    assertTrue(text.contains("name=\"Alarm\""), text);
    var other = folder.resolve("other.qdc");
    // there “Alarm” is still so called, and “Noise” is another code; here Alarm is Noise now
    Files.writeString(
        other,
        text.replace(
            "</Codes>",
            "<Code guid=\"0f4a6a2e-1111-4222-8333-444455556666\" name=\"Noise\" isCodable=\"true\">"
                + "<Description>what is loud</Description></Code></Codes>"));
    book.rename("Alarm", "Noise");
    book.read(other);
    assertEquals("what alarms", book.now().called("Noise").orElseThrow().sense().definition());
    assertEquals("what is loud", book.now().called("Noise (2)").orElseThrow().sense().definition());
    assertEquals(0, book.read(other), "taken in again nothing changes");
  }

  @Test
  void whatComesInStandsBelowItsGroupAsThatIsCalledHere() throws IOException {
    var book = workbench.codebook();
    workbench.define(new Code("Evidence", 0));
    workbench.define(new Code("Evidence › Held back", 0));
    var file = folder.resolve("book.qdc");
    book.write(file);
    book.remove("Held back");
    book.rename("Evidence", "Proof");
    var csv = folder.resolve("more.csv");
    Files.writeString(csv, "code,key,use\nproof › new,,\nPROOF › Other › deep,,\n");
    book.read(csv);
    book.read(file);
    assertEquals(
        List.of("Proof", "Tone"), book.now().tree().stream().map(b -> b.path()).sorted().toList());
    assertTrue(names().contains("Proof › Held back"), () -> "" + names());
    assertTrue(names().contains("Proof › Other › deep"), () -> "" + names());
    book.move("Alarm", "proof › others", Optional.empty());
    assertTrue(names().contains("Proof › others › Alarm"), () -> "" + names());
  }

  @Test
  void articlesAreFinishedInOneStepAndHalfACharacterIsNoWord() throws IOException {
    var more = folder.resolve("more.txt");
    Files.writeString(more, "The weir 😀 stood by the mill for many years and nobody minded it.\n");
    workbench.add(List.of(more), Progress.none());
    var ids = workbench.articles().stream().map(a -> a.id()).toList();
    workbench.coding().finish(ids, "MK", true);
    assertEquals("Finished coding 2 articles", workbench.history().getFirst().words());
    assertTrue(ids.stream().allMatch(id -> workbench.coding().hasFinished(id, "MK")));
    workbench.undo();
    assertTrue(ids.stream().noneMatch(id -> workbench.coding().hasFinished(id, "MK")));
    var id = workbench.resolve("more.txt").orElseThrow();
    var at = workbench.article(id).orElseThrow().text().indexOf("😀");
    assertEquals(new Span(at, at + 2), workbench.coding().segment(id, new Span(at, at + 1)).span());
    assertEquals(
        new Span(at, at + 2), workbench.coding().segment(id, new Span(at + 1, at + 2)).span());
  }

  @Test
  void whoLooksDoesNotChangeWhatAReportIsMadeOf() {
    workbench.coding().enrol("MK", true);
    workbench.coding().enrol("TL", true);
    workbench.coder("MK");
    give("a cheaper weir", "Alarm", "MK");
    workbench
        .coding()
        .give(
            List.of(workbench.findings(article).getFirst().id()), "Alarm", true, workbench.coder());
    var first = workbench.reports().material(Progress.none()).orElseThrow().hash();
    workbench.coder("TL");
    assertEquals(first, workbench.reports().material(Progress.none()).orElseThrow().hash());
  }
}
