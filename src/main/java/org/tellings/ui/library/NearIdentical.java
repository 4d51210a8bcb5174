package org.tellings.ui.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tellings.compare.Overlap;
import org.tellings.model.ArticleId;
import org.tellings.model.Summary;
import org.tellings.ui.kit.Comparing;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;

/// The articles that are nearly the same text as another one, and the rows that fold for it. Only
/// on the screen's thread.
final class NearIdentical {

  private final Desk desk;
  private final Comparing comparing;
  private final Tasks.Lane finding;
  private final Set<ArticleId> open = new HashSet<>();
  private List<ArticleId> found = List.of();
  private Runnable again = () -> {};

  /// Which others each is near to; they come after the list.
  final ObjectProperty<Map<ArticleId, List<Summary>>> copies = new SimpleObjectProperty<>(Map.of());

  final ObjectProperty<Folding> folding = new SimpleObjectProperty<>(Folding.flat(0));

  NearIdentical(Desk desk) {
    this.desk = desk;
    this.comparing = new Comparing(desk);
    this.finding = desk.tasks().lane();
  }

  /// Compares the articles of the library, so many, anew where that is soon done.
  void look(int articles) {
    if (articles < 2) {
      copies.set(Map.of());
      return;
    }
    comparing.askAtHand(
        comparison -> near(comparison.overlaps()),
        now -> {
          copies.set(now);
          again.run();
        });
  }

  private Map<ArticleId, List<Summary>> near(List<Overlap> overlaps) {
    Map<ArticleId, List<Summary>> near = new HashMap<>();
    for (var pair : overlaps) {
      if (pair.near()) {
        desk.workbench()
            .summary(pair.other())
            .ifPresent(s -> near.computeIfAbsent(pair.one(), _ -> new ArrayList<>()).add(s));
        desk.workbench()
            .summary(pair.one())
            .ifPresent(s -> near.computeIfAbsent(pair.other(), _ -> new ArrayList<>()).add(s));
      }
    }
    return near;
  }

  /// The list has so many rows now, of which the first are `known`; `all` reads all of them, in the
  /// background.
  void among(int total, List<ArticleId> known, Supplier<List<ArticleId>> all) {
    finding.forget();
    again = () -> among(total, known, all);
    if (copies.get().isEmpty()) {
      folding.set(Folding.flat(total));
    } else if (known.size() == total) {
      fold(known);
    } else {
      folding.set(Folding.flat(total));
      finding.run(all, this::fold, desk::failed);
    }
  }

  private void fold(List<ArticleId> now) {
    found = now;
    Map<ArticleId, Set<ArticleId>> near = new HashMap<>();
    copies
        .get()
        .forEach(
            (id, others) ->
                near.put(id, others.stream().map(Summary::id).collect(Collectors.toSet())));
    folding.set(Folding.of(found, near, open));
  }

  /// Unfolds what folds under the first row of this one, or folds it.
  void toggle(int place) {
    var first = folding.get().first(place);
    var group =
        Stream.concat(Stream.of(first), folding.get().under(first).stream())
            .map(found::get)
            .toList();
    if (group.size() > 1) {
      if (!open.removeAll(Set.copyOf(group))) {
        open.add(group.getFirst());
      }
      fold(found);
    }
  }
}
