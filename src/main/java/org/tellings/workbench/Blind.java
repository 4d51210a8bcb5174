package org.tellings.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.Segment;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;

/// Keeps from the coder at work what others coded in articles that not both have finished, where
/// steps are told. One object is good for one list: it remembers what is hidden.
final class Blind {

  private static final String WORDS = "Coded words that are shown when both coders have finished";

  private final Library library;
  private final String viewer;
  private final boolean isOpen;
  private final Map<ArticleId, Set<String>> hidden = new HashMap<>();
  private final Map<Segment, Set<String>> coming = new HashMap<>();

  Blind(Library library) {
    this.library = library;
    viewer = library.codings().viewer();
    var coders = library.codings().coders();
    isOpen = coders.size() < 2 || !coders.contains(viewer);
  }

  /// The same where these edits are made soon.
  Blind(Library library, List<Edit> soon) {
    this(library);
    soon.stream()
        .flatMap(Leaves::of)
        .forEach(
            edit -> {
              if (edit instanceof Edit.Coded c && c.on() && c.id() instanceof Segment words) {
                coming.computeIfAbsent(words, _ -> new HashSet<>()).add(c.coder());
              }
            });
  }

  /// Whether a single edit is a code that the viewer may not see yet, lays one aside, or is a note
  /// on words that only others coded.
  boolean hides(Edit edit) {
    if (isOpen) {
      return false;
    }
    if (edit instanceof Edit.Waits w) {
      return w.after()
          .or(w::before)
          .filter(one -> one.why() == Waiting.Why.CONFLICT)
          .map(one -> EditRow.edit(one.body()))
          .filter(word -> word instanceof Edit.Noted n ? isOnOthers(n) : hides(word))
          .isPresent();
    }
    return edit instanceof Edit.Coded c
            && hidden
                .computeIfAbsent(c.id().article(), library.codings()::hidden)
                .contains(c.coder())
        || edit instanceof Edit.Noted n
            && n.id() instanceof Segment words
            && library.codings().hides(words);
  }

  /// Whether a note is on words that only others coded, which the viewer may not see yet: what it
  /// was before the viewer wrote one is not told.
  boolean isOnOthers(Edit.Noted noted) {
    return !isOpen
        && noted.id() instanceof Segment words
        && library.codings().isOthers(words, coming.getOrDefault(words, Set.of()));
  }

  /// The words of a step of another that coded what the viewer may not see yet, without what it
  /// was; any other's as they are. `edit` is asked for only where it matters.
  String words(String words, String coder, Supplier<Edit> edit) {
    return hides(coder, edit) ? WORDS : words;
  }

  /// Whether a step of this coder coded what the viewer may not see yet; `edit` is asked for only
  /// where it matters.
  boolean hides(String coder, Supplier<Edit> edit) {
    return !isOpen && !coder.equals(viewer) && Leaves.of(edit.get()).anyMatch(this::hides);
  }
}
