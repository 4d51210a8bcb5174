package org.tellings.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Kind;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// The inspector offers the fields that can be corrected, and the words that they take.
final class FieldTest {

  @TempDir Path folder;

  @Test
  void theInspectorOffersWhatCanBeCorrected() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("mill.txt"),
            "“We never saw a cheaper mill,” said Ada Lind on Monday.\n"
                + "It cost about 5 million crowns.\n");
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(file), Progress.none());
      var seen = EnumSet.noneOf(Kind.class);
      for (var kept : workbench.findings(workbench.articles().getFirst().id())) {
        if (seen.add(kept.id().kind())) {
          var problem =
              assertThrows(
                  IllegalArgumentException.class,
                  () -> workbench.correct(kept.id(), Map.of("colour", "red")));
          var known =
              String.valueOf(problem.getMessage()).replaceFirst(".*it has (value low )?", "");
          var offered = Field.of(kept).stream().map(Field::name).toList();
          assertTrue(offered.containsAll(List.of(known.split(" "))), offered + " " + known);
          for (var field : offered) {
            for (var word : Field.words(field)) {
              if (!field.equals("precision")) { // of a date with a value only one fits
                workbench.correct(kept.id(), Map.of(field, word));
              }
            }
          }
        }
      }
      assertEquals(EnumSet.allOf(Kind.class), seen);
    }
  }
}
