package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Segment;
import org.tellings.model.Span;

/// What a coder coded is told to another nowhere before both have finished the article.
final class BlindTest {

  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;

  @Test
  void aNoteOnWordsThatOnlyAnotherCodedIsHiddenToo() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "The quay closed on Monday. Nobody said why.\n");
    try (var workbench = Workbench.open(folder.resolve("library"), true, QUIET)) {
      workbench.add(List.of(folder), QUIET);
      var id = workbench.articles().getFirst().id();
      var words = new Segment(id, new Span(4, 8));
      workbench.define(new Code("secret", 0));
      workbench.coding().enrol("Ada", true);
      workbench.coding().enrol("Bo", true);
      workbench.coder("Bo");
      workbench.coding().give(List.of(words), "secret", true);
      workbench.note(words, "because of the tide");
      workbench.coder("Ada");
      assertFalse(workbench.history().toString().contains("tide"), workbench.history()::toString);
      assertFalse(workbench.pack(QUIET).contains("tide"));
      assertEquals(java.util.Map.of(), workbench.coding().notes(id));
      assertEquals(List.of(), workbench.codebook().used());

      var own = new Segment(id, new Span(9, 15));
      workbench.note(own, "mine");
      workbench.coder("Bo");
      workbench.coding().give(List.of(own), "secret", true);
      workbench.coder("Ada");
      assertEquals(List.of("mine"), List.copyOf(workbench.coding().notes(id).values()));
      assertTrue(workbench.pack(QUIET).contains("mine"));

      finish(workbench, id);
      assertTrue(workbench.history().toString().contains("tide"), workbench.history()::toString);
      assertTrue(workbench.pack(QUIET).contains("tide"));
      assertEquals(2, workbench.coding().notes(id).size());
      assertEquals(1, workbench.codebook().used().size());
    }
  }

  @Test
  void noListTellsWhatAnotherCoded() throws IOException {
    Files.writeString(
        folder.resolve("a.txt"), "The quay closed on Monday. Nobody at the harbour said why.\n");
    try (var workbench = Workbench.open(folder.resolve("library"), true, QUIET)) {
      workbench.add(List.of(folder), QUIET);
      var id = workbench.articles().getFirst().id();
      var words = new Segment(id, new Span(4, 8));
      workbench.coding().enrol("Ada", true);
      workbench.coding().enrol("Bo", true);
      workbench.define(new Code("secret", 0));
      workbench.define(new Code("plain", 0));
      workbench.coder("Bo");
      workbench.coding().give(List.of(words), "secret", true);
      workbench.coding().give(List.of(words), "plain", true);
      workbench.undo();
      workbench.coder("Ada");
      assertFalse(told(workbench).contains("secret"), told(workbench));
      assertFalse(told(workbench).contains("plain"), told(workbench));
      assertFalse(workbench.pack(QUIET).contains("\"coded\""));
      assertFalse(workbench.packWithoutText(QUIET).contains("\"coded\""));
      assertEquals(1, workbench.hiddenCodings());
      var problem =
          assertThrows(
              IllegalArgumentException.class,
              () -> workbench.codebook().split("secret", "more", List.of(words)));
      assertTrue(problem.toString().contains("is not coded"), problem::toString);
      // nobody takes back, or does again, what may not be seen
      assertThrows(IllegalArgumentException.class, workbench::redo);
      assertThrows(IllegalArgumentException.class, workbench::undo);
      assertEquals(1, workbench.hiddenCodings());

      finish(workbench, id);
      assertTrue(told(workbench).contains("secret"), told(workbench));
      assertTrue(workbench.pack(QUIET).contains("\"coded\""));
      assertEquals(0, workbench.hiddenCodings());
      assertEquals(1, workbench.codebook().split("secret", "more", List.of(words)));
    }
  }

  private static void finish(Workbench workbench, ArticleId id) {
    workbench.coding().finish(id, "Ada", true);
    workbench.coding().finish(id, "Bo", true);
  }

  /// What the lists of steps tell of codings.
  private static String told(Workbench workbench) {
    return Stream.of(
            workbench.history().stream()
                .filter(step -> step.words().contains("oded"))
                .flatMap(
                    step ->
                        Stream.concat(
                            Stream.of(step.words()),
                            step.changes().stream().map(Step.Change::inWords))),
            workbench.restoring().moments().stream()
                .map(RestoreDesk.Past::words)
                .filter(words -> words.contains("oded")),
            workbench.restoring().points().stream().map(RestoreDesk.Past::words))
        .flatMap(all -> all)
        .collect(Collectors.joining("\n"));
  }
}
