package org.tellings.model;

/// A person's word on two findings of one kind: they tell the same thing, or they do not.
///
/// The order of the two does not matter; they are kept with the lesser name first.
public record Tie(FindingId one, FindingId other, boolean same) {

  public Tie {
    if (one.kind() != other.kind() || one.equals(other)) {
      throw new IllegalArgumentException("not two findings of one kind: " + one + ", " + other);
    }
    if (one.toString().compareTo(other.toString()) > 0) {
      var swapped = one;
      one = other;
      other = swapped;
    }
  }

  /// True when this is about the same two findings.
  public boolean joins(FindingId a, FindingId b) {
    return one.equals(a) && other.equals(b) || one.equals(b) && other.equals(a);
  }
}
