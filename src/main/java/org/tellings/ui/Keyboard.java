package org.tellings.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Place;

/// What a key does: which command it runs, and which keys the control at hand keeps. Only on the
/// screen's thread.
final class Keyboard {

  /// A letter, digit or sign, with Shift or without.
  private static final Pattern SINGLE =
      Pattern.compile(
          "(Shift\\+)?(\\w|DIGIT\\d|Slash|Back_Slash|Open_Bracket|Close_Bracket|Equals|Minus|Plus"
              + "|Comma|Period|Semicolon|Quote|Back_Quote)");

  private static final String FACETS = ".facet-row .check-box";
  private static final List<String> PANES =
      List.of(
          ".query-field",
          ".list-view",
          ".table-view",
          ".pane-stop",
          ".styled-text-area",
          ".inspector .primary");

  /// Off: a letter, digit or sign alone does nothing (WCAG 2.1.4).
  final BooleanProperty singleKeys = new SimpleBooleanProperty(true);

  /// Runs the first command that has this key, unless the control that has the keyboard needs it;
  /// true when one was run.
  boolean run(KeyEvent event, List<Command> commands, Optional<Node> focus) {
    for (var command : commands) {
      if (command.fitting(event).filter(key -> acts(key, focus)).isPresent()) {
        command.run().run();
        return true;
      }
    }
    return false;
  }

  /// The command with those of its keys that act now; empty when none does.
  Optional<Command> works(Command command, Optional<Node> focus) {
    return Optional.of(command.narrowed(key -> acts(key, focus))).filter(c -> !c.key().isEmpty());
  }

  /// The command with those of its keys that are not switched off.
  Command kept(Command command) {
    return command.narrowed(key -> singleKeys.get() || !isSingle(key));
  }

  private boolean acts(String key, Optional<Node> focus) {
    var typing = focus.filter(Keyboard::takesKeys).isPresent();
    var pressing =
        focus.filter(ButtonBase.class::isInstance).isPresent()
            && (key.equals("Enter") || key.equals("Space"));
    return !pressing
        && !(typing && (Command.isBare(key) || isEditing(key)))
        && (singleKeys.get() || !isSingle(key));
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

  private static boolean isSingle(String key) {
    return SINGLE.matcher(key).matches();
  }

  /// Keys a text field keeps for itself: undo, paste, moving by words.
  private static boolean isEditing(String key) {
    return key.matches("Shortcut\\+(.*\\+)?(Z|V|C|Left|Right)");
  }

  /// Puts the keyboard into the next pane of the view: search, list, text, inspector.
  static void pane(Place place, int by) {
    place.unfold();
    var view = place.node();
    List<Node> panes = new ArrayList<>();
    Optional.ofNullable(view.lookup(FACETS)).ifPresent(panes::add);
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
