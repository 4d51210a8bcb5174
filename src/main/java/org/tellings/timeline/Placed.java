package org.tellings.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tellings.compare.Account;
import org.tellings.compare.Comparison;
import org.tellings.compare.Telling;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;

/// Which confirmed quotes, claims and figures stand on the page of which event.
///
/// First by the dating words last before the finding in its paragraph, or in the same sentence,
/// else first after it there; then by what other outlets tell of the same thing; last by the dating
/// words last before it in one of the two paragraphs before.
final class Placed {

  private final Map<FindingId, Event> places = new LinkedHashMap<>();
  private final Map<FindingId, Telling> items = new LinkedHashMap<>();

  private Placed() {}

  static Placed of(List<Event> events, List<Account> accounts, Comparison comparison) {
    var placed = new Placed();
    Map<FindingId, Event> dated = new HashMap<>();
    events.forEach(e -> e.tellings().forEach(t -> dated.put(t.dating().kept().id(), e)));
    for (var account : accounts) {
      account.findings().stream()
          .filter(kept -> isItem(kept.finding()))
          .forEach(kept -> placed.items.put(kept.id(), Telling.of(account.article(), kept)));
    }
    accounts.forEach(account -> placed.inParagraphs(account, dated));
    var groups = groups(comparison);
    groups.forEach(placed::together);
    accounts.forEach(account -> placed.carried(account, dated));
    groups.forEach(placed::together); // with what was carried
    return placed;
  }

  static boolean isItem(Finding finding) {
    return switch (finding) {
      case Finding.Quote _, Finding.Claim _, Finding.Figure _ -> true;
      case Finding.DateMention _, Finding.Mention _ -> false;
    };
  }

  /// The tellings of each thing.
  private static List<List<FindingId>> groups(Comparison comparison) {
    List<List<FindingId>> groups = new ArrayList<>();
    comparison
        .utterances()
        .forEach(
            u ->
                groups.add(
                    u.tellings().stream()
                        .flatMap(w -> w.parts().stream().map(part -> part.kept().id()))
                        .toList()));
    comparison
        .propositions()
        .forEach(p -> groups.add(p.tellings().stream().map(s -> s.telling().kept().id()).toList()));
    comparison
        .quantities()
        .forEach(q -> groups.add(q.tellings().stream().map(s -> s.telling().kept().id()).toList()));
    return groups;
  }

  /// Those that stand on the page of an event, in the order in which they were printed.
  List<Telling> on(Event event) {
    return items.values().stream()
        .filter(item -> event.equals(places.get(item.kept().id())))
        .sorted(Telling.EARLIEST)
        .toList();
  }

  private void inParagraphs(Account account, Map<FindingId, Event> dated) {
    var dates = dates(account, dated);
    var text = account.article().text();
    for (var item : of(account)) {
      var span = item.kept().finding().span();
      var from = text.lastIndexOf("\n\n", span.start()) + 1;
      var next = text.indexOf("\n\n", span.end());
      var to = next < 0 ? text.length() : next;
      var sentence = account.prose().around(span).span();
      var inside = dates.subMap(from, true, Math.max(from, to), false);
      var inSentence =
          inside
              .tailMap(Math.max(from, sentence.start()), true)
              .headMap(Math.max(from, sentence.end()), false);
      var before = inside.headMap(span.end(), false);
      if (!inSentence.isEmpty()) {
        places.put(item.kept().id(), nearest(inSentence, span));
      } else if (!inside.isEmpty()) {
        var place = before.isEmpty() ? inside.firstEntry() : before.lastEntry();
        places.put(item.kept().id(), place.getValue());
      }
    }
  }

  private static Event nearest(NavigableMap<Integer, Event> dates, Span span) {
    return dates.entrySet().stream()
        .min(
            Comparator.comparingInt(
                date ->
                    Math.max(
                        Math.max(span.start() - date.getKey(), date.getKey() - span.end()), 0)))
        .orElseThrow()
        .getValue();
  }

  /// The dating words of an article that tell of an event, by where they begin.
  private static TreeMap<Integer, Event> dates(Account account, Map<FindingId, Event> dated) {
    TreeMap<Integer, Event> dates = new TreeMap<>();
    for (var kept : account.findings()) {
      Optional.ofNullable(dated.get(kept.id()))
          .ifPresent(event -> dates.put(kept.finding().span().start(), event));
    }
    return dates;
  }

  /// What is told of one thing goes where most of it stands; of several the first in time.
  private void together(List<FindingId> ids) {
    Map<Event, Integer> counts = new LinkedHashMap<>();
    ids.forEach(
        id ->
            Optional.ofNullable(places.get(id))
                .ifPresent(event -> counts.merge(event, 1, Integer::sum)));
    counts.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<Event, Integer> e) -> -e.getValue())
                .thenComparing(e -> e.getKey().when())
                .thenComparing(e -> e.getKey().id()))
        .ifPresent(most -> ids.forEach(id -> places.putIfAbsent(id, most.getKey())));
  }

  private void carried(Account account, Map<FindingId, Event> dated) {
    var dates = dates(account, dated);
    if (dates.isEmpty()) {
      return;
    }
    for (var item : of(account)) {
      var before = dates.lowerEntry(item.kept().finding().span().start());
      places.putIfAbsent(
          item.kept().id(), (before == null ? dates.firstEntry() : before).getValue());
    }
  }

  private List<Telling> of(Account account) {
    return account.findings().stream()
        .map(Kept::id)
        .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
        .toList();
  }
}
