package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.Code;
import org.tellings.model.Kind;
import org.tellings.workbench.MergeDesk.Choice;

/// Whose word on codes and headings is the later one, field by field, where two merge in any order.
final class MergeFieldsTest extends TwoLibraries {

  @ParameterizedTest
  @CsvSource({"ENTITY, misnamed, true, false", "DATE, anchor, previous, none"})
  void whatIsCorrectedBesideTheWordsIsInConflictToo(
      Kind kind, String field, String mine, String theirs) throws IOException {
    copies(
        (ann, bob) -> {
          var id =
              ann.findings(ann.resolve("a.txt").orElseThrow()).stream()
                  .map(kept -> kept.id())
                  .filter(one -> one.kind() == kind)
                  .findFirst()
                  .orElseThrow();
          ann.correct(id, Map.of(field, mine));
          bob.correct(id, Map.of(field, theirs));
          merge(ann, bob.folder());
          assertEquals(1, waiting(ann).size(), waiting(ann)::toString);
        });
  }

  // -- codes and headings, field by field --

  @Test
  void settlingACodeTakesOnlyTheFieldInConflict() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().describe("Told", definition("A"));
          bob.codebook().describe("Told", definition("B"));
          merge(ann, bob.folder());
          ann.codebook().describe("Told", new Code.Sense("A", "later when", "", "", "later memo"));
          settleAll(ann, Choice.THEIRS);
          assertEquals(
              new Code.Sense("B", "later when", "", "", "later memo"), code(ann, "Told").sense());
        });
  }

  @Test
  void aLaterWordOnACodeTakesThePlaceOfTheOneThatWaits() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().describe("Told", definition("A"));
          bob.codebook().describe("Told", definition("B"));
          merge(ann, bob.folder());
          bob.codebook().describe("Told", definition("B2"));
          merge(ann, bob.folder());
          assertEquals(1, waiting(ann).size(), waiting(ann)::toString);
          settleAll(ann, Choice.THEIRS);
          assertEquals("B2", code(ann, "Told").sense().definition());
        });
  }

  @Test
  void aFieldThatBothSaidIsNotOverwrittenSinceAnotherWasTaken() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().rename("Told", "Aaa");
          bob.codebook().rename("Told", "Bbb");
          bob.codebook().describe("Bbb", new Code.Sense("", "", "", "", "m"));
          var a = ann.resolve("a.txt").orElseThrow();
          ann.describe(a, Map.of("byline", "A line"));
          bob.describe(a, Map.of("byline", "B line", "title", "B title"));
          merge(ann, bob.folder());
          assertEquals("m", code(ann, "Aaa").sense().memo());
          merge(bob, ann.folder());
          assertEquals("m", code(bob, "Bbb").sense().memo());
          assertEquals("B line", bob.article(a).orElseThrow().heading().byline());
          assertEquals(2, waiting(bob).size(), waiting(bob)::toString);
        });
  }

  @ParameterizedTest
  @CsvSource({"first, ''", "first, other"})
  void whatWasEmptiedIsAWordToo(String before, String theirs) throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().describe("Shown", definition(before));
          merge(bob, ann.folder());
          bob.codebook().describe("Shown", definition(""));
          if (theirs.isEmpty()) {
            merge(ann, bob.folder());
            assertEquals("", code(ann, "Shown").sense().definition());
          } else {
            ann.codebook().describe("Shown", definition(theirs));
            assertEquals(1, merge(bob, ann.folder()).conflicts().size());
            assertEquals("", code(bob, "Shown").sense().definition());
          }
        });
  }

  // -- codes taken out --

  @Test
  void aCodeTakenOutHereAndChangedThereWaits() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().remove("Never");
          bob.codebook().describe("Never", definition("x"));
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          assertTrue(ann.codebook().now().called("Never").isEmpty());
          settleAll(ann, Choice.THEIRS);
          assertEquals("x", code(ann, "Never").sense().definition());
        });
  }

  @Test
  void aCodeTakenOutDoesNotComeBackByAThird() throws IOException {
    copies(
        (ann, bob) -> {
          ann.define(new Code("Ours", 0));
          ann.coding().give(List.of(words(ann)), "Ours", true);
          merge(bob, ann.folder());
          ann.coding().give(List.of(words(ann)), "Ours", false);
          ann.codebook().remove("Ours");
          try (var third = filled("third")) {
            merge(third, bob.folder());
            merge(ann, third.folder());
            assertTrue(ann.codebook().now().called("Ours").isEmpty());
            merge(third, ann.folder());
            assertTrue(third.codebook().now().called("Ours").isEmpty());
          }
        });
  }

  @Test
  void aCodeComesNotForACodingThatDoesNotCome() throws IOException {
    copies(
        (ann, bob) -> {
          ann.coder("Base");
          ann.coding().give(List.of(words(ann)), "Shown", false);
          ann.codebook().remove("Shown");
          bob.coder("Base");
          bob.coding().give(List.of(words(bob)), "Shown", false);
          bob.coding().give(List.of(words(bob)), "Shown", true);
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          assertTrue(ann.codebook().now().called("Shown").isEmpty());
          settleAll(ann, Choice.THEIRS);
          assertTrue(ann.codebook().now().called("Shown").isPresent());
          assertEquals(codings(bob), codings(ann));
          assertEquals(List.of(), ann.check(false, QUIET));
        });
  }

  @Test
  void renamesOfOneAloneAreNoConflictsWhateverTheirOrder() throws IOException {
    copies(
        (ann, bob) -> {
          bob.codebook().rename("Shown", "Old");
          bob.codebook().rename("Never", "Shown");
          assertEquals(List.of(), merge(ann, bob.folder()).conflicts());
          bob.codebook().rename("Shown", "Between");
          bob.codebook().rename("Told", "Shown");
          bob.codebook().rename("Between", "Told");
          assertEquals(List.of(), merge(ann, bob.folder()).conflicts());
          Function<Workbench, List<String>> names =
              w -> w.codes().stream().map(c -> c.id() + "=" + c.name()).sorted().toList();
          assertEquals(names.apply(bob), names.apply(ann));
        });
  }

  @Test
  void aCodeThatIsGivenBecomesNoGroupUnasked() throws IOException {
    copies(
        (ann, bob) -> {
          ann.define(new Code("Kind", "Kind", 0, 0, Code.Use.GROUP, "", Code.Sense.NONE));
          bob.define(new Code("Kind", 0));
          bob.coding().give(List.of(words(bob)), "Kind", true);
          assertEquals(1, merge(bob, ann.folder()).conflicts().size());
          assertEquals(Code.Use.GIVEN, code(bob, "Kind").use());
        });
  }

  @Test
  void whatCannotBeSettledIsNamed() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().rename("Told", "Zed");
          bob.codebook().rename("Shown", "Zed");
          merge(ann, bob.folder());
          var id = ann.merging().waiting().getFirst().id();
          var refused =
              org.junit.jupiter.api.Assertions.assertThrows(
                  IllegalArgumentException.class, () -> settleAll(ann, Choice.THEIRS));
          assertTrue(String.valueOf(refused.getMessage()).startsWith(id), refused::toString);
        });
  }

  @Test
  void aSettlementOfFieldsThatIsUndoneTakesNothingAwayWhereTheyWereSaid() throws IOException {
    copies(
        (ann, bob) -> {
          var a = ann.resolve("a.txt").orElseThrow();
          ann.codebook().describe("Told", definition("A"));
          bob.codebook().describe("Told", definition("B"));
          ann.describe(a, Map.of("title", "at"));
          bob.describe(a, Map.of("title", "bt"));
          merge(ann, bob.folder());
          settleAll(ann, Choice.THEIRS);
          merge(bob, ann.folder());
          ann.undo();
          assertEquals(2, merge(bob, ann.folder()).conflicts().size());
          assertEquals("B", code(bob, "Told").sense().definition());
          assertEquals("bt", bob.article(a).orElseThrow().heading().title());
        });
  }

  @Test
  void aCodeThatWasTakenOutStaysOutWhenTheOtherUndoesItsAgreeing() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().describe("Never", definition("A"));
          bob.codebook().remove("Never");
          merge(ann, bob.folder());
          settleAll(ann, Choice.THEIRS);
          merge(bob, ann.folder());
          ann.undo();
          assertEquals(1, merge(bob, ann.folder()).conflicts().size());
          assertTrue(bob.codebook().now().called("Never").isEmpty());
        });
  }

  /// Two codes of one name made apart have the same names in both in the end.
  @Test
  void aNameThatIsTakenIsTheSameOneInBoth() throws IOException {
    copies(
        (ann, bob) -> {
          ann.define(new Code("P", 0));
          ann.codebook().rename("P", "Zed");
          bob.define(new Code("Q", 0));
          bob.codebook().rename("Q", "Zed");
          bob.coding().give(List.of(words(bob)), "Zed", true);
          merge(ann, bob.folder());
          merge(bob, ann.folder());
          Function<Workbench, List<String>> names =
              w -> w.codes().stream().map(c -> c.id() + "=" + c.name()).sorted().toList();
          assertEquals(names.apply(ann), names.apply(bob));
          assertEquals(List.of(), waiting(ann));
          assertEquals(List.of(), waiting(bob));
          assertEquals(0, merge(ann, bob.folder()).taken());
        });
  }

  @Test
  void whatIsGivenIsNoGroup() throws IOException {
    copies(
        (ann, bob) -> {
          ann.define(new Code("Kind", "Kind", 0, 0, Code.Use.GROUP, "", Code.Sense.NONE));
          bob.define(new Code("Kind", 0));
          bob.coding().give(List.of(words(bob)), "Kind", true);
          merge(ann, bob.folder());
          assertEquals(Code.Use.GIVEN, code(ann, "Kind").use());
        });
  }

  @Test
  void aPackOfTheOwnPastLaysAsideWhatACodeMeantThen() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().describe("Told", definition("then"));
          var then = pack(ann);
          ann.codebook().describe("Told", definition("now"));
          assertEquals(1, merge(ann, then).conflicts().size());
          assertEquals("now", code(ann, "Told").sense().definition());
          settleAll(ann, Choice.THEIRS);
          assertEquals("then", code(ann, "Told").sense().definition());
        });
  }

  /// A name in conflict does not hide what else is in conflict of the code.
  @Test
  void aConflictOfACodeTellsAllItsFields() throws IOException {
    copies(
        (ann, bob) -> {
          ann.codebook().rename("Told", "Aaa");
          ann.codebook().describe("Aaa", new Code.Sense("a def", "", "", "", "a memo"));
          bob.codebook().rename("Told", "Bbb");
          bob.codebook().describe("Bbb", new Code.Sense("b def", "", "", "", "b memo"));
          merge(ann, bob.folder());
          var told = waiting(ann).toString();
          assertTrue(told.contains("codebook: Aaa → Bbb"), told);
          assertTrue(told.contains("definition: a def → b def; memo: a memo → b memo"), told);
          settleAll(ann, Choice.THEIRS);
          var changes = ann.history(1).getFirst().changes().toString();
          assertTrue(changes.contains("a def") && changes.contains("a memo"), changes);
        });
  }

  @Test
  void aMergeTellsWhatItTookInAboutArticlesThatAreNotHereAnyMore() throws IOException {
    copies(
        (ann, bob) -> {
          ann.takeOut(List.of(ann.resolve("b.txt").orElseThrow()));
          bob.note(first(bob, "b.txt", Kind.FIGURE), "seen");
          var words = merge(ann, bob.folder()).words();
          assertTrue(words.contains("1 decision (1 about articles that are not here"), words);
        });
  }

  // -- both said the same --

  /// Where both wrote the same over an older word, and one undoes it, the other's holds.
  @ParameterizedTest
  @CsvSource({"false, true", "false, false", "true, true", "true, false"})
  void whatBothSaidOverAnOlderWordHoldsWhenOneUndoesIt(boolean byPack, boolean first)
      throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(quote(ann), "older");
          ann.codebook().describe("Told", definition("older"));
          var a = ann.resolve("a.txt").orElseThrow();
          ann.describe(a, Map.of("title", "Older"));
          merge(bob, ann.folder());
          for (var one : List.of(ann, bob)) {
            one.note(quote(one), "same");
            one.codebook().describe("Told", definition("same"));
            one.codebook().rename("Shown", "Same");
            one.describe(a, Map.of("title", "Same"));
          }
          merge(bob, from(ann, byPack));
          for (var step = 0; step < 4; step++) {
            ann.undo();
          }
          if (first) {
            assertEquals(List.of(), merge(bob, from(ann, byPack)).conflicts());
          }
          assertEquals(List.of(), merge(ann, bob.folder()).conflicts());
          assertEquals(List.of(), merge(bob, from(ann, byPack)).conflicts());
          for (var one : List.of(ann, bob)) {
            assertEquals("same", one.note(quote(one)));
            assertEquals("same", code(one, "Told").sense().definition());
            assertTrue(one.codebook().now().called("Same").isPresent());
            assertEquals("Same", one.article(a).orElseThrow().heading().title());
          }
        });
  }

  /// Who saw the other's word and kept to nothing lets the other decide.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereNothingWasSettledForTheOtherDecides(boolean byPack) throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(quote(ann), "a");
          ann.note(quote(ann), "");
          bob.note(quote(bob), "b");
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          assertEquals(List.of(), merge(bob, from(ann, byPack)).conflicts());
          settleAll(ann, Choice.OURS);
          assertEquals(1, merge(bob, from(ann, byPack)).conflicts().size());
          assertEquals("b", bob.note(quote(bob)));
          settleAll(bob, Choice.THEIRS);
          assertEquals("", bob.note(quote(bob)));
          merge(ann, bob.folder());
          assertEquals(List.of(), waiting(ann));
        });
  }
}
