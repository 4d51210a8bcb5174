package org.tellings.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.QuoteExtractor.Said;
import org.tellings.extract.QuoteExtractor.Spoken;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Span;
import org.tellings.model.Speaker;

/// What an article claims itself and what it lets others claim, how far it stands behind it, and
/// how much there is to check.
///
/// A claim is the content clause of what somebody says, a sentence between marks, or a sentence of
/// the article's own that tells something one could look up.
final class ClaimExtractor {

  /// A sentence of the article's own that tells less is no claim.
  private static final double LEAST = 0.35;

  private final Reading reading;
  private final Words words;
  private final List<Claim> claims = new ArrayList<>();

  /// Where claims stand that somebody tells, by where they begin.
  private final NavigableMap<Integer, Span> told = new TreeMap<>();

  /// At each token: 1 a figure begins, 2 a date, 4 a name.
  private final byte[] begins;

  private final Worth checking;

  private ClaimExtractor(Reading reading, List<? extends Finding> others) {
    this.reading = reading;
    words = reading.words;
    begins = begins(reading, others);
    checking = new Worth(words, begins, Weights.ofWorth());
  }

  /// The figures, dates and names of a text, at each token.
  static byte[] begins(Reading reading) {
    List<Finding> others = new ArrayList<>(reading.mentions);
    others.addAll(FigureExtractor.extract(reading));
    others.addAll(DateExtractor.extract(reading.words, Optional.empty()));
    return begins(reading, others);
  }

  private static byte[] begins(Reading reading, List<? extends Finding> others) {
    var words = reading.words;
    var begins = new byte[words.size() + 1];
    for (var other : others) {
      var bit =
          switch (other) {
            case Finding.Figure figure -> isSmall(figure, reading.text) ? 0 : 1;
            case Finding.DateMention _ -> 2;
            case Finding.Mention _ -> 4;
            case Finding.Quote _, Claim _ -> 0;
          };
      begins[words.at(other.span().start())] |= (byte) bit;
    }
    return begins;
  }

