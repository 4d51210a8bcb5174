package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tellings.model.Code;
import org.tellings.model.Kind;
import org.tellings.model.State;

/// Packs of one library, one after the other, out of order, and beside its folder.
final class MergePacksTest extends TwoLibraries {

  @Test
  void anUndonePackWithWorkOnTopTakesNothingBackThere() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.note(first(one, "b.txt", Kind.CLAIM), "x");
      merge(two, pack(one));
      one.reject(List.of(quote));
      merge(two, pack(one));
      two.confirm(List.of(quote));
      two.undo();
      two.undo();
      var done = merge(one, pack(two));
      assertEquals(State.REJECTED, one.finding(quote).orElseThrow().state(), done::toString);
    }
  }

  @Test
  void folderAfterPackBringsNothingBack() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("T");
      two.coder("M");
      one.define(new Code("X", 0));
      one.coding().give(List.of(words(one)), "X", true);
      merge(two, pack(one));
      two.coding().give(List.of(words(two)), "X", false, "T");
      assertEquals(List.of(), codings(two));
      var done = merge(two, one.folder());
      assertEquals(List.of(), codings(two), done::toString);
    }
  }

  @Test
  void folderAfterPackMakesNoConflict() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      two.confirm(List.of(quote));
      assertEquals(List.of(), merge(two, one.folder()).conflicts());
    }
  }

  @Test
  void whatAHiddenCoderTookBackIsTakenBackWhenShown() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("M");
      two.coder("T");
      one.define(new Code("Secret", 0));
      one.coding().enrol("M", true);
      one.coding().enrol("T", true);
      one.coding().give(List.of(words(one)), "Secret", true);
      merge(two, pack(one)); // M's own pack: has M's codes
      one.coding().give(List.of(words(one)), "Secret", false);
      one.coder("T");
      merge(two, pack(one)); // T's pack: M hidden
      one.coder("M");
      merge(two, pack(one)); // M's pack again
      var id = one.resolve("a.txt").orElseThrow();
      two.coding().finish(List.of(id), "M", true);
      two.coding().finish(List.of(id), "T", true);
      assertEquals(List.of(), codings(two));
    }
  }

  @Test
  void whatChangedWhileTheArticleWasOutComesWithTheNextPack() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      one.confirm(List.of(quote));
      one.takeOut(List.of(quote.article()));
      merge(two, pack(one));
      one.undo();
      merge(two, pack(one));
      assertEquals(State.CONFIRMED, two.finding(quote).orElseThrow().state());
    }
  }

  @Test
  void whatWaitsForItsArticleAndWasTakenBackDoesNotCome() throws IOException {
    try (var one = filled("one");
        var two = open("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      one.restore(List.of(quote));
      merge(two, pack(one));
      two.add(List.of(texts()), QUIET);
      assertEquals(State.MACHINE, two.finding(quote).orElseThrow().state(), "in two");
    }
  }

  @Test
  void whatWaitsForItsArticleAndWasTakenBackDoesNotComeBackToItsAuthor() throws IOException {
    try (var one = filled("one");
        var two = open("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      one.restore(List.of(quote));
      two.add(List.of(texts()), QUIET);
      var d = merge(one, pack(two));
      assertEquals(State.MACHINE, one.finding(quote).orElseThrow().state(), d::toString);
    }
  }

  @Test
  void whatWaitsForItsArticleAndWasChangedComesAsItIs() throws IOException {
    try (var one = filled("one");
        var two = open("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      one.confirm(List.of(quote));
      merge(two, pack(one));
      two.add(List.of(texts()), QUIET);
      assertEquals(List.of(), two.merging().waiting());
      assertEquals(State.CONFIRMED, two.finding(quote).orElseThrow().state(), "in two");
    }
  }

  @Test
  void anUndonePackOfTheCoderComesAgainAfterOneOfAnother() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      two.coder("Z");
      one.define(new Code("X", 0));
      one.coding().enrol("M", true);
      one.coding().enrol("T", true);
      one.coder("M");
      one.coding().give(List.of(words(one)), "X", true);
      var byM = pack(one);
      one.coder("T");
      var byT = pack(one);
      merge(two, byM);
      assertEquals(List.of("We never M X"), codings(two));
      two.undo();
      merge(two, byT);
      var done = merge(two, byM);
      assertEquals(List.of("We never M X"), codings(two), done::toString);
    }
  }

  @Test
  void aDeletedNoteIsInNoPack() throws IOException {
    try (var one = filled("one")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.note(quote, "the source is my sister Ruth");
      one.note(quote, "");
      one.note(quote, "typed into the wrong window: hunter2");
      one.undo();
      assertFalse(one.pack(QUIET).contains("my sister"), "deleted");
      assertFalse(one.pack(QUIET).contains("hunter2"), "undone");
    }
  }

  @Test
  void anUndoneNoteIsInNoPackWithoutText() throws IOException {
    try (var one = filled("one")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.note(quote, "typed into the wrong window: hunter2");
      one.undo();
      assertFalse(one.packWithoutText(QUIET).contains("hunter2"), one.packWithoutText(QUIET));
    }
  }

  @Test
  void aPackCutOffWithinItsLastLineIsRefused() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.confirm(List.of(first(one, "a.txt", Kind.QUOTE)));
      var text = one.pack(QUIET);
      var cut =
          Files.writeString(folder.resolve("cut.pack"), text.substring(0, text.length() - 20));
      var e = assertThrows(IllegalArgumentException.class, () -> merge(two, cut));
      assertTrue(e.toString().contains("cut off"));
    }
  }

  @Test
  void whatCouldNotBeReadComesWithTheNextPack() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      one.confirm(List.of(quote));
      var text = one.pack(QUIET);
      var damaged =
          Files.writeString(
              folder.resolve("damaged.pack"),
              text.replace("\"did\":\"decided\",\"id\"", "\"did\":\"decided\",\"ix\""));
      merge(two, damaged);
      var done = merge(two, pack(one));
      assertEquals(State.CONFIRMED, two.finding(quote).orElseThrow().state(), done::toString);
    }
  }

  @Test
  void settlingALostOneSaysWhy() throws IOException {
    try (var one = filled("one");
        var two = open("two")) {
      one.confirm(List.of(first(one, "a.txt", Kind.QUOTE)));
      merge(two, pack(one));
      var id = two.merging().waiting().getFirst().id();
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> two.merging().settle(List.of(id), MergeDesk.Choice.THEIRS));
      assertTrue(e.toString().contains("only be let go"), e::toString);
    }
  }

  @Test
  void whatTellsOfThePastHidesWhatAnotherCoded() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      conflictOfM(one, two);
      one.coder("T");
      two.coder("T");
      assertFalse(
          one.pack(QUIET).contains("\"M\"") && one.pack(QUIET).contains("\"coded\""),
          one.pack(QUIET));
      assertFalse(two.packWithoutText(QUIET).contains("\"coded\""), two.packWithoutText(QUIET));
    }
  }

  @Test
  void anOldPackThatComesAfterTheNewOneBringsNothingBack() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      var old = pack(one);
      one.restore(List.of(quote));
      merge(two, pack(one));
      var d = merge(two, old);
      assertEquals(State.MACHINE, two.finding(quote).orElseThrow().state(), d::toString);
    }
  }

  /// Whatever the form of the pack: what was taken in and undone is taken in again.
  @Test
  void aPackThatWasUndoneIsTakenInAgain() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      var pack = pack(one);
      var old =
          Files.writeString(
              folder.resolve("old.pack"),
              Pack.FIRST
                  + "\n"
                  + String.join("\n", PackTest.standing(Files.readString(pack)))
                  + "\n");
      for (var file : List.of(pack, old)) {
        for (var again = 0; again < 2; again++) {
          var done = merge(two, file);
          assertEquals(List.of(), done.conflicts());
          assertEquals(State.REJECTED, two.finding(quote).orElseThrow().state(), done::toString);
          two.undo();
          assertEquals(State.MACHINE, two.finding(quote).orElseThrow().state());
        }
      }
    }
  }

  /// A line that cannot be read says nothing: what it was about is not taken back.
  @Test
  void whatCannotBeReadIsNotTakenBack() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      one.confirm(List.of(quote));
      var good = pack(one);
      var damaged =
          Files.writeString(
              folder.resolve("damaged.pack"),
              Files.readString(good).replace("\"state\":\"CONFIRMED\"", "\"state\":\"CONF\""));
      var done = merge(two, damaged);
      assertEquals(1, done.bad().size(), done::toString);
      assertEquals(List.of(), done.takenBack());
      assertEquals(State.REJECTED, two.finding(quote).orElseThrow().state());
      merge(two, good);
      assertEquals(State.CONFIRMED, two.finding(quote).orElseThrow().state());
    }
  }

  @Test
  void whatIsSaidAgainAfterSomethingElseWaitsAgain() throws IOException {
    try (var one = filled("one");
        var two = open("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      merge(two, pack(one));
      one.confirm(List.of(quote));
      merge(two, pack(one));
      one.reject(List.of(quote));
      merge(two, pack(one));
      two.add(List.of(texts()), QUIET);
      assertEquals(List.of(), two.merging().waiting());
      assertEquals(State.REJECTED, two.finding(quote).orElseThrow().state());
    }
  }

  @Test
  void aConflictThatIsSaidAgainAfterSomethingElseIsLaidAsideAgain() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.note(quote, "one");
      two.note(quote, "two");
      merge(two, pack(one));
      one.note(quote, "more");
      merge(two, pack(one));
      one.note(quote, "one");
      merge(two, pack(one));
      var waiting = two.merging().waiting();
      assertEquals(1, waiting.size(), waiting::toString);
      two.merging().settle(List.of(waiting.getFirst().id()), MergeDesk.Choice.THEIRS);
      assertEquals("one", two.note(quote));
    }
  }

  /// What it leaves out is not gone.
  @Test
  void aPackInWhichSomethingIsLeftOutLetsNothingGoThatWaits() throws IOException {
    try (var one = filled("one");
        var two = open("two")) {
      one.coding().enrol("M", true);
      one.coding().enrol("T", true);
      one.define(new Code("X", 0));
      one.coder("M");
      one.coding().give(List.of(words(one)), "X", true);
      merge(two, pack(one));
      one.coder("T");
      one.note(first(one, "a.txt", Kind.QUOTE), "seen");
      merge(two, pack(one));
      two.add(List.of(texts()), QUIET);
      assertEquals(List.of("We never M X"), codings(two));
    }
  }
}
