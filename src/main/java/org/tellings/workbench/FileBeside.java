package org.tellings.workbench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Writing a file whole or not at all.
final class FileBeside {

  private FileBeside() {}

  interface Writing<T> {
    Optional<T> into(OutputStream out) throws IOException;
  }

  /// Puts a file that was written beside another in its place.
  static void replace(Path beside, Path file) {
    try {
      try {
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new WorkbenchException("cannot write " + file + ": " + Words.cause(file, e), e);
    }
  }

  /// Writes into a file beside it, which takes its place when all is written; when nothing came of
  /// it, the file is as it was.
  static <T> Optional<T> write(Path file, Writing<T> writing) {
    var beside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try {
        Optional<T> done;
        try (var out = new BufferedOutputStream(Files.newOutputStream(beside))) {
          done = writing.into(out);
        }
        if (done.isPresent()) {
          Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return done;
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new WorkbenchException("cannot write " + file + ": " + Words.cause(file, e), e);
    }
  }
}