  /// “Two sides”, “12 guests”: a count that makes nothing worth looking up.
  private static boolean isSmall(Finding.Figure figure, String text) {
    var most = Words.isDigit(text.charAt(figure.span().start())) ? 12 : 20;
    return figure.unit().equals("count")
        && figure.approximation() == Finding.Approximation.EXACT
        && figure.high().compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  /// `others` are the figures, dates and names of the text.
  static List<Claim> extract(Reading reading, Spoken spoken, List<? extends Finding> others) {
    var extractor = new ClaimExtractor(reading, others);
    spoken.said().forEach(extractor::told);
    extractor.claims.forEach(told -> extractor.told.put(told.span().start(), told.span()));
    for (var quote : spoken.quotes()) {
      if (quote.form() == Form.DIRECT
          && quote.within().isEmpty()
          && !extractor.isTold(quote.span())) {
        extractor.quoted(quote.span(), quote.speaker());
      }
    }
    extractor.own(spoken);
    return extractor.claims;
  }

  /// Whether a claim that was told holds all of it. Those do not overlap.
  private boolean isTold(Span span) {
    var before = told.floorEntry(span.start());
    return before != null && before.getValue().contains(span);
  }

  /// The claim a person marks: source, stance and cues as the sentence around it gives them.
  static Claim at(Reading reading, Spoken spoken, List<? extends Finding> others, Span span) {
    var extractor = new ClaimExtractor(reading, others);
    var words = reading.words;
    var first = words.at(span.start());
    var last = Math.max(first + 1, words.at(span.end() - 1) + 1);
    var read = Stances.of(words, first, last);
    Optional<String> source =
        spoken.said().stream()
            .filter(said -> said.content().overlaps(span))
            .flatMap(said -> extractor.source(said.speaker()).stream())
            .findFirst()
            .or(
                () ->
                    spoken.quotes().stream()
                        .filter(quote -> quote.span().overlaps(span))
                        .flatMap(quote -> extractor.source(quote.speaker()).stream())
                        .findFirst());
    return new Claim(
        span,
        source,
        Optional.of(read.stance()),
        read.cues(),
        extractor.checking.of(first, last),
        "claim.marked/1");
  }

  /// The article lets somebody say it in its own words.
  private void told(Said said) {
    if (!isTold(said)) {
      return;
    }
    var source = source(said.speaker());
    var outline = said.outline();
    var told = said.clause().told();
    var cue = told == null ? said.clause().cue() : told.cue();
    var first = words.at(said.content().start());
    var last = words.at(said.content().end() - 1) + 1;
    List<Span> cues = new ArrayList<>();
    cues.add(said.cue());
    Optional<Stance> stance;
    if (words.is(first, "what") || words.is(first, "how") || words.is(first, "why")) {
      stance = Optional.empty();
    } else if (outline.is(cue, Sort.DENY)) {
      stance = Optional.of(Stance.DENIES);
    } else if (words.is(first, "whether")
        || words.is(first, "if") && outline.is(cue, Sort.QUESTION)
        || outline.is(cue, "doubts")
        || outline.is(cue, "doubted")) {
      stance = Optional.of(Stance.QUESTIONS);
    } else if (gather(first, last, Sort.MAYBE, cues) || outline.is(cue, Sort.HEDGE)) {
      stance = Optional.of(Stance.HEDGES);
    } else if (gather(first, last, Sort.FUTURE, cues) || outline.is(cue, Sort.PREDICT)) {
      stance = Optional.of(Stance.PREDICTS);
    } else {
      stance = Optional.of(Stance.ATTRIBUTES);
    }
    add(said.content(), source, stance, cues, checking.of(first, last), "claim.told/2");
  }

  /// Whether it is somebody's: who says it is there, or words of theirs behind or before a cue.
  private static boolean isSaid(Said said) {
    var clause = said.clause();
    var isAround = clause.from() <= clause.cue() && clause.cue() < clause.to();
    return clause.claims() && (clause.told() != null || clause.marked() && !isAround);
  }

  /// Whether somebody claims it: there is one who says it, it is a clause, or it has words between
  /// marks and a verb.
  private boolean isTold(Said said) {
    var clause = said.clause();
    if (!isSaid(said)) {
      return false;
    }
    return source(said.speaker()).isPresent()
        || clause.told() != null && !clause.marked()
        || new Predicates(said.outline()).isClause(clause.from(), clause.to())
        || clause.marked()
            && hasVerb(words.at(said.content().start()), words.at(said.content().end() - 1) + 1);
  }

  /// Each sentence of a direct quotation that says something.
  private void quoted(Span quote, Speaker speaker) {
    var source = source(speaker);
    if (source.isEmpty()) {
      return;
    }
    var from = words.at(quote.start());
    var end = words.at(quote.end() - 1) + 1;
    for (var t = from; t < end; t++) {
      if (t + 1 == end || Sentences.ends(words, t)) {
        var last = t + 1;
        while (last < end
            && words.isGlued(last)
            && words.mark(last) != 0
            && "”\"’')".indexOf(words.mark(last)) >= 0) {
          last++;
        }
        if (last - from >= 5 && hasVerb(from, last)) {
          List<Span> cues = new ArrayList<>();
          var stance =
              words.mark(t) == '?'
                  ? Stance.QUESTIONS
                  : gather(from, last, Sort.MAYBE, cues)
                      ? Stance.HEDGES
                      : gather(from, last, Sort.FUTURE, cues) ? Stance.PREDICTS : Stance.ATTRIBUTES;
          add(
              new Span(words.start(from), Math.min(quote.end(), words.end(last - 1))),
              source,
              Optional.of(stance),
              cues,
              checking.of(from, last),
              "claim.quoted/1");
        }
        from = last;
        t = last - 1;
      }
    }
  }

  /// The article's own sentences, where nobody else is speaking.
  private void own(Spoken spoken) {
    var taken = new ArrayList<Span>();
    spoken.said().stream()
        .filter(said -> isSaid(said) && (said.clause().told() != null || isTold(said)))
        .forEach(said -> taken.add(said.content()));
    // is expected to, supports the plan: nobody claims it but the article
    spoken.quotes().stream()
        .filter(quote -> quote.form() != Form.INDIRECT)
        .forEach(quote -> taken.add(quote.span()));
    taken.sort(Comparator.naturalOrder());
    var next = 0;
    for (var outline : reading.outlines) {
      for (var p = 0; p < outline.size; p = outline.sentenceEnd(p)) {
        var sentence = outline.span(p, outline.sentenceEnd(p));
        while (next < taken.size() && taken.get(next).end() <= sentence.start()) {
          next++;
        }
        if (next >= taken.size() || !taken.get(next).overlaps(sentence)) {
          own(sentence);
        }
      }
    }
  }

  private void own(Span sentence) {
    var first = words.at(sentence.start());
    var last = words.at(sentence.end() - 1) + 1;
    if (last - first < 5 || !endsLikeOne(last) || !hasVerb(first, last)) {
      return;
    }
    if (content(first, last) < LEAST) {
      return;
    }
    List<Span> cues = new ArrayList<>();
    Stance stance;
    if (words.mark(last - 1) == '?') {
      cues.add(span(last - 1, last));
      stance = Stance.QUESTIONS;
    } else if (isDenial(first, last, cues)) {
      stance = Stance.DENIES;
    } else if (isExpected(first, last, cues)) {
      stance = Stance.PREDICTS;
    } else if (gather(first, last, Sort.MAYBE, cues) || isHearsay(first, last, cues)) {
      stance = Stance.HEDGES;
    } else if (gather(first, last, Sort.FUTURE, cues)) {
      stance = Stance.PREDICTS;
    } else {
      stance = Stance.ASSERTS;
    }
    add(
        sentence,
        Optional.empty(),
        Optional.of(stance),
        cues,
        checking.of(first, last),
        "claim.own/1");
  }

  /// A sentence ends with a stop; a heading or a caption does not.
  private boolean endsLikeOne(int last) {
    var mark = words.mark(last - 1);
    return mark == '.'
        || mark == '?'
        || mark == '!'
        || mark == '…'
        || mark == ')'
        || mark == '”'
        || mark == '"'
        || words.endsWithStop(last - 1);
  }

  /// There is no evidence that; is baseless.
  private boolean isDenial(int first, int last, List<Span> cues) {
    for (var t = first; t < last; t++) {
      if (words.is(t, "no")
          && (words.is(t + 1, "evidence") || words.is(t + 1, "proof") || words.is(t + 1, "sign"))) {
        cues.add(span(t, t + 2));
        return true;
      }
      if (words.is(t - 1, Sort.BE)
          && (words.is(t, "false")
              || words.is(t, "untrue")
              || words.is(t, "baseless")
              || words.is(t, "unfounded"))) {
        cues.add(span(t, t + 1));
        return true;
      }
    }
    return false;
  }

  /// Is expected to, is due to.
  private boolean isExpected(int first, int last, List<Span> cues) {
    for (var t = first + 1; t + 1 < last; t++) {
      if ((words.is(t, "expected")
              || words.is(t, "due")
              || words.is(t, "set")
              || words.is(t, "forecast")
              || words.is(t, "scheduled"))
          && words.is(t - 1, Sort.BE)
          && words.is(t + 1, "to")) {
        cues.add(span(t, t + 1));
        return true;
      }
    }
    return false;
  }

  /// Is said to, was accused of, is believed to.
  private boolean isHearsay(int first, int last, List<Span> cues) {
    for (var t = first + 1; t + 1 < last; t++) {
      if (Hedges.isHearsay(words, t)) {
        cues.add(span(t, t + 1));
        return true;
      }
    }
    return false;
  }

  private boolean gather(int first, int last, Sort sort, List<Span> cues) {
    var before = cues.size();
    for (var t = first; t < last; t++) {
      if (words.is(t, sort) && !Hedges.isNone(words, t, first)) {
        cues.add(span(t, t + 1));
      }
    }
    return cues.size() > before;
  }

  private boolean hasVerb(int first, int last) {
    for (var t = first; t < last; t++) {
      if (words.isAny(
              t,
              Sort.AUXILIARY.bit
                  | Sort.MODAL.bit
                  | Sort.BE.bit
                  | Sort.SPEECH.bit
                  | Sort.THOUGHT.bit
                  | Sort.DEED.bit
                  | Sort.DOWN.bit
                  | Sort.UP.bit
                  | Sort.FUTURE.bit)
          || words.isWord(t) && !words.isCapital(t) && words.low(t).endsWith("ed")) {
        return true;
      }
    }
    return false;
  }

  /// How much a sentence tells that one could look up, from 0 to 1: figures, dates, names, deeds
  /// and superlatives count for it; opinion, questions and what is to come against it.
  private double content(int first, int last) {
    var worth = 0.15;
    var figures = 0;
    var names = 0;
    var opinions = 0;
    var deeds = 0;
    var most = 0;
    var later = 0;
    for (var t = first; t < last; t++) {
      figures += begins[t] & 1;
      names += begins[t] >> 2 & 1;
      worth += (begins[t] & 2) != 0 ? 0.05 : 0;
      opinions += words.is(t, Sort.OPINION) ? 1 : 0;
      deeds += words.isAny(t, Sort.DEED.bit | Sort.DOWN.bit | Sort.UP.bit) ? 1 : 0;
      later += words.isAny(t, Sort.FUTURE.bit) ? 1 : 0;
      most += isMost(t) ? 1 : 0;
    }
    worth +=
        0.25 * Math.min(2, figures)
            + 0.12 * Math.min(3, names)
            + 0.15 * Math.min(2, deeds)
            + 0.1 * Math.min(2, most)
            - 0.15 * Math.min(3, opinions)
            - 0.1 * Math.min(1, later);
    worth -= words.mark(last - 1) == '?' ? 0.2 : 0;
    worth -= last - first < 6 ? 0.1 : 0;
    return Math.round(100 * Math.max(0, Math.min(1, worth))) / 100.0;
  }

  private boolean isMost(int t) {
    var low = words.low(t);
    return low.endsWith("est") && low.length() > 5
        || low.equals("most")
        || low.equals("record")
        || low.equals("first")
        || low.equals("only")
        || low.equals("never")
        || low.equals("more");
  }

  /// Who claims it; an unnamed source by the words the article has for it. Empty: cannot say.
  private Optional<String> source(Speaker speaker) {
    return speaker
        .name()
        .or(
            () ->
                speaker
                    .at()
                    .filter(at -> mayBeNamed(words.at(at.start())))
                    .map(at -> at.in(words.text)));
  }

  /// Not “they”, “her”, nor the “Q” and “A” of an interview.
  private boolean mayBeNamed(int t) {
    return !words.isAny(t, Sort.PRONOUN.bit | Sort.POSSESSIVE.bit)
        && !(words.end(t) - words.start(t) == 1 && words.mark(t + 1) == ':');
  }

  private Span span(int from, int to) {
    return new Span(words.start(from), words.end(to - 1));
  }

  private void add(
      Span span,
      Optional<String> source,
      Optional<Stance> stance,
      List<Span> cues,
      double worth,
      String rule) {
    claims.add(new Claim(span, source, stance, cues, worth, rule));
  }
}
