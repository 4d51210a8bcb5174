package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.timeline.Event;

/// The timeline of a library: asked for, decided on, undone, after a restart too.
final class TimelineDeskTest {

  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;

  @BeforeEach
  void add() throws IOException {
    article("a", "Echo", "2025-02-06", "The Wherry Bridge was closed to traffic on Wednesday.");
    article("b", "Herald", "2025-02-07", "Port Ellery closed the Wherry Bridge on 5 February.");
    article("c", "Ferry", "2025-02-12", "A ferry for lorries & <carts>, began on Monday.");
    try (var workbench = Workbench.open(folder.resolve("library"), true, QUIET)) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
    }
  }

  private void article(String name, String outlet, String day, String text) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in").resolve(name + ".md"),
        "---\ntitle: "
            + name
            + "\noutlet: "
            + outlet
            + "\ndate: "
            + day
            + "\n---\n\n"
            + "# "
            + name
            + "\n\n"
            + text
            + "\n\nNobody in the town can say what will come of it, and nobody has been asked.\n");
  }

  private Workbench open() {
    return Workbench.open(folder.resolve("library"), false, QUIET);
  }

  private static List<Event> events(Workbench workbench) {
    return workbench.timeline().events(QUIET).orElseThrow();
  }

  private static FindingId id(Event event, int telling) {
    return event.tellings().get(telling).dating().kept().id();
  }

  @Test
  void twoOutletsTellOfOneEvent() {
    try (var workbench = open()) {
      var events = events(workbench);
      assertEquals(
          List.of("2025-02-05", "2025-02-10"), events.stream().map(e -> e.when().edtf()).toList());
      assertEquals(2, events.getFirst().outlets());
      assertEquals("Wednesday", events.getFirst().tellings().getFirst().dating().text());
      assertEquals(
          "PT24H",
          events.getFirst().lag(events.getFirst().tellings().getLast()).orElseThrow().toString());
    }
  }

  @Test
  void aPersonsWordStandsUntilItIsUndone() {
    Event before;
    try (var workbench = open()) {
      before = events(workbench).getFirst();
      var desk = workbench.timeline();
      desk.name(id(before, 0), "The bridge is closed");
      desk.date(id(before, 1), "2025-02-04~");
      desk.notSame(id(before, 0), id(before, 1));
      assertEquals(3, events(workbench).size());
      desk.merge(List.of(id(before, 0), id(before, 1)));
    }
    try (var workbench = open()) {
      workbench.reextract(QUIET);
      var now = events(workbench).getFirst();
      assertEquals("The bridge is closed", now.title());
      assertEquals("2025-02-04~", now.when().edtf());
      assertTrue(now.byHand());
      assertEquals(2, now.tellings().size());
      assertEquals("Dated an event: 2025-02-04~", steps(workbench).get(3));
      for (var i = 0; i < 4; i++) {
        workbench.undo();
      }
      assertEquals(before, events(workbench).getFirst());
      workbench.redo();
      assertEquals("The bridge is closed", events(workbench).getFirst().title());
    }
  }

  private static List<String> steps(Workbench workbench) {
    return workbench.history().stream().map(Step::words).toList();
  }

  @Test
  void anEventIsMadeByHand() {
    try (var workbench = open()) {
      var article = events(workbench).getLast().tellings().getFirst().dating().article();
      var id =
          workbench.timeline().make(article, new Span(2, 7), "/2024-12-31", "A ferry is bought");
      var made = events(workbench).stream().filter(e -> e.id().equals(id.toString())).findFirst();
      assertEquals("A ferry is bought", made.orElseThrow().title());
      assertEquals("/2024-12-31", made.orElseThrow().when().edtf());
      workbench.undo();
      assertEquals(2, events(workbench).size());
      assertThrows(
          IllegalArgumentException.class,
          () -> workbench.timeline().make(article, new Span(2, 7), "some day", "x"));
    }
  }

  @Test
  void whatChangesInAnArticleChangesInTheTimeline() {
    try (var workbench = open()) {
      var first = events(workbench).getFirst();
      workbench.reject(List.of(id(first, 0)));
      assertEquals(1, events(workbench).getFirst().tellings().size());
      workbench.undo();
      workbench.describe(
          first.tellings().getFirst().dating().article(),
          java.util.Map.of("published", "2025-02-13"));
      assertEquals(
          List.of("2025-02-05", "2025-02-10", "2025-02-12"),
          events(workbench).stream().map(e -> e.when().edtf()).toList());
    }
  }

  @Test
  void aDismissedAnomalyStaysDismissed() throws IOException {
    article(
        "d", "Ship", "2025-02-01", "The Wherry Bridge was closed to traffic on 5 February 2025.");
    String id;
    try (var workbench = open()) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var desk = workbench.timeline();
      var found = desk.anomalies(QUIET).orElseThrow();
      assertEquals(
          List.of("dated-before-event"), found.stream().map(a -> a.type().word()).toList());
      id = found.getFirst().id();
      desk.dismiss(id, "the page was dated in advance");
      assertThrows(IllegalArgumentException.class, () -> desk.dismiss("a-0", "why"));
    }
    try (var workbench = open()) {
      workbench.reextract(QUIET);
      var desk = workbench.timeline();
      assertEquals(
          "the page was dated in advance",
          desk.anomalyRows(desk.anomalies(QUIET).orElseThrow()).getFirst().get("dismissed"));
      workbench.undo();
      assertEquals(java.util.Map.of(), desk.dismissed());
    }
  }

  @Test
  void whatAnAnomalySuggestsIsTakenInOneStep() throws IOException {
    article("d", "Ship", "2025-02-20", "The lorry ramp burned down on Friday, 13 February 2025.");
    article("e", "Mast", "2025-02-01", "The Wherry Bridge was closed on 5 February 2025.");
    try (var workbench = open()) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var desk = workbench.timeline();
      var found = desk.anomalies(QUIET).orElseThrow();
      var weekday =
          found.stream().filter(a -> a.type().word().equals("weekday-mismatch")).findFirst();
      var before =
          found.stream().filter(a -> a.type().word().equals("dated-before-event")).findFirst();
      var id = weekday.orElseThrow().id();
      assertEquals(
          "2025-02-14", desk.anomalyRows(found).get(found.indexOf(weekday.get())).get("suggested"));
      assertEquals(LocalDate.parse("2025-02-14"), desk.useSuggested(id));
      assertEquals(
          List.of("dated-before-event"),
          desk.anomalies(QUIET).orElseThrow().stream().map(a -> a.type().word()).toList());
      assertThrows(IllegalArgumentException.class, () -> desk.useSuggested(id));
      assertThrows(
          IllegalArgumentException.class, () -> desk.useSuggested(before.orElseThrow().id()));
      workbench.undo();
      assertEquals(found, desk.anomalies(QUIET).orElseThrow());
    }
  }

  @Test
  void daysLeaveOutWhatCannotHaveHappenedInThem() {
    try (var workbench = open()) {
      var events = events(workbench);
      var day = Optional.of(LocalDate.parse("2025-02-05"));
      assertEquals(1, TimelineDesk.within(events, day, day, 2).size());
      assertEquals(1, TimelineDesk.within(events, Optional.empty(), day, 1).size());
      assertEquals(
          0,
          TimelineDesk.within(
                  events, Optional.of(LocalDate.parse("2025-02-11")), Optional.empty(), 1)
              .size());
    }
  }

  @Test
  void theCalendarFileHasShortLinesAndWholeDays() {
    try (var workbench = open()) {
      var ics = workbench.timeline().written(events(workbench), "ics");
      assertTrue(ics.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), ics);
      assertTrue(ics.endsWith("END:VCALENDAR\r\n"), ics);
      assertTrue(
          ics.contains("\r\nDTSTART;VALUE=DATE:20250205\r\nDTEND;VALUE=DATE:20250206\r\n"), ics);
      assertTrue(ics.contains("\r\nDTSTAMP:20250207T000000Z\r\n"), ics);
      assertTrue(ics.replace("\r\n ", "").contains("lorries & <carts>\\, began"), ics);
      assertEquals(
          List.of(),
          Arrays.stream(ics.split("\r\n"))
              .filter(line -> line.getBytes(StandardCharsets.UTF_8).length > 75)
              .toList());
      assertEquals(ics.replace("\r\n", "").indexOf('\n'), -1);
    }
  }

  @Test
  void thePageLeansOnNothingAndEscapesEverything() {
    try (var workbench = open()) {
      var html = workbench.timeline().written(events(workbench), "html");
      assertTrue(html.contains("lorries &amp; &lt;carts&gt;, began on <mark>Monday</mark>."), html);
      assertTrue(html.contains("<h2>Port Ellery closed the Wherry Bridge</h2>"), html);
      assertTrue(html.contains("Wednesday 5 February 2025"), html);
      for (var foreign : List.of("<script", "src=", "@import", "url(", "<carts>")) {
        assertTrue(!html.contains(foreign), foreign);
      }
    }
  }

  @Test
  void timelineJsReadsDaysAndTexts() {
    try (var workbench = open()) {
      var json = workbench.timeline().written(events(workbench), "timelinejs");
      assertTrue(
          json.contains("\"start_date\":{\"year\":2025,\"month\":2,\"day\":5}")
              && json.contains("\"headline\":\"Port Ellery closed the Wherry Bridge\"")
              && json.contains("\"unique_id\":\""),
          json);
    }
  }

  @Test
  void theDayThatAPageOffersIsTakenAndUndone() throws IOException {
    Files.writeString(
        folder.resolve("in/page.html"),
        """
        <html><head><title>A quay is sold</title>
        <link rel="canonical" href="https://quay.test/2025/01/28/sold">
        <meta property="article:published_time" content="2025-01-20T22:05:00+01:00">
        <meta property="og:site_name" content="Quay">
        </head><body><article><h1>A quay is sold</h1>
        <p>The town sold the old quay to a ferry line, which had asked for it twice.</p>
        <p>Nobody in the town can say what will come of it, and nobody has been asked.</p>
        </article></body></html>
        """);
    try (var workbench = open()) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
      var desk = workbench.timeline();
      var found = desk.anomalies(QUIET).orElseThrow();
      assertEquals(List.of("date-conflict"), found.stream().map(a -> a.type().word()).toList());
      assertEquals(LocalDate.parse("2025-01-28"), desk.useSuggested(found.getFirst().id()));
      var article = workbench.article(found.getFirst().spans().getFirst().article()).orElseThrow();
      assertEquals(
          "2025-01-28T22:05:00+01:00", article.heading().published().orElseThrow().value());
      assertEquals(List.of(), desk.anomalies(QUIET).orElseThrow());
      workbench.undo();
      assertEquals(found, desk.anomalies(QUIET).orElseThrow());
    }
  }
}
