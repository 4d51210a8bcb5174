package org.tellings.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// A view of the window: what it shows and what its keys do.
public interface Place {

  Node node();

  /// What the view is called where its keys are kept and told of: "Library".
  String name();

  /// Where one is, in the top bar: "Library", "Library › The Meridian, 29 Jan".
  ObservableValue<String> crumb();

  /// What the keys do here and now; the status bar and the palette list exactly these.
  List<Command> commands();

  /// What the right end of the status bar says.
  ObservableValue<String> status();

  /// The view comes into sight or the library changed under it.
  void refresh();

  /// Something that, run later, brings this view back to what it shows now: back and forward use
  /// it.
  Runnable here();

  /// Shows what is folded away, before the keyboard goes from pane to pane.
  default void unfold() {}

  /// Puts the keyboard where one would go on.
  void focus();
}
