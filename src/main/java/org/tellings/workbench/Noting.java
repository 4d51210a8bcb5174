package org.tellings.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.Segment;
import org.tellings.model.Waiting;
import org.tellings.store.Library;

/// A note that a person writes, where there may be one that the person may not see yet.
final class Noting {

  private Noting() {}

  /// The edit that writes a note. A hidden one on the same words is laid aside, to be settled when
  /// all have finished the article; nobody can take away what is hidden. `words` are those of the
  /// step. Inside [Library#together].
  static Edit edit(Library library, String words, Edit.Noted noted) {
    if (noted.before().isEmpty()
        || !(noted.id() instanceof Segment segment)
        || !library.codings().hides(segment)) {
      return noted;
    }
    if (noted.after().isEmpty()) {
      throw new IllegalArgumentException("there is no note to take away");
    }
    var there = new Edit.Noted(segment, noted.after(), noted.before());
    var key = Leaves.key(there);
    Map<String, Version> versions = new LinkedHashMap<>();
    versions.put(key, Versions.of(library).of(key, Optional.of(noted.before())));
    var from =
        library.codings().of(segment.article()).stream()
            .filter(coding -> coding.target().equals(segment))
            .map(Coding::coder)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    var about =
        About.of(library, there)
            + ": "
            + new Step.Change(
                    segment.toString(),
                    "note",
                    Optional.of(there.before()),
                    Optional.of(there.after()))
                .inWords();
    Waiting waiting = Aside.waiting(from, there, versions, about);
    return new Edit.Together(
        words, List.of(noted, new Edit.Waits(Optional.empty(), Optional.of(waiting))));
  }
}
