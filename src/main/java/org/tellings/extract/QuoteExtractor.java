package org.tellings.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Attribution.Told;
import org.tellings.extract.Clauses.Clause;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Marks.Marked;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.Span;
import org.tellings.model.Speaker;

/// Direct and mixed quotes, with speaker, cue and occasion from the words around the marks.
///
/// A quotation ends at its closing mark or at its paragraph's end, and after 3,000 characters in
/// any case. Titles, terms and short words between marks that nobody is said to have said are no
/// speech.
final class QuoteExtractor {

  private final Reading reading;
  private final Speakers speakers;
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();

  /// The quote before, when the paragraph before ended in the middle of it.
  private @Nullable Quote open;

  /// The last quote of the paragraph before, when that paragraph ended with it.
  private @Nullable Quote trailing;

  private final Weights weights;

  private QuoteExtractor(Reading reading, Speakers speakers, Weights weights) {
    this.weights = weights;
    this.reading = reading;
    this.speakers = speakers;
  }

  /// A content clause in the outlet's words: its span, who says it, the cue that says so.
  record Said(Outline outline, Span content, Speaker speaker, Span cue, Clause clause) {}

  /// All that somebody says in a text.
  record Spoken(List<Quote> quotes, List<Said> said) {}

  static Spoken extract(Reading reading, Speakers speakers, Weights weights) {
    var extractor = new QuoteExtractor(reading, speakers, weights);
    var transcript = new Transcript(reading);
    for (var i = 0; i < reading.outlines.size(); i++) {
      var turn = transcript.turn(reading.outlines.get(i));
      if (turn != null) {
        extractor.quotes.add(turn);
        continue;
      }
      extractor.paragraph(i);
      extractor.indirect(reading.outlines.get(i), i == 0);
    }
    extractor.inner();
    return new Spoken(extractor.quotes, extractor.said);
  }

  /// What is told in the outlet's own words; where words are marked, the marks have their own
  /// quote.
  private void indirect(Outline outline, boolean heading) {
    for (var clause : Learned.of(outline, weights, Clauses.of(outline), heading)) {
      var told = clause.told();
      var speaker = told == null ? Speaker.UNKNOWN : speakers.of(told);
      speakers.spoke(speaker);
      var content = outline.span(clause.from(), clause.to());
      var cue = told == null ? outline.span(clause.cue(), clause.cue() + 1) : told.cueSpan();
      said.add(new Said(outline, content, speaker, cue, clause));
      if (!clause.marked()) {
        var first = outline.span(clause.from(), clause.gap());
        quotes.add(indirect(first, clause, cue, speaker, Optional.empty()));
        if (clause.resume() < clause.to()) {
          var rest = outline.span(clause.resume(), clause.to());
          quotes.add(indirect(rest, clause, cue, speaker, Optional.of(first)));
        }
      }
    }
  }

  private Quote indirect(
      Span span, Clause clause, Span cue, Speaker speaker, Optional<Span> joins) {
    var told = clause.told();
    return new Quote(
        span,
        Form.INDIRECT,
        speaker,
        Optional.of(cue.in(reading.text)),
        told == null ? Optional.empty() : told.saidTo(),
        joins,
        Optional.empty(),
        clause.rule());
  }

  private void paragraph(int i) {
    var outline = reading.outlines.get(i);
    if (outline.quotes.isEmpty()) {
      open = null;
      trailing = null;
      return;
    }
    var attribution = new Attribution(outline);
    var first = quotes.size();
    @Nullable Quote previous = null;
    @Nullable Told told = null;
    var place = -1;
    var waiting = -1;
    for (var p = 0; p < outline.size; p++) {
      if (!outline.isQuote(p)) {
        continue;
      }
      var marked = outline.quote(p);
      var found =
          told != null
                  && previous != null
                  && place >= 0
                  && outline.sentence(place) == outline.sentence(p)
                  && !attribution.hasOwn(p, told)
              ? told.as("quote.same-sentence/2")
              : attribution.of(p);
      if (found == null && p == 0 && i > 0) {
        found = colon(reading.outlines.get(i - 1));
      }
      var made =
          found == null
              ? untold(outline, p, marked, previous, place)
              : told(outline, p, marked, found, previous, place);
      if (made != null) {
        if (made.speaker().at().isEmpty() && waiting < 0 && isWhole(outline, p)) {
          waiting = quotes.size();
        } else if (found != null && waiting >= 0) {
          fill(waiting, made);
          waiting = -1;
        }
        quotes.add(made);
        previous = made;
        place = p;
        told = found != null ? found : told;
      }
    }
    close(outline, first);
  }

