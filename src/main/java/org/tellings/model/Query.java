package org.tellings.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// What a person asked for: the words as typed, and how they were understood.
///
/// Reading never fails: what cannot be read becomes a [Clause.Unread] with the reason, and the rest
/// still runs; a query of which nothing can be read finds nothing. All clauses must hold; `Either`
/// holds when one of its parts does. `remarks` say, in a sentence each, what was read otherwise
/// than it was perhaps meant.
public record Query(String text, List<Clause> clauses, List<String> remarks) {

  public Query {
    clauses = List.copyOf(clauses);
    remarks = List.copyOf(remarks);
  }

  /// Everything: the empty query.
  public static final Query ALL = new Query("", List.of(), List.of());

  /// Reads a query as typed; see `docs/manual/search.md` for the language.
  public static Query parse(String text) {
    return QueryReader.read(text);
  }

  /// The condition, as typed, that finds the articles with one of these values of a facet and no
  /// others: `speaker:="David Sacks",="Sam Altman"`.
  public static String choosing(FieldName field, List<String> names) {
    return restricting(field, names.stream().map(name -> "=" + name).toList());
  }

  /// The condition, as typed, on a field's values as [Clause.Field] holds them: one that begins
  /// with `=` is the whole value, another stands in it.
  public static String restricting(FieldName field, List<String> values) {
    return field.word()
        + ":"
        + String.join(
            ",",
            values.stream()
                .map(value -> value.replace("\"", ""))
                .map(v -> v.startsWith("=") ? "=\"" + v.substring(1) + "\"" : "\"" + v + "\"")
                .toList());
  }

  /// One condition. `start` and `end` are where it stands in the typed text.
  public sealed interface Clause {

    /// Where the clause stands in the typed text.
    Span at();

    /// How the clause was understood, in plain words: "before 1 Feb 2025".
    default String inWords() {
      return QueryReader.words(this);
    }

    /// False of what could not be read: it does not restrict the search.
    default boolean isUnderstood() {
      return switch (this) {
        case Unread _ -> false;
        case Either e -> e.clauses().stream().anyMatch(Clause::isUnderstood);
        case Word _, Phrase _, Field _, When _, Inside _, FigureIn _, Near _, Not _ -> true;
      };
    }

    /// A word anywhere in title or text; a trailing `*` in the typed word makes it a prefix.
    record Word(Span at, String word) implements Clause {}

    /// Words in this order, side by side.
    record Phrase(Span at, String words) implements Clause {}

    /// `outlet:` `speaker:` `entity:` `code:` `state:` `title:` with one or several values, of
    /// which one must fit. A name fits when it holds the value's words side by side; a value that
    /// begins with `=` is the whole name.
    record Field(Span at, FieldName field, List<String> values) implements Clause {
      public Field {
        values = List.copyOf(values);
      }
    }

    /// `before:` `after:` `on:` with an ISO day, month or year; `after` and `before` exclude the
    /// day itself.
    record When(Span at, Side side, String date) implements Clause {}

    /// `quote:"…"` or `claim:"…"`: words that stand inside one finding of that kind.
    record Inside(Span at, Kind kind, String words) implements Clause {}

    /// `figure:>500bn`: an article with a figure in the range; `unit` empty means any.
    record FigureIn(Span at, BigDecimal low, BigDecimal high, String unit) implements Clause {}

    /// `near:a,b,12`: both words within so many words of each other, in any order.
    record Near(Span at, String one, String other, int distance) implements Clause {}

    /// `-term`: the clause inside must not hold.
    record Not(Span at, Clause clause) implements Clause {}

    /// `a OR b`.
    record Either(Span at, List<Clause> clauses) implements Clause {
      public Either {
        clauses = List.copyOf(clauses);
      }
    }

    /// What could not be read, with the reason in a sentence. It does not restrict the search.
    record Unread(Span at, String typed, String why) implements Clause {}
  }

  public enum FieldName {
    OUTLET,
    SPEAKER,
    ENTITY,
    CODE,
    STATE,
    TITLE;

    /// The word before the colon.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public enum Side {
    BEFORE,
    AFTER,
    ON
  }

  /// How the query was understood, in plain words: "Articles from The Meridian, before 1 Feb 2025".
  public String inWords() {
    return QueryReader.inWords(this);
  }

  /// False when something was asked and nothing of it could be read: such a query finds nothing.
  public boolean isUnderstood() {
    return text.isBlank() || clauses.stream().anyMatch(Clause::isUnderstood);
  }

  /// What could not be read, in the order typed.
  public List<Clause.Unread> unread() {
    return clauses.stream().flatMap(Query::unread).toList();
  }

  private static Stream<Clause.Unread> unread(Clause clause) {
    return switch (clause) {
      case Clause.Unread u -> Stream.of(u);
      case Clause.Either e -> e.clauses().stream().flatMap(Query::unread);
      case Clause.Not n -> unread(n.clause());
      case Clause.Word _,
          Clause.Phrase _,
          Clause.Field _,
          Clause.When _,
          Clause.Inside _,
          Clause.FigureIn _,
          Clause.Near _ ->
          Stream.empty();
    };
  }
}
