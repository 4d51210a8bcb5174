package org.tellings.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tellings.model.Span;

/// What coders marked with one code at one place: words of one article that hang together, since
/// each overlaps another. `by` has for every coder that was compared, in order, the words they
/// marked there; none where they marked none.
public record Match(String code, Span at, Map<String, List<Span>> by) {

  public Match {
    by = new TreeMap<>(by);
  }

  /// One coder's passage.
  public record Mark(String coder, Span span) {}

  /// The places of one code in one article, in order.
  public static List<Match> of(String code, List<String> coders, List<Mark> marks) {
    List<Match> matches = new ArrayList<>();
    List<Mark> together = new ArrayList<>();
    var end = -1;
    for (var mark : marks.stream().sorted(Comparator.comparing(Mark::span)).distinct().toList()) {
      if (!together.isEmpty() && mark.span().start() >= end) {
        matches.add(match(code, coders, together));
        together.clear();
        end = -1;
      }
      together.add(mark);
      end = Math.max(end, mark.span().end());
    }
    if (!together.isEmpty()) {
      matches.add(match(code, coders, together));
    }
    return matches;
  }

  private static Match match(String code, List<String> coders, List<Mark> together) {
    var from = together.stream().mapToInt(m -> m.span().start()).min().orElseThrow();
    var to = together.stream().mapToInt(m -> m.span().end()).max().orElseThrow();
    return new Match(
        code,
        new Span(from, to),
        coders.stream()
            .collect(
                Collectors.toMap(
                    coder -> coder,
                    coder ->
                        together.stream()
                            .filter(m -> m.coder().equals(coder))
                            .map(Mark::span)
                            .toList())));
  }

  /// All marked exactly the same; passages of one coder that touch count as one.
  public boolean isAgreed() {
    return by.values().stream().map(Passages::joined).distinct().count() == 1;
  }

  /// The coders who did not mark exactly these words (empty: who marked some), in order.
  public List<String> others(Optional<Span> as) {
    var words = as.map(List::of).orElse(List.of());
    return by.entrySet().stream()
        .filter(e -> !Passages.joined(e.getValue()).equals(words))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The coders who marked something here, in order.
  public List<String> marking() {
    return by.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The part of all characters marked here that every coder marked, from 0 to 1.
  public double overlap() {
    var from = new int[at.length() + 1]; // how many coders begin there, less those who end
    for (var spans : by.values()) {
      for (var span : Passages.joined(spans)) {
        from[span.start() - at.start()]++;
        from[span.end() - at.start()]--;
      }
    }
    var all = 0;
    var any = 0;
    var now = 0;
    for (var i = 0; i < at.length(); i++) {
      now += from[i];
      all += now == by.size() ? 1 : 0;
      any += now > 0 ? 1 : 0;
    }
    return (double) all / any;
  }
}
