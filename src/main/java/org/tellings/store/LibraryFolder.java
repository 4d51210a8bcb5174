package org.tellings.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of a library, held by one process at a time: what must be so before its file is
/// opened. Others may visit it to read.
final class LibraryFolder {

  private final Path file;
  private final Optional<FileChannel> lock;
  private final Reach reach;

  private LibraryFolder(Path file, Optional<FileChannel> lock, Reach reach) {
    this.file = file;
    this.lock = lock;
    this.reach = reach;
  }

  /// What this process may do with the library, and why no more.
  enum Reach {
    ALL(""),
    HELD_ELSEWHERE("another window or command has it open"),
    NO_RIGHT("there is no right to write there"),
    NO_ROOM("the disk is full");

    private final String why;

    Reach(String why) {
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  /// Takes the folder, making it when `create`; refuses what is no library, is damaged, or is held
  /// by another process.
  static LibraryFolder take(Path folder, boolean create) throws IOException {
    var taken = takeOrVisit(folder, create);
    if (taken.reach() == Reach.NO_RIGHT) {
      throw LibraryException.readable(
          "cannot open the library in "
              + folder
              + " to change it: no right to write there. `list`, `find`, `show`, `compare`,"
              + " `history` and `export` work; a copy of the folder can be changed.");
    }
    if (taken.reach() != Reach.ALL) {
      throw LibraryException.readable(
          "the library " + folder + " is open in another window or command; close that first");
    }
    return taken;
  }

  /// A folder that is only looked into; nothing of it is held or changed.
  static LibraryFolder visit(Path folder) throws IOException {
    var file = folder.resolve("library.db");
    if (!Files.exists(file)) {
      throw new LibraryException("there is no library in " + folder);
    }
    refuseCut(folder, file);
    return new LibraryFolder(
        file, Optional.empty(), isWritable(folder) ? Reach.HELD_ELSEWHERE : Reach.NO_RIGHT);
  }

  /// Takes the folder as [#take] does; one that another process holds, or in which nothing can be
  /// written, is visited, to read only.
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
    if (Files.exists(file) && !isWritable(folder)) {
      refuseCut(folder, file);
      return new LibraryFolder(file, Optional.empty(), Reach.NO_RIGHT);
    }
    Files.createDirectories(folder.resolve("originals"));
    var lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var taken = new LibraryFolder(file, Optional.of(lock), Reach.ALL);
    try {
      if (!locked(lock)) {
        taken.release();
        return new LibraryFolder(file, Optional.empty(), Reach.HELD_ELSEWHERE);
      }
      refuseCut(folder, file);
      return taken;
    } catch (IOException | LibraryException e) {
      taken.release();
      throw e;
    }
  }

  /// Holds the folder of a library that may be damaged.
  static LibraryFolder takeDamaged(Path folder) throws IOException {
    var file = folder.resolve("library.db");
    if (!Files.exists(file)) {
      throw new LibraryException("there is no library in " + folder);
    }
    Files.createDirectories(folder.resolve("originals"));
    var lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var taken = new LibraryFolder(file, Optional.of(lock), Reach.ALL);
    if (!locked(lock)) {
      taken.release();
      throw LibraryException.readable(
          "the library " + folder + " is open in another window or command; close that first");
    }
    return taken;
  }

  Path file() {
    return file;
  }

  Reach reach() {
    return reach;
  }

  /// The same folder, held still, where the disk takes nothing more.
  LibraryFolder withoutRoom() {
    return new LibraryFolder(file, lock, Reach.NO_ROOM);
  }

  /// Writes a library's file and the copies it names into an empty folder, durable when this
  /// returns.
  static void copy(Tables tables, Originals originals, Path to) {
    var file = to.resolve("library.db");
    try {
      Files.createDirectories(to.resolve("originals"));
      tables.aside(
          desk -> {
            desk.once("pragma query_only = off"); // it writes another file
            desk.run("vacuum into ?", file.toString());
            return file;
          });
      try (var written = new Desk(file)) {
        for (var pack :
            written.rows(
                "select distinct case pack when '' then sha256 else pack end from original",
                r -> r.getString(1))) {
          originals.copy(pack, to.resolve("originals"));
        }
      }
      try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
        written.force(true);
      }
    } catch (SQLException e) {
      throw Faults.failed("copy the library into " + to, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the library into " + to, e);
    }
  }

  /// Writes the library as it was before the program of a newer version brought it forward, with
  /// all copies of files, into an empty folder.
  void copyEarlier(int version, Path to) {
    try {
      var earlier =
          Earlier.all(file).stream()
              .filter(one -> Earlier.version(one) == version)
              .findFirst()
              .orElseThrow(
                  () -> new LibraryException("there is no copy of version " + version + " here"));
      var packs = Files.createDirectories(to.resolve("originals"));
      Files.copy(earlier, to.resolve("library.db"));
      try (var all = Files.list(file.resolveSibling("originals"))) {
        for (var pack : all.toList()) {
          Files.copy(pack, packs.resolve(pack.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the library into " + to, e);
    }
  }

  /// The versions of which a copy is kept, lowest first.
  List<Integer> earlier() {
    try {
      return Earlier.all(file).stream().map(Earlier::version).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into the folder of " + file, e);
    }
  }

  private static boolean isWritable(Path folder) {
    return Stream.of("", "library.db", "lock", "originals", "index")
        .map(folder::resolve)
        .allMatch(one -> !Files.exists(one) || Files.isWritable(one));
  }

  private static void refuseCut(Path folder, Path file) throws IOException {
    if (isCut(folder, file)) {
      throw LibraryException.damaged(
          "cannot open the library "
              + file
              + ": it is damaged or not a library (its end is missing). Nothing was changed. "
              + Faults.REPAIR,
          null);
    }
  }

  /// Whether the file is shorter than it says it is. SQLite takes what is left of a short file for
  /// a new one, and would write over it.
  private static boolean isCut(Path folder, Path file) throws IOException {
    var size = Files.exists(file) ? Files.size(file) : 0;
    if (size == 0 && !Files.exists(folder.resolve("originals"))) {
      return false;
    }
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
