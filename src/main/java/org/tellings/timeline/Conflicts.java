package org.tellings.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding.DateMention;
import org.tellings.timeline.Anomaly.Place;
import org.tellings.timeline.Anomaly.Suggestion;
import org.tellings.timeline.Anomaly.Type;

/// One thing that two articles date differently.
///
/// A statement of another day is taken for one of the same thing the sooner, the more its date
/// looks like a slip: the same day of another year, of another month, a weekday next to it. Of
/// times longer than a day, those that share no day part: never “January” and “20 January”, which
/// say the same with other precision. A plan is not held against what happened, nor one thing
/// against another that some article tells of beside it.
final class Conflicts {

  static final double OTHER_YEAR = 0.36;
  static final double OTHER_MONTH = 0.46;
  static final double NEAR = 0.62;
  static final double LEAST = 1.6;

  /// Of times longer than a day.
  static final double STRETCH = 0.55;

  private static final double SAME_WORDS = 0.8;
  private static final int FURTHEST = 62;
  private static final int BLUR = 4;
  private static final int LONG = 100;
  private static final Pattern ANEW =
      Pattern.compile(
          "(?i)\\b(?:again|another|second|third|fourth|twice|once more|repeated|returned)\\b");
  private static final int CROWD = 150;
  private static final int MOST = 10;

  private final List<Deed> deeds;
  private final Map<String, List<Deed>> index = new HashMap<>();
  private final Map<Deed, String> homes = new HashMap<>();
  private final Map<String, Event> events = new HashMap<>();

  private Conflicts(Collection<Deed> all, List<Event> events) {
    deeds = all.stream().filter(deed -> !deed.when().isOpen()).sorted(Deed.EARLIEST).toList();
    Map<String, String> home = new HashMap<>();
    for (var event : events) {
      this.events.put(event.id(), event);
      event.tellings().forEach(t -> home.put(t.dating().kept().id().toString(), event.id()));
    }
    Set<String> sought = new HashSet<>();
    for (var deed : deeds) {
      if (!deed.when().isDay()) {
        words(deed).forEach(word -> wide(deed.when()).forEach(key -> sought.add(key + word)));
      }
    }
    for (var deed : deeds) {
      homes.put(deed, home.getOrDefault(deed.id().toString(), ""));
      for (var word : words(deed)) {
        if (deed.when().isDay()) {
          keys(deed.when().from()).forEach(key -> keep(key + word, deed));
        }
        for (var key : narrow(deed.when())) {
          if (sought.contains(key + word)) {
            keep(key + word, deed);
          }
        }
      }
    }
  }

  private void keep(String key, Deed deed) {
    index.computeIfAbsent(key, _ -> new ArrayList<>()).add(deed);
  }

  static List<Anomaly> of(Collection<Deed> deeds, List<Event> events) {
    return new Conflicts(deeds, events).found();
  }

