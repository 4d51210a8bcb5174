package org.tellings.compare;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// What a word becomes, worked out once: a library has the same words in nearly every article, and
/// what is remembered of them is one object each. Safe for use from many threads.
final class Memo {

  /// More than any library has, but for slips and code.
  private static final int MOST = 300_000;

  /// Words in themselves: an equal string, most often one that others hold already.
  static final Memo WORDS = new Memo(word -> word);

  private final UnaryOperator<String> making;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Memo(UnaryOperator<String> making) {
    this.making = making;
  }

  String of(String word) {
    var before = known.get(word);
    if (before != null) {
      return before;
    }
    var made = making.apply(word);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(word, made);
    return made;
  }
}
