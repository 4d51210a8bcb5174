package org.tellings.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tellings.compare.Calling.Standing;
import org.tellings.compare.Offices.Sort;
import org.tellings.compare.Prose.Sentence;
import org.tellings.compare.Prose.Word;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Finding.Quote;
import org.tellings.model.Span;
import org.tellings.model.Speaker.SpeakerKind;

/// Reads the offices that one article gives people: the title before a name, the words between
/// commas behind it, and “is the …”. Words without a known office are no role. Looks at no more
/// than 18 words from a name.
final class CallingReader {

  private static final int FAR = 18;

  private static final Set<String> COURTESY =
      Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "ma'am");
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "its", "his", "her", "their", "our", "your", "my");
  private static final Set<String> FORMER =
      Set.of("former", "formerly", "ex", "onetime", "one-time", "erstwhile", "retired", "previous");
  private static final Set<String> COMING =
      Set.of(
          "nominee",
          "nominated",
          "designate",
          "elect",
          "incoming",
          "candidate",
          "pick",
          "hopeful",
          "would-be",
          "president-elect",
          "appointed");
  private static final Set<String> THEN = Set.of("then", "then-", "once", "was", "until");
  private static final Set<String> RANKS =
      Set.of("deputy", "vice", "assistant", "associate", "acting", "interim", "chief", "junior");
  private static final Set<String> IDLE =
      Set.of(
          "now",
          "longtime",
          "long-time",
          "senior",
          "top",
          "leading",
          "veteran",
          "new",
          "current",
          "invented",
          "also",
          "as",
          "to",
          "be",
          "for",
          "of",
          "and",
          "at",
          "on",
          "in",
          "said",
          "by",
          "still",
          "us",
          "u.s",
          "american",
          "british",
          "chinese",
          "french",
          "german",
          "european");
  private static final Set<String> LINKS = Set.of("of", "at", "for", "to", "on", "and", "the");
  private static final Set<String> BREAKS =
      Set.of(
          "who", "which", "whose", "whom", "that", "where", "when", "with", "in", "by", "from",
          "after", "before", "during", "while", "but", "or", "not", "if", "because", "since");
  private static final Set<String> HAVE = Set.of("has", "have", "had", "is", "are", "was", "were");
  private static final Set<String> IS = Set.of("is", "was", "became", "remains");

  private final Account account;
  private final Prose prose;
  private final String text;
  private final List<Calling> callings = new ArrayList<>();

  CallingReader(Account account, Prose prose) {
    this.account = account;
    this.prose = prose;
    this.text = account.article().text();
  }

  /// In order of place.
  List<Calling> read() {
    for (var one : people().entrySet()) {
      var sentence = prose.around(one.getKey());
      var from = sentence.at(one.getKey().start());
      var to = from;
      while (to < sentence.words().size()
          && sentence.words().get(to).start() < one.getKey().end()) {
        to++;
      }
      if (to > from) {
        before(one.getValue(), sentence, from);
        behind(one.getValue(), sentence, to);
      }
    }
    callings.sort((a, b) -> a.span().compareTo(b.span()));
    return callings;
  }

  /// These words as what `person` is called; words without a known office are one by themselves.
  Calling given(String person, Span span) {
    var all = prose.around(span).words();
    var words =
        all.stream().filter(w -> w.start() >= span.start() && w.end() <= span.end()).toList();
    var office = new Offices.Found(span.in(text).toLowerCase(Locale.ROOT), Sort.TRADE, 0, 0);
    if (words.isEmpty()) {
      return new Calling(
          person,
          span,
          span.in(text),
          office.name(),
          office.sort(),
          Standing.HOLDS,
          "",
          Set.of(),
          Set.of());
    }
    for (var k = words.size() - 1; k >= 0; k--) {
      var found = Offices.endingAt(words, k, 0);
      office = found.isEmpty() ? office : found.getFirst();
    }
    add(person, words, 0, words.size(), office, Standing.HOLDS, span.end());
    return callings.removeLast();
  }

  /// Where people are named, as mentions or as speakers.
  private Map<Span, String> people() {
    Map<Span, String> people = new TreeMap<>();
    for (var kept : account.of(Quote.class)) {
      var speaker = ((Quote) kept.finding()).speaker();
      var at = speaker.at();
      if (at.isPresent()
          && speaker.kind().equals(Optional.of(SpeakerKind.PERSON))
          && speaker.name().filter(at.get().in(text)::equals).isPresent()) {
        people.put(at.get(), speaker.name().get());
      }
    }
    for (var kept : account.of(Mention.class)) {
      var mention = (Mention) kept.finding();
      if (mention.type() == EntityType.PERSON && !mention.name().isBlank()) {
        people.put(mention.span(), mention.name());
      }
    }
    return people;
  }

  private void before(String person, Sentence sentence, int name) {
    var words = sentence.words();
    var printed = text.substring(words.get(name).start(), words.get(name).end());
    var title = Offices.called(printed.substring(0, Math.max(0, printed.indexOf(' '))));
    if (title.isPresent()) {
      var from = begin(words, name, Math.max(0, name - FAR));
      var end = words.get(name).start() + printed.indexOf(' ');
      add(person, words, from, name, title.get().at(name), Standing.HOLDS, end);
      return;
    }
    var last = name - 1;
    while (last >= 0 && COURTESY.contains(words.get(last).low()) && adjoins(words, last)) {
      last--;
    }
    var coming = last > 0 && COMING.contains(words.get(last).low()) ? last - 1 : last;
    if (coming < 0 || !adjoins(words, last) || coming < last && !adjoins(words, coming)) {
      return;
    }
    var least = Math.max(0, last - FAR);
    var found = Offices.endingAt(words, coming, least);
    if (found.isEmpty() && coming < last) {
      found = Offices.endingAt(words, last, least);
    }
    if (found.isEmpty()) {
      return;
    }
    var from = begin(words, found.getFirst().from(), least);
    add(person, words, from, last + 1, found.getFirst(), Standing.HOLDS);
  }

  /// Where the phrase begins whose office begins at `office`: with its article, or as far to the
  /// left as names, capitals and words of rank go.
  private int begin(List<Word> words, int office, int least) {
    var from = office;
    var k = office - 1;
    while (k >= least && adjoins(words, k)) {
      var word = words.get(k);
      var low = word.low();
      if (DETERMINERS.contains(low)) {
        return k;
      }
      if (isPerson(word) || isDay(words, k)) {
        break;
      }
      if (word.isName() || isModifier(low)) {
        from = k;
      } else if (isCapital(word) && !isSaying(low) && !Spelling.isFunction(low)) {
        from = k;
      } else if (!low.equals("and") && !isPlain(low)) {
        break;
      }
      k--;
    }
    return from;
  }

  private static boolean isModifier(String low) {
    return FORMER.contains(low) || COMING.contains(low) || RANKS.contains(low) || isThen(low);
  }

  private static boolean isThen(String low) {
    return low.equals("then") || low.startsWith("then-");
  }

  private static boolean isPlain(String low) {
    return !Spelling.isFunction(low)
        && !isSaying(low)
        && !low.endsWith("ed")
        && !low.endsWith("ing")
        && !low.endsWith("ly");
  }

  private static boolean isSaying(String low) {
    return SourceWords.is(low, SourceWords.Sort.SAY)
        || SourceWords.is(low, SourceWords.Sort.MODAL)
        || HAVE.contains(low);
  }

  private static boolean isPerson(Word word) {
    return word.name().filter(name -> name.type() == EntityType.PERSON).isPresent();
  }

  private boolean isCapital(Word word) {
    return Character.isUpperCase(text.charAt(word.start()));
  }

  /// Whether only blanks, marks of quotation or a possessive stand between a word and the next.
  private boolean adjoins(List<Word> words, int k) {
    return k + 1 >= words.size() || !words.get(k + 1).comma() && !isFar(words, k);
  }

  private boolean isFar(List<Word> words, int k) {
    return words.get(k + 1).start() - words.get(k).end() > 4;
  }

  private void behind(String person, Sentence sentence, int to) {
    var words = sentence.words();
    if (to >= words.size()) {
      return;
    }
    var standing = Standing.HOLDS;
    var from = to;
    if (words.get(to).mark() == ',') {
      if (words.get(to).isNumber() && to + 1 < words.size() && words.get(to + 1).mark() == ',') {
        from = to + 1;
      }
    } else if (IS.contains(words.get(to).low())
        && to + 1 < words.size()
        && DETERMINERS.contains(words.get(to + 1).low())) {
      standing = words.get(to).low().equals("was") ? Standing.THEN : Standing.HOLDS;
      from = to + 1;
    } else {
      return;
    }
    List<Calling> made = new ArrayList<>();
    while (from < words.size()) {
      var end = phrase(person, words, from, standing, made);
      if (end < 0 || end + 1 >= words.size() || !words.get(end).low().equals("and")) {
        break;
      }
      from = end + 1;
    }
    shareBodies(made);
    callings.addAll(made);
  }

  /// “president and chief executive of Voss Marine”: what stands last is of all.
  private static void shareBodies(List<Calling> made) {
    for (var i = made.size() - 2; i >= 0; i--) {
      var one = made.get(i);
      if (one.bodies().isEmpty() && one.fields().isEmpty()) {
        made.set(i, one.with(made.get(i + 1).bodies()));
      }
    }
  }

  /// Reads one role at `from` and returns where it ends; -1 when there is none.
  private int phrase(
      String person, List<Word> words, int from, Standing standing, List<Calling> made) {
    var found = first(words, from);
    if (found.isEmpty()) {
      return -1;
    }
    var office = found.get();
    var end = office.to();
    while (end < words.size()
        && end - from < FAR
        && !words.get(end).comma()
        && !isEnd(words, end, from)) {
      end++;
    }
    while (end > office.to() && LINKS.contains(words.get(end - 1).low())) {
      end--;
    }
    var before = callings.size();
    add(person, words, from, end, office, standing);
    if (callings.size() > before) {
      made.add(callings.removeLast());
    }
    return end;
  }

  /// Whether the role is over before this word: a verb, a clause, a day, or another office.
  private boolean isEnd(List<Word> words, int k, int from) {
    var low = words.get(k).low();
    if (isSaying(low) || BREAKS.contains(low) || low.equals("on") && isDay(words, k + 1)) {
      return true;
    }
    return low.equals("and")
        && (k + 1 >= words.size() || isSaying(words.get(k + 1).low()) || begins(words, k + 1))
        && k > from;
  }

  private static boolean isDay(List<Word> words, int k) {
    return k < words.size() && (words.get(k).low().endsWith("day") || words.get(k).isNumber());
  }

  /// Whether another role begins here.
  private boolean begins(List<Word> words, int k) {
    var found = first(words, k);
    return found.isPresent();
  }

  /// The first office of a phrase that begins at `from`, if nothing but names, capitals and plain
  /// words stands before it.
  private Optional<Offices.Found> first(List<Word> words, int from) {
    var open = isOpening(words.get(from));
    for (var k = from; k < Math.min(words.size(), from + 9); k++) {
      var word = words.get(k);
      if (k > from && word.comma()) {
        return Optional.empty();
      }
      var found = Offices.endingAt(words, k, from);
      if (!found.isEmpty() && isPossessive(words.get(k))) {
        return Optional.empty();
      }
      if (!found.isEmpty() && (open || found.getFirst().from() == from)) {
        if (k + 1 < words.size() && !words.get(k + 1).comma()) {
          var longer = Offices.endingAt(words, k + 1, from);
          if (!longer.isEmpty()) {
            continue;
          }
          if (found.getFirst().name().equals("head") && officer(words, k)) {
            continue;
          }
        }
        return Optional.of(found.getFirst());
      }
      if (isSaying(word.low()) || BREAKS.contains(word.low()) || isPerson(word)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Whether “chief” here is the beginning of “chief … officer”.
  private static boolean officer(List<Word> words, int k) {
    for (var i = k + 1; i < Math.min(words.size(), k + 5) && !words.get(i).comma(); i++) {
      if (words.get(i).low().equals("officer")) {
        return true;
      }
    }
    return false;
  }

  private boolean isPossessive(Word word) {
    return word.end() + 1 < text.length()
        && "'’".indexOf(text.charAt(word.end())) >= 0
        && text.charAt(word.end() + 1) == 's';
  }

  private boolean isOpening(Word word) {
    return DETERMINERS.contains(word.low())
        || isModifier(word.low())
        || word.low().equals("now")
        || word.isName()
        || isCapital(word);
  }

  private void add(
      String person, List<Word> words, int from, int to, Offices.Found office, Standing given) {
    add(person, words, from, to, office, given, words.get(to - 1).end());
  }

  private void add(
      String person,
      List<Word> words,
      int from,
      int to,
      Offices.Found office,
      Standing given,
      int end) {
    var standing = given;
    Set<String> bodies = new HashSet<>();
    Set<String> fields = new HashSet<>();
    var rank = "";
    for (var k = from; k < to; k++) {
      var word = words.get(k);
      var low = word.low();
      if (k >= office.from() && k < office.to()) {
        standing = office.name().equals("nominee") ? Standing.COMING : standing;
      } else if (FORMER.contains(low) || low.startsWith("ex-")) {
        standing = Standing.FORMER;
      } else if (COMING.contains(low)) {
        standing = Standing.COMING;
      } else if (THEN.contains(low)) {
        standing = Standing.THEN;
      } else if (RANKS.contains(low) && k < office.from()) {
        rank = low;
      } else if (word.isName() ? isPerson(word) : isIdle(low)) {
        continue;
      } else if (word.isName()) {
        bodies.add(low);
      } else if (isCapital(word) && k > from && isOf(words, k, office)) {
        bodies.add(low);
      } else {
        fields.add(word.stem());
      }
    }
    var span = span(words.get(from).start(), end);
    callings.add(
        new Calling(
            person,
            span,
            span.in(text),
            office.name(),
            office.sort(),
            standing,
            rank,
            Set.copyOf(bodies),
            Set.copyOf(fields)));
  }

  /// With the mark of quotation that closes one opened inside.
  private Span span(int start, int end) {
    var open = text.lastIndexOf('“', end);
    var closes = open >= start && text.indexOf('”', open) == end;
    return new Span(start, closes ? end + 1 : end);
  }

  /// Whether a capital word is of a name behind the office, or has a possessive before it.
  private boolean isOf(List<Word> words, int k, Offices.Found office) {
    return k >= office.to()
        || text.substring(words.get(k).end(), words.get(k + 1).start()).contains("s");
  }

  private static boolean isIdle(String low) {
    return DETERMINERS.contains(low) || IDLE.contains(low) || Spelling.isFunction(low);
  }
}
