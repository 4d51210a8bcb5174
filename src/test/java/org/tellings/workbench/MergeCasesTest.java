package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.State;
import org.tellings.model.Waiting;

/// What comes of two libraries that become one, case by case.
final class MergeCasesTest extends TwoLibraries {

  @Test
  void whatOneCoderDidOfflineComesInOneStep() throws IOException {
    try (var one = filled("one")) {
      one.coder("AB");
      one.define(new Code("weir", 1));
    }
    copied("one", "two");
    try (var one = open("one");
        var two = open("two")) {
      two.coder("CD");
      var c = folder.resolve("c.txt");
      Files.writeString(c, "“Nobody crossed the bridge,” said Ada Lind on Tuesday.\n");
      two.add(List.of(c), QUIET);
      var quote = first(two, "a.txt", Kind.QUOTE);
      two.confirm(List.of(quote));
      two.code(List.of(quote), "weir", true);
      two.note(first(two, "c.txt", Kind.QUOTE), "from the ferry");
      one.reject(List.of(first(one, "b.txt", Kind.FIGURE)));
      var done = merge(one, two.folder());
      assertEquals(List.of(), done.conflicts());
      assertEquals(1, done.articles());
      assertEquals(3, one.size());
      assertEquals(State.CONFIRMED, one.finding(quote).orElseThrow().state());
      assertEquals(List.of("weir"), one.finding(quote).orElseThrow().codes());
      assertEquals(
          "from the ferry", one.finding(first(one, "c.txt", Kind.QUOTE)).orElseThrow().note());
      assertTrue(one.original(one.resolve("c.txt").orElseThrow()).isPresent());
      assertEquals(
          1, one.find(Query.parse("bridge"), Hits.Order.OLDEST, 0, 9).total(), "it is found");
      assertEquals(
          "Merged library “two”: 1 article, 3 decisions", one.history().getFirst().words());
      assertEquals(List.of(), one.check(false, QUIET));
    }
    try (var one = open("one")) {
      one.undo();
      assertEquals(2, one.size(), "after a restart too");
      assertEquals(0, one.find(Query.parse("bridge"), Hits.Order.OLDEST, 0, 9).total());
    }
  }

