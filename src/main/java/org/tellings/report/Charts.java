package org.tellings.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tellings.compare.Proposition;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.export.Html;
import org.tellings.export.Qdc;
import org.tellings.model.Finding.Stance;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;
import org.tellings.timeline.When;

/// The charts of a report, drawn in the page itself: no script, no picture file. Beside each stands
/// a table that says the same in words; every mark of a chart leads to its row or list there. No
/// chart tells by colour alone.
final class Charts {

  private static final int WIDTH = 760;
  private static final int ROW = 24;

  /// Events further than this from the middle one stand at the edge, so that one of another century
  /// does not press the others together.
  private static final long WINDOW_DAYS = 400;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final long[] STEPS = {1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826};

  private final Page page;

  Charts(Page page) {
    this.page = page;
  }

  // -- drawing --

  private void open(String label, String words, int height) {
    page.raw("<figcaption>" + Html.escaped(label) + "</figcaption>");
    page.raw(
        "<svg class=\"chart\" role=\"group\" viewBox=\"0 0 %d %d\" aria-label=\"%s\">"
            .formatted(WIDTH, height, Html.escaped(label)));
    page.raw("<desc>" + Html.escaped(words) + "</desc>");
  }

  /// Words at a place, which lead to `id`; `more` are further attributes.
  private void text(String id, double x, double y, String words, String more) {
    page.raw(
        "<a href=\"#%s\"><text x=\"%s\" y=\"%s\"%s>%s</text></a>"
            .formatted(id, number(x), number(y), more, Html.escaped(words)));
  }

  private void box(String id, double x, double y, double width, double height, String look) {
    page.raw(
        "<a href=\"#%s\" tabindex=\"-1\"><rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\"/></a>"
            .formatted(id, look, number(x), number(y), number(width), number(height)));
  }

