package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.Tie;

/// The last word holds, and the words never contradict each other.
final class TiesTest {

  private static final List<FindingId> IDS =
      IntStream.range(0, 8)
          .mapToObj(
              i ->
                  new FindingId(
                      new ArticleId("000000000000000" + i), Kind.QUOTE, new Span(i, i + 5)))
          .toList();

  @Test
  void theLastWordHoldsAndNothingIsContradicted() {
    for (var seed = 0L; seed < 500; seed++) {
      var random = new Random(seed);
      var said = new ArrayList<Tie>();
      for (var i = 0; i < 12; i++) {
        var ties = new Ties(said);
        var some = new ArrayList<>(IDS);
        java.util.Collections.shuffle(some, random);
        var left = List.copyOf(some.subList(0, 1 + random.nextInt(3)));
        var right = List.copyOf(some.subList(3, 4 + random.nextInt(3)));
        var merging = random.nextBoolean();
        var both = new ArrayList<>(left);
        both.addAll(right);
        if (merging) {
          ties.merge(both);
        } else {
          ties.split(left, right);
        }
        var edits = ties.edits();
        var before = Set.copyOf(said);
        apply(edits, said);
        var when = "seed " + seed + ", word " + i;
        for (var a : left) {
          for (var b : right) {
            assertEquals(merging, group(said, a).contains(b), when);
            assertTrue(merging || said.contains(new Tie(a, b, false)), when);
          }
        }
        for (var tie : said) {
          assertEquals(tie.same(), group(said, tie.one()).contains(tie.other()), when);
        }
        var back = new ArrayList<>(said);
        apply(
            new Edit.Together("", edits).inverse() instanceof Edit.Together t
                ? t.edits()
                : List.of(),
            back);
        assertEquals(before, Set.copyOf(back), when);
      }
    }
  }

  @Test
  void eachSideOfASplitStaysTogether() {
    var ties = new Ties(List.of());
    ties.merge(IDS);
    ties.split(IDS.subList(2, 4), List.of(IDS.getFirst()));
    var said = new ArrayList<Tie>();
    apply(ties.edits(), said);
    assertEquals(Set.copyOf(IDS.subList(2, 4)), group(said, IDS.get(2)));
    assertEquals(6, group(said, IDS.getFirst()).size());
  }

  private static void apply(List<Edit> edits, List<Tie> said) {
    for (var edit : edits) {
      if (edit instanceof Edit.Tied tied) {
        tied.before().ifPresent(said::remove);
        tied.after().ifPresent(said::add);
      }
    }
  }

  private static Set<FindingId> group(List<Tie> said, FindingId id) {
    var group = new HashSet<>(Set.of(id));
    for (var size = 0; size < group.size(); ) {
      size = group.size();
      for (var tie : said) {
        if (tie.same() && (group.contains(tie.one()) || group.contains(tie.other()))) {
          group.add(tie.one());
          group.add(tie.other());
        }
      }
    }
    return group;
  }
}
