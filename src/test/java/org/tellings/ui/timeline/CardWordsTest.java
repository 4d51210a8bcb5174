package org.tellings.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Every character is one wide here.
final class CardWordsTest {

  private static List<String> lines(String words, double width, int most) {
    return CardWords.lines(words, width, most, String::length);
  }

  @Test
  void linesBreakBetweenWordsAndTheLastIsCut() {
    assertEquals(List.of("Nvidia falls"), lines("Nvidia falls", 12, 2));
    assertEquals(List.of("Nvidia falls", "17%, losing"), lines("Nvidia falls 17%, losing", 13, 2));
    assertEquals(
        List.of("Nvidia falls", "17%, losing…"),
        lines("Nvidia falls 17%, losing about $589bn", 12, 2));
    assertEquals(List.of("Nvidia fa…"), lines("Nvidia falls 17%", 10, 1));
  }

  @Test
  void wordsWithoutSpacesBreakWhereTheyMay() {
    assertEquals(List.of("深度求索限制", "新用户注册"), lines("深度求索限制新用户注册", 6, 2));
    assertEquals(List.of("inter-", "national"), lines("inter-national", 8, 2));
  }

  @Test
  void aWordWiderThanALineIsCutAtItsCharacters() {
    assertEquals(List.of("Supercali…"), lines("Supercalifragilistic", 10, 2));
    assertEquals(List.of("The", "Superc…"), lines("The Supercalifragilistic day", 7, 2));
    assertEquals(List.of("😀😀…"), lines("😀😀😀😀", 6, 1));
  }

  @Test
  void nothingIsNoLine() {
    assertEquals(List.of(), lines(" ", 10, 2));
    assertEquals("", CardWords.line("", 10, String::length));
  }
}
