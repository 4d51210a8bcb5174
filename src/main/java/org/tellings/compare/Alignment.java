package org.tellings.compare;

import java.util.List;
import java.util.Optional;
import org.tellings.model.ArticleId;
import org.tellings.model.Span;

/// Two to six articles side by side.
///
/// All words and labels are of these articles, but for names that a person gave. `articles` are the
/// columns in the order asked for. `rows` are the propositions at least one of them tells, in the
/// order in which they are told. `shared` is wording of 8 words or more that two of them have in
/// common. `figures` are the quantities that two of them print, with the tellings of these articles
/// only; [#conflicts] are those that do not fit.
public record Alignment(
    List<ArticleId> articles, List<Row> rows, List<Passage> shared, List<Quantity> figures) {

  public Alignment {
    articles = List.copyOf(articles);
    rows = List.copyOf(rows);
    shared = List.copyOf(shared);
    figures = List.copyOf(figures);
    if (articles.size() < 2 || articles.size() > 6) {
      throw new IllegalArgumentException("two to six articles, not " + articles.size());
    }
  }

  /// One proposition across the columns, numbered from 1. `cells` are in the order of the columns.
  public record Row(int number, Proposition proposition, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    /// The only article of these that tells it or prints words or figures of it; empty when two or
    /// more do.
    public Optional<ArticleId> onlyHere() {
      var here =
          cells.stream().filter(cell -> !(cell instanceof Missing)).map(Cell::article).toList();
      return here.size() == 1 ? Optional.of(here.getFirst()) : Optional.empty();
    }
  }

  /// What one article has of a proposition.
  public sealed interface Cell {
    ArticleId article();
  }

  /// The article tells it, at these places in order, one or more.
  public record Here(ArticleId article, List<Proposition.Stated> tellings) implements Cell {
    public Here {
      tellings = List.copyOf(tellings);
    }
  }

  /// The article makes no claim of its own of it, but prints its figures, or words of it of which
  /// most are the same. `tellings` are these figures and quotes, one or more, `sentences` the
  /// sentences around them.
  public record Prints(ArticleId article, List<Telling> tellings, List<Span> sentences)
      implements Cell {
    public Prints {
      tellings = List.copyOf(tellings);
      sentences = List.copyOf(sentences);
    }
  }

  /// The article does not tell it. `at` is the offset in its text where it would stand: behind the
  /// sentence of the proposition before it. `cannotSay` when the article is a stub.
  public record Missing(ArticleId article, int at, boolean cannotSay) implements Cell {}

  /// Quantities whose figures do not fit: a conflict or a likely typo.
  public List<Quantity> conflicts() {
    return figures.stream()
        .filter(
            q -> q.verdict() == Quantity.Verdict.CONFLICT || q.verdict() == Quantity.Verdict.TYPO)
        .toList();
  }
}
