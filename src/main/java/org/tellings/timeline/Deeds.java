package org.tellings.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tellings.compare.Account;
import org.tellings.compare.Gist;
import org.tellings.compare.Prose;
import org.tellings.compare.Prose.Sentence;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.Telling;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.State;

/// Reads the dated statements of one account. Linear in the text.
///
/// A date whose value cannot be said makes none, nor does one behind “until”, nor an age that a
/// thing is of (“a paradox of the 19th century”). Of two dates in one clause that no “and” parts,
/// the one that is no attribute of a noun (“of 13 March”) counts.
final class Deeds {

  private static final double SLIGHT = 1.6;
  private static final double LEAST = 1.0;
  private static final int LONGEST = 45;

  /// These begin another clause.
  private static final Set<String> SUBORDINATE =
      Set.of(
          "because", "although", "though", "while", "whereas", "which", "after", "before", "when");

  private static final Set<String> ASIDE = Set.of("who", "whose", "where");
  private static final Set<String> JOINING = Set.of("and", "but", "so", "as");

  private static final Set<String> SUBJECT =
      Set.of(
          "i", "we", "he", "she", "it", "they", "you", "nobody", "nothing", "there", "the", "a",
          "its", "his", "her", "their");

  private static final Set<String> PRONOUNS =
      Set.of("it", "its", "they", "their", "he", "she", "his", "her", "him", "them");

  private static final Set<String> UNITS =
      Set.of(
          "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
          "decade", "decades");

