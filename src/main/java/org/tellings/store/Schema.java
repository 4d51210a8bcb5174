package org.tellings.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Kind;

/// The tables of a library's file: made when it is new, brought forward when an older version made
/// it.
final class Schema {

  private static final int VERSION = 9;

  private Schema() {}

  /// Prepares a connection that writes.
  static void prepare(Desk desk, Path file) throws SQLException, IOException {
    desk.once("pragma busy_timeout = 5000");
    var fresh = number(desk, "select count(*) from sqlite_master") == 0;
    var version = number(desk, "pragma user_version");
    if (!fresh && (version < 1 || version > VERSION)) {
      throw new LibraryException(
          "cannot open "
              + file
              + ": it is no Tellings library, or one of a newer version. Nothing was changed.");
    }
    desk.once("pragma journal_mode = wal");
    desk.once("pragma synchronous = full");
    desk.once("pragma cache_size = -32000");
    desk.once("pragma wal_autocheckpoint = 8000");
    var statements = List.of(schema().split(";\n"));
    if (fresh) {
      desk.together(() -> all(desk, statements));
    } else if (version < VERSION) {
      Earlier.keep(desk, file, version);
      forward(desk, version, statements);
    }
    desk.once("pragma foreign_keys = on");
  }

  /// Refuses a file that is not of this version.
  static void check(Desk desk, Path file) throws SQLException {
    var version = number(desk, "pragma user_version");
    if (version >= 1 && version < VERSION) {
      throw new LibraryException(
          "cannot read "
              + file
              + ": an older version made it. Open it once where you may write and nothing else has"
              + " it open; that brings it forward.");
    }
    if (version != VERSION) {
      throw new LibraryException(
          "cannot read "
              + file
              + ": another window or command, of another version, has it open; close that first");
    }
  }

  private static int all(Desk desk, List<String> statements) throws SQLException {
    for (var statement : statements) {
      if (!statement.isBlank()) {
        desk.once(statement);
      }
    }
    return statements.size();
  }

  /// Version 8 did not keep when steps were undone, nor the steps thrown away. Version 7 had no
  /// captures, codes of a name and a key alone, and kept no version of the codebook with what was
  /// coded. Version 6 had no timings and no dismissals, version 5 besides no ties and no labels.
  /// Version 4 kept one article an original and did not note which findings a step touched.
  /// Versions 1 to 3 kept a row for each finding and the text in the article's row; 1 and 2 had no
  /// codes; 1 kept the originals as files of their own, which stay where they are.
  private static void forward(Desk desk, int version, List<String> statements) throws SQLException {
    desk.once("pragma legacy_alter_table = on");
    var changed =
        switch (version) {
          case 8 -> List.<String>of();
          case 5, 6, 7 -> List.of("article", "code", "coded");
          case 4 -> List.of("article", "original", "code", "coded");
          case 3 -> List.of("article", "decision", "original", "code", "coded");
          default -> List.of("article", "decision", "original");
        };
    desk.together(
        () -> {
          for (var table : changed) {
            desk.once("alter table " + table + " rename to old_" + table);
          }
          var there = desk.rows("select name from sqlite_master", r -> r.getString(1));
          var lacking =
              statements.stream()
                  .filter(s -> s.startsWith("create ") && !there.contains(s.split(" ", 4)[2]))
                  .toList();
          all(desk, lacking);
          if (version < 4) {
            for (var id :
                desk.rows("select id from old_article order by rowid", r -> r.getString(1))) {
              article(desk, id);
            }
            desk.once("drop table finding");
          } else if (version < 8) {
            desk.once(
                "insert into article select number, id, file, title, byline, outlet, published,"
                    + " published_rule, updated, updated_rule, null, null, url, language, sha256,"
                    + " present, words, characters, parts_removed, found from old_article");
          }
          if (version < 5) {
            desk.once(
                "insert into original select sha256, article, name, "
                    + (version == 1 ? "''" : "pack")
                    + " from old_original");
            touched(desk);
          }
          if (changed.contains("code")) {
            desk.once(
                "insert into code select name, name, key, row_number() over (order by name),"
                    + " 'GIVEN', '', '', '', '', '', '' from old_code");
            desk.once("insert into coded select id, code, coder, 0 from old_coded");
          }
          for (var table : changed) {
            desk.once("drop table old_" + table);
          }
          Moments.of(desk);
          desk.once("pragma user_version = " + VERSION);
          return lacking;
        });
  }

  private static void touched(Desk desk) throws SQLException {
    for (var number : desk.rows("select number from journal", r -> r.getLong(1))) {
      var edit =
          desk.rows(
                  "select edit from journal where number = ?",
                  r -> EditRow.edit(r.getString(1)),
                  number)
              .getFirst();
      for (var finding : Journal.touched(edit)) {
        desk.run("insert into touched values (?,?)", finding, number);
      }
    }
  }

  private static void article(Desk desk, String id) throws SQLException {
    var findings =
        desk.rows(
            "select kind, body from finding where article = ? order by start, \"end\" desc, kind",
            r -> FindingRow.finding(Kind.of(r.getString(1).charAt(0)), r.getString(2)),
            id);
    var names =
        new HashSet<>(
            desk.rows(
                "select kind || start || '-' || \"end\" from finding where article = ?",
                r -> r.getString(1),
                id));
    var row =
        desk.rows(
                "select text, removed from old_article where id = ?",
                r -> List.of(r.getString(1), r.getString(2)),
                id)
            .getFirst();
    var found = Found.of(new ArrayList<Finding>(findings));
    desk.run(
        "insert into article select null, id, file, title, byline, outlet, published,"
            + " published_rule, updated, updated_rule, null, null, url, language, sha256, present,"
            + " ?, ?, ?, ? from old_article where id = ?",
        Article.words(row.getFirst()),
        row.getFirst().length(),
        Json.list(row.getLast()).size(),
        found.counts(),
        id);
    desk.run(
        "insert into content values ((select number from article where id = ?), ?, ?, ?)",
        id,
        row.getFirst(),
        row.getLast(),
        found.body());
    for (var name :
        desk.rows(
            "select kind || start || '-' || \"end\" from old_decision where article = ?",
            r -> r.getString(1),
            id)) {
      desk.run(
          "insert into decision select *, ? from old_decision where article = ? and kind || start"
              + " || '-' || \"end\" = ?",
          names.contains(name) ? 1 : 0,
          id,
          name);
    }
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
