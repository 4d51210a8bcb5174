package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.KeyMap;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;

/// The keys of a view, as a sheet over it; each can be changed there. Only on the screen's thread.
final class KeysSheet extends StackPane {

  /// Commands with their usual keys, under a heading; `view` is the one whose keys they are.
  record Part(String title, String view, List<Command> commands) {}

  private final List<Part> parts;
  private final KeyMap keys;
  private final Keyboard keyboard;
  private final Consumer<String> kept;
  private final Consumer<String> taken;
  private final VBox list = new VBox(6);
  private final ScrollPane scroll = new ScrollPane(list);

  /// What a key is asked for now, and where that is said.
  private record Asked(Part part, Command command, Button button) {}

  private Optional<Asked> asked = Optional.empty();

  /// `kept` hears in words what was changed, `taken` what was not and why; `close` takes the sheet
  /// away.
  KeysSheet(
      List<Part> parts,
      KeyMap keys,
      Keyboard keyboard,
      Consumer<String> kept,
      Consumer<String> taken,
      Runnable close) {
    this.parts = parts;
    this.keys = keys;
    this.keyboard = keyboard;
    this.kept = kept;
    this.taken = taken;
    getStyleClass().add("veil");
    Keys.of(this, Keys.told("Enter", t("Change the key")), Keys.told("Esc", t("Close")));
    list.getStyleClass().add("keys-sheet");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("palette");
    scroll.setMaxSize(620, 640);
    scroll.setAccessibleText(t("Keys of this view"));
    getChildren().add(scroll);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close.run();
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    addEventFilter(
        KeyEvent.KEY_TYPED,
        e -> {
          if (asked.isPresent()) {
            e.consume();
          }
        });
    show("");
  }

  @Override
  public void requestFocus() {
    scroll.requestFocus();
  }

  /// Asks for no key any more; false when it asked for none.
  boolean leave() {
    if (asked.isEmpty()) {
      return false;
    }
    var button = asked.get().button().getId();
    asked = Optional.empty();
    show(button);
    return true;
  }

  // -- what it shows --

  private void show(String focused) {
    var at = scroll.getVvalue();
    List<Node> rows = new ArrayList<>();
    for (var part : parts) {
      if (part.commands().stream().allMatch(c -> c.key().isEmpty())) {
        continue;
      }
      rows.add(Nodes.label(part.title(), "title"));
      part.commands().stream().filter(c -> !c.key().isEmpty()).forEach(c -> rows.add(row(part, c)));
    }
    var all = Nodes.button(t("All keys as usual"), this::resetAll, "secondary", "small-button");
    all.setId("keys-usual");
    all.setDisable(keys.written().isEmpty());
    rows.add(Nodes.row(8, Nodes.spring(), all));
    list.getChildren().setAll(rows);
    scroll.setVvalue(at);
    if (!focused.isEmpty()) {
      Optional.ofNullable(lookup("#" + focused))
          .ifPresentOrElse(Node::requestFocus, this::requestFocus);
    }
  }

  private HBox row(Part part, Command command) {
    var now = keys.in(part.view(), command);
    var caps =
        now.key().isEmpty()
            ? Nodes.row(2, Nodes.label(t("no key"), "muted"))
            : Glyphs.caps(keyboard.kept(now));
    caps.setMinWidth(132);
    var words = Nodes.label(command.words());
    words.setMinWidth(0);
    var row = Nodes.row(12, caps, words, Nodes.spring());
    if (!isFixed(command)) {
      var usual = usual(command);
      if (keys.isChanged(part.view(), usual)) {
        var back =
            Nodes.iconButton(
                "fth-rotate-ccw",
                t("{0}: the usual key again", command.words()),
                () -> reset(part, command));
        row.getChildren().add(back);
      }
      var change = Nodes.button(t("Change…"), () -> {}, "link", "small");
      change.setId("key-" + part.view().replace(' ', '-') + "-" + usual.replace('+', '-'));
      change.setAccessibleText(t("{0}: change the key", command.words()));
      change.setOnAction(_ -> ask(part, command, change));
      row.getChildren().add(change);
    }
    return row;
  }

  /// A row of keys, as the digits of codes, is no key that could be another.
  private static boolean isFixed(Command command) {
    return command.key().contains("–");
  }

  private static String usual(Command command) {
    return command.key().split(" ")[0];
  }

  // -- changing --

  private void ask(Part part, Command command, Button button) {
    asked = Optional.of(new Asked(part, command, button));
    button.setText(t("Press the new key; Backspace for none, Esc leaves it"));
    button.requestFocus();
  }

  private void press(KeyEvent event) {
    if (asked.isEmpty() || event.getCode().isModifierKey()) {
      return;
    }
    event.consume();
    var now = asked.get();
    if (event.getCode() == KeyCode.BACK_SPACE) {
      set(now, KeyMap.NONE);
      return;
    }
    var key = KeyMap.pressed(event);
    if (key.isEmpty()) {
      say(now, t("This key goes from control to control. Press another; Esc leaves it"));
      return;
    }
    var taken = taken(now, event);
    if (taken.isPresent()) {
      say(now, t("That is “{0}”. Press another; Esc leaves it", taken.get()));
      return;
    }
    set(now, key.get());
  }

  private static void say(Asked asked, String words) {
    asked.button().setText(words);
    asked.button().notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
  }

  /// What else has this key where the command can be given: in the view, in all of them for a key
  /// that every view has.
  private Optional<String> taken(Asked asked, KeyEvent event) {
    return others(asked.part(), asked.command())
        .filter(c -> !c.key().isEmpty() && c.fitting(event).isPresent())
        .map(Command::words)
        .findFirst();
  }

  /// All other commands that can be given where this one can, those of the view shown first. One
  /// that a view usually has by the same key is the same.
  private Stream<Command> others(Part part, Command command) {
    var shown =
        parts.stream()
            .flatMap(
                one ->
                    one.commands().stream()
                        .filter(c -> one != part || !usual(c).equals(usual(command)))
                        .map(c -> keys.in(one.view(), c)));
    var known =
        ViewKeys.parts().stream()
            .filter(one -> part.view().equals(KeyMap.EVERYWHERE) || part.view().equals(one.view()))
            .flatMap(
                one ->
                    one.commands().stream()
                        .filter(c -> !usual(c).equals(usual(command)))
                        .map(c -> keys.in(one.view(), c)));
    return Stream.concat(shown, known);
  }

  private void set(Asked now, String key) {
    asked = Optional.empty();
    keys.set(now.part().view(), usual(now.command()), key);
    var has = keys.in(now.part().view(), now.command());
    kept.accept(
        has.key().isEmpty()
            ? t("{0}: no key", now.command().words())
            : t("{0}: {1}", now.command().words(), String.join(" ", has.caps())));
    show(now.button().getId());
  }

  private void reset(Part part, Command command) {
    var other =
        others(part, command)
            .filter(c -> List.of(c.key().split(" ")).contains(usual(command)))
            .findFirst();
    if (other.isPresent()) {
      taken.accept(t("{0} has that key now; change it first", "“" + other.get().words() + "”"));
      return;
    }
    keys.reset(part.view(), usual(command));
    kept.accept(t("{0}: {1}", command.words(), String.join(" ", command.caps())));
    show("key-" + part.view().replace(' ', '-') + "-" + usual(command).replace('+', '-'));
  }

  private void resetAll() {
    keys.resetAll();
    kept.accept(t("All keys are the usual ones"));
    show("");
    requestFocus();
  }
}