  private static final Set<String> COUNTS =
      Set.of(
          "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "several", "some", "few", "many", "more", "last");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "who", "which", "whose");
  private static final Set<String> LIKENING = Set.of("as", "like", "unlike");

  /// These say when, with a noun before “of” or without: “in the early days of the 1990s”.
  private static final Set<String> IN_TIME =
      Set.of(
          "in",
          "at",
          "on",
          "by",
          "during",
          "over",
          "since",
          "from",
          "until",
          "till",
          "towards",
          "toward",
          "through",
          "throughout",
          "around",
          "before",
          "after",
          "for",
          "within");

  /// So many words before “of” may stand in the phrase that an age is of.
  private static final int PHRASE = 5;

  private static final Set<String> ATTRIBUTE = Set.of("of", "dated", "for", "to", "until");

  private final Account account;
  private final Prose prose;
  private final String text;
  private final List<Kept> dates;
  private final List<Span> contents;

  /// The last day on which the article can have been printed.
  private final Optional<LocalDate> published;

  private Deeds(Account account) {
    this.account = account;
    this.prose = account.prose();
    this.text = account.article().text();
    this.dates = account.of(DateMention.class);
    this.published =
        account.article().heading().published().flatMap(p -> When.of(p.value())).map(When::to);
    this.contents =
        account.of(Claim.class).stream()
            .filter(kept -> ((Claim) kept.finding()).source().isPresent())
            .map(kept -> kept.finding().span())
            .toList();
  }

  static List<Deed> of(Account account) {
    return new Deeds(account).read();
  }

  private List<Deed> read() {
    if (dates.isEmpty() || prose.sentences().isEmpty()) {
      return List.of();
    }
    Map<Span, List<Deed>> clauses = new TreeMap<>();
    for (var kept : dates) {
      Optional.of((DateMention) kept.finding())
          .filter(date -> !isGuess(kept, date))
          .flatMap(DateMention::value)
          .flatMap(When::of)
          .flatMap(when -> deed(kept, when))
          .ifPresent(
              deed ->
                  clauses.computeIfAbsent(deed.told().span(), _ -> new ArrayList<>()).add(deed));
    }
    List<Deed> deeds = new ArrayList<>();
    clauses.values().forEach(all -> deeds.addAll(chosen(all)));
    return deeds;
  }

  /// A time of day without its day, which nobody confirmed: it may be that of another day.
  private static boolean isGuess(Kept kept, DateMention date) {
    return kept.state() == State.MACHINE && date.rule().startsWith("date.clock");
  }

  /// Of several dates of one clause the first that says when; besides, those a person decided on.
  private List<Deed> chosen(List<Deed> all) {
    var first = all.stream().filter(deed -> !isAttribute(deed)).findFirst().orElse(all.getFirst());
    return all.stream()
        .filter(deed -> deed == first || deed.told().dating().kept().state() != State.MACHINE)
        .toList();
  }

  private boolean isAttribute(Deed deed) {
    var dating = deed.told().dating().kept().finding().span();
    var sentence = prose.around(dating);
    var at = sentence.at(dating.start());
    return at > 0 && ATTRIBUTE.contains(sentence.words().get(at - 1).low());
  }

  private Optional<Deed> deed(Kept kept, When value) {
    var span = kept.finding().span();
    var sentence = prose.around(span);
    var words = sentence.words();
    var from = sentence.at(span.start());
    var to = from;
    while (to < words.size() && words.get(to).start() < span.end()) {
      to++;
    }
    if (from == to
        || !sentence.span().contains(span)
        || from > 0 && words.get(from - 1).low().equals("until")
        || isLikened(kept, words, from)
        || isAge(kept, (DateMention) kept.finding(), words, from)
        || isOfThePage(span)) {
      return Optional.empty();
    }
    var first = first(words, from, content(sentence, span).map(Span::start).orElse(0));
    first = main(words, first, from);
    var ahead = ahead(words, first, from);
    first += ahead;
    var last = ahead > 0 ? to : last(words, first, to);
    if (gist(words, first, last).weight() < SLIGHT) {
      if (ahead > 0 && kept.state() == State.MACHINE) {
        return Optional.empty();
      }
      first = 0;
      last = words.size();
    }
    var cut = cut(words, first, last, from, to);
    first = cut.start();
    last = cut.end();
    var more = more(sentence, first, last);
    if (gist(words, first, last).weight() + told(more) < LEAST && kept.state() == State.MACHINE) {
      return Optional.empty();
    }
    var gist = Gist.of(account, inside(words, first, last), more);
    var clause = new Span(words.get(first).start(), end(sentence, last));
    var when = honest(words, from, value);
    var told =
        new Event.Told(
            Telling.of(account.article(), kept),
            when,
            mode(words, new Span(first, last), from, to, when),
            clause,
            clause.in(text),
            sentence.span(),
            sentence.span().in(text));
    return Optional.of(
        new Deed(
            told,
            gist,
            names(words.subList(first, last)),
            new Caption(text, sentence, clause, new Span(first, last), new Span(from, to))
                .words()));
  }

  /// “As in January 2025, none was made public”: that was then as well.
  private static boolean isLikened(Kept kept, List<Word> words, int from) {
    return kept.state() == State.MACHINE
        && from > 1
        && (words.get(from - 1).low().equals("in") || words.get(from - 1).low().equals("on"))
        && LIKENING.contains(words.get(from - 2).low());
  }

  /// “A paradox of the 19th century”: what a century or decade says of a thing is not when anything
  /// happened, unless the phrase says when (“at the height of”) or a person decided so.
  private static boolean isAge(Kept kept, DateMention date, List<Word> words, int from) {
    if (kept.state() != State.MACHINE
        || !AGE.matcher(date.rule()).lookingAt()
        || from < 2
        || !words.get(from - 1).low().equals("of")) {
      return false;
    }
    for (var k = from - 2; k >= Math.max(0, from - 2 - PHRASE); k--) {
      if (words.get(k).stop() || words.get(k).comma()) {
        return true;
      }
      if (IN_TIME.contains(words.get(k).low())) {
        return false;
      }
    }
    return true;
  }

  /// How many words say that what follows them is later than what is told: “Ahead of the election
  /// in November” dates the election and nothing that went before it.
  private static int ahead(List<Word> words, int first, int from) {
    var opening = words.get(first).low();
    var isAhead = opening.equals("ahead") && words.get(first + 1).low().equals("of");
    var isVerbless =
        words.subList(first, from).stream()
            .noneMatch(word -> word.comma() || !word.isName() && Tense.isPast(word.low()));
    return first + 2 >= from || !isVerbless ? 0 : isAhead ? 2 : opening.equals("before") ? 1 : 0;
  }

  /// “NEW YORK, Jan 27 (Pacific Wire) -”, “published at 09:00 24 April 2026”: when it was printed.
  private boolean isOfThePage(Span date) {
    var before = text.substring(Math.max(0, date.start() - 40), date.start());
    var after = text.substring(date.end(), Math.min(text.length(), date.end() + 40));
    return PRINTED.matcher(before).find()
        || PLACE.matcher(before).find() && AGENCY.matcher(after).lookingAt();
  }

  private static final Pattern AGE = Pattern.compile("date\\.(?:century|decade)");
  private static final Pattern PRINTED =
      Pattern.compile("(?i)\\b(?:published|updated|posted|corrected) (?:at|on)? ?[0-9:.]{0,5} ?$");
  private static final Pattern PLACE = Pattern.compile("(?:^|\\n)[\\p{Lu} .,'’-]{3,38}, $");
  private static final Pattern AGENCY = Pattern.compile(",? ?(?:\\([^)\\n]{2,30}\\) ?)?(?:-|–|—) ");

  /// What somebody is said to have told, where the date stands inside it.
  private Optional<Span> content(Sentence sentence, Span date) {
    return contents.stream()
        .filter(span -> span.contains(date) && sentence.span().overlaps(span))
        .findFirst();
  }

  private static int first(List<Word> words, int from, int least) {
    var k = from;
    while (k > 0 && words.get(k - 1).start() >= least && !begins(words, k, from)) {
      k--;
    }
    return k;
  }

  /// Where the main clause begins behind a subordinate one that has its own verb: in “After the
  /// bridge was closed, the firm said on Wednesday” the day is that of the saying.
  private int main(List<Word> words, int first, int from) {
    if (!SUBORDINATE.contains(words.get(first).low())) {
      return first;
    }
    var told = false;
    var isLater =
        words.get(first).low().equals("after") && first > 1 && beforeCount(words, first, 0) < first;
    for (var k = first + 1; k < from; k++) {
      var word = words.get(k);
      var isOver = told || isLater && !ARTICLES.contains(word.low());
      if (isOver
          && word.comma()
          && (isLater
              || SUBJECT.contains(word.low())
              || Character.isUpperCase(text.charAt(word.start())))) {
        return k;
      }
      told |= !word.isName() && Tense.isPast(word.low());
    }
    return first;
  }

  private static int last(List<Word> words, int first, int to) {
    var aside = SUBORDINATE.contains(words.get(first).low());
    var k = to;
    while (k < words.size() && k - first < LONGEST) {
      if (begins(words, k, -1) && words.get(k).mark() != ':' || aside && words.get(k).comma()) {
        break;
      }
      k++;
    }
    return k < words.size() ? beforeCount(words, k, to) : k;
  }

  /// Where the count begins that goes with what begins at `end`: “resigned, two months after it”.
  private static int beforeCount(List<Word> words, int end, int to) {
    var low = words.get(end).low();
    if (!low.equals("after") && !low.equals("before")
        || end - 2 < to
        || !UNITS.contains(words.get(end - 1).low())) {
      return end;
    }
    var count = words.get(end - 2).low();
    return COUNTS.contains(count) || Character.isDigit(count.charAt(0)) ? end - 2 : end;
  }

  /// Whether another clause begins at `k`; `date` is where a date begins, which no clause is.
  private static boolean begins(List<Word> words, int k, int date) {
    var word = words.get(k);
    if (word.stop()) {
      return true;
    }
    if (SUBORDINATE.contains(word.low()) && k + 1 != date && k > 0) {
      return true;
    }
    if (word.comma() && ASIDE.contains(word.low())) {
      return true;
    }
    return word.comma()
        && JOINING.contains(word.low())
        && k + 1 < words.size()
        && (SUBJECT.contains(words.get(k + 1).low()) || words.get(k + 1).isName());
  }

  /// The part of a clause that a date is about where another date stands in it behind an “and” or a
  /// comma.
  private Span cut(List<Word> words, int first, int last, int from, int to) {
    var left = first;
    var right = last;
    for (var kept : dates) {
      var span = kept.finding().span();
      var at = place(words, span);
      if (at < first || at >= last || at >= from && at < to) {
        continue;
      }
      if (at < from) {
        for (var k = from - 1; k > at; k--) {
          if (isJoint(words.get(k)) && gist(words, k, last).weight() >= SLIGHT) {
            left = Math.max(left, k);
            break;
          }
        }
      } else {
        for (var k = to; k < at; k++) {
          if (isJoint(words.get(k)) && gist(words, first, k).weight() >= SLIGHT) {
            right = Math.min(right, k);
            break;
          }
        }
      }
    }
    return new Span(left, Math.max(right, left + 1));
  }

  private static boolean isJoint(Word word) {
    return word.low().equals("and") || word.low().equals("but") || word.comma();
  }

  private static int place(List<Word> words, Span span) {
    for (var k = 0; k < words.size(); k++) {
      if (words.get(k).start() >= span.start()) {
        return words.get(k).start() < span.end() ? k : -1;
      }
    }
    return -1;
  }

  private Gist gist(List<Word> words, int first, int last) {
    return Gist.of(account, inside(words, first, last), Map.of());
  }

  /// The words without those of dates.
  private List<Word> inside(List<Word> words, int first, int last) {
    List<Word> inside = new ArrayList<>();
    for (var word : words.subList(first, last)) {
      if (dates.stream().noneMatch(kept -> isOn(kept.finding().span(), word))) {
        inside.add(word);
      }
    }
    return inside;
  }

  private static boolean isOn(Span span, Word word) {
    return span.start() <= word.start() && word.start() < span.end();
  }

  /// What its verbs do, and the name that its pronoun stands for.
  private Map<String, Double> more(Sentence sentence, int first, int last) {
    Map<String, Double> more = new HashMap<>();
    var pronoun = false;
    for (var word : sentence.words().subList(first, last)) {
      Acts.of(word).ifPresent(act -> more.put("!" + act, 0.8));
      pronoun |= PRONOUNS.contains(word.low());
    }
    if (pronoun) {
      var before = sentence.words().subList(0, first).reversed().stream();
      before
          .filter(Word::isName)
          .findFirst()
          .or(
              () ->
                  prose.before(sentence).stream()
                      .flatMap(one -> one.words().stream())
                      .filter(Word::isName)
                      .findFirst())
          .ifPresent(word -> more.put(word.low(), 0.4));
    }
    return more;
  }

  /// What a short clause gains: “it opens” tells a deed of what was named before, “he said” does
  /// not.
  private static double told(Map<String, Double> more) {
    return more.keySet().stream().anyMatch(word -> word.startsWith("!") && !word.equals("!say"))
        ? more.values().stream().mapToDouble(Double::doubleValue).sum()
        : 0;
  }

  private int end(Sentence sentence, int last) {
    var words = sentence.words();
    if (last < words.size()) {
      return words.get(last - 1).end();
    }
    var end = sentence.span().end();
    while (end > words.getLast().end() && ".!?…;, ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /// `from` and `to` are the words of the date, `clause` those around it.
  private Mode mode(List<Word> words, Span clause, int from, int to, When when) {
    var inside = inside(words, clause.start(), from);
    var before = inside.size();
    inside.addAll(inside(words, Math.min(to, clause.end()), clause.end()));
    return Modes.of(inside, before, when, published);
  }

  /// What the words before a date say of how exact it is.
  private static When honest(List<Word> words, int from, When value) {
    var before = from > 0 ? words.get(from - 1).low() : "";
    var second = from > 1 ? words.get(from - 2).low() : "";
    return switch (before) {
      case "by", "before" -> value.before();
      case "than" -> second.equals("later") ? value.before() : value;
      case "of" ->
          second.equals("end") && from > 3 && words.get(from - 4).low().equals("by")
              ? value.before()
              : value;
      case "after" -> value.after();
      case "around", "about", "circa", "roughly" -> value.about();
      default -> value;
    };
  }

  private static List<String> names(List<Word> words) {
    return words.stream()
        .flatMap(word -> word.name().stream())
        .filter(name -> name.type() == EntityType.PERSON || name.type() == EntityType.ORGANISATION)
        .map(name -> name.name())
        .distinct()
        .toList();
  }
}
