package org.tellings.ui.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// One style class on a passage.
  record Mark(Span span, String name) {}

  /// What is to be marked; `length` is that of the text, spans beyond it are cut.
  static Set<Mark> of(
      int length,
      Collection<Kept> findings,
      Optional<FindingId> selected,
      List<Span> hits,
      int current) {
    Set<Mark> marks = new HashSet<>();
    for (var kept : findings) {
      if (kept.state() != State.REJECTED) {
        add(marks, kept.finding().span(), length, String.valueOf(kept.finding().kind().letter()));
      }
      if (selected.filter(kept.id()::equals).isPresent()) {
        add(marks, kept.finding().span(), length, "selected");
      }
    }
    for (var i = 0; i < hits.size(); i++) {
      add(marks, hits.get(i), length, "hit");
      if (i == current) {
        add(marks, hits.get(i), length, "current");
      }
    }
    return marks;
  }

  private static void add(Set<Mark> marks, Span span, int length, String name) {
    if (span.start() < length) {
      marks.add(new Mark(new Span(span.start(), Math.min(length, span.end())), name));
    }
  }

  /// The passages that one set of marks has and the other has not, in order, none within another.
  static List<Span> changed(Set<Mark> before, Set<Mark> now) {
    var spans =
        Stream.concat(
                before.stream().filter(mark -> !now.contains(mark)),
                now.stream().filter(mark -> !before.contains(mark)))
            .map(Mark::span)
            .sorted()
            .toList();
    List<Span> apart = new ArrayList<>();
    for (var span : spans) {
      if (!apart.isEmpty() && span.start() <= apart.getLast().end()) {
        var last = apart.removeLast();
        apart.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        apart.add(span);
      }
    }
    return apart;
  }

  /// The style classes within a passage.
  static StyleSpans<Collection<String>> spans(Span within, Set<Mark> marks) {
    TreeMap<Integer, Map<String, Integer>> changes = new TreeMap<>();
    for (var mark : marks) {
      var start = Math.max(within.start(), mark.span().start());
      var end = Math.min(within.end(), mark.span().end());
      if (start < end) {
        changes.computeIfAbsent(start, _ -> new HashMap<>()).merge(mark.name(), 1, Integer::sum);
        changes.computeIfAbsent(end, _ -> new HashMap<>()).merge(mark.name(), -1, Integer::sum);
      }
    }
    var builder = new StyleSpansBuilder<Collection<String>>();
    Map<String, Integer> open = new HashMap<>();
    var at = within.start();
    for (var change : changes.entrySet()) {
      if (change.getKey() > at) {
        builder.add(classes(open), change.getKey() - at);
        at = change.getKey();
      }
      change.getValue().forEach((name, by) -> open.merge(name, by, Integer::sum));
    }
    if (at < within.end()) {
      builder.add(classes(open), within.end() - at);
    }
    return builder.create();
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
