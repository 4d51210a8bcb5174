package org.tellings.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;

/// Keeps that row of a list selected, and in sight, which a model has selected: also when the rows
/// change, for a list that is filled anew forgets which it had. Only on the screen's thread.
public final class Following {

  private Following() {}

  /// To be asked for when the list has its rows; `above` rows stay in sight over the selected one.
  public static <T> void follow(
      ListView<T> list, ObservableValue<Optional<T>> selected, int above) {
    list.getItems()
        .addListener((ListChangeListener<T>) _ -> select(list, selected.getValue(), above));
    selected.subscribe(now -> select(list, now, above));
  }

  private static <T> void select(ListView<T> list, Optional<T> selected, int above) {
    var rows = list.getSelectionModel();
    if (selected.isEmpty()) {
      rows.clearSelection();
      return;
    }
    var at = list.getItems().indexOf(selected.get());
    if (at >= 0 && at != rows.getSelectedIndex()) {
      rows.clearAndSelect(at);
      list.scrollTo(Math.max(0, at - above));
    }
  }
}
