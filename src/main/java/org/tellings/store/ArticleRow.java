package org.tellings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.model.Removed;

/// An article and its heading as columns of the library's tables.
final class ArticleRow {

  private ArticleRow() {}

  static Article article(ResultSet r) throws SQLException {
    List<Removed> removed = new ArrayList<>();
    var kept = r.getString("removed");
    var parts = Json.list(kept);
    if (parts.isEmpty() && kept.length() > 2) {
      throw new LibraryException(
          "what was left out of article " + r.getString("id") + " cannot be read");
    }
    for (var one : parts) {
      if (one instanceof List<?> l && l.get(2) instanceof Integer at) {
        removed.add(new Removed(String.valueOf(l.get(0)), String.valueOf(l.get(1)), at));
      }
    }
    return new Article(
        new ArticleId(r.getString("id")),
        r.getString("file"),
        heading(r),
        r.getString("text"),
        r.getString("sha256"),
        removed);
  }

  static Heading heading(ResultSet r) throws SQLException {
    return new Heading(
        r.getString("title"),
        r.getString("byline"),
        new Outlet(r.getString("outlet")),
        dated(r, "published"),
        dated(r, "updated"),
        dated(r, "captured"),
        r.getString("url"),
        r.getString("language"));
  }

  private static Optional<Dated> dated(ResultSet r, String column) throws SQLException {
    @Nullable String value = r.getString(column);
    return value == null
        ? Optional.empty()
        : Optional.of(new Dated(value, r.getString(column + "_rule")));
  }
}
