package org.tellings.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The library's file as rows: one connection that writes, and one that sees what is committed and
/// never waits for a batch that is being written. Safe for use from many threads.
final class Tables implements AutoCloseable {

  private final Desk writing;
  private final Desk reading;
  private final Another another;

  private Tables(Desk writing, Desk reading, Another another) {
    this.writing = writing;
    this.reading = reading;
    this.another = another;
  }

  /// Opens one more connection that reads.
  private interface Another {
    Desk open() throws SQLException;
  }

  /// Work on a connection of its own.
  interface Aside<T> {
    T on(Desk desk) throws SQLException;
  }

  /// Opens the file, making its tables or bringing them forward.
  static Tables open(Path file) throws SQLException, IOException {
    var writing = new Desk(file);
    try {
      Schema.prepare(writing, file);
      return new Tables(writing, reading(file), () -> reading(file));
    } catch (SQLException | LibraryException e) {
      writing.close();
      throw e;
    }
  }

  /// Opens the file to read it as it is now, whatever another process writes meanwhile. `untouched`
  /// writes nothing beside the file, for a folder or a disk that takes nothing; nobody writes there
  /// meanwhile.
  static Tables openToRead(Path file, boolean untouched) throws SQLException {
    Another opening = () -> untouched ? Desk.untouched(file) : reading(file);
    var desk = opening.open();
    try {
      Schema.check(desk, file);
      desk.once("begin");
      return new Tables(desk, desk, opening);
    } catch (SQLException | LibraryException e) {
      desk.close();
      throw e;
    }
  }

  private static Desk reading(Path file) throws SQLException {
    var desk = new Desk(file);
    try {
      desk.once("pragma busy_timeout = 5000");
      desk.once("pragma query_only = on");
      return desk;
    } catch (SQLException e) {
      desk.close();
      throw e;
    }
  }

  /// All that `work` writes is kept, or nothing of it; what it reads, it reads inside.
  <T> T together(Desk.Work<T> work) {
    try {
      return writing.together(work);
    } catch (SQLException e) {
      throw Faults.failed("write to the library", e);
    }
  }

  <T> List<T> rows(String sql, Desk.Reading<T> of, @Nullable Object... values) {
    try {
      return (writing.isHeld() ? writing : reading).rows(sql, of, values);
    } catch (SQLException e) {
      throw Faults.failed("read the library", e);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      throw new LibraryException(
          "cannot read the library: library.db is damaged (" + e.getMessage() + ")", e);
    }
  }

  /// Reads at length without keeping anybody waiting; sees what is committed when it begins.
  <T> T aside(Aside<T> work) {
    try (var desk = another.open()) {
      return work.on(desk);
    } catch (SQLException e) {
      throw Faults.failed("read the library", e);
    }
  }

  void run(String sql, @Nullable Object... values) {
    try {
      writing.run(sql, values);
    } catch (SQLException e) {
      throw Faults.failed("write to the library", e);
    }
  }

  @Override
  public void close() {
    try (writing;
        reading) {
      // the journal file goes with the last connection
    } catch (SQLException e) {
      throw Faults.failed("close the library", e);
    }
  }

  /// The two columns of all rows, the first read by `key`.
  <K> Map<K, String> pairs(String sql, Function<String, K> key) {
    Map<K, String> pairs = new HashMap<>();
    rows(sql, r -> pairs.put(key.apply(r.getString(1)), r.getString(2)));
    return pairs;
  }
}
