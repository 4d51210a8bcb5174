package org.tellings.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.Senses.Found;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Kept;
import org.tellings.model.Span;

/// What a claim says, without how it says it: its words by sense or stem, its names and values,
/// each with its weight. Doubt and denial are left out of the words; `denials` keeps, for each word
/// of denial inside, what its clause says, and `denied` whether words around the claim deny it.
record Thought(
    Telling telling,
    Claim claim,
    Span sentence,
    List<Word> inside,
    String text,
    Weights words,
    Bag bag,
    List<Weights> denials,
    boolean denied) {

  /// A bare number up to this says nothing by itself.
  private static final BigDecimal SMALL = BigDecimal.valueOf(12);

  /// Words that begin a clause when a comma stands before them, which a denial before it does not
  /// reach; nor does one after it reach back.
  private static final Set<String> CLAUSE =
      Set.of(
          "and",
          "but",
          "which",
          "who",
          "while",
          "although",
          "though",
          "because",
          "since",
          "so",
          "yet",
          "nor",
          "where",
          "whereas",
          "whose",
          "when",
          "after",
          "before",
          "as",
          "if",
          "a",
          "its",
          "his",
          "her",
          "their",
          "that",
          "he",
          "she",
          "it",
          "they",
          "we",
          "i");

  /// These begin one without a comma.
  private static final Set<String> SUBORDINATE =
      Set.of("whether", "because", "although", "though", "while", "whereas", "after", "which");

  /// These begin one that ends at the next comma.
  private static final Set<String> ASIDE = Set.of("which", "who", "whose", "where");

  /// After “and” or “but” these begin one.
  private static final Set<String> SUBJECT =
      Set.of("i", "we", "he", "she", "it", "they", "you", "nobody", "nothing", "none", "there");

  /// Verbs and nouns that stand in any claim weigh little.
  private static final Set<String> COMMON = Senses.stems("common");

  private static final Set<String> PLAIN = Senses.stems("plain");

  /// What a word weighs at least, in fifths, that is printed for what is searched.
  private static final int TELLING = 4;

  // of likeness: what is shared of both, and of the lighter
  private static final double BOTH = 0.6;
  private static final double WITHIN = 0.4;

  /// A key of a value among the words.
  private static final Pattern VALUE = Pattern.compile("-?[\\d.]+ .*");

  private static final Set<String> PRONOUNS =
      Set.of("it", "its", "they", "their", "he", "she", "his", "her", "we", "our", "i", "my", "us");

  static Thought of(Account account, Prose prose, Kept kept) {
    var claim = (Claim) kept.finding();
    var sentence = prose.around(claim.span());
    var words = new TreeMap<String, Double>();
    var from = sentence.at(claim.span().start());
    var to = from;
    while (to < sentence.words().size() && sentence.words().get(to).start() < claim.span().end()) {
      to++;
    }
    var inside = sentence.words().subList(from, to);
    var senses = Senses.in(inside);
    words.putAll(words(inside, senses));
    pronouns(words, inside, claim, sentence.words().subList(0, from));
    values(words, account, claim.span());
    return new Thought(
        Telling.of(account.article(), kept),
        claim,
        sentence.span(),
        List.copyOf(inside),
        prose.text(sentence),
        new Weights(words),
        new Bag(words, PLAIN),
        denials(account, claim, inside, senses),
        isDeniedAround(claim));
  }

  /// Whether it says no to what some words of its say: those that others say too. A denial counts
  /// when its clause holds half of them, by weight.
  boolean isNegative(Predicate<String> shared) {
    var all = words.sum(shared);
    return denied != denials.stream().anyMatch(clause -> 2 * clause.sum(shared) >= all);
  }

  /// Whether there is a word of denial inside, whatever it denies.
  boolean hasDenial() {
    return !denials.isEmpty();
  }

  /// What words stand for, with their weights.
  static Map<String, Double> words(List<Word> inside) {
    return words(inside, Senses.in(inside));
  }

  private static Map<String, Double> words(List<Word> inside, List<Found> senses) {
    var words = new TreeMap<String, Double>();
    for (var i = 0; i < inside.size(); i++) {
      add(words, inside, senses, i);
    }
    return words;
  }

  private static List<Weights> denials(
      Account account, Claim claim, List<Word> words, List<Found> senses) {
    List<Weights> denials = new ArrayList<>();
    for (var found : senses) {
      if (found.type().equals("deny")
          && !isOfPurpose(words, found)
          && senses.stream().noneMatch(like -> isAround(like, found))) {
        var clause = clause(words, found.from());
        var said = new TreeMap<>(words(clause));
        values(said, account, new Span(clause.getFirst().start(), clause.getLast().end()));
        pronouns(said, clause, claim, List.of());
        denials.add(new Weights(said));
      }
    }
    return List.copyOf(denials);
  }

  /// The words of the clause around one of them.
  private static List<Word> clause(List<Word> words, int at) {
    var from = at;
    while (from > 0 && !isClause(words, from)) {
      from--;
    }
    var aside = words.get(from).comma() && ASIDE.contains(words.get(from).low());
    var to = at + 1;
    while (to < words.size() && !isClause(words, to) && !(aside && words.get(to).comma())) {
      to++;
    }
    return words.subList(from, to);
  }

  private static boolean isClause(List<Word> words, int i) {
    var word = words.get(i);
    return word.stop()
        || SUBORDINATE.contains(word.low())
        || word.comma() && CLAUSE.contains(word.low())
        || (word.low().equals("and") || word.low().equals("but"))
            && i + 1 < words.size()
            && SUBJECT.contains(words.get(i + 1).low());
  }

  private static boolean isDeniedAround(Claim claim) {
    return claim.stance().filter(Stance.DENIES::equals).isPresent()
        && claim.cues().stream().noneMatch(cue -> claim.span().contains(cue));
  }

  /// “Told its staff not to use it” denies nothing.
  private static boolean isOfPurpose(List<Word> words, Found found) {
    return words.get(found.from()).low().equals("not")
        && found.to() < words.size()
        && words.get(found.to()).low().equals("to");
  }

  /// “Rest on nothing” is one sense.
  private static boolean isAround(Found like, Found found) {
    return like.type().equals("like")
        && like.from() <= found.from()
        && found.to() <= like.to()
        && like.to() - like.from() > found.to() - found.from();
  }

  private static void add(
      TreeMap<String, Double> words, List<Word> inside, List<Found> senses, int i) {
    var word = inside.get(i);
    if (word.isNumber()) {
      return;
    }
    if (word.isName()) {
      for (var part : word.low().split("[- ]")) {
        if (Codes.isCode(part)) {
          words.merge(part, 1.0, Math::max);
          return;
        }
      }
      words.merge(word.low(), 0.8, Math::max);
      return;
    }
    var name = "";
    for (var found : senses) {
      if (found.from() <= i && i < found.to()) {
        if (found.type().equals("doubt") || found.type().equals("deny")) {
          return;
        }
        name = name.isEmpty() && found.type().equals("like") ? found.name() : name;
      }
    }
    if (!name.isEmpty()) {
      words.merge("~" + name, COMMON.contains(name) ? 0.4 : 1.0, Math::max);
      return;
    }
    if (!Measure.isIdle(word.stem()) && word.low().length() > 2) {
      words.merge(word.stem(), COMMON.contains(word.stem()) ? 0.4 : 1.0, Math::max);
    }
  }

  /// “It”, “its”: whoever is said to claim it, else the name nearest before.
  private static void pronouns(
      TreeMap<String, Double> words, List<Word> inside, Claim claim, List<Word> before) {
    if (inside.stream().noneMatch(word -> PRONOUNS.contains(word.low()))) {
      return;
    }
    Optional<String> name =
        claim
            .source()
            .map(source -> source.toLowerCase(java.util.Locale.ROOT))
            .or(() -> before.reversed().stream().filter(Word::isName).map(Word::low).findFirst());
    name.ifPresent(one -> words.merge(one, 0.4, Math::max));
  }

  /// Values to two digits, so that a rounded one still meets its exact one.
  static void values(TreeMap<String, Double> words, Account account, Span span) {
    for (var kept : account.of(Figure.class)) {
      var figure = (Figure) kept.finding();
      // “two men” and “two ships” share a number that says nothing
      var small = figure.unit().equals("count") && figure.high().compareTo(SMALL) <= 0;
      if (!small && span.contains(figure.span())) {
        var value = figure.high().round(new MathContext(1)).stripTrailingZeros().toPlainString();
        words.merge(value + " " + figure.unit(), 1.0, Math::max);
      }
    }
  }

  /// The six weightiest of its words that half of the others share, as printed here, by sense.
  Map<String, String> printed(List<Thought> others) {
    var printed = new TreeMap<String, String>();
    for (var word : inside) {
      if (printed.size() < 6 && claim.span().contains(new Span(word.start(), word.end()))) {
        for (var sense : words(List.of(word)).keySet()) {
          var shared = others.stream().filter(other -> other.words.has(sense)).count();
          if (2 * shared >= others.size() && words.of(sense) >= TELLING) {
            printed.putIfAbsent(
                sense,
                text.substring(word.start() - sentence.start(), word.end() - sentence.start()));
          }
        }
      }
    }
    return printed;
  }

  /// The values of its figures that half of the others share too.
  Set<String> values(List<Thought> others) {
    Set<String> values = new HashSet<>();
    words.words().forEach(word -> values.add(word));
    return Absences.telling(values).stream()
        .filter(key -> VALUE.matcher(key).matches())
        .filter(
            key ->
                2 * others.stream().filter(other -> other.words.has(key)).count() >= others.size())
        .collect(Collectors.toSet());
  }

  /// How alike two claims are, from 0 to 1: what they share of what both say.
  double likeness(Thought other) {
    return likeness(bag.common(other.bag).weight(), bag.weight, other.bag.weight);
  }

  /// The same for bags of which only the weights are known.
  static double likeness(double shared, double one, double other) {
    var small = Math.min(one, other);
    return small == 0 ? 0 : BOTH * 2 * shared / (one + other) + WITHIN * shared / small;
  }

  /// How much two bags must share to be so much alike.
  static double shared(double likeness, double one, double other) {
    return likeness / (BOTH * 2 / (one + other) + WITHIN / Math.min(one, other));
  }

  /// As that of its telling: the rest follows from it.
  @Override
  public int hashCode() {
    return telling.kept().id().hashCode();
  }
}
