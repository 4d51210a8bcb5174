package org.tellings.read;

import java.util.List;
import java.util.Optional;

/// All readers, in the order they are asked.
public final class Readers {

  private static final List<ArticleReader> ALL =
      List.of(new HtmlReader(), new MarkdownReader(), new TextReader());

  private Readers() {}

  public static List<ArticleReader> all() {
    return ALL;
  }

  /// The reader for a file, by its name and first bytes; empty when it is of no readable kind.
  public static Optional<ArticleReader> forFile(String name, byte[] head) {
    return ALL.stream().filter(reader -> reader.accepts(name, head)).findFirst();
  }
}
