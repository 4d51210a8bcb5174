package org.tellings.compare;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.compare.Quantity.Verdict;

/// Whether two figures are of two things or two wholes, and why: empty when they are not.
final class Wholes {

  /// So many times the other, a figure is hardly of the same whole, unless one model or product is
  /// counted.
  private static final BigDecimal MUCH = BigDecimal.valueOf(3);

  /// So many times the other, a figure is hardly of the same whole; up to `NEAR` times it may be,
  /// even where no word tells so.
  static final BigDecimal FAR = BigDecimal.valueOf(5);

  static final BigDecimal NEAR = new BigDecimal("1.3");

  /// Wholes that are another thing even when the values agree.
  private static final Set<String> APART =
      Set.of("sector", "local", "part", "each", "hourly", "daily", "weekly", "monthly", "yearly");

  /// What is lost, spent or put in may be one sum in two views.
  static final Set<String> SUMS = Set.of("cost", "value", "raise", "profit", "fine");

  private static final Set<String> RATES = Set.of("inflation", "unemployment", "interest", "rate");

  /// What befalls people; who is counted for one is not counted for another.
  static final Set<String> FATES = Set.of("die", "hurt", "missing", "rescue", "arrest", "evacuate");

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
        && Common.isTimes(a.plain(), b.plain(), FAR)) {
      return "one is a matter of " + units + "s, the other of " + b.plain().unit() + "s";
    }
    if (isStepTo(a, b, values) || isStepTo(b, a, values)) {
      return "one is by how much it moved, the other what it came to";
    }
    if (Common.isSure(a, b)) {
      return "";
    }
    var twins = values.isSame() && Moments.isTwin(a, b);
    if (!a.property().isEmpty()
        && !b.property().isEmpty()
        && !a.property().equals(b.property())
        && !(values.isSame() && SUMS.contains(a.property()) && SUMS.contains(b.property()))
        && !(twins && !areCountedApart(a, b) && Common.common(a, b) >= 1)
        && !isLoose(a.property(), b.property())
        && !isLoose(b.property(), a.property())) {
      return "one is about “" + a.property() + "”, the other about “" + b.property() + "”";
    }
    if (areCountedApart(a, b) && !(twins && Common.common(a, b) >= 1)) {
      return "one counts “" + a.head() + "”, the other “" + b.head() + "”";
    }
    if (Common.isPeople(a)
        && Common.isPeople(b)
        && !a.property().equals(b.property())
        && (FATES.contains(a.property()) || FATES.contains(b.property()))
        && !values.isSame()) {
      return "one is about “" + fate(a) + "”, the other about “" + fate(b) + "”";
    }
    if (a.property().isEmpty()
        && b.property().isEmpty()
        && a.head().isEmpty()
        && !Common.differ(a.kinds(), b.kinds())
        && !Common.differ(a.codes(), b.codes())
        && Common.common(a, b) == 0
        && !twins
        && Common.isApart(a, b)) {
      return "they share no word for what they measure";
    }
    return "";
  }

  static boolean isTime(Measure measure) {
    return Units.measure(measure.plain().unit()).equals("duration");
  }

  static boolean areCountedApart(Measure a, Measure b) {
    return !a.head().isEmpty()
        && !b.head().isEmpty()
        && !a.head().equals(b.head())
        && !(Common.isPeople(a) && Common.isPeople(b))
        && !Common.areSigned(a, b)
        && !Common.areCountedAlike(a, b);
  }

  static boolean isStepTo(Measure a, Measure b, Verdict values) {
    return a.motion() == Motion.STEP
        && (b.motion() == Motion.SHARE || b.motion() == Motion.LEVEL && values == Verdict.CONFLICT);
  }

  /// “In 49.87”, “with 311 in favour”: a number with nothing counted is what the other prints with
  /// its unit, when the digits are three or more and they share a word for what they are of.
  static boolean isBare(Measure a, Measure b) {
    return a.plain().unit().equals("count")
        && a.head().isEmpty()
        && Values.digits(a.plain().high()) >= 3
        && a.plain().high().compareTo(b.plain().high()) == 0
        && !Common.isApart(a, b);
  }

  /// “The rate” may be that of anything, and prices that move are inflation.
  static boolean isLoose(String property, String other) {
    return RATES.contains(other)
        && (property.equals("rate") || property.equals("move") && !other.equals("interest"));
  }

  static String fate(Measure measure) {
    return measure.property().isEmpty() ? "nothing of the kind" : measure.property();
  }

  /// Of another holder, product or doing.
  ///
  /// Twins that share a name are not parted by the other names.
  static String otherOne(Measure a, Measure b, Verdict values) {
    var twins = values.isSame() && Moments.isTwin(a, b);
    if (Common.differ(a.kinds(), b.kinds())) {
      return "one counts " + Contrasts.list(a.kinds()) + ", the other " + Contrasts.list(b.kinds());
    }
    if (Common.differ(a.codes(), b.codes())) {
      return "one is of "
          + Contrasts.list(a.codes())
          + ", the other of "
          + Contrasts.list(b.codes());
    }
    if (Common.differ(a.acts(), b.acts())) {
      return "one is for "
          + Contrasts.list(a.acts())
          + ", the other for "
          + Contrasts.list(b.acts());
    }
    if (Common.differ(a.holders(), b.holders())
        && !Common.areAlike(a.holders(), b.holders())
        && !(twins && !Common.disjoint(a.holders(), b.holders()))) {
      return "one is of "
          + Contrasts.list(a.holders())
          + ", the other of "
          + Contrasts.list(b.holders());
    }
    if (!a.persons().isEmpty()
        && !b.persons().isEmpty()
        && Common.disjoint(a.persons(), b.persons())
        && !values.isSame()) {
      return "one is of "
          + Contrasts.list(a.persons())
          + ", the other of "
          + Contrasts.list(b.persons());
    }
    return "";
  }

  /// Of another whole: a part, another time of counting, another purpose.
  static String scope(Measure a, Measure b, Verdict values) {
    var sure = Common.isSure(a, b);
    if (!sure
        && !a.head().isEmpty()
        && !b.head().isEmpty()
        && !a.head().equals(b.head())
        && !(values.isSame() && Common.isAnyone(a, b))
        && !Common.isDoer(a, b)
        && !Common.isDoer(b, a)
        && !Common.areSigned(a, b)
        && !Common.areCountedAlike(a, b)
        && !(values == Verdict.IDENTICAL && Common.isPlain(a, b))) {
      return "one counts “" + a.head() + "”, the other “" + b.head() + "”";
    }
    if (sure
        ? Common.differ(a.scopes(), b.scopes())
        : !a.scopes().equals(b.scopes()) && weighs(a, b, values)) {
      return "one says “" + words(a) + "”, the other “" + words(b) + "”";
    }
    var chance = !sure && values.isSame() && Values.digits(a.figure().high()) == 1;
    if ((values == Verdict.CONFLICT || chance) && isOtherAim(a, b)) {
      return "one is for "
          + Contrasts.list(a.aims())
          + ", the other for "
          + Contrasts.list(b.aims());
    }
    if (values == Verdict.CONFLICT && Moments.isOtherSpan(a, b)) {
      return "one is counted over a longer time";
    }
    if (sure
        || Common.isOpen(a, b)
        || values.isSame() && Moments.isTwin(a, b) && !Common.disjoint(a.holders(), b.holders())) {
      return "";
    }
    var odd = Contrasts.odd(a.nouns().names(), b);
    odd.addAll(a.codes());
    odd.removeAll(b.codes());
    odd.removeAll(b.kinds());
    var other = Contrasts.odd(b.nouns().names(), a);
    other.addAll(b.codes());
    other.removeAll(a.codes());
    other.removeAll(a.kinds());
    return odd.isEmpty() || other.isEmpty() ? "" : Contrasts.ofOther(odd, other);
  }

  /// The small words behind the figures lead to other things: “for housing”, “for defence”.
  private static boolean isOtherAim(Measure a, Measure b) {
    return !a.aims().isEmpty()
        && !b.aims().isEmpty()
        && a.aims().stream()
            .noneMatch(one -> b.aims().stream().anyMatch(other -> Senses.areAlike(one, other)));
  }

  /// What less sure words tell of the whole.
  static String otherWhole(Measure a, Measure b, Verdict values) {
    if (!Common.isSure(a, b)) {
      var other =
          values == Verdict.CONFLICT && !Common.isOpen(a, b) ? Contrasts.otherThing(a, b) : "";
      if (!other.isEmpty()) {
        return other;
      }
      if (Common.isApart(a, b)
          && !(values == Verdict.IDENTICAL && (Common.isPlain(a, b) || Moments.isTwin(a, b)))
          && !(values.isSame()
              && Moments.isTwin(a, b)
              && (Common.isMeasuredAlike(a, b) || Common.beside(a, b) >= 1))) {
        return "they share no word for what they are of";
      }
    }
    return isTooFar(a, b) ? "many times apart, so hardly of the same whole" : "";
  }

  private static boolean isTooFar(Measure a, Measure b) {
    var times = Common.haveCode(a, b) ? FAR : MUCH;
    return Common.isTimes(a.plain(), b.plain(), times)
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
    if (!Common.disjoint(a.codes(), b.codes()) || Moments.areOfOtherDays(a, b)) {
      odd.remove("extra");
    }
    if (values != Verdict.CONFLICT) {
      odd.retainAll(APART);
    }
    return !odd.isEmpty();
  }

  private static String words(Measure measure) {
    return measure.scopeWords().orElse("nothing of the kind");
  }
}
