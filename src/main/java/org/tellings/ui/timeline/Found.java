package org.tellings.ui.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Event;

/// What the timeline was when it was asked, made ready to be drawn: events in order, where one
/// looks at first, anomalies that nobody dismissed in order, outlets by how many articles they
/// have; hours are those of `zone`. May be made on any thread.
record Found(
    Spread spread,
    Opening opening,
    Map<String, Mark> byId,
    List<Flag> flags,
    List<Lane> lanes,
    ZoneId zone) {

  /// What was done with an article at a time; none is when what it tells happened.
  enum Done {
    PRINTED,
    CHANGED,
    CAPTURED
  }

  /// An article in the lane of its outlet, once for each time that its page tells of itself.
  record Issue(ArticleId article, String title, String when, Mark.Printed at, Done done) {

    boolean isPrinting() {
      return done == Done.PRINTED;
    }
  }

  /// The articles of an outlet, the earliest first.
  record Lane(Outlet outlet, List<Issue> issues) {

    int articles() {
      return (int) issues.stream().filter(Issue::isPrinting).count();
    }
  }

  /// A date that cannot be so, the event it stands on if it does, and when its article was printed.
  record Flag(Anomaly anomaly, Optional<Mark> mark, Optional<Mark.Printed> printed) {

    /// Where it stands on the axis.
    Optional<Double> at() {
      return mark.map(Mark::at).or(() -> printed.map(Mark.Printed::middle));
    }
  }

  /// Where one looks before one has been anywhere, and the event that is selected there.
  record Opening(Sight sight, Optional<Mark> lead) {

    private static final double DAYS = 10;

    /// The ten days of which most is told, or all when that is not much longer.
    static Opening of(Spread spread) {
      var sight = spread.whole().days() < 3 * DAYS ? spread.whole() : told(spread.marks());
      return new Opening(
          sight,
          Spread.inSight(spread.marks(), sight).stream()
              .max(Comparator.comparingInt(Mark::outlets)));
    }

    private static Sight told(List<Mark> all) {
      var most = 0;
      var sum = 0;
      var best = all.getFirst().at();
      var first = 0;
      for (var mark : all) {
        sum += tellings(mark);
        while (mark.at() - all.get(first).at() > DAYS - 2) {
          sum -= tellings(all.get(first));
          first++;
        }
        if (sum > most) {
          most = sum;
          best = all.get(first).at();
        }
      }
      var begin = Math.floor(best) - 1;
      return new Sight(begin, begin + DAYS);
    }

    private static int tellings(Mark mark) {
      return mark.isRange() ? 0 : mark.event().tellings().size();
    }
  }

  static Found of(
      List<Event> events,
      List<Anomaly> anomalies,
      Map<String, String> dismissed,
      List<Summary> articles,
      ZoneId zone) {
    var marks = marks(events);
    Map<ArticleId, List<Mark>> telling = new HashMap<>();
    for (var mark : marks) {
      mark.event().tellings().stream()
          .map(told -> told.dating().article())
          .distinct()
          .forEach(id -> telling.computeIfAbsent(id, _ -> new ArrayList<>()).add(mark));
    }
    var flags =
        anomalies.stream()
            .filter(anomaly -> !dismissed.containsKey(anomaly.id()))
            .map(anomaly -> flag(anomaly, telling, zone))
            .sorted(Comparator.comparing(f -> f.at().orElse(Double.MAX_VALUE)))
            .toList();
    var important =
        marks.stream()
            .sorted(
                Comparator.comparingInt((Mark m) -> -m.outlets())
                    .thenComparingInt(m -> -m.event().tellings().size())
                    .thenComparingDouble(Mark::at))
            .toList();
    Map<String, Mark> byId = new HashMap<>();
    marks.forEach(mark -> byId.put(mark.id(), mark));
    var spread = Spread.of(marks, important);
    return new Found(
        spread, Opening.of(spread), Map.copyOf(byId), flags, lanes(articles, zone), zone);
  }

  /// Those of one day stand side by side in it.
  private static List<Mark> marks(List<Event> events) {
    Map<LocalDate, Integer> onDay = new HashMap<>();
    events.forEach(event -> onDay.merge(event.when().anchor(), 1, Integer::sum));
    Map<LocalDate, Integer> seen = new HashMap<>();
    List<Mark> marks = new ArrayList<>();
    for (var event : events) {
      var day = event.when().anchor();
      var nth = seen.merge(day, 1, Integer::sum);
      marks.add(Mark.of(event, (nth - 0.5) / onDay.getOrDefault(day, 1)));
    }
    marks.sort(Comparator.comparingDouble(Mark::at));
    return List.copyOf(marks);
  }

  private static Flag flag(Anomaly anomaly, Map<ArticleId, List<Mark>> telling, ZoneId zone) {
    var mark =
        anomaly.spans().stream()
            .flatMap(
                place ->
                    telling.getOrDefault(place.article(), List.of()).stream()
                        .filter(m -> tells(m.event(), place)))
            .findFirst();
    var printed =
        anomaly.spans().stream()
            .flatMap(place -> place.heading().published().stream())
            .flatMap(dated -> Mark.Printed.of(dated.value(), zone).stream())
            .findFirst();
    return new Flag(anomaly, mark, printed);
  }

  private static boolean tells(Event event, Anomaly.Place place) {
    return event.tellings().stream()
        .filter(told -> told.dating().article().equals(place.article()))
        .anyMatch(
            told ->
                meet(told.span(), place.span())
                    || meet(told.dating().kept().finding().span(), place.span()));
  }

  static boolean meet(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static List<Lane> lanes(List<Summary> articles, ZoneId zone) {
    Map<String, Outlet> outlets = new TreeMap<>();
    Map<String, List<Issue>> issues = new HashMap<>();
    for (var article : articles) {
      var outlet = article.heading().outlet();
      if (!outlet.isKnown()) {
        continue;
      }
      var published = article.heading().published();
      var updated = article.heading().updated().filter(at -> !isSame(at, published));
      Map<Done, Dated> times = new EnumMap<>(Done.class);
      published.ifPresent(at -> times.put(Done.PRINTED, at));
      updated.ifPresent(at -> times.put(Done.CHANGED, at));
      article.heading().captured().ifPresent(at -> times.put(Done.CAPTURED, at));
      times.forEach(
          (done, dated) ->
              Mark.Printed.of(dated.value(), zone)
                  .map(at -> issue(article, dated, at, done, zone))
                  .ifPresent(
                      issue -> {
                        outlets.put(outlet.name(), outlet);
                        issues.computeIfAbsent(outlet.name(), _ -> new ArrayList<>()).add(issue);
                      }));
    }
    return outlets.values().stream()
        .map(outlet -> lane(outlet, issues.getOrDefault(outlet.name(), List.of())))
        .sorted(Comparator.comparingInt((Lane l) -> -l.articles()))
        .toList();
  }

  private static Issue issue(
      Summary article, Dated dated, Mark.Printed at, Done done, ZoneId zone) {
    var words = Mark.Printed.words(Optional.of(dated), zone);
    return new Issue(article.id(), article.heading().title(), words, at, done);
  }

  /// Whether an update tells nothing new: the same time, or no more than the same day.
  private static boolean isSame(Dated updated, Optional<Dated> published) {
    return published
        .filter(
            at ->
                at.value().equals(updated.value())
                    || at.value().length() == 10 && at.day().equals(updated.day())
                    || updated.value().length() == 10 && at.day().equals(updated.day()))
        .isPresent();
  }

  private static Lane lane(Outlet outlet, List<Issue> issues) {
    return new Lane(
        outlet, issues.stream().sorted(Comparator.comparingDouble(i -> i.at().middle())).toList());
  }
}
