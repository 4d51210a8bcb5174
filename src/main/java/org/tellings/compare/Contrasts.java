package org.tellings.compare;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Other things of which two figures are told.
final class Contrasts {

  /// “The firm”, “the company” may be any that has a name.
  private static final Set<String> FIRMS =
      Stream.of("firm", "company", "group", "business", "lab", "start-up", "startup", "chipmaker")
          .map(Stems::of)
          .collect(Collectors.toUnmodifiableSet());

  /// Verbs with which anything is told.
  private static final Set<String> WEAK =
      Set.of("is", "are", "was", "were", "ha", "has", "have", "had", "be", "been");

  private Contrasts() {}

  /// Told with one verb, each of another thing in the same place: “the tram drivers earn”, “the bus
  /// drivers earn”; “from Apple’s store”, “from Google’s store”. Where the verb is only “is” or
  /// “has”, the other things must be names, or share a word: “the east span”, “the west span”.
  static String contrast(Measure a, Measure b) {
    var here = a.nouns();
    var there = b.nouns();
    var weak = WEAK.contains(here.verb()) && WEAK.contains(there.verb());
    if (here.verb().isEmpty() || !weak && !Senses.areAlike(here.verb(), there.verb())) {
      return "";
    }
    if (here.subject().equals(there.subject()) && !here.subject().isEmpty()) {
      var odd = odd(here.qualifiers(), b);
      var other = odd(there.qualifiers(), a);
      if (!odd.isEmpty() && !other.isEmpty()) {
        return ofOther(odd, other);
      }
    }
    for (var place : here.places().entrySet()) {
      var others = there.places().getOrDefault(place.getKey(), Set.of());
      var odd = odd(place.getValue(), b);
      var other = odd(others, a);
      if (!odd.isEmpty()
          && !other.isEmpty()
          && (!weak
              || !Common.disjoint(place.getValue(), others)
              || here.names().containsAll(odd) && there.names().containsAll(other))) {
        return ofOther(odd, other);
      }
    }
    return "";
  }

  /// Every thing that one tells of and the other does not, if both do, or if it is what does or is
  /// what the figure says.
  static String otherThing(Measure a, Measure b) {
    var odd = odd(a.nouns().heads().keySet(), b);
    var other = odd(b.nouns().heads().keySet(), a);
    if (!odd.isEmpty() && !other.isEmpty()) {
      return ofOther(odd, other);
    }
    var done = odd(a.nouns().verbs(), b);
    var others = odd(b.nouns().verbs(), a);
    if (!done.isEmpty() && !others.isEmpty()) {
      return ofOther(done, others);
    }
    if (a.nouns().subject().isEmpty() || b.nouns().subject().isEmpty()) {
      return "";
    }
    if (odd.contains(a.nouns().subject())) {
      return "only one is of “" + a.nouns().subject() + "”";
    }
    if (other.contains(b.nouns().subject())) {
      return "only one is of “" + b.nouns().subject() + "”";
    }
    for (var head : a.nouns().heads().entrySet()) {
      var here = head.getValue();
      var there = b.nouns().heads().getOrDefault(head.getKey(), Set.of());
      if (!here.isEmpty() && !there.isEmpty() && Common.disjoint(here, there)) {
        return ofOther(here, there);
      }
    }
    return "";
  }

  static String ofOther(Set<String> odd, Set<String> other) {
    return "one is of " + list(odd) + ", the other of " + list(other);
  }

  /// Those that the other does not tell of, in these or like words.
  static Set<String> odd(Set<String> things, Measure other) {
    var odd = new TreeSet<>(things);
    odd.removeIf(
        thing ->
            FIRMS.contains(thing)
                || other.wholes().stream()
                    .anyMatch(
                        whole -> Senses.areAlike(thing, whole) || Common.isPart(thing, whole)));
    return odd;
  }

  static String list(Set<String> names) {
    return String.join(", ", names);
  }
}
