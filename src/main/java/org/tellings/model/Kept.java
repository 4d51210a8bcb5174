package org.tellings.model;

import java.util.List;
import java.util.Optional;

/// A finding as the library keeps it: its name, its state, what counts now and what the machine
/// read.
///
/// `finding` is what counts: a person's correction where there is one, else the machine's reading.
/// `machine` is empty when a person added the finding or the machine no longer finds it. `note` is
/// a person's note, empty when there is none. `codes` are the names of the codes given to it, in
/// order.
public record Kept(
    FindingId id,
    State state,
    Finding finding,
    Optional<Finding> machine,
    String note,
    List<String> codes) {

  public Kept {
    codes = List.copyOf(codes);
  }

  public boolean isReviewed() {
    return state != State.MACHINE;
  }
}
