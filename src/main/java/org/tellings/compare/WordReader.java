package org.tellings.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Word.Marked;
import org.tellings.model.Span;

/// Reads a text word by word, so that two texts can be compared.
///
/// Words are divided at hyphens and dashes ("wake-up" is two). Numbers are one word however they
/// are written: "two thousand", "2,000" and "2000" have the same key. Pure.
final class WordReader {

  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Integer> SMALL = small();
  private static final Map<String, String> MONEY =
      keyed(
          Map.of(
              "dollar", "$", "dollars", "$", "pound", "£", "pounds", "£", "euro", "€", "euros",
              "€"));
  private static final Map<String, Long> SCALE =
      keyed(
          Map.ofEntries(
              Map.entry("hundred", 100L),
              Map.entry("thousand", 1_000L),
              Map.entry("k", 1_000L),
              Map.entry("million", 1_000_000L),
              Map.entry("m", 1_000_000L),
              Map.entry("mn", 1_000_000L),
              Map.entry("billion", 1_000_000_000L),
              Map.entry("bn", 1_000_000_000L),
              Map.entry("b", 1_000_000_000L),
              Map.entry("trillion", 1_000_000_000_000L),
              Map.entry("tn", 1_000_000_000_000L)));

  /// Parts of the day on a clock, as they are written after an hour.
  private static final Set<String> CLOCK = Set.of("am", "pm");

  /// Beginnings that are written with a hyphen by some.
  private static final Set<String> PREFIXES =
      Set.of("co", "re", "pre", "non", "anti", "e", "mid", "sub", "multi");

  private final String text;
  private final int shift;
  private final byte[] depth;
  private final List<Raw> raws = new ArrayList<>();

  /// A word as it stands, before numbers are read.
  private record Raw(int start, int end, String key) {}

  private WordReader(String text, int shift) {
    this.text = text;
    this.shift = shift;
    this.depth = brackets(text);
  }

  /// The words of a text that begins at `shift` in its article.
  static List<Word> read(String text, int shift) {
    var reader = new WordReader(text, shift);
    reader.scan();
    return reader.words();
  }

  /// The signs before the first word.
  static String lead(String text, List<Word> words, int shift) {
    return words.isEmpty() ? text : text.substring(0, words.getFirst().at().start() - shift);
  }

  private static byte[] brackets(String text) {
    var depth = new byte[text.length()];
    for (var i = 0; i < text.length(); i++) {
      var open = text.charAt(i);
      if (open != '[' && open != '(') {
        continue;
      }
      var close = text.indexOf(open == '[' ? ']' : ')', i);
      if (close > i && close - i < 300) {
        for (var k = i; k <= close; k++) {
          depth[k] = (byte) (open == '[' ? 1 : 2);
        }
        i = close;
      }
    }
    return depth;
  }

