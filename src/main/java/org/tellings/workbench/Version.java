package org.tellings.workbench;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whose word something is in a library, and whose words were known when it was said.
///
/// Each word of a person has an id, made where and when it was said (see [Versions]). `heads` are
/// the ids of the words that hold now, several where two libraries said the same by themselves;
/// `seen` has all that were ever known, those too; `undone` those that were taken back by undo;
/// `refused` what a person here saw and did not take over; `older` those that were known to each
/// who said a word that holds, when it was said. With these, a word that comes by whatever way is
/// known to be new, old, or said apart, without any clock: a version vector of single words (D.
/// Parker et al., Detection of Mutual Inconsistency in Distributed Systems, 1983).
record Version(
    Set<String> heads,
    Set<String> seen,
    Set<String> undone,
    Set<String> refused,
    Set<String> older) {

  /// Nobody said anything.
  static final Version NONE = new Version(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  /// In the place of the id of a word that is only just being said.
  static final String THIS = "*";

  Version {
    heads = Set.copyOf(heads);
    seen = Set.copyOf(seen);
    undone = Set.copyOf(undone);
    refused = Set.copyOf(refused);
    older = Set.copyOf(older);
  }

  /// A word of which no more is known.
  static Version of(String id) {
    return new Version(Set.of(id), Set.of(id), Set.of(), Set.of(), Set.of(id));
  }

  /// What was said or taken back here that the other does not know: of what was taken back only
  /// what holds there still.
  Set<String> news(Version other) {
    return Stream.concat(
            heads.stream().filter(id -> !other.seen.contains(id)),
            undone.stream().filter(other.heads::contains).map(Version::undone))
        .collect(Collectors.toSet());
  }

  /// Whether all that holds here was known to the other, and words that were known here, and never
  /// undone, were not: so it is where one goes back to before it heard of the other's word.
  boolean isBehind(Version other) {
    return other.seen.containsAll(heads)
        && other.seen.stream()
            .anyMatch(
                id -> !seen.contains(id) && !other.undone.contains(id) && !undone.contains(id));
  }

  /// The taking back of a word.
  private static String undone(String id) {
    return "-" + id;
  }

  /// Whether something was said that was not undone, and nobody's word holds.
  boolean isNobodys() {
    return heads.isEmpty() && !undone.containsAll(seen);
  }

  /// Whether a person there saw one of the words that hold in the other and kept to this.
  boolean refuses(Version other) {
    return other.heads.stream().anyMatch(refused::contains);
  }

  /// Whether the two know nothing of each other.
  boolean isApart(Version other) {
    return seen.stream().noneMatch(other.seen::contains);
  }

  /// Whether one who knows this much knows all that the other says.
  boolean knows(Version other) {
    return seen.containsAll(other.heads) && seen.containsAll(other.undone);
  }

  /// Whether all that the other knows is known here.
  boolean hasAll(Version other) {
    return seen.containsAll(other.seen) && undone.containsAll(other.undone);
  }

  /// The other's word in the place of the one here. Of several that say the same those that were
  /// taken back here hold no more.
  Version taking(Version other) {
    var left = other.heads.stream().filter(id -> !undone.contains(id)).collect(Collectors.toSet());
    return new Version(
        left.isEmpty() ? other.heads : left,
        both(seen, other.seen),
        both(undone, other.undone),
        refused,
        other.older);
  }

  /// What the other knows is known here too; what holds here holds on.
  Version seeing(Version other) {
    return new Version(heads, both(seen, other.seen), both(undone, other.undone), refused, older);
  }

  /// Both say the same; a word that one of them took back holds no more.
  Version and(Version other) {
    return new Version(
        Stream.concat(
                heads.stream().filter(id -> !other.undone.contains(id)),
                other.heads.stream().filter(id -> !undone.contains(id)))
            .collect(Collectors.toSet()),
        both(seen, other.seen),
        both(undone, other.undone),
        refused,
        older.stream().filter(other.older::contains).collect(Collectors.toSet()));
  }

  /// Of the words that hold here those that the other did not know; all that it knows is known
  /// here.
  Version keeping(Version other) {
    return new Version(
        heads.stream().filter(id -> !other.seen.contains(id)).collect(Collectors.toSet()),
        both(seen, other.seen),
        both(undone, other.undone),
        refused,
        older);
  }

  /// Whether some words that hold here were known to the other, and others were not.
  boolean isKnownInPart(Version other) {
    var known = heads.stream().filter(other.seen::contains).count();
    return known > 0 && known < heads.size();
  }

  /// Whether the other went back to what stood before, of which all who said what holds here knew;
  /// of their words it took back those that it knows, and the rest holds on.
  boolean holdsOn(Version other) {
    return older.containsAll(other.heads)
        && isKnownInPart(other)
        && heads.stream().filter(other.seen::contains).allMatch(other.undone::contains);
  }

  /// A word that is said here now by one who knows the other's.
  Version over(Version other, String id) {
    var known = both(both(seen, other.seen), Set.of(id));
    return new Version(Set.of(id), known, both(undone, other.undone), refused, known);
  }

  /// The word of here stays, though a person has seen the other's.
  Version refusing(Version other) {
    return new Version(
        heads,
        seen,
        undone,
        both(
            refused,
            both(
                other.heads,
                other.undone.stream().map(Version::undone).collect(Collectors.toSet()))),
        older);
  }

  /// Back to what held `before`; of all that was said since only that it was taken back is known.
  Version backTo(Version before, Set<String> takenBack) {
    return new Version(
        before.heads,
        both(before.seen, takenBack),
        both(before.undone, takenBack),
        before.refused,
        before.older);
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    return one.containsAll(other)
        ? one
        : other.containsAll(one)
            ? other
            : Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  // -- as text --

  /// [#text], and what was refused: so the other hears that its word was seen.
  String told() {
    return refused.isEmpty() ? text() : text(known(), refused);
  }

  /// `heads|other words seen|undone`, each with blanks between; behind it `|older`, where that is
  /// not all that was seen.
  String text() {
    return older.equals(seen) ? known() : text(known(), Set.of());
  }

  private String text(String known, Set<String> told) {
    return known + "|" + words(older) + (told.isEmpty() ? "" : "|" + words(told));
  }

  private String known() {
    return words(heads)
        + "|"
        + words(seen.stream().filter(id -> !heads.contains(id)).collect(Collectors.toSet()))
        + "|"
        + words(undone);
  }

  private static String words(Set<String> ids) {
    return String.join(" ", new TreeSet<>(ids));
  }

  /// What [#text] or [#told] wrote; `id` stands where [#THIS] stood. Of another text an
  /// [IllegalArgumentException].
  static Version of(String text, String id) {
    var parts = text.split("\\|", -1);
    if (parts.length < 3 || parts.length > 5) {
      throw new IllegalArgumentException("no version: " + text);
    }
    var heads = ids(parts[0], id);
    var seen = both(heads, ids(parts[1], id));
    return new Version(
        heads,
        seen,
        ids(parts[2], id),
        parts.length > 4 ? ids(parts[4], id) : Set.of(),
        parts.length > 3 ? ids(parts[3], id) : seen);
  }

  private static Set<String> ids(String words, String id) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.equals(THIS) ? id : word)
        .collect(Collectors.toSet());
  }
}
