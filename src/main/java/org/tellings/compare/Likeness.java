package org.tellings.compare;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tellings.compare.Voice.Relation;

/// That two sayings may be one utterance, and how far the one stands in the other.
///
/// `share` is the part of the lighter saying's weight that stands in the other, from 0 to 1.
record Likeness(double share) {

  /// Content words an indirect telling must have in common with what was said, at least.
  private static final int PARAPHRASE = 3;

  /// Words that a telling with hardly a content word must have, at least.
  private static final int VERBATIM = 7;

  /// Words of a phrase with a content word among them, of one speaker; of an unknown one more.
  private static final int PHRASE = 3;

  /// Content words that the same wording of two named speakers must have, at least.
  private static final int MISATTRIBUTED = 5;

  /// The part of the content words that may be replaced by others.
  private static final double REPLACED = 0.33;

  private static final Set<String> COMING =
      Set.of("will", "shall", "won't", "i'll", Spelling.key("we'll"));

  private static final Set<String> DONE = Set.of("has", "have", "had", "was", "were", "did");

  /// Empty when the two are different statements. The order of the two does not matter.
  static Optional<Likeness> of(Saying one, Saying other) {
    var relation = one.voice.to(other.voice);
    if (one.indirect || other.indirect) {
      return relation == Relation.SAME ? paraphrase(one, other) : Optional.empty();
    }
    var swap =
        one.weight > other.weight || one.weight == other.weight && one.key.compareTo(other.key) > 0;
    var lighter = swap ? other : one;
    var heavier = swap ? one : other;
    var least = least(lighter.stems.size(), relation);
    if (least > 1 && isVerbatim(lighter, relation)) {
      return verbatim(lighter, heavier);
    }
    if (least > 1 || common(lighter.stems, heavier.stems) < least * lighter.stems.size() * 0.8) {
      return same(lighter, heavier);
    }
    return compare(lighter, heavier, relation, least);
  }

  private static boolean isVerbatim(Saying saying, Relation relation) {
    var size = saying.words.size();
    if (relation == Relation.OTHER) {
      return size > VERBATIM && saying.stems.size() == MISATTRIBUTED - 1;
    }
    return size >= VERBATIM
        || !saying.stems.isEmpty() && size >= (relation == Relation.SAME ? PHRASE : PHRASE + 1);
  }

  /// Plain words and short phrases must stand there word for word, and not behind a “not”.
  private static Optional<Likeness> verbatim(Saying lighter, Saying heavier) {
    var at = Collections.indexOfSubList(keys(heavier), keys(lighter));
    return at >= 0 && !negates(heavier, Math.max(0, at - 2), at)
        ? Optional.of(new Likeness(1))
        : Optional.empty();
  }

  /// The share that is needed: short phrases must stand there whole, long ones by half.
  private static double least(int content, Relation relation) {
    return switch (relation) {
      case SAME -> content < 2 ? 2 : content < 4 ? 0.85 : content < 6 ? 0.7 : 0.5;
      case UNKNOWN -> content < 3 ? 2 : content < 6 ? 0.8 : 0.6;
      case OTHER -> content < MISATTRIBUTED ? 2 : 0.85;
    };
  }

  private static Optional<Likeness> same(Saying one, Saying other) {
    return one.voice.to(other.voice) == Relation.SAME && keys(one).equals(keys(other))
        ? Optional.of(new Likeness(1))
        : Optional.empty();
  }

  private static List<String> keys(Saying saying) {
    return saying.words.stream().map(Word::key).toList();
  }

  private static Optional<Likeness> compare(
      Saying lighter, Saying heavier, Relation relation, double least) {
    var to = WordAlignment.of(heavier.words, lighter.words);
    var matched = 0;
    var weight = 0;
    var first = -1;
    var last = -1;
    for (var h = 0; h < to.length; h++) {
      var word = lighter.words.get(h);
      if (!word.bracketed()) {
        weight += word.weight();
      }
      if (to[h] >= 0) {
        matched += word.bracketed() ? 0 : word.weight();
        first = first < 0 ? to[h] : first;
        last = to[h];
      }
    }
    if (weight == 0 || matched < least * weight) {
      return Optional.empty();
    }
    var share = (double) matched / weight;
    if (lighter.stems.size() < 4 && isScattered(heavier, first, last, matched)) {
      return Optional.empty();
    }
    if ((share < 0.9 || matched < 0.9 * weight(heavier, first, last))
        && isOtherWay(lighter, heavier, to)) {
      return Optional.empty();
    }
    if (share < 0.9 && isOtherEnding(lighter, heavier, to)) {
      return Optional.empty();
    }
    if (relation != Relation.OTHER || share >= least) {
      return Optional.of(new Likeness(share));
    }
    return Optional.empty();
  }

  /// A short phrase whose words stand far apart in the other is not there.
  private static boolean isScattered(Saying heavier, int first, int last, int matched) {
    return weight(heavier, first, last) > matched + 8;
  }

