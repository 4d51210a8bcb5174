package org.tellings.extract;

import java.util.Arrays;
import org.tellings.extract.Lexicon.Sort;

/// The tokens of a text that may be parts of names, in runs, with what is known of each before
/// anything is read: its word, its shape, its sentence and line, what the same word is elsewhere.
/// For one text and one thread.
class NamePlaces {

  static final int COUNTED = "00".hashCode();

  /// A line of a text: running text, a heading in capital initials, a heading in capitals.
  static final int RUNNING = 0;

  static final int TITLED = 1;
  static final int CAPITALS = 2;

  private static final int LOWER = 1 << 21;
  private static final int INNER = 1 << 22;
  private static final int LINKED = 3;

  /// What is added to the kind of a name that many articles have.
  private static final int KNOWN = 8;

  private static final String LINKS = "&'’.-–/!(),:“”+";
  private static final long LINKING =
      Sort.LINKING.bit
          | Sort.PREPOSITION.bit
          | Sort.ARTICLE.bit
          | Sort.CONJUNCTION.bit
          | Sort.POSSESSIVE.bit;

  final Words words;

  final int[] hashes;
  final int[] known;
  final int[] shapes;
  final int[] lines;

  /// The first and the last token of the sentence of each token.
  final int[] from;

  final int[] to;
  final boolean[] firsts;
  final boolean[] capitals;
  final byte[] parts;

  /// The same number for the same word; what was read of each.
  final int[] numbers;

  final int[] seen;
  final int[] listed;

  NamePlaces(Words words, NameWeights weights) {
    this.words = words;
    var n = words.size();
    hashes = new int[n];
    known = new int[n];
    shapes = new int[n];
    lines = new int[n];
    from = new int[n];
    to = new int[n];
    firsts = new boolean[n];
    capitals = new boolean[n];
    parts = new byte[n];
    numbers = new int[n];
    listed = new int[n + 1];
    for (var i = 0; i < n; i++) {
      hashes[i] = words.isNumber(i) ? COUNTED : words.low(i).hashCode();
      known[i] = weights.word(hashes[i]);
      shape(i);
    }
    seen = new int[number(n)];
    sentences(n);
    lines(n);
    for (var i = 0; i < n; i++) {
      if (words.isWord(i)) {
        seen[numbers[i]] |= !capitals[i] ? LOWER : firsts[i] || lines[i] != RUNNING ? 0 : INNER;
      }
    }
    candidates(n);
    for (var i = 0; i < n; i++) {
      var form = parts[i] == 1 ? Names.at(words, i) : null;
      if (form != null) {
        list(i, form.tokens().size(), form.type().ordinal());
        continue;
      }
      var known = parts[i] == 1 ? Names.knownAt(words, i) : null;
      if (known != null) {
        list(i, known.tokens().size(), known.type().ordinal() + KNOWN);
      }
    }
  }

  /// Numbers the words of the text; returns how many there are.
  private int number(int n) {
    var slots = new int[Integer.highestOneBit(Math.max(4, n)) << 2];
    var first = new int[slots.length];
    var count = 0;
    for (var i = 0; i < n; i++) {
      var h = hashes[i];
      var k = (h * 0x9E3779B1 >>> 12 ^ h) & slots.length - 1;
      while (slots[k] != 0 && first[k] != h) {
        k = k + 1 & slots.length - 1;
      }
      if (slots[k] == 0) {
        slots[k] = ++count;
        first[k] = h;
      }
      numbers[i] = slots[k] - 1;
    }
    return count;
  }

  private static final char[] SORTS = new char[128];

  static {
    for (var c = 0; c < SORTS.length; c++) {
      SORTS[c] = sortOf((char) c);
    }
  }

  private static char sort(char c) {
    return c < SORTS.length ? SORTS[c] : sortOf(c);
  }

  private static char sortOf(char c) {
    return Character.isUpperCase(c)
        ? 'X'
        : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
  }

  /// The letters of a token as classes, each class once in a row, and whether it may be a name.
  private void shape(int i) {
    var hash = 0;
    var last = 0;
    var upper = 0;
    var lower = 0;
    var digits = 0;
    for (var k = words.start(i); k < words.end(i); k++) {
      var c = words.text.charAt(k);
      var sort = sort(c);
      upper += sort == 'X' ? 1 : 0;
      lower += sort == 'x' ? 1 : 0;
      digits += sort == 'd' ? 1 : 0;
      if (sort != last || sort == 'X' && upper == 2 && lower == 0) {
        hash = hash * 31 + sort;
      }
      last = sort;
    }
    shapes[i] = hash;
    capitals[i] = words.isWord(i) && (upper > 0 || digits > 0 && lower > 0);
  }

  /// The same as [#shape], as it is written.
  static String shape(String printed) {
    var shape = new StringBuilder();
    var last = 0;
    var upper = 0;
    var lower = 0;
    for (var c : printed.toCharArray()) {
      var sort = sort(c);
      upper += sort == 'X' ? 1 : 0;
      lower += sort == 'x' ? 1 : 0;
      if (sort != last || sort == 'X' && upper == 2 && lower == 0) {
        shape.append(sort);
      }
      last = sort;
    }
    return shape.toString();
  }

  private void sentences(int n) {
    var begin = 0;
    for (var i = 0; i < n; i++) {
      if (Sentences.ends(words, i)) {
        sentence(begin, i);
        begin = i + 1;
      }
    }
    if (begin < n) {
      sentence(begin, n - 1);
    }
  }

