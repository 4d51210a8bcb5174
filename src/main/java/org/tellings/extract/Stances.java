package org.tellings.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Span;

/// How far the sentence around some words stands behind them, and the words that decide it.
///
/// Asked in this order: is it denied, questioned, foretold, hedged, told by somebody; else it is
/// asserted. Words before the claim count back to its verb of saying, a comma apart at most twelve
/// words away.
final class Stances {

  /// What was read.
  record Read(Stance stance, List<Span> cues) {}

  private static final int FAR = 12;
  private static final Set<String> HEARSAY =
      Set.of(
          "reports",
          "report",
          "claims",
          "claim",
          "suggestion",
          "suggestions",
          "allegation",
          "allegations",
          "accusation",
          "accusations",
          "rumours",
          "rumors",
          "idea",
          "notion",
          "charge",
          "charges",
          "assertion",
          "view");
  private static final Set<String> UNTRUE =
      Set.of("untrue", "false", "wrong", "baseless", "unfounded", "nonsense", "incorrect");
  private static final Set<String> OPEN =
      Set.of(
          "unclear",
          "clear",
          "unknown",
          "uncertain",
          "know",
          "knows",
          "knew",
          "say",
          "tell",
          "ask",
          "asks",
          "asked",
          "wonder",
          "wonders",
          "wondered",
          "sure",
          "doubt",
          "doubts",
          "doubted",
          "question",
          "questions",
          "questioned",
          "open");

  private static final Set<String> RECKON =
      Set.of("reckon", "reckons", "reckoned", "view", "eyes", "according", "words");

  private final Words words;
  private final int first;
  private final int last;
  private final int start;
  private final int end;
  private final List<Span> cues = new ArrayList<>();

  private Stances(Words words, int first, int last) {
    this.words = words;
    this.first = first;
    this.last = last;
    var from = first;
    while (from > 0 && !Sentences.ends(words, from - 1)) {
      from--;
    }
    start = from;
    var to = last;
    while (to < words.size() && !Sentences.ends(words, to - 1)) {
      to++;
    }
    end = to;
  }

  /// The stance towards the words from token `first` to `last`, the end excluded.
  static Read of(Words words, int first, int last) {
    var stances = new Stances(words, first, last);
    var stance = stances.read();
    return new Read(stance, List.copyOf(stances.cues));
  }

  private Stance read() {
    if (isDenied()) {
      return Stance.DENIES;
    }
    if (isQuestioned()) {
      return Stance.QUESTIONS;
    }
    if (isForetold()) {
      return Stance.PREDICTS;
    }
    if (isHedged()) {
      return Stance.HEDGES;
    }
    return isTold() ? Stance.ATTRIBUTES : Stance.ASSERTS;
  }

  /// The verb of saying that governs the words, or -1: the nearest before; a noun of hearsay
  /// (“reports that”) gives way to the verb before it.
  private int governor() {
    for (var t = first - 1; t >= Math.max(start, first - FAR); t--) {
      if (words.mark(t) == ';' || words.is(t, "but") || words.is(t, "while")) {
        return -1;
      }
      var hearsay =
          HEARSAY.contains(words.low(t))
              && (t + 1 == first || words.is(t + 1, "that") || words.is(t + 1, "of"));
      if (!hearsay && words.isAny(t, Sort.SPEECH.bit | Sort.THOUGHT.bit | Sort.DENY.bit)) {
        return t;
      }
    }
    return -1;
  }

