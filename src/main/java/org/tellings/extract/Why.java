package org.tellings.extract;

import org.tellings.extract.Learned.Guess;

/// Why a learned attribution was read as it was: the three sorts of traits that weighed most for
/// it, in words, with their weights.
final class Why {

  /// What a trait looks at. Each names its templates; those of one sort are summed.
  private enum Sort {
    CUE(1, 2, 19, 20, 21),
    BEFORE_CUE(3, 6, 9, 10, 13, 16, 70),
    AROUND(68, 69, 71, 72, 73),
    BETWEEN(120, 121, 122),
    QUOTED(123, 124, 125),
    BEHIND_CUE(4, 5, 7, 8, 11, 12, 14, 15, 33, 34, 36, 37),
    SUBJECT(17, 18),
    FOLLOWS(22, 23, 60, 61, 62),
    OTHERS(24, 25, 26, 27, 28),
    PLACE(29, 30, 31, 32, 35, 38, 55),
    FIRST(42, 45, 46, 48, 51, 54, 56, 59, 64),
    BEFORE(43, 44, 47, 49, 50, 52, 63, 65, 67),
    FAR(40, 41, 57, 58, 66),
    RULED(53, 95, 96),
    REST(80, 81, 82, 107, 110, 119),
    BEHIND(83, 86, 87, 88, 89, 90, 91, 99, 100, 101, 103, 105, 108, 109, 111, 113, 114, 115, 118),
    LAST(84, 85, 102, 112),
    LONG(92, 93, 97),
    INSIDE(94, 98, 104, 106);

    private final int[] templates;

    Sort(int... templates) {
      this.templates = templates;
    }
  }

  private static final Sort[] SORTS_IN_ORDER = Sort.values();
  private static final Sort[] SORTS = new Sort[Traits.ROUGH];

  static {
    for (var sort : SORTS_IN_ORDER) {
      for (var template : sort.templates) {
        for (var way = template; way < SORTS.length; way += Traits.WAY) {
          SORTS[way] = SORTS[way] == null ? sort : SORTS[way];
        }
      }
    }
  }

  private Why() {}

  /// “the cue “said” +3.2; it begins “that” +2.8; the end of the sentence +1.9”.
  static String of(Traits traits, Weights weights, Guess guess) {
    var sums = new int[SORTS_IN_ORDER.length];
    traits.cue(guess.cue());
    gather(traits, weights, sums);
    traits.start(guess.from(), guess.cue());
    gather(traits, weights, sums);
    traits.end(guess.to(), guess.from(), guess.cue());
    gather(traits, weights, sums);
    var why = new StringBuilder(96);
    for (var n = 0; n < 3; n++) {
      var top = 0;
      for (var i = 1; i < sums.length; i++) {
        top = sums[i] > sums[top] ? i : top;
      }
      if (sums[top] <= 0) {
        break;
      }
      why.append(n == 0 ? "" : "; ")
          .append(words(traits.outline, SORTS_IN_ORDER[top], guess))
          .append(" +")
          .append(sums[top] / 100)
          .append('.')
          .append(sums[top] / 10 % 10);
      sums[top] = 0;
    }
    return why.toString();
  }

  private static void gather(Traits traits, Weights weights, int[] sums) {
    for (var i = 0; i < traits.size; i++) {
      sums[SORTS[traits.templates[i]].ordinal()] += weights.hundredths(traits.keys[i]);
    }
  }

  private static String words(Outline outline, Sort sort, Guess guess) {
    return switch (sort) {
      case CUE -> "the cue " + at(outline, guess.cue());
      case BEFORE_CUE -> at(outline, guess.cue() - 1) + " before the cue";
      case BEHIND_CUE -> at(outline, guess.cue() + 1) + " behind the cue";
      case AROUND -> "what stands around the cue";
      case BETWEEN -> "how near its subject is";
      case QUOTED -> "the quotations in it and behind it";
      case SUBJECT -> "the cue’s subject";
      case FOLLOWS -> "what comes between";
      case OTHERS -> "no better cue in the sentence";
      case PLACE -> "the place in the sentence";
      case FIRST -> "it begins " + at(outline, guess.from());
      case BEFORE -> at(outline, guess.from() - 1) + " before it";
      case FAR -> "how far the cue is";
      case RULED -> "a rule reads it so";
      case REST -> "where the sentence ends";
      case BEHIND -> at(outline, guess.to()) + " behind it";
      case LAST -> "it ends " + at(outline, guess.to() - 1);
      case LONG -> "its length";
      case INSIDE -> "the verbs and commas in it";
    };
  }

  private static String at(Outline outline, int p) {
    if (p < 0 || p >= outline.size) {
      return "nothing";
    }
    return outline.isQuote(p) ? "a quotation" : "“" + outline.words.printed(outline.token(p)) + "”";
  }
}
