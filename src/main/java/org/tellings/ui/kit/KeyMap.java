package org.tellings.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that a person gave commands in place of the usual ones, view by view. A command is
/// known by its first usual key in its view; only that one is changed, other keys of the same
/// command stay. Only on the screen's thread.
public final class KeyMap {

  /// The view of the commands that every view has.
  public static final String EVERYWHERE = "Everywhere";

  /// No key: the command is only in the palette.
  public static final String NONE = "";

  private final Map<String, Map<String, String>> chosen = new TreeMap<>();

  /// Takes in what [#written] gave; lines that are none are left out.
  public void read(String text) {
    chosen.clear();
    text.lines()
        .map(line -> line.split("\t", -1))
        .filter(line -> line.length == 3 && (line[2].isEmpty() || isKey(line[2])))
        .forEach(line -> set(line[0], line[1], line[2]));
  }

  private static boolean isKey(String key) {
    return key.split("\\+").length > 0 && Command.isKnown(key);
  }

  /// A line for each key that is another than usual: view, usual key, key.
  public String written() {
    List<String> lines = new ArrayList<>();
    chosen.forEach((view, keys) -> keys.forEach((u, k) -> lines.add(view + "\t" + u + "\t" + k)));
    return String.join("\n", lines);
  }

  /// Gives the command with this usual key another one.
  public void set(String view, String usual, String key) {
    if (usual.equals(key)) {
      reset(view, usual);
    } else {
      chosen.computeIfAbsent(view, _ -> new TreeMap<>()).put(usual, key);
    }
  }

  public void reset(String view, String usual) {
    Optional.ofNullable(chosen.get(view)).ifPresent(keys -> keys.remove(usual));
  }

  public void resetAll() {
    chosen.clear();
  }

  public boolean isChanged(String view, String usual) {
    return chosen.getOrDefault(view, Map.of()).containsKey(usual);
  }

  /// The command with the keys that it has now.
  public Command in(String view, Command command) {
    var keys = command.keys();
    if (keys.isEmpty()) {
      return command;
    }
    var key = chosen.getOrDefault(view, Map.of()).get(keys.getFirst());
    return key == null ? command : command.keyed(key);
  }

  /// The key that was pressed, in the words of a command; empty for keys that can be none: those
  /// that only go with others, Escape, and Tab, which goes from control to control.
  public static Optional<String> pressed(KeyEvent event) {
    var code = event.getCode();
    if (code.isModifierKey()
        || code == KeyCode.UNDEFINED
        || code == KeyCode.ESCAPE
        || code == KeyCode.TAB) {
      return Optional.empty();
    }
    var key = new StringBuilder();
    key.append(event.isShortcutDown() ? "Shortcut+" : "");
    key.append(event.isAltDown() ? "Alt+" : "");
    key.append(event.isShiftDown() ? "Shift+" : "");
    return Optional.of(key + Command.name(code));
  }

  // -- where it is asked --

  /// From here on, `window` and what is in it have these keys.
  public void of(Node window) {
    window.getProperties().put(KeyMap.class, this);
  }

  /// `node` tells of keys that every view has.
  public static void everywhere(Node node) {
    node.getProperties().put(KeyMap.class, EVERYWHERE);
  }

  /// The command with the keys that it has in the view and the window where `node` is; as it is
  /// where there is none.
  public static Command at(Node node, Command command) {
    Optional<String> view = Optional.empty();
    for (var on = node; on != null; on = on.getParent()) {
      var own = on.hasProperties() ? on.getProperties().get(KeyMap.class) : null;
      if (view.isEmpty() && on instanceof Place place) {
        view = Optional.of(place.name());
      } else if (view.isEmpty() && own instanceof String name) {
        view = Optional.of(name);
      }
      if (own instanceof KeyMap map) {
        return view.map(name -> map.in(name, command)).orElse(command);
      }
    }
    return command;
  }
}
