package org.tellings.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.Quantity.Printed;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;

/// What an article prints of a claim that it does not make: the same figure, or most of its words
/// in a quotation of the same utterance. By the rule of `docs/method.md`, “Side by side”.
final class Printing {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{4,}");

  /// Of the words of a claim so many, and so large a share, stand in the other quotation.
  private static final int LEAST = 3;

  private static final double MOST = 0.6;

  /// A wording, and the id of its utterance.
  private record Said(String utterance, Wording wording) {}

  private final Map<ArticleId, List<Printed>> figures = new HashMap<>();
  private final Map<FindingId, String> quantities = new HashMap<>(); // their ids
  private final Map<ArticleId, List<Said>> quotes = new HashMap<>();

  /// `quantities` hold figures of the articles side by side only.
  Printing(List<Quantity> quantities, List<Utterance> utterances, List<ArticleId> articles) {
    for (var quantity : quantities) {
      for (var printed : quantity.tellings()) {
        if (isSameThing(printed.verdict())) {
          var telling = printed.telling();
          this.quantities.put(telling.kept().id(), quantity.id());
          figures.computeIfAbsent(telling.article(), _ -> new ArrayList<>()).add(printed);
        }
      }
    }
    for (var utterance : utterances) {
      for (var wording : utterance.tellings()) {
        if (articles.contains(wording.first().article())) {
          quotes
              .computeIfAbsent(wording.first().article(), _ -> new ArrayList<>())
              .add(new Said(utterance.id(), wording));
        }
      }
    }
  }

  private static boolean isSameThing(Verdict verdict) {
    return switch (verdict) {
      case IDENTICAL, ROUNDING, TYPO, CONFLICT -> true;
      case MOMENT, SCOPE, UNRELATED -> false;
    };
  }

  /// What `account` prints of what others tell; empty when nothing.
  Optional<Alignment.Prints> of(Account account, List<Stated> told) {
    Set<Telling> found = new HashSet<>();
    for (var stated : told) {
      found.addAll(figures(account.article().id(), stated));
      found.addAll(words(account.article().id(), stated));
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var tellings =
        found.stream()
            .sorted(
                Comparator.comparing((Telling t) -> t.kept().finding().span())
                    .thenComparing(t -> t.kept().id().kind()))
            .toList();
    var sentences =
        tellings.stream()
            .map(t -> account.prose().around(t.kept().finding().span()).span())
            .distinct()
            .toList();
    return Optional.of(new Alignment.Prints(account.article().id(), tellings, sentences));
  }

  private List<Telling> figures(ArticleId article, Stated stated) {
    Set<String> told = new HashSet<>();
    for (var printed : figures.getOrDefault(stated.telling().article(), List.of())) {
      var quantity = quantities.get(printed.telling().kept().id());
      if (quantity != null
          && stated.claim().span().contains(printed.telling().kept().finding().span())) {
        told.add(quantity);
      }
    }
    return figures.getOrDefault(article, List.of()).stream()
        .filter(printed -> told.contains(quantities.get(printed.telling().kept().id())))
        .map(Printed::telling)
        .toList();
  }

  private List<Telling> words(ArticleId article, Stated stated) {
    Set<String> told = new HashSet<>();
    for (var said : quotes.getOrDefault(stated.telling().article(), List.of())) {
      if (said.wording().parts().stream()
          .anyMatch(part -> part.kept().finding().span().overlaps(stated.claim().span()))) {
        told.add(said.utterance());
      }
    }
    return told.isEmpty()
        ? List.of()
        : quotes.getOrDefault(article, List.of()).stream()
            .filter(said -> told.contains(said.utterance()))
            .filter(said -> hasMost(said.wording(), stated))
            .flatMap(said -> said.wording().parts().stream())
            .toList();
  }

  private static boolean hasMost(Wording wording, Stated stated) {
    var wanted = words(stated.telling().text());
    var there = words(wording.text());
    var both = wanted.stream().filter(there::contains).count();
    return both >= LEAST && both >= MOST * wanted.size();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(words::add);
    return words;
  }
}
