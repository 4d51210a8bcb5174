package org.tellings.ui.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tellings.model.Span;

/// Words chosen with keys, in texts of several scripts.
final class WordChoiceTest {

  private static final String TEXT = "“We didn’t—ever,” 😀 said شركة كبيرة. It cost $5.6m.";
  private static final WordChoice WORDS =
      new WordChoice(
          TEXT, List.of(new Span(0, TEXT.indexOf(" It")), new Span(TEXT.indexOf("It"), 50)));

  private static String in(Span span) {
    return span.in(TEXT);
  }

  @Test
  void everyWordIsReachedThereAndBack() {
    var there = new StringBuilder();
    var now = WORDS.first().orElseThrow();
    while (true) {
      there.append(in(now)).append('|');
      var next = WORDS.word(now, 1);
      if (next.equals(now)) {
        break;
      }
      assertEquals(now, WORDS.word(next, -1));
      now = next;
    }
    assertEquals("We|didn’t|ever|said|شركة|كبيرة|It|cost|5.6m|", there.toString());
  }

  @Test
  void theEndsMoveByWordsAndOneStays() {
    var now = WORDS.first().orElseThrow();
    now = WORDS.end(WORDS.end(now, 1), 1);
    assertEquals("We didn’t—ever", in(now));
    assertEquals("We didn’t", in(WORDS.end(now, -1)));
    assertEquals("didn’t—ever", in(WORDS.start(now, 1)));
    assertEquals("We didn’t—ever", in(WORDS.start(WORDS.start(now, 1), -1)));
    var one = WORDS.first().orElseThrow();
    assertEquals(one, WORDS.end(one, -1));
    assertEquals(one, WORDS.start(one, 1));
  }

  @Test
  void aSentenceIsChosenWholeFirst() {
    var now = WORDS.first().orElseThrow();
    var first = WORDS.sentence(now, 1);
    assertEquals(new Span(0, TEXT.indexOf(" It")), first);
    assertEquals(TEXT.indexOf("It"), WORDS.sentence(first, 1).start());
    assertEquals(first, WORDS.sentence(WORDS.sentence(first, 1), -1));
  }
}
