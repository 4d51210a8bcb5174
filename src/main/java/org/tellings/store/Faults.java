package org.tellings.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Why the library's file or folder failed: in words fit to show, with what to do.
final class Faults {

  private static final String ROOM =
      " What was kept before is unharmed; make room on the disk, then try again. To read it needs"
          + " no room: `list`, `show` and `export` work.";

  static final String REPAIR =
      "`check --repair` saves what can be read of it and keeps the damaged file.";

  private Faults() {}

  /// True when there was no room to write; the file is as whole as it was.
  static boolean isFull(SQLException e) {
    return String.valueOf(e.getMessage())
        .matches("(?s).*SQLITE_(FULL|IOERR_(WRITE|SHMSIZE|SHMMAP|FSYNC|TRUNCATE)).*");
  }

  private static boolean isFull(IOException e) {
    return String.valueOf(e.getMessage()).matches("(?is).*(no space left|not enough space).*");
  }

  static LibraryException opening(Path file, SQLException e) {
    if (!isFull(e) && !has(e, "CANTOPEN|READONLY|PERM|AUTH|BUSY|LOCKED")) {
      return LibraryException.damaged(
          "cannot open the library "
              + file
              + ": it is damaged or not a library ("
              + e.getMessage()
              + "). Nothing was changed. "
              + REPAIR,
          e);
    }
    var why =
        isFull(e)
            ? "the disk is full (" + e.getMessage() + ")." + ROOM
            : has(e, "CANTOPEN|READONLY|PERM|AUTH")
                ? "its files may not be opened here ("
                    + e.getMessage()
                    + "). Nothing was changed; a copy of the folder, where you may write, can be"
                    + " opened."
                : "another program uses it (" + e.getMessage() + "). Nothing was changed.";
    return new LibraryException("cannot open the library " + file + ": " + why, e);
  }

  private static boolean has(SQLException e, String codes) {
    return String.valueOf(e.getMessage()).matches("(?s).*SQLITE_(" + codes + ").*");
  }

  static LibraryException opening(Path folder, IOException e) {
    var why =
        e instanceof AccessDeniedException
            ? "no right to write there"
            : isFull(e) ? "the disk is full." + ROOM : told(e.getMessage(), e);
    return new LibraryException("cannot open the library in " + folder + ": " + why, e);
  }

  private static String told(@Nullable String message, IOException e) {
    return message == null ? e.toString() : message;
  }

  static LibraryException failed(String what, SQLException e) {
    return new LibraryException(
        "cannot "
            + what
            + ": "
            + (isFull(e) ? "the disk is full, or the file may not grow (" : "")
            + e.getMessage()
            + (isFull(e) ? ")." : has(e, "IOERR") ? ". Is the disk full?" : ".")
            + (has(e, "CORRUPT|NOTADB")
                ? " The library is damaged. " + REPAIR
                : " What was kept before is unharmed."),
        e);
  }
}
