package org.tellings.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.coding.Match.Mark;
import org.tellings.model.Span;

/// Where coders marked the same.
final class MatchTest {

  private static final List<String> CODERS = List.of("Ada", "Bo");

  private static Match match(Mark... marks) {
    var all = Match.of("code", CODERS, List.of(marks));
    assertEquals(1, all.size());
    return all.getFirst();
  }

  @Test
  void passagesThatTouchAreTheSameAsOne() {
    var match =
        match(
            new Mark("Ada", new Span(0, 10)),
            new Mark("Ada", new Span(10, 20)),
            new Mark("Bo", new Span(0, 20)));
    assertTrue(match.isAgreed());
    assertEquals(List.of(), match.others(Optional.of(new Span(0, 20))));
    assertEquals(CODERS, match.others(Optional.of(new Span(0, 10))));
  }

  @Test
  void whoMarkedOtherWordsIsOverruled() {
    var match = match(new Mark("Ada", new Span(0, 10)));
    assertFalse(match.isAgreed());
    assertEquals(List.of("Bo"), match.others(Optional.of(new Span(0, 10))));
    assertEquals(List.of("Ada"), match.others(Optional.empty()));
  }
}
