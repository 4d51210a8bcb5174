package org.tellings.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.Waiting;
import org.tellings.store.Library;

/// What people decided in a library, as it stands: for each thing the single edit that makes it of
/// nothing, by its key, see [Leaves].
final class Standing {

  private final Map<String, Edit> all = new LinkedHashMap<>();

  private Standing() {}

  /// What stands in a library: codebook, coders, articles, decisions, notes, codes, ties, names,
  /// dates of events, dismissals, settled disagreements, and what is laid aside.
  static Standing of(Library l) {
    var standing = new Standing();
    var codings = l.codings();
    for (var summary : l.summaries()) {
      standing.add(new Edit.Presence(List.of(summary.id()), true));
      standing.add(new Edit.Described(summary.id(), summary.heading(), summary.heading()));
    }
    codings.codes().forEach(c -> standing.add(new Edit.Defined(Optional.empty(), Optional.of(c))));
    codings.coders().forEach(c -> standing.add(new Edit.Enrolled(c, true)));
    l.decisions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Object::toString)))
        .forEach(
            d ->
                standing.add(
                    new Edit.Decided(d.getKey(), Optional.empty(), Optional.of(d.getValue()))));
    l.notes().forEach((id, text) -> standing.add(new Edit.Noted(id, "", text)));
    l.labels().forEach((id, text) -> standing.add(new Edit.Named(id, "", text)));
    l.timings().forEach((id, text) -> standing.add(new Edit.Timed(id, "", text)));
    l.dismissals().forEach((id, text) -> standing.add(new Edit.Dismissed(id, "", text)));
    l.ties().forEach(t -> standing.add(new Edit.Tied(Optional.empty(), Optional.of(t))));
    codings.everything().forEach(c -> standing.add(new Edit.Coded(c, true)));
    codings.finished().forEach(d -> standing.add(new Edit.Finished(d.article(), d.coder(), true)));
    codings
        .settled()
        .forEach(s -> standing.add(new Edit.Settled(Optional.empty(), Optional.of(s))));
    l.waiting().stream()
        .filter(w -> w.why() != Waiting.Why.MERGED)
        .forEach(w -> standing.add(new Edit.Waits(Optional.empty(), Optional.of(w))));
    return standing;
  }

  /// What these edits make of nothing.
  static Standing of(List<Edit> edits) {
    var standing = new Standing();
    edits.stream().flatMap(Leaves::of).forEach(standing::add);
    return standing;
  }

  private void add(Edit edit) {
    all.put(Leaves.key(edit), edit);
  }

  /// The single edits, in a stable order of their kinds.
  List<Edit> edits() {
    return new ArrayList<>(all.values());
  }

  Optional<Edit> edit(String key) {
    return Optional.ofNullable(all.get(key));
  }

  Optional<Object> value(String key) {
    return Optional.ofNullable(all.get(key)).flatMap(Leaves::after);
  }

  boolean hasArticle(ArticleId id) {
    return all.containsKey("present " + id);
  }
}
