package org.tellings.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.NumberSense.Unit;
import org.tellings.extract.Subjects.Phrase;
import org.tellings.model.Finding.Figure;

/// The words for what a figure measures: what follows it (“of the vote”, “in damages”), what it
/// stands before (“a 25% stake”), what it is told of (“sales of €30m”, “turnout was 71%”), or what
/// the figure before it in the sentence measures (“or 1.6%”, “up from 58%”).
final class Measured {

  private static final Set<String> ESTIMATES =
      Set.of(
          "estimate",
          "estimates",
          "estimated",
          "put",
          "puts",
          "putting",
          "value",
          "values",
          "valued",
          "valuing",
          "price",
          "prices",
          "priced",
          "pegged",
          "pegs");

  /// Movements as things: what moves is told elsewhere.
  private static final Set<String> MOVES =
      Set.of(
          "rise",
          "fall",
          "drop",
          "increase",
          "decrease",
          "jump",
          "surge",
          "decline",
          "climb",
          "slump",
          "plunge",
          "slide",
          "dip",
          "leap",
          "reduction",
          "hike",
          "rises",
          "falls",
          "increases",
          "growth");

  private static final Set<String> SPENT =
      Set.of("spent", "paid", "made", "given", "lost", "won", "held", "owed", "sought", "put");

  private static final Set<String> THEM = Set.of("them", "whom", "these", "those", "us");

  private static final long BEFORE_NOUN = Subjects.BEFORE_NOUN;

  private static final int FAR = 40;

  private final Words words;
  private final Things things;
  private final Subjects subjects;
  private final boolean[] named;

  Measured(Words words, Things things, Movements movements, boolean[] named) {
    this.words = words;
    this.things = things;
    this.subjects = new Subjects(words, movements, named);
    this.named = named;
  }

  /// What the figure measures that begins at token `start`; `figures` are those before it.
  Optional<String> of(int start, Unit unit, boolean isAttribute, List<Figure> figures) {
    if (unit.rule().startsWith("figure.age")) {
      return text(ofAge(start, unit.to()));
    }
    var from = unit.measuresFrom();
    if (from >= 0 && words.isWord(from) && THEM.contains(words.low(from))) {
      return counted(figures, start);
    }
    var isStanding = words.is(start - 1, "at") && unit.word().startsWith("percent");
    var own = own(unit);
    if (own != null && !isStanding) {
      return text(own);
    }
    var isLed = words.isAny(start - 1, BEFORE_NOUN) || words.isPossessive(start - 1);
    if (isLed || isAttribute) {
      var noun = behind(unit.to());
      if (noun != null) {
        return text(noun);
      }
    }
    // a count of millions without a noun is often money whose sign was left out
    var isOpen = unit.rule().startsWith("figure.count") && words.is(unit.to() - 1, Sort.SCALE);
    var told = isOpen ? null : toldOf(start, unit.to());
    if (told != null) {
      return text(told);
    }
    var last = last(figures, start);
    if (last != null && (isJoined(last, start) || isMove(start, unit.to()))) {
      return last.measures();
    }
    var isTime = UnitNames.isTime(unit.word()) && subjects.isDuring(start - 1);
    var subject = isOpen || isTime ? null : subjects.before(start);
    if (subject != null) {
      return text(subject);
    }
    if (own != null) {
      return text(own);
    }
    return isCompared(start) && last != null && last.unit().startsWith(unit.word())
        ? last.measures()
        : unit.word().equals("count") && !unit.rule().startsWith("figure.level")
            ? counted(figures, start)
            : Optional.empty();
  }

  private Optional<String> text(@Nullable Phrase phrase) {
    return phrase == null
        ? Optional.empty()
        : Optional.of(words.text.substring(words.start(phrase.from()), words.end(phrase.to() - 1)));
  }

  // -- behind the figure --

  /// What the unit itself says: “H800 chips”, “of the vote”, “in market value”.
  private @Nullable Phrase own(Unit unit) {
    var from = unit.measuresFrom();
    if (from < 0) {
      return null;
    }
    if (unit.measuresTo() < 0) {
      return words.is(from - 1, "in") && !isProperty(from) ? null : noun(from);
    }
    from += words.is(from, "of") ? 1 : 0;
    return unit.measuresTo() > from ? new Phrase(from, unit.measuresTo()) : null;
  }

  /// “In damages”, “in market value”: not in May, in New York, in the company.
  private boolean isProperty(int from) {
    return words.isWord(from)
        && !words.isCapital(from)
        && !words.isAny(from, BEFORE_NOUN | Sort.UNIT.bit | Things.STOPS)
        && !subjects.isEmpty(from);
  }

  /// The noun that begins at `from`, its article left out: “Qilin-3’s answers”.
  private @Nullable Phrase noun(int from) {
    var first = from;
    while (words.isAny(first, Sort.ARTICLE.bit | Sort.POSSESSIVE.bit) || words.is(first, "own")) {
      first++;
    }
    first += words.isNumber(first) ? 1 : 0;
    var to = things.end(first);
    if (to > first && words.isPossessive(to)) {
      var end = things.end(to + 1);
      to = end > to + 1 ? end : to;
    }
    return to > first ? new Phrase(first, to) : null;
  }

