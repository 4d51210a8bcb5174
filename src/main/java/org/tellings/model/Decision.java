package org.tellings.model;

import java.util.Optional;

/// What a person decided about one finding: the state, and the finding as they want it read.
///
/// `coder` is who decided. `seen` is what the machine read then, or what of its later readings the
/// person dismissed; empty when it read nothing there.
public record Decision(State state, Finding finding, String coder, Optional<Finding> seen) {

  public Decision {
    if (state == State.MACHINE) {
      throw new IllegalArgumentException("a decision is a person's");
    }
  }
}
