package org.tellings.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Change;
import org.tellings.model.Finding.Figure;

/// How one figure stands to another, and why, in a sentence.
record Pairing(Verdict verdict, String why) {

  /// Figures printed so many days apart are of two moments, unless their values agree.
  private static final int FAR = 30;

  /// “The firm”, “the company” may be any that has a name.
  private static final String FIRM = "firm";

  /// What is counted again every day while it lasts, and how many days a count holds.
  private static final Set<String> GROWING =
      Set.of(
          "die", "hurt", "missing", "rescue", "arrest", "evacuate", "raise", "signed", "download");

  private static final int SOON = 2;

  /// Wholes that are another thing even when the values agree.
  private static final Set<String> APART =
      Set.of("sector", "local", "part", "each", "hourly", "daily", "weekly", "monthly", "yearly");

  /// What befalls people; who is counted for one is not counted for another.
  private static final Set<String> FATES =
      Set.of("die", "hurt", "missing", "rescue", "arrest", "evacuate");

  static Pairing of(Measure a, Measure b) {
    var unrelated = unrelated(a, b);
    if (!unrelated.isEmpty()) {
      return new Pairing(Verdict.UNRELATED, unrelated);
    }
    var scope = scope(a, b);
    if (!scope.isEmpty()) {
      return new Pairing(Verdict.SCOPE, scope);
    }
    var values = values(a, b);
    var moment = moment(a, b, values.verdict());
    return moment.isEmpty() ? values : new Pairing(Verdict.MOMENT, moment);
  }

  /// The verdict alone, which is found faster than the reason.
  static Verdict verdict(Measure a, Measure b) {
    if (!unrelated(a, b).isEmpty()) {
      return Verdict.UNRELATED;
    }
    if (!scope(a, b).isEmpty()) {
      return Verdict.SCOPE;
    }
    var values = compared(a.plain(), b.plain());
    return moment(a, b, values).isEmpty() ? values : Verdict.MOMENT;
  }

  private static Verdict compared(Figure x, Figure y) {
    if (Values.isEqual(x, y)) {
      return Verdict.IDENTICAL;
    }
    if (Values.isRounding(x, y)) {
      return Verdict.ROUNDING;
    }
    return slip(x, y).isEmpty() ? Verdict.CONFLICT : Verdict.TYPO;
  }

  private static String slip(Figure a, Figure b) {
    return a.unit().equals(b.unit()) ? Values.slip(a.high(), b.high()) : "";
  }

  /// Another unit, another property, or another thing counted.
  private static String unrelated(Measure a, Measure b) {
    var units = a.plain().unit();
    if (!Units.measure(units).equals(Units.measure(b.plain().unit()))) {
      return "one is in " + units + ", the other in " + b.plain().unit();
    }
    if (isSure(a, b)) {
      return "";
    }
    if (!a.property().isEmpty() && !b.property().isEmpty() && !a.property().equals(b.property())) {
      return "one is about “" + a.property() + "”, the other about “" + b.property() + "”";
    }
    if (!a.head().isEmpty()
        && !b.head().isEmpty()
        && !a.head().equals(b.head())
        && !(isPeople(a) && isPeople(b))) {
      return "one counts “" + a.head() + "”, the other “" + b.head() + "”";
    }
    if (isPeople(a)
        && isPeople(b)
        && !a.property().equals(b.property())
        && (FATES.contains(a.property()) || FATES.contains(b.property()))
        && !compared(a.plain(), b.plain()).isSame()) {
      return "one is about “" + fate(a) + "”, the other about “" + fate(b) + "”";
    }
    if (a.property().isEmpty() && b.property().isEmpty() && a.head().isEmpty() && isApart(a, b)) {
      return "they share no word for what they measure";
    }
    return "";
  }

  private static String fate(Measure measure) {
    return measure.property().isEmpty() ? "nothing of the kind" : measure.property();
  }

  /// One value of three digits or more, and a word for what it is of in common: two such figures
  /// hardly agree by chance.
  private static boolean isSure(Measure a, Measure b) {
    return Values.digits(a.figure().high()) >= 3
        && Values.isEqual(a.plain(), b.plain())
        && !(disjoint(a.wholes(), b.wholes()) && disjoint(a.codes(), b.codes()));
  }

