package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tellings.model.Code;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Kind;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Waiting;
import org.tellings.store.Library;

/// Two who merge again and again, by folder or by pack: what one takes back stays taken back.
final class MergeAgainTest extends TwoLibraries {

  /// How what stands in one library goes to the other.
  enum Way {
    FOLDER,
    PACK,
    PACK_WITHOUT_TEXT
  }

  private static final long SEED = Long.getLong("merge.seed", 20261128);
  private static final int ROUNDS = Integer.getInteger("merge.rounds", 12);

  /// Each round begins anew, so that one that fails can be looked at by itself.
  private static final int FIRST = Integer.getInteger("merge.first", 0);

  private int sent;

  private Path sent(Workbench from, Way way) throws IOException {
    return switch (way) {
      case FOLDER -> from.folder();
      case PACK -> written(from.pack(QUIET));
      case PACK_WITHOUT_TEXT -> written(from.packWithoutText(QUIET));
    };
  }

  private Path written(String pack) throws IOException {
    return Files.writeString(folder.resolve("sent-" + sent++ + ".pack"), pack);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTakenBackIsTakenBackThereAndDoesNotComeBack(Way way) throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("T");
      two.coder("M");
      one.define(new Code("X", 0));
      var words = words(one);
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.coding().give(List.of(words), "X", true);
      one.reject(List.of(quote));
      one.note(quote, "seen");
      merge(two, sent(one, way));
      assertEquals(List.of("We never T X"), codings(two));
      assertEquals(0, merge(two, sent(one, way)).taken());
      one.coding().give(List.of(words), "X", false);
      one.restore(List.of(quote));
      one.note(quote, "");
      var done = merge(two, sent(one, way));
      assertEquals(3, done.taken());
      assertEquals(3, done.takenBack().size(), done.takenBack()::toString);
      assertEquals(List.of(), codings(two));
      assertEquals(State.MACHINE, two.finding(quote).orElseThrow().state());
      assertEquals("", two.note(quote));
      assertEquals(0, merge(one, sent(two, way)).taken());
      assertEquals(List.of(), codings(one));
      assertEquals(State.MACHINE, one.finding(quote).orElseThrow().state());
    }
  }

  /// A merge that brings nothing is remembered too.
  @ParameterizedTest
  @EnumSource
  void whatBothSaidApartIsTakenBackByBoth(Way way) throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      for (var each : List.of(one, two)) {
        each.coder("T");
        each.define(new Code("X", 0));
        each.coding().give(List.of(words(each)), "X", true);
      }
      assertEquals(0, merge(two, sent(one, way)).taken());
      one.coding().give(List.of(words(one)), "X", false);
      assertEquals(0, merge(two, sent(one, way)).taken());
      assertEquals(List.of("We never T X"), codings(two));
      assertEquals(1, merge(one, sent(two, way)).taken());
      one.coding().give(List.of(words(one)), "X", false); // of both now
      assertEquals(1, merge(two, sent(one, way)).taken());
      assertEquals(List.of(), codings(two));
    }
  }

  /// What the other changed of what came from here is changed here too.
  @ParameterizedTest
  @EnumSource
  void aCodebookThatTheOtherPutInOrderIsThatOfBoth(Way way) throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("R");
      two.coder("S");
      one.define(new Code("Big", 0));
      one.define(new Code("Old", 0));
      one.define(new Code("Blame", 0));
      merge(two, sent(one, way));
      var words = words(one);
      var more = new Segment(words.article(), new Span(10, 15));
      for (var each : List.of(one, two)) {
        each.coding().give(List.of(words), "Big", true);
        each.coding().give(List.of(more), "Old", true);
      }
      merge(one, sent(two, way));
      merge(two, sent(one, way));
      assertEquals(codings(one), codings(two));
      two.codebook().split("Big", "Part", List.of(words));
      two.codebook().merge("Old", "Blame");
      var done = merge(one, sent(two, way));
      assertEquals(List.of(), done.conflicts());
      assertEquals(codings(two), codings(one));
      Function<Workbench, List<String>> names =
          w -> w.codes().stream().map(c -> c.name() + " " + c.use()).sorted().toList();
      assertEquals(names.apply(two), names.apply(one));
      assertEquals(0, merge(two, sent(one, way)).taken());
      assertEquals(codings(one), codings(two));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOthersLaterWordTakesThePlaceOfTheOneThatWaits(Way way) throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      two.confirm(List.of(quote));
      var first = merge(two, sent(one, way)).conflicts();
      assertEquals(1, first.size());
      one.correct(quote, java.util.Map.of("speaker", "A. Ortiz"));
      var second = merge(two, sent(one, way)).conflicts();
      assertEquals(
          second.stream().map(Waiting::id).toList(),
          two.merging().waiting().stream().map(Waiting::id).toList());
      assertEquals(1, second.size());
      assertTrue(!second.equals(first));
      two.merging().settle(List.of(second.getFirst().id()), MergeDesk.Choice.THEIRS);
      assertEquals(State.CORRECTED, two.finding(quote).orElseThrow().state());
    }
  }

  /// Where nothing is in conflict, two who merge both ways have the same, by folder or by pack in
  /// any order; merged again, nothing more comes.
  @Test
  void randomLibrariesThatMergeAgainAndAgainComeTogether() throws IOException {
    var alike = 0;
    for (var n = FIRST; n < FIRST + ROUNDS; n++) {
      var random = new Random(SEED + n);
      var when = "seed " + SEED + ", round " + n;
      try (var one = filled("one-" + n);
          var two = filled("two-" + n)) {
        for (var again = 0; again < 3; again++) {
          act(one, random);
          act(two, random);
          merge(one, sent(two, way(random)));
          merge(two, sent(one, way(random)));
          merge(one, sent(two, way(random)));
          merge(two, sent(one, way(random)));
          assertEquals(List.of(), one.check(false, QUIET), when);
          assertEquals(List.of(), two.check(false, QUIET), when);
          if (one.merging().waiting().isEmpty()
              && two.merging().waiting().isEmpty()
              && one.articles().size() == 2
              && two.articles().size() == 2
              && one.coding().coders().isEmpty()) { // else what is hidden stays out of packs
            alike++;
            assertEquals(said(one), said(two), when + ", " + again);
            var before = said(two);
            merge(two, sent(one, way(random))); // a folder may bring headings that no pack has
            assertEquals(before, said(two), () -> when + ": " + two.history(1));
          }
        }
      }
    }
    assertTrue(alike > ROUNDS / 8, alike + " of " + ROUNDS + " had no conflict");
  }

  private static Way way(Random random) {
    return Way.values()[random.nextInt(Way.values().length)];
  }

  /// What people said in a library, by what it is about, as far as it is the same in every library:
  /// not keys, places and numbers of the codebook.
  private static SortedMap<String, String> said(Workbench workbench) {
    SortedMap<String, String> said = new TreeMap<>();
    try (var library = Library.visit(workbench.folder())) {
      for (var edit : Standing.of(library).edits()) {
        if (edit instanceof Edit.Waits
            || edit instanceof Edit.Closed
            || edit instanceof Edit.Presence
            || edit instanceof Edit.Described) {
          continue;
        }
        var value = Leaves.after(edit).orElse("");
        said.put(
            Leaves.key(edit),
            switch (value) {
              case Code c -> c.name() + " " + c.use() + " " + c.sense() + " " + c.colour();
              case Decision d -> d.state() + " " + d.finding();
              default -> edit instanceof Edit.Coded ? "given" : value.toString();
            });
      }
    }
    return said;
  }

  private static void act(Workbench workbench, Random random) {
    var actions = new RandomActions(random);
    for (var i = random.nextInt(4); i > 0; i--) {
      if (random.nextInt(8) == 0) {
        workbench.undo();
      } else {
        actions.one(workbench);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDER")
  void anOldPackBringsNothingBack(Way way) throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.reject(List.of(quote));
      var old = sent(one, way);
      merge(two, old);
      one.restore(List.of(quote));
      merge(two, sent(one, way));
      assertEquals(0, merge(two, old).taken());
      assertEquals(State.MACHINE, two.finding(quote).orElseThrow().state());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDER")
  void aPackThatIsCutOffIsRefused(Way way) throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.confirm(List.of(first(one, "a.txt", Kind.QUOTE)));
      var lines = Files.readAllLines(sent(one, way));
      var cut = Files.write(folder.resolve("cut.pack"), lines.subList(0, lines.size() - 1));
      var refused = assertThrows(IllegalArgumentException.class, () -> merge(two, cut));
      assertTrue(String.valueOf(refused.getMessage()).contains("is cut off"), refused::toString);
    }
  }
}
