package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Kept;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// The program killed while it merges another library, or makes a copy as of a moment: both
/// libraries are whole, and all of the work is done, or nothing. `-Dkill.rounds=50` for more.
@DisabledOnOs(OS.WINDOWS)
final class KillElsewhereTest {

  private static final int TEXTS = 150;
  private static final int ROUNDS = Math.max(2, Integer.getInteger("kill.rounds", 5) / 2);
  private static final long SEED = Long.getLong("kill.seed", 20250127);

  @TempDir Path folder;

  /// In a pack, what is of one run alone: it tells of the time of each step.
  private static final Pattern OWN =
      Pattern.compile("\"moment\":\"[^\"]*\"|\"known\":\\{[^}]*\\},?");

  /// What people and the machine say in a library, and its history.
  private record Seen(String decisions, String findings, List<String> steps) {}

  private static Seen seen(Path library, String when) {
    try (var workbench = Workbench.open(library, false, Progress.none())) {
      assertEquals(List.of(), workbench.check(false, Progress.none()), when);
      return new Seen(
          OWN.matcher(workbench.pack(Progress.none())).replaceAll(""),
          Workbench.written(
              "findings",
              workbench.rows("findings", workbench.articles().stream().map(a -> a.id()).toList()),
              "jsonl"),
          workbench.history().stream().map(s -> s.words() + " " + s.undone()).toList());
    }
  }

  private void filled(Path library, String texts, long seed) throws IOException {
    var in = folder.resolve(texts);
    Program.texts(in, TEXTS, seed);
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      workbench.add(List.of(in), Progress.none());
      for (var article : workbench.articles()) {
        workbench.confirm(workbench.findings(article.id()).stream().map(Kept::id).toList());
      }
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

  /// How long the whole command takes, in milliseconds.
  private static long lasts(Path library, String... words)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    try (var program = Program.start("", library, List.of(), words)) {
      assertEquals(0, program.ended(), program.problems());
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /// Whether it was killed before its end.
  private static boolean killed(Path library, long moment, String... words)
      throws IOException, InterruptedException {
    try (var program = Program.start("", library, List.of(), words)) {
      var ended = program.process().waitFor(moment, TimeUnit.MILLISECONDS);
      program.kill();
      program.ended();
      return !ended;
    }
  }

  @Test
  void aMergeIsDoneWhollyOrNotAtAll() throws IOException, InterruptedException {
    var one = folder.resolve("one");
    var two = folder.resolve("two");
    filled(one, "texts-one", 1);
    filled(two, "texts-two", 2);
    var first = seen(one, "before");
    var other = seen(two, "before");
    var whole = copied(one, folder.resolve("whole"));
    var lasts = lasts(whole, "merge", two.toString());
    var last = seen(whole, "merged");
    var random = new Random(SEED);
    var killed = 0;
    for (var round = 0; round < ROUNDS || killed == 0 && round < ROUNDS + 10; round++) {
      var library = copied(one, folder.resolve("killed-" + round));
      var moment = lasts * (30 + random.nextInt(65)) / 100;
      killed += killed(library, moment, "merge", two.toString()) ? 1 : 0;
      var when = "killed after " + moment + " of " + lasts + " ms, seed " + SEED;
      var now = seen(library, when);
      assertTrue(now.equals(first) || now.equals(last), when);
      assertEquals(other, seen(two, when), when + ": the other library");
    }
    assertTrue(killed > 0, "never killed before its end");
  }

  @Test
  void aCopyAsOfAMomentIsThereWhollyOrNotAtAll() throws IOException, InterruptedException {
    var one = folder.resolve("one");
    filled(one, "texts-one", 1);
    var first = seen(one, "before");
    var moment = "step:40";
    var lasts = lasts(one, "restore", "--as-of", moment, "--out", folder.resolve("w").toString());
    var whole = seen(folder.resolve("w"), "restored");
    var random = new Random(SEED);
    var killed = 0;
    for (var round = 0; round < ROUNDS || killed == 0 && round < ROUNDS + 10; round++) {
      var out = folder.resolve("copy-" + round);
      var after = lasts * (30 + random.nextInt(65)) / 100;
      killed += killed(one, after, "restore", "--as-of", moment, "--out", out.toString()) ? 1 : 0;
      var when = "killed after " + after + " of " + lasts + " ms, seed " + SEED;
      assertEquals(first, seen(one, when), when + ": the library itself");
      if (Files.exists(out)) {
        assertEquals(whole, seen(out, when), when);
      } else {
        lasts(one, "restore", "--as-of", moment, "--out", out.toString());
        assertEquals(whole, seen(out, when), when + ", made again");
      }
    }
    assertTrue(killed > 0, "never killed before its end");
  }
}
