package org.tellings.extract;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;

/// The unit behind a number: right there, behind a hyphen, or behind up to three words, as in GPU
/// hours; and what it is told for each of.
final class UnitReader {

  /// What stands behind a unit to tell which way is measured: “a 121ft-long skeleton”.
  private static final Set<String> WAYS =
      Set.of("long", "tall", "wide", "high", "deep", "thick", "diameter");

  /// Lines of a picture, which are no pence.
  private static final Set<String> LINES = Set.of("480", "720", "1080", "1440", "2160", "4320");

  private final Words words;

  UnitReader(Words words) {
    this.words = words;
  }

  /// A unit's name; it ends before token `to`. `word` is the first of its tokens that names it.
  record Found(String name, int word, int to) {}

  /// The unit behind the number that ends before token `end`; null when there is none.
  @Nullable Found at(int end) {
    if (end >= words.size()) {
      return null;
    }
    var mark = words.mark(end);
    if (mark == '°') {
      return words.is(end + 1, "c") || words.is(end + 1, "f")
          ? unit(end + 1)
          : new Found("degree", end, end + 1);
    }
    if (mark != 0) {
      var behind = end + 1 < words.size() && words.isGlued(end) && words.isGlued(end + 1);
      return isDash(mark) && behind ? plain(end + 1) : null;
    }
    var plain = words.is(end, "second") ? null : plain(end);
    return plain != null ? plain : special(end);
  }

  static boolean isWay(String word) {
    return WAYS.contains(word);
  }

  private @Nullable Found plain(int at) {
    if (words.is(at, Sort.UNIT)) {
      if (words.is(at, "degrees") || words.is(at, "degree") || words.is(at, "deg")) {
        var scale = words.is(at + 1, "c") || words.is(at + 1, "f");
        return scale && words.isCapital(at + 1) || words.is(at + 1, Sort.UNIT)
            ? unit(at + 1)
            : unit(at);
      }
      return unit(at);
    }
    if (words.is(at, "basis") && words.is(at + 1, "points")) {
      return new Found("basis point", at, at + 2);
    }
    var power = power(at);
    if (power != null) {
      var stop = words.mark(at + 1) == '.' && words.isGlued(at + 1) ? 2 : 1;
      return words.is(at + stop, Sort.UNIT)
          ? new Found(power + UnitNames.singular(stopless(at + stop)), at, at + stop + 1)
          : null;
    }
    return suffixed(at);
  }

  private Found unit(int at) {
    var low = stopless(at);
    if (words.mark(at + 1) == '²' && words.isGlued(at + 1)) {
      return new Found("square " + UnitNames.singular(low), at, at + 2);
    }
    return new Found(
        low.endsWith("2") || low.startsWith("sq")
            ? UnitNames.divisor(low)
            : UnitNames.singular(low),
        at,
        at + 1);
  }

  /// `ft` of `ft.`.
  private String stopless(int at) {
    var low = words.low(at);
    return low.endsWith(".") ? low.substring(0, low.length() - 1) : low;
  }

  /// “Cubic” or “square” before a unit, with a space behind it; null where there is none.
  private @Nullable String power(int at) {
    if (words.is(at, "cubic")) {
      return "cubic ";
    }
    return words.is(at, "square") || words.is(at, "sq") || words.is(at, "sq.") ? "square " : null;
  }

  /// `121ft-long`: a unit and which way it is measured in one word.
  private @Nullable Found suffixed(int at) {
    if (!words.isWord(at)) {
      return null;
    }
    var low = words.low(at);
    var dash = low.indexOf('-');
    return dash > 0
            && WAYS.contains(low.substring(dash + 1))
            && (Lexicon.sorts(low.substring(0, dash)) & Sort.UNIT.bit) != 0
        ? new Found(UnitNames.singular(low.substring(0, dash)), at, at + 1)
        : null;
  }

  /// Pence, newton metres, degrees without a sign, hours of many words.
  private @Nullable Found special(int end) {
    var printed = words.end(end) - words.start(end) <= 2 ? words.printed(end) : "";
    switch (printed) {
      case "p" -> {
        var lines = words.isGlued(end) && LINES.contains(words.low(end - 1));
        return lines || words.isNumber(end + 1) ? null : new Found("penny", end, end + 1);
      }
      case "g" -> {
        var isWeight = words.isGlued(end) && words.low(end - 1).length() > 1;
        return isWeight ? new Found("gram", end, end + 1) : null;
      }
      case "Nm" -> {
        return new Found("newton metre", end, end + 1);
      }
      case "nm" -> {
        return new Found("nanometre", end, end + 1);
      }
      case "PS" -> {
        return new Found("hp", end, end + 1);
      }
      case "kn" -> {
        return words.isNumber(end - 1) ? new Found("HRK", end, end + 1) : null;
      }
      case "C", "F" -> {
        var digits = words.end(end - 1) - words.start(end - 1);
        return words.isGlued(end) && digits > 1 && digits < 5 ? unit(end) : null;
      }
      default -> {}
    }
    if (words.is(end, "cents")) {
      return new Found("cent", end, end + 1);
    }
    for (var i = end + 1; i < end + 4; i++) {
      if (!words.isWord(i - 1) || words.isAny(i - 1, Things.STOPS) || !words.isWord(i)) {
        return null;
      }
      if (words.is(i, "hours") || words.is(i, "parameters") || words.is(i, "tokens")) {
        return unit(i);
      }
    }
    return null;
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—';
  }

