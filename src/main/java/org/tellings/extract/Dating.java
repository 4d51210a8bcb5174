package org.tellings.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;
import org.tellings.model.Span;

/// The dates found so far in one text, and what the words at a place can mean in a date. Belongs to
/// one extraction.
final class Dating {

  private static final Set<String> PLANNED =
      Set.of(
          "opens",
          "reopens",
          "starts",
          "begins",
          "meets",
          "closes",
          "shuts",
          "returns",
          "return",
          "arrives",
          "arrive",
          "leaves",
          "ends",
          "expires",
          "resumes",
          "takes",
          "comes",
          "sits",
          "sings",
          "plays",
          "votes",
          "launches");

  /// Some of them that are things as well.
  private static final Set<String> THINGS =
      Set.of("votes", "returns", "return", "starts", "leaves", "plays");

  /// What such things are: early votes, postal votes, first returns.
  private static final Set<String> KINDS =
      Set.of(
          "early",
          "late",
          "first",
          "last",
          "final",
          "postal",
          "absentee",
          "mail-in",
          "more",
          "most");

  /// Verbs in the past that do not end in -ed.
  private static final Set<String> PAST =
      Set.of(
          "was", "were", "had", "won", "lost", "got", "went", "came", "left", "took", "made",
          "fell", "rose", "began", "met", "sent", "gave", "held", "found", "saw", "did", "brought",
          "bought", "sold", "paid", "broke", "beat", "led", "ran", "became", "drew", "kept",
          "struck", "sank", "died", "built", "rebuilt", "spoke", "wrote", "stood", "grew", "threw",
          "said", "told", "ended");

  private static final long BEFORE_NOUN =
      Sort.ARTICLE.bit | Sort.POSSESSIVE.bit | Sort.DETERMINER.bit | Sort.NUMBER.bit;

  private static final long BEHIND_YEAR =
      Sort.CONJUNCTION.bit
          | Sort.PREPOSITION.bit
          | Sort.PRONOUN.bit
          | Sort.ARTICLE.bit
          | Sort.POSSESSIVE.bit
          | Sort.AUXILIARY.bit;

  final Words words;

  /// The day the article was published, from which the rest is counted.
  final Optional<LocalDate> published;

  final List<DateMention> dates = new ArrayList<>();

  /// Words that may tell a time or a part of a day, in order, see [ClockTimes].
  final List<Integer> clocks = new ArrayList<>();

  final Deadlines deadlines;

  /// The last day that was resolved, for “a week later”.
  @Nullable LocalDate previous;

  Dating(Words words, Optional<LocalDate> published) {
    this.words = words;
    this.published = published;
    this.deadlines = new Deadlines(this);
  }

  void add(
      int from, int to, Optional<String> value, Precision precision, Anchor anchor, String rule) {
    dates.add(
        new DateMention(
            new Span(words.start(from), words.end(to - 1)), value, precision, anchor, rule));
  }

  int deictic(int from, int to, Optional<LocalDate> value) {
    value.ifPresent(d -> previous = d);
    add(
        from,
        to,
        value.map(LocalDate::toString),
        Precision.DAY,
        Anchor.PUBLISHED,
        "date.deictic/2");
    return to;
  }

  /// A verb that may speak of what is to come, and the present in which timetables are told.
  private static final Set<String> AHEAD =
      Set.of(
          "opens",
          "reopens",
          "begins",
          "starts",
          "ends",
          "closes",
          "expires",
          "launches",
          "resumes");

  /// They speak of what is to come only where no other clause stands between.
  private static final Set<String> POSSIBLE = Set.of("would", "might", "could");

  private static final Set<String> SET = Set.of("expected", "planned", "scheduled", "set");

  /// Whether what is told of the date is still to come.
  boolean isAhead(int i, int to) {
    return looksForward(i) || isPlanned(i, to) || deadlines.isOpen(i, to);
  }

