package org.tellings.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;

/// Shapes that repeat on every screen, each one line to make.
public final class Nodes {

  /// The style class of what changes the library.
  public static final String CHANGING = "changing";

  /// The style class of what a double click or Enter in it changes.
  public static final String CHANGED_INSIDE = "changed-inside";

  private static final String HINT = "hint";

  private Nodes() {}

  public static Label label(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  /// A label whose words are never cut.
  public static Label fixed(String text, String... classes) {
    var label = label(text, classes);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  public static Text text(String words, String... classes) {
    var text = new Text(words);
    text.getStyleClass().add("text");
    text.getStyleClass().addAll(classes);
    return text;
  }

  /// A button whose words say what it does; `classes` are `primary`, `secondary`, `link`,
  /// `small-button`.
  public static Button button(String words, Runnable run, String... classes) {
    var button = new Button(words);
    button.getStyleClass().addAll(classes);
    button.setOnAction(_ -> run.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// A button with an icon, its words and the key that does the same.
  public static Button button(String icon, String words, Command command, String... classes) {
    var button = button("", command.run(), classes);
    var row = row(8);
    row.setAlignment(Pos.CENTER);
    if (!icon.isEmpty()) {
      row.getChildren().add(Glyphs.icon(icon));
    }
    var label = new Label(words);
    label.textFillProperty().bind(button.textFillProperty());
    row.getChildren().addAll(label, Glyphs.caps(command));
    button.setGraphic(row);
    button.setAccessibleText(words);
    return command.isChange() ? changing(button) : button;
  }

  /// A button that changes the library; in one that is only read it does nothing and says why.
  public static <B extends Node> B changing(B button) {
    button.getStyleClass().add(CHANGING);
    return button;
  }

  /// A button of only an icon: its words are the tooltip and what a screen reader says.
  public static Button iconButton(String icon, String words, Runnable run) {
    var button = new Button("", Glyphs.icon(icon));
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(words);
    hint(button, words);
    button.setOnAction(_ -> run.run());
    return button;
  }

  /// Words that show when the pointer rests on `node`, and that a screen reader tells as its help;
  /// later words take the place of earlier ones.
  ///
  /// The tip is made when the pointer first comes: it is a window with a scene of its own, and a
  /// screen has dozens.
  public static void hint(Node node, String words) {
    node.setAccessibleHelp(words);
    if (node.getProperties().put(HINT, words) == null) {
      node.addEventHandler(
          MouseEvent.MOUSE_ENTERED,
          new EventHandler<>() {
            @Override
            public void handle(MouseEvent e) {
              node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
              var tip = new Tooltip();
              tip.setOnShowing(_ -> tip.setText(String.valueOf(node.getProperties().get(HINT))));
              Tooltip.install(node, tip);
            }
          });
    }
  }

  public static boolean hasHint(Node node) {
    return node.hasProperties() && node.getProperties().containsKey(HINT);
  }

  /// Toggle buttons that look like one control.
  public static HBox segmented(ToggleButton... buttons) {
    var row = new HBox();
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("segmented");
    for (var i = 0; i < buttons.length; i++) {
      buttons[i]
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == buttons.length - 1 ? "right-pill" : "center-pill");
      row.getChildren().add(buttons[i]);
    }
    return row;
  }

  public static HBox row(double gap, Node... children) {
    var row = new HBox(gap, children);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  public static VBox column(double gap, Node... children) {
    return new VBox(gap, children);
  }

  /// Takes what room is left.
  public static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /// A bar that shows that an answer is long in coming: nothing at first, then the bar, with the
  /// old content pale until the new one is there.
  public static Region loading(ObservableValue<Boolean> busy, Node content) {
    var bar = new Region();
    bar.getStyleClass().add("loading");
    bar.setVisible(false);
    var stale = PseudoClass.getPseudoClass("stale");
    var wait = new PauseTransition(Duration.millis(150));
    wait.setOnFinished(
        _ -> {
          bar.setVisible(true);
          content.pseudoClassStateChanged(stale, true);
        });
    busy.subscribe(
        on -> {
          if (on) {
            wait.playFromStart();
          } else {
            wait.stop();
            bar.setVisible(false);
            content.pseudoClassStateChanged(stale, false);
          }
        });
    return bar;
  }

  /// What an empty view says: one sentence and at most one way on.
  public static VBox empty(String sentence, Node... ways) {
    var label = label(sentence, "muted");
    label.setWrapText(true);
    var box = new VBox(label);
    box.getChildren().addAll(ways);
    box.getStyleClass().add("empty");
    return box;
  }
}
