package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.Code;
import org.tellings.model.Kind;
import org.tellings.model.State;
import org.tellings.workbench.MergeDesk.Choice;

/// Whose word is the later one, where two or three who work apart merge in any order.
final class MergeWordsTest extends TwoLibraries {

  // -- undo of a merge --

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMergeThatIsUndoneTakesNothingAwayWhereItCameFrom(boolean byPack) throws IOException {
    copies(
        (ann, bob) -> {
          bob.coding().give(List.of(words(bob)), "Told", true);
          bob.reject(List.of(quote(bob)));
          merge(ann, from(bob, byPack));
          merge(bob, from(ann, byPack));
          ann.undo();
          var done = merge(bob, from(ann, byPack));
          assertEquals(List.of(), done.takenBack());
          assertTrue(codings(bob).contains("We never Bob Told"), codings(bob)::toString);
          assertEquals(State.REJECTED, bob.finding(quote(bob)).orElseThrow().state());
          merge(ann, from(bob, byPack));
          assertEquals(codings(bob), codings(ann));
        });
  }

  @Test
  void whatAThirdHasOfAMergeThatWasUndoneStays() throws IOException {
    copies(
        (ann, bob) -> {
          bob.coding().give(List.of(words(bob)), "Told", true);
          merge(ann, bob.folder());
          try (var hub = open("hub")) {
            merge(hub, bob.folder());
            merge(hub, ann.folder());
            ann.undo();
            merge(hub, ann.folder());
            assertTrue(codings(hub).contains("We never Bob Told"), codings(hub)::toString);
          }
        });
  }

  // -- conflicts --

  @Test
  void aConflictStaysUntilItsOwnPersonSettlesIt() throws IOException {
    copies(
        (ann, bob) -> {
          ann.reject(List.of(quote(ann)));
          bob.confirm(List.of(quote(bob)));
          merge(ann, bob.folder());
          merge(bob, ann.folder());
          assertEquals(1, waiting(bob).size(), waiting(bob)::toString);
          settleAll(bob, Choice.OURS);
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          assertEquals(1, waiting(ann).size());
          assertEquals(List.of(), merge(bob, ann.folder()).conflicts());
          settleAll(ann, Choice.THEIRS);
          assertEquals(State.CONFIRMED, ann.finding(quote(ann)).orElseThrow().state());
          merge(bob, ann.folder());
          assertEquals(List.of(), waiting(bob));
        });
  }

