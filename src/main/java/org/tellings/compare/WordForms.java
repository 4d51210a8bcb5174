package org.tellings.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words that are the same in another form: “per cent”, “it’s”, “6.50”.
final class WordForms {

  private static final Map<String, Set<String>> WRITTEN_OUT =
      Map.of(
          "s", Set.of("is", "has", "us"),
          "m", Set.of("am"),
          "re", Set.of("are"),
          "ve", Set.of("have"),
          "ll", Set.of("will", "shall"),
          "d", Set.of("had", "would"));

  private WordForms() {}

  /// The same letters or the same digits: "per cent" and "percent", "six fifty" and "6.50".
  static boolean areSame(List<Word> some, List<Word> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return false;
    }
    var one = joined(some);
    var other = joined(others);
    return one.equals(other) || isTime(one) && isTime(other) && padded(one).equals(padded(other));
  }

  private static boolean isTime(String joined) {
    return joined.length() > 1 && joined.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  /// The digits without the point, as on a clock: "6.5" is "650".
  private static String padded(String joined) {
    var point = joined.indexOf('.');
    var digits = joined.replace(".", "");
    return point >= 0 && digits.length() - point == 1 ? digits + "0" : digits;
  }

  private static String joined(List<Word> words) {
    var all = new StringBuilder();
    words.forEach(word -> all.append(word.key()));
    return all.toString();
  }

  /// “He” and “he’d”.
  static boolean isContracted(Word one, Word contracted) {
    var at = contracted.printed().replace('’', '\'').indexOf('\'');
    return at > 0 && contracted.printed().substring(0, at).equalsIgnoreCase(one.printed());
  }

  /// Whether two words are one word written out: “it is”, “it’s”.
  static boolean isWrittenOut(Word contracted, List<Word> words, int at) {
    var printed = contracted.printed().replace('’', '\'').toLowerCase(Locale.ROOT);
    var sign = printed.indexOf('\'');
    var one = words.get(at).printed().toLowerCase(Locale.ROOT);
    var other = words.get(at + 1).printed().toLowerCase(Locale.ROOT);
    return sign > 0
        && (printed.endsWith("n't")
            ? other.equals("not") && printed.startsWith(one)
            : printed.substring(0, sign).equals(one)
                && WRITTEN_OUT.getOrDefault(printed.substring(sign + 1), Set.of()).contains(other));
  }

  /// The same words, whatever their letters and signs.
  static boolean areSame(String one, String other) {
    return keys(one).equals(keys(other));
  }

  private static List<String> keys(String text) {
    return WordReader.read(text, 0).stream().map(Word::key).toList();
  }
}
