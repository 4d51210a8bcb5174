package org.tellings.compare;

import java.util.List;

/// What one person is called, by all articles that give them an office.
///
/// `calls` are the offices told of, the earliest first, each in the wording that tells most;
/// wordings of one office are one. `conflict` where two tellings cannot both hold; `why` says in a
/// sentence why, or why not. `clashes` are the pairs that cannot, empty without a conflict.
public record Role(
    String id,
    String speaker,
    List<Called> calls,
    boolean conflict,
    String why,
    List<Clash> clashes) {

  public Role {
    calls = List.copyOf(calls);
    clashes = List.copyOf(clashes);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException("a role nobody gives");
    }
  }

  /// One office in one standing, with every place that gives it, the earliest first.
  public record Called(String text, List<Told> tellings) {
    public Called {
      tellings = List.copyOf(tellings);
    }
  }

  /// A place that gives it; `words` are the characters there, or what a person wrote in their
  /// stead.
  public record Told(Passage.Place place, String words) {

    /// Whether the words are a person's and not those of the place.
    public boolean isWritten() {
      return !words.equals(place.text());
    }
  }

  /// Two places that cannot both hold, and why in a sentence.
  public record Clash(String why, Told one, Told other) {}
}
