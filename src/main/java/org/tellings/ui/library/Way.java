package org.tellings.ui.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tellings.model.Hits.Order;
import org.tellings.model.Query;
import org.tellings.workbench.Workbench;

/// The way out of a search that finds nothing: a chip, and how many articles there are without it.
record Way(String chip, int total) {

  /// The chip without which most is found; empty when nothing is found without any. Not on the
  /// screen's thread.
  static Optional<Way> best(Workbench workbench, List<String> chips, String words) {
    Optional<Way> best = Optional.empty();
    for (var chip : chips) {
      var without = new ArrayList<>(chips);
      without.remove(chip);
      var query = Query.parse(String.join(" ", without) + " " + words);
      var total = workbench.find(query, Order.RELEVANCE, 0, 1).total();
      if (total > best.map(Way::total).orElse(0)) {
        best = Optional.of(new Way(chip, total));
      }
    }
    return best;
  }
}
