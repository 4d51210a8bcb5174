package org.tellings.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Clauses.Clause;
import org.tellings.extract.Lexicon.Sort;

/// What somebody says, thinks or wants by the weights learned of labelled articles: the cue, and
/// where what it governs begins and ends, with the chance that all three are right.
///
/// For one paragraph and one thread.
final class Learned {

  /// Places `from` to `to` are what the cue at `cue` governs; the cue may stand inside. `chance`
  /// says how likely that is, `span` how likely if the cue is one.
  record Guess(int cue, int from, int to, double chance, double span) {}

  /// The least chance with which a content is kept; one that holds words between marks needs less,
  /// for without it the marks alone would stand.
  private static final double LEAST = 0.21;

  private static final double LEAST_MARKED = 0.08;

  /// How many places the few traits leave for a beginning or an end.
  private static final int KEPT = 5;

  /// How far behind the best of them a place may be.
  private static final double BEHIND = 4;

  /// The score of the few traits below which a place is no cue.
  private static final float UNLIKELY = -2.5f;

  /// The most places of a content.
  private static final int LONGEST = 240;

  /// The share of the least chance that a content needs to come after one that is taken.
  private static final double NEXT = 0.1;

  /// What the chance of a content that a rule reads too counts for.
  private static final double RULED = 1.1;

  /// The least that is thought to be left to the other contents of a cue.
  private static final double LEFT = 0.02;

  /// With more cues than this in a sentence none gives way to its next content.
  private static final int MANY = 100;

  private static final Set<String> NOBODY =
      Set.of("nobody", "none", "nothing", "neither", "nor", "never", "one");

  private static final Set<String> BELIEF =
      Set.of("believe", "believes", "believed", "think", "thinks", "thought", "expect", "expects");

  private static final byte CONTENT = 1;
  private static final byte CUE = 2;

  private final Traits traits;
  private final Weights weights;
  private final int[] places = new int[LONGEST];
  private final double[] scores = new double[LONGEST];

  Learned(Traits traits, Weights weights) {
    this.traits = traits;
    this.weights = weights;
  }

  /// The content clauses of a paragraph, in order, none overlapping another; those of the rules
  /// when nothing was learned. A content that is but a quotation is left to the rules on those.
  static List<Clause> of(Outline outline, Weights weights, List<Clause> ruled, boolean heading) {
    if (weights.isEmpty() || outline.size == 0) {
      return ruled;
    }
    var traits = new Traits(outline, weights, ruled, heading);
    Map<Integer, Clause> byCue = new HashMap<>();
    ruled.forEach(clause -> byCue.putIfAbsent(clause.cue(), clause));
    var trifles = new Trifles(traits);
    List<Clause> clauses = new ArrayList<>();
    for (var whole : new Learned(traits, weights).guesses()) {
      var guess = Clauses.isAside(outline, whole.cue()) ? traits.untilVerb(whole) : whole;
      if (guess.to() - guess.from() > 1) {
        var clause = Contents.clause(outline, guess, traits.hasVerb(guess));
        if (isWhole(outline, clause) && !trifles.holds(guess)) {
          var rule = byCue.get(clause.cue());
          clauses.add(
              rule != null && isLike(rule, clause)
                  ? rule
                  : clause.as(clause.rule() + " " + Why.of(traits, weights, guess)));
        }
      }
    }
    return withUnheard(clauses, ruled, traits);
  }

  /// With the clauses of the rules whose cue is none in the labelled articles, and those that a
  /// sentence ends by telling who says it, where they meet no other.
  private static List<Clause> withUnheard(List<Clause> clauses, List<Clause> ruled, Traits traits) {
    var taken = new BitSet();
    clauses.forEach(clause -> taken.set(clause.from(), clause.to()));
    clauses.forEach(clause -> taken.set(clause.cue()));
    var all = new ArrayList<>(clauses);
    for (var clause : ruled) {
      var next = taken.nextSetBit(clause.from());
      if ((traits.prior(clause.cue()) == 0 || clause.rule().equals(Clauses.BEFORE))
          && (next < 0 || next >= clause.to())
          && !taken.get(clause.cue())) {
        all.add(clause);
      }
    }
    all.sort(Comparator.comparingInt(Clause::from));
    return all;
  }

  /// Whether the rule reads the same stretch, or knows better: “when Ortiz said so, …” ends at the
  /// comma, and of “dismissed reports that …” the clause is what is told.
  private static boolean isLike(Clause ruled, Clause clause) {
    var told = ruled.told();
    if (told == null) {
      return false;
    }
    var outline = told.outline();
    var starts = ruled.from() == clause.from();
    var ends = ruled.to() == clause.to();
    return starts && ends
        || starts && ruled.to() < clause.to() && Clauses.isSubordinate(outline, told.who())
        || ends && ruled.from() > clause.from() && new Attribution(outline).isReport(clause.from());
  }

