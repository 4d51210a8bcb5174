package org.tellings.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class QueryTest {

  @Test
  void readsItselfBackInPlainWords() {
    var query =
        Query.parse(
            "outlet:\"The Meridian\",\"Harbor Post\" before:2025-02-01 quote:“distilled the"
                + " knowledge” near:evidence,distillation,12 -court");
    assertEquals(
        "Articles from The Meridian or Harbor Post, before 1 Feb 2025, quoting “distilled the"
            + " knowledge”, with “evidence” within 12 words of “distillation”, not with “court”",
        query.inWords());
  }

  @Test
  void saysWhyAClauseCannotBeRead() {
    var unread = Query.parse("before:soon figure:lots").unread();
    assertEquals(2, unread.size());
  }

  @Test
  void neverFailsOnAnything() {
    var seed = 77L;
    var random = new Random(seed);
    var letters = "\"“”:,-<>()*? abOR\\/[]{}~^+!&|'0125";
    for (var i = 0; i < 10_000; i++) {
      var text = new StringBuilder();
      for (var n = random.nextInt(25); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Query.parse((i % 3 == 0 ? "figure:" : i % 3 == 1 ? "near:" : "on:") + text).inWords();
      Query.parse(text.toString()).inWords();
    }
  }
}
