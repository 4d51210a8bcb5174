package org.tellings.model;

/// The five kinds of finding.
public enum Kind {
  QUOTE('q'),
  CLAIM('c'),
  FIGURE('f'),
  DATE('d'),
  ENTITY('e');

  private final char letter;

  Kind(char letter) {
    this.letter = letter;
  }

  /// The letter the kind has in ids and, as a capital, on screens.
  public char letter() {
    return letter;
  }

  /// The word the kind has in output and in the query language: `quote`, `claim` …
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Kind of(char letter) {
    for (var kind : values()) {
      if (kind.letter == letter) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not a kind of finding: " + letter);
  }
}
