package org.tellings.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Marks;
import org.tellings.model.Query;
import org.tellings.model.Query.Clause;
import org.tellings.model.Span;
import org.tellings.model.State;

/// The findings of an article that a query asks for by a name, a code, a state or an amount: what
/// is shown of an article in which no word was looked for.
final class Asked {

  private Asked() {}

  /// Their places, in order.
  static List<Span> of(Query query, List<Kept> findings) {
    return query.clauses().stream()
        .flatMap(clause -> of(clause, findings))
        .map(kept -> kept.finding().span())
        .sorted()
        .distinct()
        .toList();
  }

  private static Stream<Kept> of(Clause clause, List<Kept> findings) {
    return switch (clause) {
      case Clause.Either e -> e.clauses().stream().flatMap(one -> of(one, findings));
      case Clause.Field f -> findings.stream().filter(kept -> fits(f, kept));
      case Clause.FigureIn f ->
          findings.stream()
              .filter(
                  kept ->
                      kept.state() != State.REJECTED
                          && kept.finding() instanceof Finding.Figure g
                          && g.low().compareTo(f.high()) <= 0
                          && g.high().compareTo(f.low()) >= 0
                          && (f.unit().isEmpty() || f.unit().equalsIgnoreCase(g.unit())));
      case Clause.Word _,
          Clause.Phrase _,
          Clause.When _,
          Clause.Inside _,
          Clause.Near _,
          Clause.Not _,
          Clause.Unread _ ->
          Stream.empty();
    };
  }

  private static boolean fits(Clause.Field f, Kept kept) {
    var stands = kept.state() != State.REJECTED;
    return switch (f.field()) {
      case SPEAKER ->
          stands
              && kept.finding() instanceof Finding.Quote q
              && q.speaker().name().filter(name -> fits(f, name)).isPresent();
      case ENTITY -> stands && kept.finding() instanceof Finding.Mention m && fits(f, m.name());
      case CODE -> kept.codes().stream().anyMatch(code -> fits(f, code));
      case STATE -> fits(f, kept.state().word());
      case OUTLET, TITLE -> false;
    };
  }

  private static boolean fits(Clause.Field f, String name) {
    var plain = plain(name);
    return f.values().stream()
        .anyMatch(
            value ->
                value.startsWith("=")
                    ? plain.equals(plain(value.substring(1)))
                    : plain.contains(plain(value)));
  }

  private static String plain(String name) {
    return Marks.plain(name).replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }
}
