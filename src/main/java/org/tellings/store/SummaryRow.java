package org.tellings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tellings.model.ArticleId;
import org.tellings.model.Kind;
import org.tellings.model.State;
import org.tellings.model.Summary;

/// An article's row as a summary, without reading its text.
final class SummaryRow {

  private SummaryRow() {}

  /// A person's decision on a finding, and whether the machine finds it too.
  record Decided(Kind kind, State state, boolean found) {}

  static Summary summary(ResultSet r, List<Decided> decided) throws SQLException {
    Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    Map<State, Integer> states = new EnumMap<>(State.class);
    Found.counts(r.getString("found"))
        .forEach(
            (kind, n) -> {
              found.put(kind, n);
              states.merge(State.MACHINE, n, Integer::sum);
            });
    for (var one : decided) {
      states.merge(one.state(), 1, Integer::sum);
      if (one.found()) {
        states.computeIfPresent(State.MACHINE, (_, n) -> n == 1 ? null : n - 1);
      } else {
        found.merge(one.kind(), 1, Integer::sum);
      }
    }
    return new Summary(
        new ArticleId(r.getString("id")),
        r.getString("file"),
        ArticleRow.heading(r),
        r.getInt("words"),
        r.getInt("characters"),
        found,
        states,
        r.getInt("parts_removed"));
  }
}
