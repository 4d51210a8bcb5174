package org.tellings.extract;

import java.util.Arrays;
import java.util.Locale;
import org.tellings.extract.Lexicon.Sort;

/// How likely a reader would want a sentence checked, from 0 to 1, by weights learned of sentences
/// that people marked as check-worthy facts or as none: its words, pairs of words and their sorts,
/// its figures, dates and names, how it begins and ends.
///
/// Names and numbers count as such, never by their letters. For one text and one thread.
final class Worth {

  /// The template of a sort that a word of the sentence has, by its name.
  static final int SORT = 10;

  static final int FIGURES = 11;
  static final int DATES = 12;
  static final int NAMES = 13;
  static final int LENGTH = 14;
  static final int END = 15;
  static final int FIGURES_NAMES = 16;
  static final int FIGURES_DATES = 17;

  /// The template of what every sentence has.
  static final int ALWAYS = 18;

  /// The hash of the name of each sort, by its bit.
  private static final int[] SORTS = new int[Long.SIZE];

  static {
    for (var sort : Sort.values()) {
      SORTS[Long.numberOfTrailingZeros(sort.bit)] = name(sort).hashCode();
    }
  }

  private static final int MOST_NAMES = 4;
  private static final int PARTS = 3;

  private final Words words;

  /// At each token: 1 a figure begins, 2 a date, 4 a name.
  private final byte[] begins;

  private final Weights weights;
  int[] keys = new int[256];
  int[] templates = new int[256];
  int[] ones = new int[256];
  int[] others = new int[256];

  /// The token of each trait of a word.
  int[] tokens = new int[256];

  int size;
  private int token;

  Worth(Words words, byte[] begins, Weights weights) {
    this.words = words;
    this.begins = begins;
    this.weights = weights;
  }

  /// Of the tokens `first` to `last`, to hundredths.
  double of(int first, int last) {
    read(first, last);
    var sum = 0;
    for (var i = 0; i < size; i++) {
      sum += weights.hundredths(keys[i]);
    }
    return Math.round(100 * Learned.chance(sum / 100.0)) / 100.0;
  }

  /// The traits of the tokens `first` to `last`.
  void read(int first, int last) {
    size = 0;
    var figures = 0;
    var dates = 0;
    var names = 0;
    var before = 0;
    var sorts = 0L;
    var length = 0;
    for (var t = first; t < last; t++) {
      figures += begins[t] & 1;
      dates += begins[t] >> 1 & 1;
      names += begins[t] >> 2 & 1;
      if (words.mark(t) != 0) {
        continue;
      }
      token = t;
      var word = word(t, t == first);
      sorts |= words.sorts(t);
      if (length == 0) {
        add(2, word, 0);
      }
      add(1, word, 0);
      add(3, before, word);
      if (word != Surroundings.NAMED && word != Surroundings.COUNTED) {
        add(4, ending(t), 0);
      }
      before = word;
      length++;
    }
    for (var left = sorts; left != 0; left &= left - 1) {
      add(SORT, SORTS[Long.numberOfTrailingZeros(left)], 0);
    }
    whole(Math.min(PARTS, figures), Math.min(2, dates), Math.min(MOST_NAMES, names), length);
    add(END, words.mark(last - 1), 0);
    add(ALWAYS, 0, 0);
  }

  private void whole(int figures, int dates, int names, int length) {
    add(FIGURES, figures, 0);
    add(DATES, dates, 0);
    add(NAMES, names, 0);
    add(LENGTH, length < 20 ? length / 4 : length < 40 ? 5 : 6, 0);
    add(FIGURES_NAMES, figures, names);
    add(FIGURES_DATES, figures, dates);
  }

  private int word(int t, boolean isFirst) {
    if (words.isNumber(t)) {
      return Surroundings.COUNTED;
    }
    var isName =
        words.isCapital(t) && !isFirst && words.low(t).length() > 1 && !words.is(t, Sort.PLAIN);
    return isName ? Surroundings.NAMED : words.low(t).hashCode();
  }

  private int ending(int t) {
    var low = words.low(t);
    var h = (int) '-';
    for (var k = Math.max(0, low.length() - 3); k < low.length(); k++) {
      h = h * 31 + low.charAt(k);
    }
    return h;
  }

  static String name(Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }

  private void add(int template, int one, int other) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      templates = Arrays.copyOf(templates, size * 2);
      ones = Arrays.copyOf(ones, size * 2);
      others = Arrays.copyOf(others, size * 2);
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    templates[size] = template;
    ones[size] = one;
    others[size] = other;
    tokens[size] = token;
    keys[size++] = Traits.key(template, one, other);
  }
}
