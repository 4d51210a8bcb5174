package org.tellings.workbench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Marks;
import org.tellings.model.Query;
import org.tellings.model.Query.Clause;
import org.tellings.model.Query.FieldName;
import org.tellings.model.Span;
import org.tellings.model.State;

/// The findings of an article that a query asks for by a name, a code, a state or an amount: what
/// is shown of an article in which no word was looked for.
final class Asked {

  private Asked() {}

  /// The places of those that stand, in order.
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
      // an article is found by who speaks in it, not by whose claims it has
      case Clause.Field f ->
          findings.stream()
              .filter(kept -> f.field() != FieldName.SPEAKER || kept.id().kind() == Kind.QUOTE)
              .filter(kept -> f.field() == FieldName.STATE || stands(kept) || isCoded(f))
              .filter(kept -> fits(f, kept));
      case Clause.FigureIn f ->
          findings.stream().filter(Asked::stands).filter(kept -> fits(f, kept));
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

  private static boolean stands(Kept kept) {
    return kept.state() != State.REJECTED;
  }

  private static boolean isCoded(Clause.Field f) {
    return f.field() == FieldName.CODE;
  }

  /// True of a condition that a finding can meet by what it is: whose it is, what it names, its
  /// codes, its state, its amount.
  static boolean isOfFindings(Clause clause) {
    return switch (clause) {
      case Clause.FigureIn _ -> true;
      case Clause.Field f -> f.field() != FieldName.OUTLET && f.field() != FieldName.TITLE;
      case Clause.Either _,
          Clause.Word _,
          Clause.Phrase _,
          Clause.When _,
          Clause.Inside _,
          Clause.Near _,
          Clause.Not _,
          Clause.Unread _ ->
          false;
    };
  }

  /// Whether a finding meets a condition of findings, rejected or not.
  static boolean fits(Clause clause, Kept kept) {
    return switch (clause) {
      case Clause.Field f -> fits(f, kept);
      case Clause.FigureIn f ->
          kept.finding() instanceof Finding.Figure g
              && g.low().compareTo(f.high()) <= 0
              && g.high().compareTo(f.low()) >= 0
              && (f.unit().isEmpty() || f.unit().equalsIgnoreCase(g.unit()));
      case Clause.Either _,
          Clause.Word _,
          Clause.Phrase _,
          Clause.When _,
          Clause.Inside _,
          Clause.Near _,
          Clause.Not _,
          Clause.Unread _ ->
          false;
    };
  }

  private static boolean fits(Clause.Field f, Kept kept) {
    return switch (f.field()) {
      case SPEAKER -> Fields.whose(kept.finding()).filter(name -> fits(f, name)).isPresent();
      case ENTITY -> kept.finding() instanceof Finding.Mention m && fits(f, m.name());
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
