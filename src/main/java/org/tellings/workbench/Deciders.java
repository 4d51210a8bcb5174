package org.tellings.workbench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tellings.model.ArticleId;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.store.Library;
import org.tellings.workbench.ReviewDesk.Decided;

/// Reads out of the journal who decided last on findings, and when.
final class Deciders {

  private final Library library;
  // a step on many findings is read once
  private final Map<Long, Map<FindingId, Edit.Decided>> steps = new HashMap<>();

  Deciders(Library library) {
    this.library = library;
  }

  Map<FindingId, Decided> of(ArticleId article) {
    Map<FindingId, Decided> decided = new LinkedHashMap<>();
    library.findings(article).stream()
        .filter(Kept::isReviewed)
        .map(Kept::id)
        .forEach(id -> last(id).ifPresent(last -> decided.put(id, last)));
    return decided;
  }

  private Optional<Decided> last(FindingId id) {
    var coder = library.decision(id).map(Decision::coder);
    return coder.flatMap(
        who ->
            library.journal(id).stream()
                .filter(step -> !step.undone())
                .filter(
                    step ->
                        Optional.ofNullable(decisions(step).get(id))
                            .filter(Deciders::decides)
                            .isPresent())
                .findFirst()
                .map(step -> new Decided(who, step.at())));
  }

  private Map<FindingId, Edit.Decided> decisions(Library.Noted step) {
    return steps.computeIfAbsent(
        step.number(),
        _ ->
            Leaves.of(library.edit(step))
                .filter(Edit.Decided.class::isInstance)
                .map(Edit.Decided.class::cast)
                .collect(Collectors.toMap(Edit.Decided::id, one -> one, (_, later) -> later)));
  }

  /// Who dismissed a reading of the machine decided nothing new.
  private static boolean decides(Edit.Decided edit) {
    return edit.before().isEmpty()
        || edit.after().isEmpty()
        || edit.before().get().seen().equals(edit.after().get().seen())
        || !edit.before().get().finding().equals(edit.after().get().finding())
        || edit.before().get().state() != edit.after().get().state();
  }
}
