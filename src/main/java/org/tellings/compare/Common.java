package org.tellings.compare;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.Finding.Figure;

/// What two figures have in common, and whether it is enough to hold them for the same.
final class Common {

  /// Digits in which two values hardly agree by chance.
  private static final int EXACT = 4;

  private static final String SIGNED = "signed";

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

  private Common() {}

  /// One value, and words for what it is of in common: one for a value of three digits or more, two
  /// for one of two, or for one that is rounded. Such figures hardly agree by chance.
  static boolean isSure(Measure a, Measure b) {
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
  static long common(Measure a, Measure b) {
    var names = a.holders().stream().filter(b.holders()::contains).count();
    var codes = a.codes().stream().filter(b.codes()::contains).count();
    return names
        + codes
        + a.told().stream()
            .filter(one -> !Senses.areNamed("property", "move", one))
            .filter(one -> b.told().stream().anyMatch(other -> Senses.areAlike(one, other)))
            .count();
  }

  /// The same without the words for what is counted.
  static long beside(Measure a, Measure b) {
    var counted = a.told().contains(bare(a.head())) && b.told().contains(bare(b.head())) ? 1 : 0;
    return common(a, b) - counted;
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

  static boolean isOpen(Measure a, Measure b) {
    return a.elliptic() || b.elliptic() || a.nouns().isPronoun() || b.nouns().isPronoun();
  }

  /// “Norland” and “Bank of Norland”.
  static boolean isPart(String one, String other) {
    return one.equals(other)
        || (one.indexOf(' ') > 0 || other.indexOf(' ') > 0)
            && ((" " + one + " ").contains(" " + other + " ")
                || (" " + other + " ").contains(" " + one + " "));
  }

  /// “People use the app”, “users of the app”.
  static boolean isDoer(Measure people, Measure doers) {
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

  static boolean areCountedAlike(Measure a, Measure b) {
    return !a.head().equals("people")
        && !b.head().equals("people")
        && Senses.areAlike(bare(a.head()), bare(b.head()));
  }

  /// One number of a model or product stands in both.
  static boolean haveCode(Measure a, Measure b) {
    return !disjoint(a.codes(), b.codes())
        || !disjoint(a.kinds(), b.kinds())
        || !disjoint(a.codes(), b.kinds())
        || !disjoint(a.kinds(), b.codes());
  }

  private static String bare(String head) {
    return Stems.of(head.substring(head.indexOf(':') + 1));
  }

  /// Those who sign are as many as their signatures.
  static boolean areSigned(Measure a, Measure b) {
    return a.property().equals(SIGNED) && b.property().equals(SIGNED);
  }

  static boolean isPeople(Measure measure) {
    return measure.head().startsWith("people");
  }

  /// No word, name or number of a model in common, and no pronoun that could stand for one.
  static boolean isApart(Measure a, Measure b) {
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

  /// One counts people without saying which, and words or digits tell that they are the same.
  static boolean isAnyone(Measure a, Measure b) {
    return (a.head().equals("people") || b.head().equals("people"))
        && (common(a, b) >= 2 || Values.digits(a.figure().high()) >= 2);
  }

  /// A value of two digits or more for one property, or one thing counted that is not just people.
  static boolean isPlain(Measure a, Measure b) {
    return Values.digits(a.figure().high()) >= 2
        && (!a.property().isEmpty() && a.property().equals(b.property())
            || !a.head().isEmpty() && !isPeople(a) && a.head().equals(b.head())
            || !isApart(a, b));
  }

  /// One property of what is not merely counted.
  static boolean isMeasuredAlike(Measure a, Measure b) {
    return !a.property().isEmpty()
        && a.property().equals(b.property())
        && !a.plain().unit().equals("count");
  }

  /// Whether one is more than so many times the other.
  static boolean isTimes(Figure a, Figure other, BigDecimal times) {
    var b = Values.in(other, a.unit());
    var low = a.high().abs().min(b.high().abs());
    var high = a.high().abs().max(b.high().abs());
    return high.compareTo(low.multiply(times)) > 0;
  }

  /// Both say something, and each says something that the other does not.
  static boolean differ(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && !a.containsAll(b) && !b.containsAll(a);
  }

  /// Each of the one set is like one of the other.
  static boolean areAlike(Set<String> a, Set<String> b) {
    return a.stream().allMatch(one -> b.stream().anyMatch(o -> Senses.areAlike(one, o)));
  }

  static boolean disjoint(Set<String> a, Set<String> b) {
    return a.stream().noneMatch(b::contains);
  }
}
