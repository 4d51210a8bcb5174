package org.tellings.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tellings.model.ArticleId;
import org.tellings.store.Library;

/// The kept copy of the file an article came from, written out where other programs see it.
final class Original {

  private Original() {}

  /// Writes the copy, byte for byte and under the file's own name, into a new folder that goes when
  /// the program ends; empty when none is kept.
  static Optional<Path> written(Library library, ArticleId id) {
    return library.copies().of(id).map(content -> write(name(library, id), content));
  }

  private static String name(Library library, ArticleId id) {
    return library
        .summary(id)
        .map(article -> article.file().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"))
        .filter(name -> !name.matches("\\.*"))
        .orElse("original");
  }

  /// Writes a file of this name into a new folder that goes when the program ends.
  static Path write(String name, byte[] content) {
    try {
      var folder = Files.createTempDirectory("tellings-");
      var file = folder.resolve(name);
      folder.toFile().deleteOnExit(); // before the file in it, which goes first
      file.toFile().deleteOnExit();
      return Files.write(file, content);
    } catch (IOException e) {
      throw new WorkbenchException("cannot write " + name + " to look at it: " + e.getMessage(), e);
    }
  }
}
