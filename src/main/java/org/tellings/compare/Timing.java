package org.tellings.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.compare.Prose.Sentence;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.Senses.Found;
import org.tellings.model.Dated;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;

/// When a figure was taken, as the words around it tell.
///
/// `moments` are names for times of a day, a course or a plan; `hours` parts of a day that may be
/// those of what happened, not of the count, and whether an old or a new one is meant; `days` the
/// days, months, quarters and years named (ISO). `span` is over how many days it was counted, 0
/// when that is not told. `tense` tells what is to come from what has come.
record Timing(Set<String> moments, Set<String> hours, Set<String> days, int span, Tense tense) {

  /// Whether a figure is of what is planned or foretold, or of what was.
  enum Tense {
    COMING,
    DONE,
    OPEN
  }

  /// Parts of a day by the stem of their word.
  private static final Map<String, String> PARTS = parts();

  /// What sets the hour of a count: “by noon”.
  private static final Set<String> UNTIL = Set.of("by", "until", "till", "as of", "before", "at");

  /// What is put forth more than once, so that there is an earlier and a later one.
  private static final Set<String> VERSIONS =
      stems(
          """
          offer proposal bid estimate forecast count tally toll figure report plan design budget
          target poll survey version draft total result reading sum assessment projection prediction
          """);

  private static final Set<String> EARLIER =
      words("initial initially original originally provisional preliminary first early earlier");

  private static final Set<String> LATER =
      words("revised updated latest new newest improved second third fresh later final");

  /// Verbs of change, behind which a “to” tells what was reached.
  private static final Set<String> CHANGES =
      stems(
          """
          rise rose risen grow grew grown climb climbed jump jumped increase increased drop dropped
          fall fell fallen shrink shrunk cut reduce reduced revise revised raise raised lower lowered
          swell swelled swollen widen widened double doubled decline declined ease eased expand
          expanded upgrade upgraded
          """);

  /// Behind them a length of time is that over which something is counted.
  private static final Set<String> SPANS =
      words(
          "this next last past previous first second third fourth whole full entire current"
              + " coming");

  private static final Set<String> COUNTED = Set.of("counted", "declared", "reporting", "tallied");

  /// Words of a sentence that tells the hour, at most.
  private static final int SHORT = 8;

  private static final Set<String> ALL = Set.of("all", "every", "last");

  private static final Set<String> SOME =
      Set.of("half", "most", "third", "thirds", "quarter", "quarters", "some");

  private static final Set<String> COMING =
      words(
          """
          will shall would expected expects expect plans planned plan forecast forecasts due aims
          hopes intends intended set scheduled projected predicts predicted proposes proposed
          """);

  private static final Set<String> DONE =
      words(
          """
          was were had did took fell rose came went lost won spent paid sold bought drew held ended
          finished cost ran made got saw has have stands stood remains remained
          """);

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  private static Set<String> stems(String text) {
    var stems = new TreeSet<String>();
    words(text).forEach(word -> stems.add(Stems.of(word)));
    return Set.copyOf(stems);
  }

  private static Map<String, String> parts() {
    var parts = new HashMap<String, String>();
    put(parts, "night", "night overnight midnight");
    put(parts, "dawn", "dawn daybreak sunrise");
    put(parts, "morning", "morning breakfast mid-morning midmorning");
    put(parts, "noon", "noon midday lunchtime lunch");
    put(parts, "afternoon", "afternoon mid-afternoon teatime");
    put(parts, "evening", "evening dusk nightfall sunset tonight");
    return Map.copyOf(parts);
  }

  private static void put(Map<String, String> parts, String part, String words) {
    for (var word : words.split(" ")) {
      parts.put(Stems.of(word), part);
    }
  }

