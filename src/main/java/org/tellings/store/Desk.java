package org.tellings.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/// One connection to the library's file, with the statements it has prepared.
///
/// Safe for use from many threads, one at a time: who holds the desk's monitor keeps the others
/// waiting.
final class Desk implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Desk(Path file) throws SQLException {
    this(file.toString());
  }

  private Desk(String name) throws SQLException {
    // asked for by name: java.sql would look through every jar for drivers first
    this.connection = JDBC.createConnection(JDBC.PREFIX + name, new Properties());
  }

  /// A desk to read a file that stays as it is, and beside which nothing is written: no lock and no
  /// journal. Where a journal stands beside the file, what is in it is read too.
  static Desk untouched(Path file) throws SQLException {
    var journal = file.resolveSibling(file.getFileName() + "-wal").toFile();
    return new Desk(
        file.toAbsolutePath().toUri().toString()
            + (journal.length() > 0 ? "?mode=ro" : "?immutable=1"));
  }

  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  interface Work<T> {
    T run() throws SQLException;
  }

  synchronized <T> List<T> rows(String sql, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    var statement = statement(sql);
    bind(statement, values);
    try (var rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reading.of(rows));
      }
      return all;
    }
  }

  synchronized void run(String sql, @Nullable Object... values) throws SQLException {
    var statement = statement(sql);
    bind(statement, values);
    statement.executeUpdate();
  }

  /// Runs a statement that is not worth keeping.
  synchronized void once(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// All of `work` is written, or nothing of it.
  synchronized <T> T together(Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      var result = work.run();
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      rollback(e);
      throw e;
    }
  }

  /// Takes back what `cause` left half done, unless SQLite did so itself, as it does when the disk
  /// is full.
  private void rollback(Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      cause.addSuppressed(second);
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException second) {
      cause.addSuppressed(second);
    }
  }

  boolean isHeld() {
    return Thread.holdsLock(this);
  }

  private PreparedStatement statement(String sql) throws SQLException {
    @Nullable PreparedStatement kept = prepared.get(sql);
    if (kept == null) {
      kept = connection.prepareStatement(sql);
      prepared.put(sql, kept);
    }
    return kept;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }
}
