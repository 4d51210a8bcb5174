package org.tellings.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.Query.Clause;
import org.tellings.model.Query.FieldName;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.workbench.ReviewDesk.Choice;
import org.tellings.workbench.ReviewDesk.Deciding;
import org.tellings.workbench.ReviewDesk.Plan;
import org.tellings.workbench.ReviewDesk.Planned;

/// Which findings are to be decided on, and what becomes of them; changes nothing.
///
/// Of a query all must hold: what it asks of findings (`speaker:` `entity:` `code:` `state:`
/// `figure:`) of the finding itself, words must stand in the finding, and the rest holds of its
/// article.
final class Choosing {

  private final Workbench workbench;
  private final Deciding deciding;
  private final Map<String, String> fields;
  private final Choice choice;
  private final Set<FindingId> ids;
  private final Set<State> states;
  // per condition that a search answers: where it holds in each article it finds
  private final Map<Clause, Map<ArticleId, List<Span>>> found = new HashMap<>();
  private final Set<ArticleId> more =
      new TreeSet<>(java.util.Comparator.comparing(ArticleId::value));

  Choosing(Workbench workbench, Deciding deciding, Map<String, String> fields, Choice choice) {
    this.workbench = workbench;
    this.deciding = deciding;
    this.fields = fields;
    this.choice = choice;
    this.ids = new HashSet<>(choice.ids());
    this.states = choice.states().isEmpty() && ids.isEmpty() ? usual() : choice.states();
  }

  /// The states that are meant when findings are chosen by what they are, and none is named.
  private Set<State> usual() {
    return switch (deciding) {
      case CONFIRM -> Set.of(State.MACHINE);
      case CORRECT, REJECT -> Set.of(State.MACHINE, State.CONFIRMED, State.CORRECTED);
      case RESTORE, USE_MACHINE, DISMISS_MACHINE ->
          Set.of(State.CONFIRMED, State.CORRECTED, State.REJECTED);
    };
  }

  Plan plan(Progress progress) {
    leaves(choice.where().clauses()).forEach(this::look);
    var articles = articles();
    Map<FindingId, Planned> planned = new LinkedHashMap<>();
    Set<FindingId> missing = new HashSet<>(ids);
    var done = 0;
    for (var id : articles) {
      if (progress.isCancelled()) {
        return new Plan(List.of(), List.of());
      }
      var article = workbench.article(id);
      for (var kept : article.isPresent() ? workbench.findings(id) : List.<Kept>of()) {
        missing.remove(kept.id());
        if (isChosen(kept)) {
          planned(article.orElseThrow(), kept).ifPresent(p -> planned.put(kept.id(), p));
        }
      }
      progress.at(++done, articles.size(), id.value());
    }
    for (var id : choice.ids()) {
      if (missing.contains(id)) {
        throw new IllegalArgumentException("there is no finding " + id);
      }
    }
    return new Plan(inOrder(planned), List.copyOf(more));
  }

  /// Those named by their ids stand as they were named.
  private List<Planned> inOrder(Map<FindingId, Planned> planned) {
    return ids.isEmpty()
        ? List.copyOf(planned.values())
        : choice.ids().stream()
            .distinct()
            .flatMap(id -> Optional.ofNullable(planned.get(id)).stream())
            .toList();
  }

  /// The articles to read, in the library's order.
  private List<ArticleId> articles() {
    if (!ids.isEmpty()) {
      return choice.ids().stream().map(FindingId::article).distinct().toList();
    }
    Set<ArticleId> among = new HashSet<>(choice.articles());
    var narrowing = choice.where().clauses().stream().filter(this::isIndexed).toList();
    if (!narrowing.isEmpty()) {
      Set<ArticleId> hit = new HashSet<>();
      hits(narrowing).forEach(one -> hit.add(one.article()));
      if (among.isEmpty()) {
        among = hit;
      } else {
        among.retainAll(hit);
      }
      if (among.isEmpty()) {
        return List.of();
      }
    }
    var wanted = among;
    return workbench.articles().stream()
        .filter(a -> wanted.isEmpty() || wanted.contains(a.id()))
        .filter(a -> states.isEmpty() || states.stream().anyMatch(a.states()::containsKey))
        .map(Summary::id)
        .toList();
  }