  /// Of another whole: another holder, another product, a part, another doing.
  private static String scope(Measure a, Measure b) {
    if (differ(a.kinds(), b.kinds())) {
      return "one counts " + list(a.kinds()) + ", the other " + list(b.kinds());
    }
    if (differ(a.codes(), b.codes())) {
      return "one is of " + list(a.codes()) + ", the other of " + list(b.codes());
    }
    var values = compared(a.plain(), b.plain());
    var sure = isSure(a, b);
    if (!sure
        && !a.head().isEmpty()
        && !b.head().isEmpty()
        && !a.head().equals(b.head())
        && !(values.isSame() && (a.head().equals("people") || b.head().equals("people")))
        && !(values == Verdict.IDENTICAL && isPlain(a, b))) {
      return "one counts “" + a.head() + "”, the other “" + b.head() + "”";
    }
    if (sure
        ? differ(a.scopes(), b.scopes())
        : !a.scopes().equals(b.scopes()) && weighs(a, b, values)) {
      return "one says “" + words(a) + "”, the other “" + words(b) + "”";
    }
    if (differ(a.acts(), b.acts())) {
      return "one is for " + list(a.acts()) + ", the other for " + list(b.acts());
    }
    if (differ(a.holders(), b.holders())) {
      return "one is of " + list(a.holders()) + ", the other of " + list(b.holders());
    }
    if (!sure) {
      var other = otherThing(a, b, values);
      if (!other.isEmpty()) {
        return other;
      }
      if (isApart(a, b) && !(values == Verdict.IDENTICAL && isPlain(a, b))) {
        return "they share no word for what they are of";
      }
    }
    if (isTooFar(a.plain(), b.plain())) {
      return "more than five times apart, so hardly of the same whole";
    }
    return "";
  }

