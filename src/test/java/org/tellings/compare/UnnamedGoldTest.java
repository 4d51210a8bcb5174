package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.model.Span;

/// Unnamed sources against `gold/compare/`: which are found, how many persons they claim, where
/// they say they stand, and why they are not named.
final class UnnamedGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");
  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;

  private record Wanted(Span span, String count, String position, String reason) {}

  private record Case(Account account, List<Wanted> wanted) {}

  private int found;
  private int wanted;
  private int right;
  private int counts;
  private int positions;
  private int reasons;

  @Test
  void tuningHalf() throws IOException {
    check("tuning", 0.90, 0.85);
  }

  private void check(String half, double leastF1, double leastFields) throws IOException {
    var cases = cases(half);
    assertTrue(cases.size() >= 60, half + " has too few cases: " + cases.size());
    cases.forEach(this::compare);
    var f1 = 2.0 * right / (found + wanted);
    print(
        "unnamed %s: %d right of %d, found %d, precision %.3f, recall %.3f, F1 %.3f;"
            + " of the right ones count %.3f, position %.3f, reason %.3f",
        half,
        right,
        wanted,
        found,
        (double) right / found,
        (double) right / wanted,
        f1,
        (double) counts / right,
        (double) positions / right,
        (double) reasons / right);
    assertTrue(f1 >= leastF1, half + " F1 " + f1);
    assertTrue(counts + positions + reasons >= 3 * leastFields * right, half + " fields");
  }

  private void compare(Case one) {
    var account = one.account();
    var sightings = new SightingReader(account, new Prose(account)).read();
    found += sightings.size();
    wanted += one.wanted().size();
    for (var gold : one.wanted()) {
      var hit = sightings.stream().filter(s -> isSame(s.span(), gold.span())).findFirst();
      if (hit.isEmpty()) {
        say("missed: " + gold.span().in(account.article().text()));
        continue;
      }
      right++;
      counts += same("count", gold.count(), hit.get().count().map(String::valueOf), "?");
      positions += same("position", gold.position(), hit.get().position(), "-");
      reasons += same("reason", gold.reason(), hit.get().reason(), "-");
    }
    for (var sighting : sightings) {
      if (one.wanted().stream().noneMatch(gold -> isSame(sighting.span(), gold.span()))) {
        say("too much: " + sighting.text() + " | " + account.article().text());
      }
    }
  }

  /// The same beginning, and no more than a third longer or shorter.
  private static boolean isSame(Span one, Span other) {
    var shorter = Math.min(one.length(), other.length());
    var longer = Math.max(one.length(), other.length());
    return one.start() == other.start() && 3 * shorter >= 2 * longer;
  }

  private static int same(String field, String gold, Optional<String> read, String none) {
    var is = read.orElse(none);
    if (!is.equals(gold)) {
      say(field + " is “" + is + "”, not “" + gold + "”");
    }
    return is.equals(gold) ? 1 : 0;
  }

  private static List<Case> cases(String half) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (var block :
        Files.readString(GOLD.resolve(half).resolve("unnamed.txt")).strip().split("\\n\\s*\\n")) {
      var lines =
          block.lines().filter(line -> !line.startsWith("#") && !line.startsWith("== ")).toList();
      if (!lines.isEmpty()) {
        cases.add(gold(lines));
      }
    }
    return cases;
  }

  private static Case gold(List<String> lines) {
    var fields = lines.getFirst().split(" \\| ", 3);
    var marked = fields[2];
    var text = new StringBuilder();
    List<Wanted> wanted = new ArrayList<>();
    var from = 0;
    for (var line : lines.subList(1, lines.size())) {
      var said = line.substring(2).split(" \\| ");
      var open = marked.indexOf("[[", from);
      var close = marked.indexOf("]]", open);
      text.append(marked, from, open);
      var start = text.length();
      text.append(marked, open + 2, close);
      wanted.add(new Wanted(new Span(start, text.length()), said[0], said[1], said[2]));
      from = close + 2;
    }
    text.append(marked.substring(from));
    assertTrue(text.indexOf("[[") < 0, lines::toString);
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[0]))
            .withPublished(Optional.of(new Dated(fields[1], "gold")));
    return new Case(
        Accounts.of(Article.of("gold.txt", heading, text.toString(), List.of())), wanted);
  }

  private static void say(String what) {
    if (LOUD) {
      System.out.println(what);
    }
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
