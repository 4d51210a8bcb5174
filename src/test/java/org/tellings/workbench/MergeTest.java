package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;

/// Two libraries become one, and nothing is dropped. `-Dmerge.rounds=1000` merges as many.
final class MergeTest extends TwoLibraries {

  private static final long SEED = Long.getLong("merge.seed", 20250131);
  private static final int ROUNDS = Integer.getInteger("merge.rounds", 12);

  /// Each round begins anew, so that one that fails can be looked at by itself.
  private static final int FIRST = Integer.getInteger("merge.first", 0);

  // -- nothing is dropped --

  /// All codes given: where, which, by whom.
  private static Set<String> codings(Path library) throws SQLException {
    var codings = new TreeSet<String>();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + library.resolve("library.db"));
        var s = file.createStatement();
        var r = s.executeQuery("select id, code, coder from coded")) {
      while (r.next()) {
        codings.add(r.getString(1) + "\t" + r.getString(3) + "\t" + r.getString(2));
      }
    }
    return codings;
  }

  /// What people said, one line a thing, without the value.
  private static Set<String> said(Path library) throws SQLException {
    var said = new TreeSet<String>();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + library.resolve("library.db"));
        var s = file.createStatement()) {
      for (var sql :
          List.of(
              "select 'decided ' || article || '.' || kind || '.' || start || '-' || \"end\" from"
                  + " decision",
              "select 'noted ' || id from note",
              "select 'named ' || id from label",
              "select 'tied ' || one || ' ' || other from tie",
              "select 'code ' || id from code",
              "select 'coder ' || name from coder",
              "select 'finished ' || article || char(9) || coder from finished",
              "select 'settled ' || id || char(9) || code from settled",
              "select 'present ' || id from article where present")) {
        try (var r = s.executeQuery(sql)) {
          while (r.next()) {
            said.add(r.getString(1));
          }
        }
      }
    }
    return said;
  }

  @Test
  void ofRandomLibrariesWithoutACommonPastAllIsInTheMergedOneOrListed()
      throws IOException, SQLException {
    var conflicts = 0;
    for (var n = FIRST; n < FIRST + ROUNDS; n++) {
      var random = new Random(SEED + n);
      var when = "seed " + SEED + ", merge " + n;
      try (var one = filled("one-" + n);
          var two = filled("two-" + n)) {
        acted(one, random);
        acted(two, random);
        conflicts += check(one, two, Set.of(), when);
      }
      forget("one-" + n, "two-" + n);
    }
    assertTrue(ROUNDS < 100 || conflicts > 0, "no conflict ever came up");
  }

  @Test
  void ofRandomCopiesOfOneLibraryAllIsInTheMergedOneOrListed() throws IOException, SQLException {
    var takenBack = 0;
    for (var n = FIRST; n < FIRST + ROUNDS; n++) {
      var random = new Random(SEED + n);
      var when = "seed " + SEED + ", merge of copies " + n;
      try (var one = filled("one-" + n)) {
        acted(one, random);
      }
      copied("one-" + n, "two-" + n);
      var base = codings(folder.resolve("one-" + n));
      base.add(""); // it has a past in common, if without codings
      try (var one = open("one-" + n);
          var two = open("two-" + n)) {
        acted(one, random);
        acted(two, random);
        takenBack += check(one, two, base, when);
      }
      forget("one-" + n, "two-" + n);
    }
    assertTrue(ROUNDS < 12 || takenBack > 0, "nothing ever was listed");
  }

  private static void acted(Workbench workbench, Random random) {
    var actions = new RandomActions(random);
    for (var i = random.nextInt(15) + 3; i > 0; i--) {
      if (random.nextInt(10) == 0) {
        workbench.undo();
      } else {
        actions.one(workbench);
      }
    }
  }

  /// Merges the second into the first; how many things were listed. `base` are the codings of the
  /// library both came of, if there is one: what was taken back here since then stays so.
  private static int check(Workbench one, Workbench two, Set<String> base, String when)
      throws SQLException {
    var theirs = RandomActions.tables(two.folder());
    var before = RandomActions.tables(one.folder());
    var here = codings(one.folder());
    var isCopy = !base.isEmpty();
    var in = new TreeSet<>(here);
    in.addAll(codings(two.folder()));
    var allSaid = new TreeSet<>(said(one.folder()));
    allSaid.addAll(said(two.folder()));
    var done = merge(one, two.folder());
    assertEquals(theirs, RandomActions.tables(two.folder()), when + ": the other is as it was");
    var out = codings(one.folder());
    var listed = new TreeSet<String>();
    done.takenBack().forEach(line -> listed.add(line));
    // also what both did alike in the same moment after they parted is had in common
    var touched = new TreeSet<String>();
    two.history().forEach(step -> step.changes().forEach(change -> touched.add(change.id())));
    for (var coding : in) {
      assertTrue(
          out.contains(coding)
              || done.conflicts().stream().anyMatch(w -> isAbout(w.words(), coding))
              || base.contains(coding) && !here.contains(coding)
              || (base.contains(coding) || isCopy && touched.contains(coding.split("\t")[0]))
                  && listed.stream().anyMatch(line -> isAbout(line, coding)),
          () -> when + " lost " + coding + "; listed " + listed);
    }
    assertTrue(in.containsAll(out), () -> when + " made up codings: " + out + " of " + in);
    if (!isCopy) {
      var laidAside = new TreeSet<>(in);
      laidAside.removeAll(out);
      laidAside.removeIf(
          coding -> done.conflicts().stream().anyMatch(w -> isAbout(w.words(), coding)));
      assertEquals(Set.of(), laidAside, when);
      var now = said(one.folder());
      var lost = new TreeSet<>(allSaid);
      lost.removeAll(now);
      // what was said and taken back here, and comes back, is laid aside
      done.conflicts().forEach(w -> lost.remove(Leaves.key(EditRow.edit(w.body()))));
      // two words on one pair of findings that cannot both hold: the other's is laid aside
      lost.removeIf(line -> line.startsWith("tied ") && !done.conflicts().isEmpty());
      assertEquals(Set.of(), lost, when);
    }
    assertEquals(
        done.conflicts().stream().map(Waiting::id).sorted().toList(),
        one.merging().waiting().stream().map(Waiting::id).sorted().toList(),
        when);
    var names = one.codes().stream().map(c -> c.name().toLowerCase(java.util.Locale.ROOT)).toList();
    assertEquals(names.size(), Set.copyOf(names).size(), () -> when + ": a name twice: " + names);
    assertEquals(List.of(), one.check(false, QUIET), when);
    var after = RandomActions.tables(one.folder());
    var again = merge(one, two.folder());
    assertEquals(0, again.taken(), () -> when + ": merged again it took " + again);
    assertEquals(after, RandomActions.tables(one.folder()), when + ", merged again");
    if (!before.equals(after)) {
      assertTrue(one.undo().orElseThrow().startsWith("Merged library"), when);
      assertEquals(before, RandomActions.tables(one.folder()), when + ", undone");
      one.redo();
      assertEquals(after, RandomActions.tables(one.folder()), when + ", done again");
    }
    return done.conflicts().size() + done.takenBack().size();
  }

  /// Whether a line tells of a coding that was taken back: where, and by whom.
  private static boolean isAbout(String line, String coding) {
    var parts = coding.split("\t");
    return line.startsWith("code on " + parts[0] + " ")
        && line.contains(" by " + parts[1] + ": code: ");
  }

  private void forget(String... names) throws IOException {
    for (var name : names) {
      try (var all = Files.walk(folder.resolve(name))) {
        for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
