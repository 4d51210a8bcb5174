package org.tellings.workbench;

import java.util.Optional;
import org.tellings.model.Edit;
import org.tellings.store.Library;

/// Undo and redo over the library's journal, after a restart too.
final class History {

  private History() {}

  /// What must follow an edit, in the same transaction.
  interface Following {
    void after(Library library, Edit edit);
  }

  /// Undoes the newest step that stands, at this time (ISO instant).
  static Optional<Library.Noted> undo(Library library, String at, Following following) {
    return library.together(
        l ->
            l.newestDone()
                .map(
                    step -> {
                      var edit = l.edit(step);
                      l.apply(edit.inverse());
                      following.after(l, edit);
                      l.undone(step.number(), true, at);
                      return step;
                    }));
  }

  /// Does the oldest undone step again, at this time.
  static Optional<Library.Noted> redo(Library library, String at, Following following) {
    return library.together(
        l ->
            l.oldestUndone()
                .map(
                    step -> {
                      var edit = l.edit(step);
                      l.apply(edit);
                      following.after(l, edit);
                      l.undone(step.number(), false, at);
                      return step;
                    }));
  }
}