  /// Pairs of its words; of many words the ten longest.
  private static List<String> words(Deed deed) {
    var words =
        deed.gist().words().entrySet().stream()
            .filter(word -> word.getValue() >= 0.8)
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing((String word) -> -word.length()).thenComparing(w -> w))
            .limit(MOST)
            .sorted()
            .toList();
    List<String> pairs = new ArrayList<>();
    for (var i = 0; i < words.size(); i++) {
      for (var k = i + 1; k < words.size(); k++) {
        pairs.add(" " + words.get(i) + " " + words.get(k));
      }
    }
    return pairs;
  }

  private static List<String> keys(LocalDate day) {
    return List.of(
        "y" + day.getMonthValue() + "-" + day.getDayOfMonth(),
        "d" + day.getDayOfMonth() + "-" + day.getYear(),
        "d" + day.getDayOfMonth() + "-" + (day.getYear() + 1),
        "w" + day.toEpochDay() / 7,
        "w" + (day.toEpochDay() / 7 + 1));
  }

  /// What a time is found by where another that is longer than a day looks for it: its years and,
  /// when it is short, its months and their names.
  private static List<String> narrow(When when) {
    List<String> keys = new ArrayList<>();
    for (var year = when.from().getYear(); year <= when.to().getYear(); year++) {
      keys.add("Y" + year);
    }
    if (when.days() <= LONG) {
      for (var month = YearMonth.from(when.from());
          !month.isAfter(YearMonth.from(when.to()));
          month = month.plusMonths(1)) {
        keys.add("M" + month);
        keys.add("N" + month.getMonthValue());
      }
    }
    return keys;
  }

  /// What a time that is longer than a day looks for.
  private static List<String> wide(When when) {
    List<String> keys = new ArrayList<>();
    if (when.days() > LONG) {
      for (var year = when.from().getYear() - 1; year <= when.to().getYear() + 1; year++) {
        keys.add("Y" + year);
      }
      return keys;
    }
    var from = YearMonth.from(when.from());
    for (var month = from.minusMonths(2); month.isBefore(from.plusMonths(6)); ) {
      keys.add("M" + month);
      month = month.plusMonths(1);
    }
    keys.add("N" + from.getMonthValue());
    return keys;
  }

  private List<Anomaly> found() {
    List<Anomaly> found = new ArrayList<>();
    var told = new HashSet<String>();
    for (var deed : deeds) {
      Set<Deed> others = new LinkedHashSet<>();
      for (var word : words(deed)) {
        var keys = deed.when().isDay() ? keys(deed.when().from()) : wide(deed.when());
        for (var key : keys) {
          var bucket = index.getOrDefault(key + word, List.of());
          if (bucket.size() <= CROWD) {
            others.addAll(bucket);
          }
        }
      }
      others.stream()
          .filter(other -> isConflict(deed, other))
          .max(Comparator.comparingDouble(other -> deed.gist().likeness(other.gist())))
          .filter(other -> told.add(pair(deed, other)))
          .ifPresent(other -> found.add(anomaly(deed, other)));
    }
    return found;
  }

  private String pair(Deed a, Deed b) {
    var one = homes.getOrDefault(a, "");
    var other = homes.getOrDefault(b, "");
    return one.compareTo(other) < 0 ? one + other : other + one;
  }

  private boolean isConflict(Deed a, Deed b) {
    var one = a.when().from();
    var other = b.when().from();
    if (a.when().meets(b.when())
        || a.told().dating().article().equals(b.told().dating().article())
        || homes.getOrDefault(a, "").equals(homes.getOrDefault(b, ""))
        || a.gist().shared(b.gist()) < LEAST) {
      return false;
    }
    var likeness = a.gist().likeness(b.gist());
    if (!a.when().isDay() || !b.when().isDay()) {
      // what holds since a month is no other word on the day of what happened
      return a.told().mode() == b.told().mode()
          && likeness >= STRETCH
          && isNear(a, b)
          && isOfOne(a, b);
    }
    if (one.getDayOfMonth() == other.getDayOfMonth()) {
      return one.getMonth() == other.getMonth()
          ? likeness >= OTHER_YEAR
          : likeness >= OTHER_MONTH && Math.abs(ChronoUnit.DAYS.between(one, other)) < 366;
    }
    var days = Math.abs(ChronoUnit.DAYS.between(one, other));
    return likeness >= NEAR
        && (isSlip(a, b, days) || isSlip(b, a, days))
        && !Tense.looksForward(a.told().text(), a.told().text());
  }

  /// So near that one may stand for the other: two months or, of long times, their length; or the
  /// same month of the year before or after. Where a month is said to be early or late, the days
  /// that touch it are no other time.
  private static boolean isNear(Deed one, Deed other) {
    var isFirst = one.when().from().isBefore(other.when().from());
    var first = isFirst ? one.when() : other.when();
    var second = isFirst ? other.when() : one.when();
    var gap = ChronoUnit.DAYS.between(first.to(), second.from());
    if (gap <= BLUR && (isPart(one) || isPart(other))) {
      return false;
    }
    var isLong = first.days() > LONG && second.days() > LONG;
    var isYearOff =
        !isLong
            && first.from().getMonth() == second.from().getMonth()
            && first.to().getMonth() == second.to().getMonth()
            && gap < 366;
    return gap <= (isLong ? 366 : FURTHEST) || isYearOff;
  }

  /// Whether two statements can be of one thing: both tell it as done, neither as done anew, and no
  /// article tells of both.
  private boolean isOfOne(Deed a, Deed b) {
    return isDone(a)
        && isDone(b)
        && isOneAct(a, b)
        && ANEW.matcher(a.told().text()).find() == ANEW.matcher(b.told().text()).find()
        && Collections.disjoint(tellers(a), tellers(b));
  }

  /// Both name a deed of one sort, or they are told in nearly the same words.
  private static boolean isOneAct(Deed a, Deed b) {
    return a.gist().words().keySet().stream()
            .anyMatch(word -> word.startsWith("!") && b.gist().words().containsKey(word))
        || a.gist().likeness(b.gist()) >= SAME_WORDS;
  }

  private static boolean isDone(Deed deed) {
    return deed.told().mode() != Mode.PLANNED;
  }

  private Set<ArticleId> tellers(Deed deed) {
    var event = events.get(homes.getOrDefault(deed, ""));
    return event == null
        ? Set.of()
        : event.tellings().stream()
            .map(told -> told.dating().article())
            .collect(Collectors.toSet());
  }

  /// A day that one article alone tells, beside a better known one: a weekday less than a week off,
  /// or just a week off when it was printed before; another day, when it is the next.
  private boolean isSlip(Deed alone, Deed known, long days) {
    if (support(alone) > 1) {
      return false;
    }
    return isWeekday(alone) ? days < 7 || days == 7 && isBefore(alone, known) : days == 1;
  }

  private static boolean isBefore(Deed told, Deed happened) {
    return told.told()
        .published()
        .flatMap(PageRules::day)
        .filter(happened.when().from()::isAfter)
        .isPresent();
  }

  private static boolean isWeekday(Deed deed) {
    return rule(deed).startsWith("date.weekday");
  }

  private static boolean isPart(Deed deed) {
    return rule(deed).startsWith("date.part");
  }

  private static String rule(Deed deed) {
    return ((DateMention) deed.told().dating().kept().finding()).rule();
  }

  /// The one told by fewer comes first, as the one that does not fit; of two equals the later.
  private Anomaly anomaly(Deed one, Deed other) {
    var a = support(one) > support(other) ? other : one;
    var b = a == one ? other : one;
    var left = place(a);
    var right = place(b);
    var printed = a.told().published().flatMap(PageRules::day);
    if (isWeekday(a)
        && printed.isPresent()
        && isBefore(a, b)
        && a.when().from().getDayOfWeek() == b.when().from().getDayOfWeek()) {
      return Anomaly.of(
          Type.DATED_BEFORE_EVENT,
          left.outlet()
              + " is dated "
              + printed.get()
              + ", before "
              + b.when().edtf()
              + ", on which "
              + right.outlet()
              + " tells that it happened.",
          List.of(left, right));
    }
    var type = isWeekday(a) ? Type.WEEKDAY_MISMATCH : Type.DATE_CONFLICT;
    return Anomaly.of(
        type,
        left.outlet()
            + " dates it “"
            + a.told().dating().text()
            + "”, "
            + named(a)
            + ", and "
            + right.outlet()
            + " “"
            + b.told().dating().text()
            + "”, "
            + named(b)
            + ".",
        List.of(left, right),
        suggested(a, b));
  }

  /// The day that more articles tell, where it is a single one.
  private Optional<Suggestion> suggested(Deed one, Deed other) {
    return support(other) > support(one) && other.when().from().equals(other.when().to())
        ? Optional.of(new Suggestion.OfWords(one.told().dating().kept().id(), other.when().from()))
        : Optional.empty();
  }

  private long support(Deed deed) {
    var event = events.get(homes.getOrDefault(deed, ""));
    return event == null ? 0 : event.articles();
  }

  private static String named(Deed deed) {
    if (!deed.when().isDay()) {
      return Days.read(deed.when());
    }
    return PageRules.named(deed.when().from().getDayOfWeek()) + " " + deed.when().from();
  }

  private static Place place(Deed deed) {
    var dating = deed.told().dating();
    return new Place(
        dating.article(),
        dating.file(),
        dating.heading(),
        dating.kept().finding().span(),
        dating.text());
  }
}
