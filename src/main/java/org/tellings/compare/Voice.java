package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;

/// Who speaks, as far as it matters for telling two speakers apart.
///
/// `words` are the words of the name in lower case, none when it is unknown; `bodies` the names of
/// firms and offices in the role, so that a body and the person who speaks for it agree. A `paper`
/// (memo, status page) speaks for somebody else, so it may be anybody's.
record Voice(List<String> words, Set<String> bodies, boolean paper) {

  /// How two voices stand to each other.
  enum Relation {
    SAME,
    UNKNOWN,
    OTHER
  }

  private static final Set<String> TITLES =
      Set.of(
          """
          mr mrs ms miss dr prof professor sir lord lady dame president the captain colonel general
          major lieutenant sergeant constable inspector detective superintendent commissioner judge
          justice councilor senator representative congressman congresswoman minister secretary
          governor mayor ambassador bishop father sister chief officer
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> OFFICES =
      Set.of(
          """
          ceo cto cfo chief executive chair chairman chairwoman president minister secretary senator
          representative director head us ai
          """
              .strip()
              .split("\\s+"));

  static Voice of(Speaker speaker) {
    var unnamed = speaker.kind().filter(kind -> kind == SpeakerKind.UNNAMED).isPresent();
    var words = unnamed ? List.<String>of() : words(speaker.name().orElse(""));
    var bodies = new TreeSet<String>();
    speaker.role().ifPresent(role -> bodies.addAll(bodies(role)));
    var paper = speaker.kind().filter(kind -> kind == SpeakerKind.DOCUMENT).isPresent();
    return new Voice(words, bodies, paper);
  }

  boolean isKnown() {
    return !words.isEmpty();
  }

  /// A person or a body with a name.
  boolean isSomebody() {
    return isKnown() && !paper;
  }

  /// Where this voice is looked for: the last word of a name, as "Sacks" stands for "David Sacks".
  List<String> scopes() {
    var scopes = new ArrayList<String>();
    if (isKnown()) {
      scopes.add(words.getLast());
    }
    for (var body : bodies) {
      scopes.add(body.substring(body.lastIndexOf(' ') + 1));
    }
    return scopes.stream().distinct().toList();
  }

  Relation to(Voice other) {
    if (!isKnown() || !other.isKnown()) {
      return Relation.UNKNOWN;
    }
    if (isPartOf(words, other.words)
        || isPartOf(other.words, words)
        || bodies.contains(other.name())
        || other.bodies.contains(name())) {
      return Relation.SAME;
    }
    return paper || other.paper ? Relation.UNKNOWN : Relation.OTHER;
  }

  String name() {
    return String.join(" ", words);
  }

  /// The shorter name is the end or the beginning of the longer ("Sacks", "David Sacks"); or only
  /// the first names differ, and one is short for the other ("Doug", "Douglas"); or it is misspelt.
  private static boolean isPartOf(List<String> part, List<String> whole) {
    if (part.size() > whole.size()) {
      return false;
    }
    var end = whole.subList(whole.size() - part.size(), whole.size());
    if (part.equals(end) || part.equals(whole.subList(0, part.size()))) {
      return true;
    }
    if (part.size() != whole.size() || part.size() < 2) {
      return part.size() == 1 && whole.size() == 1 && isMisspelt(part.getFirst(), whole.getFirst());
    }
    var last = part.size() - 1;
    if (part.subList(1, last + 1).equals(whole.subList(1, last + 1))) {
      return whole.getFirst().startsWith(part.getFirst());
    }
    return part.subList(0, last).equals(whole.subList(0, last))
        && isMisspelt(part.get(last), whole.get(last));
  }

  /// Four letters at least, the first the same, one wrong, or two when there are six.
  private static boolean isMisspelt(String one, String other) {
    var length = Math.min(one.length(), other.length());
    if (length < 4 || one.charAt(0) != other.charAt(0)) {
      return false;
    }
    var before = new int[other.length() + 1];
    for (var k = 0; k < before.length; k++) {
      before[k] = k;
    }
    for (var i = 1; i <= one.length(); i++) {
      var row = new int[other.length() + 1];
      row[0] = i;
      for (var k = 1; k < row.length; k++) {
        var other1 = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
        row[k] = Math.min(before[k - 1] + other1, 1 + Math.min(before[k], row[k - 1]));
      }
      before = row;
    }
    return before[other.length()] <= (length < 6 ? 1 : 2);
  }

  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    for (var word : WordReader.read(name, 0)) {
      var key = word.key().endsWith("'s") ? word.stem() : word.key();
      if (!TITLES.contains(key)) {
        words.add(key);
      }
    }
    return List.copyOf(words);
  }

  /// Runs of capitalised words in a role that are no office, as "Brightmere Cloud" in "chief
  /// executive of Brightmere Cloud" and "OpenAI" in "OpenAI CEO".
  private static Set<String> bodies(String role) {
    var bodies = new TreeSet<String>();
    var run = new ArrayList<String>();
    for (var word : WordReader.read(role, 0)) {
      var key = word.key().endsWith("'s") ? word.stem() : word.key();
      var isName = word.capital() && !word.function() && !OFFICES.contains(key);
      if (isName) {
        run.add(key);
      }
      if (!isName || !word.after().isBlank() || !key.equals(word.key())) {
        close(run, bodies);
      }
    }
    close(run, bodies);
    return bodies;
  }

  private static void close(List<String> run, Set<String> bodies) {
    if (!run.isEmpty()) {
      bodies.add(String.join(" ", run));
      run.clear();
    }
  }

  static Optional<String> printed(Speaker speaker) {
    return speaker.kind().filter(kind -> kind == SpeakerKind.UNNAMED).isPresent()
        ? Optional.empty()
        : speaker.name();
  }
}