  /// What a figure that ends before token `to` is told for each of: “a month”, “per barrel”, “/h”,
  /// “a-year”; empty when it is not.
  String rate(int to) {
    if (to >= words.size()) {
      return "";
    }
    var mark = words.mark(to);
    if (mark == '/' && words.isGlued(to) && words.isGlued(to + 1) && words.isWord(to + 1)) {
      var known = UnitNames.divisor(words.low(to + 1));
      return words.is(to + 1, Sort.UNIT) || UnitNames.isRate(known) || known.startsWith("square")
          ? known
          : "";
    }
    if (words.is(to, "per")) {
      return per(to + 1);
    }
    var dash = mark == '-' && words.isGlued(to) && words.isGlued(to + 1) ? 1 : 0;
    var low = words.isWord(to + dash) ? words.low(to + dash) : "";
    if (low.startsWith("a-") && UnitNames.isRate(low.substring(2))) {
      return low.substring(2);
    }
    var each = low.equals("a") || low.equals("an") || low.equals("each") || low.equals("every");
    return dash == 0
            && each
            && words.isWord(to + 1)
            && UnitNames.isRate(words.low(to + 1))
            && !words.is(to + 2, Sort.LASTING)
        ? UnitNames.singular(words.low(to + 1))
        : "";
  }

  /// What a price is told for each of, besides what any figure is: “$4 a cup”; no millions are.
  String price(int to, boolean scaled) {
    var rate = rate(to);
    var at = to + 1;
    return rate.isEmpty()
            && !scaled
            && (words.is(to, "a") || words.is(to, "an"))
            && words.isWord(at)
            && !words.isCapital(at)
            && words.low(at).length() > 2
            && words.low(at).chars().allMatch(Character::isLetter)
            && !words.isAny(
                at, Things.STOPS | Sort.UP.bit | Sort.DOWN.bit | Sort.SCALE.bit | Sort.UNIT.bit)
            && !NO_WARES.contains(words.low(at))
            && isEnd(at + 1)
        ? words.low(at)
        : rate;
  }

  private static final Set<String> NO_WARES =
      Set.of(
          "bit",
          "lot",
          "little",
          "while",
          "total",
          "record",
          "time",
          "fine",
          "bonus",
          "deal",
          "gift",
          "grant",
          "reward",
          "award",
          "prize",
          "loan",
          "donation",
          "sum",
          "refund");

  private boolean isEnd(int i) {
    return i >= words.size()
        || words.mark(i) != 0 && words.mark(i) != '-'
        || words.isAny(i, Sort.CONJUNCTION.bit | Sort.CLAUSE.bit)
        || words.isAny(i, Sort.PREPOSITION.bit) && !words.is(i, "of");
  }

  /// “100,000 people” behind “12 per”: empty where nothing is counted so.
  String many(int to) {
    return words.is(to, "per") && words.isNumber(to + 1) ? manyAt(to + 1) : "";
  }

  /// “Million input tokens”, “100,000 people”, behind “per”: empty where no number stands.
  private String manyAt(int at) {
    var isScale = words.is(at, Sort.SCALE) && words.low(at).length() > 2;
    if (!isScale && !words.isNumber(at)) {
      return "";
    }
    var to = at + 1;
    while (to < at + 4
        && words.isWord(to)
        && !words.isCapital(to)
        && !words.isAny(to, Things.STOPS)
        && words.start(to) == words.end(to - 1) + 1) {
      to++;
    }
    return to == at + 1 && isScale
        ? ""
        : words.text.substring(words.start(at), words.end(to - 1)).toLowerCase(Locale.ROOT);
  }

  /// “Per barrel”, “per sq m”, “per head”, “per million tokens”.
  private String per(int at) {
    var many = manyAt(at);
    if (!many.isEmpty()) {
      return many;
    }
    var power = power(at);
    if (power != null) {
      var found = plain(at);
      return found == null ? "" : found.name();
    }
    if (!words.isWord(at)
        || words.isAny(at, Things.STOPS | Sort.SCALE.bit)
        || words.low(at).length() < 3
        || words.isCapital(at) && !words.is(at, Sort.UNIT)) {
      return "";
    }
    return words.is(at, "capita") ? "person" : UnitNames.divisor(words.low(at));
  }
}
