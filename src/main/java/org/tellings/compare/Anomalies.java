package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import org.tellings.compare.Quantity.Verdict;

/// What does not go together in roles and figures: one anomaly for each pair of roles that clash,
/// and for each quantity with figures in conflict or a likely slip.
final class Anomalies {

  private Anomalies() {}

  /// By type, then in the order of roles and quantities.
  static List<Anomaly> of(List<Role> roles, List<Quantity> quantities) {
    List<Anomaly> anomalies = new ArrayList<>();
    quantities.forEach(quantity -> add(quantity, Verdict.CONFLICT, "figure-conflict", anomalies));
    quantities.forEach(quantity -> add(quantity, Verdict.TYPO, "figure-typo", anomalies));
    for (var role : roles) {
      for (var clash : role.clashes()) {
        anomalies.add(
            new Anomaly(
                Ids.of(
                    "anomaly",
                    "role-conflict",
                    role.id(),
                    clash.one().words(),
                    clash.other().words()),
                "role-conflict",
                clash.why(),
                List.of(clash.one().place(), clash.other().place())));
      }
    }
    return anomalies;
  }

  private static void add(
      Quantity quantity, Verdict verdict, String type, List<Anomaly> anomalies) {
    var odd = quantity.tellings().stream().filter(one -> one.verdict() == verdict).toList();
    if (odd.isEmpty()) {
      return;
    }
    List<Passage.Place> spans = new ArrayList<>();
    odd.forEach(one -> spans.add(one.telling().place()));
    spans.add(quantity.most().telling().place());
    anomalies.add(
        new Anomaly(Ids.of("anomaly", type, quantity.id()), type, odd.getFirst().why(), spans));
  }
}