  private boolean isDenied() {
    var governor = governor();
    if (words.is(governor, Sort.DENY)) {
      return cue(governor);
    }
    for (var t = start; t < first; t++) {
      var verdict = UNTRUE.contains(words.low(t)) && words.is(t + 1, "that");
      var truth = words.is(t, "no") && (words.is(t + 1, "truth") || words.is(t + 1, "evidence"));
      var not = words.is(t, "true") && words.is(t - 1, "not");
      if (verdict || truth || not) {
        return cue(t);
      }
    }
    for (var t = first; t < last; t++) {
      if (words.is(t - 1, Sort.BE) && UNTRUE.contains(words.low(t)) && !words.is(t - 1, "but")) {
        return cue(t);
      }
      if (words.is(t, "no")
          && (words.is(t + 1, "evidence") || words.is(t + 1, "proof") || words.is(t + 1, "sign"))) {
        return cue(t);
      }
    }
    // “…, the county denies.”
    for (var t = last; t < Math.min(end, last + FAR); t++) {
      if (UNTRUE.contains(words.low(t)) && words.is(t - 1, Sort.BE)) {
        return cue(t);
      }
    }
    return false;
  }

  private boolean isQuestioned() {
    var mark = end - 1;
    while (mark > last && "”\"’')".indexOf(words.mark(mark)) >= 0 && words.mark(mark) != 0) {
      mark--;
    }
    if (words.mark(mark) == '?' || words.mark(last - 1) == '?') {
      return cue(words.mark(mark) == '?' ? mark : last - 1);
    }
    var before = words.is(first - 1, "that") ? first - 2 : first - 1;
    if (words.is(first, "whether") || words.is(before, "whether")) {
      return cue(words.is(first, "whether") ? first : before);
    }
    if ((words.is(before, "if") || words.is(first, "if")) && before >= start) {
      for (var t = before; t >= Math.max(start, before - 3); t--) {
        if (OPEN.contains(words.low(t))) {
          return cue(t);
        }
      }
    }
    var governor = governor();
    if (governor >= 0
        && (words.low(governor).startsWith("doubt")
            || words.low(governor).startsWith("question"))) {
      return cue(governor);
    }
    for (var t = last; t < end - 1; t++) {
      if (words.is(t, "open") && words.is(t + 1, "question")
          || words.is(t, "remains") && words.is(t + 1, "unclear")) {
        return cue(t);
      }
    }
    return false;
  }

  private boolean isForetold() {
    if (inside(Sort.FUTURE)) {
      return true;
    }
    var governor = governor();
    if (words.is(governor, Sort.PREDICT) && !words.is(governor, Sort.HEDGE)) {
      return cue(governor);
    }
    for (var t = first + 1; t + 1 < last; t++) {
      if (Set.of("expected", "due", "set", "forecast", "scheduled").contains(words.low(t))
          && words.is(t - 1, Sort.BE)
          && words.is(t + 1, "to")) {
        return cue(t);
      }
    }
    return false;
  }

  private boolean isHedged() {
    if (inside(Sort.MAYBE)) {
      return true;
    }
    var governor = governor();
    if (words.is(governor, Sort.HEDGE)) {
      return cue(governor);
    }
    for (var t = Math.max(start, first - 4); t < first; t++) {
      if (words.is(t, Sort.MAYBE) && !words.is(t, "may")) {
        return cue(t);
      }
    }
    for (var t = first + 1; t + 1 < last; t++) {
      if (Hedges.isHearsay(words, t)) {
        return cue(t);
      }
    }
    return false;
  }

  private boolean isTold() {
    var governor = governor();
    if (governor >= 0 && !words.is(governor - 1, Sort.BE)) {
      return cue(governor);
    }
    for (var t = start; t < first; t++) {
      if (RECKON.contains(words.low(t))) {
        return cue(t);
      }
    }
    for (var t = last; t < Math.min(end, last + FAR); t++) {
      if (words.isAny(t, Sort.SPEECH.bit | Sort.THOUGHT.bit) && words.mark(last) == ','
          || words.is(t, "according") && words.is(t + 1, "to")) {
        return cue(t);
      }
    }
    return false;
  }

  private boolean inside(Sort sort) {
    var before = cues.size();
    for (var t = first; t < last; t++) {
      if (words.is(t, sort) && !Hedges.isNone(words, t, first)) {
        cue(t);
      }
    }
    return cues.size() > before;
  }

  private boolean cue(int t) {
    cues.add(new Span(words.start(t), words.end(t)));
    return true;
  }
}
