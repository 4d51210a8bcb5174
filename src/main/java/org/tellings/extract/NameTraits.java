package org.tellings.extract;

import java.util.Arrays;
import org.tellings.extract.Lexicon.Sort;

/// What the learned reading of names goes by: for each token that may be part of a name, its traits
/// as numbers, and the runs of such tokens.
///
/// A trait is a template with one or two values; its key is a hash of the three. The keys of the
/// last call of [#at] stand in `keys`, `size` of them. For one text and one thread.
final class NameTraits {

  /// Most traits that a token has.
  static final int MOST = 80;

  /// The template of one label behind another.
  static final int WAY = 0;

  static final int COUNTED = "00".hashCode();
  static final int EDGE = 11;

  /// A line of a text: running text, a heading in capital initials, a heading in capitals.
  static final int RUNNING = 0;

  static final int TITLED = 1;
  static final int CAPITALS = 2;

  private static final int LOWER = 1 << 21;
  private static final int INNER = 1 << 22;
  private static final int LINKED = 3;

  /// What is added to the kind of a name that many articles have.
  private static final int KNOWN = 8;

  /// How many tokens of a run are looked at to either side.
  private static final int LONGEST = 8;

  private static final String LINKS = "&'’.-–/!(),:“”+";
  private static final long LINKING =
      Sort.LINKING.bit
          | Sort.PREPOSITION.bit
          | Sort.ARTICLE.bit
          | Sort.CONJUNCTION.bit
          | Sort.POSSESSIVE.bit;
  private static final long WORDLY =
      Sort.MAN.bit
          | Sort.WOMAN.bit
          | Sort.TITLES.bit
          | Sort.COURTESY.bit
          | Sort.SUFFIX.bit
          | Sort.PLACED.bit
          | Sort.LAWFUL.bit
          | Sort.EVENTFUL.bit
          | Sort.PERSON.bit
          | Sort.BODY.bit
          | Sort.WEEKDAY.bit
          | Sort.MONTH.bit
          | Sort.ACRONYM.bit
          | Sort.TAILING.bit
          | Sort.PLAIN.bit;
  private static final long AROUND =
      Sort.SPEECH.bit
          | Sort.PERSON.bit
          | Sort.PEOPLE.bit
          | Sort.BODY.bit
          | Sort.PAPER.bit
          | Sort.WORK.bit
          | Sort.TITLES.bit
          | Sort.ARTICLE.bit
          | Sort.POSSESSIVE.bit
          | Sort.AUXILIARY.bit
          | Sort.RELATIVE.bit
          | Sort.COURTESY.bit
          | Sort.NUMBERED.bit
          | Sort.TITLED.bit;

  final Words words;
  final int[] keys = new int[MOST];
  final int[] templates = new int[MOST];
  final int[] ones = new int[MOST];
  final int[] others = new int[MOST];
  int size;

  private final int[] hashes;
  private final int[] known;
  private final int[] shapes;
  private final int[] lines;

  /// The first and the last token of the sentence of each token.
  private final int[] from;

  private final int[] to;
  private final boolean[] firsts;
  private final boolean[] capitals;
  private final byte[] parts;

  /// The same number for the same word; what was read of each.
  private final int[] numbers;

  private final int[] seen;
  private final int[] listed;