  /// Reads words `first` to `last` of a sentence, of which `from` to `to` are the figure. `level`:
  /// the figure is a price or a movement, of which a “rose to” tells the whole.
  static Timing of(
      Account account,
      Sentence sentence,
      List<Found> senses,
      int first,
      int last,
      int from,
      int to,
      boolean level) {
    var words = sentence.words();
    var moments = new TreeSet<String>();
    for (var found : senses) {
      if (found.type().equals("moment")) {
        moments.add(found.name());
      }
    }
    moments.addAll(Times.in(words, first, last));
    if (words.getLast().low().equals("before") || isBefore(words, first, last)) {
      moments.add("before");
    }
    counted(words, first, last).ifPresent(moments::add);
    var hours = new TreeSet<String>();
    for (var i = first; i < last; i++) {
      var part = PARTS.get(words.get(i).stem());
      if (part != null) {
        (isUntil(words, first, i) ? moments : hours).add(part);
      }
      age(words, i, last).ifPresent(hours::add);
      if (isClock(words, i, last)) {
        (isUntil(words, first, i) ? moments : hours).add("clock");
      }
      if (VERSIONS.contains(words.get(i).stem())) {
        version(words, first, i).ifPresent(moments::add);
      }
    }
    if (!level && isReached(words, first, from)) {
      moments.add("reached");
    }
    return new Timing(
        InOrder.of(moments),
        InOrder.of(hours),
        InOrder.of(days(account, sentence, moments)),
        span(words, first, last, from, to),
        tense(words, first, last, from, to));
  }

  /// The same with one moment alone.
  Timing at(String moment) {
    return new Timing(Set.of(moment), hours, days, span, tense);
  }

  /// The part of the day that a short sentence tells: “It is noon.”
  static Optional<String> hour(Sentence sentence) {
    var words = sentence.words();
    return words.size() > SHORT || words.size() < 3 || !words.getFirst().low().equals("it")
        ? Optional.empty()
        : words.stream().map(word -> PARTS.get(word.stem())).filter(Objects::nonNull).findFirst();
  }

