package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.Target;
import org.tellings.workbench.AgreementDesk.Asked;
import org.tellings.workbench.AgreementDesk.Unit;

/// Random actions of every kind on a library, and its tables to compare.
final class RandomActions {

  private static final List<String> CODERS = List.of("MK", "TL", "ÅSA");
  private static final List<String> NAMES =
      List.of("Evidence", "Shown", "Tone", "Alarm", "Frame", "Theft", "عربي", "😀 mood");

  private final Random random;
  private final Set<String> done = new HashSet<>();

  RandomActions(Random random) {
    this.random = random;
  }

  /// The kinds of action that were done.
  Set<String> done() {
    return done;
  }

  /// One action; what cannot be done as the library is now changes nothing.
  void one(Workbench workbench) {
    var what = random.nextInt(29);
    try {
      act(workbench, what);
      done.add("action " + what);
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).length() > 5, "a refusal says why");
    }
  }

  private void act(Workbench workbench, int what) {
    var book = workbench.codebook();
    var coding = workbench.coding();
    switch (what) {
      case 0 -> workbench.confirm(List.of(finding(workbench)));
      case 1 -> workbench.reject(List.of(finding(workbench)));
      case 2 -> workbench.restore(List.of(finding(workbench)));
      case 3 -> workbench.note(finding(workbench), "note " + random.nextInt(3));
      case 4 -> workbench.name(finding(workbench), "label " + random.nextInt(3));
      case 5 ->
          workbench.describe(
              article(workbench), Map.of("published", "2025-01-" + (10 + random.nextInt(20))));
      case 6 -> workbench.merge(two(workbench));
      case 7 -> {
        var two = two(workbench);
        workbench.notSame(two.getFirst(), two.getLast());
      }
      case 8 -> workbench.make(article(workbench), Kind.CLAIM, span());
      case 9 -> workbench.takeOut(List.of(article(workbench)));
      case 10, 11 -> workbench.define(new Code(path(), random.nextInt(4)));
      case 12 ->
          book.describe(
              code(workbench),
              new Code.Sense("means " + random.nextInt(3), "", "no\r\nway", "“x”", "memo 😀"));
      case 13 -> book.rename(code(workbench), NAMES.get(random.nextInt(NAMES.size())));
      case 14 ->
          book.move(code(workbench), random.nextBoolean() ? "" : code(workbench), Optional.empty());
      case 15 -> book.merge(code(workbench), code(workbench));
      case 16 -> {
        var given = coding.list(CodingDesk.Filter.ALL);
        if (!given.isEmpty()) {
          var one = given.get(random.nextInt(given.size()));
          book.split(
              one.coding().code(), "Part " + random.nextInt(9), List.of(one.coding().target()));
        }
      }
      case 17 -> book.retire(code(workbench));
      case 18 -> book.bringBack(code(workbench));
      case 19 -> book.remove(code(workbench));
      case 20, 21, 22 ->
          coding.give(
              List.of(target(workbench)),
              code(workbench),
              random.nextInt(4) > 0,
              CODERS.get(random.nextInt(CODERS.size())));
      case 23 -> coding.give(target(workbench), new Code(path(), random.nextInt(10)));
      case 24 -> coding.enrol(CODERS.get(random.nextInt(CODERS.size())), random.nextBoolean());
      case 25 ->
          coding.finish(
              article(workbench), CODERS.get(random.nextInt(CODERS.size())), random.nextBoolean());
      case 26, 27 -> settle(workbench);
      default ->
          book.takeIn(List.of(new Code(path(), 0), new Code(path(), random.nextInt(10))), "other");
    }
  }

  private void settle(Workbench workbench) {
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

  private String path() {
    var own = NAMES.get(random.nextInt(NAMES.size()));
    return random.nextBoolean() ? own : Code.path(NAMES.get(random.nextInt(NAMES.size())), own);
  }

  private String code(Workbench workbench) {
    var codes = workbench.codes();
    return codes.isEmpty() ? "none" : codes.get(random.nextInt(codes.size())).name();
  }

  private Target target(Workbench workbench) {
    return random.nextBoolean()
        ? finding(workbench)
        : workbench.coding().segment(article(workbench), span());
  }

  private Span span() {
    var from = random.nextInt(60);
    return new Span(from, from + 1 + random.nextInt(20));
  }

  private ArticleId article(Workbench workbench) {
    var all = workbench.articles();
    if (all.isEmpty()) {
      throw new IllegalArgumentException("all articles are taken out");
    }
    return all.get(random.nextInt(all.size())).id();
  }

  private FindingId finding(Workbench workbench) {
    var all = workbench.findings(article(workbench)).stream().map(Kept::id).toList();
    return all.get(random.nextInt(all.size()));
  }

  private List<FindingId> two(Workbench workbench) {
    return List.of(finding(workbench), finding(workbench));
  }

  /// Every row of every table but those of the journal itself and of facts.
  static List<String> tables(Path library) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + library.resolve("library.db"));
        var s = file.createStatement()) {
      List<String> names = new ArrayList<>();
      try (var r =
          s.executeQuery(
              "select name from sqlite_master where type = 'table' and name not in ('journal',"
                  + " 'touched', 'fact', 'moment', 'past') order by name")) {
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