  NameTraits(Words words, NameWeights weights) {
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

  /// The letters of a token as classes, each class once in a row, and whether it may be a name.
  private void shape(int i) {
    var hash = 0;
    var last = 0;
    var upper = 0;
    var lower = 0;
    var digits = 0;
    for (var k = words.start(i); k < words.end(i); k++) {
      var c = words.text.charAt(k);
      var sort =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
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
      var sort =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
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

  private char markOr(int i) {
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
  private boolean isBeside(int i) {
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
  private boolean goesOn(int i) {
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

  private void add(int template, int one, int other) {
    templates[size] = template;
    ones[size] = one;
    others[size] = other;
    keys[size++] = Traits.key(template, one, other);
  }

  private int w(int k, int i) {
    return k < from[i] || k > to[i] ? EDGE : hashes[k];
  }

  private int c(int k, int i) {
    return k < from[i] || k > to[i] ? -1 : words.mark(k) != 0 ? -hashes[k] : known[k] & 0xFFFF;
  }

  private int n(int k, int i) {
    return k < from[i] || k > to[i] ? -1 : known[k] >>> 16;
  }

  private int s(int k, int i) {
    return k < from[i] || k > to[i] ? EDGE : parts[k] == 0 && words.isWord(k) ? 'x' : shapes[k];
  }

  private long sorts(int k, int i, long of) {
    return k < from[i] || k > to[i] ? 1L << 63 : words.sorts(k) & of;
  }

  private int mix(long sorts) {
    return Long.hashCode(sorts * 0x9E3779B97F4A7C15L);
  }

  private int end(int i, int letters) {
    var h = (int) '-';
    var low = words.low(i);
    for (var k = Math.max(0, low.length() - letters); k < low.length(); k++) {
      h = h * 31 + low.charAt(k);
    }
    return h;
  }

  private int beginning(int i, int letters) {
    var h = 0;
    var low = words.low(i);
    for (var k = 0; k < Math.min(letters, low.length()); k++) {
      h = h * 31 + low.charAt(k);
    }
    return h * 31 + '-';
  }

  /// The traits of the token at `i`.
  void at(int i) {
    size = 0;
    var a = i;
    while (a > from[i] && i - a < LONGEST && parts[a] == 1 && parts[a - 1] == 1 && isBeside(a)) {
      a--;
    }
    var b = i + 1;
    while (parts[i] == 1 && b <= to[i] && b - i < LONGEST && parts[b] == 1 && isBeside(b)) {
      b++;
    }
    var way = parts[i] == 2 ? 4 : b - a == 1 ? 0 : i == a ? 1 : i == b - 1 ? 3 : 2;
    var line = lines[i];
    var first = firsts[i] ? 1 : 0;
    var w = hashes[i];
    var c = c(i, i);
    var n = n(i, i);
    word(i, w, line, first, way);
    around(i, w, c, n, first, way);
    group(i, a, b, way, line, n, c);
    memory(i, a, b, way, line, first);
  }

  private void word(int i, int w, int line, int first, int way) {
    add(1, w, 0);
    add(2, w(i - 1, i), 0);
    add(3, w(i + 1, i), 0);
    add(4, w(i - 2, i), 0);
    add(5, w(i + 2, i), 0);
    add(6, w, w(i - 1, i));
    add(7, w, w(i + 1, i));
    var shape = line == CAPITALS ? 1 : s(i, i);
    add(8, shape, first << 4 | way);
    add(9, shape, s(i + 1, i));
    add(10, shape, s(i - 1, i));
    if (words.isWord(i)) {
      add(11, beginning(i, 3), 0);
      add(12, end(i, 2), 0);
      add(13, end(i, 3), 0);
      add(14, end(i, 4), 0);
      add(15, beginning(i, 5), 0);
      add(16, end(i, 3), way);
    }
    add(17, line << 8 | first << 4 | way, 0);
    add(18, mix(sorts(i, i, WORDLY)), way);
    add(19, mix(sorts(i, i, WORDLY)), mix(sorts(i + 1, i, WORDLY)));
    add(20, mix(sorts(i - 1, i, WORDLY)), mix(sorts(i, i, WORDLY)));
  }

  private void around(int i, int w, int c, int n, int first, int way) {
    add(21, c, way);
    add(22, c(i - 1, i), way);
    add(23, c(i + 1, i), way);
    add(24, c, c(i + 1, i));
    add(25, c, c(i - 1, i));
    add(26, n, way);
    add(27, n, n(i + 1, i));
    add(28, n, n(i - 1, i));
    add(29, n, first << 4 | lines[i]);
    add(30, c, n);
    add(31, w, way);
  }

  private void group(int i, int a, int b, int way, int line, int n, int c) {
    var last = b - 1;
    add(32, w(last, i), way);
    add(33, w(a, i), way);
    add(34, c(last, i), way);
    add(35, w(b, i), way);
    add(36, w(a - 1, i), way);
    add(37, c(b, i), way);
    add(38, c(a - 1, i), way);
    add(39, w(b, i), w(b + 1, i));
    add(40, w(a - 2, i), w(a - 1, i));
    add(41, c(a - 2, i), c(a - 1, i));
    add(42, c(b, i), c(b + 1, i));
    add(43, Math.min(5, b - a) << 8 | line << 4 | way, n);
    add(44, n(a, i) << 9 ^ n(last, i), Math.min(4, b - a) << 4 | way);
    add(45, mix(sorts(b, i, AROUND)), mix(sorts(a - 1, i, AROUND)));
    add(46, mix(sorts(last, i, WORDLY)), way);
    var opened = "“\"‘".indexOf(markOr(a - 1)) >= 0;
    var closed = "”\"’".indexOf(markOr(b)) >= 0;
    add(47, (opened ? 1 : 0) + (closed ? 2 : 0), Math.min(4, b - a) << 4 | way);
    add(48, c(a - 1, i), c(b, i));
    add(49, w(a - 1, i), n);
    add(50, w(b, i), n);
    add(51, noun(b, i), way);
    add(52, noun(b, i), c);
    if (parts[i] == 2) {
      add(53, hashes[i], w(i - 1, i));
      add(54, hashes[i], w(i + 1, i));
      add(55, hashes[i], mix(sorts(i - 1, i, WORDLY)));
    } else {
      add(56, w(a - 1, i), shapes[i]);
      add(57, w(b, i), shapes[i]);
      add(58, ahead(b, i), way);
    }
  }

  /// What a name is said to be behind a comma: the class of the first noun that says so.
  private int noun(int b, int i) {
    if (markOr(b) != ',' || b >= to[i]) {
      return 0;
    }
    for (var k = b + 1; k <= Math.min(to[i], b + 7) && words.mark(k) == 0; k++) {
      var sorts = words.sorts(k) & (Sort.PERSON.bit | Sort.BODY.bit | Sort.WORK.bit);
      if (sorts != 0) {
        return mix(sorts);
      }
    }
    return words.isNumber(b + 1) ? 2 : 1;
  }

  /// The last word of what a link leads to: “of Bergen” behind “University”.
  private int ahead(int b, int i) {
    if (b > to[i] || parts[b] != 2) {
      return 0;
    }
    var k = b;
    while (k < to[i] && k - b < LONGEST && goesOn(k + 1)) {
      k++;
    }
    return hashes[k];
  }

  private void memory(int i, int a, int b, int way, int line, int first) {
    var mine = seen[numbers[i]];
    add(60, mine, way);
    add(61, mine & 0x1FFFFF, line);
    add(62, mine >>> 21, first << 4 | line << 2);
    add(63, seen[numbers[a]] & 0x1FFFFF, way);
    add(64, seen[numbers[b - 1]] & 0x1FFFFF, way);
    if (listed[i] != 0) {
      add(65, listed[i], 0);
      add(66, listed[i], way);
      add(67, listed[i], shapes[i]);
    }
  }
}