  /// Of values that agree or are slips only names weigh; of others every thing that one tells of
  /// and the other does not, if both do, or if it is what does or is what the figure says.
  private static String otherThing(Measure a, Measure b, Verdict values) {
    if (a.elliptic() || b.elliptic() || a.nouns().isPronoun() || b.nouns().isPronoun()) {
      return "";
    }
    if (values != Verdict.CONFLICT) {
      var odd = odd(a.nouns().names(), b);
      var other = odd(b.nouns().names(), a);
      return odd.isEmpty() || other.isEmpty() ? "" : ofOther(odd, other);
    }
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

  private static String ofOther(Set<String> odd, Set<String> other) {
    return "one is of " + list(odd) + ", the other of " + list(other);
  }

  /// Those that the other does not tell of, in these or like words.
  private static Set<String> odd(Set<String> things, Measure other) {
    var odd = new TreeSet<>(things);
    odd.removeIf(
        thing ->
            Senses.areAlike(thing, FIRM)
                || other.wholes().stream().anyMatch(whole -> Senses.areAlike(thing, whole)));
    return odd;
  }

  private static boolean isPeople(Measure measure) {
    return measure.head().startsWith("people");
  }

  /// No word, name or number of a model in common, and no pronoun that could stand for one.
  private static boolean isApart(Measure a, Measure b) {
    return !a.elliptic()
        && !b.elliptic()
        && disjoint(a.wholes(), b.wholes())
        && disjoint(a.codes(), b.codes())
        && disjoint(a.kinds(), b.kinds())
        && disjoint(a.codes(), b.kinds())
        && disjoint(a.kinds(), b.codes());
  }

  private static boolean isTooFar(Figure a, Figure other) {
    var b = Values.in(other, a.unit());
    var low = a.high().abs().min(b.high().abs());
    var high = a.high().abs().max(b.high().abs());
    return high.compareTo(low.multiply(BigDecimal.valueOf(5))) > 0
        && slip(a, other).isEmpty()
        && !Values.isRounding(a, other);
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
    if (!disjoint(a.codes(), b.codes())) {
      odd.remove("extra");
    }
    if (values.isSame()) {
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

  private static boolean disjoint(Set<String> a, Set<String> b) {
    return a.stream().noneMatch(b::contains);
  }

  private static String list(Set<String> names) {
    return String.join(", ", names);
  }

  /// Of another day, hour or state, or printed long after and with another value.
  private static String moment(Measure a, Measure b, Verdict values) {
    if (values == Verdict.IDENTICAL) {
      return "";
    }
    var same = values.isSame();
    var full = Math.max(Values.digits(a.figure().high()), Values.digits(b.figure().high())) >= 3;
    if (!a.moments().equals(b.moments())) {
      var early = new HashSet<>(a.moments());
      early.addAll(b.moments());
      if (differ(a.moments(), b.moments())
          || !same
              && early.stream()
                  .anyMatch(m -> !Set.of("close", "now", "final", "begin").contains(m))) {
        return "one says “"
            + a.momentWords().orElse("nothing of the hour")
            + "”, the other “"
            + b.momentWords().orElse("nothing of the hour")
            + "”";
      }
    }
    if (isTurned(a.figure(), b.figure()) || isTurned(b.figure(), a.figure())) {
      return "one is a rise, the other a fall";
    }
    if (!a.days().isEmpty()
        && !b.days().isEmpty()
        && a.days().stream().noneMatch(x -> b.days().stream().anyMatch(y -> meets(x, y)))
        && !(same && full)) {
      return "one is of " + list(a.days()) + ", the other of " + list(b.days());
    }
    var grows = GROWING.contains(a.property()) && a.property().equals(b.property());
    if (!same && apart(a, b) > (grows && values == Verdict.CONFLICT ? SOON : FAR)) {
      return "they were printed " + apart(a, b) + " days apart";
    }
    return "";
  }

  private static boolean isTurned(Figure a, Figure b) {
    return a.change() == Change.UP && b.change() == Change.DOWN;
  }

  private static boolean meets(String x, String y) {
    return x.startsWith(y) || y.startsWith(x);
  }

  private static long apart(Measure a, Measure b) {
    if (a.day().isEmpty() || b.day().isEmpty()) {
      return 0;
    }
    return Math.abs(a.day().getAsLong() - b.day().getAsLong());
  }

  static Pairing values(Measure a, Measure b) {
    var x = a.plain();
    var y = Values.in(b.plain(), x.unit());
    var both = "“" + a.telling().text() + "” and “" + b.telling().text() + "”";
    var verdict = compared(x, b.plain());
    var why =
        switch (verdict) {
          case IDENTICAL -> both + " are the same value";
          case ROUNDING -> rounding(a, b);
          case TYPO -> both + ": " + Values.slip(x.high(), y.high()) + ", a likely slip of the pen";
          case CONFLICT, MOMENT, SCOPE, UNRELATED ->
              both + " differ by " + percent(x.high(), y.high());
        };
    return new Pairing(verdict, why);
  }

  private static String rounding(Measure a, Measure b) {
    var coarse =
        Values.digits(a.plain().high()) < Values.digits(b.plain().high())
                || Values.digits(a.plain().high()) == Values.digits(b.plain().high())
                    && !a.plain().approximation().equals(Approximation.EXACT)
            ? a
            : b;
    var fine = coarse == a ? b : a;
    if (Values.roundsTo(
        Values.in(fine.plain(), coarse.plain().unit()).high(), coarse.plain().high())) {
      var digits = Values.digits(coarse.plain().high());
      return "“"
          + fine.telling().text()
          + "” rounds to “"
          + coarse.telling().text()
          + "” at "
          + (digits == 1 ? "one digit" : digits + " digits");
    }
    return "“" + fine.telling().text() + "” is within “" + coarse.telling().text() + "”";
  }

  /// The difference as a part of the smaller one.
  private static String percent(BigDecimal x, BigDecimal y) {
    var low = x.abs().min(y.abs());
    if (low.signum() == 0) {
      return "all of it";
    }
    return x.subtract(y)
            .abs()
            .multiply(BigDecimal.valueOf(100))
            .divide(low, new MathContext(2))
            .toPlainString()
        + " percent";
  }
}
