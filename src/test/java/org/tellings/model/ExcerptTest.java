package org.tellings.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExcerptTest {

  @Test
  void aHitLongerThanTheExcerptBeginsIt() {
    var text = "word ".repeat(40) + "quote ".repeat(30) + "end";
    var excerpt = Excerpt.of(text, List.of(new Span(200, 380)), 60);
    var hit = excerpt.hits().getFirst();
    assertEquals(200, hit.start());
    assertEquals(excerpt.at().end(), hit.end());
  }
}