  /// Remembers how the paragraph ended, for the next.
  private void close(Outline outline, int first) {
    open = null;
    trailing = null;
    if (quotes.size() > first) {
      var lastQuote = quotes.getLast();
      var last = outline.quotes.getLast();
      if (lastQuote.span().equals(last.span())) {
        open = last.closed() ? null : lastQuote;
      }
      trailing = lastQuote;
    }
  }

  /// Quotes without a speaker that stand before one with a speaker in the same paragraph.
  private void fill(int from, Quote by) {
    for (var k = from; k < quotes.size(); k++) {
      var quote = quotes.get(k);
      if (quote.speaker().at().isEmpty()) {
        quotes.set(k, with(quote, by));
      }
    }
  }

  private @Nullable Quote told(
      Outline outline, int p, Marked marked, Told told, @Nullable Quote previous, int place) {
    if (isTitle(outline, p, marked) || isScare(outline, p, marked, told)) {
      return null;
    }
    var speaker = speakers.of(told);
    var cue = told.cue() < 0 ? Optional.<String>empty() : Optional.of(told.cueText());
    speakers.spoke(speaker);
    var made =
        new Quote(
            marked.span(),
            form(outline, p),
            speaker,
            cue,
            told.saidTo(),
            joins(outline, p, previous, place)
                .filter(_ -> !isAnother(previous, speaker) && !isAnew(previous, place, told)),
            Optional.empty(),
            told.rule());
    made.joins().ifPresent(first -> fillParts(first, made));
    return made;
  }

  /// “…,” Ortiz said, adding: “…”: a cue of its own begins a quote of its own.
  private static boolean isAnew(@Nullable Quote previous, int place, Told told) {
    return place >= 0
        && previous != null
        && (previous.cue().isPresent() || previous.joins().isPresent())
        && told.cue() >= 0
        && !told.rule().startsWith("quote.same-sentence");
  }

  /// Both are named, and they are two: what one says does not go on with the other.
  private static boolean isAnother(@Nullable Quote previous, Speaker speaker) {
    return previous != null
        && previous.speaker().name().isPresent()
        && speaker.name().isPresent()
        && !previous.speaker().name().equals(speaker.name());
  }

  /// Earlier parts of the same quotation get the speaker that only a later part names.
  private void fillParts(Span first, Quote by) {
    for (var k = quotes.size() - 1; k >= 0; k--) {
      var quote = quotes.get(k);
      var isPart = quote.span().equals(first) || quote.joins().equals(Optional.of(first));
      if (!isPart || quote.speaker().at().isPresent()) {
        return;
      }
      quotes.set(k, with(quote, by));
    }
  }

  private static Quote with(Quote quote, Quote by) {
    return new Quote(
        quote.span(),
        quote.form(),
        by.speaker(),
        quote.cue(),
        by.saidTo(),
        quote.joins(),
        quote.within(),
        "quote.speaker-follows/1");
  }

  /// What this quote goes on: the part before its cue, or the paragraph before.
  private Optional<Span> joins(Outline outline, int p, @Nullable Quote previous, int place) {
    if (previous != null && place >= 0) {
      var between =
          outline.sentence(place) == outline.sentence(p)
              ? outline.mark(p - 1) == ','
                  || outline.mark(p - 1) == '—'
                  || outline.mark(p - 1) == '–'
              : isWhole(outline, p) && outline.sentenceEnd(place) == outline.sentence(p);
      return between ? Optional.of(previous.joins().orElse(previous.span())) : Optional.empty();
    }
    return open != null && p == 0
        ? Optional.of(open.joins().orElse(open.span()))
        : Optional.empty();
  }

