package org.tellings.extract;

import org.tellings.extract.Lexicon.Sort;

/// What the learned reading of names goes by: for each token that may be part of a name, its traits
/// as numbers, and the runs of such tokens.
///
/// A trait is a template with one or two values; its key is a hash of the three. The keys of the
/// last call of [#at] stand in `keys`, `size` of them. For one text and one thread.
final class NameTraits extends NamePlaces {

  /// Most traits that a token has.
  static final int MOST = 80;

  /// The template of one label behind another.
  static final int WAY = 0;

  private static final int EDGE = 11;

  /// How many tokens of a run are looked at to either side.
  private static final int LONGEST = 8;

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

  final int[] keys = new int[MOST];
  final int[] templates = new int[MOST];
  final int[] ones = new int[MOST];
  final int[] others = new int[MOST];
  int size;

  NameTraits(Words words, NameWeights weights) {
    super(words, weights);
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
    var noun = noun(b, i);
    add(51, noun, way);
    add(52, noun, c);
    var said = before(a, i);
    add(59, said, way);
    add(68, said, noun);
    add(69, work(a, b, i), way);
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

  /// What a name is said to be before it, with or without a comma: the class of the noun nearest.
  private int before(int a, int i) {
    var comma = markOr(a - 1) == ',' ? 1 : 0;
    for (var k = a - 1 - comma; k >= Math.max(from[i], a - 7) && words.mark(k) == 0; k--) {
      var sorts = words.sorts(k) & (Sort.PERSON.bit | Sort.BODY.bit | Sort.WORK.bit);
      if (sorts != 0) {
        return mix(sorts) + comma * 2 + (k == a - 1 - comma ? 1 : 0);
      }
    }
    return comma;
  }

  /// Whether words for a work stand near.
  private int work(int a, int b, int i) {
    for (var k = Math.max(from[i], a - 12); k < a; k++) {
      if (words.is(k, Sort.WORK)) {
        return 1;
      }
    }
    for (var k = b; k <= Math.min(to[i], b + 9); k++) {
      if (words.is(k, Sort.WORK)) {
        return 2;
      }
    }
    return 0;
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
