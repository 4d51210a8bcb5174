package org.tellings.model;

import java.util.List;
import java.util.stream.IntStream;

/// One code of the codebook: its name, and the number key that gives it in the reader (0: none).
///
/// A name is one line of at most 80 characters; ` › ` in it stands between a group and its member.
public record Code(String name, int key) implements Comparable<Code> {

  public Code {
    if (name.isBlank() || name.length() > 80 || name.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a code's name is one line of 1 to 80 characters");
    }
    if (key < 0 || key > 9) {
      throw new IllegalArgumentException("a code's key is from 1 to 9, or 0 for none: " + key);
    }
  }

  /// The first key no code of these has; 0 when all are taken.
  public static int freeKey(List<Code> codes) {
    return IntStream.rangeClosed(1, 9)
        .filter(key -> codes.stream().noneMatch(code -> code.key() == key))
        .findFirst()
        .orElse(0);
  }

  @Override
  public int compareTo(Code other) {
    return name.compareTo(other.name);
  }
}
