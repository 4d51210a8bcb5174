package org.tellings.compare;

import org.tellings.model.Article;

/// Names for things of which no finding is the first: the same words give the same name anywhere.
final class Ids {

  private Ids() {}

  /// The kind's first letter, and 12 hex digits of the hash of what makes the thing what it is.
  static String of(String kind, String... parts) {
    return kind.charAt(0)
        + "-"
        + Article.sha256(kind + "\n" + String.join("\n", parts)).substring(0, 12);
  }
}
