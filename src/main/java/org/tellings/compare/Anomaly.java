package org.tellings.compare;

import java.util.List;

/// Two or more places that do not go together, though each may be right by itself.
///
/// `type` is a word of the published list, as `role-conflict`; `why` a reason in one sentence.
/// `spans` are the places, the one that looks odd first where one does; never empty.
public record Anomaly(String id, String type, String why, List<Passage.Place> spans) {

  public Anomaly {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("an anomaly without a place");
    }
  }
}
