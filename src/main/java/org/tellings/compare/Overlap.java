package org.tellings.compare;

import java.util.Optional;
import org.tellings.model.ArticleId;

/// How much two articles have of each other's wording.
///
/// `one` is the lesser of the two ids. `words` are the words of `one` that stand in passages of
/// both; `shareOfOne` and `shareOfOther` the share of each article's words, from 0 to 1.
/// Boilerplate and shared quotations do not count. `near` when the two are nearly the same text, so
/// that a list may fold them. `direction` is the article that was first, empty when undecided;
/// `evidence` says in a sentence why.
public record Overlap(
    ArticleId one,
    ArticleId other,
    int words,
    double shareOfOne,
    double shareOfOther,
    boolean near,
    Optional<ArticleId> direction,
    String evidence) {

  public Overlap {
    if (one.compareTo(other) >= 0) {
      throw new IllegalArgumentException("not two articles in order: " + one + ", " + other);
    }
  }
}
