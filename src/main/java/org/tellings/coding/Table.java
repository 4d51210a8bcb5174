package org.tellings.coding;

/// The two-by-two table of two coders on one code: how many units both gave it to, only one, the
/// other, and neither.
public record Table(long both, long onlyFirst, long onlySecond, long neither) {

  public long units() {
    return both + onlyFirst + onlySecond + neither;
  }
}
