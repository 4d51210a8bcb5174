package org.tellings.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.tellings.model.Article;

/// The tables of a library's file: made when it is new, brought forward when an older version made it.
final class Schema {

  private static final int VERSION = 3;

  private Schema() {}

  /// Prepares a connection that writes.
  static void prepare(Desk desk, Path file) throws SQLException, IOException {
    desk.once("pragma busy_timeout = 5000");
    var fresh = number(desk, "select count(*) from sqlite_master") == 0;
    var version = number(desk, "pragma user_version");
    if (!fresh && (version < 1 || version > VERSION)) {
      throw new LibraryException("cannot open " + file + ": it is no Tellings library, or one of a newer version. Nothing was changed.");
    }
    desk.once("pragma journal_mode = wal");
    desk.once("pragma synchronous = full");
    desk.once("pragma foreign_keys = on");
    desk.once("pragma cache_size = -32000");
    desk.once("pragma wal_autocheckpoint = 8000");
    if (fresh) {
      runAll(desk, List.of(schema().split(";\n")));
    } else {
      if (version < 2) {
        forwardFrom1(desk);
      }
      if (version < 3) {
        forwardFrom2(desk);
      }
    }
  }

  private static void runAll(Desk desk, List<String> statements) throws SQLException {
    desk.together(() -> {
      for (var statement : statements) {
        if (!statement.isBlank()) {
          desk.once(statement);
        }
      }
      return desk;
    });
  }

  /// Version 2 counts words and findings of an article when it is kept, and packs the originals.
  private static void forwardFrom1(Desk desk) throws SQLException {
    desk.together(() -> {
      desk.once("alter table article add column words integer not null default 0");
      desk.once("alter table article add column characters integer not null default 0");
      desk.once("alter table article add column found text not null default ''");
      desk.once("alter table original add column pack text not null default ''");
      for (var id : desk.rows("select id from article", r -> r.getString(1))) {
        var text = desk.rows("select text from article where id = ?", r -> r.getString(1), id).getFirst();
        desk.run("update article set words = ?, characters = ?, found = " + Library.FOUND + " where id = ?",
            Article.words(text), text.length(), id);
      }
      desk.once("pragma user_version = 2");
      return desk;
    });
  }

  /// Version 3 has a codebook and the codes given to findings.
  private static void forwardFrom2(Desk desk) throws SQLException {
    desk.together(() -> {
      desk.once("create table code (name text primary key, key integer not null) strict, without rowid");
      desk.once("create table coded (id text not null, code text not null, coder text not null,"
          + " primary key (id, code, coder)) strict, without rowid");
      desk.once("pragma user_version = 3");
      return desk;
    });
  }

  private static int number(Desk desk, String sql) throws SQLException {
    return desk.rows(sql, r -> r.getInt(1)).getFirst();
  }

  private static String schema() throws IOException {
    try (var in = Schema.class.getResourceAsStream("schema.sql")) {
      if (in == null) {
        throw new IOException("the program lacks its schema.sql");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
