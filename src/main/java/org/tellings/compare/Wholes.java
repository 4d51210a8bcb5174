package org.tellings.compare;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.compare.Measure.Motion;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.model.Finding.Figure;

/// Whether two figures are of two things or two wholes, and why: empty when they are not.
final class Wholes {

  /// “The firm”, “the company” may be any that has a name.
  private static final String FIRM = "firm";

  /// So many times the other, a figure is hardly of the same whole; up to `NEAR` times it may be,
  /// even where no word tells so.
  static final BigDecimal FAR = BigDecimal.valueOf(5);

  static final BigDecimal NEAR = new BigDecimal("1.3");

  /// Wholes that are another thing even when the values agree.
  private static final Set<String> APART =
      Set.of("sector", "local", "part", "each", "hourly", "daily", "weekly", "monthly", "yearly");

  /// Digits in which two values hardly agree by chance.
  private static final int EXACT = 4;

  /// Verbs with which anything is told.
  private static final Set<String> WEAK =
      Set.of("is", "are", "was", "were", "ha", "has", "have", "had", "be", "been");

  private static final String SIGNED = "signed";

  /// What is lost, spent or put in may be one sum in two views.
  private static final Set<String> SUMS = Set.of("cost", "value", "raise", "profit", "fine");

  private static final Set<String> RATES = Set.of("inflation", "unemployment", "interest", "rate");

  /// Those whom a count is of by what it counts, so that “people” are the same.
  private static final Set<String> ANYBODY =
      Stream.of(
              "resident",
              "visitor",
              "passenger",
              "spectator",
              "fan",
              "voter",
              "guest",
              "customer",
              "user",
              "patient",
              "survivor",
              "victim",
              "inhabitant",
              "villager",
              "citizen",
              "protester",
              "demonstrator",
              "tourist",
              "traveller",
              "shopper",
              "commuter")
          .map(word -> "people:" + Stems.of(word))
          .collect(Collectors.toUnmodifiableSet());

  /// What befalls people; who is counted for one is not counted for another.
  private static final Set<String> FATES =
      Set.of("die", "hurt", "missing", "rescue", "arrest", "evacuate");

  private Wholes() {}

  /// Another unit, another property, or another thing counted.
  static String unrelated(Measure a, Measure b, Verdict values) {
    var units = a.plain().unit();
    if (!Units.measure(units).equals(Units.measure(b.plain().unit()))
        && !isBare(a, b)
        && !isBare(b, a)) {
      return "one is in " + units + ", the other in " + b.plain().unit();
    }
    if (isTime(a)
        && isTime(b)
        && !a.plain().unit().equals(b.plain().unit())
        && isTimes(a.plain(), b.plain(), FAR)) {
      return "one is a matter of " + units + "s, the other of " + b.plain().unit() + "s";
    }
    if (isStepTo(a, b, values) || isStepTo(b, a, values)) {
      return "one is by how much it moved, the other what it came to";
    }
    if (isSure(a, b)) {
      return "";
    }
    var twins = values.isSame() && Moments.isTwin(a, b);
    if (!a.property().isEmpty()
        && !b.property().isEmpty()
        && !a.property().equals(b.property())
        && !(values.isSame() && SUMS.contains(a.property()) && SUMS.contains(b.property()))
        && !(twins && !areCountedApart(a, b) && common(a, b) >= 1)
        && !isLoose(a.property(), b.property())
        && !isLoose(b.property(), a.property())) {
      return "one is about “" + a.property() + "”, the other about “" + b.property() + "”";
    }
    if (areCountedApart(a, b) && !(twins && common(a, b) >= 2)) {
      return "one counts “" + a.head() + "”, the other “" + b.head() + "”";
    }
    if (isPeople(a)
        && isPeople(b)
        && !a.property().equals(b.property())
        && (FATES.contains(a.property()) || FATES.contains(b.property()))
        && !values.isSame()) {
      return "one is about “" + fate(a) + "”, the other about “" + fate(b) + "”";
    }
    if (a.property().isEmpty()
        && b.property().isEmpty()
        && a.head().isEmpty()
        && !differ(a.kinds(), b.kinds())
        && !differ(a.codes(), b.codes())
        && common(a, b) == 0
        && !twins
        && isApart(a, b)) {
      return "they share no word for what they measure";
    }
    return "";
  }

