package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
}
