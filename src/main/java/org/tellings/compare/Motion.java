package org.tellings.compare;

import java.util.List;
import java.util.Set;
import org.tellings.compare.Prose.Word;
import org.tellings.model.Finding.Figure;

/// Whether a figure is by how much something moved (“lost $589bn”, “$589bn less”), what it came to
/// (“is worth $2.9tn”), a part in percent (“40 percent of”), or none of these is told.
enum Motion {
  STEP,
  LEVEL,
  SHARE,
  UNTOLD;

  private static final Set<String> STEPS =
      Set.of("less", "more", "lower", "higher", "fewer", "cheaper", "dearer");

  private static final Set<String> LOSSES =
      Set.of("loss", "losses", "drop", "fall", "rise", "gain", "gains", "increase", "decrease");

  /// Before what something comes to.
  private static final Set<String> LEADS = Set.of("worth", "at", "stands", "stood", "totals");

  /// Reads the words of a clause; those from `from` to `to` are the figure.
  static Motion of(Figure figure, List<Word> words, int from, int to) {
    var next = to < words.size() ? words.get(to).low() : "";
    var before = from > 0 ? words.get(from - 1).low() : "";
    return switch (figure.change()) {
      case UP, DOWN, BY -> STEP;
      case TO -> isOfALoss(words, from) ? STEP : LEVEL;
      case NONE -> untold(figure, before, next);
    };
  }

  private static Motion untold(Figure figure, String before, String next) {
    if (STEPS.contains(next)) {
      return STEP;
    }
    if (figure.unit().equals("percent") && next.equals("of")) {
      return SHARE;
    }
    return LEADS.contains(before) ? LEVEL : UNTOLD;
  }

  /// “The loss came to $589bn.”
  private static boolean isOfALoss(List<Word> words, int from) {
    return words.subList(0, from).stream().anyMatch(word -> LOSSES.contains(word.low()));
  }
}
