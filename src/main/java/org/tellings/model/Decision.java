package org.tellings.model;

/// What a person decided about one finding: the state, and the finding as they want it read.
///
/// `coder` is who decided.
public record Decision(State state, Finding finding, String coder) {

  public Decision {
    if (state == State.MACHINE) {
      throw new IllegalArgumentException("a decision is a person's");
    }
  }
}
