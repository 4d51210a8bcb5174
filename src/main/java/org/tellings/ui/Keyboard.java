package org.tellings.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.tellings.ui.kit.Command;

/// What a key does: which command it runs, and which keys a text field keeps. Only on the screen's
/// thread.
final class Keyboard {

  private static final List<String> PANES =
      List.of(
          ".query-field",
          ".list-view",
          ".table-view",
          ".pane-stop",
          ".styled-text-area",
          ".inspector .primary");

  private Keyboard() {}

  /// Runs the first command that has this key, unless the control that has the keyboard needs it;
  /// true when one was run.
  static boolean run(KeyEvent event, List<Command> commands, Optional<Node> focus) {
    var typing = focus.filter(Keyboard::takesKeys).isPresent();
    var pressing =
        focus.filter(ButtonBase.class::isInstance).isPresent()
            && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE);
    for (var command : commands) {
      var key = command.fitting(event);
      if (key.isPresent()
          && !(typing && (Command.isBare(key.get()) || isEditing(event)))
          && !pressing) {
        command.run().run();
        return true;
      }
    }
    return false;
  }

  /// True in text fields and in the lists that belong to one (style class `editor`).
  static boolean takesKeys(Node focus) {
    for (var node = focus; node != null; node = node.getParent()) {
      if (node instanceof TextInputControl || node.getStyleClass().contains("editor")) {
        return true;
      }
    }
    return false;
  }

  /// Keys a text field keeps for itself: undo, paste, moving by words.
  private static boolean isEditing(KeyEvent event) {
    return event.isShortcutDown()
        && switch (event.getCode()) {
          case Z, V, C, LEFT, RIGHT -> true;
          default -> false;
        };
  }

  /// Puts the keyboard into the next pane of the view: search, list, text, inspector.
  static void pane(Node view, int by) {
    List<Node> panes = new ArrayList<>();
    for (var pane : PANES) {
      view.lookupAll(pane).stream().filter(Node::isVisible).forEach(panes::add);
    }
    if (!panes.isEmpty()) {
      var focus = view.getScene().getFocusOwner();
      var at = 0;
      for (var i = 0; i < panes.size(); i++) {
        for (Node node = focus; node != null; node = node.getParent()) {
          at = node == panes.get(i) ? i : at;
        }
      }
      panes.get(Math.floorMod(at + by, panes.size())).requestFocus();
    }
  }
}
