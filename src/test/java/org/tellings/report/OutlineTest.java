package org.tellings.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How an outline is read, and which words of a person lead nowhere.
final class OutlineTest {

  @Test
  void headingsParagraphsAndBlocksAreToldApart() {
    var outline =
        Outline.of(
            "# The story\n## Figures\n\n{figures 3}\n\nIt says {quoted a-1:quote:3-9}\nso."
                + "\n\n### More {count x}\n");
    assertEquals("The story", outline.titleWords());
    assertEquals(
        List.of(
            new Outline.Heading(2, List.of(new Outline.Words("Figures"))),
            new Outline.Block(new Outline.Reference("figures", "3")),
            new Outline.Prose(
                List.of(
                    new Outline.Words("It says "),
                    new Outline.Reference("quoted", "a-1:quote:3-9"),
                    new Outline.Words(" so."))),
            new Outline.Heading(
                3, List.of(new Outline.Words("More "), new Outline.Reference("count", "x")))),
        outline.parts());
  }

  @Test
  void textWithoutBracesCanAlwaysBeRead() {
    for (var text : List.of("", "# \n", "\r\n\r\n", "a\u0000b", "{figures}\r\n\r\n{claims}")) {
      Outline.of(text);
    }
    assertEquals("Report", Outline.of("").titleWords());
    assertEquals(2, Outline.of("{figures}\r\n\r\n{claims}").parts().size());
  }

  @Test
  void bracesThatAreNoReferenceAndASecondTitleAreRefused() {
    for (var text : List.of("{", "{}", "{Figures}", "{a {b} c}", "# One\n\n# Two")) {
      assertThrows(IllegalArgumentException.class, () -> Outline.of(text), text);
    }
  }

  private static List<String> untraced(String words) {
    return Untraced.in(words).stream().map(span -> span.in(words)).toList();
  }

  @Test
  void numbersAndQuotationsOfOnesOwnLeadNowhere() {
    assertEquals(
        List.of("$5.6 million", "29", "2025", "40 %", "twice", "fifteen"),
        untraced(
            "It cost $5.6 million, on 29 January 2025, or 40 % of it; twice as much, says one of"
                + " fifteen."));
    assertEquals(
        List.of("“stole it”", "\"took 3\""), untraced("They “stole it”, or \"took 3\", first."));
    assertEquals(
        List.of(
            "‘seven years’", "«neuf»", "'took it'", "٤٥", "Ⅳ", "½", "second", "zero", "tenfold"),
        untraced("It says ‘seven years’, «neuf», 'took it', ٤٥, Ⅳ, ½, second, zero, tenfold."));
    assertEquals(List.of(), untraced("They don't, and we won't: it's the dogs' one scaffold."));
    assertEquals(List.of(), untraced("One of them said so first; nobody else did, in Qwen."));
  }
}
