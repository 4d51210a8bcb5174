package org.tellings.model;

/// What is known of a finding's truth to the text: only read by the machine, or decided by a
/// person.
public enum State {
  MACHINE,
  CONFIRMED,
  CORRECTED,
  REJECTED;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
