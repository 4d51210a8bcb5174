package org.tellings.compare;

import java.util.Set;
import org.tellings.model.Span;

/// What one article calls a person in one place: the words, and the office they name.
///
/// `words` are those of the place, or those a person wrote in their stead. `bodies` are names of
/// whom or what the office is of, `fields` plain words for it (“research”), both in lower case;
/// empty where the words do not say.
record Calling(
    String person,
    Span span,
    String words,
    String office,
    Offices.Sort sort,
    Standing standing,
    String rank,
    Set<String> bodies,
    Set<String> fields) {

  /// When the person holds it, as the words tell. `THEN`: the article speaks of another time.
  enum Standing {
    HOLDS,
    FORMER,
    COMING,
    THEN
  }

  /// Whether both may be of one body and field.
  boolean goesWith(Calling other) {
    return meet(bodies, other.bodies) && meet(fields, other.fields);
  }

  /// How much the words tell of whom the office is.
  int detail() {
    return 2 * bodies.size() + fields.size();
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
  }

  Calling with(Set<String> of) {
    return new Calling(person, span, words, office, sort, standing, rank, of, fields);
  }

  /// The same, told at another place in these words.
  Calling at(Span place, String said) {
    return new Calling(person, place, said, office, sort, standing, rank, bodies, fields);
  }
}
