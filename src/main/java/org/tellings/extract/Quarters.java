package org.tellings.extract;

import java.time.temporal.IsoFields;
import java.util.Optional;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.Precision;

/// Quarters, halves and seasons of a year. Each method reads what begins at `i` and returns where
/// to go on.
final class Quarters {

  private final Dating dating;
  private final Words words;

  Quarters(Dating dating) {
    this.dating = dating;
    this.words = dating.words;
  }

  /// The first quarter of 2025; the first quarter.
  int quarter(int i) {
    if (!words.is(i + 1, "quarter") && !(words.is(i + 1, "half") && words.is(i + 2, "of"))) {
      return i + 1;
    }
    var to = words.is(i + 2, "of") ? i + 3 : i + 2;
    var n =
        switch (words.low(i)) {
          case "first" -> 1;
          case "second" -> 2;
          case "third" -> 3;
          default -> 4;
        };
    if (words.is(i + 1, "half")
        && words.is(to, "the")
        && words.is(to + 1, "year")
        && dating.isYear(to + 2)) {
      to += 2; // the first half of the year 2012
    }
    if (!dating.isYear(to)) {
      if (words.is(i + 1, "half")) {
        return halfOf(i, n, to);
      }
      dating.add(
          i,
          i + 2,
          dating.published.map(
              p -> {
                var ended = p.getMonthValue() / 3.0 >= n || p.get(IsoFields.QUARTER_OF_YEAR) >= n;
                return (ended ? p.getYear() : p.getYear() - 1) + "-" + (32 + n);
              }),
          Precision.QUARTER,
          Anchor.PUBLISHED,
          "date.quarter/1");
      return i + 2;
    }
    var year = dating.small(to);
    var half = words.is(i + 1, "half");
    dating.add(
        i,
        to + 1,
        Optional.of(half ? half(year, n) : year + "-" + (32 + n)),
        half ? Precision.RANGE : Precision.QUARTER,
        Anchor.NONE,
        "date.quarter/1");
    return to + 1;
  }

  /// The second half of the year, of next year: that of the year named before in the paragraph;
  /// without one that of publication, or where it has been and cannot have begun then, the one
  /// before.
  private int halfOf(int i, int n, int at) {
    var by = words.is(at, "next") ? 1 : words.is(at, "last") ? -1 : 0;
    var isCounted = by != 0 || words.is(at, "this") || words.is(at, "the");
    if (n > 2
        || !isCounted
        || !words.is(at + 1, "year")
        || words.is(at + 2, "before")
        || words.is(at + 2, "after")) {
      return i + 1;
    }
    var isAhead = dating.isAhead(i, at + 2);
    var named = words.is(at, "the") && !isAhead ? namedYear(i) : Optional.<Integer>empty();
    var isTold = words.is(at, "the") && !isAhead && dating.isTold(i, at + 2);
    var value =
        named.or(
            () ->
                dating.published.map(
                    p -> {
                      var isNew = n == 1 ? p.getMonthValue() < 2 : p.getMonthValue() < 7;
                      return p.getYear() + by - (isTold && isNew ? 1 : 0);
                    }));
    dating.add(
        i,
        at + 2,
        value.map(year -> half(year, n)),
        Precision.RANGE,
        named.isPresent() ? Anchor.PREVIOUS : Anchor.PUBLISHED,
        "date.quarter/1");
    return at + 2;
  }

  private static String half(int year, int n) {
    return n == 1 ? year + "-01/" + year + "-06" : year + "-07/" + year + "-12";
  }

  /// The year of the date found last, where it is printed in the same paragraph.
  private Optional<Integer> namedYear(int i) {
    if (dating.dates.isEmpty()
        || dating.isLastGuessed()
        || words
            .text
            .substring(dating.dates.getLast().span().end(), words.start(i))
            .contains("\n")) {
      return Optional.empty();
    }
    return dating.last().map(last -> last[0]);
  }

  /// Q3 2024; Q4 behind another quarter, of its year, or behind a preposition, the last one begun.
  int code(int i) {
    if (!dating.isYear(i + 1)) {
      return bareQuarter(i);
    }
    dating.add(
        i,
        i + 2,
        Optional.of(dating.small(i + 1) + "-" + (32 + words.low(i).charAt(1) - '0')),
        Precision.QUARTER,
        Anchor.NONE,
        "date.quarter/1");
    return i + 2;
  }

  private int bareQuarter(int i) {
    if (!words.isCapital(i)
        || !words.isAny(i - 1, Sort.PREPOSITION.bit)
        || words.isCapital(i + 1)) {
      return i + 1;
    }
    var n = words.low(i).charAt(1) - '0';
    var alone = dating.dates.isEmpty() || dating.dates.getLast().precision() != Precision.QUARTER;
    var year =
        alone
            ? dating.published.map(
                p -> p.get(IsoFields.QUARTER_OF_YEAR) >= n ? p.getYear() : p.getYear() - 1)
            : dating.last().map(last -> last[0]);
    dating.add(
        i,
        i + 1,
        year.map(y -> y + "-" + (32 + n)),
        Precision.QUARTER,
        alone ? Anchor.PUBLISHED : Anchor.PREVIOUS,
        "date.quarter/2");
    return i + 1;
  }

  /// Summer 2024, autumn of 2023.
  int season(int i) {
    var at = words.is(i + 1, "of") ? i + 2 : i + 1;
    if (!dating.isYear(at) && !dating.isOldYear(at)) {
      return bareSeason(i);
    }
    dating.add(
        i,
        at + 1,
        Optional.of(Almanac.season(dating.small(at), words.low(i))),
        Precision.QUARTER,
        Anchor.NONE,
        "date.season/1");
    return at + 1;
  }

  /// In the spring: the one that began last, or the next one where the words look forward.
  private int bareSeason(int i) {
    if (!words.is(i - 1, "the") || !words.is(i - 2, "in") || words.is(i + 1, "of")) {
      return i + 1;
    }
    var name = words.low(i);
    var begins =
        switch (name) {
          case "spring" -> 3;
          case "summer" -> 6;
          case "autumn", "fall" -> 9;
          default -> 12;
        };
    var forward = dating.looksForward(i) || dating.isPlanned(i, i + 1);
    var value =
        dating.published.map(
            p -> {
              var begun = p.getMonthValue() >= begins;
              var year = forward ? (begun ? 1 : 0) : begun ? 0 : -1;
              return Almanac.season(p.getYear() + year, name);
            });
    dating.add(i - 1, i + 1, value, Precision.QUARTER, Anchor.PUBLISHED, "date.season/2");
    return i + 1;
  }
}
