package org.tellings.compare;

import java.util.Locale;
import java.util.Optional;
import org.tellings.model.Span;

/// One place where a telling of an utterance parts from the fullest telling.
///
/// `from` are the words of the fullest, `to` the words here; empty when there are none. `fromAt`
/// lies in the text of the fullest's article, `toAt` in the text of the telling's own article. They
/// cover the words from first to last, and so also a cue that stands between two parts of a
/// quotation. For `SPEAKER` and `CUE` the words are names and verbs; a span is given when the
/// article names the speaker.
public record Difference(
    Type type, String from, String to, Optional<Span> fromAt, Optional<Span> toAt) {

  /// What was done to the words.
  public enum Type {
    /// The same words in other letters: spelling, capitals, marks, hyphens, a slip of the pen.
    TYPOGRAPHY,
    /// Words cut at the beginning or at the end, outside the marks.
    TRUNCATED,
    /// Words left out inside the marks, with an ellipsis in their place.
    ELLIPSIS,
    /// Words put in brackets inside the marks, in place of others or added.
    BRACKETED,
    /// Words left out inside the marks, with nothing to show it.
    DROPPED,
    /// Words added inside the marks, with nothing to show it.
    INSERTED,
    /// Other words inside the marks, with nothing to show it.
    SUBSTITUTED,
    /// Two sentences run together into one.
    MERGED,
    /// The same words given to somebody else.
    SPEAKER,
    /// Another verb of saying.
    CUE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether words inside the marks were changed without brackets or ellipsis.
    public boolean isSilent() {
      return switch (this) {
        case DROPPED, INSERTED, SUBSTITUTED, MERGED -> true;
        case TYPOGRAPHY, TRUNCATED, ELLIPSIS, BRACKETED, SPEAKER, CUE -> false;
      };
    }
  }
}