  private static boolean isTime(Measure measure) {
    return Units.measure(measure.plain().unit()).equals("duration");
  }

  private static boolean areCountedApart(Measure a, Measure b) {
    return !a.head().isEmpty()
        && !b.head().isEmpty()
        && !a.head().equals(b.head())
        && !(isPeople(a) && isPeople(b))
        && !areSigned(a, b)
        && !areCountedAlike(a, b);
  }

  private static boolean isStepTo(Measure a, Measure b, Verdict values) {
    return a.motion() == Motion.STEP
        && (b.motion() == Motion.SHARE
            || b.motion() == Motion.LEVEL && values == Verdict.CONFLICT);
  }

  /// “In 49.87”, “with 311 in favour”: a number with nothing counted is what the other prints with
  /// its unit, when the digits are three or more and they share a word for what they are of.
  private static boolean isBare(Measure a, Measure b) {
    return a.plain().unit().equals("count")
        && a.head().isEmpty()
        && Values.digits(a.plain().high()) >= 3
        && a.plain().high().compareTo(b.plain().high()) == 0
        && !isApart(a, b);
  }

  /// “The rate” may be that of anything, and prices that move are inflation.
  private static boolean isLoose(String property, String other) {
    return RATES.contains(other)
        && (property.equals("rate") || property.equals("move") && !other.equals("interest"));
  }

  private static String fate(Measure measure) {
    return measure.property().isEmpty() ? "nothing of the kind" : measure.property();
  }

  /// One value, and words for what it is of in common: one for a value of three digits or more, two
  /// for one of two, or for one that is rounded. Such figures hardly agree by chance.
  private static boolean isSure(Measure a, Measure b) {
    var digits = Values.digits(a.figure().high());
    if (Math.max(digits, Values.digits(b.figure().high())) >= 3
        && Values.isRounding(a.plain(), b.plain())) {
      return common(a, b) >= 2;
    }
    if (digits >= EXACT
        && a.figure().unit().equals(b.figure().unit())
        && Values.isEqual(a.plain(), b.plain())) {
      return true;
    }
    return digits >= 2
        && Values.isEqual(a.plain(), b.plain())
        && (digits >= 3 && !(disjoint(a.wholes(), b.wholes()) && disjoint(a.codes(), b.codes()))
            || common(a, b) >= (digits >= 3 ? 1 : 2));
  }

  /// How many words, names and codes of the one the other has, in these or like words.
  private static long common(Measure a, Measure b) {
    var names = a.holders().stream().filter(b.holders()::contains).count();
    var codes = a.codes().stream().filter(b.codes()::contains).count();
    return names
        + codes
        + a.told().stream()
            .filter(one -> !Senses.areNamed("property", "move", one))
            .filter(one -> b.told().stream().anyMatch(other -> Senses.areAlike(one, other)))
            .count();
  }

  /// They may tell of one name, but share no other word, not even one that tells the same.
  static boolean isStranger(Measure a, Measure b) {
    if (isOpen(a, b)
        || !a.property().isEmpty() && a.property().equals(b.property())
        || !a.scopes().isEmpty() && a.scopes().equals(b.scopes())
        || !disjoint(a.kinds(), b.kinds())
        || !disjoint(a.codes(), b.codes())
        || a.wholes().isEmpty()
        || b.wholes().isEmpty()) {
      return false;
    }
    return a.told().stream()
        .noneMatch(one -> b.told().stream().anyMatch(other -> Senses.areAlike(one, other)));
  }