  /// Whether something is said (not: denied to have been said), and no mark in it lacks its other
  /// half.
  private static boolean isWhole(Outline outline, Clause clause) {
    for (var p = clause.from(); p < clause.to(); p++) {
      var mark = outline.mark(p);
      if (mark == '“' || mark == '”' || mark == '"') {
        return false;
      }
    }
    var told = clause.told();
    if (told == null && outline.mark(clause.cue()) == ':') {
      return false; // “Update: …”
    }
    if (told != null
        && BELIEF.contains(outline.words.low(outline.token(clause.cue())))
        && new Attribution(outline).isNegated(clause.cue(), told.who())) {
      return false; // who does not believe that it is so says that it is not
    }
    if (!outline.isAny(clause.cue(), Sort.SPEECH.bit)) {
      return told == null || !new Attribution(outline).isNobody(told.who());
    }
    return told == null
        ? !isNobodys(outline, clause.cue())
        : !new Attribution(outline).isNegated(clause.cue(), told.who());
  }

  /// It was not said that, nobody said: a cue without one who says it that is denied.
  private static boolean isNobodys(Outline outline, int cue) {
    var p = cue - 1;
    for (; p >= 0 && !outline.ends(p); p--) {
      if (outline.is(p, Sort.NEGATION)) {
        return true;
      }
      if (!outline.isAny(p, Sort.AUXILIARY.bit | Sort.ADVERB.bit | Sort.BE.bit)) {
        break;
      }
    }
    return p >= 0
        && !outline.ends(p)
        && outline.token(p) >= 0
        && NOBODY.contains(outline.words.low(outline.token(p)))
        && (!outline.is(p, "one") || outline.is(p - 1, "no"));
  }

  /// The likeliest content of each likely cue, in order, none overlapping another. Where it meets
  /// one that is likelier, the best of the others takes its place. Linear in the paragraph.
  List<Guess> guesses() {
    List<Guess> kept = new ArrayList<>();
    var taken = new byte[traits.outline.size];
    for (var from = 0; from < traits.outline.size; from = traits.outline.sentenceEnd(from)) {
      sentence(from, traits.outline.sentenceEnd(from), taken, kept);
    }
    return kept;
  }

  private void sentence(int from, int end, byte[] taken, List<Guess> kept) {
    List<List<Guess>> cues = new ArrayList<>();
    for (var p = from; p < end; p++) {
      if (traits.prior(p) > 0) {
        var best = guesses(p, false);
        if (!best.isEmpty()) {
          cues.add(best);
        }
      }
    }
    if (cues.size() < 2) {
      cues.forEach(kept::addAll);
      return;
    }
    List<Guess> own = new ArrayList<>();
    if (cues.size() > MANY) {
      cues.stream()
          .map(List::getFirst)
          .sorted(Comparator.comparingDouble(Guess::chance).reversed().thenComparingInt(Guess::cue))
          .filter(one -> isFree(one, taken))
          .forEach(one -> take(one, taken, own));
    } else {
      yielding(cues, taken, own);
    }
    own.sort(Comparator.comparingInt(Guess::from));
    kept.addAll(own);
  }

  /// Takes the likeliest, one after the other; a cue whose best is no longer free shows its others.
  private void yielding(List<List<Guess>> cues, byte[] taken, List<Guess> kept) {
    var widened = new BitSet();
    for (var best = best(cues, taken); best != null; best = best(cues, taken)) {
      take(best, taken, kept);
      for (var i = 0; i < cues.size(); i++) {
        var one = cues.get(i).getFirst();
        if (!widened.get(i) && taken[one.cue()] == 0 && !isFree(one, taken)) {
          cues.set(i, guesses(one.cue(), true));
          widened.set(i);
        }
      }
    }
  }

  private static void take(Guess guess, byte[] taken, List<Guess> kept) {
    kept.add(guess);
    Arrays.fill(taken, guess.from(), guess.to(), CONTENT);
    taken[guess.cue()] |= CUE;
  }

  /// The likeliest of all that is free, if it is likely enough; null when nothing is. What is not
  /// free leaves its chance to the others of its cue.
  private @Nullable Guess best(List<List<Guess>> cues, byte[] taken) {
    @Nullable Guess best = null;
    for (var all : cues) {
      var left = 1d;
      for (var one : all) {
        left -= isFree(one, taken) ? 0 : one.span();
      }
      for (var one : all) {
        var chance = one.chance() / Math.max(LEFT, left);
        if ((best == null || chance > best.chance())
            && chance >= least(one)
            && isFree(one, taken)) {
          best = new Guess(one.cue(), one.from(), one.to(), chance, one.span());
        }
      }
    }
    return best;
  }

  private double least(Guess guess) {
    return holdsQuote(guess) ? LEAST_MARKED : LEAST;
  }

  /// Whether neither its content nor its cue meets the content of another, nor its content a cue.
  private static boolean isFree(Guess guess, byte[] taken) {
    for (var p = guess.from(); p < guess.to(); p++) {
      if (taken[p] != 0) {
        return false;
      }
    }
    return taken[guess.cue()] == 0;
  }

  /// Whether the content has words between marks and others: without it the marks alone would
  /// stand.
  private boolean holdsQuote(Guess guess) {
    return guess.to() - guess.from() > 1 && traits.holdsQuote(guess.from(), guess.to());
  }

