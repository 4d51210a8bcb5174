package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.model.Span;

/// Roles against `gold/compare/`: which words are found, which are one office, and which cannot
/// both hold.
final class RoleGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");
  private static final boolean LOUD = System.getenv("GOLD_LOUD") != null;
  private static final Pattern MARK = Pattern.compile("\\[\\[(\\d):([^]]*)]]");

  private record Wanted(String article, Span span, String group) {}

  private record Case(String person, List<Account> accounts, List<Wanted> roles, boolean clash) {}

  private boolean open;
  private int wanted;
  private int found;
  private int right;
  private int pairs;
  private int rightPairs;
  private int cases;
  private int clashes;
  private int given;
  private int rightClashes;

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#halves")
  void findsRolesAndTheirConflicts(String half) throws IOException {
    check(half, GoldParts.isOpen(half) ? 0.90 : 0.80, GoldParts.isOpen(half) ? 0.90 : 0.75);
  }

  private void check(String half, double leastF1, double leastClash) throws IOException {
    open = GoldParts.isOpen(half);
    for (var one : cases(half)) {
      cases++;
      compare(one);
    }
    var f1 = 2.0 * right / (wanted + found);
    var clashF1 = 2.0 * rightClashes / (clashes + given);
    System.out.println(
        String.format(
            Locale.ROOT,
            "roles %s: %d right of %d, found %d, F1 %.3f; pairs of one office %d of %d right;"
                + " conflicts %d right of %d, given %d, F1 %.3f, of %d persons",
            half,
            right,
            wanted,
            found,
            f1,
            rightPairs,
            pairs,
            rightClashes,
            clashes,
            given,
            clashF1,
            cases));
    assertTrue(cases >= 20, half + " has too few cases: " + cases);
    assertTrue(f1 >= leastF1, half + " F1 " + f1);
    assertTrue(clashF1 >= leastClash, half + " conflicts F1 " + clashF1);
  }

  private void compare(Case one) {
    var roles = new Roles();
    one.accounts().forEach(roles::take);
    var role = roles.things().stream().filter(r -> r.speaker().equals(one.person())).findFirst();
    List<Role.Called> calls = role.map(Role::calls).orElse(List.of());
    found += calls.stream().mapToInt(call -> call.tellings().size()).sum();
    wanted += one.roles().size();
    List<Optional<Integer>> groups = new ArrayList<>();
    for (var gold : one.roles()) {
      Optional<Integer> group = Optional.empty();
      for (var i = 0; i < calls.size(); i++) {
        for (var told : calls.get(i).tellings()) {
          var place = told.place();
          if (place.article().value().equals(gold.article()) && place.span().equals(gold.span())) {
            group = Optional.of(i);
          }
        }
      }
      groups.add(group);
      right += group.isPresent() ? 1 : 0;
      if (group.isEmpty()) {
        say("missed in " + one.person() + ": " + gold + " found " + calls);
      }
    }
    for (var i = 0; i < groups.size(); i++) {
      for (var k = i + 1; k < groups.size(); k++) {
        var same = one.roles().get(i).group().equals(one.roles().get(k).group());
        pairs++;
        if (groups.get(i).isPresent()
            && groups.get(k).isPresent()
            && groups.get(i).equals(groups.get(k)) == same) {
          rightPairs++;
        } else {
          say("pair of " + one.person() + " " + i + " " + k + ": " + calls);
        }
      }
    }
    var conflict = role.filter(Role::conflict).isPresent();
    clashes += one.clash() ? 1 : 0;
    given += conflict ? 1 : 0;
    rightClashes += conflict && one.clash() ? 1 : 0;
    if (conflict != one.clash()) {
      say("conflict of " + one.person() + " is " + conflict + ": " + role.map(Role::why));
    }
  }

  private static List<Case> cases(String half) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (var block :
        Files.readString(GOLD.resolve(half).resolve("roles.txt")).strip().split("\\n\\s*\\n")) {
      var lines =
          block.lines().filter(line -> !line.startsWith("#") && !line.startsWith("== ")).toList();
      if (!lines.isEmpty()) {
        cases.add(gold(lines));
      }
    }
    return cases;
  }

  private static Case gold(List<String> lines) {
    var person = lines.getFirst().substring("person | ".length());
    List<Account> accounts = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    for (var line : lines.subList(1, lines.size() - 1)) {
      var fields = line.split(" \\| ", 3);
      var heading =
          Heading.NONE
              .withOutlet(new Outlet(fields[0]))
              .withPublished(Optional.of(new Dated(fields[1], "gold")));
      var text = MARK.matcher(fields[2]).replaceAll("$2");
      var article = Article.of("gold.txt", heading, text, List.of());
      var mark = MARK.matcher(fields[2]);
      var off = 0;
      while (mark.find()) {
        var start = mark.start() - off;
        var span = new Span(start, start + mark.group(2).length());
        assertEquals(mark.group(2), span.in(text));
        wanted.add(new Wanted(article.id().value(), span, mark.group(1)));
        off += mark.group().length() - mark.group(2).length();
      }
      accounts.add(Accounts.of(article));
    }
    return new Case(person, accounts, wanted, lines.getLast().equals("= conflict"));
  }

  private void say(String what) {
    if (LOUD && open) {
      System.out.println(what);
    }
  }
}
