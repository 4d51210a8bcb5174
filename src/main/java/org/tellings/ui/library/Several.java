package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import org.tellings.model.ArticleId;

/// Several articles of the list selected at once: by Shift click, or with the keyboard. Only on the
/// screen's thread.
final class Several {

  private final ListView<Integer> list;
  private final LibraryModel model;

  Several(ListView<Integer> list, LibraryModel model) {
    this.list = list;
    this.model = model;
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
  }

  /// Only this place is selected; nothing when it is the one at hand.
  void only(int place) {
    var row = list.getItems().indexOf(place);
    if (row >= 0 && list.getSelectionModel().getSelectedIndex() != row) {
      list.getSelectionModel().clearAndSelect(row);
    }
  }

  boolean isSeveral() {
    return list.getSelectionModel().getSelectedIndices().size() > 1;
  }

  /// The one at hand alone is selected.
  void leave() {
    list.getSelectionModel().clearAndSelect(list.getSelectionModel().getSelectedIndex());
  }

  /// The row above or below is selected too; going back lets the last one go.
  void extend(int by) {
    var chosen = list.getSelectionModel();
    var at = chosen.getSelectedIndex();
    var to = at + by;
    if (at < 0 || to < 0 || to >= list.getItems().size()) {
      return;
    }
    if (chosen.isSelected(to)) {
      chosen.clearSelection(at);
    }
    chosen.select(to);
    list.scrollTo(Math.max(0, to - 2));
  }

  /// The places that are selected, in order.
  List<Integer> places() {
    return list.getSelectionModel().getSelectedIndices().stream()
        .sorted()
        .map(list.getItems()::get)
        .toList();
  }

  /// Hands over the selected articles in the order of the list; asks for those that were not shown
  /// Hands over the articles that are selected, once all are known; not when the list is no longer
  /// the one in which they were selected.
  void articles(Consumer<List<ArticleId>> then) {
    var places = places();
    var seen = model.shown(places).stream().map(row -> row.summary().id()).toList();
    if (seen.size() == places.size()) {
      then.accept(seen);
      return;
    }
    var total = model.total.get();
    model.all(
        all -> {
          if (all.size() == total && model.total.get() == total) {
            var found = places.stream().map(all::get).toList();
            if (found.containsAll(seen)) {
              then.accept(found);
              return;
            }
          }
          model.said(t("The list has changed meanwhile. Select the articles again."));
        });
  }

  /// Runs now and whenever others are selected.
  void onChange(Runnable then) {
    list.getSelectionModel()
        .getSelectedIndices()
        .addListener((ListChangeListener<Integer>) _ -> then.run());
    then.run();
  }
}
