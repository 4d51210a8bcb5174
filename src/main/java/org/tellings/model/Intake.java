package org.tellings.model;

import java.util.List;

/// What became of one file that was offered.
///
/// `path` is the file as offered (an archive's member as `archive.zip!member`); `bytes` its size.
public sealed interface Intake {

  String path();

  long bytes();

  /// Read and kept. `missing` says what a person should add ("No publication date found"); empty
  /// when nothing is missing. `characters` is the length of the text.
  record Added(String path, long bytes, ArticleId article, int characters, List<String> missing)
      implements Intake {
    public Added {
      missing = List.copyOf(missing);
    }
  }

  /// The same file, or the same text, is already there as `article`.
  record Duplicate(String path, long bytes, ArticleId article, String reason) implements Intake {}

  /// Could not be read; `rule` names the check that refused it, `reason` says why and what to do.
  record Unreadable(String path, long bytes, String rule, String reason) implements Intake {}

  /// Not an article by its name or kind, or left out by a person.
  record Skipped(String path, long bytes, String rule, String reason) implements Intake {}
}
