package org.tellings.extract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;
import org.tellings.model.Span;

/// Times of day put to their days: 9.30 a.m. on Monday, 5 pm yesterday, at 19:45, half past nine;
/// and parts of days, which belong to the words of the date: Sunday night, the morning of 3
/// November.
///
/// A time is told of the day beside it; without one, of the day named last before it in its
/// paragraph, else of that of publication. Works on the places that the reading of dates marked.
final class ClockTimes {

  /// What may stand between a time and the day behind it: a zone.
  private static final Set<String> ZONES =
      Set.of(
          "gmt", "utc", "bst", "cet", "cest", "et", "est", "edt", "ct", "cst", "cdt", "pt", "pst",
          "pdt", "hkt", "jst", "ist", "eastern", "pacific", "central", "local", "beijing", "london",
          "time");

  /// What stands before a time of 24 hours: not a score, a ratio or a verse.
  private static final Set<String> BEFORE =
      Set.of(
          "at", "by", "from", "until", "till", "around", "about", "before", "after", "since", "to");

  private final Dating dating;
  private final Words words;

  private ClockTimes(Dating dating) {
    this.dating = dating;
    this.words = dating.words;
  }

  /// A time of day from one word up to another, as `09:30`.
  private record Clock(int from, int to, String time) {}

  /// Reads the times at the places marked in `dating`, and puts all dates in order again.
  static void read(Dating dating) {
    if (dating.clocks.isEmpty()) {
      return;
    }
    var times = new ClockTimes(dating);
    for (var at : dating.clocks) {
      times.read(at);
    }
    dating.dates.sort(Comparator.comparing(DateMention::span));
  }

  private void read(int at) {
    switch (words.low(at)) {
      case "morning", "afternoon", "evening", "night" -> part(at);
      default -> clock(at).filter(clock -> !isOfHours(clock.from())).ifPresent(this::place);
    }
  }

  // -- parts of days --

  private void part(int at) {
    for (var i = 0; i < dating.dates.size(); i++) {
      var date = dating.dates.get(i);
      if (date.precision() != Precision.DAY) {
        continue;
      }
      if (at > 0 && date.span().end() == words.end(at - 1)) {
        widen(i, date.span().start(), words.end(at));
        return;
      }
      if (words.is(at + 1, "of")
          && date.span().start() == start(words.is(at + 2, "the") ? at + 3 : at + 2)) {
        var from = words.is(at - 1, "early") || words.is(at - 1, "late") ? at - 1 : at;
        from = words.is(from - 1, "the") ? from - 1 : from;
        widen(i, words.start(from), date.span().end());
        return;
      }
    }
  }

  private int start(int i) {
    return i < words.size() ? words.start(i) : -1;
  }

  private void widen(int i, int from, int to) {
    var date = dating.dates.get(i);
    dating.dates.set(
        i,
        new DateMention(
            new Span(from, to), date.value(), date.precision(), date.anchor(), date.rule()));
  }

  // -- times --

  private Optional<Clock> clock(int at) {
    return switch (words.low(at)) {
      case "am", "a.m.", "a.m" -> number(at - 1, at + 1, 0);
      case "pm", "p.m.", "p.m" -> number(at - 1, at + 1, 12);
      case "noon", "midday" ->
          words.is(at - 1, "at") || words.is(at - 1, "by") || words.is(at - 1, "until")
              ? Optional.of(new Clock(at, at + 1, "12:00"))
              : Optional.empty();
      case "past" -> past(at);
      default -> colon(at);
    };
  }

  /// “Open from 8 a.m. to 10 p.m.”: hours that recur.
  private boolean isOfHours(int at) {
    for (var k = at - 1; k >= Math.max(0, at - 7) && !Sentences.ends(words, k); k--) {
      if (words.is(k, "from") || words.is(k, "between")) {
        return words.is(k - 1, "open")
            || words.is(k - 1, "daily")
            || words.is(k - 1, "day") && (words.is(k - 2, "a") || words.is(k - 2, "every"));
      }
    }
    return false;
  }

  /// The number before a.m. or p.m.: 5, 9.30, 9:30.
  private Optional<Clock> number(int last, int to, int add) {
    if (!words.isNumber(last)) {
      return Optional.empty();
    }
    var from = last;
    int hour;
    int minute;
    var low = words.low(last);
    var dot = low.indexOf('.');
    if (dot > 0) {
      hour = digits(low.substring(0, dot));
      minute = low.length() - dot == 3 ? digits(low.substring(dot + 1)) : -1;
    } else if (words.mark(last - 1) == ':' && words.isNumber(last - 2) && low.length() == 2) {
      from = last - 2;
      hour = digits(words.low(from));
      minute = digits(low);
    } else {
      hour = digits(low);
      minute = 0;
    }
    return hour < 1 || hour > 12 || minute < 0 || minute > 59
        ? Optional.empty()
        : Optional.of(new Clock(from, to, time(hour % 12 + add, minute)));
  }

  /// 19:45, where the word before it says that it is a time.
  private Optional<Clock> colon(int at) {
    if (!words.isNumber(at)
        || words.mark(at + 1) != ':'
        || !words.isGlued(at + 1)
        || !words.isNumber(at + 2)
        || !words.isGlued(at + 2)
        || words.low(at + 2).length() != 2
        || words.mark(at + 3) == ':') {
      return Optional.empty();
    }
    if (isHalf(at + 3)) {
      return Optional.empty(); // read from there
    }
    var hour = digits(words.low(at));
    var minute = digits(words.low(at + 2));
    var isTold = at > 0 && BEFORE.contains(words.low(at - 1)) || isZone(at + 3);
    return !isTold || hour < 0 || hour > 23 || minute < 0 || minute > 59
        ? Optional.empty()
        : Optional.of(new Clock(at, at + 3, time(hour, minute)));
  }

