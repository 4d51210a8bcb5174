package org.tellings.extract;

/// What weighed most for a name that was learned, in words with weights: three sorts of traits.
final class NameWhy {

  /// What a trait looks at; each names its templates.
  private enum Sort {
    WORD(1, 31, 56, 57),
    LETTERS(8, 9, 10, 11, 12, 13, 14, 15, 16),
    PLACE(17, 43),
    LEXICON(18, 19, 20, 46),
    LISTED(26, 27, 28, 29, 30, 44),
    ALIKE(21, 24, 25, 34),
    BEFORE(2, 4, 6, 22, 36, 38, 40, 41, 49),
    BEHIND(3, 5, 7, 23, 35, 37, 39, 42, 45, 48, 50),
    FIRST(33),
    LAST(32),
    MARKS(47),
    SAID(51, 52),
    LINK(53, 54, 55, 58),
    EARLIER(60, 61, 62, 63, 64),
    KNOWN(65, 66, 67);

    private final int[] templates;

    Sort(int... templates) {
      this.templates = templates;
    }
  }

  private static final Sort[] IN_ORDER = Sort.values();
  private static final byte[] SORTS = new byte[128];

  static {
    for (var sort : IN_ORDER) {
      for (var template : sort.templates) {
        SORTS[template] = (byte) sort.ordinal();
      }
    }
  }

  private final NameTraits traits;
  private final NameWeights weights;
  private final int from;
  private final int to;
  private final int[] sums = new int[IN_ORDER.length];

  /// Of the name of tokens `from` to `to`.
  NameWhy(NameTraits traits, NameWeights weights, int from, int to) {
    this.traits = traits;
    this.weights = weights;
    this.from = from;
    this.to = to;
  }

  /// Adds what a trait says for a label rather than for no name.
  void note(int template, int place, int label) {
    sums[SORTS[template]] += weights.of(place, label) - weights.of(place, 0);
  }

  /// “the word before, “in” +3.2; how it is written +1.9; in lists of names +1.1”.
  String words() {
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
          .append(words(IN_ORDER[top]))
          .append(" +")
          .append(sums[top] / 100)
          .append('.')
          .append(sums[top] / 10 % 10);
      sums[top] = 0;
    }
    return why.toString();
  }

  private String words(Sort sort) {
    return switch (sort) {
      case WORD -> "the word itself";
      case LETTERS -> "its letters";
      case PLACE -> "its place in the line";
      case LEXICON -> "what its words mean";
      case LISTED -> "its words in lists of names";
      case ALIKE -> "words used like it";
      case BEFORE -> at(from - 1) + " before it";
      case BEHIND -> at(to) + " behind it";
      case FIRST -> "it begins " + at(from);
      case LAST -> "it ends " + at(to - 1);
      case MARKS -> "the marks around it";
      case SAID -> "what is said of it behind a comma";
      case LINK -> "what holds its words together";
      case EARLIER -> "the same word elsewhere in the article";
      case KNOWN -> "a name of the list";
    };
  }

  private String at(int i) {
    var words = traits.words;
    return i < 0 || i >= words.size() ? "nothing" : "“" + words.printed(i) + "”";
  }
}
