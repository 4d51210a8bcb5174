package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A glossary is read line by line; what cannot be read is told and loses nothing else.
final class GlossaryTest {

  @Test
  void badLinesAreToldByNumber() {
    var glossary =
        Glossary.of(
            """
            # what the terms mean
            sluice, sluices: A gate that holds water back.
            quay
            : a meaning without a term
            lock:

            Sluices: said twice
            weir: A low wall across a river: water runs over it.
            """);
    assertEquals(List.of("sluice", "weir"), glossary.terms().stream().map(Term::word).toList());
    assertEquals(
        List.of(
            "line 3: no colon between the term and its meaning; write it as “term, other form:"
                + " meaning”",
            "line 4: no term before the colon",
            "line 5: no meaning after the colon",
            "line 7: “sluices” is explained in line 2 already"),
        glossary.problems());
    assertEquals(
        "A low wall across a river: water runs over it.", glossary.terms().getLast().meaning());
  }

  @Test
  void findsWholeWordsInAnyCapitalsTheLongestFirst() {
    var glossary =
        Glossary.of("model, models: A program.\nreasoning model: One that writes its steps.\n");
    var text = "Reasoning model or MODELS, not remodelled.";
    assertEquals(
        List.of("Reasoning model", "MODELS"),
        glossary.uses(text).stream().map(use -> use.span().in(text)).toList());
  }

  @Test
  void theProgramsOwnHasNoBadLine() {
    var glossary = Glossary.of(Glossary.bundled());
    assertEquals(List.of(), glossary.problems());
    assertTrue(glossary.terms().size() >= 25, () -> "only " + glossary.terms().size());
    assertTrue(
        glossary.terms().stream()
            .map(Term::word)
            .toList()
            .containsAll(
                List.of("distillation", "open weights", "mixture of experts", "API", "benchmark")));
  }
}
