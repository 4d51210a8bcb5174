package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tellings.compare.Calling.Standing;
import org.tellings.compare.Role.Called;
import org.tellings.compare.Role.Clash;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Tie;

/// What people are called, by the rule of `docs/method.md`, “Roles”.
///
/// Reads each article once; grouped when asked. Ties between findings say nothing about it.
final class Roles implements Grouping<Role> {

  /// A calling where an article has it.
  record Seen(Passage.Place place, Calling calling) {

    Role.Told told() {
      return new Role.Told(place, calling.words());
    }

    String day() {
      return place.heading().published().map(Dated::day).orElse("");
    }
  }

  private static final Comparator<Seen> EARLIEST =
      Comparator.comparing((Seen seen) -> seen.day().isEmpty() ? "9999" : seen.day())
          .thenComparing(seen -> seen.place().article())
          .thenComparing(seen -> seen.place().span());

  private final Map<ArticleId, List<Seen>> articles = new HashMap<>();

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var seen =
        GivenRoles.over(account, new CallingReader(account, account.prose()).read()).stream()
            .map(c -> new Seen(Passage.Place.of(account.article(), c.span()), c))
            .toList();
    if (!seen.isEmpty()) {
      articles.put(account.article().id(), seen);
    }
  }

  @Override
  public void leave(ArticleId article) {
    articles.remove(article);
  }

  @Override
  public void tie(Collection<Tie> ties) {
    // what somebody is called is no finding
  }

  /// By name of the person.
  @Override
  public List<Role> things() {
    Map<String, List<Seen>> people = new TreeMap<>();
    for (var seen : articles.values()) {
      for (var one : seen) {
        people.computeIfAbsent(one.calling().person(), _ -> new ArrayList<>()).add(one);
      }
    }
    joinSurnames(people);
    List<Role> roles = new ArrayList<>();
    people.forEach((name, seen) -> roles.add(role(name, seen)));
    return roles;
  }

  /// “Sacks” is David Sacks where only one full name ends so.
  private static void joinSurnames(Map<String, List<Seen>> people) {
    Map<String, List<String>> bySurname = new HashMap<>();
    for (var name : people.keySet()) {
      var blank = name.lastIndexOf(' ');
      if (blank > 0) {
        bySurname.computeIfAbsent(name.substring(blank + 1), _ -> new ArrayList<>()).add(name);
      }
    }
    for (var entry : bySurname.entrySet()) {
      var alone = people.get(entry.getKey());
      var full = people.get(entry.getValue().getFirst());
      if (entry.getValue().size() == 1 && alone != null && full != null) {
        full.addAll(alone);
        people.remove(entry.getKey());
      }
    }
  }

  private static Role role(String name, List<Seen> seen) {
    var groups = groups(seen);
    var clashes = clashes(name, groups);
    return new Role(
        Ids.of("role", name),
        name,
        groups.stream().map(Roles::called).toList(),
        !clashes.isEmpty(),
        clashes.isEmpty() ? agree(groups) : clashes.getFirst().why(),
        clashes);
  }

  /// Callings of one office, rank and standing whose bodies and fields go together. Those that tell
  /// most come first, so that “its chief executive” joins the firm that is named.
  private static List<List<Seen>> groups(List<Seen> seen) {
    var byDetail =
        seen.stream()
            .sorted(
                Comparator.comparingInt((Seen one) -> -one.calling().detail())
                    .thenComparing(EARLIEST))
            .toList();
    List<List<Seen>> groups = new ArrayList<>();
    for (var one : byDetail) {
      groups.stream()
          .filter(group -> isOf(group, one))
          .max(
              Comparator.comparing((List<Seen> group) -> isIn(group, one))
                  .thenComparing(group -> -groups.indexOf(group)))
          .ifPresentOrElse(
              group -> group.add(one), () -> groups.add(new ArrayList<>(List.of(one))));
    }
    groups.forEach(group -> group.sort(EARLIEST));
    groups.sort(Comparator.comparing(List::getFirst, EARLIEST));
    return groups;
  }

  private static boolean isOf(List<Seen> group, Seen one) {
    var first = group.getFirst().calling();
    return first.office().equals(one.calling().office())
        && first.rank().equals(one.calling().rank())
        && first.standing() == one.calling().standing()
        && group.stream().allMatch(other -> other.calling().goesWith(one.calling()));
  }

  private static boolean isIn(List<Seen> group, Seen one) {
    return group.stream().anyMatch(o -> o.place().article().equals(one.place().article()));
  }

  private static Called called(List<Seen> group) {
    var fullest =
        group.stream()
            .max(
                Comparator.comparingInt((Seen one) -> one.calling().detail())
                    .thenComparing(EARLIEST.reversed()))
            .orElseThrow();
    return new Called(fullest.calling().words(), group.stream().map(Seen::told).toList());
  }

  private static List<Clash> clashes(String name, List<List<Seen>> groups) {
    var together = together(groups);
    List<Clash> clashes = new ArrayList<>();
    for (var i = 0; i < groups.size(); i++) {
      for (var k = i + 1; k < groups.size(); k++) {
        clash(name, groups.get(i), groups.get(k), together, clashes);
      }
    }
    return clashes;
  }

  /// Offices that one article gives for two bodies: who has both there may have both.
  private static Set<String> together(List<List<Seen>> groups) {
    Map<String, Integer> groupsOf = new HashMap<>();
    for (var group : groups) {
      group.stream()
          .filter(one -> one.calling().standing() == Standing.HOLDS)
          .map(one -> one.calling().office() + "|" + one.place().article())
          .distinct()
          .forEach(key -> groupsOf.merge(key, 1, Integer::sum));
    }
    Set<String> together = new HashSet<>();
    groupsOf.forEach(
        (key, n) -> {
          if (n > 1) {
            together.add(key.substring(0, key.indexOf('|')));
          }
        });
    return together;
  }

  private static void clash(
      String name, List<Seen> one, List<Seen> other, Set<String> together, List<Clash> clashes) {
    for (var a : one) {
      for (var b : other) {
        var why = RoleClash.why(a, b, together);
        if (why.isPresent()) {
          clashes.add(
              new Clash(
                  said(a)
                      + " calls "
                      + name
                      + " “"
                      + a.calling().words()
                      + "”, "
                      + said(b)
                      + " “"
                      + b.calling().words()
                      + "”: "
                      + why.get()
                      + ".",
                  a.told(),
                  b.told()));
          return;
        }
      }
    }
  }

  private static String said(Seen seen) {
    var outlet = seen.place().heading().outlet();
    return (outlet.isKnown() ? outlet.name() : seen.place().file())
        + (seen.day().isEmpty() ? "" : " (" + seen.day() + ")");
  }

  private static String agree(List<List<Seen>> groups) {
    if (groups.size() == 1) {
      return groups.getFirst().stream()
                  .map(one -> one.calling().words().toLowerCase(Locale.ROOT))
                  .distinct()
                  .count()
              == 1
          ? "Called the same everywhere."
          : "Different words for the same office.";
    }
    var offices = groups.stream().map(group -> group.getFirst().calling().office()).distinct();
    return offices.count() == groups.size()
        ? "Different offices, which one person can hold."
        : "The same office at different times, or of bodies that one article names together.";
  }
}