  private void line(double x1, double y1, double x2, double y2) {
    page.raw(
        "<line class=\"axis\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
            .formatted(number(x1), number(y1), number(x2), number(y2)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String cut(String words, int most) {
    return Qdc.shortened(words.replaceAll("\\s+", " ").strip(), most);
  }

  // -- events by day --

  void timeline(List<Event> events) {
    var base = "chart-" + page.next();
    var days = events.stream().map(one -> day(one.when())).sorted().toList();
    var middle = days.get(days.size() / 2);
    var near =
        days.stream()
            .filter(d -> Math.abs(d.toEpochDay() - middle.toEpochDay()) <= WINDOW_DAYS)
            .toList();
    var from = near.getFirst().toEpochDay();
    var to = Math.max(near.getLast().toEpochDay(), from + 1);
    var left = 330.0;
    var right = WIDTH - 50.0;
    page.raw("<figure>");
    open(
        "Events by day",
        "Each event stands at its day, in the order of the table below, which says the same; beside"
            + " it, how many articles tell of it.",
        events.size() * ROW + 40);
    var bottom = events.size() * ROW + 8.0;
    line(left, bottom, right, bottom);
    var step = step(to - from);
    for (var day = from; day <= to; day += step) {
      var x = left + (right - left) * (day - from) / (to - from);
      line(x, bottom, x, bottom + 5);
      text(
          base,
          x,
          bottom + 20,
          LocalDate.ofEpochDay(day).format(step < 30 ? DAY : MONTH),
          " text-anchor=\"middle\"");
    }
    for (var i = 0; i < events.size(); i++) {
      event(events.get(i), base + "-" + i, i * ROW + 4.0, from, to, left, right);
    }
    page.raw("</svg>");
    page.raw("<table id=\"" + base + "\">");
    page.line("tr", Blocks.cells("th", List.of("When", "What", "Told")));
    for (var i = 0; i < events.size(); i++) {
      var one = events.get(i);
      var id = base + "-" + i;
      page.line(
          "tr",
          Blocks.cells(
              "td",
              List.of(
                  page.told(Days.read(one.mode(), one.when()), id),
                  page.told(one.title(), id),
                  PeopleBlocks.places(
                      id,
                      one.tellings().stream()
                          .map(
                              told ->
                                  page.article(told.dating()) + ": " + page.quoted(told.dating()))
                          .toList()))));
    }
    page.raw("</table>\n</figure>");
  }

  private void event(
      Event event, String id, double y, long from, long to, double left, double right) {
    text(id, 0, y + 14, cut(event.title(), 50), "");
    var start = day(event.when()).toEpochDay();
    var end = event.when().to().equals(LocalDate.MAX) ? start : event.when().to().toEpochDay();
    var x = left + (right - left) * (Math.clamp(start, from, to) - from) / (to - from);
    var until = left + (right - left) * (Math.clamp(end, from, to) - from) / (to - from);
    box(id, x - 5, y + 4, Math.max(10, until - x + 10), 10, "s0");
    var aside = start < from ? "‹ " : start > to ? "› " : "";
    text(id, Math.max(x, until) + 12, y + 14, aside + event.articles(), "");
  }

  /// The day it stands at: the first it may have been on, else the last.
  private static LocalDate day(When when) {
    return when.from().equals(LocalDate.MIN) ? when.to() : when.from();
  }

  private static long step(long days) {
    for (var step : STEPS) {
      if (days / step <= 7) {
        return step;
      }
    }
    return Math.max(1, days / 7);
  }

  // -- claims by outlets --

  /// The picture of a table of claims by outlets, which is written next, a row a claim.
  void matrix(List<Proposition> rows, List<String> outlets) {
    var first = Integer.parseInt(page.next().substring(1)) + 1; // after the head of the table
    var left = 330.0;
    var top = 120.0;
    var wide = Math.min(40.0, (WIDTH - left - 60) / Math.max(1, outlets.size()));
    open(
        "Claims by outlets",
        "A cell is the stance of an outlet towards a claim: A asserts, T attributes, H hedges, D"
            + " denies, Q questions, P predicts, a question mark where it cannot be said. The table"
            + " below says the same.",
        (int) top + rows.size() * ROW + 10);
    for (var j = 0; j < outlets.size(); j++) {
      var x = left + j * wide + wide / 2;
      text(
          "l" + (first - 1),
          x,
          top - 8,
          cut(outlets.get(j), 22),
          " transform=\"rotate(-50 %s %s)\"".formatted(number(x), number(top - 8)));
    }
    for (var i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var id = "l" + (first + i);
      var y = top + i * ROW;
      text(id, 0, y + 16, cut(row.label(), 50), "");
      for (var j = 0; j < outlets.size(); j++) {
        var told = row.of(outlets.get(j));
        if (!told.isEmpty() && row.stances().containsKey(outlets.get(j))) {
          var stance = row.stances().getOrDefault(outlets.get(j), Optional.empty());
          var sign = stance.map(Charts::sign).orElse("?");
          var x = left + j * wide;
          box(id, x + 1, y + 1, wide - 2, ROW - 2.0, stance.map(Charts::look).orElse("s1"));
          text(id, x + wide / 2, y + 16, sign, " text-anchor=\"middle\"");
        }
      }
    }
    page.raw("</svg>");
  }

  private static String sign(Stance stance) {
    return switch (stance) {
      case ASSERTS -> "A";
      case ATTRIBUTES -> "T";
      case HEDGES -> "H";
      case DENIES -> "D";
      case QUESTIONS -> "Q";
      case PREDICTS -> "P";
    };
  }

  private static String look(Stance stance) {
    return switch (stance) {
      case ASSERTS -> "s0";
      case ATTRIBUTES -> "s1";
      case HEDGES, QUESTIONS, PREDICTS -> "s2";
      case DENIES -> "s3";
    };
  }

  // -- bars --

  /// How outlets stand behind the claims that several tell.
  void hedges(List<Proposition> shared) {
    SortedMap<String, List<List<String>>> bars = new TreeMap<>();
    for (var one : shared) {
      for (var stated : one.tellings()) {
        var outlet = stated.telling().outlet();
        if (outlet.isKnown() && stated.stance().isPresent()) {
          var kind =
              switch (stated.stance().get()) {
                case ASSERTS -> 0;
                case ATTRIBUTES -> 1;
                case HEDGES, QUESTIONS, PREDICTS -> 2;
                case DENIES -> 3;
              };
          bar(bars, outlet.name(), 4).get(kind).add(page.quoted(stated.telling()));
        }
      }
    }
    bars(
        "How outlets stand behind shared claims",
        List.of("asserts", "attributes", "hedges, questions or predicts", "denies"),
        bars);
  }

  /// How outlets print quotations that others print in other words.
  void quotes(List<Utterance> altered) {
    SortedMap<String, List<List<String>>> bars = new TreeMap<>();
    for (var one : altered) {
      for (Wording wording : one.tellings()) {
        var outlet = wording.first().outlet();
        if (outlet.isKnown()) {
          bar(bars, outlet.name(), 2)
              .get(wording.changes().isEmpty() ? 0 : 1)
              .add(page.quoted(wording.first()));
        }
      }
    }
    bars(
        "Quotations that differ, by outlet",
        List.of("as the fullest has it", "in other words or cut"),
        bars);
  }

  private static List<List<String>> bar(
      SortedMap<String, List<List<String>>> bars, String outlet, int kinds) {
    return bars.computeIfAbsent(
        outlet,
        _ -> {
          List<List<String>> fresh = new ArrayList<>();
          for (var i = 0; i < kinds; i++) {
            fresh.add(new ArrayList<>());
          }
          return fresh;
        });
  }

  private void bars(String label, List<String> kinds, SortedMap<String, List<List<String>>> bars) {
    if (bars.isEmpty()) {
      page.line("p", "There is nothing to count.");
      return;
    }
    var base = "chart-" + page.next();
    var left = 200.0;
    var most = bars.values().stream().mapToInt(Charts::total).max().orElse(1);
    page.raw("<figure>");
    open(
        label + ": " + String.join("; ", kinds),
        "A bar an outlet, its parts in the order of the columns of the table below, which says the"
            + " same: "
            + String.join("; ", kinds)
            + ".",
        bars.size() * ROW + 8);
    var i = 0;
    for (var one : bars.entrySet()) {
      var id = base + "-" + i;
      var y = i * ROW + 2.0;
      text(base, 0, y + 15, cut(one.getKey(), 28), "");
      var x = left;
      for (var k = 0; k < kinds.size(); k++) {
        var n = one.getValue().get(k).size();
        var wide = (WIDTH - left - 10) * n / most;
        if (n > 0) {
          box(id + "-" + k, x, y, Math.max(1, wide - 1), ROW - 4.0, "s" + k);
          text(id + "-" + k, x + 4, y + 15, String.valueOf(n), "");
        }
        x += wide;
      }
      i++;
    }
    page.raw("</svg>");
    page.raw("<table id=\"" + base + "\">");
    List<String> head = new ArrayList<>(List.of("Outlet"));
    head.addAll(kinds);
    page.line("tr", Blocks.cells("th", head.stream().map(Html::escaped).toList()));
    var row = 0;
    for (var one : bars.entrySet()) {
      List<String> cells = new ArrayList<>(List.of(Html.escaped(one.getKey())));
      for (var k = 0; k < kinds.size(); k++) {
        cells.add(PeopleBlocks.places(base + "-" + row + "-" + k, one.getValue().get(k)));
      }
      page.line("tr", Blocks.cells("td", cells));
      row++;
    }
    page.raw("</table>\n</figure>");
  }

  private static int total(List<List<String>> parts) {
    return parts.stream().mapToInt(List::size).sum();
  }
}