  /// Of another holder, product or doing.
  ///
  /// Twins that share a name are not parted by the other names.
  static String otherOne(Measure a, Measure b, Verdict values) {
    var twins = values.isSame() && Moments.isTwin(a, b);
    if (differ(a.kinds(), b.kinds())) {
      return "one counts " + list(a.kinds()) + ", the other " + list(b.kinds());
    }
    if (differ(a.codes(), b.codes())) {
      return "one is of " + list(a.codes()) + ", the other of " + list(b.codes());
    }
    if (differ(a.acts(), b.acts())) {
      return "one is for " + list(a.acts()) + ", the other for " + list(b.acts());
    }
    if (differ(a.holders(), b.holders())
        && !areAlike(a.holders(), b.holders())
        && !(twins && !disjoint(a.holders(), b.holders()))) {
      return "one is of " + list(a.holders()) + ", the other of " + list(b.holders());
    }
    if (!a.persons().isEmpty() && !b.persons().isEmpty() && disjoint(a.persons(), b.persons()) && !values.isSame()) {
      return "one is of " + list(a.persons()) + ", the other of " + list(b.persons());
    }
    return "";
  }

  /// Of another whole: a part, another time of counting, another purpose.
  static String scope(Measure a, Measure b, Verdict values) {
    var sure = isSure(a, b);
    if (!sure
        && !a.head().isEmpty()
        && !b.head().isEmpty()
        && !a.head().equals(b.head())
        && !(values.isSame() && (a.head().equals("people") || b.head().equals("people")))
        && !isDoer(a, b)
        && !isDoer(b, a)
        && !areSigned(a, b)
        && !areCountedAlike(a, b)
        && !(values == Verdict.IDENTICAL && isPlain(a, b))) {
      return "one counts “" + a.head() + "”, the other “" + b.head() + "”";
    }
    if (sure
        ? differ(a.scopes(), b.scopes())
        : !a.scopes().equals(b.scopes()) && weighs(a, b, values)) {
      return "one says “" + words(a) + "”, the other “" + words(b) + "”";
    }
    if (values == Verdict.CONFLICT && isOtherAim(a, b)) {
      return "one is for " + list(a.aims()) + ", the other for " + list(b.aims());
    }
    if (values == Verdict.CONFLICT && Moments.isOtherSpan(a, b)) {
      return "one is counted over a longer time";
    }
    if (sure
        || isOpen(a, b)
        || values.isSame() && Moments.isTwin(a, b) && !disjoint(a.holders(), b.holders())) {
      return "";
    }
    var odd = odd(a.nouns().names(), b);
    odd.addAll(a.codes());
    odd.removeAll(b.codes());
    var other = odd(b.nouns().names(), a);
    other.addAll(b.codes());
    other.removeAll(a.codes());
    return odd.isEmpty() || other.isEmpty() ? "" : ofOther(odd, other);
  }

  /// The small words behind the figures lead to other things: “for housing”, “for defence”.
  private static boolean isOtherAim(Measure a, Measure b) {
    return !a.aims().isEmpty()
        && !b.aims().isEmpty()
        && a.aims().stream()
            .noneMatch(one -> b.aims().stream().anyMatch(other -> Senses.areAlike(one, other)));
  }

  private static boolean isOpen(Measure a, Measure b) {
    return a.elliptic() || b.elliptic() || a.nouns().isPronoun() || b.nouns().isPronoun();
  }

  /// Told with one verb, each of another thing in the same place: “the tram drivers earn”, “the bus
  /// drivers earn”; “from Apple’s store”, “from Google’s store”. Where the verb is only “is” or “has”,
  /// the other things must be names, or share a word: “the east span”, “the west span”.
  static String contrast(Measure a, Measure b) {
    var here = a.nouns();
    var there = b.nouns();
    if (here.verb().isEmpty() || !Senses.areAlike(here.verb(), there.verb())) {
      return "";
    }
    for (var place : here.places().entrySet()) {
      var others = there.places().getOrDefault(place.getKey(), Set.of());
      var odd = odd(place.getValue(), b);
      var other = odd(others, a);
      if (!odd.isEmpty()
          && !other.isEmpty()
          && (!WEAK.contains(here.verb())
              || !disjoint(place.getValue(), others)
              || here.names().containsAll(odd) && there.names().containsAll(other))) {
        return ofOther(odd, other);
      }
    }
    return "";
  }

