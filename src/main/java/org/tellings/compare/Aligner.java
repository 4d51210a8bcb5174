package org.tellings.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tellings.compare.Proposition.Stated;
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

  Aligner(List<Account> accounts) {
    this.accounts = List.copyOf(accounts);
  }

  Alignment of(List<Proposition> propositions, List<Passage> passages, List<Quantity> quantities) {
    var ids = accounts.stream().map(account -> account.article().id()).toList();
    return new Alignment(
        ids,
        rows(propositions),
        passages.stream().filter(passage -> in(ids, passage) > 1).toList(),
        quantities.stream().flatMap(quantity -> here(ids, quantity).stream()).toList());
  }

  /// A quantity with the figures of these articles only; empty when fewer than two of them print
  /// it.
  private static Optional<Quantity> here(List<ArticleId> ids, Quantity quantity) {
    var tellings =
        quantity.tellings().stream()
            .filter(printed -> ids.contains(printed.telling().article()))
            .toList();
    if (tellings.stream().map(p -> p.telling().article()).distinct().count() < 2) {
      return Optional.empty();
    }
    var most =
        tellings.stream()
            .filter(p -> p.telling().kept().id().equals(quantity.mostPrinted()))
            .findFirst()
            .orElse(tellings.getFirst());
    var gravest =
        tellings.stream().max(Comparator.comparing(Quantity.Printed::verdict)).orElse(most);
    return Optional.of(
        new Quantity(
            quantity.id(),
            quantity.measures(),
            quantity.moment(),
            quantity.scope(),
            quantity.unit(),
            gravest.verdict(),
            gravest.why(),
            most.telling().kept().id(),
            tellings));
  }

  private static long in(List<ArticleId> ids, Passage passage) {
    return passage.places().stream()
        .map(Passage.Place::article)
        .filter(ids::contains)
        .distinct()
        .count();
  }

  private record Placed(Proposition proposition, Map<ArticleId, List<Stated>> told, double place) {}

  private List<Alignment.Row> rows(List<Proposition> propositions) {
    List<Placed> placed = new ArrayList<>();
    for (var proposition : propositions) {
      Map<ArticleId, List<Stated>> told = new HashMap<>();
      for (var stated : proposition.tellings()) {
        if (accounts.stream().anyMatch(a -> a.article().id().equals(stated.telling().article()))) {
          told.computeIfAbsent(stated.telling().article(), _ -> new ArrayList<>()).add(stated);
        }
      }
      if (!told.isEmpty()) {
        placed.add(new Placed(proposition, told, place(told)));
      }
    }
    placed.sort(Comparator.comparingDouble(Placed::place).thenComparing(p -> p.proposition().id()));
    Map<ArticleId, Integer> reached = new HashMap<>();
    List<Alignment.Row> rows = new ArrayList<>();
    for (var one : placed) {
      rows.add(row(rows.size() + 1, one, reached));
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

  private Alignment.Row row(int number, Placed placed, Map<ArticleId, Integer> reached) {
    List<Alignment.Cell> cells = new ArrayList<>();
    for (var account : accounts) {
      var id = account.article().id();
      var told =
          placed.told().getOrDefault(id, List.of()).stream()
              .sorted(Comparator.comparingInt(Aligner::start))
              .toList();
      if (told.isEmpty()) {
        cells.add(
            new Alignment.Missing(
                id, reached.getOrDefault(id, 0), account.article().words() < STUB));
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
