package org.tellings.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Something found in an article, on its exact characters.
///
/// Plain values: who made it, what a person decided about it and its name are with [Kept]. `rule`
/// names the rule that made it, with its version, as `quote.cue-after/1`; a person's own is
/// `person`.
public sealed interface Finding {

  Span span();

  String rule();

  default Kind kind() {
    return switch (this) {
      case Quote _ -> Kind.QUOTE;
      case Claim _ -> Kind.CLAIM;
      case Figure _ -> Kind.FIGURE;
      case DateMention _ -> Kind.DATE;
      case Mention _ -> Kind.ENTITY;
    };
  }

  /// True when both say the same of their words, wherever these stand and whichever rule read them.
  default boolean saysAs(Finding other) {
    return said().equals(other.said());
  }

  /// What it says of its words, wherever these stand and whichever rule read them.
  default List<Object> said() {
    return switch (this) {
      case Quote q ->
          List.of(
              q.form(),
              q.speaker().name(),
              q.speaker().kind(),
              q.speaker().role(),
              q.cue(),
              q.saidTo());
      case Claim c -> List.of(c.source(), c.stance());
      case Figure f ->
          List.of(
              f.low().stripTrailingZeros(),
              f.high().stripTrailingZeros(),
              f.unit(),
              f.approximation(),
              f.change(),
              f.measures());
      case DateMention d -> List.of(d.value(), d.precision());
      case Mention m -> List.of(m.name(), m.type());
    };
  }

  /// What somebody said: the words between the marks, or the content of an indirect quote.
  ///
  /// `joins` is the first part of a quotation that goes on here; `within` the quotation around it.
  record Quote(
      Span span,
      Form form,
      Speaker speaker,
      Optional<String> cue,
      Optional<String> saidTo,
      Optional<Span> joins,
      Optional<Span> within,
      String rule)
      implements Finding {}

  /// What an article claims, or lets somebody claim.
  ///
  /// `source` empty: the article itself. `stance` empty: cannot say. `cues` are the words that
  /// decide the stance. `checkworthy` is from 0 to 1.
  record Claim(
      Span span,
      Optional<String> source,
      Optional<Stance> stance,
      List<Span> cues,
      double checkworthy,
      String rule)
      implements Finding {
    public Claim {
      cues = List.copyOf(cues);
      if (!(checkworthy >= 0 && checkworthy <= 1)) {
        throw new IllegalArgumentException("not from 0 to 1: " + checkworthy);
      }
    }
  }

  /// A number with its unit. `low` and `high` are equal when there is one value.
  ///
  /// `unit` is ISO 4217 for money, `percent`, `count`, or the plain unit (`hour`, `token`).
  /// `measures` are the words for what is counted.
  record Figure(
      Span span,
      BigDecimal low,
      BigDecimal high,
      String unit,
      Approximation approximation,
      Change change,
      Optional<String> measures,
      String rule)
      implements Finding {
    public Figure {
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException("low above high: " + low + " " + high);
      }
    }
  }

  /// A date as printed. `value` is EDTF (ISO 8601-2); empty: cannot say.
  record DateMention(
      Span span, Optional<String> value, Precision precision, Anchor anchor, String rule)
      implements Finding {}

  /// A name. `name` is the canonical form; `misnamed` when the printed form is a misspelling of it.
  record Mention(Span span, String name, EntityType type, boolean misnamed, String rule)
      implements Finding {}

  /// Whether the words are all between marks, partly, or told in the outlet's own words.
  enum Form {
    DIRECT,
    MIXED,
    INDIRECT
  }

  /// How far an outlet stands behind what it prints.
  enum Stance {
    ASSERTS,
    ATTRIBUTES,
    HEDGES,
    DENIES,
    QUESTIONS,
    PREDICTS
  }

  enum Approximation {
    EXACT,
    ABOUT,
    UNDER,
    OVER,
    UPTO,
    ATLEAST
  }

  /// Whether the figure is a level (`NONE`), a movement up or down, the level reached, or the step.
  enum Change {
    NONE,
    UP,
    DOWN,
    TO,
    BY
  }

  enum Precision {
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    DAY,
    TIME,
    RANGE
  }

  /// What a date was resolved against: nothing, the article's own date, or a date named before.
  enum Anchor {
    NONE,
    PUBLISHED,
    PREVIOUS
  }

  enum EntityType {
    PERSON,
    ORGANISATION,
    PRODUCT,
    PLACE,
    WORK,
    LAW,
    EVENT
  }
}