  /// “A 25% stake”, “a 17% drop in sales”.
  private @Nullable Phrase behind(int to) {
    if (!words.isWord(to)
        || words.isAny(to, Things.STOPS | Sort.UNIT.bit)
        || words.is(to, "last")) {
      return null;
    }
    var low = words.low(to);
    if (low.endsWith("ed") || SPENT.contains(low) || words.is(to, "next") || words.is(to, "ago")) {
      return null;
    }
    var end = things.end(to);
    if (end == to) {
      return null;
    }
    if (MOVES.contains(words.low(end - 1))) {
      return words.is(end, "in") || words.is(end, "of")
          ? noun(end + 1)
          : end - 1 > to ? new Phrase(to, end - 1) : null;
    }
    return subjects.isEmpty(to) ? null : new Phrase(to, end);
  }

  /// Whether the figure is how far something moved: “a 17% drop”, “a rise of 38%”.
  private boolean isMove(int start, int to) {
    return words.isWord(to) && MOVES.contains(words.low(to)) && words.isAny(start - 1, BEFORE_NOUN)
        || words.is(start - 1, "of") && start > 1 && MOVES.contains(words.low(start - 2));
  }

  // -- before the figure --

  /// “Sales of €30m”, “a rise of 5% in sales”, “put the damage at £350m”.
  private @Nullable Phrase toldOf(int start, int end) {
    var at = words.is(start - 1, "between") ? start - 2 : start - 1;
    if (words.is(at, "of") && words.isWord(at - 1)) {
      var head = words.low(at - 1);
      if (MOVES.contains(head)) {
        var moved = words.is(end, "in") ? noun(end + 1) : null;
        return moved != null ? moved : isOfMoves(at - 1) ? subjects.phrase(at - 1) : null;
      }
      return subjects.isEmpty(at - 1) || words.isAny(at - 1, Sort.SCALE.bit) ? null : before(at);
    }
    if (words.is(at, "at") && words.isWord(at - 1) && !subjects.isState(at - 1)) {
      var phrase = subjects.head(at);
      for (var k = at - 2; phrase != null && k >= Math.max(0, at - 8); k--) {
        if (ESTIMATES.contains(words.low(k))) {
          return k < phrase.from() ? phrase : null;
        }
      }
    }
    return null;
  }

  /// The noun before “of”: behind an article up to four words, else one.
  private @Nullable Phrase before(int of) {
    var phrase = subjects.phrase(of);
    if (phrase == null) {
      return null;
    }
    var first = phrase.from() - 1;
    return words.isAny(first, BEFORE_NOUN) || words.isPossessive(first)
        ? phrase
        : new Phrase(of - 1, of);
  }

  /// “Price rise of”: a word before it that is no article.
  private boolean isOfMoves(int move) {
    return words.isWord(move - 1) && !words.isAny(move - 1, BEFORE_NOUN | Things.STOPS);
  }

  private @Nullable Phrase ofAge(int start, int end) {
    if (words.mark(start - 1) == ',' && start > 1 && named[start - 2]) {
      var from = start - 2;
      while (from > 0 && named[from - 1] && words.mark(from - 1) == 0) {
        from--;
      }
      return new Phrase(from, start - 1);
    }
    if (words.is(start - 1, "aged")) {
      return subjects.phrase(words.mark(start - 2) == ',' ? start - 2 : start - 1);
    }
    var isWord = words.low(end - 1).endsWith("-old") || words.is(end - 1, "old");
    var noun = isWord ? behind(end) : null;
    return noun != null ? noun : subjects.before(start);
  }

  // -- what another figure measures --

  /// The figure before, where no sentence ends between them.
  private @Nullable Figure last(List<Figure> figures, int start) {
    if (figures.isEmpty()) {
      return null;
    }
    var last = figures.getLast();
    var from = behind(last);
    return start - from <= FAR && isOneSentence(from, start) ? last : null;
  }

  private int behind(Figure figure) {
    return words.at(figure.span().end());
  }

  private boolean isOneSentence(int from, int to) {
    for (var k = Math.max(0, from - 1); k < to; k++) {
      if (Sentences.ends(words, k)) {
        return false;
      }
    }
    return true;
  }

  /// “$2.14, or 1.6%”, “43C (109F)”, “from £24m to £19m”.
  private boolean isJoined(Figure last, int start) {
    var from = behind(last);
    from += words.mark(from) == ',' ? 1 : 0;
    return start == from + 1
            && (words.is(from, "or") || words.is(from, "to") || words.mark(from) == '(')
        || words.is(start - 1, "to") && words.mark(start - 2) == ',';
  }

  /// “Up from 58%”, “compared with 290”.
  private boolean isCompared(int start) {
    return words.is(start - 1, "from") && (words.is(start - 2, "up") || words.is(start - 2, "down"))
        || (words.is(start - 1, "with") || words.is(start - 1, "to"))
            && words.is(start - 2, "compared")
        || words.is(start - 1, "against");
  }

  /// What the count before counts in the sentence.
  private Optional<String> counted(List<Figure> figures, int start) {
    for (var k = figures.size() - 1; k >= Math.max(0, figures.size() - 4); k--) {
      var figure = figures.get(k);
      var from = behind(figure);
      if (start - from > FAR || !isOneSentence(from, start)) {
        return Optional.empty();
      }
      if (figure.unit().equals("count") && figure.measures().isPresent()) {
        return figure.measures();
      }
    }
    return Optional.empty();
  }
}
