package org.tellings.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tellings.compare.Telling;
import org.tellings.model.Article;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.timeline.Event;
import org.tellings.timeline.Event.Told;
import org.tellings.timeline.Mode;
import org.tellings.timeline.When;
import org.tellings.ui.Toolkit;

/// How long the screen's thread works to show a timeline of ten thousand events: its own time,
/// since other programs may run. The times are printed; what is checked is that the work does not
/// grow with what is out of sight.
final class TimelineFrameTest {

  private static final int EVENTS = 10_000;

  static List<Event> events(int count) {
    var random = new Random(7);
    List<Event> events = new ArrayList<>();
    for (var i = 0; i < count; i++) {
      var day = LocalDate.of(1995, 1, 1).plusDays((long) Math.sqrt(random.nextInt(121_000_000)));
      var when = When.of(i % 9 == 0 ? day.toString().substring(0, 7) : day.toString());
      var text = "The harbour council opened quay " + i + " on " + day + ".";
      var article =
          Article.of(
              "quay-" + i + ".txt",
              Heading.NONE.withOutlet(new Outlet("Outlet " + i % 40)),
              text,
              List.of());
      var span = new Span(text.length() - 11, text.length() - 1);
      var finding =
          new DateMention(
              span, Optional.of(day.toString()), Precision.DAY, Anchor.NONE, "written-out");
      var kept =
          new Kept(
              new FindingId(article.id(), Kind.DATE, span),
              State.MACHINE,
              finding,
              Optional.of(finding),
              "",
              List.of());
      var all = new Span(0, text.length());
      events.add(
          new Event(
              "e" + i,
              when.orElseThrow(),
              "The harbour council opened quay " + i,
              List.of(),
              List.of(
                  new Told(
                      Telling.of(article, kept),
                      when.orElseThrow(),
                      Mode.HAPPENED,
                      all,
                      text,
                      all,
                      text)),
              false));
    }
    events.sort(java.util.Comparator.comparing(Event::when).thenComparing(Event::id));
    return events;
  }

  private static double millis(Runnable work) {
    var thread = ManagementFactory.getThreadMXBean();
    var begin = thread.getCurrentThreadCpuTime();
    work.run();
    return (thread.getCurrentThreadCpuTime() - begin) / 1e6;
  }

  @Test
  void whatWaitedToBeSelectedIsSelectedAndInSight() {
    var events = events(400);
    var found = Found.of(events, List.of(), Map.of(), List.of(), java.time.ZoneOffset.UTC);
    var awaited = events.get(37);
    Toolkit.with(
        TimelineView::new,
        view -> {
          view.model.board.choose(TimelineModel.id(awaited.tellings().getFirst()));
          view.model.show(found);
          assertEquals(Optional.of(awaited), view.selected());
          var at = view.model.selected().orElseThrow().at();
          var sight = view.model.sight.get();
          assertTrue(at >= sight.from() && at <= sight.to(), sight + " leaves out " + at);
        });
  }

  @Test
  void whereWhatIsAwaitedIsNoEventOneLooksWhereMostIsTold() {
    var events = events(400);
    var found = Found.of(events, List.of(), Map.of(), List.of(), java.time.ZoneOffset.UTC);
    var nowhere = TimelineModel.id(events(401).getLast().tellings().getFirst());
    Toolkit.with(
        TimelineView::new,
        view -> {
          view.model.board.choose(
              new FindingId(nowhere.article(), Kind.DATE, new Span(1, 2)));
          view.model.show(found);
          assertEquals(found.opening().lead(), view.model.selected());
          assertEquals(found.opening().sight(), view.model.sight.get());
        });
  }

  /// Four events far apart, and three in one week, one of which three outlets tell.
  private static Found crowd() {
    var some = events(300);
    var day = LocalDate.of(2019, 6, 3);
    List<Event> events = new ArrayList<>();
    for (var i = 0; i < 7; i++) {
      var when = When.of((i < 4 ? day.minusYears(i + 1) : day.plusDays(i)).toString()).orElseThrow();
      List<Told> told = new ArrayList<>();
      for (var k = 0; k < (i == 5 ? 3 : 1); k++) {
        var telling = some.get(7 * i + k).tellings().getFirst();
        told.add(
            new Told(
                telling.dating(),
                when,
                telling.mode(),
                telling.span(),
                telling.text(),
                telling.around(),
                telling.sentence()));
      }
      events.add(new Event("c" + i, when, "Event " + i, List.of(), told, false));
    }
    events.sort(java.util.Comparator.comparing(Event::when).thenComparing(Event::id));
    return Found.of(events, List.of(), Map.of(), List.of(), java.time.ZoneOffset.UTC);
  }

  @Test
  void atFirstTheEventOfMostOutletsIsSelectedWhereMostIsTold() {
    var found = crowd();
    assertEquals(Optional.of("c5"), found.opening().lead().map(Mark::id));
    var sight = found.opening().sight();
    for (var id : List.of("c4", "c5", "c6")) {
      var at = found.byId().getOrDefault(id, found.spread().marks().getFirst()).at();
      assertTrue(at > sight.from() && at < sight.to(), id + " lies outside " + sight);
    }
    assertEquals(10, sight.days(), 1e-9);
    Toolkit.with(
        TimelineView::new,
        view -> {
          view.model.show(found);
          assertEquals(found.opening().lead(), view.model.selected());
          assertEquals(found.opening().sight(), view.model.sight.get());
        });
  }

  @Test
  void eachEventKnowsWhichItIs() {
    var found = Found.of(events(400), List.of(), Map.of(), List.of(), java.time.ZoneOffset.UTC);
    var spread = found.spread();
    for (var i = 0; i < 400; i++) {
      assertEquals(i, spread.index(spread.marks().get(i)));
    }
    var others = spread.only(java.util.Set.of("e1", "e2"));
    assertEquals(2, others.marks().size());
    assertEquals(
        -1,
        others.index(
            spread.marks().stream().filter(m -> m.id().equals("e3")).findFirst().orElseThrow()));
  }

  @Test
  void tenThousandEvents() {
    var found = Found.of(events(EVENTS), List.of(), Map.of(), List.of(), java.time.ZoneOffset.UTC);
    Toolkit.with(
        TimelineView::new,
        view -> {
          var shown = millis(() -> view.model.show(found));
          var first = shown + millis(() -> draw(view));
          assertEquals(EVENTS, view.model.marks.get().size());
          List<Double> frames = new ArrayList<>();
          view.model.all();
          frames.add(millis(() -> draw(view)));
          for (var i = 0; i < 30; i++) {
            if (i % 2 == 0) {
              view.model.zoom(1 / 1.6);
            } else {
              view.model.pan(0.1);
            }
            frames.add(millis(() -> draw(view)));
          }
          var seen = Spread.inSight(view.model.marks.get(), view.model.sight.get());
          assertTrue(seen.size() < EVENTS / 20, "in sight: " + seen.size());
          frames.sort(null);
          System.out.printf(
              "timeline of %d events: first frame %.0f ms (%.0f of it the model), later ones %.1f"
                  + " ms in the middle, %.1f ms at most%n",
              EVENTS, first, shown, frames.get(frames.size() / 2), frames.getLast());
        });
  }

  private static void draw(TimelineView view) {
    view.applyCss();
    view.layout();
  }
}
