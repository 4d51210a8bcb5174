package org.tellings.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The force of the verbs of saying: which of them are as good as one another.
///
/// "Said" and "told" are; "said" and "claimed" are not. Verbs that are not listed are plain.
final class Cues {

  private static final Map<String, Integer> KIND =
      kinds(
          """
          claim claims claimed claiming allege alleges alleged alleging insist insists insisted
          insisting maintain maintains maintained maintaining
          ; admit admits admitted admitting concede concedes conceded conceding acknowledge
          acknowledges acknowledged acknowledging confess confesses confessed confessing
          ; reveal reveals revealed revealing disclose discloses disclosed disclosing
          ; warn warns warned warning threaten threatens threatened threatening
          ; vow vows vowed vowing promise promises promised promising pledge pledges pledged pledging
          ; boast boasts boasted boasting brag brags bragged bragging
          ; deny denies denied denying
          ; predict predicts predicted predicting
          ; joke jokes joked joking quip quips quipped quipping
          ; accuse accuses accused accusing
          """);

  private Cues() {}

  /// Whether two cues have the same force; no cue is a plain one.
  static boolean agree(Optional<String> one, Optional<String> other) {
    return kind(one) == kind(other);
  }

  private static int kind(Optional<String> cue) {
    if (cue.isEmpty()) {
      return 0;
    }
    for (var word : cue.get().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      var kind = KIND.get(word);
      if (kind != null) {
        return kind;
      }
    }
    return 0;
  }

  private static Map<String, Integer> kinds(String text) {
    var kinds = new HashMap<String, Integer>();
    var groups = text.strip().split(";");
    for (var i = 0; i < groups.length; i++) {
      for (var word : groups[i].strip().split("\\s+")) {
        kinds.put(word, i + 1);
      }
    }
    return Map.copyOf(kinds);
  }
}
