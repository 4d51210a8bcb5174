package org.tellings.compare;

import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.Span;

/// A run of words in the comparison of a telling with the fullest, in reading order.
///
/// `fullest` are the words there, `here` the words in the telling, as printed; empty where there
/// are none. `fullestAt` lies in the text of the fullest's article, `hereAt` in the text of the
/// telling's article; a run never goes over the border of two quotes. All runs of a telling in
/// order give all words of both.
public record Run(
    Kind kind, String fullest, String here, Optional<Span> fullestAt, Optional<Span> hereAt) {

  /// What became of the words.
  public enum Kind {
    /// The same words, also when spelt or marked in another way.
    SAME,
    /// Words of the fullest that are cut at an end of the quotation.
    CUT,
    /// Words of the fullest that are left out at a marked ellipsis; `here` is the ellipsis.
    ELLIPSIS,
    /// Words of the fullest that are left out inside the marks, unmarked.
    DROPPED,
    /// Words that are not in the fullest, unmarked.
    INSERTED,
    /// Other words in place of those of the fullest, unmarked.
    CHANGED,
    /// Words in brackets, in place of those of the fullest or added to them.
    BRACKETED,
    /// Words where the fullest is cut itself: of another sentence, or at its ellipsis. They are no
    /// change.
    BEYOND
  }

  /// How many words of the fullest this run covers.
  public int words() {
    return Article.words(fullest);
  }
}
