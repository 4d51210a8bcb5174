package org.tellings.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tellings.compare.Passage;
import org.tellings.compare.Practice;
import org.tellings.compare.Proposition;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.Role;
import org.tellings.compare.Telling;
import org.tellings.compare.Unnamed;
import org.tellings.export.Html;

/// The blocks of a report about who speaks: people and what they are called, sources without a
/// name, and outlets.
final class PeopleBlocks {

  private final Material material;
  private final Page page;

  PeopleBlocks(Material material, Page page) {
    this.material = material;
    this.page = page;
  }

  /// With more than one office; those in conflict first.
  List<Role> roles() {
    return material.comparison().roles().stream()
        .filter(role -> role.calls().size() > 1)
        .sorted(Comparator.comparing((Role role) -> !role.conflict()).thenComparing(Role::speaker))
        .toList();
  }

  void role(Role role) {
    var list = "of-" + page.next();
    page.line("h3", page.told(role.speaker(), list));
    page.line("p", page.told(role.why(), list));
    page.open(list);
    for (var called : role.calls()) {
      for (var told : called.tellings()) {
        var place = told.place();
        page.line(
            "li",
            page.article(place.article(), place.heading(), place.file())
                + ": "
                + page.quoted(place)
                + (told.isWritten() ? Html.escaped(", by hand: ") + page.own(told.words()) : ""));
      }
    }
    page.raw("</ul>");
  }

  /// Those that most articles bring in first.
  List<Unnamed> unnamed() {
    return material.comparison().unnamed().stream()
        .sorted(
            Comparator.comparing((Unnamed one) -> -one.tellings().size())
                .thenComparing(one -> -one.only().size())
                .thenComparing(Unnamed::id))
        .toList();
  }

  void unnamed(Unnamed source) {
    var list = "of-" + page.next();
    page.line("h3", page.quoted(source.tellings().getFirst()));
    page.open(list);
    for (var place : source.tellings()) {
      page.line(
          "li",
          page.article(place.article(), place.heading(), place.file()) + ": " + page.quoted(place));
    }
    source
        .single()
        .ifPresent(one -> page.line("li", "Several, and later but one: " + page.quoted(one)));
    source.reason().ifPresent(why -> page.line("li", "Why not named: " + page.told(why, list)));
    for (var one : source.confirmed()) {
      page.line(
          "li",
          (one.later().orElse(false) ? "Later said by " : "Said too by ")
              + Html.escaped(one.by())
              + ", "
              + page.article(one.telling())
              + ": "
              + page.quoted(one.telling()));
    }
    for (var id : source.only()) {
      own(source, id)
          .ifPresent(one -> page.line("li", "No named source says so: " + page.quoted(one)));
    }
    page.raw("</ul>");
  }

  /// How an article that brings the source in tells a proposition.
  private Optional<Telling> own(Unnamed source, String proposition) {
    var articles =
        source.tellings().stream().map(Passage.Place::article).collect(Collectors.toSet());
    return proposition(proposition).stream()
        .flatMap(one -> one.tellings().stream())
        .map(Stated::telling)
        .filter(one -> articles.contains(one.article()))
        .findFirst();
  }

  private Optional<Proposition> proposition(String id) {
    return material.comparison().propositions().stream()
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  void outlets() {
    page.raw("<table>");
    page.line(
        "tr",
        Blocks.cells(
            "th",
            List.of(
                "Outlet",
                "Articles",
                "Words",
                "Unnamed sources",
                "for a thousand words",
                "Misnamings",
                "Hedges dropped")));
    for (var one : material.comparison().practices()) {
      page.line("tr", Blocks.cells("td", practice(one)));
    }
    page.raw("</table>");
  }

  /// Each number opens what it counts; the rate is written with what it is made of.
  private List<String> practice(Practice one) {
    var id = "by-" + page.next();
    var articles =
        material.articles().stream()
            .filter(article -> article.heading().outlet().equals(one.outlet()))
            .map(a -> page.article(a.id(), a.heading(), a.file()) + " " + page.words(a))
            .toList();
    var rate =
        String.format(
            Locale.ROOT,
            "%d / %d × 1000 = %.2f",
            one.unnamed().size(),
            one.words(),
            one.unnamedRate());
    return List.of(
        Html.escaped(one.outlet().isKnown() ? one.outlet().name() : "no known outlet"),
        places(id, articles),
        page.told(String.valueOf(one.words()), id),
        places(id + "-u", one.unnamed().stream().map(page::quoted).toList()),
        page.told(rate, id),
        places(id + "-m", one.misnamed().stream().map(page::quoted).toList()),
        places(
            id + "-d",
            one.drops().stream().map(drop -> page.quoted(drop.to().telling())).toList()));
  }

  /// How many, then each of them, a line each.
  static String places(String id, List<String> places) {
    var lines = places.stream().map(one -> "<div>" + one + "</div>").toList();
    return "<details id=\"%s\"><summary>%d</summary>%s</details>"
        .formatted(id, places.size(), String.join("", lines));
  }
}
