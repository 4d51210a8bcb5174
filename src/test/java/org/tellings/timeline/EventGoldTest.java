package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.compare.Account;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.model.Span;

/// Events against `gold/timeline/`: which tellings belong together, and when the thing happened.
final class EventGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/timeline");
  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;

  private record Line(String key, String text, Account account, Span date) {}

  private record Pool(String name, Map<String, String> events, List<Line> lines) {}

  @Test
  void tuningHalf() throws IOException {
    check("tuning", LOUD);
  }

  @Test
  void heldHalf() throws IOException {
    check("held", false);
  }

  private static void check(String half, boolean loud) throws IOException {
    var right = 0;
    var said = 0;
    var gold = 0;
    var dated = 0;
    var events = 0;
    for (var pool : pools(half)) {
      var found = found(pool);
      for (var i = 0; i < pool.lines().size(); i++) {
        for (var k = i + 1; k < pool.lines().size(); k++) {
          var a = pool.lines().get(i);
          var b = pool.lines().get(k);
          var one = found.get(a);
          var together = one != null && one.equals(found.get(b));
          var same = a.key().equals(b.key());
          right += together && same ? 1 : 0;
          said += together ? 1 : 0;
          gold += same ? 1 : 0;
          if (loud && together != same) {
            print(
                "%s %s/%s: %s | %s",
                same ? "apart" : "TOGETHER", a.key(), b.key(), a.text(), b.text());
          }
        }
      }
      for (var entry : pool.events().entrySet()) {
        events++;
        var first = pool.lines().stream().filter(l -> l.key().equals(entry.getKey())).findFirst();
        var when = first.map(found::get).map(event -> event.when().edtf()).orElse("none");
        dated += when.equals(entry.getValue()) ? 1 : 0;
        if (loud && !when.equals(entry.getValue())) {
          print("dated %s, not %s: %s", when, entry.getValue(), entry.getKey());
        }
      }
    }
    var f1 = 2.0 * right / Math.max(1, said + gold);
    print(
        "events %s: pairs %d right of %d, said %d, precision %.3f, recall %.3f, F1 %.3f; dated"
            + " right %d of %d",
        half,
        right,
        gold,
        said,
        (double) right / Math.max(1, said),
        (double) right / gold,
        f1,
        dated,
        events);
    assertTrue(f1 >= 0.85, half + " pairwise F1 " + f1);
    assertTrue(dated >= 0.95 * events, half + " dated right " + dated + " of " + events);
  }

  static List<Account> accounts(String half) throws IOException {
    return pools(half).stream().flatMap(pool -> pool.lines().stream()).map(Line::account).toList();
  }

  private static Map<Line, Event> found(Pool pool) {
    var timeline = new Timeline();
    pool.lines().forEach(line -> timeline.take(line.account()));
    Map<Line, Event> found = new HashMap<>();
    for (var event : timeline.events()) {
      for (var told : event.tellings()) {
        for (var line : pool.lines()) {
          if (line.account().article().id().equals(told.dating().article())
              && line.date().overlaps(told.dating().kept().finding().span())) {
            found.put(line, event);
          }
        }
      }
    }
    return found;
  }

  private static List<Pool> pools(String half) throws IOException {
    List<Pool> pools = new ArrayList<>();
    for (var line : Files.readAllLines(GOLD.resolve(half).resolve("events.txt"))) {
      if (line.startsWith("== ")) {
        pools.add(new Pool(line.substring(3), new java.util.TreeMap<>(), new ArrayList<>()));
      } else if (!line.startsWith("#") && line.contains(" | ")) {
        pools.getLast().lines().add(line(line));
      } else if (!line.startsWith("#") && line.contains(" = ")) {
        var fields = line.split(" = ", 3);
        pools.getLast().events().put(fields[0], fields[1]);
      }
    }
    return pools;
  }

  private static Line line(String line) {
    var fields = line.split(" \\| ", 4);
    var marked = fields[3];
    var span = new Span(marked.indexOf("[["), marked.indexOf("]]") - 2);
    var text = marked.replace("[[", "").replace("]]", "");
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[1]))
            .withPublished(Optional.of(new Dated(fields[2], "gold")));
    var article = Article.of("gold.txt", heading, text, List.of());
    return new Line(fields[0], marked, Accounts.of(article), span);
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
