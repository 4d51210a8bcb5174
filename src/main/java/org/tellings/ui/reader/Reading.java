package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tellings.model.Finding;
import org.tellings.model.Kept;

/// A finding in the few words of a card. `printed`: the title is copied from the article.
record Reading(String title, boolean printed, List<String> lines) {

  /// Words that stand for a speaker without naming one.
  private static final Set<String> NAMELESS =
      Set.of("it", "he", "she", "they", "we", "i", "others", "some", "many", "one", "critics");

  static Reading of(Kept kept, String text) {
    var printed =
        kept.finding().span().end() <= text.length() ? kept.finding().span().in(text) : "";
    return switch (kept.finding()) {
      case Finding.Quote q -> quote(q, text);
      case Finding.Claim c ->
          new Reading(shortened(printed, 72), true, lines(c.source(), c.stance().map(Field::word)));
      case Finding.Figure f ->
          new Reading(
              printed,
              true,
              lines(
                  Optional.of(value(f)),
                  f.measures(),
                  Optional.of(Field.word(f.change())).filter(c -> !c.equals("none"))));
      case Finding.DateMention d ->
          new Reading(
              printed,
              true,
              lines(Optional.of(d.value().orElse(t("cannot say which day"))), anchor(d)));
      case Finding.Mention m ->
          new Reading(
              m.name().isEmpty() ? printed : m.name(),
              m.name().isEmpty(),
              lines(
                  Optional.of(Field.word(m.type())),
                  m.misnamed() ? Optional.of(t("printed “{0}”", printed)) : Optional.empty()));
    };
  }

  private static Reading quote(Finding.Quote q, String text) {
    List<String> lines = new ArrayList<>();
    q.speaker().role().ifPresent(role -> lines.add(t("as “{0}”", role)));
    var how =
        lines(
            q.cue().map(c -> t("cue {0}", c)),
            q.saidTo().map(s -> t("to {0}", s)),
            Optional.of(q.form()).flatMap(Reading::form));
    lines.addAll(how);
    return new Reading(
        q.speaker()
            .name()
            .map(name -> isNameless(name) ? t("Not named (“{0}”)", name) : name)
            .or(() -> described(q, text))
            .or(() -> q.speaker().role())
            .orElse(t("Cannot say who")),
        false,
        lines);
  }

  private static boolean isNameless(String name) {
    return NAMELESS.contains(name.toLowerCase(Locale.ROOT));
  }

  /// The form in words; the usual one needs none.
  private static Optional<String> form(Finding.Form form) {
    return switch (form) {
      case DIRECT -> Optional.empty();
      case MIXED -> Optional.of(t("mixed quote"));
      case INDIRECT -> Optional.of(t("indirect quote"));
    };
  }

  /// What an article calls a speaker it does not name: Not named (“a senior official”).
  private static Optional<String> described(Finding.Quote q, String text) {
    return q.speaker()
        .at()
        .filter(at -> at.end() <= text.length())
        .map(at -> t("Not named (“{0}”)", at.in(text)));
  }

  /// "about 589 billion USD".
  static String value(Finding.Figure f) {
    var approximation =
        switch (f.approximation()) {
          case EXACT -> "";
          case ABOUT -> t("about") + " ";
          case UNDER -> t("under") + " ";
          case OVER -> t("over") + " ";
          case UPTO -> t("up to") + " ";
          case ATLEAST -> t("at least") + " ";
        };
    var numbers =
        f.low().compareTo(f.high()) == 0
            ? number(f.low())
            : number(f.low()) + "–" + number(f.high());
    return (approximation + numbers + " " + f.unit()).strip();
  }

  private static String number(BigDecimal value) {
    for (var scale :
        List.of(
            new Scale(12, t("trillion")), new Scale(9, t("billion")), new Scale(6, t("million")))) {
      if (value.abs().compareTo(BigDecimal.TEN.pow(scale.zeros())) >= 0) {
        return format(value.scaleByPowerOfTen(-scale.zeros())) + " " + scale.word();
      }
    }
    return format(value);
  }

  private record Scale(int zeros, String word) {}

  private static String format(BigDecimal value) {
    var format = NumberFormat.getInstance(Locale.ENGLISH);
    format.setMaximumFractionDigits(6);
    return format.format(value);
  }

  private static Optional<String> anchor(Finding.DateMention d) {
    return switch (d.anchor()) {
      case NONE -> Optional.empty();
      case PUBLISHED -> Optional.of(t("counted from the day of publication"));
      case PREVIOUS -> Optional.of(t("counted from the date before"));
    };
  }

  private static List<String> lines(Optional<String> first, Optional<String> second) {
    return lines(first, second, Optional.empty());
  }

  private static List<String> lines(
      Optional<String> first, Optional<String> second, Optional<String> third) {
    var there = Stream.of(first, second, third).flatMap(Optional::stream).toList();
    return there.isEmpty() ? List.of() : List.of(String.join(" · ", there));
  }

  static String shortened(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most - 1).stripTrailing() + "…";
  }
}
