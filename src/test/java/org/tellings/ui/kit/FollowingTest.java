package org.tellings.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.tellings.ui.Toolkit;

/// A list that is filled anew keeps the row that its model has selected.
final class FollowingTest {

  private static final List<String> ALL = IntStream.range(0, 300).mapToObj(i -> "row " + i).toList();

  @Test
  void theSelectedRowStaysSelectedInFewerRowsAndInMoreAgain() {
    Toolkit.with(
        _ -> new ListView<String>(),
        list -> {
          list.getItems().setAll(ALL);
          ObjectProperty<Optional<String>> selected =
              new SimpleObjectProperty<>(Optional.of("row 200"));
          Following.follow(list, selected, 2);
          assertEquals(200, list.getSelectionModel().getSelectedIndex());
          list.getItems().setAll("row 7", "row 200");
          assertEquals(1, list.getSelectionModel().getSelectedIndex());
          list.getItems().setAll(ALL);
          assertEquals(200, list.getSelectionModel().getSelectedIndex());
          selected.set(Optional.of("row 3"));
          assertEquals(3, list.getSelectionModel().getSelectedIndex());
          selected.set(Optional.empty());
          assertEquals(-1, list.getSelectionModel().getSelectedIndex());
        });
  }
}
