package org.tellings.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.KeyMap;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Place;

/// Where the keyboard is: which keys work there, what they run, and where it goes on when what had
/// it is done or gone. Only on the screen's thread.
final class Attention {

  /// The window that is attended to: its view, the keys of every view, and what shows that they may
  /// be other than they were.
  ///
  /// `refusing` says why what would change the library is not done; empty where it is.
  record Window(
      Supplier<Place> here,
      Supplier<List<Command>> everywhere,
      KeyMap keys,
      Runnable changed,
      Supplier<Optional<Runnable>> refusing) {

    /// What the keys of the view do.
    List<Command> own() {
      return allowed(here.get().name(), here.get().commands());
    }

    List<Command> general() {
      return allowed(KeyMap.EVERYWHERE, everywhere.get());
    }

    private List<Command> allowed(String view, List<Command> all) {
      var refused = refusing.get();
      return all.stream()
          .map(c -> refused.filter(_ -> c.isChange()).map(c::doing).orElse(c))
          .map(c -> keys.in(view, c))
          .toList();
    }

    private boolean isFree(Command command) {
      return !command.isChange() || refusing.get().isEmpty();
    }
  }

  private final StackPane pane;
  private final Window window;
  private final Keyboard keyboard;
  private Optional<Node> cover = Optional.empty();
  private Optional<Node> before = Optional.empty();
  private boolean ran;

  /// `pane` holds the whole window; what covers the view is laid over it.
  Attention(StackPane pane, Window window, Keyboard keyboard) {
    this.pane = pane;
    this.window = window;
    this.keyboard = keyboard;
    pane.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          ran = false;
          key(e);
        });
    // the letter of a key that ran a command is not typed into the field it opened
    pane.addEventFilter(
        KeyEvent.KEY_TYPED,
        e -> {
          if (ran) {
            e.consume();
          }
        });
    pane.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && isTyping()) {
            window.here().get().focus();
            e.consume();
          }
        });
    // a filter would come before the button has acted, a handler never when it took the event
    var plain = pane.getEventDispatcher();
    pane.setEventDispatcher(
        (event, rest) -> {
          var left = plain.dispatchEvent(event, rest);
          after(event);
          return left;
        });
    pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(_ -> moved());
  }

  /// True when a text field keeps keys for itself.
  boolean isTyping() {
    return focus().filter(Keyboard::takesKeys).isPresent();
  }

  private void moved() {
    if (pane.getScene() != null) {
      window.changed().run();
    }
  }

  private Optional<Node> focus() {
    return Optional.ofNullable(pane.getScene()).map(Scene::getFocusOwner);
  }

  // -- which keys work --

  /// The keys that work with what has the keyboard: those of an open editor or a sheet alone, else
  /// those of the view that this control leaves to it.
  List<Command> keys() {
    var focus = focus();
    var own = cover.or(() -> focus).flatMap(Keys::at);
    if (own.isPresent() || cover.isPresent()) {
      return own.orElse(List.of());
    }
    var keys = working(window.own(), focus);
    return keys.isEmpty() ? working(window.general(), focus) : keys;
  }

  private List<Command> working(List<Command> commands, Optional<Node> focus) {
    return commands.stream()
        .filter(Command::shown)
        .filter(window::isFree)
        .flatMap(c -> keyboard.works(c, focus).stream())
        .toList();
  }

  /// What can be done here and now, each with the keys that are not switched off.
  List<Command> commands() {
    List<Command> all = new ArrayList<>(window.own());
    all.addAll(window.general());
    return all.stream().filter(c -> !c.words().isEmpty()).map(keyboard::kept).toList();
  }

  private void key(KeyEvent event) {
    if (cover.isPresent()) {
      if (event.getCode() == KeyCode.ESCAPE) {
        if (cover.filter(node -> node instanceof KeysSheet sheet && sheet.leave()).isEmpty()) {
          uncover();
        }
        event.consume();
      }
      return;
    }
    var focus = focus();
    var here = keyboard.run(event, window.own(), focus);
    if (here && focus.equals(focus()) && focus.filter(ButtonBase.class::isInstance).isPresent()) {
      goOn(); // the next Enter is the view's, not the button's
    }
    if (here || keyboard.run(event, window.general(), focus)) {
      event.consume();
      ran = true;
      window.changed().run();
    }
  }

  // -- where the keyboard goes on --

  private void after(Event event) {
    var clicked = event.getEventType() == MouseEvent.MOUSE_RELEASED;
    if (clicked
        || event.getEventType() == KeyEvent.KEY_RELEASED
        || event.getEventType() == ActionEvent.ACTION) {
      if (clicked && focus().filter(f -> isPressed(f, event.getTarget())).isPresent()) {
        goOn();
      }
      keep();
      moved();
    }
  }

  /// A button that was clicked would take the next Enter; one that opened its menu keeps it.
  private static boolean isPressed(Node button, EventTarget target) {
    return button instanceof ButtonBase
        && !(button instanceof MenuButton)
        && target instanceof Node at
        && Stream.iterate(at, Objects::nonNull, Node::getParent).anyMatch(one -> one == button);
  }

  /// When what had the keyboard is gone, it goes on in the view, not at the window's first button.
  void keep() {
    if (focus().filter(f -> f.getScene() != pane.getScene()).isPresent()) {
      goOn();
    }
  }

  private void goOn() {
    if (cover.isEmpty()) {
      window.here().get().focus();
    }
  }

  // -- what lies over the view --

  /// Lays it over the view; nothing when something lies there already.
  boolean cover(Node node) {
    if (cover.isPresent()) {
      return false;
    }
    before = focus();
    cover = Optional.of(node);
    pane.getChildren().add(node);
    node.requestFocus();
    return true;
  }

  /// Takes it away; the keyboard goes back to what had it.
  void uncover() {
    cover.ifPresent(pane.getChildren()::remove);
    cover = Optional.empty();
    before
        .filter(node -> node.getScene() == pane.getScene())
        .ifPresentOrElse(Node::requestFocus, () -> window.here().get().focus());
  }
}
