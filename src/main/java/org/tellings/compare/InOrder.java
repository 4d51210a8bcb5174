package org.tellings.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Maps that are read in the order of their keys.
///
/// [Map#copyOf] has another order at every start of the program, and sums of fractions taken in
/// another order differ in the last digit: enough for what lies on a limit to fall to the other
/// side.
final class InOrder {

  private InOrder() {}

  /// An unchangeable copy. It is looked up as fast as any other.
  static <V> Map<String, V> of(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(map)));
  }
}
