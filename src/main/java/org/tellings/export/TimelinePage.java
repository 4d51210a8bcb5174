package org.tellings.export;

import static org.tellings.export.Html.escaped;

import java.util.List;
import java.util.Locale;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;
import org.tellings.timeline.Mode;

/// A timeline as one page of HTML that leans on nothing else: no script, no file beside it.
public final class TimelinePage {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --bg: #ffffff; --fg: #24292f; --muted: #57606a;
        --line: #d0d7de; --date: #a8236a; --tint: #fbe6f0; --red: #cf222e; --link: #0969da }
      @media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #d1d7de;
        --muted: #97a1ac; --line: #30363d; --date: #f08fbf; --tint: #3a1a2c; --red: #ff7b72;
        --link: #58a6ff } }
      body { background: var(--bg); color: var(--fg); font: 16px/1.5 Inter, sans-serif;
        margin: 0 auto; max-width: 46rem; padding: 1.5rem }
      h1 { font-size: 1.6rem } h2 { font-size: 1.05rem; margin: .1rem 0 }
      article { border-top: 1px solid var(--line); padding: 1rem 0 }
      time { color: var(--date) } p { margin: .2rem 0 } .quiet { color: var(--muted) }
      blockquote { margin: .6rem 0 .6rem 1rem; font: 16px/1.45 "Source Serif 4", Georgia, serif }
      blockquote footer { font: 13px/1.4 Inter, sans-serif; color: var(--muted) }
      mark { background: var(--tint); color: inherit; border-bottom: 2px dotted var(--date) }
      summary { cursor: pointer; color: var(--link) } summary:focus-visible, a:focus-visible {
        outline: 2px solid var(--link); outline-offset: 1px }
      .wrong { border-left: 3px solid var(--red); padding-left: .8rem }
      .wrong h2 { color: var(--red) }
      @media print { body { max-width: none } article { break-inside: avoid } summary {
        color: inherit } details::details-content { content-visibility: visible; height: auto } }
      """;

  private final StringBuilder out = new StringBuilder();

  private TimelinePage() {}

  /// `title` stands over it; `problems` are the dates that cannot be so.
  public static String of(String title, List<Event> events) {
    var page = new TimelinePage();
    page.head(title, events);
    events.forEach(page::event);
    page.out.append("</main>\n</body>\n</html>\n");
    return page.out.toString();
  }

  private void head(String title, List<Event> events) {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n<p class=\"quiet\">")
        .append(events.size())
        .append(events.size() == 1 ? " event" : " events")
        .append(", in the order in which they happened. Open the tellings of one to see the words")
        .append(" it comes from.</p>\n");
  }

  private void event(Event event) {
    out.append("<article id=\"")
        .append(escaped(event.id()))
        .append("\">\n<p><time datetime=\"")
        .append(escaped(event.when().edtf()))
        .append("\">")
        .append(escaped(Days.read(event.mode(), event.when())))
        .append("</time></p>\n<h2>")
        .append(escaped(event.title()))
        .append("</h2>\n");
    if (!event.participants().isEmpty()) {
      out.append("<p class=\"quiet\">")
          .append(escaped(String.join(", ", event.participants())))
          .append("</p>\n");
    }
    var count = event.tellings().size();
    out.append("<details>\n<summary>")
        .append(count)
        .append(count == 1 ? " telling" : " tellings")
        .append(", first in ")
        .append(escaped(outlet(event.tellings().getFirst())))
        .append("</summary>\n");
    event.tellings().forEach(this::telling);
    out.append("</details>\n</article>\n");
  }

  private void telling(Event.Told told) {
    var dating = told.dating().kept().finding().span();
    var from = Math.max(0, dating.start() - told.around().start());
    var to = Math.min(told.sentence().length(), dating.end() - told.around().start());
    out.append("<blockquote>")
        .append(escaped(told.sentence().substring(0, from)))
        .append("<mark>")
        .append(escaped(told.sentence().substring(from, to)))
        .append("</mark>")
        .append(escaped(told.sentence().substring(to)))
        .append("\n<footer>")
        .append(escaped(printed(told)))
        .append("; read as ")
        .append(escaped(told.when().edtf()))
        .append(told.mode() == Mode.HAPPENED ? "" : ", " + told.mode().word())
        .append("; characters ")
        .append(dating.start())
        .append(" to ")
        .append(dating.end())
        .append(" of ")
        .append(escaped(told.dating().file()))
        .append("</footer></blockquote>\n");
  }

  /// Which outlet printed it and when.
  static String printed(Event.Told told) {
    return outlet(told) + ", " + told.published().map(TimelinePage::minute).orElse("day not known");
  }

  private static String minute(String published) {
    return published.length() > 16 ? published.substring(0, 16).replace('T', ' ') : published;
  }

  private static String outlet(Event.Told told) {
    return told.dating().outlet().isKnown()
        ? told.dating().outlet().name()
        : told.dating().file().toLowerCase(Locale.ROOT);
  }
}