  private void sentence(int begin, int end) {
    var first = true;
    for (var i = begin; i <= end; i++) {
      from[i] = begin;
      to[i] = end;
      var isMark = words.mark(i) != 0;
      firsts[i] = !isMark && (first || i > begin && "“\"‘:".indexOf(markOr(i - 1)) >= 0);
      first &= isMark;
    }
  }

  char markOr(int i) {
    var mark = words.mark(i);
    return mark == 0 ? 'x' : mark;
  }

  private void lines(int n) {
    var begin = 0;
    for (var i = 0; i < n; i++) {
      if (Sentences.isLineEnd(words, i)) {
        var kind = line(begin, i + 1);
        for (var k = begin; k <= i; k++) {
          lines[k] = kind;
        }
        begin = i + 1;
      }
    }
  }

  private int line(int begin, int end) {
    var high = 0;
    var low = 0;
    var all = 0;
    for (var i = begin; i < end; i++) {
      if (words.isWord(i) && words.end(i) - words.start(i) > 3) {
        if (!capitals[i]) {
          low++;
        } else {
          high++;
          var last = words.text.charAt(words.end(i) - 1);
          all += Character.isUpperCase(last) || last == '.' ? 1 : 0;
        }
      }
    }
    if (low == 0 && all > 1 && all * 4 >= high * 3) {
      return CAPITALS;
    }
    return high > 2 && high > 2 * low && words.mark(end - 1) != '.' ? TITLED : RUNNING;
  }

  private void candidates(int n) {
    for (var i = 0; i < n; i++) {
      if (capitals[i] ? isCandidate(i) : words.isNumber(i) && isNumbering(i)) {
        parts[i] = 1;
      }
    }
    for (var i = 0; i < n; i++) {
      if (parts[i] == 1 && i + 1 < n && parts[i + 1] == 0) {
        var k = i + 1;
        while (k < n && k - i <= LINKED && parts[k] == 0 && isBeside(k) && isLink(k)) {
          k++;
        }
        if (k > i + 1 && k < n && parts[k] == 1 && isBeside(k)) {
          for (var j = i + 1; j < k; j++) {
            parts[j] = 2;
          }
        }
      }
    }
  }

  private boolean isCandidate(int i) {
    if (!words.is(i, Sort.PLAIN)) {
      return true;
    }
    return words.low(i).length() > 1
        && (i + 1 < words.size() && capitals[i + 1] && isBeside(i + 1)
            || i > 0 && parts[i - 1] == 1 && isBeside(i));
  }

  /// A number behind a name, or before one.
  private boolean isNumbering(int i) {
    return i > 0 && parts[i - 1] == 1 && isBeside(i)
        || i + 1 < words.size() && capitals[i + 1] && isBeside(i + 1);
  }

  /// In the sentence of the token before, and not farther than a space away.
  boolean isBeside(int i) {
    return from[i] < i && words.start(i) - words.end(i - 1) <= 1;
  }

  private boolean isLink(int i) {
    var mark = words.mark(i);
    return mark != 0
        ? LINKS.indexOf(mark) >= 0
        : words.isPossessive(i)
            || words.isWord(i) && words.end(i) - words.start(i) <= 4 && words.isAny(i, LINKING);
  }

  /// Whether the token goes on with the run of the one before.
  boolean goesOn(int i) {
    return i < parts.length && parts[i] != 0 && parts[i - 1] != 0 && isBeside(i);
  }

  /// The runs of tokens that may be parts of names, as first tokens and ends; those of running text
  /// before those of headings.
  int[] runs() {
    var runs = new int[16];
    var count = 0;
    for (var line = RUNNING; line <= CAPITALS; line++) {
      for (var i = 0; i < parts.length; i++) {
        if (parts[i] != 0 && lines[i] == line) {
          runs = count == runs.length ? Arrays.copyOf(runs, count * 2) : runs;
          runs[count++] = i;
          while (goesOn(i + 1)) {
            i++;
          }
          runs[count++] = i + 1;
        }
      }
    }
    return Arrays.copyOf(runs, count);
  }

  /// Whether a token that may be part of a name has none beside it but what holds names together.
  boolean isAlone(int i) {
    return parts[i] == 1
        && (i == 0 || parts[i - 1] != 1 || !isBeside(i))
        && (i + 1 == parts.length || parts[i + 1] != 1 || !isBeside(i + 1));
  }

  /// Forgets what is known of some words, as if they were new: each word whose hash, mixed with
  /// `seed`, falls among so many of a hundred.
  void forget(int seed, int ofHundred) {
    for (var i = 0; i < hashes.length; i++) {
      if (parts[i] == 1 && Math.floorMod((hashes[i] ^ seed) * 0x9E3779B1 >>> 7, 100) < ofHundred) {
        hashes[i] = Traits.key(seed, hashes[i], 1);
        known[i] = 0;
      }
    }
  }

  /// Says that the words of `from` to `to` were read as a name of this kind.
  void remember(int from, int to, int kind) {
    for (var i = from; i < to; i++) {
      if (parts[i] == 1) {
        seen[numbers[i]] |= 1 << kind + (to - from == 1 ? 0 : i == from ? 7 : 14);
      }
    }
  }

  /// Notes that a name of the list begins at `i`.
  private void list(int i, int length, int kind) {
    for (var k = i; k < i + length; k++) {
      if (listed[k] == 0) {
        listed[k] = 1 + kind * 4 + (k == i ? length == 1 ? 0 : 1 : k == i + length - 1 ? 3 : 2);
      }
    }
  }
}
