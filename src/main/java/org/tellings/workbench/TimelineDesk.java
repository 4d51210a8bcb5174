package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.export.CalendarFile;
import org.tellings.export.TimelinePage;
import org.tellings.export.Timelines;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.store.Library;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Event;
import org.tellings.timeline.Timeline;
import org.tellings.timeline.When;

/// What happened when in an open library, and what a person decides about it.
///
/// An event is named by the dating words of any of its tellings. Each decision is one step that can
/// be undone. Safe for use from many threads; asking may take long and is never done on the
/// screen's thread.
public final class TimelineDesk {

  private final Workbench workbench;
  private final Library library;
  private final KeptTimeline kept;

  TimelineDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.library = library;
    this.kept = new KeptTimeline(library);
  }

  void changed(ArticleId id) {
    kept.changed(id);
  }

  /// The timeline, caught up with the library. The first call reads the whole library and may take
  /// a while; later ones take over what has changed since. Empty when `progress` cancelled it. The
  /// object stays the same and is brought up to date by the next call.
  public Optional<Timeline> get(Progress progress) {
    return trying(() -> kept.get(progress));
  }

  /// All events in order; empty when `progress` cancelled it.
  public Optional<List<Event>> events(Progress progress) {
    return get(progress).map(Timeline::events);
  }

  /// Those that may have happened within these days, both included, and that at least so many
  /// articles tell of.
  public static List<Event> within(
      List<Event> events, Optional<LocalDate> from, Optional<LocalDate> to, int least) {
    return events.stream()
        .filter(event -> from.filter(event.when().to()::isBefore).isEmpty())
        .filter(event -> to.filter(event.when().from()::isAfter).isEmpty())
        .filter(event -> event.articles() >= least)
        .toList();
  }

  /// Dates that cannot be so, dismissed ones too; empty when `progress` cancelled it.
  public Optional<List<Anomaly>> anomalies(Progress progress) {
    return get(progress).map(Timeline::anomalies);
  }

  /// Which of them people dismissed, by id, each with the reason.
  public Map<String, String> dismissed() {
    return trying(library::dismissals);
  }

  /// Dismisses an anomaly for a reason; the empty reason takes that back.
  public void dismiss(String id, String reason) {
    synchronized (workbench) {
      var to = reason.strip();
      var before = Optional.ofNullable(dismissed().get(id)).orElse("");
      var known =
          !before.isEmpty()
              || workbench.compared("anomalies", Progress.none()).stream()
                  .anyMatch(row -> id.equals(row.get("id")));
      if (!known) {
        throw new IllegalArgumentException("there is no anomaly " + id);
      }
      if (!before.equals(to)) {
        workbench.step(
            to.isEmpty()
                ? "Took back the dismissal of an anomaly"
                : "Dismissed an anomaly: " + Words.excerpt(to),
            new Edit.Dismissed(id, before, to));
      }
    }
  }

  /// Takes the day that an anomaly suggests: corrects its dating words, or the day of publication,
  /// to it, in one step; the hour of publication stays. Returns the day. An anomaly that is not
  /// there, or suggests none, is refused with an [IllegalArgumentException] fit to show.
  public LocalDate useSuggested(String id) {
    synchronized (workbench) {
      var anomaly =
          anomalies(Progress.none()).stream()
              .flatMap(List::stream)
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("there is no anomaly " + id));
      var suggested =
          anomaly
              .suggested()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the anomaly " + id + " suggests no day; date the event by hand"));
      var day = suggested.when().toString();
      switch (suggested) {
        case Anomaly.Suggestion.OfWords(var dating, _) ->
            workbench.correct(dating, Map.of("value", day));
        case Anomaly.Suggestion.OfPage(var article, _) ->
            workbench.describe(article, Map.of("published", day + hourOf(article)));
      }
      return suggested.when();
    }
  }

  /// The time and zone at which an article was published, with their `T`; empty when not known.
  private String hourOf(ArticleId article) {
    return workbench
        .there(article)
        .heading()
        .published()
        .map(at -> at.value().substring(at.day().length()))
        .orElse("");
  }

  /// Rows with the published fields, and the reason of those that were `dismissed`.
  public List<Map<String, @Nullable Object>> anomalyRows(List<Anomaly> anomalies) {
    var reasons = dismissed();
    return new ArrayList<>(
        anomalies.stream()
            .map(anomaly -> Timelines.row(anomaly, Optional.ofNullable(reasons.get(anomaly.id()))))
            .toList());
  }

  /// These rows of what does not go together, and those of dates that cannot be so, each with the
  /// reason of those that were `dismissed`; none when `progress` cancelled it.
  List<Map<String, @Nullable Object>> withDates(
      List<Map<String, @Nullable Object>> rows, Progress progress) {
    var dates = anomalies(progress);
    if (dates.isEmpty()) {
      return List.of();
    }
    var reasons = dismissed();
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (var row : rows) {
      Map<String, @Nullable Object> m = new LinkedHashMap<>(row);
      m.put("dismissed", reasons.get(String.valueOf(row.get("id"))));
      all.add(m);
    }
    all.addAll(anomalyRows(dates.get()));
    return all;
  }

  // -- out --

  /// What events can be written as.
  public static List<String> formats() {
    return List.of("table", "jsonl", "csv", "timelinejs", "html", "ics");
  }

  /// Rows with the published fields.
  public List<Map<String, @Nullable Object>> rows(List<Event> events) {
    var out = new Timelines(workbench::there);
    return new ArrayList<>(events.stream().map(out::row).toList());
  }

  /// Events in one of the [#formats] but `table`.
  public String written(List<Event> events, String format) {
    return switch (format) {
      case "timelinejs" -> Timelines.timelineJs(events);
      case "html" -> TimelinePage.of("Timeline", events);
      case "ics" -> CalendarFile.of(events);
      default -> Workbench.written("events", rows(events), format);
    };
  }

  // -- deciding --

  /// Says that these dating words tell of one event; so do those said to be of the same as one of
  /// them.
  public void merge(List<FindingId> ids) {
    workbench.merge(dates(ids));
  }

  /// Takes dating words off the event they tell of together with `rest`.
  public void split(List<FindingId> off, List<FindingId> rest) {
    workbench.split(dates(off), dates(rest));
  }

  /// Says that two dating words do not tell of the same event.
  public void notSame(FindingId one, FindingId other) {
    var two = dates(List.of(one, other));
    workbench.notSame(two.getFirst(), two.getLast());
  }

  /// Names the event that these words date; the empty title gives it back to the machine.
  public void name(FindingId id, String title) {
    workbench.name(dates(List.of(id)).getFirst(), title);
  }

  /// Says when the event happened that these words date, as EDTF; the empty value gives it back to
  /// the machine. The dating words stay as they were read.
  public void date(FindingId id, String when) {
    synchronized (workbench) {
      workbench.there(dates(List.of(id)), 1);
      var to = when.strip();
      if (!to.isEmpty()) {
        read(to);
      }
      var before = trying(() -> Optional.ofNullable(library.timings().get(id)).orElse(""));
      if (!before.equals(to)) {
        workbench.step(
            to.isEmpty() ? "Took back the date of an event" : "Dated an event: " + to,
            new Edit.Timed(id, before, to));
      }
    }
  }

  /// Makes an event of these characters of an article, which tell when it happened. Words that the
  /// machine found as a date already keep their name and are confirmed with the new value.
  public FindingId make(ArticleId article, Span span, String when, String title) {
    synchronized (workbench) {
      var text = workbench.there(article).text();
      Words.checkEnd(span, text);
      if (title.isBlank()) {
        throw new IllegalArgumentException("an event wants a title");
      }
      var value = read(when.strip());
      var id = new FindingId(article, Kind.DATE, span);
      var precision = value.isDay() ? Precision.DAY : Precision.RANGE;
      var finding =
          new DateMention(span, Optional.of(value.edtf()), precision, Anchor.NONE, "person");
      var labelled = trying(() -> Optional.ofNullable(library.labels().get(id)).orElse(""));
      workbench.step(
          "Made an event: " + Words.excerpt(title.strip()),
          new Edit.Together(
              "Made an event",
              List.of(
                  new Edit.Decided(
                      id,
                      trying(() -> library.decision(id)),
                      Optional.of(
                          workbench.decision(State.CONFIRMED, finding, workbench.finding(id)))),
                  new Edit.Named(id, labelled, title.strip()))));
      return id;
    }
  }

  private static When read(String when) {
    return When.of(when)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "not a date: "
                        + when
                        + "; write it as 2025-01-27, 2025-01, 2024/2025 or"
                        + " /2024-12-31"));
  }

  private static List<FindingId> dates(List<FindingId> ids) {
    for (var id : ids) {
      if (id.kind() != Kind.DATE) {
        throw new IllegalArgumentException(
            "an event is named by its dating words, and " + id + " is none");
      }
    }
    return ids;
  }
}
