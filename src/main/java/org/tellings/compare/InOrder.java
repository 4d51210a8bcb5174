package org.tellings.compare;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Maps and sets that are read in the order of their keys.
///
/// [Map#copyOf] and [Set#copyOf] have another order at every start of the program, and sums of
/// fractions taken in another order differ in the last digit: enough for what lies on a limit to
/// fall to the other side.
final class InOrder {

  private InOrder() {}

  /// An unchangeable copy. It is looked up as fast as any other.
  static <V> Map<String, V> of(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(map)));
  }

  /// An unchangeable copy that takes little room: a library holds some of them for each figure and
  /// sentence.
  static Set<String> of(Collection<String> words) {
    return words.isEmpty()
        ? Set.of()
        : new Words(words.stream().sorted().distinct().toArray(String[]::new));
  }

  private static final class Words extends AbstractSet<String> {

    private final String[] sorted;

    Words(String[] sorted) {
      this.sorted = sorted;
    }

    @Override
    public int size() {
      return sorted.length;
    }

    @Override
    public boolean contains(Object word) {
      return word instanceof String one && Arrays.binarySearch(sorted, one) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.asList(sorted).iterator();
    }
  }
}
