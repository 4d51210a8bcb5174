package org.tellings.ui.kit;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// The keys that a control deals with itself while it has the keyboard, as an open editor's: the
/// status bar lists them instead of the view's. Only on the screen's thread.
public final class Keys {

  private Keys() {}

  /// `node` and what is in it deal with these keys, and no others work there.
  public static void of(Node node, Command... keys) {
    node.getProperties().put(Keys.class, List.of(keys));
  }

  /// `node` leaves all keys to the view again.
  public static void none(Node node) {
    node.getProperties().remove(Keys.class);
  }

  /// An open editor: Enter does what `enter` says, Escape leaves all as it was.
  public static void editor(Node node, String enter) {
    of(node, told("Enter", enter), told("Esc", t("Leave unchanged")));
  }

  /// A key that is only told of: the control runs what it does.
  public static Command told(String key, String words) {
    return Command.of(key, words, () -> {});
  }

  /// The keys of the nearest control from here up that has its own.
  public static Optional<List<Command>> at(Node focus) {
    for (var node = focus; node != null; node = node.getParent()) {
      if (node.hasProperties() && node.getProperties().get(Keys.class) instanceof List<?> keys) {
        return Optional.of(
            keys.stream().filter(Command.class::isInstance).map(Command.class::cast).toList());
      }
    }
    return Optional.empty();
  }
}
