package org.tellings.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.model.Tally;

/// Articles in short, with how many findings they have, and the sum of it.
final class Summaries {

  private Summaries() {}

  /// The articles `which` names, with the decisions that `decisionsOn` names; both take `values`.
  static List<Summary> of(
      Tables tables, String which, String decisionsOn, @Nullable Object... values) {
    Map<String, List<SummaryRow.Decided>> decided = new HashMap<>();
    tables.rows(
        "select article, kind, state, machine from decision where " + decisionsOn,
        r ->
            decided
                .computeIfAbsent(r.getString(1), _ -> new ArrayList<>())
                .add(
                    new SummaryRow.Decided(
                        Kind.of(r.getString(2).charAt(0)),
                        State.valueOf(r.getString(3)),
                        r.getBoolean(4))),
        values);
    return tables.rows(
        "select * from article where " + which,
        r -> SummaryRow.summary(r, decided.getOrDefault(r.getString("id"), List.of())),
        values);
  }

  static Tally tally(List<Summary> summaries) {
    Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    Map<State, Integer> states = new EnumMap<>(State.class);
    Set<Outlet> outlets = new HashSet<>();
    for (var summary : summaries) {
      summary.found().forEach((kind, n) -> found.merge(kind, n, Integer::sum));
      summary.states().forEach((state, n) -> states.merge(state, n, Integer::sum));
      if (summary.heading().outlet().isKnown()) {
        outlets.add(summary.heading().outlet());
      }
    }
    return new Tally(summaries.size(), outlets.size(), found, states);
  }
}
