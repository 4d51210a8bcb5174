package org.tellings.model;

import java.util.Map;

/// How many findings there are in all present articles, of each kind and in each state.
public record Tally(
    int articles, int outlets, Map<Kind, Integer> found, Map<State, Integer> states) {

  public Tally {
    found = Map.copyOf(found);
    states = Map.copyOf(states);
  }

  public int findings() {
    return states.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int reviewed() {
    return findings() - states.getOrDefault(State.MACHINE, 0);
  }
}
