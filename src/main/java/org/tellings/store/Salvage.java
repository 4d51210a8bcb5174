package org.tellings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Rows out of a damaged file: each table from its front up to the damage, from its end back to it,
/// and what lies between, key by key.
final class Salvage {

  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("fact", List.of("name")),
          Map.entry("decision", List.of("article", "kind", "start", "end")),
          Map.entry("note", List.of("id")),
          Map.entry("original", List.of("sha256", "article")),
          Map.entry("code", List.of("id")),
          Map.entry("coded", List.of("id", "code", "coder")),
          Map.entry("codebook", List.of("version")),
          Map.entry("coder", List.of("name")),
          Map.entry("finished", List.of("article", "coder")),
          Map.entry("settled", List.of("id", "code")),
          Map.entry("tie", List.of("one", "other")),
          Map.entry("label", List.of("id")),
          Map.entry("timing", List.of("id")),
          Map.entry("waiting", List.of("id")),
          Map.entry("dismissal", List.of("id")));

  private final Desk from;
  private final Set<String> unreadable = new TreeSet<>();
  private final Map<String, List<Map<String, @Nullable Object>>> originals = new TreeMap<>();
  private long next = 1L << 40;
  private Set<String> ids = Set.of();

  Salvage(Desk from) throws SQLException {
    this.from = from;
    from.once("pragma writable_schema = on"); // a file that is cut is read as far as it goes
  }

  /// The tables of which some could not be read.
  Set<String> unreadable() {
    return unreadable;
  }

  /// The rows of a table whose key is a number, by that.
  Map<Long, Map<String, @Nullable Object>> numbered(String table, String key) {
    Map<Long, Map<String, @Nullable Object>> rows = new TreeMap<>();
    Desk.Reading<Integer> keep =
        r -> {
          rows.putIfAbsent(r.getLong(key), row(r));
          return 0;
        };
    var all = "select * from " + table;
    if (!read(table, all + " order by " + key, keep)) {
      read(table, all + " order by " + key + " desc", keep);
      var last = rows.keySet().stream().mapToLong(n -> n).max().orElse(0);
      for (var n = 1L; n <= Math.min(last, 10_000_000); n++) {
        if (!rows.containsKey(n)) {
          read(table, all + " where " + key + " = ?", keep, n);
        }
      }
    }
    return rows;
  }

  /// The rows of a table whose key is words, in no order that matters.
  Collection<Map<String, @Nullable Object>> keyed(String table) {
    Map<List<String>, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
    var keys = Optional.ofNullable(KEYS.get(table)).orElseThrow();
    Desk.Reading<Integer> keep =
        r -> {
          var row = row(r);
          rows.putIfAbsent(keys.stream().map(k -> String.valueOf(row.get(k))).toList(), row);
          return 0;
        };
    var all = "select * from " + table;
    var first = '"' + keys.getFirst() + '"';
    if (!read(table, all + " order by " + first, keep)) {
      read(table, all + " order by " + first + " desc", keep);
      for (var id : ids()) {
        // the id of a finding begins with that of its article
        var of = all + " where " + first + " >= ? and " + first + " < ? order by " + first;
        if (!read(table, of, keep, id, id + "~")) {
          read(table, of + " desc", keep, id, id + "~");
        }
      }
    }
    return rows.values();
  }

  /// The articles that anything in the file names.
  Set<String> ids() {
    if (ids.isEmpty()) {
      Set<String> found = new TreeSet<>();
      Desk.Reading<Integer> keep =
          r -> {
            var id = String.valueOf(r.getString(1));
            if (id.matches("[0-9a-f]{16}")) {
              found.add(id);
            }
            return 0;
          };
      for (var way : List.of("", " desc")) {
        read("", "select id from article order by id" + way, keep);
        read("", "select article from original order by article" + way, keep);
        read("", "select article from intake where outcome = 'added' order by ordinal" + way, keep);
      }
      ids = found;
    }
    return ids;
  }

  /// The name of the file an article came from; empty when that is lost.
  String fileOf(String article) {
    return originals(article).stream()
        .findFirst()
        .map(row -> String.valueOf(row.get("name")))
        .orElse("");
  }

  /// The copies of the files an article came from.
  List<Map<String, @Nullable Object>> originals(String article) {
    if (originals.isEmpty()) {
      for (var row : keyed("original")) {
        originals
            .computeIfAbsent(String.valueOf(row.get("article")), _ -> new ArrayList<>())
            .add(row);
      }
    }
    return originals.getOrDefault(article, List.of());
  }

  /// A number that no article has.
  long fresh() {
    next++;
    return next;
  }

  private <T> boolean read(
      String table, String sql, Desk.Reading<T> keep, @Nullable Object... values) {
    try {
      from.rows(sql, keep, values);
      return true;
    } catch (SQLException e) {
      if (!table.isEmpty()) {
        unreadable.add(table); // what was read before the damage is kept
      }
      return false;
    }
  }

  private static Map<String, @Nullable Object> row(ResultSet r) throws SQLException {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    var columns = r.getMetaData();
    List<String> names = new ArrayList<>();
    for (var i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
    }
    for (var name : names) {
      row.put(name, r.getObject(name));
    }
    return row;
  }
}
