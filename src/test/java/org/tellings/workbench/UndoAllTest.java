package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.Target;
import org.tellings.workbench.AgreementDesk.Asked;
import org.tellings.workbench.AgreementDesk.Unit;

/// Random actions of every kind: undoing all of them gives every table back as it was, doing them
/// again gives the end back. `-Dundo.sequences=10000` runs as many sequences.
final class UndoAllTest {

  private static final long SEED = Long.getLong("undo.seed", 20250131);
  private static final int SEQUENCES = Integer.getInteger("undo.sequences", 25);
  private static final List<String> CODERS = List.of("MK", "TL", "ÅSA");
  private static final List<String> NAMES =
      List.of("Evidence", "Shown", "Tone", "Alarm", "Frame", "Theft", "عربي", "😀 mood");

  @TempDir Path folder;
  private final Set<String> done = new HashSet<>();

  @Test
  void undoingAllAndDoingAllAgainComesBackToTheSameTables() throws IOException, SQLException {
    var random = new Random(SEED);
    var in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.txt"),
        "“We never saw a cheaper weir,” said Ada Ortiz on Monday.\nIt cost 5 million crowns.\n");
    Files.writeString(
        in.resolve("b.txt"),
        "Ada Ortiz said on 27 January 2025 that the weir cost 6 million crowns, not 5 million.\n");
    var library = folder.resolve("library");
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      workbench.add(List.of(in), Progress.none());
      for (var n = 0; n < SEQUENCES; n++) {
        var when = "seed " + SEED + ", sequence " + n;
        var before = steps(workbench);
        var start = tables(library);
        for (var i = random.nextInt(12) + 1; i > 0; i--) {
          act(workbench, random);
        }
        var end = tables(library);
        var steps = steps(workbench) - before;
        for (var i = 0; i < steps; i++) {
          workbench.undo();
        }
        assertEquals(start, tables(library), when + ", all undone");
        for (var i = 0; i < steps; i++) {
          workbench.redo();
        }
        assertEquals(end, tables(library), when + ", all done again");
      }
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
    assertTrue(SEQUENCES < 25 || done.size() > 20, () -> "too few kinds of action: " + done);
  }

  private static int steps(Workbench workbench) {
    return workbench.history().size();
  }

  /// One action; what cannot be done as the library is now changes nothing.
  private void act(Workbench workbench, Random random) {
    var what = random.nextInt(29);
    try {
      act(workbench, random, what);
      done.add("action " + what);
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).length() > 5, "a refusal says why");
    }
  }

  private void act(Workbench workbench, Random random, int what) {
    var book = workbench.codebook();
    var coding = workbench.coding();
    switch (what) {
      case 0 -> workbench.confirm(List.of(finding(workbench, random)));
      case 1 -> workbench.reject(List.of(finding(workbench, random)));
      case 2 -> workbench.restore(List.of(finding(workbench, random)));
      case 3 -> workbench.note(finding(workbench, random), "note " + random.nextInt(3));
      case 4 -> workbench.name(finding(workbench, random), "label " + random.nextInt(3));
      case 5 ->
          workbench.describe(
              article(workbench, random),
              Map.of("published", "2025-01-" + (10 + random.nextInt(20))));
      case 6 -> workbench.merge(two(workbench, random));
      case 7 -> {
        var two = two(workbench, random);
        workbench.notSame(two.getFirst(), two.getLast());
      }
      case 8 -> workbench.make(article(workbench, random), Kind.CLAIM, span(random));
      case 9 -> workbench.takeOut(List.of(article(workbench, random)));
      case 10, 11 -> workbench.define(new Code(path(random), random.nextInt(4)));
      case 12 ->
          book.describe(
              code(workbench, random),
              new Code.Sense("means " + random.nextInt(3), "", "no\r\nway", "“x”", "memo 😀"));
      case 13 -> book.rename(code(workbench, random), NAMES.get(random.nextInt(NAMES.size())));
      case 14 ->
          book.move(
              code(workbench, random),
              random.nextBoolean() ? "" : code(workbench, random),
              Optional.empty());
      case 15 -> book.merge(code(workbench, random), code(workbench, random));
      case 16 -> {
        var given = coding.list(CodingDesk.Filter.ALL);
        if (!given.isEmpty()) {
          var one = given.get(random.nextInt(given.size()));
          book.split(
              one.coding().code(), "Part " + random.nextInt(9), List.of(one.coding().target()));
        }
      }
      case 17 -> book.retire(code(workbench, random));
      case 18 -> book.bringBack(code(workbench, random));
      case 19 -> book.remove(code(workbench, random));
      case 20, 21, 22 ->
          coding.give(
              List.of(target(workbench, random)),
              code(workbench, random),
              random.nextInt(4) > 0,
              CODERS.get(random.nextInt(CODERS.size())));
      case 23 -> coding.give(target(workbench, random), new Code(path(random), random.nextInt(10)));
      case 24 -> coding.enrol(CODERS.get(random.nextInt(CODERS.size())), random.nextBoolean());
      case 25 ->
          coding.finish(
              article(workbench, random),
              CODERS.get(random.nextInt(CODERS.size())),
              random.nextBoolean());
      case 26, 27 -> settle(workbench, random);
      default ->
          book.takeIn(
              List.of(new Code(path(random), 0), new Code(path(random), random.nextInt(10))),
              "other");
    }
  }

  private static void settle(Workbench workbench, Random random) {
    var asked = new Asked(CODERS.subList(0, 2), Unit.SENTENCE, true);
    var places = workbench.agreement().places(asked, Optional.empty());
    if (places.isEmpty()) {
      return;
    }
    var place = places.get(random.nextInt(places.size()));
    if (place.settled().isPresent() && random.nextBoolean()) {
      workbench.agreement().open(place.at(), place.code());
    } else {
      workbench
          .agreement()
          .settle(
              place.at(),
              place.code(),
              random.nextBoolean() ? Optional.of(place.at().span()) : Optional.empty(),
              "reason " + random.nextInt(3));
    }
  }

  private static String path(Random random) {
    var own = NAMES.get(random.nextInt(NAMES.size()));
    return random.nextBoolean() ? own : Code.path(NAMES.get(random.nextInt(NAMES.size())), own);
  }

  private static String code(Workbench workbench, Random random) {
    var codes = workbench.codes();
    return codes.isEmpty() ? "none" : codes.get(random.nextInt(codes.size())).name();
  }

  private static Target target(Workbench workbench, Random random) {
    return random.nextBoolean()
        ? finding(workbench, random)
        : workbench.coding().segment(article(workbench, random), span(random));
  }

  private static Span span(Random random) {
    var from = random.nextInt(60);
    return new Span(from, from + 1 + random.nextInt(20));
  }

  private static ArticleId article(Workbench workbench, Random random) {
    var all = workbench.articles();
    if (all.isEmpty()) {
      throw new IllegalArgumentException("all articles are taken out");
    }
    return all.get(random.nextInt(all.size())).id();
  }

  private static FindingId finding(Workbench workbench, Random random) {
    var all = workbench.findings(article(workbench, random)).stream().map(Kept::id).toList();
    return all.get(random.nextInt(all.size()));
  }

  private static List<FindingId> two(Workbench workbench, Random random) {
    return List.of(finding(workbench, random), finding(workbench, random));
  }

  /// Every row of every table but those of the journal itself and of facts.
  private static List<String> tables(Path library) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + library.resolve("library.db"));
        var s = file.createStatement()) {
      List<String> names = new ArrayList<>();
      try (var r =
          s.executeQuery(
              "select name from sqlite_master where type = 'table' and name not in ('journal',"
                  + " 'touched', 'fact') order by name")) {
        while (r.next()) {
          names.add(r.getString(1));
        }
      }
      for (var name : names) {
        try (var r = s.executeQuery("select * from " + name)) {
          while (r.next()) {
            var row = new StringBuilder(name);
            for (var i = 1; i <= r.getMetaData().getColumnCount(); i++) {
              row.append('|').append(r.getString(i));
            }
            rows.add(row.toString());
          }
        }
      }
    }
    return rows;
  }
}
