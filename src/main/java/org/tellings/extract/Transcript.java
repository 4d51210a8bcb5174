package org.tellings.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;

/// A talk written down as it went: paragraphs that begin with who speaks and a colon, and have no
/// marks. A text has to have three of them: names in capitals, “Q” and “A”, or names that come
/// back.
final class Transcript {

  private static final int ENOUGH = 3;
  private static final int LONGEST_LABEL = 6;
  private static final Set<String> ASKS = Set.of("q", "question");
  private static final Set<String> ANSWERS = Set.of("a", "answer");

  private final Reading reading;
  private final boolean isOne;
  private int labelled;

  /// Labels in ordinary letters that count, as they are printed.
  private final Set<String> names = new HashSet<>();

  /// Who answers under “A”, where the labels or the words before the first of them tell.
  private final @Nullable String answers;

  /// Printed names of people and of bodies.
  private final Set<String> people = new HashSet<>();

  private final Set<String> bodies = new HashSet<>();

  /// Full names by themselves and by their last word, in lower case.
  private final Map<String, String> full = new HashMap<>();

  private final boolean isLettered;

  Transcript(Reading reading) {
    this.reading = reading;
    for (var mention : reading.mentions) {
      var printed = mention.span().in(reading.text);
      if (mention.type() == EntityType.PERSON) {
        var name = mention.name();
        people.add(printed);
        full.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        full.putIfAbsent(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT), name);
      } else if (mention.type() == EntityType.ORGANISATION) {
        bodies.add(printed);
      }
    }
    isLettered =
        reading.outlines.stream().anyMatch(outline -> isOneOf(outline, ASKS))
            && reading.outlines.stream().anyMatch(outline -> isOneOf(outline, ANSWERS));
    Map<String, Integer> printed = new HashMap<>();
    var labels = 0;
    var first = -1;
    var asked = false;
    for (var outline : reading.outlines) {
      if (label(outline) > 0) {
        labels++;
        first = first < 0 ? outline.start(0) : first;
      } else if (nameEnd(outline) > 0) {
        printed.merge(outline.span(0, nameEnd(outline)).in(reading.text), 1, Integer::sum);
        asked |= outline.mark(outline.size - 1) == '?';
      }
    }
    var twice = printed.entrySet().stream().filter(e -> e.getValue() > 1).toList();
    var talk =
        asked && twice.size() > 1 && twice.stream().anyMatch(e -> people.contains(e.getKey()));
    if (isLettered || talk) {
      printed.forEach(
          (label, count) -> {
            if (count > 1 || people.contains(label) || bodies.contains(label)) {
              names.add(label);
              labelled += count;
            }
          });
    }
    isOne = labels + labelled >= ENOUGH;
    answers = isOne && isLettered ? answering(first) : null;
  }

  /// The one person whose name is a label, else the one person named before the first question.
  private @Nullable String answering(int first) {
    var answering =
        names.stream().filter(people::contains).map(this::person).collect(Collectors.toSet());
    if (answering.isEmpty()) {
      reading.mentions.stream()
          .filter(mention -> mention.type() == EntityType.PERSON)
          .filter(mention -> mention.span().start() < first)
          .forEach(mention -> answering.add(mention.name()));
    }
    return answering.size() == 1 ? answering.iterator().next() : null;
  }

  /// The turn this paragraph is, from behind its label to its end.
  @Nullable Quote turn(Outline outline) {
    if (!isOne) {
      return null;
    }
    var colon = label(outline);
    if (colon <= 0) {
      colon = nameEnd(outline);
      colon = colon > 0 && names.contains(outline.span(0, colon).in(reading.text)) ? colon : 0;
    }
    if (colon <= 0 || colon + 1 >= outline.size) {
      return null;
    }
    var start = outline.start(colon + 1);
    var end = Math.min(outline.end(outline.size - 1), start + Marks.LONGEST);
    return new Quote(
        new Span(start, end),
        Form.DIRECT,
        speaker(outline, outline.span(first(outline), colon)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "quote.transcript/2");
  }

  private Speaker speaker(Outline outline, Span label) {
    if (isOneOf(outline, ASKS)) {
      return new Speaker(
          Optional.empty(), Optional.of(label), Optional.of(SpeakerKind.UNNAMED), Optional.empty());
    }
    if (isOneOf(outline, ANSWERS)) {
      var kind = answers == null ? SpeakerKind.UNNAMED : SpeakerKind.PERSON;
      return new Speaker(
          Optional.ofNullable(answers), Optional.of(label), Optional.of(kind), Optional.empty());
    }
    var printed = label.in(reading.text);
    return new Speaker(
        Optional.of(person(printed)),
        Optional.of(label),
        Optional.of(bodies.contains(printed) ? SpeakerKind.ORGANISATION : SpeakerKind.PERSON),
        Optional.empty());
  }

  /// The place of the colon behind a label in capitals or the letter of a question or an answer; 0
  /// when there is none.
  private int label(Outline outline) {
    if (isOneOf(outline, ASKS) || isOneOf(outline, ANSWERS)) {
      return isLettered ? 1 : 0;
    }
    var from = first(outline);
    for (var p = from; p < Math.min(outline.size, from + LONGEST_LABEL); p++) {
      if (outline.mark(p) == ':') {
        return p > from && !outline.isAny(p - 1, Sort.PLAIN.bit | Sort.ACRONYM.bit) ? p : 0;
      }
      if (!isCapitals(outline, p)) {
        return 0;
      }
    }
    return 0;
  }

  /// Whether the paragraph begins with one of these words and a colon.
  private static boolean isOneOf(Outline outline, Set<String> labels) {
    return outline.mark(1) == ':'
        && outline.token(0) >= 0
        && outline.words.isCapital(outline.token(0))
        && labels.contains(outline.words.low(outline.token(0)));
  }

  /// The place of the colon behind a name in ordinary letters; 0 when there is none.
  private static int nameEnd(Outline outline) {
    for (var p = 0; p < Math.min(outline.size, LONGEST_LABEL); p++) {
      if (outline.mark(p) == ':') {
        return p;
      }
      var t = outline.token(p);
      if (t < 0 || !outline.words.isCapital(t) || outline.is(p, Sort.PLAIN)) {
        return 0;
      }
    }
    return 0;
  }

  /// Past a stage mark such as “(END VIDEO CLIP)”.
  private static int first(Outline outline) {
    if (outline.mark(0) != '(') {
      return 0;
    }
    for (var p = 1; p < Math.min(outline.size, 8); p++) {
      if (outline.mark(p) == ')') {
        return p + 1;
      }
    }
    return 0;
  }

  private static boolean isCapitals(Outline outline, int p) {
    var t = outline.token(p);
    if (t < 0 || !outline.words.isWord(t)) {
      return false;
    }
    var printed = outline.words.printed(t);
    return printed.length() > 1 && printed.chars().noneMatch(Character::isLowerCase);
  }

  /// LEHANE is Chris Lehane where the text names him so.
  private String person(String label) {
    return full.getOrDefault(label.toLowerCase(Locale.ROOT), label);
  }
}
