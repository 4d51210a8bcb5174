package org.tellings.export;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tellings.compare.Telling;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Dated;
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

/// Timelines for other programs, read back by the rules those publish: RFC 5545, and the JSON
/// format of TimelineJS (timeline.knightlab.com/docs/json-format.html).
final class TimelineFilesTest {

  /// What folding, escaping and HTML can stumble over: letters of one to four octets, all marks
  /// that are escaped, a line end and a bell.
  private static final String HARD =
      "“Brücke; gesperrt, sagt C:\\quay 港口大桥因安全原因关闭，没有人知道为什么 🌉🌉🌉🌉 & <b>nobody</b>\n"
          + "knows\u0007 \\n why, it closed";

  private static Event event(String when, Mode mode, String title) {
    var text = title + " on a day.";
    var heading =
        Heading.NONE
            .withOutlet(new Outlet("Echo, the; paper"))
            .withPublished(Optional.of(new Dated("2025-02-06T10:00+01:00", "test")));
    var article = Article.of(when.replace('/', '_') + ".txt", heading, text, List.of());
    var span = new Span(text.length() - 6, text.length() - 1);
    var date = new DateMention(span, Optional.of("2025-02-05"), Precision.DAY, Anchor.NONE, "test");
    var kept =
        new Kept(
            new FindingId(article.id(), Kind.DATE, span),
            State.MACHINE,
            date,
            Optional.of(date),
            "",
            List.of());
    var all = new Span(0, text.length());
    var value = When.of(when).orElseThrow();
    return new Event(
        kept.id().toString(),
        value,
        title,
        List.of("Ada, Ortiz"),
        List.of(new Told(Telling.of(article, kept), value, mode, all, text, all, text)),
        false);
  }