  /// What less sure words tell of the whole.
  static String otherWhole(Measure a, Measure b, Verdict values) {
    if (!isSure(a, b)) {
      var other = values == Verdict.CONFLICT && !isOpen(a, b) ? otherThing(a, b) : "";
      if (!other.isEmpty()) {
        return other;
      }
      if (isApart(a, b)
          && !(values == Verdict.IDENTICAL && (isPlain(a, b) || Moments.isTwin(a, b)))
          && !(values.isSame() && isMeasuredAlike(a, b) && Moments.isTwin(a, b))) {
        return "they share no word for what they are of";
      }
    }
    return isTooFar(a, b)
        ? "more than five times apart, so hardly of the same whole"
        : "";
  }

  /// Every thing that one tells of and the other does not, if both do, or if it is what does or is
  /// what the figure says.
  private static String otherThing(Measure a, Measure b) {
    var odd = odd(a.nouns().heads().keySet(), b);
    var other = odd(b.nouns().heads().keySet(), a);
    if (!odd.isEmpty() && !other.isEmpty()) {
      return ofOther(odd, other);
    }
    var done = odd(a.nouns().verbs(), b);
    var others = odd(b.nouns().verbs(), a);
    if (!done.isEmpty() && !others.isEmpty()) {
      return ofOther(done, others);
    }
    if (a.nouns().subject().isEmpty() || b.nouns().subject().isEmpty()) {
      return "";
    }
    if (odd.contains(a.nouns().subject())) {
      return "only one is of “" + a.nouns().subject() + "”";
    }
    if (other.contains(b.nouns().subject())) {
      return "only one is of “" + b.nouns().subject() + "”";
    }
    for (var head : a.nouns().heads().entrySet()) {
      var here = head.getValue();
      var there = b.nouns().heads().getOrDefault(head.getKey(), Set.of());
      if (!here.isEmpty() && !there.isEmpty() && disjoint(here, there)) {
        return ofOther(here, there);
      }
    }
    return "";
  }

  /// One property of what is not merely counted.
  private static boolean isMeasuredAlike(Measure a, Measure b) {
    return !a.property().isEmpty()
        && a.property().equals(b.property())
        && !a.plain().unit().equals("count");
  }

  private static String ofOther(Set<String> odd, Set<String> other) {
    return "one is of " + list(odd) + ", the other of " + list(other);
  }

  /// Those that the other does not tell of, in these or like words.
  private static Set<String> odd(Set<String> things, Measure other) {
    var odd = new TreeSet<>(things);
    odd.removeIf(
        thing ->
            Senses.areAlike(thing, FIRM)
                || other.wholes().stream()
                    .anyMatch(whole -> Senses.areAlike(thing, whole) || isPart(thing, whole)));
    return odd;
  }

  /// “Norland” and “Bank of Norland”.
  private static boolean isPart(String one, String other) {
    return one.equals(other)
        || (one.indexOf(' ') > 0 || other.indexOf(' ') > 0)
            && ((" " + one + " ").contains(" " + other + " ")
                || (" " + other + " ").contains(" " + one + " "));
  }

  /// “People use the app”, “users of the app”.
  private static boolean isDoer(Measure people, Measure doers) {
    var head = doers.head();
    if (people.head().equals("people") && ANYBODY.contains(head)) {
      return true;
    }
    if (!people.head().isEmpty() && !people.head().equals("people")
        || !head.startsWith("people:")
        || !head.endsWith("er") && !head.endsWith("or")) {
      return false;
    }
    var does = head.substring("people:".length(), head.length() - 2);
    return does.length() > 1
        && people.wholes().stream()
            .anyMatch(word -> word.startsWith(does) && word.length() <= does.length() + 2);
  }