  /// Whether the words just before speak of what is still to come.
  boolean looksForward(int i) {
    if (i > 1 && words.is(i - 1, "on") && isPast(i - 2) && !SET.contains(words.low(i - 2))) {
      return false; // the road will open in May, it emerged on Monday
    }
    var isNear = true;
    for (var k = i - 1; k >= Math.max(0, i - 12) && !Sentences.ends(words, k); k--) {
      if (isNear && POSSIBLE.contains(words.low(k))) {
        return true;
      }
      isNear = isNear && words.mark(k) != ',' && !isPast(k);
      if (SET.contains(words.low(k)) && words.is(k - 1, "had")) {
        return false; // what came of it is known
      }
      if (words.is(k, Sort.FUTURE)
          || AHEAD.contains(words.low(k)) && words.isWord(k)
          || words.is(k, "scheduled")
          || words.is(k, "due")
          || words.is(k, "must")
          || words.is(k, "upcoming")
          || words.is(k, "may") && !isMonth(k)
          || words.is(k, "expected") && (words.is(k + 1, "to") || words.is(k + 1, "in"))
          || words.is(k, "plans") && words.is(k + 1, "to")
          || words.is(k, "planned")
          || isNear && HOPED.contains(words.low(k)) && isDeed(k + 1, i)) {
        return true;
      }
      if (words.is(k, Sort.SPEECH) && !words.is(k, "announced")) {
        return false;
      }
    }
    return false;
  }

  /// What is hoped for in the present is to come: “expect the heat to break on Tuesday”.
  private static final Set<String> HOPED =
      Set.of("expect", "expects", "hope", "hopes", "plan", "aim", "aims", "intend", "intends");

