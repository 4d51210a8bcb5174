package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tellings.model.Code;
import org.tellings.model.Waiting;

/// Merging tells nobody what a coder coded who has not finished.
final class MergeBlindTest extends TwoLibraries {

  @Test
  void takenBackTellsNotWhatAHiddenCoderCoded() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("M");
      two.coder("T");
      one.define(new Code("Secret", 0));
      one.coding().enrol("M", true);
      one.coding().enrol("T", true);
      one.coding().give(List.of(words(one)), "Secret", true);
      merge(two, one.folder());
      assertEquals(List.of(), codings(two));
      one.coding().give(List.of(words(one)), "Secret", false);
      var done = merge(two, one.folder());
      assertFalse(done.takenBack().toString().contains("M"), done.takenBack()::toString);
    }
  }

  @Test
  void conflictOnACodingTellsNotWhatAHiddenCoderCoded() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("M");
      two.coder("T");
      one.define(new Code("Secret", 0));
      one.coding().enrol("M", true);
      one.coding().enrol("T", true);
      one.coding().give(List.of(words(one)), "Secret", true);
      merge(two, one.folder());
      two.coding().give(List.of(words(two)), "Secret", false, "M");
      one.codebook().describe("Secret", new Code.Sense("now defined", "", "", "", ""));
      one.coding().give(List.of(words(one)), "Secret", false);
      one.coding().give(List.of(words(one)), "Secret", true);
      merge(two, one.folder());
      var waiting = two.merging().waiting().stream().map(Waiting::words).toList();
      assertTrue(waiting.stream().noneMatch(w -> w.contains("by M")), waiting::toString);
    }
  }

  @Test
  void whatWaitsTellsAnotherViewerNothing() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      conflictOfM(one, two);
      two.coder("T");
      var w = two.merging().waiting().stream().map(Waiting::words).toList();
      assertTrue(w.stream().noneMatch(x -> x.contains("by M")), w::toString);
    }
  }

  @Test
  void settlingTellsAnotherViewerNothing() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      conflictOfM(one, two);
      two.merging()
          .settle(
              two.merging().waiting().stream().map(Waiting::id).toList(), MergeDesk.Choice.OURS);
      two.coder("T");
      var w = two.history(1).getFirst().words();
      assertFalse(w.contains("by M"), w);
    }
  }

  /// Neither Ann nor Bob has finished; Bob coded the first words and wrote a note on them.
  private void blind(Act act) throws IOException {
    try (var base = filled("base")) {
      base.coder("Ann");
      base.define(new Code("Told", 0));
      base.coding().enrol("Ann", true);
      base.coding().enrol("Bob", true);
    }
    copied("base", "ann");
    copied("base", "bob");
    try (var ann = open("ann");
        var bob = open("bob")) {
      ann.coder("Ann");
      bob.coder("Bob");
      bob.coding().give(List.of(words(bob)), "Told", true);
      bob.note(words(bob), "of Bob");
      act.on(ann, bob);
    }
  }

  private static void finish(Workbench workbench) {
    var id = words(workbench).article();
    workbench.coding().finish(id, "Ann", true);
    workbench.coding().finish(id, "Bob", true);
  }

  @Test
  void aNoteWrittenOverAHiddenOneTakesItNotAwayAndTellsItNot() throws IOException {
    blind(
        (ann, bob) -> {
          merge(ann, bob.folder());
          assertThrows(IllegalArgumentException.class, () -> ann.note(words(ann), ""));
          ann.note(words(ann), "of Ann");
          assertEquals("of Ann", ann.note(words(ann)));
          assertFalse(ann.history(1).toString().contains("of Bob"), ann.history(1)::toString);
          assertFalse(waiting(ann).toString().contains("of Bob"), waiting(ann)::toString);
          merge(bob, ann.folder());
          assertEquals("of Bob", bob.note(words(bob)));
          assertEquals(1, waiting(bob).size(), waiting(bob)::toString);
          merge(ann, bob.folder());
          assertEquals(1, waiting(ann).size(), waiting(ann)::toString);
          finish(ann);
          assertTrue(waiting(ann).toString().contains("of Ann → of Bob"), waiting(ann)::toString);
          settleAll(ann, MergeDesk.Choice.BOTH);
          finish(bob);
          merge(bob, ann.folder());
          assertEquals("of Ann\n\nof Bob", bob.note(words(bob)));
          assertEquals(List.of(), waiting(bob));
        });
  }

  @Test
  void undoOfANoteOverAHiddenOneBringsTheHiddenOneBackAndTellsItNot() throws IOException {
    blind(
        (ann, bob) -> {
          merge(ann, bob.folder());
          ann.note(words(ann), "of Ann");
          ann.undo();
          assertEquals(java.util.Map.of(), ann.coding().notes(words(ann).article()));
          assertFalse(ann.history().toString().contains("of Bob"), ann.history()::toString);
          finish(ann);
          assertEquals("of Bob", ann.note(words(ann)));
          assertEquals(List.of(), merge(bob, ann.folder()).conflicts());
        });
  }

  @Test
  void aConflictWithAHiddenNoteTellsItNot() throws IOException {
    blind(
        (ann, bob) -> {
          ann.note(words(ann), "of Ann");
          var told =
              merge(ann, bob.folder()).conflicts().stream().map(Waiting::words).toList().toString();
          assertTrue(told.contains("a note of another coder"), told);
          assertThrows(IllegalArgumentException.class, () -> settleAll(ann, MergeDesk.Choice.OURS));
          assertFalse(waiting(ann).toString().contains("of Bob"), waiting(ann)::toString);
          finish(ann);
          assertTrue(waiting(ann).toString().contains("of Bob"), waiting(ann)::toString);
        });
  }
}
