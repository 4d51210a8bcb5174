package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.State;
import org.tellings.model.Waiting;

/// Two libraries become one, and nothing is dropped. `-Dmerge.rounds=1000` merges as many.
final class MergeTest {

  private static final Progress QUIET = Progress.none();
  private static final long SEED = Long.getLong("merge.seed", 20250131);
  private static final int ROUNDS = Integer.getInteger("merge.rounds", 12);

  @TempDir Path folder;

  private Path texts() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.txt"),
        "“We never saw a cheaper weir,” said Ada Ortiz on Monday.\nIt cost 5 million crowns.\n");
    Files.writeString(
        in.resolve("b.txt"),
        "Ada Ortiz said on 27 January 2025 that the weir cost 6 million crowns, not 5 million.\n");
    return in;
  }

  private Workbench open(String name) {
    return Workbench.open(folder.resolve(name), true, QUIET);
  }

  private Workbench filled(String name) throws IOException {
    var workbench = open(name);
    workbench.add(List.of(texts()), QUIET);
    return workbench;
  }

  private Path copied(String from, String to) throws IOException {
    var source = folder.resolve(from);
    var target = folder.resolve(to);
    try (var all = Files.walk(source)) {
      for (var one : all.toList()) {
        Files.copy(one, target.resolve(source.relativize(one).toString()));
      }
    }
    return target;
  }

  private static MergeDesk.Merged merge(Workbench into, Path from) {
    return into.merging().merge(from, false, QUIET).orElseThrow();
  }

  private static FindingId first(Workbench workbench, String file, Kind kind) {
    return workbench.findings(workbench.resolve(file).orElseThrow()).stream()
        .map(Kept::id)
        .filter(id -> id.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

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
    var random = new Random(SEED);
    var conflicts = 0;
    for (var n = 0; n < ROUNDS; n++) {
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
    var random = new Random(SEED + 1);
    var takenBack = 0;
    for (var n = 0; n < ROUNDS; n++) {
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
    for (var coding : in) {
      assertTrue(
          out.contains(coding)
              || base.contains(coding) && !here.contains(coding)
              || base.contains(coding)
                  && listed.stream().anyMatch(line -> line.startsWith("coded " + coding)),
          () -> when + " lost " + coding + "; listed " + listed);
    }
    assertTrue(in.containsAll(out), () -> when + " made up codings: " + out + " of " + in);
    if (!isCopy) {
      assertEquals(in, out, when);
      var now = said(one.folder());
      var lost = new TreeSet<>(allSaid);
      lost.removeAll(now);
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

  private void forget(String... names) throws IOException {
    for (var name : names) {
      try (var all = Files.walk(folder.resolve(name))) {
        for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  // -- cases --

  @Test
  void whatOneCoderDidOfflineComesInOneStep() throws IOException {
    try (var one = filled("one")) {
      one.coder("AB");
      one.define(new Code("weir", 1));
    }
    copied("one", "two");
    try (var one = open("one");
        var two = open("two")) {
      two.coder("CD");
      var c = folder.resolve("c.txt");
      Files.writeString(c, "“Nobody crossed the bridge,” said Ada Lind on Tuesday.\n");
      two.add(List.of(c), QUIET);
      var quote = first(two, "a.txt", Kind.QUOTE);
      two.confirm(List.of(quote));
      two.code(List.of(quote), "weir", true);
      two.note(first(two, "c.txt", Kind.QUOTE), "from the ferry");
      one.reject(List.of(first(one, "b.txt", Kind.FIGURE)));
      var done = merge(one, two.folder());
      assertEquals(List.of(), done.conflicts());
      assertEquals(1, done.articles());
      assertEquals(3, one.size());
      assertEquals(State.CONFIRMED, one.finding(quote).orElseThrow().state());
      assertEquals(List.of("weir"), one.finding(quote).orElseThrow().codes());
      assertEquals(
          "from the ferry", one.finding(first(one, "c.txt", Kind.QUOTE)).orElseThrow().note());
      assertTrue(one.original(one.resolve("c.txt").orElseThrow()).isPresent());
      assertEquals(
          1, one.find(Query.parse("bridge"), Hits.Order.OLDEST, 0, 9).total(), "it is found");
      assertEquals(
          "Merged library “two”: 1 article, 3 decisions", one.history().getFirst().words());
      assertEquals(List.of(), one.check(false, QUIET));
    }
    try (var one = open("one")) {
      one.undo();
      assertEquals(2, one.size(), "after a restart too");
      assertEquals(0, one.find(Query.parse("bridge"), Hits.Order.OLDEST, 0, 9).total());
    }
  }

  @Test
  void aConflictIsLaidAsideAndSettledOnceAndForAll() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      one.coder("AB");
      two.coder("CD");
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.confirm(List.of(quote));
      two.reject(List.of(quote));
      one.note(quote, "ours");
      two.note(quote, "theirs");
      two.name(quote, "A cheap weir");
      var done = merge(one, two.folder());
      assertEquals(2, done.conflicts().size(), done.conflicts()::toString);
      assertEquals(State.CONFIRMED, one.finding(quote).orElseThrow().state());
      var words = done.conflicts().stream().map(Waiting::words).sorted().toList();
      assertTrue(words.getLast().contains("state: confirmed → rejected"), words::toString);
      assertTrue(words.getLast().contains("(here AB, there CD)"), words::toString);
      for (var waiting : one.merging().waiting()) {
        one.merging()
            .settle(
                List.of(waiting.id()),
                waiting.words().startsWith("note")
                    ? MergeDesk.Choice.BOTH
                    : MergeDesk.Choice.THEIRS);
      }
      assertEquals(State.REJECTED, one.finding(quote).orElseThrow().state());
      assertEquals("ours\n\ntheirs", one.finding(quote).orElseThrow().note());
      assertEquals(List.of(), one.merging().waiting());
      assertEquals(List.of(), merge(one, two.folder()).conflicts(), "settled is settled");
      one.undo();
      assertEquals(1, one.merging().waiting().size(), "settling can be undone");
    }
  }

  @Test
  void theOthersWordOnAHeadingTakesOnlyTheFieldsInConflict() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var article = one.resolve("a.txt").orElseThrow();
      one.describe(article, Map.of("title", "The weir", "byline", "Jo Lind"));
      two.describe(article, Map.of("title", "A weir"));
      assertEquals(1, merge(one, two.folder()).conflicts().size());
      one.describe(article, Map.of("byline", "Jo Lindqvist", "outlet", "The River"));
      var waiting = one.merging().waiting().stream().map(Waiting::id).toList();
      assertEquals(1, waiting.size());
      one.merging().settle(waiting, MergeDesk.Choice.THEIRS);
      var heading = one.article(article).orElseThrow().heading();
      assertEquals("A weir", heading.title());
      assertEquals("Jo Lindqvist", heading.byline(), "what was not in conflict stays");
      assertEquals("The River", heading.outlet().name());
      assertEquals(List.of(), merge(one, two.folder()).conflicts(), "settled is settled");
    }
  }

  @Test
  void theOthersWordThatAFieldIsEmptyIsTaken() throws IOException {
    try (var one = filled("one")) {
      var article = one.resolve("a.txt").orElseThrow();
      one.describe(article, Map.of("byline", "Jo"));
      try (var two = Workbench.open(copied("one", "two"), true, QUIET)) {
        one.describe(article, Map.of("byline", "Jo Lind"));
        two.describe(article, Map.of("byline", ""));
        assertEquals(1, merge(one, two.folder()).conflicts().size());
      }
      one.describe(article, Map.of("title", "The weir"));
      one.merging()
          .settle(List.of(one.merging().waiting().getFirst().id()), MergeDesk.Choice.THEIRS);
      var heading = one.article(article).orElseThrow().heading();
      assertEquals("", heading.byline());
      assertEquals("The weir", heading.title());
    }
  }

  @Test
  void theOthersLaterWordComesWithTheNextMerge() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      two.confirm(List.of(quote));
      merge(one, two.folder());
      one.note(quote, "mine");
      two.reject(List.of(quote));
      var done = merge(one, two.folder());
      assertEquals(List.of(), done.conflicts(), "only the other changed it since");
      assertEquals(State.REJECTED, one.finding(quote).orElseThrow().state());
      one.confirm(List.of(quote));
      assertEquals(0, merge(one, two.folder()).taken(), "nothing is new there");
      assertEquals(State.CONFIRMED, one.finding(quote).orElseThrow().state());
    }
  }

  @Test
  void codesOfOneNameAndVersionsOfTheCodebookGoTogether() throws IOException {
    try (var one = filled("one");
        var two = filled("two")) {
      var quote = first(one, "a.txt", Kind.QUOTE);
      one.coder("AB");
      one.define(new Code("Tone", 1));
      one.code(List.of(quote), "Tone", true);
      two.coder("CD");
      two.define(new Code("Mood", 1));
      two.code(List.of(quote), "Mood", true);
      two.codebook().describe("Mood", new Code.Sense("how it sounds", "", "", "", ""));
      two.codebook().rename("Mood", "Tone");
      two.code(List.of(first(two, "b.txt", Kind.FIGURE)), "Tone", true);
      var done = merge(one, two.folder());
      assertEquals(List.of(), done.conflicts());
      assertEquals(
          List.of("Tone", "Tone (2)"), one.codes().stream().map(Code::name).sorted().toList());
      assertEquals(3, one.coding().list(CodingDesk.Filter.ALL).size());
      assertEquals(List.of("Tone", "Tone (2)"), one.finding(quote).orElseThrow().codes());
      for (var used : one.codebook().used()) {
        var book = one.codebook().version(used.version());
        assertFalse(book.codes().isEmpty(), () -> "version " + used.version());
      }
      var mood =
          one.coding().list(CodingDesk.Filter.ALL).stream()
              .map(c -> c.coding())
              .filter(c -> c.coder().equals("CD") && c.target().equals(quote))
              .findFirst()
              .orElseThrow();
      assertEquals(
          List.of("Mood"),
          one.codebook().version(mood.version()).codes().stream().map(Code::name).toList(),
          "it knows the codebook it was given under");
    }
  }

  @Test
  void whatCannotBeMergedIsRefusedAndAPreviewChangesNothing() throws IOException, SQLException {
    try (var one = filled("one");
        var two = filled("two")) {
      two.confirm(List.of(first(two, "a.txt", Kind.QUOTE)));
      var before = RandomActions.tables(one.folder());
      var seen = one.merging().merge(two.folder(), true, QUIET).orElseThrow();
      assertEquals(1, seen.taken());
      assertEquals(before, RandomActions.tables(one.folder()));
      assertThrows(
          IllegalArgumentException.class, () -> one.merging().merge(one.folder(), false, QUIET));
      assertThrows(
          IllegalArgumentException.class,
          () -> one.merging().merge(folder.resolve("in"), false, QUIET));
      assertThrows(
          IllegalArgumentException.class,
          () -> one.merging().settle(List.of("nothing"), MergeDesk.Choice.OURS));
      assertEquals(
          Optional.empty(),
          one.merging()
              .merge(
                  two.folder(),
                  false,
                  new Progress() {
                    @Override
                    public void at(int done, int total, String what) {}

                    @Override
                    public boolean isCancelled() {
                      return true;
                    }
                  }));
      assertEquals(before, RandomActions.tables(one.folder()));
    }
  }

  @Test
  void whatWaitsForItsArticleIsAttachedWhenItComes() throws IOException {
    var in = texts();
    String pack;
    try (var one = filled("one")) {
      one.confirm(List.of(first(one, "a.txt", Kind.QUOTE), first(one, "b.txt", Kind.FIGURE)));
      pack = one.pack(QUIET);
    }
    var file = Files.writeString(folder.resolve("of-one.pack"), pack);
    try (var two = open("two")) {
      two.add(List.of(in.resolve("a.txt")), QUIET);
      var done = merge(two, file);
      assertEquals(1, done.taken());
      assertEquals(1, done.lost().size());
      assertEquals(1, two.merging().waiting().size());
      assertEquals(0, merge(two, file).taken(), "offered again it waits once");
      assertEquals(1, two.merging().waiting().size());
    }
    try (var two = open("two")) {
      two.add(List.of(in.resolve("b.txt")), QUIET);
      assertEquals(
          "Attached 1 decision that waited for its article", two.history().getFirst().words());
      assertEquals(List.of(), two.merging().waiting());
      assertEquals(
          State.CONFIRMED, two.finding(first(two, "b.txt", Kind.FIGURE)).orElseThrow().state());
    }
  }
}
