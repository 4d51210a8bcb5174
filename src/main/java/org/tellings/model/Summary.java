package org.tellings.model;

import java.util.Map;

/// An article in a list, without its text: heading, length, and how many findings of each kind it
/// has (`found`) and how many findings of each state (`states`). `removed` counts the removed
/// parts.
public record Summary(
    ArticleId id,
    String file,
    Heading heading,
    int words,
    int characters,
    Map<Kind, Integer> found,
    Map<State, Integer> states,
    int removed) {

  public int reviewed() {
    return findings() - states.getOrDefault(State.MACHINE, 0);
  }

  public int findings() {
    return states.values().stream().mapToInt(Integer::intValue).sum();
  }
}
