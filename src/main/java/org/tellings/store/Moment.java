package org.tellings.store;

import java.util.Locale;

/// One moment of a library: what happened to a step of the journal, and when (ISO instant).
///
/// `number` counts moments from 1 and is never given twice. `isPoint`: the library as it was just
/// before is worth going back to, since much was done at once.
public record Moment(
    long number, String at, Did did, long step, String coder, String words, boolean isPoint) {

  /// What happened to the step.
  public enum Did {
    DONE,
    UNDONE,
    REDONE,
    /// Became part of the next joined step; what it did stands.
    INTO,
    /// Stands for the steps that went into it.
    JOINED,
    /// The library was damaged and saved: nobody can go back before this.
    SAVED;

    /// Its word in output.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
