package org.tellings.compare;

import java.util.Set;
import java.util.TreeMap;

/// The words that say of what, as sorted hashes with what each counts.
record Marks(long[] words, int[] counts) {

  private static final int NAME = 2;

  /// A name or a number of a model counts two, another word one.
  static Marks of(Set<String> wholes, Set<String> holders, Set<String> codes, Set<String> kinds) {
    var counts = new TreeMap<Long, Integer>();
    wholes.forEach(w -> counts.put(Saying.hash(w), holders.contains(w) ? NAME : 1));
    codes.forEach(code -> counts.put(Saying.hash("=" + code), NAME));
    kinds.forEach(kind -> counts.put(Saying.hash("#" + kind), 1));
    return new Marks(
        counts.keySet().stream().mapToLong(Long::longValue).toArray(),
        counts.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /// What both have; a word that either has as a name counts as a name.
  int shared(Marks other) {
    var shared = 0;
    var i = 0;
    var k = 0;
    while (i < words.length && k < other.words.length) {
      if (words[i] < other.words[k]) {
        i++;
      } else if (words[i] > other.words[k]) {
        k++;
      } else {
        shared += Math.max(counts[i++], other.counts[k++]);
      }
    }
    return shared;
  }
}