  private void scan() {
    var i = 0;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (c == '%' || c == '&') {
        raws.add(new Raw(i, i + 1, Spelling.key(text.substring(i, i + 1))));
        i++;
      } else if (isWordy(c) || isMoney(c) && i + 1 < text.length() && digit(i + 1)) {
        var end = end(i);
        if (end + 1 < text.length()
            && text.charAt(end) == '-'
            && Character.isLetter(text.charAt(end + 1))
            && PREFIXES.contains(text.substring(i, end).toLowerCase(Locale.ROOT))) {
          end = end(end + 1);
        }
        raws.add(new Raw(i, end, key(i, end)));
        i = end;
      } else {
        i++;
      }
    }
  }

  private int end(int start) {
    var i = start + 1;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (isWordy(c)) {
        i++;
      } else if (i + 1 < text.length() && isWordy(text.charAt(i + 1)) && isInside(start, i)) {
        i++;
      } else if (c == '.' && isAbbreviation(start, i)) {
        return i + 1;
      } else {
        return i;
      }
    }
    return i;
  }

  /// A sign inside a word: an apostrophe, a bracket, the point or comma of a number or of "U.S.".
  private boolean isInside(int start, int i) {
    var c = text.charAt(i);
    return switch (c) {
      case '\'', '’', '‘', '[', ']' -> true;
      case '.' -> digit(i - 1) && digit(i + 1) || isAbbreviation(start, i);
      case ',' -> digit(i - 1) && digit(i + 1);
      default -> false;
    };
  }

  /// The point stands after single letters divided by points, two at least, as in "U.S.".
  private boolean isAbbreviation(int start, int point) {
    if (!Character.isLetter(text.charAt(point - 1))) {
      return false;
    }
    var before = point - 2 >= start && text.charAt(point - 2) == '.';
    var after =
        point + 2 < text.length()
            && Character.isLetter(text.charAt(point + 1))
            && text.charAt(point + 2) == '.';
    return before || point - 1 == start && after;
  }

  private boolean digit(int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }

  private static boolean isWordy(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isMoney(char c) {
    return c == '$' || c == '€' || c == '£';
  }

  private String key(int start, int end) {
    var printed = text.substring(start, end).replace("-", "");
    if (printed.indexOf('[') >= 0 || printed.indexOf(']') >= 0) {
      printed = printed.replace("[", "").replace("]", "");
    }
    return Spelling.key(printed);
  }

  private List<Word> words() {
    var words = new ArrayList<Word>();
    var i = 0;
    while (i < raws.size()) {
      var number = number(i);
      var last = number == null ? i : number.last;
      var key = number == null ? raws.get(i).key : number.key;
      var start = raws.get(i).start;
      var end = raws.get(last).end;
      var mark = mark(start, end);
      if (mark != Marked.PLAIN) {
        start = start > 0 && "[(".indexOf(text.charAt(start - 1)) >= 0 ? start - 1 : start;
        end = end < text.length() && "])".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
      }
      var next = last + 1 < raws.size() ? raws.get(last + 1).start : text.length();
      var after = next > end ? text.substring(end, next).replace("[", "") : "";
      words.add(
          new Word(
              Memo.WORDS.of(key),
              Spelling.stem(key),
              new Span(shift + start, shift + end),
              Memo.WORDS.of(text.substring(start, end)),
              Memo.WORDS.of(after),
              Spelling.isFunction(key),
              mark));
      i = last + 1;
    }
    return List.copyOf(words);
  }

  private Marked mark(int start, int end) {
    for (var i = start; i < end; i++) {
      if (depth[i] == 1) {
        return Marked.SQUARE;
      }
    }
    return depth[start] == 2 ? Marked.ROUND : Marked.PLAIN;
  }

  /// A number over one or more words, with the last of them.
  private record Number(String key, int last) {}

  private @Nullable Number number(int i) {
    var key = raws.get(i).key;
    var money = isMoney(key.charAt(0)) ? key.substring(0, 1) : "";
    var value = value(i, key.substring(money.length()));
    if (value == null) {
      return null;
    }
    var last = i;
    if (Character.isLetter(key.charAt(0)) && value.compareTo(BigDecimal.TEN) > 0) {
      var unit = follows(last) ? SMALL.get(raws.get(last + 1).key) : null;
      if (unit != null && unit < 10 && TENS.contains(key)) {
        value = value.add(BigDecimal.valueOf(unit));
        last++;
      }
    }
    while (follows(last) && isScale(raws.get(last + 1).key)) {
      value = value.multiply(BigDecimal.valueOf(scale(raws.get(last + 1).key)));
      last++;
    }
    if (money.isEmpty() && follows(last)) {
      var sign = MONEY.get(raws.get(last + 1).key);
      if (sign != null) {
        money = sign;
        last++;
      }
    }
    var plain = value.stripTrailingZeros().toPlainString();
    if (money.isEmpty() && follows(last) && CLOCK.contains(raws.get(last + 1).key)) {
      return new Number(plain + raws.get(last + 1).key, last + 1); // "6 a.m." as "6am"
    }
    return new Number(money + plain, last);
  }

  /// What a word says as a number; nothing when it is none. "A" is one before "hundred".
  private @Nullable BigDecimal value(int i, String key) {
    if (Character.isDigit(key.charAt(0))) {
      return digits(key);
    }
    if (key.equals("a") && follows(i) && isScale(raws.get(i + 1).key)) {
      return BigDecimal.ONE;
    }
    if (isScale(key)) {
      return BigDecimal.valueOf(scale(key));
    }
    var small = SMALL.get(key);
    return small == null ? null : BigDecimal.valueOf(small);
  }

  private static @Nullable BigDecimal digits(String key) {
    var to = 0;
    while (to < key.length() && "0123456789.,".indexOf(key.charAt(to)) >= 0) {
      to++;
    }
    var plain = key.substring(0, to).replace(",", "");
    var suffix = key.substring(to);
    var scale = suffix.isEmpty() ? Long.valueOf(1) : SCALE.get(suffix);
    if (plain.isEmpty() || scale == null || plain.indexOf('.') != plain.lastIndexOf('.')) {
      return null;
    }
    return new BigDecimal(plain).multiply(BigDecimal.valueOf(scale));
  }

  /// "Hundred" and "million" are; "m" and "bn" only at the end of digits.
  private static boolean isScale(String key) {
    return key.length() > 2 && SCALE.containsKey(key);
  }

  private static long scale(String key) {
    return SCALE.getOrDefault(key, 1L);
  }

  /// Another word follows with nothing but a blank or a hyphen between.
  private boolean follows(int i) {
    return i + 1 < raws.size() && isNear(i);
  }

  /// Nothing but a blank or a hyphen stands between a word and the next.
  private boolean isNear(int i) {
    var between = text.substring(raws.get(i).end, raws.get(i + 1).start);
    return between.length() == 1 && " -\u2011\u00a0\n".contains(between);
  }

  /// With the keys under which the words are known.
  private static <T> Map<String, T> keyed(Map<String, T> words) {
    var keyed = new HashMap<String, T>();
    words.forEach((word, value) -> keyed.put(Spelling.key(word), value));
    return Map.copyOf(keyed);
  }

  private static Map<String, Integer> small() {
    var words =
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
        """
            .strip()
            .split("\\s+");
    var small = new HashMap<String, Integer>();
    for (var i = 0; i < words.length; i++) {
      small.put(Spelling.key(words[i]), i);
    }
    for (var i = 0; i < TENS.size(); i++) {
      small.put(TENS.get(i), 20 + 10 * i);
    }
    return Map.copyOf(small);
  }
}
