package org.tellings.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which of the index's files were read whole and found right, or written by ourselves: by name,
/// length and time of the last change. Lucene never changes a file it has written, so these need
/// not be read again at the next opening.
final class Verified {

  private static final String FILE = "verified.txt";

  private Verified() {}

  /// True when every file of the index is as it was when it was noted.
  static boolean isKnown(Path folder) throws IOException {
    var noted = folder.resolve(FILE);
    return Files.exists(noted) && Files.readAllLines(noted).equals(files(folder));
  }

  /// Notes the files as they are now. Where nothing can be written there, they are read whole again
  /// at the next opening.
  static void note(Path folder) {
    try {
      Files.write(folder.resolve(FILE), files(folder));
    } catch (IOException _) {
      // no loss: they are only read once more
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      List<String> lines = new ArrayList<>();
      for (var file : all.filter(SearchIndex::isLucenes).sorted().toList()) {
        lines.add(
            file.getFileName()
                + " "
                + Files.size(file)
                + " "
                + Files.getLastModifiedTime(file).toMillis());
      }
      return lines;
    }
  }
}
