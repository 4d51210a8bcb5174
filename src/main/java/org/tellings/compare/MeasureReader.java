package org.tellings.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.compare.Prose.Sentence;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.Senses.Found;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Kept;

/// Reads what one figure measures out of its sentence, and the sentences before where it must.
final class MeasureReader {

  private static final Set<String> PRONOUNS =
      Set.of("it", "they", "that", "this", "he", "she", "both", "all", "others");
  private static final Set<String> RATES =
      Set.of("each", "hourly", "daily", "weekly", "monthly", "yearly");

  /// Properties of which “rose to” tells the whole, not a later state.
  private static final Set<String> LEVELS = Set.of("shareprice", "value", "move");

  /// Nouns for any matter, which make no other thing of it.
  private static final Set<String> VAGUE = Senses.stems("vague");

  /// What befalls people, so that who is counted may be told by it.
  private static final Set<String> BEFALLEN =
      Set.of("die", "hurt", "missing", "rescue", "arrest", "evacuate");

  private static final String SHARE_PRICE = "shareprice";

  /// A sum that no share costs.
  private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);

  /// Sentences back in which “the shares” may be named.
  private static final int FAR_BACK = 3;

  private static final Set<String> MORE = Set.of("another", "further", "additional", "extra");

  private final Account account;
  private final Sentence sentence;
  private final List<Word> words;
  private final List<Found> senses;
  private final Kept kept;
  private final Figure figure;
  private final int from;
  private final int to;
  private final int first;
  private final int last;
  private final Counted counted;
  private final Prose prose;

  MeasureReader(Account account, Sentence sentence, Kept kept, Figure figure, Prose prose) {
    this.account = account;
    this.sentence = sentence;
    this.kept = kept;
    this.figure = Plain.bare(figure);
    this.prose = prose;
    words = sentence.words();
    senses = Senses.in(words);
    from = sentence.at(figure.span().start());
    to = Math.max(from + 1, sentence.at(figure.span().end()));
    senses.removeIf(this::isNoRate);
    var clause = Clause.of(words, senses, from, to).without(words, others(), from, to);
    first = clause.first();
    last = clause.last();
    counted = Counted.of(this.figure, words, senses, from, to);
    senses.removeIf(found -> found.to() <= first || found.from() >= last);
  }

  /// The other figures of this unit in the sentence.
  private List<int[]> others() {
    List<int[]> others = new ArrayList<>();
    for (var one : account.of(Figure.class)) {
      var other = (Figure) one.finding();
      if (sentence.span().contains(other.span())
          && !other.span().overlaps(figure.span())
          && Plain.bare(other).unit().equals(figure.unit())
          && !figure.unit().equals("count")) {
        others.add(new int[] {sentence.at(other.span().start()), sentence.at(other.span().end())});
      }
    }
    return others;
  }

  Measure read() {
    var property = property();
    var head = counted.head();
    var plain = Plain.of(figure, head, words, from, to);
    if (plain != figure) {
      head = "";
    } else if (BEFALLEN.contains(property) && Senses.areNamed("property", property, head)) {
      head = "people"; // “twelve arrests”
    }
    Set<String> kinds = new TreeSet<>();
    var headAt = counted.at();
    for (var i = from; i < Math.min(words.size(), headAt + 1); i++) {
      kinds.add(Codes.in(words.get(i)));
    }
    ofWhichKind().ifPresent(kinds::add);
    Set<String> codes = new TreeSet<>();
    for (var i = first; i < last; i++) {
      if (i < from || i > headAt) {
        codes.add(Codes.in(words.get(i)));
      }
    }
    kinds.remove("");
    codes.remove("");
    codes.removeAll(kinds);
    var holders = holders();
    var scopes = Aims.scopes(senses, words, from, to, plain.unit().equals("percent"));
    if (Units.measure(plain.unit()).equals("speed")) {
      scopes.remove("hourly");
    }
    Aims.side(words, first, last, from, to).ifPresent(scopes::add);
    if (Aims.isOfThe(words, first, from, to, plain.unit().equals("percent"))) {
      scopes.add("of the whole");
    }
    if (from > first && MORE.contains(words.get(from - 1).low())) {
      scopes.add("extra");
    }
    if (holders.isEmpty() && scopes.isEmpty()) {
      var before = prose.before(sentence);
      before.ifPresent(one -> holders.addAll(holdersOf(one)));
      before.ifPresent(one -> scopes.addAll(scopesOf(one)));
    }
    if (holders.isEmpty() && LEVELS.contains(property) && isOfShares(last)) {
      prose.back(sentence, FAR_BACK).stream()
          .map(MeasureReader::holdersOf)
          .filter(names -> !names.isEmpty())
          .findFirst()
          .ifPresent(holders::addAll);
    }
    var telling = Telling.of(account.article(), kept);
    var wholes = wholes(holders, property, head);
    return new Measure(
        telling,
        figure,
        plain,
        sentence,
        prose.text(sentence),
        property,
        head,
        InOrder.of(kinds),
        InOrder.of(codes),
        InOrder.of(holders),
        InOrder.of(persons()),
        InOrder.of(wholes),
        InOrder.of(told()),
        Nouns.of(account.article().text(), words, first, last, from, to, things(wholes)),
        Marks.of(wholes, holders, codes, kinds),
        InOrder.of(scopes),
        InOrder.of(names("act")),
        InOrder.of(aims()),
        timing(property),
        Measure.day(telling),
        Motion.of(figure, words.subList(first, last), from - first, to - first),
        isElliptic(),
        printed("moment"),
        printed("scope"));
  }

  /// “The most in a day” is no rate.
  private boolean isNoRate(Found found) {
    return RATES.contains(found.name())
        && (found.from() > 0
                && Set.of("in", "of", "for", "on").contains(words.get(found.from() - 1).low())
                && Set.of("a", "an").contains(words.get(found.from()).low())
            || found.to() < words.size()
                && (Set.of("later", "earlier", "ago", "off").contains(words.get(found.to()).low())
                    || Set.of("before", "after").contains(words.get(found.to()).low())
                        && !(found.from() > from && found.from() <= to + 1)));
  }

  /// The property nearest to the figure, that it moved only when there is no other; a comma or
  /// another figure between counts as four words.
  private String property() {
    if (isPriceReached()) {
      return SHARE_PRICE;
    }
    return senses.stream()
        .filter(found -> found.type().equals("property") && fits(found.name()))
        .min(
            Comparator.comparing((Found found) -> found.name().equals("move"))
                .thenComparingInt(this::distance)
                .thenComparingInt(Found::rank))
        .map(Found::name)
        .orElse("");
  }

  /// “The shares fell 17 percent, to $118.42.”
  private boolean isPriceReached() {
    return isMoney()
        && from > first
        && words.get(from - 1).low().equals("to")
        && figure.high().compareTo(DEAREST) < 0
        && isOfShares(from);
  }

  private boolean isOfShares(int end) {
    return words.subList(first, end).stream()
        .anyMatch(word -> word.low().equals("shares") || word.low().equals("stock"));
  }

  private boolean isMoney() {
    return figure.unit().length() == 3 && Character.isUpperCase(figure.unit().charAt(0));
  }

  private boolean fits(String property) {
    var money = isMoney();
    var people = figure.unit().equals("count") && Units.ofStem(counted.head()).isEmpty();
    return switch (property) {
      case "shareprice", "value", "fine", "revenue", "profit", "raise", "cost" -> money;
      case "rate", "inflation", "unemployment", "interest", "move", "turnout", "share" ->
          figure.unit().startsWith("percent") || figure.unit().endsWith("point");
      case "weigh", "deep", "tall", "long", "wide", "fast", "size", "age" -> !money && !people;
      default -> people;
    };
  }

  private int distance(Found found) {
    var gap = found.to() <= from ? from - found.to() : Math.max(0, found.from() - to);
    var low = Math.min(found.to(), to);
    var high = Math.max(found.from(), from);
    for (var i = low; i <= Math.min(high, words.size() - 1); i++) {
      gap += words.get(i).comma() ? 4 : 0;
      gap += words.get(i).isNumber() && (i < from || i >= to) ? 4 : 0;
    }
    return gap - (found.to() - found.from() > 1 ? 3 : 0);
  }

  /// “It is noon in New York. Nvidia has lost …”: the hour stands in the sentence before.
  private Timing timing(String property) {
    var timing =
        Timing.of(account, sentence, senses, first, last, from, to, LEVELS.contains(property));
    return timing.moments().isEmpty() && timing.hours().isEmpty()
        ? prose.before(sentence).flatMap(Timing::hour).map(timing::at).orElse(timing)
        : timing;
  }

  private Set<String> aims() {
    var at = figure.unit().equals("count") ? Math.max(to, counted.at() + 1) : to;
    var aims = Aims.of(words, at, last);
    return aims.isEmpty() ? Aims.before(words, first, from) : aims;
  }

  /// “10,000 of Nvidia’s A100”.
  private Optional<String> ofWhichKind() {
    var at = to;
    if (at + 1 < last && words.get(at).low().equals("of")) {
      at +=
          at + 2 < last && words.get(at + 1).isName() && Codes.in(words.get(at + 1)).isEmpty()
              ? 2
              : 1;
    }
    return at < last && at > to ? Optional.of(Codes.in(words.get(at))) : Optional.empty();
  }

  /// Names of whom or what it may be told; those who only tell it are left out, places too.
  private Set<String> holders() {
    Set<String> holders = new TreeSet<>();
    Set<String> tellers = new TreeSet<>();
    for (var i = first; i < last; i++) {
      var word = words.get(i);
      var type = word.name().map(m -> m.type()).orElse(EntityType.PERSON);
      if (type == EntityType.PERSON || type == EntityType.PLACE || !Codes.in(word).isEmpty()) {
        continue;
      }
      (isTeller(i) ? tellers : holders).add(word.stem());
    }
    return holders;
  }

  /// Persons of whom it may be told, not those who only tell it.
  private Set<String> persons() {
    Set<String> persons = new TreeSet<>();
    for (var i = first; i < last; i++) {
      var person = words.get(i).name().filter(m -> m.type() == EntityType.PERSON).isPresent();
      if (person && !isTeller(i)) {
        persons.add(words.get(i).stem());
      }
    }
    return persons;
  }

  /// Of whom or what the sentence before tells, where this one names nobody: “Nvidia fell hardest.
  /// Its shares ended 17 % lower.” One name is clear, several are not.
  private static Set<String> holdersOf(Sentence sentence) {
    Set<String> names = new TreeSet<>();
    for (var word : sentence.words()) {
      var type = word.name().map(m -> m.type()).orElse(EntityType.PERSON);
      if (type != EntityType.PERSON && type != EntityType.PLACE && Codes.in(word).isEmpty()) {
        names.add(word.stem());
      }
    }
    return names.size() == 1 ? names : Set.of();
  }

  private static Set<String> scopesOf(Sentence sentence) {
    Set<String> scopes = new TreeSet<>();
    for (var found : Senses.in(sentence.words())) {
      if (found.type().equals("scope")) {
        scopes.add(found.name());
      }
    }
    return scopes;
  }

  static boolean isTelling(Found found) {
    return found.type().equals("speech") || found.type().equals("witness");
  }

  private boolean isTeller(int i) {
    var next = i + 1;
    return senses.stream()
        .anyMatch(
            found ->
                isTelling(found)
                    && (found.from() == next && !words.get(found.from()).comma()
                        || found.to() == i - 1 && words.get(i - 1).low().equals("to")
                        || found.to() == i && isEnd(i + 1)));
  }

  /// “…, said DeepSeek.”, but not “thinks DeepSeek has”.
  private boolean isEnd(int i) {
    return i >= words.size() || words.get(i).comma();
  }

  private Set<String> wholes(Set<String> holders, String property, String head) {
    Set<String> wholes = new TreeSet<>(holders);
    var headAt = figure.unit().equals("count") ? counted.at() : -1;
    for (var i = first; i < last; i++) {
      var word = words.get(i);
      var at = i;
      if (i >= from && i < to
          || word.isNumber()
          || Counted.isNumber(word.low())
          || word.low().length() < 3
          || !Codes.in(word).isEmpty()) {
        continue;
      }
      var said =
          senses.stream()
              .anyMatch(
                  found ->
                      found.from() <= at
                          && at < found.to()
                          && (found.type().equals("property") && found.name().equals(property)
                              || found.type().equals("moment")
                              || isTelling(found)
                              || Counted.isCounted(found) && at == headAt));
      if (!said && !Measure.isIdle(word.stem()) && !word.stem().equals(head)) {
        var person = word.name().filter(m -> m.type() == EntityType.PERSON).isPresent();
        if (!person && !(word.isName() && isTeller(i))) {
          wholes.add(word.stem());
        }
      }
    }
    return wholes;
  }

  /// All words that say something and are no names.
  private Set<String> told() {
    Set<String> told = new TreeSet<>();
    for (var i = first; i < last; i++) {
      var word = words.get(i);
      var at = i;
      if (!word.isName()
          && !word.isNumber()
          && word.low().length() > 2
          && (!Measure.isIdle(word.stem()) || word.stem().equals("march"))
          && !Character.isUpperCase(account.article().text().charAt(word.start()))
          && !Times.isLength(word.stem())
          && senses.stream().noneMatch(f -> isTelling(f) && f.from() <= at && at < f.to())) {
        told.add(word.stem());
      }
    }
    return told;
  }

  /// What can be a thing: not what scopes and moments are told by.
  private Set<String> things(Set<String> wholes) {
    var things = new TreeSet<>(wholes);
    things.removeAll(VAGUE);
    for (var found : senses) {
      if (found.type().equals("scope")
          || found.type().equals("act")
          || found.type().equals("property")) {
        for (var i = found.from(); i < found.to(); i++) {
          things.remove(words.get(i).stem());
        }
      }
    }
    for (var i = first; i < last; i++) {
      if (isTeller(i)) {
        things.remove(words.get(i).stem());
      }
    }
    return things;
  }

  private Set<String> names(String type) {
    Set<String> names = new TreeSet<>();
    for (var found : senses) {
      if (found.type().equals(type) && !isWish(found)) {
        names.add(found.name());
      }
    }
    return names;
  }

  /// “Wants to spend”: the doing is to spend.
  private boolean isWish(Found found) {
    return found.name().equals("demand")
        && found.to() < words.size()
        && words.get(found.to()).low().equals("to");
  }

  private Optional<String> printed(String type) {
    return senses.stream()
        .filter(found -> found.type().equals(type))
        .min(Comparator.comparingInt(this::distance))
        .map(
            found ->
                account
                    .article()
                    .text()
                    .substring(words.get(found.from()).start(), words.get(found.to() - 1).end()));
  }

  /// “It was first in 50 countries”: what it is of stands in another sentence.
  private boolean isElliptic() {
    return !words.isEmpty() && PRONOUNS.contains(words.getFirst().low());
  }
}
