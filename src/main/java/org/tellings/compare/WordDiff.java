package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tellings.compare.Difference.Type;
import org.tellings.compare.Word.Marked;
import org.tellings.model.Span;

/// How a quotation differs from the fullest, word by word.
///
/// `kept` is how many of the fullest's words stand here. Pure.
record WordDiff(int kept, List<Run> runs, List<Difference> changes) {

  static WordDiff of(Quotation full, Quotation here) {
    return new Maker(full, here).make();
  }

  /// A run by the places of its words.
  private record Step(Run.Kind kind, int f, int fEnd, int h, int hEnd) {}

  /// Walks over both wordings from match to match.
  private static final class Maker {

    private static final Set<String> AND = Set.of("and", "but", "so");
    private static final Set<String> SHORTENED =
        Set.of("mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "st", "inc", "corp");

    private final Quotation full;
    private final Quotation here;
    private final List<Word> there;
    private final List<Word> words;
    private final int[] to;
    private final List<Step> steps = new ArrayList<>();
    private final List<Difference> changes = new ArrayList<>();
    private int kept;

    Maker(Quotation full, Quotation here) {
      this.full = full;
      this.here = here;
      this.there = full.words();
      this.words = here.words();
      this.to = WordAlignment.of(there, words);
    }

    WordDiff make() {
      var f = 0;
      var h = 0;
      while (h < words.size()) {
        if (to[h] == f) {
          match(f++, h++);
          continue;
        }
        var next = h;
        while (next < words.size() && to[next] < 0) {
          next++;
        }
        if (next == words.size()) {
          tail(f, h);
          return done();
        }
        if (f == 0 && h == 0) {
          head(to[next], next);
        } else {
          inside(f, to[next], h, next);
        }
        f = to[next];
        h = next;
      }
      tail(f, h);
      return done();
    }

    private WordDiff done() {
      moved();
      return new WordDiff(kept, runs(), List.copyOf(changes));
    }

    /// Words that are missing at an end and put in elsewhere have moved: they are dropped, not cut.
    private void moved() {
      for (var i = 0; i < changes.size(); i++) {
        var cut = changes.get(i);
        if (cut.type() == Type.TRUNCATED
            && changes.stream()
                .anyMatch(
                    put ->
                        put.type() == Type.INSERTED && WordForms.areSame(put.to(), cut.from()))) {
          changes.set(
              i, new Difference(Type.DROPPED, cut.from(), cut.to(), cut.fromAt(), cut.toAt()));
        }
      }
    }

    private void match(int f, int h) {
      kept++;
      var one = there.get(f);
      var other = words.get(h);
      if (one.bracketed() != other.bracketed() && isOutlets(one, other)) {
        change(Run.Kind.BRACKETED, Type.BRACKETED, f, f + 1, h, h + 1);
        return;
      }
      if (!one.key().equals(other.key()) && !isMisspelt(one, other)) {
        change(Run.Kind.CHANGED, Type.SUBSTITUTED, f, f + 1, h, h + 1);
        return;
      }
      run(Run.Kind.SAME, f, f + 1, h, h + 1);
      var goesOn = f + 1 < there.size() && h + 1 < words.size() && to[h + 1] == f + 1;
      if (goesOn && isMerged(f, h)) {
        difference(Type.MERGED, f, f + 2, h, h + 2);
      } else if (!one.printed().equals(other.printed())
          && !isCapitalOfCut(f, h)
          && !isCapitalOfMerged(f, h)) {
        difference(Type.TYPOGRAPHY, f, f + 1, h, h + 1);
      } else if (goesOn && !full.isEnd(f) && !here.isEnd(h) && !sameSigns(one, other)) {
        difference(Type.TYPOGRAPHY, f, f + 2, h, h + 2);
      }
    }

    /// Round brackets are the outlet's only where the fullest has none: they may be spoken.
    private static boolean isOutlets(Word full, Word here) {
      return here.bracketed() || full.mark() == Marked.SQUARE;
    }

    /// A slip of the pen; but another name, if it is one, is another word.
    private static boolean isMisspelt(Word one, Word other) {
      return Spelling.isSlip(one, other) && !(one.capital() && other.capital());
    }

    private static boolean sameSigns(Word one, Word other) {
      return one.after().strip().equals(other.after().strip())
          && one.after().isBlank() == other.after().isBlank()
          && one.after().isEmpty() == other.after().isEmpty();
    }

    /// The first word here has another case because the words before it are cut.
    private boolean isCapitalOfCut(int f, int h) {
      return (h == 0 ? f > 0 : isGap(f, h))
          && there.get(f).printed().equalsIgnoreCase(words.get(h).printed());
    }

    private boolean isGap(int f, int h) {
      return to[h - 1] != f - 1;
    }

    private boolean isCapitalOfMerged(int f, int h) {
      return f > 0
          && h > 0
          && (there.get(f - 1).stopAfter() || words.get(h - 1).stopAfter())
          && there.get(f).printed().equalsIgnoreCase(words.get(h).printed());
    }

    private boolean isMerged(int f, int h) {
      return isSentenceEnd(full, f)
          && !full.isEnd(f)
          && !here.isEnd(h)
          && !words.get(h).stopAfter()
          && !words.get(h).cutAfter();
    }

    private static boolean isSentenceEnd(Quotation quotation, int i) {
      var words = quotation.words();
      return words.get(i).stopAfter()
          && i + 1 < words.size()
          && words.get(i + 1).capital()
          && !SHORTENED.contains(words.get(i).key())
          && words.get(i).printed().length() > 1;
    }

    /// What stands before the first match.
    private void head(int f, int h) {
      if (h == 0) {
        change(Run.Kind.CUT, Type.TRUNCATED, 0, f, 0, 0);
      } else if (f == 0) {
        added(0, 0, h, isSentenceEnd(here, h - 1));
      } else if (!begun(f, h)) {
        var stand = stand(f, h);
        if (f > stand) {
          change(Run.Kind.CUT, Type.TRUNCATED, 0, f - stand, 0, 0);
        }
        inside(f - stand, f, 0, h);
      }
    }

    /// “We’ll meet” for “we will, if all goes well, meet”: with the words written out it begins.
    private boolean begun(int f, int h) {
      for (var i = 0; h == 1 && i + 2 < f; i++) {
        if (WordForms.isWrittenOut(words.getFirst(), there, i)) {
          if (i > 0) {
            change(Run.Kind.CUT, Type.TRUNCATED, 0, i, 0, 0);
          }
          change(Run.Kind.CHANGED, Type.SUBSTITUTED, i, i + 2, 0, 1);
          change(Run.Kind.DROPPED, Type.DROPPED, i + 2, f, 1, 1);
          return true;
        }
      }
      return false;
    }

    /// What stands after the last match.
    private void tail(int f, int h) {
      var left = there.size() - f;
      var more = words.size() - h;
      if (left == 0 && more == 0) {
        return;
      }
      if (f == 0 && h == 0) {
        if (left > 0) {
          change(Run.Kind.CUT, Type.TRUNCATED, 0, left, 0, 0);
        }
        if (more > 0) {
          run(Run.Kind.BEYOND, left, left, 0, more);
        }
      } else if (more == 0) {
        change(Run.Kind.CUT, Type.TRUNCATED, f, there.size(), h, h);
      } else if (left == 0) {
        added(f, h, words.size(), isSentenceEnd(here, h - 1));
      } else {
        var stand = stand(left, more);
        inside(f, f + stand, h, words.size());
        if (left > stand) {
          change(Run.Kind.CUT, Type.TRUNCATED, f + stand, there.size(), words.size(), words.size());
        }
      }
    }

    /// How many words of the fullest some words at an end stand for; the rest is cut.
    private static int stand(int left, int more) {
      return left <= more + 2 ? left : more;
    }

    /// Words at an end that the fullest does not have: another sentence is not its matter.
    private void added(int f, int from, int end, boolean otherSentence) {
      if (otherSentence) {
        run(Run.Kind.BEYOND, f, f, from, end);
      } else {
        inside(f, f, from, end);
      }
    }

    private void inside(int f, int fEnd, int h, int hEnd) {
      if (isEllipsis(h, hEnd)) {
        ellipsis(f, fEnd, h, hEnd);
      } else if (WordForms.areSame(there.subList(f, fEnd), words.subList(h, hEnd))) {
        change(Run.Kind.SAME, Type.TYPOGRAPHY, f, fEnd, h, hEnd);
        kept += fEnd - f;
      } else if (isBracketed(f, fEnd, h, hEnd)) {
        change(Run.Kind.BRACKETED, Type.BRACKETED, f, fEnd, h, hEnd);
      } else if (h == hEnd) {
        left(f, fEnd, h);
      } else if (f == fEnd) {
        put(f, h, hEnd);
      } else if (!shortened(f, fEnd, h, hEnd) && !parted(f, fEnd, h, hEnd)) {
        change(Run.Kind.CHANGED, Type.SUBSTITUTED, f, fEnd, h, hEnd);
        runTogether(f, fEnd, h, hEnd);
      }
    }

    /// “It is” for “it’s” at the end of the words that differ, or the other way about.
    private boolean shortened(int f, int fEnd, int h, int hEnd) {
      if (fEnd - f > 1 && hEnd - h == 2 && WordForms.isWrittenOut(there.get(fEnd - 1), words, h)) {
        beside(f, fEnd - 1, h, h);
        change(Run.Kind.CHANGED, Type.SUBSTITUTED, fEnd - 1, fEnd, h, hEnd);
        return true;
      }
      if (hEnd - h > 1 && fEnd - f == 2 && WordForms.isWrittenOut(words.get(hEnd - 1), there, f)) {
        beside(f, f, h, hEnd - 1);
        change(Run.Kind.CHANGED, Type.SUBSTITUTED, f, fEnd, hEnd - 1, hEnd);
        return true;
      }
      return false;
    }

    /// Of many words for few, those that have a word in common with the few, or are written out for
    /// them, stand for them; the rest is left out. False when there are none.
    private boolean parted(int f, int fEnd, int h, int hEnd) {
      if (fEnd - f < hEnd - h + 2 || f == 0 || fEnd == there.size()) {
        return false;
      }
      for (var i = f; i < fEnd; i++) {
        for (var k = h; k < hEnd; k++) {
          if (there.get(i).key().equals(words.get(k).key())) {
            beside(f, i, h, k);
            match(i, k);
            beside(i + 1, fEnd, k + 1, hEnd);
            return true;
          }
        }
        if (hEnd - h == 1 && i + 1 < fEnd && WordForms.isContracted(there.get(i), words.get(h))) {
          beside(f, i, h, h);
          change(Run.Kind.CHANGED, Type.SUBSTITUTED, i, i + 2, h, hEnd);
          beside(i + 2, fEnd, hEnd, hEnd);
          return true;
        }
      }
      return false;
    }

    private void beside(int f, int fEnd, int h, int hEnd) {
      if (f < fEnd || h < hEnd) {
        inside(f, fEnd, h, hEnd);
      }
    }

    /// With the words the full stop is gone that stood between two sentences.
    private void runTogether(int f, int fEnd, int h, int hEnd) {
      if (f == 0 || h == 0 || fEnd == there.size() || hEnd == words.size()) {
        return;
      }
      var stops = false;
      for (var i = f - 1; i < fEnd; i++) {
        stops |= isSentenceEnd(full, i) && !full.isEnd(i);
      }
      for (var i = h - 1; i < hEnd; i++) {
        stops &= !words.get(i).stopAfter() && !words.get(i).cutAfter() && !here.isEnd(i);
      }
      if (stops) {
        difference(Type.MERGED, f - 1, fEnd + 1, h - 1, hEnd + 1);
      }
    }

    private boolean isEllipsis(int h, int hEnd) {
      for (var i = Math.max(0, h - 1); i < hEnd; i++) {
        if (words.get(i).cutAfter() && i + 1 < words.size()) {
          return true;
        }
      }
      return false;
    }

    /// Words left out at an ellipsis; words put in beside it stand for as many of them.
    private void ellipsis(int f, int fEnd, int h, int hEnd) {
      if (f == fEnd) {
        if (h < hEnd) {
          put(f, h, hEnd);
        }
        return;
      }
      if (h == hEnd) {
        change(Run.Kind.ELLIPSIS, Type.ELLIPSIS, f, fEnd, h, h);
        return;
      }
      var stand = Math.min(hEnd - h, fEnd - f - 1);
      var before = h == 0 || !words.get(h - 1).cutAfter();
      if (before) {
        inner(f, f + stand, h, hEnd);
        change(Run.Kind.ELLIPSIS, Type.ELLIPSIS, f + stand, fEnd, hEnd, hEnd);
      } else {
        change(Run.Kind.ELLIPSIS, Type.ELLIPSIS, f, fEnd - stand, h, h);
        inner(fEnd - stand, fEnd, h, hEnd);
      }
    }

    private void inner(int f, int fEnd, int h, int hEnd) {
      if (isBracketed(f, fEnd, h, hEnd)) {
        change(Run.Kind.BRACKETED, Type.BRACKETED, f, fEnd, h, hEnd);
      } else if (f == fEnd) {
        change(Run.Kind.INSERTED, Type.INSERTED, f, f, h, hEnd);
      } else {
        change(Run.Kind.CHANGED, Type.SUBSTITUTED, f, fEnd, h, hEnd);
      }
    }

    private boolean isBracketed(int f, int fEnd, int h, int hEnd) {
      for (var i = h; i < hEnd; i++) {
        if (words.get(i).bracketed()) {
          return true;
        }
      }
      for (var i = f; i < fEnd; i++) {
        if (there.get(i).mark() == Marked.SQUARE) {
          return true;
        }
      }
      return false;
    }

    /// Words of the fullest left out; an "and" may make room for a full stop.
    private void left(int f, int fEnd, int h) {
      var cutInTwo =
          fEnd - f == 1
              && AND.contains(there.get(f).key())
              && h > 0
              && words.get(h - 1).stopAfter()
              && !there.get(f - 1).stopAfter();
      if (cutInTwo) {
        change(Run.Kind.SAME, Type.TYPOGRAPHY, f, fEnd, h, h);
      } else if (h > 0 && here.isEnd(h - 1)) {
        change(Run.Kind.CUT, Type.TRUNCATED, f, fEnd, h, h);
      } else {
        change(Run.Kind.DROPPED, Type.DROPPED, f, fEnd, h, h);
        runTogether(f, fEnd, h, h);
      }
    }

    /// Words put in; an "and" may take the place of a full stop.
    private void put(int f, int h, int hEnd) {
      var merged =
          hEnd - h == 1
              && AND.contains(words.get(h).key())
              && f > 0
              && isSentenceEnd(full, f - 1)
              && h > 0
              && !words.get(h - 1).stopAfter();
      if (merged) {
        change(Run.Kind.INSERTED, Type.MERGED, f, f, h, hEnd);
      } else if (f > 0 && there.get(f - 1).cutAfter()) {
        run(Run.Kind.BEYOND, f, f, h, hEnd);
      } else {
        change(Run.Kind.INSERTED, Type.INSERTED, f, f, h, hEnd);
      }
    }

    private void change(Run.Kind kind, Type type, int f, int fEnd, int h, int hEnd) {
      run(kind, f, fEnd, h, hEnd);
      difference(type, f, fEnd, h, hEnd);
    }

    private void run(Run.Kind kind, int f, int fEnd, int h, int hEnd) {
      var last = steps.isEmpty() ? null : steps.getLast();
      if (last != null
          && last.kind == kind
          && !(last.fEnd > last.f && full.isEnd(last.fEnd - 1))
          && !(last.hEnd > last.h && here.isEnd(last.hEnd - 1))) {
        steps.removeLast();
        steps.add(new Step(kind, last.f, fEnd, last.h, hEnd));
      } else {
        steps.add(new Step(kind, f, fEnd, h, hEnd));
      }
    }

    /// No run goes over the border of two quotes.
    private List<Run> runs() {
      var runs = new ArrayList<Run>();
      for (var step : steps) {
        var f = step.f;
        var h = step.h;
        while (f < step.fEnd || h < step.hEnd) {
          var fTo = border(full, f, step.fEnd);
          var hTo = border(here, h, step.hEnd);
          runs.add(
              new Run(
                  step.kind,
                  text(full, f, fTo),
                  text(here, h, hTo),
                  at(full, f, fTo),
                  at(here, h, hTo)));
          f = fTo;
          h = hTo;
        }
      }
      return runs;
    }

    private static int border(Quotation quotation, int from, int end) {
      for (var last : quotation.ends()) {
        if (last >= from && last + 1 < end) {
          return last + 1;
        }
      }
      return end;
    }

    private void difference(Type type, int f, int fEnd, int h, int hEnd) {
      changes.add(
          new Difference(
              type,
              text(full, f, fEnd),
              text(here, h, hEnd),
              at(full, f, fEnd),
              at(here, h, hEnd)));
    }

    private static String text(Quotation quotation, int from, int end) {
      return from < end ? quotation.text(from, end - 1) : "";
    }

    private static Optional<Span> at(Quotation quotation, int from, int end) {
      return from < end ? Optional.of(quotation.span(from, end - 1)) : Optional.empty();
    }
  }
}
