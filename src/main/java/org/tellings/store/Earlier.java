package org.tellings.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Copies of the library's file as it was before a newer version of the program brought it forward:
/// `library-version-8.db` beside it, at most two of them.
final class Earlier {

  private static final int MOST = 2;
  private static final Pattern NAME = Pattern.compile("library-version-(?<version>\\d{1,4})\\.db");

  private Earlier() {}

  /// Keeps the file as it is; of the other copies those of the lowest versions go when there are
  /// too many. A copy of the same version gives way.
  static void keep(Desk desk, Path file, int version) throws SQLException, IOException {
    var copy = file.resolveSibling("library-version-" + version + ".db");
    var fresh = file.resolveSibling(copy.getFileName() + ".part");
    try {
      Files.deleteIfExists(fresh);
      desk.run("vacuum into ?", fresh.toString());
      Files.move(fresh, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    var others = all(file).stream().filter(one -> version(one) != version).toList();
    for (var old : others.subList(0, Math.max(0, others.size() - MOST + 1))) {
      Files.deleteIfExists(old);
    }
  }

  /// The copies beside the library's file, that of the lowest version first.
  static List<Path> all(Path file) throws IOException {
    try (var files = Files.list(file.toAbsolutePath().getParent())) {
      return files
          .filter(one -> version(one) > 0)
          .sorted(Comparator.comparingInt(Earlier::version))
          .toList();
    }
  }

  /// The version in a copy's name; 0 when it is no copy.
  static int version(Path copy) {
    var m = NAME.matcher(String.valueOf(copy.getFileName()));
    return m.matches() ? Integer.parseInt(m.group("version")) : 0;
  }
}
