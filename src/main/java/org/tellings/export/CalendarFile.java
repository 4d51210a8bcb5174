package org.tellings.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;
import org.tellings.timeline.Mode;

/// Events as a calendar file, RFC 5545: whole days, lines of at most 75 octets ended by CR LF.
///
/// What was planned is `TENTATIVE`. An event without a first or last day stands on the one it has,
/// and `DESCRIPTION` says which it is. `DTSTAMP` is the latest day on which a telling was printed,
/// so that the same events give the same file.
public final class CalendarFile {

  private static final int OCTETS = 75;

  private final StringBuilder out = new StringBuilder();

  private CalendarFile() {}

  public static String of(List<Event> events) {
    var file = new CalendarFile();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Tellings//Timeline//EN");
    file.line("CALSCALE:GREGORIAN");
    events.forEach(file::event);
    file.line("END:VCALENDAR");
    return file.out.toString();
  }

  private void event(Event event) {
    var when = event.when();
    var last = when.isOpen() ? when.anchor() : when.to();
    line("BEGIN:VEVENT");
    line("UID:" + event.id() + "@tellings");
    line("DTSTAMP:" + stamp(event));
    line("DTSTART;VALUE=DATE:" + day(when.anchor()));
    line("DTEND;VALUE=DATE:" + day(last.plusDays(1)));
    line("SUMMARY:" + escaped(event.title()));
    var text = new StringBuilder("When: " + Days.read(event.mode(), when));
    for (var told : event.tellings()) {
      text.append("\n“").append(told.sentence()).append("” ").append(TimelinePage.printed(told));
    }
    line("DESCRIPTION:" + escaped(text.toString()));
    line("STATUS:" + (event.mode() == Mode.PLANNED ? "TENTATIVE" : "CONFIRMED"));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  private static String stamp(Event event) {
    return event.tellings().stream()
            .flatMap(told -> told.published().stream())
            .filter(published -> published.length() >= 10)
            .map(published -> published.substring(0, 10).replace("-", ""))
            .max(Comparator.naturalOrder())
            .orElse("19700101")
        + "T000000Z";
  }

  private static String day(LocalDate day) {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("[\\p{Cntrl}&&[^\t]]", ""); // RFC 5545 has no way to write them
  }

  /// Folds a line between letters, never inside one.
  private void line(String line) {
    var octets = 0;
    for (var i = 0; i < line.length(); ) {
      var letter = line.codePointAt(i);
      var width = new String(Character.toChars(letter)).getBytes(StandardCharsets.UTF_8).length;
      if (octets + width > OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(letter);
      octets += width;
      i += Character.charCount(letter);
    }
    out.append("\r\n");
  }
}
