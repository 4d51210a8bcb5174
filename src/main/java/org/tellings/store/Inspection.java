package org.tellings.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tellings.model.Article;

/// Looks the library's file and the copies of the originals over, on a connection of its own.
final class Inspection {

  private record Copy(String sha256, String name, String pack, String article) {}

  private static final Pattern TREE = Pattern.compile("^Tree (\\d{1,9})");

  private Inspection() {}

  /// One sentence a problem.
  static List<String> problems(Tables tables, Originals originals) {
    return tables.aside(
        desk -> {
          List<String> problems = new ArrayList<>();
          problems.addAll(damage(desk));
          try {
            problems.addAll(copies(desk, originals));
          } catch (SQLException e) {
            problems.add("library.db: the table original cannot be read (" + e.getMessage() + ")");
          }
          return problems;
        });
  }

  /// What SQLite finds wrong, each tree by the name of its table or index.
  private static List<String> damage(Desk desk) throws SQLException {
    var found =
        desk.rows("pragma integrity_check", r -> r.getString(1)).stream()
            .flatMap(String::lines)
            .filter(line -> !line.equals("ok") && !line.startsWith("***"))
            .toList();
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = new HashMap<>();
    desk.rows(
        "select rootpage, type || ' ' || name from sqlite_master",
        r -> names.put(r.getString(1), r.getString(2)));
    return found.stream()
        .map(
            line ->
                "library.db: "
                    + TREE.matcher(line)
                        .replaceFirst(
                            m ->
                                Matcher.quoteReplacement(
                                    names.getOrDefault(m.group(1), m.group()) + ",")))
        .toList();
  }

  private static List<String> copies(Desk desk, Originals originals) throws SQLException {
    List<String> problems = new ArrayList<>();
    var copies =
        desk.rows(
            "select sha256, name, pack, article from original order by pack, sha256",
            r ->
                new Copy(
                    r.getString("sha256"),
                    r.getString("name"),
                    r.getString("pack"),
                    r.getString("article")));
    for (var copy : copies) {
      if (originals
          .read(copy.pack(), copy.sha256(), copy.name())
          .filter(bytes -> Article.sha256(bytes).equals(copy.sha256()))
          .isEmpty()) {
        problems.add(
            "the copy of the file "
                + copy.name()
                + " of article "
                + copy.article()
                + " is gone or damaged");
      }
    }
    return problems;
  }
}
