package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tellings.model.Article;
import org.tellings.model.Outlet;

/// How each outlet tells, counted from the other registers.
final class PracticeTest {

  private static Comparison comparison() throws IOException {
    var comparison = new Comparison();
    Samples.accounts().forEach(comparison::take);
    return comparison;
  }

  @Test
  void everyOutletIsThereWithItsArticlesAndWords() throws IOException {
    var accounts = Samples.accounts();
    var practices = comparison().practices();
    assertEquals(
        accounts.stream().map(a -> a.article().heading().outlet()).distinct().sorted().toList(),
        practices.stream().map(Practice::outlet).toList());
    for (var practice : practices) {
      var own =
          accounts.stream()
              .map(Account::article)
              .filter(article -> article.heading().outlet().equals(practice.outlet()))
              .toList();
      assertEquals(own.size(), practice.articles());
      assertEquals(own.stream().mapToInt(Article::words).sum(), practice.words());
    }
  }

  @Test
  void whatIsCountedIsWhatTheOtherRegistersList() throws IOException {
    var comparison = comparison();
    var practices = comparison.practices();
    assertEquals(
        comparison.unnamed().stream().mapToInt(u -> u.tellings().size()).sum(),
        practices.stream().mapToInt(p -> p.unnamed().size()).sum());
    assertEquals(
        comparison.misnamings().stream().mapToInt(m -> m.tellings().size()).sum(),
        practices.stream().mapToInt(p -> p.misnamed().size()).sum());
    assertEquals(
        comparison.propositions().stream().mapToInt(p -> p.drops().size()).sum(),
        practices.stream().mapToInt(p -> p.drops().size()).sum());
    Set<Outlet> strangers = new HashSet<>();
    for (var practice : practices) {
      practice.unnamed().forEach(place -> strangers.add(place.heading().outlet()));
      strangers.remove(practice.outlet());
      assertEquals(Set.of(), strangers, () -> "places of others at " + practice.outlet());
    }
  }

  @Test
  void theRateIsForAThousandWords() throws IOException {
    var places = comparison().unnamed().getFirst().tellings();
    var three = List.of(places.getFirst(), places.getFirst(), places.getFirst());
    assertEquals(
        1.5, new Practice(Outlet.UNKNOWN, 2, 2000, three, List.of(), List.of()).unnamedRate());
    assertEquals(
        0, new Practice(Outlet.UNKNOWN, 0, 0, List.of(), List.of(), List.of()).unnamedRate());
  }

  @Test
  void anArticleThatLeftIsCountedNoMore() throws IOException {
    var accounts = Samples.accounts();
    var all = comparison();
    all.practices();
    var gone = accounts.getFirst().article();
    all.leave(gone.id());
    var rest = new Comparison();
    accounts.stream().skip(1).forEach(rest::take);
    assertEquals(rest.practices(), all.practices());
  }
}