  private @Nullable Quote untold(
      Outline outline, int p, Marked marked, @Nullable Quote previous, int place) {
    var count = reading.count(marked);
    if (isTitle(outline, p, marked)) {
      return null;
    }
    var whole = isWhole(outline, p);
    if (open != null && p == 0) {
      return like(
          outline, p, marked, open, joins(outline, p, previous, place), "quote.next-paragraph/1");
    }
    if (previous != null && whole && count > 1) {
      return like(
          outline,
          p,
          marked,
          previous,
          joins(outline, p, previous, place),
          "quote.same-paragraph/2");
    }
    if (p == 0 && whole && trailing != null && count > 3) {
      return like(outline, p, marked, trailing, Optional.empty(), "quote.paragraph-before/1");
    }
    if (count > 7) {
      return new Quote(
          marked.span(),
          form(outline, p),
          Speaker.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "quote.no-speaker/2");
    }
    return null;
  }

  private Quote like(
      Outline outline, int p, Marked marked, Quote other, Optional<Span> joins, String rule) {
    return new Quote(
        marked.span(),
        form(outline, p),
        other.speaker(),
        Optional.empty(),
        Optional.empty(),
        joins,
        Optional.empty(),
        rule);
  }

  /// The paragraph before ends “Finger says:”.
  private @Nullable Told colon(Outline before) {
    if (before.mark(before.size - 1) != ':') {
      return null;
    }
    var told = new Attribution(before).before(before.size - 1, 0);
    return told == null ? null : told.as("quote.colon-before/1");
  }

  /// Whether the quotation is a sentence or more by itself.
  private boolean isWhole(Outline outline, int p) {
    return outline.sentence(p) == p;
  }

  private Form form(Outline outline, int p) {
    if (isWhole(outline, p)) {
      return Form.DIRECT;
    }
    var before = outline.mark(p - 1);
    return before == ':' || before == ',' || before == '—' ? Form.DIRECT : Form.MIXED;
  }

  /// Titled “DeepSeek Unmasked”, on “The Story”: a name, not speech.
  private boolean isTitle(Outline outline, int p, Marked marked) {
    var before = outline.mark(p - 1) == ',' || outline.mark(p - 1) == ':' ? p - 2 : p - 1;
    var count = reading.count(marked);
    if (outline.is(p - 1, Sort.TITLED)
        && (!outline.is(p - 1, "called") || count < 7)
        && isTitleCase(marked)) {
      return true;
    }
    if (count > 12 || !isTitleCase(marked)) {
      return false;
    }
    if (outline.is(before, Sort.WORK) || outline.is(before, Sort.TITLED)) {
      return true;
    }
    return count < 6
        && outline.isAny(p - 1, Sort.PREPOSITION.bit | Sort.ARTICLE.bit | Sort.POSSESSIVE.bit)
        && !outline.is(p - 1, "to");
  }

  /// Whether all longer words begin with a capital, and more than one does or it is one word.
  private boolean isTitleCase(Marked marked) {
    var words = reading.words;
    var capitals = 0;
    var last = Math.min(words.size(), words.at(marked.from()) + 16);
    for (var t = words.at(marked.from()); t < last && words.start(t) < marked.to(); t++) {
      if (words.isCapital(t)) {
        capitals++;
      } else if (words.isWord(t)
          && !words.isPossessive(t)
          && !words.isAny(t, Sort.PREPOSITION.bit | Sort.ARTICLE.bit | Sort.CONJUNCTION.bit)) {
        return false;
      }
    }
    return capitals > 0 && ".!?".indexOf(words.text.charAt(marked.to() - 1)) < 0
        || capitals > 1 && words.text.charAt(marked.to() - 1) == '.';
  }

  /// The so-called “reform”: a word held with tongs.
  private boolean isScare(Outline outline, int p, Marked marked, Told told) {
    if (outline.is(p - 1, Sort.SCARE)) {
      return true;
    }
    return told.isWeak() && reading.count(marked) < 2;
  }

  /// Quotations inside quotations: the person who is quoted lets somebody else speak.
  private void inner() {
    var outer = quotes.stream().map(Quote::span).collect(Collectors.toSet());
    for (var marked : reading.inner) {
      var around = marked.around();
      if (around == null || !marked.closed() || reading.count(marked) < 4) {
        continue;
      }
      if (outer.contains(around.span()) && around.span().contains(marked.span())) {
        quotes.add(
            new Quote(
                marked.span(),
                Form.MIXED,
                Speaker.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(around.span()),
                "quote.within/1"));
      }
    }
  }
}
