package org.tellings.workbench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tellings.extract.Extractors;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Heading;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.Speaker;

/// Corrections of single fields, as typed: `speaker=David Sacks`. The empty value is "cannot say".
final class Fields {

  /// How a value of each precision is written.
  private static final Map<Finding.Precision, String> WRITTEN =
      Map.of(
          Finding.Precision.RANGE, ".*/.*",
          Finding.Precision.TIME, "[^/]*T[^/]*",
          Finding.Precision.DAY, "\\d{4}-\\d{2}-\\d{2}",
          Finding.Precision.MONTH, "\\d{4}-(?:0[1-9]|1[0-2])",
          Finding.Precision.QUARTER, "\\d{4}-(?:Q[1-4]|3[3-6])",
          Finding.Precision.WEEK, "\\d{4}-W\\d{2}",
          Finding.Precision.YEAR, "\\d{4}");

  private Fields() {}

  static Finding with(Finding finding, Map<String, String> fields) {
    for (var field : inOrder(finding, fields)) {
      finding = with(finding, field.getKey(), field.getValue().strip());
    }
    return finding instanceof Finding.DateMention d && fields.containsKey("value")
        ? precise(d, fields.containsKey("precision"))
        : finding;
  }

  /// A date as precise as its value is written; `isSaid`: a person said how precise it is, and what
  /// cannot be is refused.
  private static Finding precise(Finding.DateMention d, boolean isSaid) {
    var value = d.value().orElse("").replaceFirst("[~?%]$", "");
    var written =
        WRITTEN.entrySet().stream()
            .filter(form -> value.matches(form.getValue()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(d.precision());
    if (isSaid && written != d.precision() && written != Finding.Precision.RANGE) {
      throw new IllegalArgumentException(
          "the value "
              + value
              + " is of precision "
              + written.name().toLowerCase(Locale.ROOT)
              + ", not "
              + d.precision().name().toLowerCase(Locale.ROOT));
    }
    return new Finding.DateMention(
        d.span(), d.value(), isSaid ? d.precision() : written, d.anchor(), d.rule());
  }

  /// Of both ends of a range that goes up, the upper comes first: at no time is low above high.
  private static List<Map.Entry<String, String>> inOrder(
      Finding finding, Map<String, String> fields) {
    List<Map.Entry<String, String>> all = new ArrayList<>(fields.entrySet());
    if (finding instanceof Finding.Figure f && fields.containsKey("low")) {
      var up = number("low", fields.getOrDefault("low", "")).compareTo(f.high()) > 0;
      all.sort(Comparator.comparingInt(field -> field.getKey().equals("low") ? (up ? 2 : 0) : 1));
    }
    return all;
  }

  /// Who says a quote or makes a claim; empty for others, and when that cannot be said.
  static Optional<String> whose(Finding finding) {
    return switch (finding) {
      case Finding.Quote q -> q.speaker().name();
      case Finding.Claim c -> c.source();
      case Finding.Figure _, Finding.DateMention _, Finding.Mention _ -> Optional.empty();
    };
  }

  /// What a person can correct of a finding beside what it says of its words.
  static String beside(Finding finding) {
    return switch (finding) {
      case Finding.DateMention d -> d.anchor().name();
      case Finding.Mention m -> String.valueOf(m.misnamed());
      case Finding.Quote _, Finding.Claim _, Finding.Figure _ -> "";
    };
  }

  /// A heading with corrected fields; the empty value is "none".
  static Heading with(Heading heading, Map<String, String> fields) {
    for (var field : fields.entrySet()) {
      var value = field.getValue().strip();
      heading =
          switch (field.getKey()) {
            case "title" -> heading.withTitle(value);
            case "byline" -> heading.withByline(value);
            case "outlet" -> heading.withOutlet(new Outlet(value));
            case "published" -> heading.withPublished(dated("published", value));
            case "updated" -> heading.withUpdated(dated("updated", value));
            case "captured" -> heading.withCaptured(dated("captured", value));
            default ->
                throw new IllegalArgumentException(
                    "an article has no field "
                        + field.getKey()
                        + "; it has title byline outlet published updated captured");
          };
    }
    return heading;
  }

  private static Optional<Dated> dated(String field, String value) {
    try {
      if (value.isEmpty()) {
        return Optional.empty();
      }
      var dated = new Dated(value, "person");
      Edtf.date(value); // also the time of day
      return Optional.of(dated);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not a date for "
              + field
              + ": "
              + value
              + "; write 2025-01-29, 2025-01 or 2025-01-29T11:42Z",
          e);
    }
  }

  /// The figure that the words tell by themselves; 0 without a unit where they tell none.
  private static Finding figure(Span span, String words) {
    var read = Extractors.figureIn(words);
    return new Finding.Figure(
        span,
        read.map(Finding.Figure::low).orElse(BigDecimal.ZERO),
        read.map(Finding.Figure::high).orElse(BigDecimal.ZERO),
        read.map(Finding.Figure::unit).orElse(""),
        read.map(Finding.Figure::approximation).orElse(Finding.Approximation.EXACT),
        read.map(Finding.Figure::change).orElse(Finding.Change.NONE),
        Optional.empty(),
        "person");
  }

  /// A finding made by hand of which only its place and its words are known.
  static Finding blank(Kind kind, Span span, String words) {
    return switch (kind) {
      case QUOTE ->
          new Finding.Quote(
              span,
              Form.DIRECT,
              Speaker.UNKNOWN,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "person");
      case CLAIM ->
          new Finding.Claim(span, Optional.empty(), Optional.empty(), List.of(), 0, "person");
      case FIGURE -> figure(span, words);
      case DATE ->
          new Finding.DateMention(
              span, Optional.empty(), Finding.Precision.DAY, Finding.Anchor.NONE, "person");
      case ENTITY -> new Finding.Mention(span, words, EntityType.PERSON, false, "person");
    };
  }

  /// The same finding on other characters.
  static Finding on(Finding finding, Span span) {
    return switch (finding) {
      case Finding.Quote q ->
          new Finding.Quote(
              span, q.form(), q.speaker(), q.cue(), q.saidTo(), q.joins(), q.within(), "person");
      case Finding.Claim c ->
          new Finding.Claim(span, c.source(), c.stance(), c.cues(), c.checkworthy(), "person");
      case Finding.Figure f ->
          new Finding.Figure(
              span,
              f.low(),
              f.high(),
              f.unit(),
              f.approximation(),
              f.change(),
              f.measures(),
              "person");
      case Finding.DateMention d ->
          new Finding.DateMention(span, d.value(), d.precision(), d.anchor(), "person");
      case Finding.Mention m ->
          new Finding.Mention(span, m.name(), m.type(), m.misnamed(), "person");
    };
  }

  private static Finding with(Finding finding, String field, String value) {
    var maybe = Optional.of(value).filter(v -> !v.isEmpty());
    return switch (finding) {
      case Finding.Quote q ->
          switch (field) {
            case "speaker" ->
                quote(
                    q,
                    new Speaker(maybe, q.speaker().at(), q.speaker().kind(), q.speaker().role()),
                    q.form(),
                    q.cue());
            case "role" ->
                quote(
                    q,
                    new Speaker(q.speaker().name(), q.speaker().at(), q.speaker().kind(), maybe),
                    q.form(),
                    q.cue());
            case "speakerKind" ->
                quote(
                    q,
                    new Speaker(
                        q.speaker().name(),
                        q.speaker().at(),
                        maybe.map(v -> one(Speaker.SpeakerKind.class, field, v)),
                        q.speaker().role()),
                    q.form(),
                    q.cue());
            case "cue" -> quote(q, q.speaker(), q.form(), maybe);
            case "saidTo" ->
                new Finding.Quote(
                    q.span(),
                    q.form(),
                    q.speaker(),
                    q.cue(),
                    maybe,
                    q.joins(),
                    q.within(),
                    "person");
            case "form" -> quote(q, q.speaker(), one(Form.class, field, value), q.cue());
            default -> throw unknown(finding, field, "speaker role speakerKind cue form saidTo");
          };
      case Finding.Claim c ->
          switch (field) {
            case "source" ->
                new Finding.Claim(c.span(), maybe, c.stance(), c.cues(), c.checkworthy(), "person");
            case "stance" ->
                new Finding.Claim(
                    c.span(),
                    c.source(),
                    maybe.map(v -> one(Stance.class, field, v)),
                    c.cues(),
                    c.checkworthy(),
                    "person");
            default -> throw unknown(finding, field, "source stance");
          };
      case Finding.Figure f ->
          switch (field) {
            case "low" ->
                new Finding.Figure(
                    f.span(),
                    number(field, value),
                    f.high(),
                    f.unit(),
                    f.approximation(),
                    f.change(),
                    f.measures(),
                    "person");
            case "high" ->
                new Finding.Figure(
                    f.span(),
                    f.low(),
                    number(field, value),
                    f.unit(),
                    f.approximation(),
                    f.change(),
                    f.measures(),
                    "person");
            case "value" ->
                new Finding.Figure(
                    f.span(),
                    number(field, value),
                    number(field, value),
                    f.unit(),
                    f.approximation(),
                    f.change(),
                    f.measures(),
                    "person");
            case "unit" ->
                new Finding.Figure(
                    f.span(),
                    f.low(),
                    f.high(),
                    value,
                    f.approximation(),
                    f.change(),
                    f.measures(),
                    "person");
            case "measures" ->
                new Finding.Figure(
                    f.span(),
                    f.low(),
                    f.high(),
                    f.unit(),
                    f.approximation(),
                    f.change(),
                    maybe,
                    "person");
            case "approximation" ->
                new Finding.Figure(
                    f.span(),
                    f.low(),
                    f.high(),
                    f.unit(),
                    one(Finding.Approximation.class, field, value),
                    f.change(),
                    f.measures(),
                    "person");
            case "change" ->
                new Finding.Figure(
                    f.span(),
                    f.low(),
                    f.high(),
                    f.unit(),
                    f.approximation(),
                    one(Finding.Change.class, field, value),
                    f.measures(),
                    "person");
            default ->
                throw unknown(finding, field, "value low high unit approximation change measures");
          };
      case Finding.DateMention d ->
          switch (field) {
            case "value" ->
                new Finding.DateMention(
                    d.span(), maybe.map(Edtf::date), d.precision(), d.anchor(), "person");
            case "precision" ->
                new Finding.DateMention(
                    d.span(),
                    d.value(),
                    one(Finding.Precision.class, field, value),
                    d.anchor(),
                    "person");
            case "anchor" ->
                new Finding.DateMention(
                    d.span(),
                    d.value(),
                    d.precision(),
                    one(Finding.Anchor.class, field, value),
                    "person");
            default -> throw unknown(finding, field, "value precision anchor");
          };
      case Finding.Mention m ->
          switch (field) {
            case "name" ->
                new Finding.Mention(
                    m.span(), filled(field, value), m.type(), m.misnamed(), "person");
            case "type" ->
                new Finding.Mention(
                    m.span(),
                    m.name(),
                    one(EntityType.class, field, value),
                    m.misnamed(),
                    "person");
            case "misnamed" ->
                new Finding.Mention(m.span(), m.name(), m.type(), isTrue(field, value), "person");
            default -> throw unknown(finding, field, "name type misnamed");
          };
    };
  }

  private static Finding quote(Finding.Quote q, Speaker speaker, Form form, Optional<String> cue) {
    return new Finding.Quote(
        q.span(), form, speaker, cue, q.saidTo(), q.joins(), q.within(), "person");
  }

  private static <T extends Enum<T>> T one(Class<T> of, String field, String value) {
    var all = EnumSet.allOf(of);
    return all.stream()
        .filter(one -> one.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "not a value for "
                        + field
                        + ": "
                        + value
                        + "; there are "
                        + all.stream()
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" "))));
  }

  private static boolean isTrue(String field, String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "not a value for " + field + ": " + value + "; there are true false");
    };
  }

  private static String filled(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the " + field + " is empty; reject the finding instead");
    }
    return value;
  }

  private static BigDecimal number(String field, String value) {
    try {
      var number = new BigDecimal(value);
      if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
        throw new IllegalArgumentException("more than 40 digits for " + field + ": " + value);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number for " + field + ": " + value, e);
    }
  }

  private static IllegalArgumentException unknown(Finding finding, String field, String known) {
    return new IllegalArgumentException(
        "a " + finding.kind().word() + " has no field " + field + "; it has " + known);
  }
}