  /// Whether “to” and a verb stand in these words.
  private boolean isDeed(int from, int to) {
    for (var k = from; k < to; k++) {
      if (words.is(k, "to") && words.isWord(k + 1) && !words.isAny(k + 1, Things.STOPS)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a verb in the present says what is still to come: takes over on Monday, opens in May;
  /// or one behind it does: Thursday will bring.
  boolean isPlanned(int i, int to) {
    if (words.is(to, "will")) {
      return true;
    }
    for (var k = i - 1; k >= Math.max(0, i - 5) && !Sentences.ends(words, k); k--) {
      if (PLANNED.contains(words.low(k)) && !isThing(k)) {
        return true;
      }
      if (words.isNumber(k) || words.mark(k) != 0 && words.mark(k) != ',') {
        return false;
      }
    }
    return false;
  }

  /// Whether the verb nearest before in the sentence, or where none stands there the first behind,
  /// tells what has been, and nothing near speaks of what is to come.
  boolean isTold(int i, int to) {
    for (var k = i - 1; k >= Math.max(0, i - 15) && !Sentences.ends(words, k); k--) {
      if (isPast(k)) {
        return true;
      }
      if (isToCome(k)) {
        return false;
      }
    }
    for (var k = to; k < Math.min(words.size(), to + 15) && !Sentences.ends(words, k - 1); k++) {
      if (isPast(k)) {
        return true;
      }
      if (isToCome(k)) {
        return false;
      }
    }
    return false;
  }

  /// “Will”, “must”, “opens”.
  boolean isComing(int k) {
    return words.is(k, Sort.FUTURE)
        || words.isAny(k, Sort.MODAL.bit) && !isMonth(k)
        || AHEAD.contains(words.low(k));
  }

  /// “Will”, “may”, “to reopen”, “opens”.
  private boolean isToCome(int k) {
    return isComing(k)
        || PLANNED.contains(words.low(k))
        || words.is(k, "to") && words.isWord(k + 1) && !words.isCapital(k + 1);
  }

  /// 311 votes, its returns, behind a verb in the past, at the head of a sentence: no verb itself.
  private boolean isThing(int i) {
    if (!THINGS.contains(words.low(i))) {
      return false;
    }
    if (i == 0
        || Sentences.ends(words, i - 1)
        || words.isNumber(i - 1)
        || words.isAny(i - 1, BEFORE_NOUN)
        || KINDS.contains(words.low(i - 1))) {
      return true;
    }
    for (var k = i - 1; k >= Math.max(0, i - 5) && words.mark(k) == 0; k--) {
      if (isPast(k)) {
        return true;
      }
    }
    return false;
  }

  /// A verb in the past, no participle: not “be closed”, “the closed bridge”.
  boolean isPast(int i) {
    var low = words.low(i);
    if (PAST.contains(low)) {
      return !words.is(i - 1, "be");
    }
    return low.length() > 4
        && low.endsWith("ed")
        && !words.isCapital(i)
        && !words.isAny(i - 1, BEFORE_NOUN)
        && !words.is(i - 1, "be")
        && !words.is(i - 2, "be");
  }

  /// The year and month of the date found last, the month 0 where it has none; empty when it has no
  /// year.
  Optional<int[]> last() {
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    var value = dates.getLast().value().orElse("");
    var year = digits(value, 0, 4);
    if (year < 0 || value.length() > 4 && value.charAt(4) != '-' && value.charAt(4) != '/') {
      return Optional.empty();
    }
    var isMonth =
        value.length() >= 7
            && value.charAt(4) == '-'
            && value.charAt(5) <= '1'
            && (value.length() == 7 || !Character.isLetterOrDigit(value.charAt(7)));
    return Optional.of(new int[] {year, isMonth ? Math.max(0, digits(value, 5, 7)) : 0});
  }

  boolean isLastOf(Precision precision) {
    return !dates.isEmpty() && dates.getLast().precision() == precision;
  }

  /// Whether the year of the date found last is that of publication or one beside it.
  boolean isLastGuessed() {
    return !dates.isEmpty() && dates.getLast().anchor() == Anchor.PUBLISHED;
  }

  /// The number that these digits make; -1 where there are others.
  private static int digits(String text, int from, int to) {
    if (text.length() < to) {
      return -1;
    }
    var number = 0;
    for (var i = from; i < to; i++) {
      var digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /// After the month: where a year ends, if one follows.
  int yearEnd(int month) {
    var at = words.mark(month + 1) == ',' ? month + 2 : month + 1;
    if (isShortYear(month + 1)) {
      return month + 3;
    }
    return (isYear(at) || at == month + 1 && isOldYear(at) && !isCount(at))
            && !(at == month + 1 && words.is(at + 1, Sort.UNIT))
        ? at + 1
        : month + 1;
  }

  /// The year that ends before `to`, or 0.
  int yearAt(int to) {
    if (isShortYear(to - 2)) {
      var year = 2000 + small(to - 1);
      return published.filter(p -> p.getYear() + 2 < year).isPresent() ? year - 100 : year;
    }
    return isYear(to - 1) || isOldYear(to - 1) ? small(to - 1) : 0;
  }

  /// ’19: a sign and two digits.
  private boolean isShortYear(int i) {
    return Words.isApostrophe(words.mark(i))
        && words.isGlued(i + 1)
        && words.isNumber(i + 1)
        && words.low(i + 1).length() == 2;
  }

  /// A year before 1900, where other words say that it is one.
  boolean isOldYear(int i) {
    return words.isNumber(i) && words.low(i).length() == 4 && small(i) >= 1000 && small(i) < 1900;
  }

  /// Whether this can stand behind a year, and is nothing that could be counted.
  boolean endsYear(int i) {
    return words.mark(i) != 0 || words.isAny(i, BEHIND_YEAR);
  }

  /// In March 1200 workers; of a round number also 1200 British soldiers: “in May 1588 Spanish
  /// ships” is a year.
  private boolean isCount(int i) {
    if (i + 1 >= words.size() || endsYear(i + 1)) {
      return false;
    }
    return !words.isCapital(i + 1)
        || small(i) % 100 == 0
            && PEOPLE.matcher(words.low(i + 1)).matches()
            && words.isWord(i + 2)
            && !words.isCapital(i + 2)
            && words.low(i + 2).endsWith("s");
  }

  /// British, Russian, Chinese, French.
  private static final Pattern PEOPLE =
      Pattern.compile("\\p{L}{2,12}(?:ish|an|ese|nch|tch|eek|wiss)");

  Optional<String> value(int month, int year, boolean forward) {
    if (year > 0) {
      return Optional.of(Almanac.iso(year, month));
    }
    return published.map(
        p -> {
          var best =
              forward
                  ? p.getYear() + (month < p.getMonthValue() ? 1 : 0)
                  : p.getYear() - (month > p.getMonthValue() ? 1 : 0);
          return Almanac.iso(best, month);
        });
  }

  boolean isMonth(int i) {
    return words.is(i, Sort.MONTH) && words.isCapital(i) && Almanac.month(bare(i)) > 0;
  }

  int monthOf(int i) {
    return Almanac.month(bare(i));
  }

  private String bare(int i) {
    var low = words.low(i);
    return low.endsWith(".") ? low.substring(0, low.length() - 1) : low;
  }

  boolean isYear(int i) {
    return words.isNumber(i) && words.low(i).length() == 4 && small(i) >= 1900 && small(i) < 2100;
  }

  /// The value of a whole number of up to four digits, else 0.
  int small(int i) {
    if (!words.isNumber(i)) {
      return 0;
    }
    var low = words.low(i);
    if (low.length() > 4 || !low.chars().allMatch(c -> Words.isDigit((char) c))) {
      return 0;
    }
    return Integer.parseInt(low);
  }
}
