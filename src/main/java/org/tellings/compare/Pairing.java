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
    var values = compared(a.figure(), b.figure());
    return moment(a, b, values).isEmpty() ? values : Verdict.MOMENT;
  }

  private static Verdict compared(Figure x, Figure y) {
    if (Values.isEqual(x, y)) {
      return Verdict.IDENTICAL;
    }
    if (Values.isRounding(x, y)) {
      return Verdict.ROUNDING;
    }
    return Values.slip(x.high(), y.high()).isEmpty() ? Verdict.CONFLICT : Verdict.TYPO;
  }

  /// Another unit, another property, or another thing counted.
  private static String unrelated(Measure a, Measure b) {
    var units = a.figure().unit();
    if (!units.equals(b.figure().unit())) {
      return "one is in " + units + ", the other in " + b.figure().unit();
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
    if (a.property().isEmpty() && b.property().isEmpty() && a.head().isEmpty() && isApart(a, b)) {
      return "they share no word for what they measure";
    }
    return "";
  }

  /// Of another whole: another holder, another product, a part, another doing.
  private static String scope(Measure a, Measure b) {
    if (differ(a.kinds(), b.kinds())) {
      return "one counts " + list(a.kinds()) + ", the other " + list(b.kinds());
    }
    if (differ(a.codes(), b.codes())) {
      return "one is of " + list(a.codes()) + ", the other of " + list(b.codes());
    }
    if (!a.head().isEmpty() && !b.head().isEmpty() && !a.head().equals(b.head())) {
      return "one counts “" + a.head() + "”, the other “" + b.head() + "”";
    }
    if (!a.scopes().equals(b.scopes()) && weighs(a, b)) {
      return "one says “" + words(a) + "”, the other “" + words(b) + "”";
    }
    if (differ(a.acts(), b.acts())) {
      return "one is for " + list(a.acts()) + ", the other for " + list(b.acts());
    }
    if (differ(a.holders(), b.holders())) {
      return "one is of " + list(a.holders()) + ", the other of " + list(b.holders());
    }
    if (isApart(a, b)) {
      return "they share no word for what they are of";
    }
    if (isTooFar(a.figure(), b.figure())) {
      return "more than five times apart, so hardly of the same whole";
    }
    return "";
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

  private static boolean isTooFar(Figure a, Figure b) {
    var low = a.high().abs().min(b.high().abs());
    var high = a.high().abs().max(b.high().abs());
    return high.compareTo(low.multiply(BigDecimal.valueOf(5))) > 0
        && Values.slip(a.high(), b.high()).isEmpty()
        && !Values.isRounding(a, b);
  }

  /// Whether the scope words that only one of them has weigh: “in all” alone does not.
  private static boolean weighs(Measure a, Measure b) {
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
    return !odd.isEmpty();
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
    var same = values.isSame();
    var full = Math.max(Values.digits(a.figure().high()), Values.digits(b.figure().high())) >= 3;
    if (!a.moments().equals(b.moments())) {
      var early = new HashSet<>(a.moments());
      early.addAll(b.moments());
      if (differ(a.moments(), b.moments())
          || !same
              && early.stream()
                  .anyMatch(m -> !m.equals("close") && !m.equals("now") && !m.equals("final"))) {
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
    if (!same && apart(a, b) > FAR) {
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
    var x = a.figure();
    var y = b.figure();
    var both = "“" + a.telling().text() + "” and “" + b.telling().text() + "”";
    var verdict = compared(x, y);
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
        Values.digits(a.figure().high()) < Values.digits(b.figure().high())
                || Values.digits(a.figure().high()) == Values.digits(b.figure().high())
                    && !a.figure().approximation().equals(Approximation.EXACT)
            ? a
            : b;
    var fine = coarse == a ? b : a;
    if (Values.roundsTo(fine.figure().high(), coarse.figure().high())) {
      var digits = Values.digits(coarse.figure().high());
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
