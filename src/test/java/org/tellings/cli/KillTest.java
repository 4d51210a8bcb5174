package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.ArticleId;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Query;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// The program killed while it adds files: what it said it had kept is kept; and while it changes a
/// library otherwise: all of it is done, or nothing. `-Dkill.rounds=50` for more.
@DisabledOnOs(OS.WINDOWS)
final class KillTest {

  // more than one batch takes, so that there is a moment between the first line and the last
  private static final int TEXTS = 600;
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
    for (var round = 0; round < ROUNDS || halfway == 0 && round < ROUNDS + 10; round++) {
      var library = folder.resolve("library-" + round);
      var said = killed(library, texts, random, round);
      halfway += said.isEmpty() || said.size() == TEXTS ? 0 : 1;
      reopened(library, texts, said, "round " + round + ", seed " + SEED);
    }
    assertTrue(halfway > 0, "never killed between the first line and the last");
  }

  /// Every other round is killed at some moment, the others when so many lines are out.
  private static List<String> killed(Path library, Path texts, Random random, int round)
      throws IOException, InterruptedException {
    try (var program =
        Program.start("", library, List.of(), "add", texts.toString(), "--format", "jsonl")) {
      var moment = random.nextInt(3000);
      var enough = random.nextInt(TEXTS / 4);
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

  /// A library as one can see it: its articles, what each step was, how much was found.
  private record Seen(List<String> articles, List<String> steps, long found) {}

  private static Seen seen(Workbench workbench) {
    return new Seen(
        workbench.articles().stream().map(a -> a.id().value()).sorted().toList(),
        workbench.history().stream().map(s -> s.words() + " " + s.undone()).toList(),
        workbench.tally().findings());
  }

  /// Killed at some moment of it, a command has done all or nothing, and the index follows.
  @ParameterizedTest
  @ValueSource(strings = {"undo", "redo", "put-back bridge.txt 1", "reindex", "reextract"})
  void aCommandIsDoneWhollyOrNotAtAll(String command) throws IOException, InterruptedException {
    var before = folder.resolve("before");
    var texts = folder.resolve("texts");
    Program.texts(texts, TEXTS / 4, SEED);
    Files.writeString(
        texts.resolve("bridge.txt"),
        "The bridge\n\nNobody crossed the bridge on Monday, said Ada Lind, who owns it.\n\n"
            + "Share this story\n\nOn Tuesday three people did.\n");
    Seen first;
    try (var workbench = Workbench.open(before, true, Progress.none())) {
      workbench.add(List.of(texts), Progress.none());
      var id = workbench.resolve("bridge.txt").orElseThrow();
      workbench.confirm(workbench.findings(id).stream().map(k -> k.id()).toList());
      if (command.equals("redo")) {
        workbench.undo();
        workbench.undo();
      } else if (command.equals("undo")) {
        workbench.undo();
        workbench.redo();
      }
      first = seen(workbench);
    }
    var whole = copied(before, folder.resolve("whole"));
    var begun = System.nanoTime();
    try (var program = Program.start("", whole, List.of(), command.split(" "))) {
      assertEquals(0, program.ended(), program.problems());
    }
    var lasts = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    var last = seenWhole(whole, command);
    var random = new Random(SEED);
    var killed = 0;
    var rounds = Math.max(2, ROUNDS / 2);
    for (var round = 0; round < rounds || killed == 0 && round < rounds + 10; round++) {
      var library = copied(before, folder.resolve("killed-" + round));
      var moment = lasts * (30 + random.nextInt(65)) / 100;
      try (var program = Program.start("", library, List.of(), command.split(" "))) {
        killed += program.process().waitFor(moment, TimeUnit.MILLISECONDS) ? 0 : 1;
        program.kill();
        program.ended();
      }
      var when = command + ", killed after " + moment + " of " + lasts + " ms, seed " + SEED;
      var now = seenWhole(library, when);
      assertTrue(now.equals(first) || now.equals(last), () -> when + ": " + now);
    }
    assertTrue(killed > 0, "never killed before its end: " + command);
  }

  private static Seen seenWhole(Path library, String when) {
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertEquals(List.of(), workbench.check(false, Progress.none()), when);
      return seen(workbench);
    }
  }

  private static Path copied(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
    return to;
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