  @Test
  void aConflictIsLaidAsideAndSettledOnceAndForAll() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("AB");
      two.coder("CD");
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.confirm(List.of(quote));
      two.reject(List.of(quote));
      one.note(quote, "ours");
      two.note(quote, "theirs");
      two.name(quote, "A cheap weir");
      var done = merge(one, two.folder());
      assertEquals(2, done.conflicts().size(), done.conflicts()::toString);
      assertEquals(State.CONFIRMED, one.finding(quote).orElseThrow().state());
      var words = done.conflicts().stream().map(Waiting::words).sorted().toList();
      assertTrue(words.getLast().contains("state: confirmed → rejected"), words::toString);
      assertTrue(words.getLast().contains("(here AB, there CD)"), words::toString);
      for (var waiting : one.merging().waiting()) {
        one.merging()
            .settle(
                List.of(waiting.id()),
                waiting.words().startsWith("note")
                    ? MergeDesk.Choice.BOTH
                    : MergeDesk.Choice.THEIRS);
      }
      assertEquals(State.REJECTED, one.finding(quote).orElseThrow().state());
      assertEquals("ours\n\ntheirs", one.finding(quote).orElseThrow().note());
      assertEquals(List.of(), one.merging().waiting());
      assertEquals(List.of(), merge(one, two.folder()).conflicts(), "settled is settled");
      one.undo();
      assertEquals(1, one.merging().waiting().size(), "settling can be undone");
    }
  }

  @Test
  void theOthersWordOnAHeadingTakesOnlyTheFieldsInConflict() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var article = one.resolve("a.txt").orElseThrow();
      one.describe(article, Map.of("title", "The weir", "byline", "Jo Lind"));
      two.describe(article, Map.of("title", "A weir"));
      assertEquals(1, merge(one, two.folder()).conflicts().size());
      one.describe(article, Map.of("byline", "Jo Lindqvist", "outlet", "The River"));
      var waiting = one.merging().waiting().stream().map(Waiting::id).toList();
      assertEquals(1, waiting.size());
      one.merging().settle(waiting, MergeDesk.Choice.THEIRS);
      var heading = one.article(article).orElseThrow().heading();
      assertEquals("A weir", heading.title());
      assertEquals("Jo Lindqvist", heading.byline(), "what was not in conflict stays");
      assertEquals("The River", heading.outlet().name());
      assertEquals(List.of(), merge(one, two.folder()).conflicts(), "settled is settled");
    }
  }

  @Test
  void theOthersWordThatAFieldIsEmptyIsTaken() throws IOException {
    try (var one = filled("one")) {
      var article = one.resolve("a.txt").orElseThrow();
      one.describe(article, Map.of("byline", "Jo"));
      try (var two = Workbench.open(copied("one", "two"), true, QUIET)) {
        one.describe(article, Map.of("byline", "Jo Lind"));
        two.describe(article, Map.of("byline", ""));
        assertEquals(1, merge(one, two.folder()).conflicts().size());
      }
      one.describe(article, Map.of("title", "The weir"));
      one.merging()
          .settle(List.of(one.merging().waiting().getFirst().id()), MergeDesk.Choice.THEIRS);
      var heading = one.article(article).orElseThrow().heading();
      assertEquals("", heading.byline());
      assertEquals("The weir", heading.title());
    }
  }

  @Test
  void theOthersLaterWordComesWithTheNextMerge() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      two.confirm(List.of(quote));
      merge(one, two.folder());
      one.note(quote, "mine");
      two.reject(List.of(quote));
      var done = merge(one, two.folder());
      assertEquals(List.of(), done.conflicts(), "only the other changed it since");
      assertEquals(State.REJECTED, one.finding(quote).orElseThrow().state());
      one.confirm(List.of(quote));
      assertEquals(0, merge(one, two.folder()).taken(), "nothing is new there");
      assertEquals(State.CONFIRMED, one.finding(quote).orElseThrow().state());
    }
  }

  @Test
  void codesOfOneNameAndVersionsOfTheCodebookGoTogether() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.coder("AB");
      one.define(new Code("Tone", 1));
      one.code(List.of(quote), "Tone", true);
      two.coder("CD");
      two.define(new Code("Mood", 1));
      two.code(List.of(quote), "Mood", true);
      two.codebook().describe("Mood", new Code.Sense("how it sounds", "", "", "", ""));
      two.codebook().rename("Mood", "Tone");
      two.code(List.of(first(two, "b.txt", Kind.FIGURE)), "Tone", true);
      var done = merge(one, two.folder());
      assertEquals(List.of(), done.conflicts());
      assertEquals(
          List.of("Tone", "Tone (2)"), one.codes().stream().map(Code::name).sorted().toList());
      assertEquals(3, one.coding().list(CodingDesk.Filter.ALL).size());
      assertEquals(List.of("Tone", "Tone (2)"), one.finding(quote).orElseThrow().codes());
      for (var used : one.codebook().used()) {
        var book = one.codebook().version(used.version());
        assertFalse(book.codes().isEmpty(), () -> "version " + used.version());
      }
      var mood =
          one.coding().list(CodingDesk.Filter.ALL).stream()
              .map(c -> c.coding())
              .filter(c -> c.coder().equals("CD") && c.target().equals(quote))
              .findFirst()
              .orElseThrow();
      assertEquals(
          List.of("Mood"),
          one.codebook().version(mood.version()).codes().stream().map(Code::name).toList(),
          "it knows the codebook it was given under");
    }
  }

  @Test
  void aGroupsNewNameThatACodeBelowItsOldOneCannotTakeIsAConflict() throws IOException {
    try (var one = filled("one")) {
      one.define(new Code("Alarm", 0));
      one.define(new Code("Alarm › عربي", 0));
    }
    copied("one", "two");
    try (var one = open("one");
        var two = open("two")) {
      one.define(new Code("Theft › عربي", 0)); // there is no code “Theft”
      two.codebook().rename("Alarm", "Theft");
      var done = merge(one, two.folder());
      assertEquals(1, done.conflicts().size());
      assertEquals(
          List.of("Alarm", "Alarm › عربي", "Theft › عربي"),
          one.codes().stream().map(Code::name).sorted().toList());
      var conflict = done.conflicts().getFirst().id();
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> one.merging().settle(List.of(conflict), MergeDesk.Choice.THEIRS));
      assertTrue(String.valueOf(refused.getMessage()).contains("“Theft › عربي”"));
      one.codebook().rename("Theft › عربي", "Silence");
      one.merging().settle(List.of(conflict), MergeDesk.Choice.THEIRS);
      assertEquals(
          List.of("Theft", "Theft › Silence", "Theft › عربي"),
          one.codes().stream().map(Code::name).sorted().toList(),
          "what stands below the group goes along");
    }
  }

  /// Each name is taken as long as the other code has it.
  @Test
  void twoCodesThatSwappedTheirNamesAreSettledOneByOneOrTogether() throws IOException {
    try (var one = filled("one")) {
      one.define(new Code("Alarm", 0));
      one.define(new Code("Theft", 0));
    }
    copied("one", "two");
    try (var one = open("one");
        var two = open("two")) {
      one.codebook().rename("Alarm", "later");
      one.codebook().rename("Theft", "Alarm");
      one.codebook().rename("later", "Theft");
      for (var again = 0; again < 2; again++) { // said by both, and otherwise in the end
        two.codebook().rename("Alarm", "later");
        two.codebook().rename("Theft", "Alarm");
        two.codebook().rename("later", "Theft");
      }
      var conflicts = merge(one, two.folder()).conflicts();
      assertEquals(2, conflicts.size());
      var before = names(one);
      one.merging().settle(List.of(conflicts.getFirst().id()), MergeDesk.Choice.THEIRS);
      one.merging().settle(List.of(conflicts.getLast().id()), MergeDesk.Choice.THEIRS);
      assertEquals(names(two), names(one));
      one.undo();
      one.undo();
      assertEquals(before, names(one));
      one.merging().settle(conflicts.stream().map(Waiting::id).toList(), MergeDesk.Choice.THEIRS);
      assertEquals(names(two), names(one));
      assertEquals(List.of(), one.merging().waiting());
      one.undo();
      assertEquals(before, names(one));
    }
  }

  private static List<String> names(Workbench workbench) {
    return workbench.codes().stream().map(c -> c.id() + " " + c.name()).sorted().toList();
  }

  @Test
  void conflictsOfAGroupAndOfACodeBelowItAreSettledTogether() throws IOException {
    try (var one = filled("one")) {
      one.define(new Code("G", 0));
      one.define(new Code("G › c", 0));
    }
    copied("one", "two");
    try (var one = open("one");
        var two = open("two")) {
      one.codebook().rename("G", "GG");
      one.codebook().describe("GG › c", new Code.Sense("ours", "", "", "", ""));
      two.codebook().rename("G", "H");
      two.codebook().describe("H › c", new Code.Sense("theirs", "", "", "", ""));
      var done = merge(one, two.folder());
      assertEquals(2, done.conflicts().size());
      one.merging()
          .settle(done.conflicts().stream().map(Waiting::id).toList(), MergeDesk.Choice.THEIRS);
      assertEquals(
          List.of("H ", "H › c theirs"),
          one.codes().stream().map(c -> c.name() + " " + c.sense().definition()).sorted().toList());
      one.undo();
      assertEquals("ours", one.codebook().now().the("GG › c").sense().definition());
    }
  }

  @Test
  void tiesThatCannotHoldTogetherAreAConflictAlsoWhereOneStoodBefore() throws IOException {
    try (var one = filled("one")) {
      for (var n = 0; n < 3; n++) {
        var text = folder.resolve("cost" + n + ".txt");
        Files.writeString(text, "The weir cost " + (n + 3) + " million crowns in May.\n");
        one.add(List.of(text), QUIET);
      }
      one.notSame(figure(one, 0), figure(one, 1));
    }
    copied("one", "two");
    try (var one = open("one");
        var two = open("two")) {
      one.notSame(figure(one, 2), figure(one, 1));
      one.merge(List.of(figure(one, 0), figure(one, 2)));
      two.merge(List.of(figure(two, 0), figure(two, 1)));
      assertEquals(1, merge(one, two.folder()).conflicts().size());
    }
  }

  private static FindingId figure(Workbench workbench, int n) {
    return first(workbench, "cost" + n + ".txt", Kind.FIGURE);
  }

  @Test
  void aNameOf80LettersThatIsTakenGetsANumberToo() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.define(new Code("a".repeat(80), 0));
      two.define(new Code("X", 0));
      two.codebook().rename("X", "a".repeat(80));
      merge(one, two.folder());
      assertEquals(
          List.of("a".repeat(76) + " (2)", "a".repeat(80)),
          one.codes().stream().map(Code::name).sorted().toList());
    }
  }

  @Test
  void whatCannotBeMergedIsRefusedAndAPreviewChangesNothing() throws IOException, SQLException {
    try (var one = filled("one");
        var two = filled("two")) {
      two.confirm(List.of(first(two, "a.txt", Kind.QUOTE)));
      var before = RandomActions.tables(one.folder());
      var seen = one.merging().merge(two.folder(), true, QUIET).orElseThrow();
      assertEquals(1, seen.taken());
      assertEquals(before, RandomActions.tables(one.folder()));
      assertThrows(
          IllegalArgumentException.class, () -> one.merging().merge(one.folder(), false, QUIET));
      assertThrows(
          IllegalArgumentException.class,
          () -> one.merging().merge(folder.resolve("in"), false, QUIET));
      var nowhere = folder.resolve("nowhere.pack");
      var missing = assertThrows(IllegalArgumentException.class, () -> one.takeIn(nowhere));
      assertEquals("cannot read " + nowhere + ": there is no such file", missing.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> one.merging().settle(List.of("nothing"), MergeDesk.Choice.OURS));
      assertEquals(
          Optional.empty(),
          one.merging()
              .merge(
                  two.folder(),
                  false,
                  new Progress() {
                    @Override
                    public void at(int done, int total, String what) {}

                    @Override
                    public boolean isCancelled() {
                      return true;
                    }
                  }));
      assertEquals(before, RandomActions.tables(one.folder()));
    }
  }

  @Test
  void whatWaitsForItsArticleIsAttachedWhenItComes() throws IOException {
    var in = texts();
    String pack;
    try (var one = filled("one")) {
      one.confirm(List.of(first(one, "a.txt", Kind.QUOTE), first(one, "b.txt", Kind.FIGURE)));
      pack = one.pack(QUIET);
    }
    var file = Files.writeString(folder.resolve("of-one.pack"), pack);
    try (var two = open("two")) {
      two.add(List.of(in.resolve("a.txt")), QUIET);
      var done = merge(two, file);
      assertEquals(1, done.taken());
      assertEquals(1, done.lost().size());
      assertEquals(1, two.merging().waiting().size());
      assertEquals(0, merge(two, file).taken(), "offered again it waits once");
      assertEquals(1, two.merging().waiting().size());
    }
    try (var two = open("two")) {
      two.add(List.of(in.resolve("b.txt")), QUIET);
      assertEquals(
          "Attached 1 decision that waited for its article", two.history().getFirst().words());
      assertEquals(List.of(), two.merging().waiting());
      assertEquals(
          State.CONFIRMED, two.finding(first(two, "b.txt", Kind.FIGURE)).orElseThrow().state());
    }
  }
}