  private static int weight(Saying saying, int first, int last) {
    var weight = 0;
    for (var i = first; i <= last; i++) {
      weight += saying.words.get(i).weight();
    }
    return weight;
  }

  /// Each says something of its own in the same place: “by Friday”, “by the end of the month”. What
  /// is only missing in one does not count; what is replaced at an end counts twice, as no words
  /// behind it show that the sentence goes on as the other does, unless it is one word for one.
  /// Other digits count one more, and so does “will go” for “has gone”.
  private static boolean isOtherEnding(Saying lighter, Saying heavier, int[] to) {
    var replaced = 0;
    var here = 0;
    var there = 0;
    for (var h = 0; h <= to.length; h++) {
      if (h < to.length && to[h] < 0) {
        continue;
      }
      var next = h < to.length ? to[h] : heavier.words.size();
      if (here < h
          && !isCut(lighter, here - 1)
          && !isCut(lighter, h - 1)
          && (there >= next
              || !WordForms.areSame(
                  lighter.words.subList(here, h), heavier.words.subList(there, next)))) {
        var both = Math.min(content(lighter, here, h), content(heavier, there, next));
        var word = h - here == 1 && next - there == 1;
        replaced += (here == 0 || h == to.length) && !word ? 2 * both : both;
        replaced += hasDigit(lighter, here, h) && hasDigit(heavier, there, next) ? 1 : 0;
        replaced += isOtherTense(lighter, here, h, heavier, there, next) ? 1 : 0;
      }
      here = h + 1;
      there = next + 1;
    }
    return replaced >= 2 && replaced >= REPLACED * lighter.stems.size();
  }

  private static boolean isOtherTense(
      Saying one, int from, int end, Saying other, int otherFrom, int otherEnd) {
    return has(one, from, end, COMING) && has(other, otherFrom, otherEnd, DONE)
        || has(one, from, end, DONE) && has(other, otherFrom, otherEnd, COMING);
  }

  private static boolean has(Saying saying, int from, int end, Set<String> words) {
    return saying.words.subList(from, Math.max(from, end)).stream()
        .anyMatch(word -> words.contains(word.key()));
  }

  private static boolean isCut(Saying saying, int i) {
    return i >= 0 && i < saying.words.size() && saying.words.get(i).cutAfter();
  }

  private static boolean hasDigit(Saying saying, int from, int end) {
    return saying.words.subList(from, Math.max(from, end)).stream()
        .anyMatch(word -> Character.isDigit(word.key().charAt(0)));
  }

  private static int content(Saying saying, int from, int end) {
    var content = 0;
    for (var word : saying.words.subList(from, Math.max(from, end))) {
      if (!word.function() && !word.bracketed()) {
        content++;
      }
    }
    return content;
  }

  /// One says no where the other does not: a negation stands alone, or in place of one or two
  /// words, between words that both have.
  private static boolean isOtherWay(Saying lighter, Saying heavier, int[] to) {
    var before = -1;
    var h = 0;
    while (h < to.length) {
      if (to[h] >= 0) {
        if (before >= 0
            && negates(heavier, before + 1, to[h])
            && !lighter.words.get(h - 1).cutAfter()) {
          return true;
        }
        before = to[h++];
        continue;
      }
      var next = h;
      while (next < to.length && to[next] < 0) {
        next++;
      }
      if (before >= 0 && next < to.length) {
        var here = negates(lighter, h, next);
        var there = negates(heavier, before + 1, to[next]);
        var few = to[next] - before - 1 <= 2 && next - h <= 2;
        if (few && here != there) {
          return true;
        }
        before = to[next++];
      }
      h = next;
    }
    return false;
  }

  private static boolean negates(Saying saying, int from, int end) {
    if (end - from > 2) {
      return false;
    }
    for (var i = from; i < end; i++) {
      var key = saying.words.get(i).key();
      if (Spelling.isNegation(key) && (end - from == 1 || !key.equals("without"))) {
        return true; // “without asking” may be left out, “without” alone may not
      }
    }
    return false;
  }

  private static Optional<Likeness> paraphrase(Saying one, Saying other) {
    var told = one.indirect ? one : other;
    var said = one.indirect ? other : one;
    var common = common(told.stems, said.stems);
    if (common < PARAPHRASE) {
      return Optional.empty();
    }
    var share = (double) common / told.stems.size();
    if (said.indirect) {
      share = (double) common / Math.max(told.stems.size(), said.stems.size());
      return share >= 0.7 ? Optional.of(new Likeness(share)) : Optional.empty();
    }
    return share >= 0.5 ? Optional.of(new Likeness(share)) : Optional.empty();
  }

  /// How many of some stems stand among others, each as often as it stands in both.
  private static int common(List<String> some, List<String> others) {
    var left = new HashMap<String, Integer>();
    for (var stem : others) {
      left.merge(stem, 1, Integer::sum);
    }
    var common = 0;
    for (var stem : some) {
      var n = left.getOrDefault(stem, 0);
      if (n > 0) {
        left.put(stem, n - 1);
        common++;
      }
    }
    return common;
  }
}
