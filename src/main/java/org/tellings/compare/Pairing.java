package org.tellings.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Figure;

/// How one figure stands to another, and why, in a sentence.
record Pairing(Verdict verdict, String why) {

  static Pairing of(Measure a, Measure b) {
    var told = told(a, b, compared(a, b));
    return told == null ? values(a, b) : told;
  }

  /// The verdict alone, which is found faster than the reason.
  static Verdict verdict(Measure a, Measure b) {
    var values = compared(a, b);
    var told = told(a, b, values);
    return told == null ? values : told.verdict();
  }

  /// What parts two figures whatever their values, the surest first; nothing when nothing does.
  private static @Nullable Pairing told(Measure a, Measure b, Verdict values) {
    var why = Wholes.unrelated(a, b, values);
    if (!why.isEmpty()) {
      return new Pairing(Verdict.UNRELATED, why);
    }
    why = Wholes.otherOne(a, b, values);
    if (!why.isEmpty()) {
      return new Pairing(Verdict.SCOPE, why);
    }
    var strange = values == Verdict.CONFLICT && Common.isStranger(a, b);
    if (strange && Common.isTimes(a.plain(), b.plain(), Wholes.FAR)) {
      return new Pairing(Verdict.UNRELATED, "they share no word for what is told");
    }
    why = Wholes.scope(a, b, values);
    if (!why.isEmpty()) {
      return new Pairing(Verdict.SCOPE, why);
    }
    why = values.isSame() ? Contrasts.contrast(a, b) : "";
    if (!why.isEmpty()) {
      return new Pairing(Verdict.SCOPE, why);
    }
    why = Moments.told(a, b, values);
    if (!why.isEmpty()) {
      return new Pairing(Verdict.MOMENT, why);
    }
    if (strange && Common.isTimes(a.plain(), b.plain(), Wholes.NEAR)) {
      return new Pairing(Verdict.SCOPE, "they share no word for what is told");
    }
    why = Wholes.otherWhole(a, b, values);
    if (!why.isEmpty()) {
      return new Pairing(Verdict.SCOPE, why);
    }
    why = Moments.printed(a, b, values);
    return why.isEmpty() ? null : new Pairing(Verdict.MOMENT, why);
  }

  private static Verdict compared(Measure a, Measure b) {
    if (isSamePart(a, b) || isSamePart(b, a)) {
      return Verdict.IDENTICAL;
    }
    var verdict = compared(a.plain(), b.plain());
    return verdict == Verdict.CONFLICT && !slip(a, b).isEmpty() ? Verdict.TYPO : verdict;
  }

  /// “Three quarters” and “75 percent”.
  private static boolean isSamePart(Measure part, Measure other) {
    return part.figure().rule().startsWith("figure.fraction")
        && part.figure().approximation() == other.figure().approximation()
        && Values.isEqual(part.figure(), other.figure());
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

  /// What slip makes one of the other, in words; empty when none does.
  static String slip(Measure a, Measure b) {
    var slip = slip(a.plain(), b.plain());
    return slip.isEmpty() && isInWords(a) && isInWords(b) && isTy(a, b)
        ? "a “-ty” too many or too few"
        : slip;
  }

  private static boolean isTy(Measure a, Measure b) {
    return a.plain().unit().equals(b.plain().unit())
        && Values.isTyForNone(a.plain().high(), b.plain().high());
  }

  private static boolean isInWords(Measure measure) {
    return measure.telling().text().chars().noneMatch(Character::isDigit);
  }

  private static String slip(Figure a, Figure b) {
    return a.unit().equals(b.unit()) ? Values.slip(a.high(), b.high()) : "";
  }

  static Pairing values(Measure a, Measure b) {
    var x = a.plain();
    var y = Values.in(b.plain(), x.unit());
    var both = "“" + a.telling().text() + "” and “" + b.telling().text() + "”";
    var verdict = compared(a, b);
    var why =
        switch (verdict) {
          case IDENTICAL -> both + " are the same value";
          case ROUNDING -> rounding(a, b);
          case TYPO -> both + ": " + slip(a, b) + ", a likely slip of the pen";
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
