package org.tellings.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;

/// Dates as printed. What is relative is resolved from the day the article was published, backwards
/// unless its sentence looks forward; “a week later” from the day named before. Without that day
/// the value cannot be said.
final class DateExtractor {

  private final Dating dating;
  private final Words words;
  private final CalendarDates calendar;
  private final RelativeDates relative;
  private final Quarters quarters;

  private DateExtractor(Dating dating) {
    this.dating = dating;
    this.words = dating.words;
    this.calendar = new CalendarDates(dating);
    this.relative = new RelativeDates(dating);
    this.quarters = new Quarters(dating);
  }

  /// `published` is an ISO date as precise as known.
  static List<DateMention> extract(Words words, Optional<String> published) {
    var dating =
        new Dating(
            words,
            published.filter(p -> p.length() >= 10).flatMap(p -> Almanac.day(p.substring(0, 10))));
    var extractor = new DateExtractor(dating);
    var i = 0;
    while (i < words.size()) {
      i = extractor.read(i);
    }
    extractor.explain();
    ClockTimes.read(dating);
    return dating.dates;
  }

  /// “Three days later, on 15 November”: a count from nothing known is the day that explains it.
  private void explain() {
    for (var i = 0; i + 1 < dating.dates.size(); i++) {
      var date = dating.dates.get(i);
      var next = dating.dates.get(i + 1);
      var gap = next.span().start() - date.span().end();
      if (date.value().isEmpty()
          && date.anchor() == Anchor.PREVIOUS
          && next.precision() == Precision.DAY
          && gap == 5
          && words.text.startsWith(", on ", date.span().end())) {
        dating.dates.set(
            i,
            new DateMention(
                date.span(), next.value(), next.precision(), date.anchor(), date.rule()));
      }
    }
  }

  /// What is today's in the sense of these times: “today's average”, “in today's money”.
  private static final Set<String> NOW =
      Set.of(
          "average",
          "averages",
          "money",
          "prices",
          "levels",
          "world",
          "standards",
          "terms",
          "values");

  private boolean isNow(int i) {
    return words.isPossessive(i + 1) && i + 2 < words.size() && NOW.contains(words.low(i + 2));
  }

  /// Reads the date at `i`, if there is one, and returns where to go on.
  private int read(int i) {
    if (words.isNumber(i)) {
      if (words.mark(i + 1) == ':') {
        dating.clocks.add(i);
      }
      var to = calendar.number(i);
      return to > i ? to : Math.max(relative.ago(i), i + 1);
    }
    if (!words.isWord(i)) {
      return i + 1;
    }
    if (dating.isMonth(i)) {
      return calendar.month(i);
    }
    if (words.is(i, Sort.WEEKDAY) && words.isCapital(i)) {
      return relative.weekday(i);
    }
    if (words.isCapital(i) && words.low(i).indexOf('-') > 2 && !words.low(i).startsWith("mid-")) {
      return calendar.months(i);
    }
    return switch (words.low(i)) {
      case "yesterday" -> dating.deictic(i, i + 1, dating.published.map(d -> d.minusDays(1)));
      case "today" -> isNow(i) ? i + 1 : dating.deictic(i, i + 1, dating.published);
      case "tonight" -> dating.deictic(i, i + 1, dating.published);
      case "tomorrow" -> dating.deictic(i, i + 1, dating.published.map(d -> d.plusDays(1)));
      case "past" -> {
        dating.clocks.add(i);
        yield relative.shifted(i, -1);
      }
      case "last", "previous" -> relative.shifted(i, -1);
      case "next", "coming" -> relative.shifted(i, 1);
      case "this" -> relative.shifted(i, 0);
      case "early", "late", "mid", "mid-to-late" -> relative.part(i, words.low(i), i + 1);
      case "first", "second", "third", "fourth" -> quarters.quarter(i);
      case "q1", "q2", "q3", "q4" -> quarters.code(i);
      case "spring", "summer", "autumn", "fall", "winter" -> quarters.season(i);
      case "new" -> relative.newYear(i);
      case "christmas" -> relative.christmas(i);
      case "am",
          "pm",
          "a.m.",
          "p.m.",
          "a.m",
          "p.m",
          "noon",
          "midday",
          "morning",
          "afternoon",
          "evening",
          "night" -> {
        dating.clocks.add(i);
        yield i + 1;
      }
      case "in" -> relative.in(i);
      case "since", "by", "until", "during", "from", "of", "before", "after" -> i + 1;
      default -> words.low(i).startsWith("mid-") ? relative.mid(i) : relative.ago(i);
    };
  }
}
