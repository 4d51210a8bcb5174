package org.tellings.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          foo:bar          | Articles with “foo:bar”   | there is no field foo: (there are
          date:            | Articles with “date:”     | there is no field date: (there are
          "the ferry       | Articles with “the ferry” | the mark in "the ferry is not closed
          OR court         | Articles with “court”     | OR wants something on both sides
          court OR         | Articles with “court”     | OR wants something on both sides
          a OR OR b        | Articles with “a” or with “b” | OR wants something on both sides
          mill AND court   | Articles with “mill”, with “court” | all conditions hold anyway
          NOT court        | Articles not with “court” | NOT is read as a minus
          --court          | Articles not with “court” | --court is read as -court
          evi*ence         | Articles with “evi*ence”  | a * stands at the end of a single word
          """)
  void saysWhatItReadOtherwiseThanMeant(String typed, String words, String remark) {
    var query = Query.parse(typed);
    assertEquals(words, query.inWords());
    assertEquals(1, query.remarks().size(), query.remarks().toString());
    assertTrue(query.remarks().getFirst().startsWith(remark), query.remarks().toString());
    assertEquals(List.of(), query.unread());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evid* -court \"distilled the\" a OR b",
        "https://mill.example 12:30 speaker:=\"A, B\",c figure:>500bn on:2024-02-29",
        "-evid* O'Leary title:copying near:a,b,3"
      })
  void saysNothingOfWhatIsPlain(String typed) {
    assertEquals(List.of(), Query.parse(typed).remarks());
    assertEquals(List.of(), Query.parse(typed).unread());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ""                    | there is no word between the marks
          -                     | there is no word in it
          ***                   | there is no word in it
          ---                   | there is no word in it
          on:                   | it wants a day, month or year; write 2025-01-29, 2025-01 or 2025
          on:2025-02-30         | there is no 30 Feb 2025
          -before:2023-02-29    | there is no 29 Feb 2023
          speaker:              | speaker: wants a name right after it
          entity:***            | entity: wants a name right after it
          on:soon OR on:2025-02-31 | not a day, month or year; write 2025-01-29, 2025-01 or 2025
          """)
  void aQueryOfWhichNothingIsReadSaysWhy(String typed, String why) {
    var query = Query.parse(typed);
    assertFalse(query.isUnderstood());
    assertEquals(why, query.unread().getFirst().why());
    assertEquals("No articles", query.inWords());
    assertTrue(Query.parse(typed + " court").isUnderstood());
  }

  @Test
  void aCommaBetweenMarksBelongsToTheName() {
    assertEquals("Articles quoting A, B or C", Query.parse("speaker:=\"A, B\",C").inWords());
    var many = "outlet:" + "a,".repeat(2000) + "b";
    assertTrue(
        Query.parse(many).clauses().getFirst() instanceof Query.Clause.Field f
            && f.values().size() == 2001);
  }

  @Test
  void aQueryThatIsTooLongIsRefusedWhole() {
    var query = Query.parse("word ".repeat(10_000));
    assertFalse(query.isUnderstood());
    assertEquals(
        "a query has at most 10000 characters, and this one has 50000",
        query.unread().getFirst().why());
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
