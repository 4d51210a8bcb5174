package org.tellings.compare;

import java.util.List;
import java.util.Optional;

/// The way of one statement from the outlet that prints it to its last source, as far as the
/// library tells.
///
/// `proposition` is the id of what is told, where a claim tells it. Each link starts where the one
/// before ends; the first starts at the printing outlet, or at its file where the outlet is not
/// known. A chain that goes on in the article of a cited outlet has links in several articles.
public record Chain(String id, Optional<String> proposition, List<Link> links, Ends ends) {

  public Chain {
    links = List.copyOf(links);
    if (links.isEmpty()) {
      throw new IllegalArgumentException("a chain without links");
    }
  }

  /// Whether more is told than who said it: an outlet stands between, or the end is not reached.
  public boolean isListed() {
    return links.size() > 1 || ends == Ends.DANGLING || ends == Ends.CIRCULAR;
  }

  /// Who hands on from whom; `place` are the words that say so.
  public record Link(String from, String to, Kind kind, Passage.Place place) {}

  /// `REPORTS`: an outlet is said to report; `CITES`: it is given as the source, or gives one;
  /// `SAID`: the words of somebody who is no outlet.
  public enum Kind {
    REPORTS,
    CITES,
    SAID
  }

  /// Where it ends. `DANGLING`: at an outlet whose source nothing in the library tells, or at words
  /// that name nobody (“It is understood”). `CIRCULAR`: at an outlet that it has passed.
  public enum Ends {
    NAMED,
    UNNAMED,
    DOCUMENT,
    DANGLING,
    CIRCULAR
  }
}
