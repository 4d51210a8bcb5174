package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Query;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// The program killed while it adds files: what it said it had kept is kept. `-Dkill.rounds=50` for
/// more.
@DisabledOnOs(OS.WINDOWS)
final class KillTest {

  private static final int TEXTS = 400;
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 5);
  private static final long SEED = Long.getLong("kill.seed", 20250127);
  private static final Pattern ADDED =
      Pattern.compile(
          "\"path\":\"(?<path>[^\"]+)\",\"outcome\":\"added\",\"article\":\"(?<id>[0-9a-f]{16})\"");

  @TempDir Path folder;

  @Test
  void whatWasPrintedIsThereAfterAKill() throws IOException, InterruptedException {
    var texts = folder.resolve("texts");
    Program.texts(texts, TEXTS, SEED);
    var random = new Random(SEED);
    var halfway = 0;
    for (var round = 0; round < ROUNDS; round++) {
      var library = folder.resolve("library-" + round);
      var said = killed(library, texts, random, round);
      halfway += said.isEmpty() || said.size() == TEXTS ? 0 : 1;
      reopened(library, texts, said, "round " + round + ", seed " + SEED);
    }
    System.out.println(
        "killed " + ROUNDS + " times, " + halfway + " times between the first and the last line");
  }

  /// Every other round is killed at some moment, the others when so many lines are out.
  private static List<String> killed(Path library, Path texts, Random random, int round)
      throws IOException, InterruptedException {
    try (var program =
        Program.start("", library, List.of(), "add", texts.toString(), "--format", "jsonl")) {
      var moment = random.nextInt(3000);
      var enough = random.nextInt(TEXTS);
      if (round % 2 == 0) {
        program.process().waitFor(moment, TimeUnit.MILLISECONDS);
      } else {
        while (program.process().isAlive() && program.lines().size() <= enough) {
          Thread.onSpinWait();
        }
      }
      program.kill();
      program.ended();
      return program.lines();
    }
  }

  private static void reopened(Path library, Path texts, List<String> said, String when) {
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      var kept = workbench.size();
      var paths = new HashSet<String>();
      workbench.ledger().forEach(intake -> paths.add(intake.path()));
      for (var line : said) {
        var m = ADDED.matcher(line);
        assertTrue(m.find(), line);
        assertTrue(
            workbench.summary(new ArticleId(m.group("id"))).isPresent(),
            () -> when + " lost " + line);
        assertTrue(
            paths.contains(m.group("path")), () -> when + " has no ledger entry for " + line);
      }
      assertTrue(kept >= said.size(), when);
      assertEquals(List.of(), workbench.check(false, Progress.none()), when);
      var again = workbench.add(List.of(texts), Progress.none());
      assertEquals(
          TEXTS - kept, again.stream().filter(Intake.Added.class::isInstance).count(), when);
      assertEquals(TEXTS, workbench.size(), when);
      assertEquals(TEXTS, workbench.find(Query.ALL, Hits.Order.RELEVANCE, 0, 1).total(), when);
      assertEquals(List.of(), workbench.check(false, Progress.none()), when);
      if (kept < TEXTS) {
        assertEquals(
            "Added " + (TEXTS - kept) + (TEXTS - kept == 1 ? " article" : " articles"),
            workbench.undo().orElseThrow(),
            when);
        assertEquals(kept, workbench.size(), when);
      }
    }
  }

  /// Who starts a build in the background of a script has it hear no Ctrl-C, nor what it starts.
  private static boolean ignoresInterrupts() throws IOException, InterruptedException {
    var asked = new ProcessBuilder("sh", "-c", "kill -INT $$; echo lives").start();
    var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return said.contains("lives");
  }

  @Test
  void ctrlCEndsInAWholeLibrary() throws IOException, InterruptedException {
    assumeFalse(ignoresInterrupts(), "this build was started so that it hears no Ctrl-C");
    var texts = folder.resolve("texts");
    Program.texts(texts, 3000, SEED);
    var library = folder.resolve("library");
    try (var program =
        Program.start("", library, List.of(), "add", texts.toString(), "--format", "jsonl")) {
      while (program.process().isAlive() && program.lines().isEmpty()) {
        Thread.onSpinWait();
      }
      new ProcessBuilder("kill", "-INT", String.valueOf(program.process().pid())).start().waitFor();
      assertEquals(130, program.ended(), program.problems());
      var said = Set.copyOf(program.lines());
      assertTrue(said.size() < 3000, "all files were read before the program heard");
      assertTrue(
          program
              .problems()
              .contains(
                  "stopped; what was read is kept, "
                      + (3000 - program.lines().size())
                      + " files have not been read"),
          program.problems());
      try (var workbench =
          Workbench.open(
              library,
              false,
              (_, _, what) -> {
                throw new AssertionError("the index was not whole: " + what);
              })) {
        assertEquals(said.size(), workbench.size());
        assertEquals(1, workbench.history().size());
        assertEquals(List.of(), workbench.check(false, Progress.none()));
      }
    }
  }
}
