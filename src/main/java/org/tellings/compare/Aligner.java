package org.tellings.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tellings.compare.Proposition.Stated;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;

/// Lays two to six articles side by side: which proposition each tells, and where.
///
/// Rows stand in the order in which they are told: by the mean of where the articles tell them,
/// each place as a share of its article's length. Where an article does not tell a row, the row
/// would stand behind the sentence of the row before it. Pure.
final class Aligner {

  /// An article with fewer words cannot say what it leaves out.
  private static final int STUB = 60;

  private final List<Account> accounts;

  private final Function<List<Stated>, Optional<String>> given;

  /// `given` is the label that a person gave to what these claims tell.
  Aligner(List<Account> accounts, Function<List<Stated>, Optional<String>> given) {
    this.accounts = List.copyOf(accounts);
    this.given = given;
  }

  /// `quantities` hold figures of these articles only.
  Alignment of(
      List<Proposition> propositions,
      List<Passage> passages,
      List<Quantity> quantities,
      List<Utterance> utterances) {
    var ids = accounts.stream().map(account -> account.article().id()).toList();
    return new Alignment(
        ids,
        rows(propositions, new Printing(quantities, utterances, ids)),
        passages.stream().flatMap(passage -> here(ids, passage).stream()).toList(),
        quantities);
  }

  /// A passage with its places in these articles; empty when it stands in fewer than two of them.
  private static Optional<Passage> here(List<ArticleId> ids, Passage passage) {
    var places = passage.places().stream().filter(place -> ids.contains(place.article())).toList();
    if (places.stream().map(Passage.Place::article).distinct().count() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Passage(
            passage.id(),
            places,
            places.stream().mapToInt(place -> Article.words(place.text())).min().orElse(0),
            passage.direction(),
            passage.evidence(),
            passage.repeatsWithin()));
  }

  private record Placed(Proposition proposition, Map<ArticleId, List<Stated>> told, double place) {}

  private List<Alignment.Row> rows(List<Proposition> propositions, Printing printing) {
    List<Placed> placed = new ArrayList<>();
    for (var proposition : propositions) {
      Map<ArticleId, List<Stated>> told = new HashMap<>();
      for (var stated : proposition.tellings()) {
        if (accounts.stream().anyMatch(a -> a.article().id().equals(stated.telling().article()))) {
          told.computeIfAbsent(stated.telling().article(), _ -> new ArrayList<>()).add(stated);
        }
      }
      if (!told.isEmpty()) {
        placed.add(new Placed(proposition.labelled(label(proposition, told)), told, place(told)));
      }
    }
    placed.sort(Comparator.comparingDouble(Placed::place).thenComparing(p -> p.proposition().id()));
    Map<ArticleId, Integer> reached = new HashMap<>();
    List<Alignment.Row> rows = new ArrayList<>();
    for (var one : placed) {
      rows.add(row(rows.size() + 1, one, reached, printing));
    }
    return rows;
  }

  private double place(Map<ArticleId, List<Stated>> told) {
    return accounts.stream()
        .filter(account -> told.containsKey(account.article().id()))
        .mapToDouble(
            account ->
                start(told.getOrDefault(account.article().id(), List.of()).getFirst())
                    / (double) account.article().text().length())
        .average()
        .orElse(0);
  }

  private static int start(Stated stated) {
    return stated.telling().kept().finding().span().start();
  }

  /// The name a person gave it; else the label, when it is of one of these articles; else words of
  /// the clearest telling here.
  private String label(Proposition proposition, Map<ArticleId, List<Stated>> told) {
    var here = told.values().stream().flatMap(List::stream).toList();
    return given
        .apply(proposition.tellings())
        .or(
            () ->
                here.stream()
                    .map(stated -> Propositions.label(List.of(stated)))
                    .filter(proposition.label()::equals)
                    .findFirst())
        .orElseGet(() -> Propositions.label(here));
  }

  private Alignment.Row row(
      int number, Placed placed, Map<ArticleId, Integer> reached, Printing printing) {
    List<Alignment.Cell> cells = new ArrayList<>();
    var all = placed.told().values().stream().flatMap(List::stream).toList();
    for (var account : accounts) {
      var id = account.article().id();
      var told =
          placed.told().getOrDefault(id, List.of()).stream()
              .sorted(Comparator.comparingInt(Aligner::start))
              .toList();
      if (told.isEmpty()) {
        var at = reached.getOrDefault(id, 0);
        cells.add(
            printing
                .of(account, all)
                .<Alignment.Cell>map(prints -> prints)
                .orElseGet(() -> new Alignment.Missing(id, at, account.article().words() < STUB)));
      } else {
        reached.merge(id, end(account, told.getFirst()), Math::max);
        cells.add(new Alignment.Here(id, told));
      }
    }
    return new Alignment.Row(number, placed.proposition(), cells);
  }

  /// Where the sentence of a claim ends.
  private static int end(Account account, Stated stated) {
    var text = account.article().text();
    var claim = stated.telling().kept().finding().span();
    var at =
        text.indexOf(stated.sentence(), Math.max(0, claim.start() - stated.sentence().length()));
    return at < 0 || at > claim.start()
        ? claim.end()
        : Math.max(claim.end(), at + stated.sentence().length());
  }
}