  /// “Before Thursday’s meeting the rate had stood at …”, “the fare was £3 before the bridge fell”;
  /// not “before noon”, “before the committee”.
  private static boolean isBefore(List<Word> words, int first, int last) {
    for (var i = first; i < last; i++) {
      if (words.get(i).low().equals("before")
          && (i == first && words.subList(first, last).stream().anyMatch(w -> w.low().equals("had"))
              || i == first && !isHour(words, i + 1, last)
              || i > first && isClause(words, i + 1, last))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHour(List<Word> words, int i, int last) {
    return words.subList(Math.min(i, last), Math.min(i + 2, last)).stream()
        .anyMatch(w -> w.isNumber() || PARTS.containsKey(w.stem()) || w.low().equals("long"));
  }

  /// “Before the bridge fell”: a verb stands among the next words.
  private static boolean isClause(List<Word> words, int i, int last) {
    return words.subList(Math.min(i, last), Math.min(i + 5, last)).stream()
        .anyMatch(
            w ->
                DONE.contains(w.low())
                    || !w.isName() && w.low().length() > 4 && w.low().endsWith("ed"));
  }

  /// How far a count had come: “with half of the districts counted”, “when all were counted”.
  private static Optional<String> counted(List<Word> words, int first, int last) {
    for (var i = first + 1; i < last; i++) {
      if (!COUNTED.contains(words.get(i).low())) {
        continue;
      }
      for (var k = i - 1; k >= Math.max(first, i - 7); k--) {
        var low = words.get(k).low();
        if (ALL.contains(low)) {
          return Optional.of("all counted");
        }
        if (SOME.contains(low) || low.equals("percent") || low.equals("cent")) {
          return Optional.of("partly counted");
        }
      }
    }
    return Optional.empty();
  }

  /// “The old R1”, “the new one”: of two that were or are.
  private static Optional<String> age(List<Word> words, int i, int last) {
    if (i + 1 >= last || words.get(i + 1).comma()) {
      return Optional.empty();
    }
    return switch (words.get(i).low()) {
      case "old", "former", "previous", "earlier" -> Optional.of("old");
      case "new", "latest", "newest", "revised", "updated", "current" -> Optional.of("new");
      default -> Optional.empty();
    };
  }

  /// “Five o’clock”, “9 pm”.
  private static boolean isClock(List<Word> words, int i, int last) {
    var low = words.get(i).low();
    return low.equals("o'clock")
        || i + 1 < last
            && words.get(i).isNumber()
            && Set.of("am", "pm", "a.m", "p.m").contains(words.get(i + 1).low());
  }

  /// “By noon”, “by Wednesday lunchtime”, “as of Monday evening”, “by late morning”.
  private static boolean isUntil(List<Word> words, int first, int at) {
    for (var i = at - 1; i >= Math.max(first, at - 3); i--) {
      var low = words.get(i).low();
      if (UNTIL.contains(low)) {
        return true;
      }
      if (low.equals("of")) {
        return i > first && words.get(i - 1).low().equals("as");
      }
      if (low.equals("in") || low.equals("on") || low.equals("and")) {
        return false;
      }
    }
    return false;
  }

  /// “Under the original plan”, “the revised estimate”.
  private static Optional<String> version(List<Word> words, int first, int at) {
    for (var i = at - 1; i >= Math.max(first, at - 2); i--) {
      var low = words.get(i).low();
      if (EARLIER.contains(low)) {
        return Optional.of("an earlier one");
      }
      if (LATER.contains(low)) {
        return Optional.of("a later one");
      }
    }
    return Optional.empty();
  }

  /// “Has risen to”, “had dropped to nearly”.
  private static boolean isReached(List<Word> words, int first, int from) {
    var i = from - 1;
    while (i > first && from - i < 4 && !words.get(i).low().equals("to")) {
      i--;
    }
    if (i <= first || !words.get(i).low().equals("to")) {
      return false;
    }
    for (var k = i - 1; k >= Math.max(first, i - 3); k--) {
      if (CHANGES.contains(words.get(k).stem())) {
        for (var has = k - 1; has >= Math.max(first, k - 3); has--) {
          if (Set.of("has", "have", "had", "now", "since").contains(words.get(has).low())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Over which time it was counted, in days: “in 24 hours”, “over five years”, “this month”.
  private static int span(List<Word> words, int first, int last, int from, int to) {
    for (var i = first; i < last; i++) {
      var length = Times.days(words.get(i).stem());
      if (length.isEmpty() || i >= from && i <= to) {
        continue;
      }
      var before = i == first ? "" : words.get(i - 1).low();
      var count = i == first ? Optional.<Integer>empty() : number(before);
      var lead = i - 2 < first ? "" : words.get(i - 2).low();
      if (before.equals("a") && lead.equals("in")) {
        return length.getAsInt();
      }
      if (count.isPresent() && Set.of("in", "over", "within", "during", "for").contains(lead)) {
        return words.get(i).stem().equals("hour")
            ? Math.max(1, count.get() / 24)
            : count.get() * length.getAsInt();
      }
      if (SPANS.contains(before)
          || before.equals("the") && Set.of("over", "during", "within").contains(lead)) {
        return length.getAsInt();
      }
    }
    return 0;
  }

  private static Optional<Integer> number(String low) {
    if (low.length() < 5 && low.chars().allMatch(Character::isDigit)) {
      return Optional.of(Integer.valueOf(low));
    }
    var names =
        List.of(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve");
    var at = names.indexOf(low);
    return at < 0 ? Optional.empty() : Optional.of(at + 1);
  }

  /// By the verbs before the figure; behind it only when there are none before.
  private static Tense tense(List<Word> words, int first, int last, int from, int to) {
    var tense = Tense.OPEN;
    for (var i = first; i < last; i++) {
      if (i >= from && i < to) {
        continue;
      }
      var low = words.get(i).low();
      var next = i + 1 < last ? words.get(i + 1).low() : "";
      if (COMING.contains(low) && !(i > first && words.get(i - 1).low().equals("than"))
          || Set.of("is", "are", "was", "were").contains(low) && next.equals("to")
          || low.equals("going") && next.equals("to")) {
        return Tense.COMING;
      }
      if (DONE.contains(low)) {
        tense = Tense.DONE;
      }
    }
    return tense;
  }

  /// Days, months and years named in the sentence; what stands “now” is of the day of publication.
  private static Set<String> days(Account account, Sentence sentence, Set<String> moments) {
    var days = new TreeSet<String>();
    for (var date : account.of(DateMention.class)) {
      var mention = (DateMention) date.finding();
      if (sentence.span().contains(mention.span())
          && isKept(mention.precision())
          && !isSince(sentence, mention.span().start())) {
        mention
            .value()
            .ifPresent(value -> days.add(value.length() > 10 ? value.substring(0, 10) : value));
      }
    }
    if (days.isEmpty() && moments.contains("now")) {
      account.article().heading().published().map(Dated::day).ifPresent(days::add);
    }
    return days;
  }

  /// “Since 2019” goes on until the day of printing.
  private static boolean isSince(Sentence sentence, int start) {
    var at = sentence.at(start);
    return at > 0 && sentence.words().get(at - 1).low().equals("since");
  }

  private static boolean isKept(Precision precision) {
    return switch (precision) {
      case DAY, TIME, MONTH, YEAR -> true;
      case QUARTER, WEEK, RANGE -> false;
    };
  }
}
