package org.tellings.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A finding as the library keeps it: its name, its state, what counts now and what the machine
/// read.
///
/// `finding` is what counts: a person's correction where there is one, else the machine's reading.
/// `machine` is empty when a person added the finding or the machine no longer finds it. `note` is
/// a person's note, empty when there is none. `codes` are the names of the codes given to it, in
/// order. `seen` is what of the machine's readings the person had seen, see [Decision].
public record Kept(
    FindingId id,
    State state,
    Finding finding,
    Optional<Finding> machine,
    String note,
    List<String> codes,
    Optional<Finding> seen) {

  public Kept {
    codes = List.copyOf(codes);
  }

  /// A finding on which the machine's reading is all that anybody has seen.
  public Kept(
      FindingId id,
      State state,
      Finding finding,
      Optional<Finding> machine,
      String note,
      List<String> codes) {
    this(id, state, finding, machine, note, codes, Optional.empty());
  }

  /// What the machine reads now, when a person decided on another reading of it and has not seen
  /// this one.
  public Optional<Finding> machineNow() {
    return machine.filter(
        now -> seen.filter(s -> !s.saysAs(now)).isPresent() && !finding.saysAs(now));
  }

  /// The shortest of these findings that has the character at `offset`.
  public static Optional<Kept> innermost(List<Kept> all, int offset) {
    return all.stream()
        .filter(k -> k.finding().span().start() <= offset && offset < k.finding().span().end())
        .min(Comparator.comparingInt(k -> k.finding().span().end() - k.finding().span().start()));
  }

  public boolean isReviewed() {
    return state != State.MACHINE;
  }
}