  @Test
  void aNewContradictionIsLaidAsideThoughTheSameWordWasSettledBefore() throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(quote(ann), "base");
          merge(bob, ann.folder());
          ann.note(quote(ann), "A1");
          bob.note(quote(bob), "");
          merge(ann, bob.folder());
          settleAll(ann, Choice.OURS);
          merge(bob, ann.folder());
          settleAll(bob, Choice.THEIRS);
          merge(ann, bob.folder());
          merge(bob, ann.folder());
          assertEquals("A1", bob.note(quote(bob)));
          ann.note(quote(ann), "A2");
          bob.note(quote(bob), "");
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          assertEquals("A2", ann.note(quote(ann)));
        });
  }

  /// The other took ours over and undoes that: ours was said here, and stays.
  @Test
  void aSettlementThatIsUndoneTakesNothingAwayWhereTheWordWasSaid() throws IOException {
    copies(
        (ann, bob) -> {
          ann.reject(List.of(quote(ann)));
          bob.confirm(List.of(quote(bob)));
          merge(ann, bob.folder());
          settleAll(ann, Choice.THEIRS);
          merge(bob, ann.folder());
          ann.undo();
          assertEquals(1, merge(bob, ann.folder()).conflicts().size());
          assertEquals(State.CONFIRMED, bob.finding(quote(bob)).orElseThrow().state());
        });
  }

  /// The same of notes that were put together, by folder or pack, and through a third library.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void notesThatWerePutTogetherAndTakenApartAreBothThere(boolean byPack) throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(words(ann), "a");
          bob.note(words(bob), "b");
          merge(ann, from(bob, byPack));
          settleAll(ann, Choice.BOTH);
          merge(bob, from(ann, byPack));
          ann.undo();
          assertEquals(1, waiting(ann).size());
          try (var third = filled("third")) {
            merge(third, bob.folder());
            assertEquals(1, merge(bob, from(ann, byPack)).conflicts().size());
            assertTrue(bob.note(words(bob)).contains("b"), bob.note(words(bob)));
            assertEquals(1, merge(third, ann.folder()).conflicts().size());
            merge(ann, third.folder()); // which has not heard of it
            assertEquals(1, waiting(ann).size(), waiting(ann)::toString);
          }
        });
  }

  @Test
  void anArticleThatWasTakenOutStaysOutWhenTheOtherUndoesItsAgreeing() throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(words(ann), "a");
          bob.takeOut(List.of(words(bob).article()));
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          settleAll(ann, Choice.THEIRS);
          merge(bob, ann.folder());
          ann.undo();
          merge(bob, ann.folder());
          assertEquals(1, bob.articles().size());
        });
  }

  @Test
  void aWordThatWasAnsweredAndUndoneIsNoNews() throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(words(ann), "e1");
          merge(bob, ann.folder());
          bob.note(words(bob), "f1");
          merge(ann, bob.folder());
          ann.note(words(ann), "e2");
          bob.undo();
          assertEquals(List.of(), merge(ann, bob.folder()).conflicts());
          assertEquals(List.of(), merge(bob, ann.folder()).conflicts());
          assertEquals("e2", bob.note(words(bob)));
        });
  }

  @Test
  void aWordSettledUndoneIsInConflictAgain() throws IOException {
    copies(
        (ann, bob) -> {
          ann.reject(List.of(quote(ann)));
          bob.confirm(List.of(quote(bob)));
          merge(ann, bob.folder());
          settleAll(ann, Choice.OURS);
          ann.undo();
          assertEquals(1, waiting(ann).size());
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
        });
  }

  // -- old and new --

  @Test
  void anOlderPackOfAPartBringsNothingBack() throws IOException {
    copies(
        (ann, bob) -> {
          var b = first(ann, "b.txt", Kind.CLAIM);
          ann.note(b, "x");
          ann.takeOut(List.of(b.article()));
          ann.coding().give(List.of(words(ann)), "Told", true);
          ann.note(quote(ann), "old");
          var older = pack(ann);
          ann.coding().give(List.of(words(ann)), "Told", false);
          ann.note(quote(ann), "");
          merge(bob, pack(ann));
          merge(bob, older);
          assertEquals(List.of("We never Base Shown"), codings(bob));
          assertEquals("", bob.note(quote(bob)));
          assertEquals(List.of(), waiting(bob));
        });
  }

  @Test
  void whatWaitsGivesWayToTheLaterPackOfAPart() throws IOException {
    copies(
        (ann, bob) -> {
          ann.coding().give(List.of(words(ann)), "Told", true);
          var older = pack(ann);
          ann.coding().give(List.of(words(ann)), "Told", false);
          try (var late = open("late")) {
            merge(late, older);
            assertEquals(2, waiting(late).size(), waiting(late)::toString);
            merge(late, pack(ann));
            assertEquals(1, waiting(late).size(), waiting(late)::toString);
            late.add(List.of(texts()), QUIET);
            assertEquals(codings(ann), codings(late));
          }
        });
  }

  @Test
  void whatWaitsAndWasTakenBackDoesNotComeWithTheFolder() throws IOException {
    copies(
        (ann, bob) -> {
          ann.coding().give(List.of(words(ann)), "Told", true);
          ann.note(words(ann), "old");
          try (var late = open("late")) {
            merge(late, pack(ann));
            ann.coding().give(List.of(words(ann)), "Told", false);
            ann.note(words(ann), "new");
            assertEquals(List.of(), merge(ann, late.folder()).conflicts());
            assertEquals("new", ann.note(words(ann)));
            assertEquals(List.of(), merge(late, ann.folder()).conflicts());
            assertEquals(codings(ann), codings(late));
            assertEquals("new", late.note(words(late)));
            assertEquals(List.of(), waiting(late));
          }
        });
  }

  /// A pack without text finds the place that the one with text did not.
  @Test
  void whatWaitsOfAPackWithTextComesWithTheOneWithout() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.note(quote(one), "seen");
      var hashed =
          java.nio.file.Files.writeString(
              folder.resolve("hashed.pack"), one.packWithoutText(QUIET));
      merge(two, pack(one));
      two.undo();
      two.takeOut(List.of(two.resolve("a.txt").orElseThrow()));
      merge(two, pack(one));
      assertEquals(1, waiting(two).size());
      two.undo();
      two.undo();
      merge(two, hashed);
      assertEquals("seen", two.note(quote(two)));
      assertEquals(List.of(), waiting(two));
    }
  }

  // -- articles, coders --

  @Test
  void anArticleWithALaterDecisionHereIsInConflict() throws IOException {
    copies(
        (ann, bob) -> {
          ann.confirm(List.of(quote(ann)));
          merge(bob, ann.folder());
          ann.reject(List.of(quote(ann)));
          bob.takeOut(List.of(quote(bob).article()));
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          assertEquals(State.REJECTED, ann.finding(quote(ann)).orElseThrow().state());
        });
  }

  @Test
  void finishingAgainAndGivingAgainAreNoConflicts() throws IOException {
    copies(
        (ann, bob) -> {
          var a = List.of(ann.resolve("a.txt").orElseThrow());
          for (var again = 0; again < 2; again++) {
            for (var on : List.of(true, false)) {
              ann.coding().finish(a, "Ann", on);
              ann.coding().give(List.of(words(ann)), "Told", on);
              assertEquals(List.of(), merge(bob, ann.folder()).conflicts());
              assertEquals(List.of(), merge(ann, bob.folder()).conflicts());
              assertEquals(codings(ann), codings(bob));
            }
          }
        });
  }

  @Test
  void apartFromPackOrFolderTheSameIsNews() throws IOException {
    copies(
        (ann, bob) -> {
          ann.confirm(List.of(quote(ann)));
          bob.confirm(List.of(quote(bob)));
          merge(bob, pack(ann));
          bob.reject(List.of(quote(bob)));
          assertEquals(List.of(), merge(bob, pack(ann)).conflicts());
          assertEquals(List.of(), merge(bob, ann.folder()).conflicts());
          bob.correct(quote(bob), Map.of("speaker", "A. Ortiz"));
          assertEquals(List.of(), merge(bob, ann.folder()).conflicts());
          merge(ann, bob.folder());
          assertEquals(State.CORRECTED, ann.finding(quote(ann)).orElseThrow().state());
        });
  }

  // -- what a second look found --

  @Test
  void ownWordsStandWhenTheOtherTakesBackTheSameSaidApart() throws IOException {
    copies(
        (ann, bob) -> {
          ann.reject(List.of(quote(ann)));
          bob.reject(List.of(quote(bob)));
          for (var each : List.of(ann, bob)) {
            each.note(words(each), "same");
            each.define(new Code("New", 0));
          }
          merge(ann, bob.folder());
          bob.undo();
          bob.note(words(bob), "");
          bob.restore(List.of(quote(bob)));
          var done = merge(ann, bob.folder());
          assertEquals(List.of(), done.conflicts());
          assertEquals(List.of(), done.takenBack());
          assertEquals(State.REJECTED, ann.finding(quote(ann)).orElseThrow().state());
          assertEquals("same", ann.note(words(ann)));
          assertTrue(ann.codebook().now().called("New").isPresent());
        });
  }

  @Test
  void whatBothSaidApartAndOneChangedIsInConflict() throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(words(ann), "same");
          bob.note(words(bob), "same");
          merge(ann, bob.folder());
          bob.note(words(bob), "other");
          assertEquals(1, merge(ann, bob.folder()).conflicts().size());
          assertEquals("same", ann.note(words(ann)));
        });
  }

  @Test
  void aConflictAboutAnArticleThatIsOutStays() throws IOException {
    copies(
        (ann, bob) -> {
          var a = ann.resolve("a.txt").orElseThrow();
          ann.describe(a, Map.of("title", "at"));
          bob.describe(a, Map.of("title", "bt"));
          merge(ann, bob.folder());
          ann.takeOut(List.of(a));
          merge(ann, bob.folder());
          ann.undo(); // the merge, if it did anything
          ann.add(List.of(texts()), QUIET);
          assertEquals(1, merge(ann, bob.folder()).conflicts().size(), waiting(ann)::toString);
        });
  }

  @Test
  void aConflictThatTheOtherTookBackIsNoSettledOne() throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(words(ann), "a1");
          bob.note(words(bob), "b1");
          merge(ann, bob.folder());
          var still = pack(bob);
          bob.undo();
          merge(ann, bob.folder());
          assertEquals(List.of(), waiting(ann));
          assertEquals(1, merge(ann, still).conflicts().size(), waiting(ann)::toString);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOldPackAfterANewOneWaitsForNothing(boolean isAgain) throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(quote(ann), "old");
          ann.coding().give(List.of(words(ann)), "Told", true);
          var older = pack(ann);
          ann.note(quote(ann), "");
          ann.coding().give(List.of(words(ann)), "Told", false);
          var newer = pack(ann);
          try (var late = open("late")) {
            if (isAgain) {
              merge(late, older);
            }
            merge(late, newer);
            merge(late, older);
            late.add(List.of(texts()), QUIET);
            assertEquals(codings(ann), codings(late));
            assertEquals("", late.note(quote(late)));
          }
        });
  }

  /// An addition in several batches is one step in the end, and undone as one.
  @Test
  void undoOfAStepJoinedOfPartsIsToldWhole() throws IOException {
    try (var one = open("one")) {
      one.add(List.of(texts().resolve("a.txt"), texts().resolve("b.txt")), QUIET);
      assertEquals(2, one.articles().size());
    }
    copied("one", "two");
    try (var one = open("one");
        var two = open("two")) {
      one.undo();
      assertEquals(0, one.articles().size());
      merge(two, one.folder());
      assertEquals(0, two.articles().size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasTakenBackTravelsThroughOneWhoNeverHadIt(boolean byPack) throws IOException {
    copies(
        (ann, bob) -> {
          bob.note(quote(bob), "n1");
          bob.coding().give(List.of(words(bob)), "Told", true);
          bob.define(new Code("Fresh", 0));
          try (var third = open("third")) {
            merge(third, bob.folder());
            bob.note(quote(bob), "");
            bob.coding().give(List.of(words(bob)), "Told", false);
            bob.codebook().remove("Fresh");
            merge(ann, from(bob, byPack));
            merge(third, from(ann, byPack));
            assertEquals("", third.note(quote(third)));
            assertEquals(codings(ann), codings(third));
            assertTrue(third.codebook().now().called("Fresh").isEmpty());
          }
        });
  }

  @Test
  void anArticleTakenOutByOneWhoDidNotKnowIsInConflictWhoeverMergesFirst() throws IOException {
    copies(
        (ann, bob) -> {
          ann.takeOut(List.of(words(ann).article()));
          bob.coding().give(List.of(words(bob)), "Told", true);
          merge(ann, bob.folder());
          assertEquals(1, merge(bob, ann.folder()).conflicts().size());
          assertTrue(codings(bob).contains("We never Bob Told"), codings(bob)::toString);
        });
  }

  @Test
  void aDecisionOfAPackThatIsNobodysIsToldAsBad() throws IOException {
    copies(
        (ann, bob) -> {
          ann.note(quote(ann), "n");
          var damaged =
              java.nio.file.Files.readString(pack(ann))
                  .replaceAll(
                      "\"known\":\\{\"\":\"([^\"|]+)\\|[^\"]*\"\\}", "\"known\":{\"\":\"|$1|\"}");
          var done =
              merge(bob, java.nio.file.Files.writeString(folder.resolve("damaged.pack"), damaged));
          assertTrue(!done.bad().isEmpty(), done::toString);
        });
  }
}
