package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.State;
import org.tellings.model.Waiting;

/// What two libraries had in common, whatever was undone, renamed or taken out in between.
final class MergePastTest extends TwoLibraries {

  private void goneThere(Workbench one, Workbench two, boolean byPack) throws IOException {
    one.define(new Code("X", 0));
    merge(two, byPack ? pack(one) : one.folder());
    two.codebook().describe("X", new Code.Sense("def of two", "", "", "", ""));
    one.codebook().remove("X");
    var d = merge(two, byPack ? pack(one) : one.folder());
    assertEquals(1, d.conflicts().stream().filter(w -> w.words().contains("code “X”")).count());
  }

  @Test
  void anUndoneMergeWithWorkOnTopTakesNothingBackThere() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.note(first(one, "b.txt", Kind.CLAIM), "x");
      merge(two, one.folder());
      one.reject(List.of(quote));
      merge(two, one.folder());
      two.note(quote, "n");
      two.confirm(List.of(quote));
      two.undo();
      two.undo();
      two.undo();
      var done = merge(one, two.folder());
      assertEquals(State.REJECTED, one.finding(quote).orElseThrow().state(), done::toString);
    }
  }

  @Test
  void whatEachChangedOfAHeadingBothHave() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var id = one.resolve("a.txt").orElseThrow();
      merge(two, one.folder());
      merge(one, two.folder());
      two.describe(id, Map.of("title", "T of two"));
      one.describe(id, Map.of("byline", "B of one"));
      merge(two, one.folder());
      assertEquals("B of one", two.article(id).orElseThrow().heading().byline());
      merge(one, two.folder());
      assertEquals("T of two", one.article(id).orElseThrow().title());
    }
  }

  @Test
  void whatEachChangedOfACodeBothHave() throws IOException {
    for (var way : List.of("folder", "pack")) {
      try (var one = filled("one" + way);
          var two = filled("two" + way)) {
        one.define(new Code("X", 0));
        merge(two, one.folder());
        merge(one, two.folder());
        two.codebook().describe("X", new Code.Sense("def of two", "", "", "", ""));
        one.codebook().describe("X", new Code.Sense("", "", "", "", "memo of one"));
        merge(two, way.equals("pack") ? pack(one) : one.folder());
        assertEquals("memo of one", code(two, "X").sense().memo());
        assertEquals("def of two", code(two, "X").sense().definition());
        merge(one, way.equals("pack") ? pack(two) : two.folder());
        assertEquals("def of two", code(one, "X").sense().definition(), way);
      }
    }
  }

  @Test
  void aCodeBelowARenamedGroupArrives() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.define(new Code("G", 0));
      merge(two, one.folder());
      merge(one, two.folder());
      two.define(new Code(Code.path("G", "C2"), 0));
      one.codebook().rename("G", "H");
      merge(two, one.folder());
      var t = two.codes().stream().map(Code::name).sorted().toList();
      assertEquals(2, t.size());
      merge(one, two.folder());
      assertEquals(t, one.codes().stream().map(Code::name).sorted().toList());
    }
  }

  @Test
  void whatOneTookBackDoesNotComeBackByAThird() throws IOException {
    for (var common : List.of(false, true)) {
      try (var a = filled("a" + common);
          var b = filled("b" + common);
          var c = filled("c" + common)) {
        a.coder("A");
        b.coder("B");
        c.coder("C");
        a.define(new Code("X", 0));
        if (common) {
          merge(b, a.folder());
          merge(c, b.folder());
          merge(a, c.folder());
        }
        a.coding().give(List.of(words(a)), "X", true);
        merge(b, a.folder());
        merge(c, b.folder());
        a.coding().give(List.of(words(a)), "X", false);
        var done = merge(a, c.folder());
        assertEquals(List.of(), codings(a), common + " " + done);
      }
    }
  }

  @Test
  void aMergeUndoneAndAnotherInItsPlace() throws IOException {
    try (var a = filled("a");
        var b = filled("b");
        var c = filled("c")) {
      var quote = first(a, "a.txt", Kind.QUOTE);
      var other = first(a, "b.txt", Kind.CLAIM);
      a.note(other, "base");
      merge(c, a.folder());
      merge(a, c.folder());
      b.reject(List.of(quote));
      merge(c, b.folder());
      c.undo();
      a.note(other, "later");
      merge(c, a.folder());
      c.reject(List.of(quote));
      merge(a, c.folder());
      assertEquals(State.REJECTED, a.finding(quote).orElseThrow().state());
    }
  }

  @Test
  void whatOneTookBackDoesNotComeBackByAThirdOfACommonPast() throws IOException {
    try (var a = filled("a");
        var b = filled("b");
        var c = filled("c")) {
      a.coder("A");
      b.coder("B");
      c.coder("C");
      a.define(new Code("X", 0));
      merge(b, a.folder());
      merge(c, b.folder());
      merge(a, c.folder());
      merge(b, a.folder());
      merge(c, b.folder());
      merge(a, c.folder());
      a.coding().give(List.of(words(a)), "X", true);
      merge(b, a.folder());
      merge(c, b.folder());
      a.coding().give(List.of(words(a)), "X", false);
      var done = merge(a, c.folder());
      assertEquals(List.of(), codings(a), done::toString);
    }
  }

  @Test
  void twoLibrariesOfOneFolderNameKeepBothWords() throws IOException {
    Files.createDirectories(folder.resolve("alice"));
    Files.createDirectories(folder.resolve("bob"));
    try (var a = filled("alice/lib");
        var b = filled("bob/lib");
        var me = filled("me")) {
      me.define(new Code("X", 0));
      merge(a, me.folder());
      merge(b, me.folder());
      merge(me, a.folder());
      merge(me, b.folder());
      a.codebook().describe("X", new Code.Sense("of alice", "", "", "", ""));
      b.codebook().describe("X", new Code.Sense("of bob", "", "", "", ""));
      me.codebook().describe("X", new Code.Sense("of me", "", "", "", ""));
      merge(me, a.folder());
      assertEquals(1, me.merging().waiting().size());
      merge(me, b.folder());
      assertEquals(2, me.merging().waiting().size(), () -> me.merging().waiting().toString());
    }
  }

  @Test
  void aCodeWithoutItsKeyHereIsRemovedWithTheOthers() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.define(new Code("X", 1));
      two.define(new Code("Y", 1));
      merge(two, one.folder());
      one.codebook().remove("X");
      var d = merge(two, one.folder());
      assertEquals(List.of(), d.conflicts());
      assertEquals(List.of("Y"), two.codes().stream().map(Code::name).toList());
    }
  }

  @Test
  void anArticleTakenOutThereThatWasCodedHere() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.note(quote, "x");
      merge(two, one.folder());
      merge(one, two.folder());
      two.confirm(List.of(quote));
      two.note(quote, "long work of two");
      one.takeOut(List.of(quote.article()));
      var d = merge(two, one.folder());
      assertTrue(
          two.articles().stream().anyMatch(a -> a.id().equals(quote.article())), d::toString);
    }
  }

  @Test
  void aCodeGoneThereAndChangedHereCanBeMergedAgain() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      goneThere(one, two, false);
      one.note(first(one, "a.txt", Kind.QUOTE), "later");
      merge(two, one.folder());
      assertEquals("later", two.note(first(one, "a.txt", Kind.QUOTE)));
    }
  }

  @Test
  void aCodeGoneThereAndChangedHereCanBeMergedIntoAnother() throws IOException {
    try (var one = filled("one");
        var two = filled("two");
        var three = filled("three")) {
      goneThere(one, two, true);
      merge(three, two.folder());
      merge(three, two.folder());
    }
  }

  @Test
  void aCodeGoneThereAndChangedHereCanBeSettled() throws IOException {
    for (var c : List.of(MergeDesk.Choice.OURS, MergeDesk.Choice.THEIRS)) {
      try (var one = filled("one" + c);
          var two = filled("two" + c)) {
        goneThere(one, two, false);
        two.merging().settle(List.of(two.merging().waiting().getFirst().id()), c);
        assertEquals(List.of(), two.merging().waiting());
      }
    }
  }

  @Test
  void anotherConflictCanBeSettledBesideACodeGone() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.confirm(List.of(quote));
      two.reject(List.of(quote));
      goneThere(one, two, false);
      var w = two.merging().waiting().stream().filter(x -> x.words().contains("quote")).toList();
      if (w.isEmpty()) {
        one.note(quote, "n");
        two.note(quote, "m");
        throw new AssertionError(two.merging().waiting().toString());
      }
      two.merging().settle(List.of(w.getFirst().id()), MergeDesk.Choice.THEIRS);
    }
  }

  @Test
  void twoCodesThatAreGoneThereCanBeTakenOut() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.define(new Code("X", 0));
      one.define(new Code("Y", 0));
      merge(two, one.folder());
      two.codebook().describe("X", new Code.Sense("def of two", "", "", "", ""));
      two.codebook().describe("Y", new Code.Sense("def of two", "", "", "", ""));
      one.codebook().remove("X");
      one.codebook().remove("Y");
      var d = merge(two, one.folder());
      assertEquals(2, d.conflicts().size());
      two.merging()
          .settle(
              two.merging().waiting().stream().map(Waiting::id).toList(), MergeDesk.Choice.THEIRS);
      assertEquals(List.of(), two.codes());
    }
  }

  @Test
  void aTieTakenBackThereAndOtherwiseHereIsAConflict() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var a = one.resolve("a.txt").orElseThrow();
      var b = one.resolve("b.txt").orElseThrow();
      var q =
          one.findings(a).stream()
              .map(Kept::id)
              .filter(k -> k.kind() == Kind.FIGURE)
              .findFirst()
              .orElseThrow();
      var r =
          one.findings(b).stream()
              .map(Kept::id)
              .filter(k -> k.kind() == Kind.FIGURE)
              .findFirst()
              .orElseThrow();
      one.merge(List.of(q, r));
      merge(two, one.folder());
      two.notSame(q, r);
      one.undo();
      merge(two, one.folder());
      one.note(q, "later");
      merge(two, one.folder());
      var w = two.merging().waiting();
      if (!w.isEmpty()) two.merging().settle(List.of(w.getFirst().id()), MergeDesk.Choice.THEIRS);
    }
  }

  @Test
  void aSettlementOpenedThereAndOtherwiseHereIsAConflict() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var at = words(one);
      one.define(new Code("X", 0));
      one.coder("A");
      one.coding().give(List.of(at), "X", true, "A");
      merge(two, one.folder());
      one.agreement().settle(at, "X", Optional.of(at.span()), "since");
      merge(two, one.folder());
      two.agreement().settle(at, "X", Optional.empty(), "other");
      one.agreement().open(at, "X");
      merge(two, one.folder());
    }
  }

  @Test
  void anOldCopyAfterTheNewOneBringsNothingBack() throws IOException {
    try (var two = filled("two")) {
      FindingId quote;
      try (var one = filled("one")) {
        quote = first(one, "a.txt", Kind.QUOTE);
        one.reject(List.of(quote));
      }
      copied("one", "old");
      try (var one = open("one")) {
        one.restore(List.of(quote));
        merge(two, one.folder());
      }
      var d = merge(two, folder.resolve("old"));
      assertEquals(State.MACHINE, two.finding(quote).orElseThrow().state(), d::toString);
    }
  }

  @Test
  void oneInTheMiddleBringsEachWhatTheOthersDid() throws IOException {
    for (var byPack : List.of(false, true)) {
      try (var hub = filled("hub" + byPack);
          var a = filled("a" + byPack);
          var c = filled("c" + byPack)) {
        a.coder("A");
        c.coder("C");
        hub.coder("H");
        a.define(new Code("X", 0));
        a.coding().give(List.of(words(a)), "X", true);
        merge(hub, byPack ? pack(a) : a.folder());
        merge(c, byPack ? pack(hub) : hub.folder());
        merge(hub, byPack ? pack(c) : c.folder());
        merge(a, byPack ? pack(hub) : hub.folder());
        a.coding().give(List.of(words(a)), "X", false);
        merge(hub, byPack ? pack(a) : a.folder());
        assertEquals(List.of(), codings(hub));
        merge(hub, byPack ? pack(c) : c.folder());
        assertEquals(List.of(), codings(hub), "hub " + byPack);
        merge(c, byPack ? pack(hub) : hub.folder());
        merge(a, byPack ? pack(hub) : hub.folder());
        assertEquals(List.of(), codings(c), "c " + byPack);
        assertEquals(List.of(), codings(a), "a " + byPack);
      }
    }
  }

  @Test
  void aShortcutPastTheMiddleBringsNothingBack() throws IOException {
    try (var hub = filled("hub");
        var a = filled("a");
        var c = filled("c")) {
      a.coder("A");
      c.coder("C");
      hub.coder("H");
      a.define(new Code("X", 0));
      merge(hub, a.folder());
      merge(c, hub.folder());
      merge(hub, c.folder());
      merge(a, hub.folder());
      a.coding().give(List.of(words(a)), "X", true);
      merge(hub, a.folder());
      merge(c, a.folder());
      a.coding().give(List.of(words(a)), "X", false);
      merge(hub, a.folder());
      merge(hub, c.folder());
      assertEquals(List.of(), codings(hub));
    }
  }

  /// What a third library still has of what was taken back here is an old word, and no conflict.
  @Test
  void whatAThirdStillHasDoesNotComeBack() throws IOException {
    try (var one = filled("one");
        var two = filled("two");
        var three = filled("three")) {
      one.coder("A");
      one.define(new Code("X", 0));
      one.coding().give(List.of(words(one)), "X", true);
      merge(two, one.folder());
      three.define(new Code("Y", 0));
      three.coding().give(List.of(words(three)), "Y", true);
      three.codebook().describe("Y", new Code.Sense("the other one", "", "", "", ""));
      merge(three, two.folder());
      one.coding().give(List.of(words(one)), "X", false);
      var done = merge(one, three.folder());
      assertEquals(List.of(), done.conflicts());
      assertFalse(codings(one).contains("We never A X"), () -> codings(one).toString());
      assertEquals(List.of(), one.check(false, QUIET));
    }
  }
}
