package org.tellings.model;

import java.util.Optional;

/// Who is speaking, as far as the article tells.
///
/// `name` is the canonical name, empty when it cannot be said; `at` where the article names them
/// for this quote; `role` what this article calls them ("the White House AI and crypto czar").
public record Speaker(
    Optional<String> name, Optional<Span> at, Optional<SpeakerKind> kind, Optional<String> role) {

  public enum SpeakerKind {
    PERSON,
    ORGANISATION,
    DOCUMENT,
    UNNAMED
  }

  public static final Speaker UNKNOWN =
      new Speaker(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
