package org.tellings.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.tellings.ui.kit.Nodes;

/// Looks a screen over as a screen reader and a finger would.
final class Names {

  private Names() {}

  /// What can take the keyboard but says nothing of itself.
  static List<String> missing(Parent root) {
    return seen(root).stream()
        .filter(Node::isFocusTraversable)
        .filter(n -> name(n).isBlank())
        .map(
            n ->
                n.getClass().getSimpleName()
                    + " "
                    + n.getStyleClass()
                    + " in "
                    + Optional.ofNullable(n.getParent()).map(Node::getStyleClass))
        .toList();
  }

  /// Buttons that are hard to hit.
  static List<String> tooSmall(Parent root) {
    return seen(root).stream()
        .filter(n -> n instanceof ButtonBase && !(n instanceof CheckBox))
        .filter(n -> n.getLayoutBounds().getWidth() < 24 || n.getLayoutBounds().getHeight() < 24)
        .map(
            n ->
                name(n)
                    + " "
                    + n.getLayoutBounds().getWidth()
                    + " by "
                    + n.getLayoutBounds().getHeight())
        .toList();
  }

  /// Labels that end in "…" because there is no room, and do not say the whole in a tooltip.
  static List<String> cut(Parent root) {
    List<String> cut = new ArrayList<>();
    for (var node : seen(root)) {
      if (node instanceof Label label
          && !Nodes.hasHint(label)
          && !label.getText().isEmpty()
          && label.lookup(".text") instanceof Text text
          && !text.getText().equals(label.getText())) {
        cut.add(label.getText());
      }
    }
    return cut;
  }

  /// The names of all stops of the keyboard, in the order of the scene.
  static List<String> stops(Parent root) {
    return seen(root).stream().filter(Node::isFocusTraversable).map(Names::name).toList();
  }

  private static String name(Node node) {
    return Optional.ofNullable(node.getAccessibleText())
        .filter(t -> !t.isBlank())
        .orElseGet(
            () ->
                node instanceof Labeled labeled
                    ? Optional.ofNullable(labeled.getText()).orElse("")
                    : "");
  }

  private static List<Node> seen(Parent root) {
    List<Node> all = new ArrayList<>();
    for (var child : root.getChildrenUnmodifiable()) {
      if (child.isVisible()) {
        all.add(child);
        if (child instanceof Parent parent) {
          all.addAll(seen(parent));
        }
      }
    }
    return all;
  }
}