  private static boolean areCountedAlike(Measure a, Measure b) {
    return !a.head().equals("people")
        && !b.head().equals("people")
        && Senses.areAlike(bare(a.head()), bare(b.head()));
  }

  private static String bare(String head) {
    return Stems.of(head.substring(head.indexOf(':') + 1));
  }

  /// Those who sign are as many as their signatures.
  private static boolean areSigned(Measure a, Measure b) {
    return a.property().equals(SIGNED) && b.property().equals(SIGNED);
  }

  private static boolean isPeople(Measure measure) {
    return measure.head().startsWith("people");
  }

  /// No word, name or number of a model in common, and no pronoun that could stand for one.
  private static boolean isApart(Measure a, Measure b) {
    return !a.elliptic()
        && !b.elliptic()
        && !isBareOf(a, b)
        && !isDoer(a, b)
        && !isDoer(b, a)
        && a.wholes().stream()
            .noneMatch(one -> b.wholes().stream().anyMatch(other -> isPart(one, other)))
        && disjoint(a.codes(), b.codes())
        && disjoint(a.kinds(), b.kinds())
        && disjoint(a.codes(), b.kinds())
        && disjoint(a.kinds(), b.codes());
  }

  /// One of them names nothing but the property, which is that of the other: “Turnout was 64
  /// percent”.
  private static boolean isBareOf(Measure a, Measure b) {
    return !a.property().isEmpty()
        && a.property().equals(b.property())
        && (a.wholes().isEmpty() && a.codes().isEmpty()
            || b.wholes().isEmpty() && b.codes().isEmpty());
  }

  /// Whether one is more than so many times the other.
  static boolean isTimes(Figure a, Figure other, BigDecimal times) {
    var b = Values.in(other, a.unit());
    var low = a.high().abs().min(b.high().abs());
    var high = a.high().abs().max(b.high().abs());
    return high.compareTo(low.multiply(times)) > 0;
  }

  private static boolean isTooFar(Measure a, Measure b) {
    return isTimes(a.plain(), b.plain(), FAR)
        && Pairing.slip(a, b).isEmpty()
        && !Values.isRounding(a.plain(), b.plain());
  }

  /// Whether the scope words that only one of them has weigh: “in all” alone does not.
  private static boolean weighs(Measure a, Measure b, Verdict values) {
    var odd = new TreeSet<>(a.scopes());
    odd.removeAll(b.scopes());
    var other = new TreeSet<>(b.scopes());
    other.removeAll(a.scopes());
    odd.addAll(other);
    odd.remove("whole");
    odd.remove("run");
    if (!odd.contains("against")) {
      odd.remove("for");
    }
    if (!disjoint(a.codes(), b.codes()) || Moments.areOfOtherDays(a, b)) {
      odd.remove("extra");
    }
    if (values != Verdict.CONFLICT) {
      odd.retainAll(APART);
    }
    return !odd.isEmpty();
  }

  /// A value of two digits or more for one property, or one thing counted that is not just people.
  private static boolean isPlain(Measure a, Measure b) {
    return Values.digits(a.figure().high()) >= 2
        && (!a.property().isEmpty() && a.property().equals(b.property())
            || !a.head().isEmpty() && !isPeople(a) && a.head().equals(b.head())
            || !isApart(a, b));
  }

  private static String words(Measure measure) {
    return measure.scopeWords().orElse("nothing of the kind");
  }

  /// Both say something, and each says something that the other does not.
  private static boolean differ(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && !a.containsAll(b) && !b.containsAll(a);
  }

  /// Each of the one set is like one of the other.
  private static boolean areAlike(Set<String> a, Set<String> b) {
    return a.stream().allMatch(one -> b.stream().anyMatch(o -> Senses.areAlike(one, o)));
  }

  private static boolean disjoint(Set<String> a, Set<String> b) {
    return a.stream().noneMatch(b::contains);
  }

  private static String list(Set<String> names) {
    return String.join(", ", names);
  }
}