  /// True when no finding is missed in articles that a search for this does not find: it knows
  /// nothing of what was rejected, nor of who makes a claim.
  private boolean isIndexed(Clause clause) {
    if (clause instanceof Clause.Either e) {
      return e.clauses().stream().allMatch(this::isIndexed);
    }
    return !Asked.isOfFindings(clause)
        || !states.contains(State.REJECTED)
            && !(clause instanceof Clause.Field f
                && f.field() == FieldName.SPEAKER
                && !choice.kinds().equals(Set.of(Kind.QUOTE)));
  }

  private List<Hits.Hit> hits(List<Clause> clauses) {
    return workbench
        .find(
            new Query(choice.where().text(), clauses, List.of()),
            Hits.Order.OLDEST,
            0,
            Math.max(1, workbench.size()))
        .page();
  }

  private static Stream<Clause> leaves(List<Clause> clauses) {
    return clauses.stream()
        .flatMap(c -> c instanceof Clause.Either e ? leaves(e.clauses()) : Stream.of(c));
  }

  private void look(Clause clause) {
    if (!Asked.isOfFindings(clause)) {
      Map<ArticleId, List<Span>> where = new HashMap<>();
      for (var hit : hits(List.of(clause))) {
        where.put(hit.article(), hit.spans());
        if (isOfWords(clause) && hit.spans().size() >= CodingDesk.MOST_PLACES) {
          more.add(hit.article());
        }
      }
      found.put(clause, where);
    }
  }

  private static boolean isOfWords(Clause clause) {
    return switch (clause) {
      case Clause.Word _, Clause.Phrase _, Clause.Inside _, Clause.Near _ -> true;
      case Clause.Field _,
          Clause.FigureIn _,
          Clause.When _,
          Clause.Either _,
          Clause.Not _,
          Clause.Unread _ ->
          false;
    };
  }

  private boolean isChosen(Kept kept) {
    return (ids.isEmpty() || ids.contains(kept.id()))
        && (choice.articles().isEmpty() || choice.articles().contains(kept.id().article()))
        && (choice.kinds().isEmpty() || choice.kinds().contains(kept.id().kind()))
        && (states.isEmpty() || states.contains(kept.state()))
        && choice.where().clauses().stream().allMatch(clause -> fits(clause, kept));
  }

  private boolean fits(Clause clause, Kept kept) {
    if (clause instanceof Clause.Either e) {
      return e.clauses().stream().anyMatch(one -> fits(one, kept));
    }
    if (Asked.isOfFindings(clause)) {
      return Asked.fits(clause, kept);
    }
    var spans = found.getOrDefault(clause, Map.of()).get(kept.id().article());
    if (spans == null) {
      return false;
    }
    return !isOfWords(clause)
        || !(clause instanceof Clause.Inside i && i.kind() != kept.id().kind())
            && spans.stream().anyMatch(kept.finding().span()::overlaps);
  }

  /// Nothing when it was chosen by what it is, and is already as it would be.
  private Optional<Planned> planned(Article article, Kept kept) {
    var to =
        switch (deciding) {
          case CONFIRM -> State.CONFIRMED;
          case CORRECT -> State.CORRECTED;
          case REJECT -> State.REJECTED;
          case RESTORE -> State.MACHINE;
          case USE_MACHINE ->
              kept.machineNow()
                  .filter(now -> !now.span().equals(kept.finding().span()))
                  .map(_ -> State.CORRECTED)
                  .orElse(State.CONFIRMED);
          case DISMISS_MACHINE -> kept.state();
        };
    // tried, so that what cannot be is refused by a preview too
    var finding =
        deciding == Deciding.CORRECT ? Fields.with(kept.finding(), fields) : kept.finding();
    var changes =
        switch (deciding) {
          case CONFIRM, REJECT, RESTORE -> to != kept.state();
          case CORRECT -> !byHand(finding).equals(byHand(kept.finding()));
          case USE_MACHINE, DISMISS_MACHINE -> kept.machineNow().isPresent();
        };
    return !changes && ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Planned(kept.id(), kept.state(), to, kept.finding().span().in(article.text())));
  }

  private static Finding byHand(Finding finding) {
    return Fields.on(finding, finding.span());
  }
}