  private static List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (var when :
        List.of(
            "2025-02-05",
            "2025-02-05~",
            "2025-02",
            "2025",
            "2024/2025",
            "2025-W05",
            "2025-21",
            "2025-33",
            "2025-01-30/2025-02-02",
            "/2024-12-31",
            "2024-12-31/",
            "2024-02-29")) {
      events.add(event(when, Mode.HAPPENED, HARD + " " + when));
    }
    events.add(event("2026-04", Mode.PLANNED, "The bridge opens"));
    events.add(event("1956", Mode.SINCE, "The ferry has run daily"));
    return events;
  }

  // -- RFC 5545 --

  private record Property(String name, Map<String, String> parameters, String value) {}

  /// Content lines, unfolded (3.1), and checked on the way.
  private static List<Property> properties(String ics) {
    assertTrue(ics.endsWith("\r\n"));
    var bare = ics.replace("\r\n", "");
    assertFalse(bare.contains("\r") || bare.contains("\n"), "a line end that is not CR LF");
    assertFalse(bare.chars().anyMatch(c -> c < 32 && c != '\t' || c == 127), "a control character");
    for (var line : ics.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      assertFalse(line.isBlank());
      assertEquals(
          line,
          new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
          "a cut letter");
    }
    List<Property> all = new ArrayList<>();
    for (var line : ics.replace("\r\n ", "").split("\r\n")) {
      var colon = line.indexOf(':');
      var head = line.substring(0, colon).split(";");
      Map<String, String> parameters = new HashMap<>();
      Arrays.stream(head)
          .skip(1)
          .map(one -> one.split("=", 2))
          .forEach(pair -> parameters.put(pair[0], pair[1]));
      all.add(new Property(head[0], parameters, line.substring(colon + 1)));
    }
    return all;
  }

  /// A value of type TEXT (3.3.11).
  private static String text(String value) {
    var out = new StringBuilder();
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      assertTrue(c != ';' && c != ',', "not escaped: " + value.substring(i));
      if (c == '\\') {
        i++;
        var next = value.charAt(i);
        assertTrue("\\;,nN".indexOf(next) >= 0, "no such escape: \\" + next);
        out.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static LocalDate day(Property property) {
    assertEquals(Map.of("VALUE", "DATE"), property.parameters());
    assertTrue(property.value().matches("\\d{8}"), property.value());
    return LocalDate.parse(property.value(), DateTimeFormatter.BASIC_ISO_DATE);
  }

  @Test
  void aCalendarFileIsReadBackByRfc5545() {
    var events = events();
    var properties = properties(CalendarFile.of(events));
    assertEquals("BEGIN", properties.getFirst().name());
    assertEquals("VCALENDAR", properties.getFirst().value());
    assertEquals("END", properties.getLast().name());
    assertEquals(
        List.of("VERSION", "PRODID", "CALSCALE"),
        properties.subList(1, 4).stream().map(Property::name).toList());
    assertEquals("2.0", properties.get(1).value());
    List<Map<String, Property>> read = new ArrayList<>();
    for (var property : properties.subList(4, properties.size() - 1)) {
      if (property.name().equals("BEGIN")) {
        assertEquals("VEVENT", property.value());
        read.add(new HashMap<>());
      } else if (!property.name().equals("END")) {
        assertEquals(null, read.getLast().put(property.name(), property), "twice in one event");
      }
    }
    assertEquals(events.size(), read.size());
    Set<String> ids = new HashSet<>();
    for (var i = 0; i < events.size(); i++) {
      var event = events.get(i);
      var back = read.get(i);
      assertEquals(
          Set.of(
              "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP"),
          back.keySet());
      assertTrue(ids.add(requireNonNull(back.get("UID")).value()));
      assertTrue(requireNonNull(back.get("DTSTAMP")).value().matches("\\d{8}T\\d{6}Z"));
      assertEquals(event.when().anchor(), day(requireNonNull(back.get("DTSTART"))));
      var last = event.when().isOpen() ? event.when().anchor() : event.when().to();
      assertEquals(
          last.plusDays(1), day(requireNonNull(back.get("DTEND"))), "the day after the last");
      assertEquals(
          event.title().replace("\u0007", ""), text(requireNonNull(back.get("SUMMARY")).value()));
      assertTrue(
          text(requireNonNull(back.get("DESCRIPTION")).value()).contains("Echo, the; paper"));
      assertEquals(
          event.mode() == Mode.PLANNED ? "TENTATIVE" : "CONFIRMED",
          requireNonNull(back.get("STATUS")).value());
    }
  }

  // -- TimelineJS --

  /// Properties that the format has, by object; a date has no other than numbers.
  private static final Set<String> SLIDE =
      Set.of(
          "start_date",
          "end_date",
          "text",
          "media",
          "group",
          "display_date",
          "background",
          "autolink",
          "unique_id");

  private static final List<String> DATE =
      List.of("year", "month", "day", "hour", "minute", "second", "millisecond");

  private static Map<?, ?> object(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of("not an object", value);
  }

  /// As whole numbers; a finer unit only behind the coarser one, and only a day that there is.
  private static LocalDate date(Object value) {
    var date = object(value);
    assertTrue(DATE.containsAll(date.keySet()), date::toString);
    assertEquals(
        DATE.subList(0, date.size()), List.copyOf(date.keySet()), "in order, without gaps");
    var numbers = date.values().stream().map(one -> ((Number) one).intValue()).toList();
    try {
      return LocalDate.of(
          numbers.getFirst(),
          numbers.size() > 1 ? numbers.get(1) : 1,
          numbers.size() > 2 ? numbers.get(2) : 1);
    } catch (DateTimeException e) {
      throw new AssertionError("no day: " + date, e);
    }
  }

  @Test
  void theJsonHasTheFormatOfTimelineJs() {
    var events = events();
    var whole = Json.object(Timelines.timelineJs(events)).orElseThrow();
    assertEquals(Set.of("events"), whole.keySet());
    var slides = (List<?>) requireNonNull(whole.get("events"));
    assertEquals(events.size(), slides.size());
    Set<Object> ids = new HashSet<>();
    for (var i = 0; i < slides.size(); i++) {
      var slide = object(slides.get(i));
      var event = events.get(i);
      assertTrue(SLIDE.containsAll(slide.keySet()), slide::toString);
      assertTrue(ids.add(slide.get("unique_id")));
      var start = date(requireNonNull(slide.get("start_date")));
      assertEquals(
          event.when().anchor().withDayOfMonth(1), start.withDayOfMonth(1), event.when().edtf());
      if (slide.containsKey("end_date")) {
        assertFalse(
            date(requireNonNull(slide.get("end_date"))).isBefore(start), event.when().edtf());
      }
      assertEquals(!event.when().isDay() && !event.when().isOpen(), slide.containsKey("end_date"));
      assertFalse(String.valueOf(slide.get("display_date")).isBlank());
      var text = object(requireNonNull(slide.get("text")));
      assertEquals(Set.of("headline", "text"), text.keySet());
      for (var words : text.values()) {
        assertTrue(words instanceof String);
        assertFalse(String.valueOf(words).contains("<b>"), "HTML of an article");
      }
    }
    assertEquals(
        "planned for April 2026", object(slides.get(events.size() - 2)).get("display_date"));
    assertEquals("since 1956", object(slides.getLast()).get("display_date"));
  }
}
