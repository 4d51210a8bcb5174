package org.tellings.coding;

import java.util.ArrayList;
import java.util.List;
import org.tellings.model.Span;

/// The passages of one coder.
final class Passages {

  private Passages() {}

  /// In order; those that overlap or touch are one.
  static List<Span> joined(List<Span> passages) {
    List<Span> joined = new ArrayList<>();
    for (var span : passages.stream().sorted().toList()) {
      if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
        var last = joined.removeLast();
        joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
