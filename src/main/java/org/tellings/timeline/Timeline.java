package org.tellings.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Account;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Tie;

/// What happened in the articles of a library, in order: the way into this package.
///
/// Takes articles in and out one by one; what it answers depends on the accounts and on what people
/// said, not on the order in which they came. Safe for use from many threads, one at a time; the
/// first question after a change does the work, the next ones are answered from memory.
public final class Timeline {

  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::when).thenComparing(Event::id);

  private final Events events = new Events();
  private final Map<FindingId, String> labels = new HashMap<>();
  private final Map<FindingId, When> datings = new HashMap<>();
  private final Map<ArticleId, List<Anomaly>> pages = new HashMap<>();
  private @Nullable List<Event> known;

  /// Takes an account in, in place of an earlier one of the same article.
  public synchronized void take(Account account) {
    events.take(account);
    pages.put(account.article().id(), PageRules.of(account, events.deeds(account.article().id())));
    known = null;
  }

  public synchronized void leave(ArticleId article) {
    events.leave(article);
    pages.remove(article);
    known = null;
  }

  /// What people said of pairs of dating words; replaces what was said before.
  public synchronized void ties(Collection<Tie> ties) {
    events.tie(ties.stream().filter(tie -> tie.one().kind() == Kind.DATE).toList());
    known = null;
  }

  /// The names people gave to events, each by the dating words it was given on; replaces those
  /// before.
  public synchronized void labels(Map<FindingId, String> given) {
    labels.clear();
    labels.putAll(given);
    known = null;
  }

  /// When people say that events happened, each by the dating words it was said on; replaces what
  /// was said before.
  public synchronized void datings(Map<FindingId, When> given) {
    datings.clear();
    datings.putAll(given);
    known = null;
  }

  /// In the order in which they happened, then by id.
  public synchronized List<Event> events() {
    var all = known;
    if (all == null) {
      List<Event> made = new ArrayList<>();
      events.things().forEach(event -> made.add(asPeopleSay(event)));
      made.sort(ORDER);
      all = List.copyOf(made);
      known = all;
    }
    return all;
  }

  /// Dates that cannot be so, those of single articles first, then by id. Dismissed ones are among
  /// them: that is for the caller to say.
  public synchronized List<Anomaly> anomalies() {
    List<Anomaly> all = new ArrayList<>();
    pages.values().forEach(all::addAll);
    all.sort(Comparator.comparing(Anomaly::type).thenComparing(Anomaly::id));
    Set<String> told = new HashSet<>();
    all.forEach(anomaly -> told.addAll(places(anomaly)));
    var between =
        Conflicts.of(events.deeds(), events.things()).stream()
            .filter(anomaly -> places(anomaly).stream().limit(1).noneMatch(told::contains))
            .sorted(Comparator.comparing(Anomaly::type).thenComparing(Anomaly::id))
            .toList();
    all.addAll(between);
    return List.copyOf(all);
  }

  private static List<String> places(Anomaly anomaly) {
    return anomaly.spans().stream().map(place -> place.article() + " " + place.span()).toList();
  }

  /// A name or date that a person gave; of several the one on the first telling.
  private Event asPeopleSay(Event event) {
    if (labels.isEmpty() && datings.isEmpty()) {
      return event;
    }
    var ids = event.tellings().stream().map(told -> told.dating().kept().id()).toList();
    var label = ids.stream().filter(labels::containsKey).findFirst().map(labels::get);
    var dating = ids.stream().filter(datings::containsKey).findFirst().map(datings::get);
    return label.isEmpty() && dating.isEmpty()
        ? event
        : new Event(
            event.id(),
            dating.orElse(event.when()),
            label.orElse(event.title()),
            event.participants(),
            event.tellings(),
            dating.isPresent());
  }
}
