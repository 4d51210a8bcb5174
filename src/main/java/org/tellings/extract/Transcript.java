package org.tellings.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;

/// A talk written down as it went: paragraphs that begin with the speaker's name in capitals and a
/// colon, and have no marks. A text has to have three of them.
final class Transcript {

  private static final int ENOUGH = 3;
  private static final int LONGEST_LABEL = 6;

  private final Reading reading;
  private final boolean isOne;

  Transcript(Reading reading) {
    this.reading = reading;
    var labels = 0;
    for (var outline : reading.outlines) {
      labels += label(outline) > 0 ? 1 : 0;
    }
    isOne = labels >= ENOUGH;
  }

  /// The turn this paragraph is, from behind its label to its end.
  @Nullable Quote turn(Outline outline) {
    var colon = isOne ? label(outline) : 0;
    if (colon <= 0 || colon + 1 >= outline.size) {
      return null;
    }
    var from = first(outline);
    var name = outline.span(from, colon);
    var start = outline.start(colon + 1);
    var end = Math.min(outline.end(outline.size - 1), start + Marks.LONGEST);
    var speaker =
        new Speaker(
            Optional.of(person(name.in(reading.text))),
            Optional.of(name),
            Optional.of(SpeakerKind.PERSON),
            Optional.empty());
    return new Quote(
        new Span(start, end),
        Form.DIRECT,
        speaker,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "quote.transcript/1");
  }

  /// The place of the colon behind a label in capitals; 0 when there is none.
  private int label(Outline outline) {
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
    for (var mention : reading.mentions) {
      if (mention.type() == EntityType.PERSON) {
        var name = mention.name();
        if (name.equalsIgnoreCase(label)
            || name.substring(name.lastIndexOf(' ') + 1).equalsIgnoreCase(label)) {
          return name;
        }
      }
    }
    return label;
  }
}