  private boolean isHalf(int i) {
    return i < words.size()
        && Set.of("am", "pm", "a.m.", "p.m.", "a.m", "p.m").contains(words.low(i));
  }

  /// Half past nine, a quarter past six, behind a word of the day's part in the afternoon or later.
  private Optional<Clock> past(int at) {
    var isHalf = words.is(at - 1, "half");
    if (!isHalf && !words.is(at - 1, "quarter")) {
      return Optional.empty();
    }
    var hour = words.isNumber(at + 1) ? digits(words.low(at + 1)) : hour(at + 1);
    if (hour < 1 || hour > 12) {
      return Optional.empty();
    }
    var from = !isHalf && words.is(at - 2, "a") ? at - 2 : at - 1;
    return Optional.of(
        new Clock(from, at + 2, time(isLate(at) ? hour % 12 + 12 : hour, isHalf ? 30 : 15)));
  }

  /// The afternoon, evening or night is told in the same sentence.
  private boolean isLate(int at) {
    for (var k = at + 2; k < Math.min(words.size(), at + 6); k++) {
      if (words.is(k, "morning")) {
        return false;
      }
    }
    for (var k = at; k >= Math.max(0, at - 15) && !(k < at && Sentences.ends(words, k)); k--) {
      if (words.is(k, "afternoon")
          || words.is(k, "evening")
          || words.is(k, "night")
          || words.is(k, "tonight")) {
        return true;
      }
    }
    for (var k = at + 2; k < Math.min(words.size(), at + 8); k++) {
      if (words.is(k, "afternoon") || words.is(k, "evening") || words.is(k, "night")) {
        return true;
      }
      if (Sentences.ends(words, k)) {
        return false;
      }
    }
    return false;
  }

  private int hour(int i) {
    return i >= words.size()
        ? 0
        : switch (words.low(i)) {
          case "one" -> 1;
          case "two" -> 2;
          case "three" -> 3;
          case "four" -> 4;
          case "five" -> 5;
          case "six" -> 6;
          case "seven" -> 7;
          case "eight" -> 8;
          case "nine" -> 9;
          case "ten" -> 10;
          case "eleven" -> 11;
          case "twelve" -> 12;
          default -> 0;
        };
  }

  private static int digits(String text) {
    if (text.isEmpty() || text.length() > 2) {
      return -1;
    }
    var number = 0;
    for (var i = 0; i < text.length(); i++) {
      if (!Words.isDigit(text.charAt(i))) {
        return -1;
      }
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static String time(int hour, int minute) {
    return (hour < 10 ? "0" : "") + hour + (minute < 10 ? ":0" : ":") + minute;
  }

  private boolean isZone(int i) {
    return i < words.size() && ZONES.contains(words.low(i));
  }

  // -- their days --

  private void place(Clock clock) {
    for (var i = 0; i < dating.dates.size(); i++) {
      var date = dating.dates.get(i);
      var span = date.span();
      if (span.start() < words.end(clock.to() - 1) && words.start(clock.from()) < span.end()) {
        return; // read as a date, or as a time from another of its words
      }
      if (date.precision() == Precision.DAY && date.value().isPresent()) {
        if (span.start() == start(behind(clock.to()))) {
          join(i, clock, words.start(clock.from()), span.end());
          return;
        }
        if (before(clock.from()) >= 0 && span.end() == words.end(before(clock.from()))) {
          join(i, clock, span.start(), words.end(clock.to() - 1));
          return;
        }
      }
    }
    alone(clock);
  }

  /// Where a day would stand behind a time: a zone, a comma and “on” may stand between.
  private int behind(int i) {
    var at = i;
    while (at < words.size() && at < i + 3 && isZone(at)) {
      at++;
    }
    at = words.mark(at) == ',' ? at + 1 : at;
    return words.is(at, "on") && !words.isCapital(at) ? at + 1 : at;
  }

  /// Where a day would end before a time: “at” and the like and a comma may stand between.
  private int before(int i) {
    var at = i - 1;
    if (at >= 0 && (words.is(at, "around") || words.is(at, "about"))) {
      at--;
    }
    at = words.is(at, "at") ? at - 1 : at;
    return words.mark(at) == ',' ? at - 1 : at;
  }

  private void join(int i, Clock clock, int from, int to) {
    var date = dating.dates.get(i);
    dating.dates.set(
        i,
        new DateMention(
            new Span(from, to),
            date.value().map(day -> day + "T" + clock.time()),
            Precision.TIME,
            date.anchor(),
            date.rule()));
  }

  private void alone(Clock clock) {
    var from = words.start(clock.from());
    Optional<String> day = Optional.empty();
    var end = -1;
    for (var date : dating.dates) {
      if (date.span().end() <= from
          && date.span().end() > end
          && date.value().filter(v -> v.length() == 10 || v.indexOf('T') == 10).isPresent()
          && isOneParagraph(date.span().end(), from)) {
        day = date.value().map(v -> v.substring(0, 10));
        end = date.span().end();
      }
    }
    var anchor = day.isPresent() ? Anchor.PREVIOUS : Anchor.PUBLISHED;
    dating.add(
        clock.from(),
        clock.to(),
        day.or(() -> dating.published.map(LocalDate::toString)).map(d -> d + "T" + clock.time()),
        Precision.TIME,
        anchor,
        "date.clock/1");
  }

  private boolean isOneParagraph(int from, int to) {
    var end = words.text.indexOf("\n\n", from);
    return end < 0 || end >= to;
  }
}
