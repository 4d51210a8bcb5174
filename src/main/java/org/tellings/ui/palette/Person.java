package org.tellings.ui.palette;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Texts;

/// Somebody who is quoted, with what can be done about them. Filled while articles are read.
final class Person {

  private static final int SIDE_BY_SIDE = 6;

  final String name;
  private final Set<ArticleId> articles = new LinkedHashSet<>();
  private final Set<String> roles = new LinkedHashSet<>();
  private int quotes;
  private int unreviewed;

  Person(String name) {
    this.name = name;
  }

  void said(ArticleId article, Kept kept, Finding.Quote quote) {
    quotes++;
    unreviewed += kept.isReviewed() ? 0 : 1;
    articles.add(article);
    quote.speaker().role().map(Passage::folded).ifPresent(roles::add);
  }

  int quotes() {
    return quotes;
  }

  /// "David Sacks: 9 articles, 14 quotes, 4 roles".
  Offer offer(Desk desk) {
    var told =
        t(
            "{0}, {1}",
            Texts.count(articles.size(), t("article"), t("articles")),
            Texts.count(quotes, t("quote"), t("quotes")));
    return Offer.of(
            t("People"),
            "fth-user",
            name,
            roles.isEmpty()
                ? told
                : t("{0}, {1}", told, Texts.count(roles.size(), t("role"), t("roles"))),
            () -> desk.search(asked()))
        .with(
            deeds(desk).stream()
                .flatMap(offer -> offer.command().stream())
                .map(this::aside)
                .toList());
  }

  /// Comparing is what a person's offer does aside.
  private Command aside(Command command) {
    return command.key().isEmpty()
        ? Command.quiet(Offer.ASIDE, command.words(), command.run())
        : command;
  }

  private String asked() {
    return Query.choosing(Query.FieldName.SPEAKER, List.of(name));
  }

  /// What can be done about all that somebody says.
  List<Offer> deeds(Desk desk) {
    List<Offer> all = new ArrayList<>();
    var search = t("Search articles for speaker:“{0}”", name);
    all.add(
        Offer.of(
            t("Do"),
            "fth-search",
            search,
            "",
            Command.quiet("Shortcut+F", search, () -> desk.search(asked()))));
    if (articles.size() > 1) {
      var few = articles.stream().limit(SIDE_BY_SIDE).toList();
      var count = Texts.count(articles.size(), t("article"), t("articles"));
      all.add(
          Offer.of(
              t("Do"),
              "fth-columns",
              t("Compare every article that quotes {0}", name),
              few.size() < articles.size() ? t("{0}, first {1} open", count, few.size()) : count,
              () -> desk.sideBySide(few)));
    }
    var review =
        quotes == 1
            ? t("Review the quote of {0}", name)
            : t("Review all {0} quotes of {1}", quotes, name);
    all.add(
        Offer.of(
            t("Do"),
            "fth-check-square",
            review,
            unreviewed == 0 ? t("all reviewed") : t("{0} not reviewed", unreviewed),
            Command.quiet("Shortcut+R", review, () -> desk.review(name))));
    return all;
  }

  /// Offers to make one of two names, when this one is the other's without its beginning, as "Mr
  /// Sacks" of "David Sacks", and nobody else's.
  Optional<Offer> merge(List<Person> others, Desk desk) {
    var last = bare(name);
    var longer =
        others.stream()
            .filter(other -> other != this)
            .filter(
                other ->
                    bare(other.name).endsWith(" " + last)
                        || bare(other.name).equals(last) && other.quotes > quotes)
            .toList();
    if (longer.size() != 1) {
      return Optional.empty();
    }
    var to = longer.getFirst().name;
    return Optional.of(
        Offer.of(
            t("People"),
            "fth-git-merge",
            t("Merge “{0}” into {1}", name, to),
            t("2 names, same person? {0}", Texts.count(quotes, t("quote"), t("quotes"))),
            () ->
                desk.tasks()
                    .edit(
                        () -> desk.workbench().callAlike(name, to),
                        changed -> {
                          desk.saidWithUndo(
                              t(
                                  "“{0}” is called {1} now in {2}.",
                                  name, to, Texts.count(changed, t("finding"), t("findings"))));
                          desk.changed();
                        },
                        desk::failed)));
  }

  private static String bare(String name) {
    return Passage.folded(name)
        .replaceFirst("^(mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady)\\.? ", "");
  }
}
