package org.tellings.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder of a library, held by one process at a time: what must be so before its file is
/// opened. Others may visit it to read.
final class LibraryFolder {

  private final Path file;
  private final Optional<FileChannel> lock;

  private LibraryFolder(Path file, Optional<FileChannel> lock) {
    this.file = file;
    this.lock = lock;
  }

  /// Takes the folder, making it when `create`; refuses what is no library, is damaged, or is held
  /// by another process.
  static LibraryFolder take(Path folder, boolean create) throws IOException {
    var taken = takeOrVisit(folder, create);
    if (!taken.isHeld()) {
      throw new LibraryException(
          "the library " + folder + " is open in another window or command; close that first");
    }
    return taken;
  }

  /// Takes the folder as [#take] does; one that another process holds is visited, to read only.
  static LibraryFolder takeOrVisit(Path folder, boolean create) throws IOException {
    var file = folder.resolve("library.db");
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new LibraryException(
          folder + " is a file; a library is a folder. Nothing was changed.");
    }
    if (!create && !Files.exists(file)) {
      throw new LibraryException(
          "there is no library in " + folder + "; `add` and `open` make one");
    }
    if (!Files.exists(file) && holdsOther(folder)) {
      throw new LibraryException(
          "the folder "
              + folder
              + " holds other things and no library; choose an empty or a new folder. Nothing was"
              + " changed.");
    }
    Files.createDirectories(folder.resolve("originals"));
    var lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var taken = new LibraryFolder(file, Optional.of(lock));
    try {
      if (!locked(lock)) {
        taken.release();
        return new LibraryFolder(file, Optional.empty());
      }
      if (isCut(folder, file)) {
        throw new LibraryException(
            "cannot open the library "
                + file
                + ": it is damaged or not a library (its end is missing). Nothing was changed.");
      }
      return taken;
    } catch (IOException | LibraryException e) {
      taken.release();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /// False when another process holds it.
  boolean isHeld() {
    return lock.isPresent();
  }

  /// Whether the file is shorter than it says it is. SQLite takes what is left of a short file for
  /// a new one, and would write over it.
  private static boolean isCut(Path folder, Path file) throws IOException {
    var size = Files.exists(file) ? Files.size(file) : 0;
    if (size == 0) {
      try (var originals = Files.list(folder.resolve("originals"))) {
        return Files.exists(file) && originals.findAny().isPresent();
      }
    }
    var head = ByteBuffer.allocate(100);
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // goes on reading
      }
    }
    var page = head.getShort(16) & 0xFFFF;
    var pages = head.getInt(28);
    // after a kill the journal beside it holds the rest
    return size < 100
        || !Files.exists(file.resolveSibling(file.getFileName() + "-wal"))
            && size < (long) pages * (page == 1 ? 65536 : page);
  }

  /// True when a folder holds what a library just begun does not have.
  private static boolean holdsOther(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .anyMatch(name -> !name.equals("lock") && !name.equals("originals"));
    } catch (IOException e) {
      throw new LibraryException(
          "cannot look into the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  void release() {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      throw new LibraryException("cannot give the library's lock back", e);
    }
  }
}
