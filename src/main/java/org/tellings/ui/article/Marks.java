package org.tellings.ui.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.State;

/// Findings as style classes on the text, in one sweep over their ends.
final class Marks {

  private static final List<String> ORDER =
      List.of("q", "f", "c", "d", "e", "selected", "hit", "current");

  private Marks() {}

  /// `length` is that of the text; spans beyond it are cut.
  static StyleSpans<Collection<String>> spans(
      int length,
      Collection<Kept> findings,
      Optional<FindingId> selected,
      List<Span> hits,
      int current) {
    TreeMap<Integer, Map<String, Integer>> changes = new TreeMap<>();
    for (var kept : findings) {
      if (kept.state() != State.REJECTED) {
        add(changes, kept.finding().span(), length, String.valueOf(kept.finding().kind().letter()));
      }
      if (selected.filter(kept.id()::equals).isPresent()) {
        add(changes, kept.finding().span(), length, "selected");
      }
    }
    for (var i = 0; i < hits.size(); i++) {
      add(changes, hits.get(i), length, "hit");
      if (i == current) {
        add(changes, hits.get(i), length, "current");
      }
    }
    var builder = new StyleSpansBuilder<Collection<String>>();
    Map<String, Integer> open = new HashMap<>();
    var at = 0;
    for (var change : changes.entrySet()) {
      if (change.getKey() > at) {
        builder.add(classes(open), change.getKey() - at);
        at = change.getKey();
      }
      change.getValue().forEach((name, by) -> open.merge(name, by, Integer::sum));
    }
    builder.add(classes(open), length - at);
    return builder.create();
  }

  private static void add(
      TreeMap<Integer, Map<String, Integer>> changes, Span span, int length, String name) {
    if (span.start() < length) {
      changes.computeIfAbsent(span.start(), _ -> new HashMap<>()).merge(name, 1, Integer::sum);
      changes
          .computeIfAbsent(Math.min(length, span.end()), _ -> new HashMap<>())
          .merge(name, -1, Integer::sum);
    }
  }

  /// One segment has one underline: a claim's beats a date's beats an entity's.
  private static Collection<String> classes(Map<String, Integer> open) {
    var there =
        new ArrayList<>(ORDER.stream().filter(name -> open.getOrDefault(name, 0) > 0).toList());
    if (there.contains("hit")) {
      there.removeAll(List.of("c", "d", "e"));
    } else {
      Stream.of("c", "d", "e")
          .filter(there::contains)
          .findFirst()
          .ifPresent(
              winner -> there.removeIf(name -> "cde".contains(name) && !name.equals(winner)));
    }
    return there;
  }
}
