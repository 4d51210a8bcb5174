package org.tellings.timeline;

import java.util.List;

/// A word that a reader may not know, and what it means in plain words.
///
/// `forms` are other ways it is written (plurals, other spellings), besides `word` itself; capitals
/// do not count.
public record Term(String word, List<String> forms, String meaning) {

  public Term {
    forms = List.copyOf(forms);
    if (word.isBlank() || meaning.isBlank()) {
      throw new IllegalArgumentException("a term wants a word and a meaning");
    }
  }
}
