package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Outlet;
import org.tellings.model.Tie;

/// Counts, outlet by outlet, what the other registers found.
final class Practices implements Grouping<Practice> {

  private static final Comparator<Passage.Place> EARLIEST =
      Comparator.comparing(
              (Passage.Place place) -> place.heading().published().map(Dated::value).orElse("9999"))
          .thenComparing(Passage.Place::article)
          .thenComparing(Passage.Place::span);

  private final Supplier<List<Unnamed>> unnamed;
  private final Supplier<List<Misnaming>> misnamings;
  private final Supplier<List<Proposition>> propositions;
  private final Map<ArticleId, Printed> articles = new HashMap<>();

  private record Printed(Outlet outlet, int words) {}

  /// What is gathered of one outlet.
  private static final class Draft {
    int articles;
    int words;
    final List<Passage.Place> unnamed = new ArrayList<>();
    final List<Telling> misnamed = new ArrayList<>();
    final List<Proposition.Drop> drops = new ArrayList<>();

    Practice practice(Outlet outlet) {
      unnamed.sort(EARLIEST);
      misnamed.sort(Telling.EARLIEST);
      drops.sort(Comparator.comparing(drop -> drop.to().telling(), Telling.EARLIEST));
      return new Practice(outlet, articles, words, unnamed, misnamed, drops);
    }
  }

  Practices(
      Supplier<List<Unnamed>> unnamed,
      Supplier<List<Misnaming>> misnamings,
      Supplier<List<Proposition>> propositions) {
    this.unnamed = unnamed;
    this.misnamings = misnamings;
    this.propositions = propositions;
  }

  @Override
  public void take(Account account) {
    var article = account.article();
    articles.put(article.id(), new Printed(article.heading().outlet(), article.words()));
  }

  @Override
  public void leave(ArticleId article) {
    articles.remove(article);
  }

  @Override
  public void tie(Collection<Tie> ties) {
    // what people tied is in the propositions
  }

  /// By name of the outlet; articles of no known outlet are counted together, first.
  @Override
  public List<Practice> things() {
    Map<Outlet, Draft> drafts = new TreeMap<>();
    for (var printed : articles.values()) {
      var draft = drafts.computeIfAbsent(printed.outlet(), _ -> new Draft());
      draft.articles++;
      draft.words += printed.words();
    }
    for (var source : unnamed.get()) {
      source.tellings().forEach(place -> draft(drafts, place.article()).unnamed.add(place));
    }
    for (var misnaming : misnamings.get()) {
      misnaming.tellings().forEach(one -> draft(drafts, one.article()).misnamed.add(one));
    }
    for (var proposition : propositions.get()) {
      proposition
          .drops()
          .forEach(drop -> draft(drafts, drop.to().telling().article()).drops.add(drop));
    }
    List<Practice> practices = new ArrayList<>();
    drafts.forEach((outlet, draft) -> practices.add(draft.practice(outlet)));
    return practices;
  }

  private Draft draft(Map<Outlet, Draft> drafts, ArticleId article) {
    var printed = articles.get(article);
    var draft = printed == null ? null : drafts.get(printed.outlet());
    if (draft == null) {
      throw new IllegalStateException("no such article here: " + article);
    }
    return draft;
  }
}