  /// The likeliest content of the cue at `p`, or with `all` the less likely ones too; none where
  /// none is likely enough.
  private List<Guess> guesses(int p, boolean all) {
    var outline = traits.outline;
    var least =
        traits.holdsQuote(outline.sentence(p), outline.sentenceEnd(p)) ? LEAST_MARKED : LEAST;
    if (!mayBeCue(p)) {
      return List.of();
    }
    traits.cue(p);
    var chance = chance(weights.sum(traits));
    if (chance < least) {
      return List.of();
    }
    var n = starts(p, -1, false);
    for (var i = 0; i < n; i++) {
      traits.start(places[i], p);
      scores[i] = weights.sum(traits);
    }
    softmax(scores, n);
    var from = Arrays.copyOf(places, n);
    var chances = Arrays.copyOf(scores, n);
    List<Guess> kept = new ArrayList<>();
    var bar = all ? least * NEXT : least;
    for (var k = 0; k < n; k++) {
      if (chance * chances[k] * RULED < bar) {
        continue;
      }
      var m = ends(from[k], p, -1, false);
      for (var i = 0; i < m; i++) {
        traits.end(places[i], from[k], p);
        scores[i] = weights.sum(traits);
      }
      softmax(scores, m);
      for (var i = 0; i < m; i++) {
        var guess =
            new Guess(
                p, from[k], places[i], chance * chances[k] * scores[i], chances[k] * scores[i]);
        if (all && guess.chance() >= bar) {
          kept.add(guess);
        } else if (!all && guess.chance() * leaning(guess) >= bar) {
          kept.clear();
          kept.add(guess);
          bar = guess.chance() * leaning(guess);
        }
      }
    }
    return all || kept.isEmpty() || kept.getFirst().chance() >= least(kept.getFirst())
        ? kept
        : List.of();
  }

  /// What a rule reads as well wins where two are as good as equal.
  private double leaning(Guess guess) {
    var from = guess.from();
    var begins = (traits.ruled[from] & 1) != 0 || (traits.ruled[from + 1] & 1) != 0;
    return begins && (traits.ruled[guess.to()] & 2) != 0 ? RULED : 1;
  }

  /// Whether the few traits leave room for a cue.
  boolean mayBeCue(int p) {
    if (traits.prior(p) == 0) {
      return false;
    }
    traits.roughCue(p);
    return weights.rough(traits) > UNLIKELY;
  }

  /// The likeliest places for the content of a cue to begin, or all of them, for [#place]; `must`
  /// is among them unless negative. Their number.
  int starts(int p, int must, boolean all) {
    var from = traits.outline.sentence(p);
    var to = Math.min(traits.outline.sentenceEnd(p), p + Traits.FAR);
    var n = 0;
    for (var s = from; s < to; s = s == from ? Math.max(s + 1, p - Traits.BACK) : s + 1) {
      if (traits.mayBegin(s, p)) {
        traits.roughStart(s, p);
        places[n] = s;
        scores[n++] = weights.rough(traits);
      }
    }
    return all ? n : with(must, likeliest(n), n);
  }

  /// The likeliest places for the content that begins at `s` to end.
  int ends(int s, int p, int must, boolean all) {
    var to = Math.min(traits.outline.sentenceEnd(p), s + LONGEST);
    var n = 0;
    for (var e = s + 1; e <= to; e++) {
      if (traits.mayEnd(e, s, p)) {
        traits.roughEnd(e, s, p);
        places[n] = e;
        scores[n++] = weights.rough(traits);
      }
    }
    return all ? n : with(must, likeliest(n), n);
  }

  int place(int i) {
    return places[i];
  }

  /// The number of places kept of `n`, with one that must be among them (none: negative).
  private int with(int must, int kept, int n) {
    for (var i = kept; must >= 0 && i < n; i++) {
      if (places[i] == must) {
        places[i] = places[kept];
        places[kept] = must;
        return kept + 1;
      }
    }
    return kept;
  }

  /// Moves the best of `n` places to the front.
  private int likeliest(int n) {
    var kept = Math.min(n, KEPT);
    for (var k = 0; k < kept; k++) {
      var top = k;
      for (var i = k + 1; i < n; i++) {
        if (scores[i] > scores[top]) {
          top = i;
        }
      }
      if (scores[0] - scores[top] > BEHIND && k > 0) {
        return k;
      }
      var place = places[k];
      var score = scores[k];
      places[k] = places[top];
      scores[k] = scores[top];
      places[top] = place;
      scores[top] = score;
    }
    return kept;
  }

  static double chance(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  /// Turns the first `n` scores into chances.
  static void softmax(double[] scores, int n) {
    var most = Double.NEGATIVE_INFINITY;
    for (var i = 0; i < n; i++) {
      most = Math.max(most, scores[i]);
    }
    var sum = 0d;
    for (var i = 0; i < n; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (var i = 0; i < n; i++) {
      scores[i] /= sum;
    }
  }
}
