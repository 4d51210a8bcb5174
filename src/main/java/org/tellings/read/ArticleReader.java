package org.tellings.read;

import java.util.List;
import org.tellings.model.Article;

/// Reads files of one format into articles. Readers hold no state and are safe for use from many
/// threads.
public interface ArticleReader {

  /// Whether this reader takes a file with this name (without folders) and these first bytes (at
  /// most 4096).
  boolean accepts(String name, byte[] head);

  /// Reads one article out of a file's bytes, or says why it cannot be read.
  Outcome read(String name, byte[] bytes);

  /// What came of reading. `missing` says what a person should add, as "No publication date found".
  sealed interface Outcome {
    record Read(Article article, List<String> missing) implements Outcome {
      public Read {
        missing = List.copyOf(missing);
      }
    }

    record Refused(String rule, String reason) implements Outcome {}
  }
}
