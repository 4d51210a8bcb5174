package org.tellings.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tellings.model.Finding.Figure;
import org.tellings.model.FindingId;

/// One thing that was measured, with every figure printed for it.
///
/// `measures` are words for what is measured, as one article prints them; `moment` and `scope` say
/// when and of what, where the articles tell. `unit` is as in [Figure]. `verdict` is the gravest of
/// the tellings' verdicts, `why` its reason in a sentence. `mostPrinted` is the figure that most
/// outlets print; every telling is measured against it. Tellings begin with the earliest and are
/// never empty; most quantities have one. The id is made of the earliest telling.
public record Quantity(
    String id,
    String measures,
    Optional<String> moment,
    Optional<String> scope,
    String unit,
    Verdict verdict,
    String why,
    FindingId mostPrinted,
    List<Printed> tellings) {

  public Quantity {
    tellings = List.copyOf(tellings);
    if (tellings.isEmpty()) {
      throw new IllegalArgumentException("a quantity nobody prints");
    }
  }

  /// How one figure stands to another. The gravest comes last but one; `UNRELATED` figures measure
  /// different things and never stand in one quantity.
  public enum Verdict {
    IDENTICAL,
    ROUNDING,
    MOMENT,
    SCOPE,
    TYPO,
    CONFLICT,
    UNRELATED;

    /// The word in output.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the two figures tell the same value of the same thing.
    public boolean isSame() {
      return this == IDENTICAL || this == ROUNDING;
    }
  }

  /// A figure as one article prints it: the words with their approximator are the telling's text.
  ///
  /// `verdict` and `why` are against the figure most printed. `sentence` is the sentence it stands
  /// in, exactly as printed; `moment` and `scope` are words of that sentence.
  public record Printed(
      Telling telling,
      Figure figure,
      Verdict verdict,
      String why,
      String sentence,
      Optional<String> moment,
      Optional<String> scope) {

    /// The value as read; the middle of a range.
    public BigDecimal value() {
      return figure.low().add(figure.high()).divide(BigDecimal.TWO);
    }
  }

  /// The same under another id.
  Quantity withId(String other) {
    return new Quantity(other, measures, moment, scope, unit, verdict, why, mostPrinted, tellings);
  }

  /// The telling that most outlets print.
  public Printed most() {
    return tellings.stream()
        .filter(printed -> printed.telling().kept().id().equals(mostPrinted))
        .findFirst()
        .orElseThrow();
  }

  /// The known outlets that print it, in order of name.
  public List<String> outlets() {
    return tellings.stream()
        .map(printed -> printed.telling().outlet())
        .filter(outlet -> outlet.isKnown())
        .map(outlet -> outlet.name())
        .distinct()
        .sorted()
        .toList();
  }

  /// The lowest value printed.
  public BigDecimal lowest() {
    return tellings.stream().map(p -> p.figure().low()).min(BigDecimal::compareTo).orElseThrow();
  }

  /// The highest value printed.
  public BigDecimal highest() {
    return tellings.stream().map(p -> p.figure().high()).max(BigDecimal::compareTo).orElseThrow();
  }
}
