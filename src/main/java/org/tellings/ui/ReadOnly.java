package org.tellings.ui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.tellings.ui.kit.Nodes;

/// A window on a library that is only read: what would change it looks so, tells the reason as its
/// hint, and says it when pressed.
final class ReadOnly {

  private ReadOnly() {}

  /// `window` holds all buttons; `say` hears why nothing is done.
  static void on(Node window, String why, Consumer<String> say) {
    window.getStyleClass().add("read-only");
    window.addEventFilter(
        ActionEvent.ACTION,
        e -> {
          if (changing(e.getTarget(), true).isPresent()) {
            say.accept(why);
            e.consume();
          }
        });
    window.addEventFilter(
        MouseEvent.MOUSE_MOVED,
        e -> changing(e.getTarget(), false).ifPresent(button -> Nodes.hint(button, why)));
    window.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          if (e.getClickCount() > 1 && changing(e.getTarget(), true).isPresent()) {
            say.accept(why);
            e.consume();
          }
        });
  }

  private static Optional<Node> changing(EventTarget target, boolean inside) {
    return target instanceof Node node
        ? Stream.iterate(node, one -> one != null, Node::getParent)
            .filter(
                one ->
                    one.getStyleClass().contains(Nodes.CHANGING)
                        || inside && one.getStyleClass().contains(Nodes.CHANGED_INSIDE))
            .findFirst()
        : Optional.empty();
  }
}
