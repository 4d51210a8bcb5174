package org.tellings.model;

import java.util.Locale;

/// What came from another library or a pack and is laid aside until a person settles it or its
/// article comes. Nothing of it counts meanwhile, and nothing of it is lost.
///
/// `id` names it: the same thing offered again has the same id. `from` is the library or pack it
/// came from, `words` say what it is about, for people. `body` is its decision as the journal
/// writes one, or as the pack wrote it.
public record Waiting(String id, String from, Why why, String words, String body) {

  /// Whether it is a note, of which there can be two.
  public boolean isNote() {
    return why == Why.CONFLICT && body.startsWith("{\"did\":\"noted\"");
  }

  /// Why it is laid aside.
  public enum Why {
    /// Another decision stands here; a person settles which holds.
    CONFLICT,
    /// Its article, or its words in it, are not here.
    LOST,
    /// Nothing waits: libraries of former versions noted so how far another one was merged. Not
    /// made any more.
    MERGED;

    /// Its word in output.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
