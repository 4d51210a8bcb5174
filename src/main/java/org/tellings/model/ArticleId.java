package org.tellings.model;

import java.util.regex.Pattern;

/// Names an article by its text: the first 16 hex digits of the text's SHA-256.
///
/// The same text has the same id in every library and on every machine.
public record ArticleId(String value) implements Comparable<ArticleId> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  public ArticleId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an article id: " + value);
    }
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
